// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/graphbuilder.h"

#include "core/coverage/knowledge.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace pdsi {

namespace {

template<typename Row>
const Row &rowAt(const std::vector<Row> &rows, int index)
{
    return rows[static_cast<size_t>(index)];
}

QString graphKey(const char *kind, const QString &id) { return QLatin1String(kind) + QLatin1Char(':') + id; }

} // namespace

GraphBuilder::GraphBuilder(const Inventory &inventory, const AccountCoverage &coverage, const GraphScope &scope,
                           Instant at)
    : m_inventory(inventory), m_coverage(coverage), m_marks(inventory, coverage, at)
{
    m_graph.scope = scope;
    m_graph.at = at;
    if (scope.kind == GraphScopeKind::Person)
        m_onlyPerson = coverage.personIndex(scope.id);
}

int GraphBuilder::node(GraphNodeKind kind, const QString &key, const QString &id, const QString &name)
{
    const int index = static_cast<int>(m_graph.nodes.size());
    GraphNode &made = m_graph.nodes.emplace_back();
    made.key = key;
    made.kind = kind;
    made.id = id;
    made.name = name;
    m_index.insert(key, index);
    m_sortNames.push_back(name);
    return index;
}

void GraphBuilder::connect(int from, int to, GraphEdgeKind kind, int minutes, int count)
{
    GraphEdge &edge = m_graph.edges.emplace_back();
    edge.from = from;
    edge.to = to;
    edge.kind = kind;
    edge.minutes = minutes;
    edge.count = count;
}

void GraphBuilder::addService(int service)
{
    const Service &row = rowAt(m_inventory.services, service);
    const QString key = graphKey("service", row.id);
    if (has(key))
        return;
    const int index = node(GraphNodeKind::Service, key, row.id, row.name);
    m_graph.nodes.back().disabled = !row.isActive();
    m_graph.nodes.back().marks = m_marks.ofService(row);
    const int policy = rowAt(m_coverage.services, service).policy;
    const int policyNode = policy < 0 ? -1 : m_index.value(graphKey("policy", rowAt(m_coverage.policies, policy).id), -1);
    if (policyNode >= 0)
        connect(index, policyNode, GraphEdgeKind::UsesPolicy);
}

void GraphBuilder::addPolicyAlone(int policy)
{
    const EscalationPolicy &row = rowAt(m_inventory.policies, policy);
    const QString key = graphKey("policy", row.id);
    if (has(key))
        return;
    const int index = node(GraphNodeKind::Policy, key, row.id, row.name);
    m_graph.nodes.back().loops = rowAt(m_coverage.policies, policy).loops;
    m_graph.nodes.back().marks = m_marks.ofPolicy(policy);
    if (m_graph.scope.kind != GraphScopeKind::Account)
        return;
    for (size_t level = 0; level < row.rules.size(); ++level) {
        for (const Reference &target : row.rules[level].targets) {
            if (isScheduleTarget(target))
                addTarget(index, policy, static_cast<int>(level), target);
        }
    }
}

void GraphBuilder::addPolicy(int policy, int levels, const TargetFilter &shows)
{
    const EscalationPolicy &row = rowAt(m_inventory.policies, policy);
    const CoveredPolicy &covered = rowAt(m_coverage.policies, policy);
    if (has(graphKey("policy", row.id)))
        return;
    addPolicyAlone(policy);
    const int policyNode = m_index.value(graphKey("policy", row.id));
    const int count = std::min(levels, static_cast<int>(covered.levels.size()));
    int first = -1, before = -1;
    for (int level = 0; level < count; ++level) {
        const int index = addLevel(policy, level);
        connect(before < 0 ? policyNode : before, index, GraphEdgeKind::Escalates,
                before < 0 ? 0 : rowAt(covered.levels, level - 1).delayMinutes);
        first = first < 0 ? index : first;
        before = index;
        for (const Reference &target : row.rules[static_cast<size_t>(level)].targets) {
            if (shows(target))
                addTarget(index, policy, level, target);
        }
    }
    if (before >= 0 && covered.loops > 0 && count == static_cast<int>(covered.levels.size()))
        connect(before, first, GraphEdgeKind::LoopsBack, covered.levels.back().delayMinutes, covered.loops);
}

int GraphBuilder::addLevel(int policy, int level)
{
    const CoveredPolicy &covered = rowAt(m_coverage.policies, policy);
    const QString key = graphKey("level", covered.id) + QLatin1Char('/') + QString::number(level);
    const int index = node(GraphNodeKind::Level, key, covered.id, {});
    GraphNode &made = m_graph.nodes.back();
    made.level = level;
    made.roundRobin = rowAt(covered.levels, level).roundRobin;
    made.marks = m_marks.ofLevel(policy, level);
    m_sortNames.back() = covered.name;
    return index;
}

