// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/graphmarks.h"
#include "core/coverage/oncallnow.h"

#include <functional>

namespace pdsi {

/// Puts nodes and edges of an escalation graph together. To be used once.
class GraphBuilder
{
public:
    /// Whether a target of a rule is shown.
    using TargetFilter = std::function<bool(const Reference &)>;

    GraphBuilder(const Inventory &inventory, const AccountCoverage &coverage, const GraphScope &scope, Instant at);

    void addService(int service);
    /// The policy and its first `levels` levels with what they target, and who is on call there.
    void addPolicy(int policy, int levels, const TargetFilter &shows);
    /// The policy with an edge to each of its schedules.
    void addPolicyAlone(int policy);
    void addSchedule(int schedule) { scheduleNode(schedule); }
    void addPerson(const QString &userId);
    /// Everything that depends on the services shown.
    void addDependents();

    /// Sorted; the builder is empty then.
    EscalationGraph take();

private:
    int node(GraphNodeKind kind, const QString &key, const QString &id, const QString &name);
    bool has(const QString &key) const { return m_index.contains(key); }
    void connect(int from, int to, GraphEdgeKind kind, int minutes = -1, int count = 0);
    int addLevel(int policy, int level);
    void addTarget(int from, int policy, int level, const Reference &target);
    /// `policy` -1: not as a direct target.
    int addUser(const QString &id, const QString &name, bool referenceDeleted, int policy);
    int scheduleNode(int schedule);
    void addOnCall(int index, int schedule);
    void addContactMethods(int personNode, const User &user);
    int addDependent(const QString &id, const QHash<QString, const BusinessService *> &businessServices);
    /// In a graph of one person only that one is shown on the schedules.
    bool showsPerson(int person) const;

    const Inventory &m_inventory;
    const AccountCoverage &m_coverage;
    GraphMarks m_marks;
    EscalationGraph m_graph;
    QHash<QString, int> m_index;
    std::vector<QString> m_sortNames; ///< parallel to the nodes
    int m_onlyPerson = -1;
};

} // namespace pdsi
