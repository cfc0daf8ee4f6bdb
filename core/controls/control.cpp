// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/control.h"

#include "core/controls/checks/checks.h"
#include "core/controls/outcomes.h"
#include "core/coverage/knowledge.h"

#include <algorithm>
#include <array>

namespace pdsi {

namespace {

using C = ResourceClass;

/// A few classes, usable in constant tables.
struct ClassList {
    std::array<ResourceClass, 5> classes{};
    size_t size = 0;

    template<typename... Classes>
    constexpr ClassList(Classes... named) : classes{named...}, size(sizeof...(named))
    {
    }
    QList<ResourceClass> toList() const { return QList<ResourceClass>(classes.begin(), classes.begin() + size); }
};

struct Registration {
    int id;
    ControlFunction judge;
    /// Set where a pass says something about all resources of a class, so that hidden ones take it away.
    std::optional<ResourceClass> speaksOfAll;
    ClassList dependencies;
};

/// Everything that says who is on call when.
constexpr ClassList onCallPlan{C::Services, C::EscalationPolicies, C::Users, C::Schedules, C::SchedulesV3};

constexpr std::array registrations{
    Registration{1, ssoEnforcement, std::nullopt, {C::Abilities}},
    Registration{2, leastPrivilege, C::Users, {C::Users}},
    Registration{3, singleOwner, C::Users, {C::Users}},
    Registration{4, teamBasedAccess, C::Users, {C::Users, C::Abilities}},
    Registration{5, servicePolicy, C::Services, {C::Services, C::EscalationPolicies}},
    Registration{6, multipleLevels, C::EscalationPolicies, onCallPlan},
    Registration{7, endsInNotification, C::EscalationPolicies, onCallPlan},
    Registration{8, onCallCoverage, C::Schedules, onCallPlan},
    Registration{9, participants, C::Schedules, onCallPlan},
    Registration{10, responseAutomation, C::Services, {C::Services}},
    Registration{11, auditLogging, std::nullopt, {}},
    Registration{12, auditRetention, std::nullopt, {}},
    Registration{13, apiKeyRotation, std::nullopt, {C::AuditTokensRecent, C::AuditTokensOld}},
    Registration{14, webhookHttps, C::WebhookSubscriptions, {C::WebhookSubscriptions, C::Extensions}},
    Registration{15, webhookSignatures, C::WebhookSubscriptions, {C::WebhookSubscriptions, C::Extensions}},
    Registration{16, integrationScope, C::Integrations, {C::Services}},
    Registration{17, notificationRules, C::Users, {C::Users}},
    Registration{18, reachability, C::Users, onCallPlan},
    Registration{19, urgencyVariety, std::nullopt, {C::Services, C::Abilities}},
    Registration{20, priorityUse, std::nullopt, {}},
    Registration{21, dependencyMapping, C::Services, {C::Services, C::BusinessServices, C::BusinessDependencies}},
    Registration{22, acknowledgementTimeout, C::Services, {C::Services}},
    Registration{23, autoResolveTimeout, C::Services, {C::Services}},
    Registration{24, analyticsAccess, std::nullopt, {C::Abilities, C::Users}},
    Registration{25, changeEventUse, C::Services, {C::Services, C::ChangeEvents}},
};

/// All its outcomes together would roll up to `pass`.
bool passes(const QList<Outcome> &outcomes)
{
    const auto passOrNotApplicable = [](const Outcome &o) {
        return o.status == OutcomeStatus::Pass || o.status == OutcomeStatus::NotApplicable;
    };
    return std::all_of(outcomes.begin(), outcomes.end(), passOrNotApplicable)
        && std::any_of(outcomes.begin(), outcomes.end(),
                       [](const Outcome &o) { return o.status == OutcomeStatus::Pass; });
}

QList<Outcome> judge(const Registration &control, const Inventory &inventory, const EvaluationContext &context)
{
    QList<Outcome> outcomes = control.judge(inventory, context);
    for (const ResourceClass c : control.dependencies.toList())
        addClassOutcomes(outcomes, inventory, {c});
    const auto limited = limitedSight(inventory);
    if (limited && control.speaksOfAll && passes(outcomes))
        outcomes.append(hiddenOutcome(*limited, *control.speaksOfAll));
    for (Outcome &outcome : outcomes)
        outcome.controlId = control.id;
    return outcomes;
}

template<size_t index>
QList<Outcome> judgeAt(const Inventory &inventory, const EvaluationContext &context)
{
    return judge(registrations[index], inventory, context);
}

template<size_t... indexes>
QList<Control> allControls(std::index_sequence<indexes...>)
{
    return {Control{registrations[indexes].id, &judgeAt<indexes>, registrations[indexes].dependencies.toList()}...};
}

} // namespace

const QList<Control> &registeredControls()
{
    static const QList<Control> controls = allControls(std::make_index_sequence<registrations.size()>());
    return controls;
}

} // namespace pdsi
