// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/escalationgraph.h"

#include "core/coverage/graphbuilder.h"
#include "core/coverage/knowledge.h"

#include <algorithm>
#include <limits>
#include <set>

namespace pdsi {

namespace {

constexpr int everyLevel = std::numeric_limits<int>::max();

bool showsEverything(const Reference &) { return true; }

/// Services and policies of a scope, by index.
struct GraphRows {
    std::set<int> services, policies;

    void addPolicyWithServices(const AccountCoverage &coverage, int policy)
    {
        policies.insert(policy);
        const std::vector<int> &users = coverage.policies[static_cast<size_t>(policy)].services;
        services.insert(users.begin(), users.end());
    }
};

GraphRows rowsOfTeam(const Inventory &inventory, const AccountCoverage &coverage, const QString &teamId)
{
    GraphRows rows;
    for (size_t i = 0; i < inventory.policies.size(); ++i) {
        if (inventory.policies[i].teamIds.contains(teamId))
            rows.addPolicyWithServices(coverage, static_cast<int>(i));
    }
    for (size_t i = 0; i < inventory.services.size(); ++i) {
        if (!inventory.services[i].teamIds.contains(teamId))
            continue;
        rows.services.insert(static_cast<int>(i));
        if (coverage.services[i].policy >= 0)
            rows.policies.insert(coverage.services[i].policy);
    }
    return rows;
}

GraphRows rowsOf(const Inventory &inventory, const AccountCoverage &coverage, const GraphScope &scope)
{
    GraphRows rows;
    if (scope.kind == GraphScopeKind::Policy) {
        if (const int policy = coverage.policyIndex(scope.id); policy >= 0)
            rows.addPolicyWithServices(coverage, policy);
    } else if (scope.kind == GraphScopeKind::Service) {
        const int service = coverage.serviceIndex(scope.id);
        if (service >= 0)
            rows.services.insert(service);
        if (service >= 0 && coverage.services[static_cast<size_t>(service)].policy >= 0)
            rows.policies.insert(coverage.services[static_cast<size_t>(service)].policy);
    } else if (scope.kind == GraphScopeKind::Team) {
        rows = rowsOfTeam(inventory, coverage, scope.id);
    }
    return rows;
}

void addEscalations(GraphBuilder &builder, const GraphRows &rows)
{
    for (const int policy : rows.policies)
        builder.addPolicy(policy, everyLevel, showsEverything);
    for (const int service : rows.services)
        builder.addService(service);
}

void addAccount(GraphBuilder &builder, const Inventory &inventory, const AccountCoverage &coverage)
{
    for (size_t i = 0; i < inventory.policies.size(); ++i)
        builder.addPolicyAlone(static_cast<int>(i));
    for (size_t i = 0; i < coverage.schedules.size(); ++i)
        builder.addSchedule(static_cast<int>(i));
    for (size_t i = 0; i < inventory.services.size(); ++i)
        builder.addService(static_cast<int>(i));
}

/// On call within the window, or taking part in a layer that has not ended.
bool takesPart(const Schedule &schedule, const CoveredSchedule &covered, const QString &userId, int person, Instant at)
{
    const bool hasTurn = std::any_of(covered.bars.begin(), covered.bars.end(),
                                     [person](const CoverageBar &bar) { return person >= 0 && bar.person == person; });
    return hasTurn || std::any_of(schedule.layers.begin(), schedule.layers.end(), [&](const ScheduleLayer &layer) {
               return (!layer.end || *layer.end > at)
                   && std::any_of(layer.users.begin(), layer.users.end(),
                                  [&](const Reference &user) { return user.id == userId; });
           });
}

void addPathsTo(GraphBuilder &builder, const Inventory &inventory, const AccountCoverage &coverage,
                const GraphScope &scope, Instant at)
{
    const int person = coverage.personIndex(scope.id);
    QSet<QString> schedules;
    for (size_t i = 0; i < inventory.schedules.size(); ++i) {
        if (takesPart(inventory.schedules[i], coverage.schedules[i], scope.id, person, at))
            schedules.insert(inventory.schedules[i].id);
    }
    const auto leadsThere = [&](const Reference &target) {
        return isUserTarget(target) ? target.id == scope.id : isScheduleTarget(target) && schedules.contains(target.id);
    };
    GraphRows rows;
    for (size_t i = 0; i < inventory.policies.size(); ++i) {
        const std::vector<EscalationRule> &rules = inventory.policies[i].rules;
        const auto last = std::find_if(rules.rbegin(), rules.rend(), [&](const EscalationRule &rule) {
            return std::any_of(rule.targets.begin(), rule.targets.end(), leadsThere);
        });
        if (last == rules.rend())
            continue;
        builder.addPolicy(static_cast<int>(i), static_cast<int>(rules.rend() - last), leadsThere);
        rows.addPolicyWithServices(coverage, static_cast<int>(i));
    }
    for (const int service : rows.services)
        builder.addService(service);
    if (inventory.user(scope.id))
        builder.addPerson(scope.id);
}

} // namespace

int EscalationGraph::indexOf(const QString &key) const
{
    const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const GraphNode &node) { return node.key == key; });
    return found == nodes.end() ? -1 : static_cast<int>(found - nodes.begin());
}

EscalationGraph escalationGraph(const Inventory &inventory, const AccountCoverage &coverage, const GraphScope &scope,
                                Instant at)
{
    GraphBuilder builder(inventory, coverage, scope, at);
    if (scope.kind == GraphScopeKind::Account)
        addAccount(builder, inventory, coverage);
    else if (scope.kind == GraphScopeKind::Person)
        addPathsTo(builder, inventory, coverage, scope, at);
    else
        addEscalations(builder, rowsOf(inventory, coverage, scope));
    if (scope.businessServices)
        builder.addDependents();
    return builder.take();
}

} // namespace pdsi