void GraphBuilder::addTarget(int from, int policy, int level, const Reference &target)
{
    const int schedule = isScheduleTarget(target) && !target.deleted ? m_coverage.scheduleIndex(target.id) : -1;
    int to = -1;
    if (isUserTarget(target)) {
        to = addUser(target.id, target.name, target.deleted, policy);
    } else if (schedule >= 0) {
        to = scheduleNode(schedule);
    } else {
        const QString key = graphKey("schedule", target.id);
        to = m_index.value(key, -1);
        if (to < 0)
            to = node(GraphNodeKind::Schedule, key, target.id, target.name.isEmpty() ? target.id : target.name);
        GraphNode &made = m_graph.nodes[static_cast<size_t>(to)];
        const std::vector<GraphMark> marks = m_marks.ofMissingSchedule(target, policy, level);
        made.marks.insert(made.marks.end(), marks.begin(), marks.end());
        sortMarks(made.marks);
    }
    connect(from, to, GraphEdgeKind::Targets);
}

int GraphBuilder::addUser(const QString &id, const QString &name, bool referenceDeleted, int policy)
{
    const QString key = graphKey("person", id);
    const User *user = m_inventory.user(id);
    int index = m_index.value(key, -1);
    if (index < 0) {
        index = node(GraphNodeKind::Person, key, id, user ? user->name : name.isEmpty() ? id : name);
        m_graph.nodes.back().marks = m_marks.ofUser(id, referenceDeleted, policy);
        m_graph.nodes.back().changed = m_coverage.options.whatIf.awayPeople.contains(id);
        if (user && !referenceDeleted && m_graph.scope.contactMethods)
            addContactMethods(index, *user);
    }
    GraphNode &person = m_graph.nodes[static_cast<size_t>(index)];
    const bool isDirect = policy >= 0 && user && !referenceDeleted;
    person.onCallNow = person.onCallNow || (isDirect && !person.changed);
    return index;
}

void GraphBuilder::addContactMethods(int personNode, const User &user)
{
    if (!user.contactMethods || !user.notificationRules)
        return;
    for (const NotificationRule &rule : *user.notificationRules) {
        const auto method = std::find_if(user.contactMethods->begin(), user.contactMethods->end(),
                                         [&](const ContactMethod &other) { return other.id == rule.contactMethodId; });
        if (rule.urgency != QLatin1String("high") || method == user.contactMethods->end() || method->id.isEmpty())
            continue;
        const QString key = graphKey("contact", user.id) + QLatin1Char('/') + method->id;
        int to = m_index.value(key, -1);
        if (to < 0) {
            to = node(GraphNodeKind::ContactMethod, key, user.id, {});
            m_graph.nodes.back().contactType = method->type;
            m_graph.nodes.back().marks = m_marks.ofContactMethod(*method, user);
            m_sortNames.back() = user.name;
        }
        connect(personNode, to, GraphEdgeKind::PagedBy, std::max(0, rule.startDelayMinutes));
    }
}

int GraphBuilder::scheduleNode(int schedule)
{
    const CoveredSchedule &covered = rowAt(m_coverage.schedules, schedule);
    const QString key = graphKey("schedule", covered.id);
    if (const int known = m_index.value(key, -1); known >= 0)
        return known;
    const int index = node(GraphNodeKind::Schedule, key, covered.id, covered.name);
    addOnCall(index, schedule);
    return index;
}

bool GraphBuilder::showsPerson(int person) const
{
    if (m_graph.scope.kind == GraphScopeKind::Account)
        return false;
    return m_graph.scope.kind != GraphScopeKind::Person || person == m_onlyPerson;
}

void GraphBuilder::addOnCall(int index, int schedule)
{
    const CoveredSchedule &covered = rowAt(m_coverage.schedules, schedule);
    const OnCallTimeline timeline(covered, m_coverage.window());
    const OnCallNow now = onCallNow(timeline, m_graph.at);
    const auto nameOf = [this](int person) { return rowAt(m_coverage.people, person).name; };
    QStringList names, nextNames;
    std::transform(now.people.begin(), now.people.end(), std::back_inserter(names), nameOf);
    std::transform(now.next.begin(), now.next.end(), std::back_inserter(nextNames), nameOf);
    GraphNode &made = m_graph.nodes[static_cast<size_t>(index)];
    made.onCallNames = names;
    made.nextName = nextNames.join(QLatin1String(", "));
    made.nextAt = now.nextAt;
    made.changed = m_coverage.options.whatIf.removedSchedules.contains(covered.id);
    made.marks = m_marks.ofSchedule(schedule, now.unread, now.people.empty());
    const auto add = [&](int person, GraphEdgeKind kind, std::optional<Instant> begins) {
        const int to = addUser(rowAt(m_coverage.people, person).id, nameOf(person), false, -1);
        GraphNode &personNode = m_graph.nodes[static_cast<size_t>(to)];
        personNode.onCallNow = personNode.onCallNow || kind == GraphEdgeKind::OnCallNow;
        connect(index, to, kind);
        m_graph.edges.back().begins = begins;
    };
    for (const int person : now.people) {
        if (showsPerson(person))
            add(person, GraphEdgeKind::OnCallNow, {});
    }
    if (m_graph.scope.kind != GraphScopeKind::Person) {
        for (const int person : now.next)
            if (showsPerson(person))
                add(person, GraphEdgeKind::OnCallNext, now.nextAt);
        return;
    }
    if (const auto turn = nextTurn(timeline, m_onlyPerson, m_graph.at))
        add(m_onlyPerson, GraphEdgeKind::OnCallNext, turn);
    else if (std::find(now.people.begin(), now.people.end(), m_onlyPerson) == now.people.end())
        add(m_onlyPerson, GraphEdgeKind::Targets, {});
}

void GraphBuilder::addPerson(const QString &userId) { addUser(userId, {}, false, -1); }

int GraphBuilder::addDependent(const QString &id, const QHash<QString, const BusinessService *> &businessServices)
{
    if (const BusinessService *business = businessServices.value(id)) {
        const QString key = graphKey("business", id);
        return has(key) ? m_index.value(key) : node(GraphNodeKind::BusinessService, key, id, business->name);
    }
    const int service = m_coverage.serviceIndex(id);
    if (service >= 0)
        addService(service);
    return service < 0 ? -1 : m_index.value(graphKey("service", id));
}

void GraphBuilder::addDependents()
{
    QHash<QString, const BusinessService *> businessServices;
    for (const BusinessService &row : m_inventory.businessServices)
        businessServices.insert(row.id, &row);
    QMultiHash<QString, QString> dependents;
    for (const ServiceDependency &dependency : m_inventory.dependencies)
        dependents.insert(dependency.supportingId, dependency.dependentId);
    for (size_t i = 0; i < m_graph.nodes.size(); ++i) {
        const GraphNode &supporting = m_graph.nodes[i];
        if (supporting.kind != GraphNodeKind::Service && supporting.kind != GraphNodeKind::BusinessService)
            continue;
        for (const QString &id : dependents.values(supporting.id)) {
            const int from = addDependent(id, businessServices);
            if (from >= 0 && from != static_cast<int>(i))
                connect(from, static_cast<int>(i), GraphEdgeKind::DependsOn);
        }
    }
}

EscalationGraph GraphBuilder::take()
{
    const std::vector<GraphNode> &nodes = m_graph.nodes;
    std::vector<int> order(nodes.size());
    std::iota(order.begin(), order.end(), 0);
    const auto keyOf = [&](int index) {
        const GraphNode &row = rowAt(nodes, index);
        return std::tie(row.kind, rowAt(m_sortNames, index), row.id, row.level, row.contactType, row.key);
    };
    std::sort(order.begin(), order.end(), [&](int a, int b) { return keyOf(a) < keyOf(b); });
    std::vector<int> newIndex(order.size());
    std::vector<GraphNode> sorted;
    sorted.reserve(order.size());
    for (size_t i = 0; i < order.size(); ++i) {
        newIndex[static_cast<size_t>(order[i])] = static_cast<int>(i);
        sorted.push_back(std::move(m_graph.nodes[static_cast<size_t>(order[i])]));
    }
    m_graph.nodes = std::move(sorted);
    for (GraphEdge &edge : m_graph.edges) {
        edge.from = rowAt(newIndex, edge.from);
        edge.to = rowAt(newIndex, edge.to);
    }
    const auto edgeKey = [](const GraphEdge &edge) { return std::tie(edge.from, edge.to, edge.kind, edge.minutes); };
    std::sort(m_graph.edges.begin(), m_graph.edges.end(),
              [&](const GraphEdge &a, const GraphEdge &b) { return edgeKey(a) < edgeKey(b); });
    m_graph.edges.erase(std::unique(m_graph.edges.begin(), m_graph.edges.end(),
                                    [](const GraphEdge &a, const GraphEdge &b) {
                                        return std::tie(a.from, a.to, a.kind) == std::tie(b.from, b.to, b.kind);
                                    }),
                        m_graph.edges.end());
    return std::move(m_graph);
}

} // namespace pdsi
