// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/escalationgraph.h"
#include "tests/support/inventorybuilder.h"

#include <array>

namespace pdsi {

using namespace Qt::StringLiterals;

constexpr Instant graphNow = InventoryBuilder::now; // Monday 2026-03-02 12:30 UTC
constexpr Instant graphHour = 3'600;

/// One service; level 1 a schedule that Ada and Bob share in turns of 12 hours, level 2 Cid; 10 and 20 minutes.
struct GraphCase {
    GraphCase()
    {
        for (const QString &id : {u"PADA"_s, u"PBOB"_s, u"PCID"_s})
            builder.user(id);
        Schedule &schedule = builder.schedule(u"PSCH1"_s, {u"PADA"_s, u"PBOB"_s});
        for (int turn = 0; turn < 4; ++turn)
            builder.entry(schedule, turn * 12 * graphHour, (turn + 1) * 12 * graphHour, turn % 2 ? u"PBOB"_s : u"PADA"_s);
        EscalationPolicy &policy = builder.policy(u"PE1"_s, {{u"PSCH1"_s}, {u"PCID"_s}});
        policy.rules[0].delayMinutes = 10;
        policy.rules[1].delayMinutes = 20;
        builder.service(u"PS1"_s, u"PE1"_s);
        options.window = {graphNow, graphNow + 48 * graphHour};
    }
    EscalationPolicy &policy() { return builder.rows().policies.front(); }
    Schedule &schedule() { return builder.rows().schedules.front(); }
    User &user(size_t index) { return builder.rows().users[index]; }

    EscalationGraph graph(GraphScopeKind kind = GraphScopeKind::Policy, const QString &id = u"PE1"_s,
                          Instant after = 0) const
    {
        GraphScope scope;
        scope.kind = kind;
        scope.id = id;
        scope.businessServices = business;
        scope.contactMethods = methods;
        const auto inventory = builder.build();
        return escalationGraph(*inventory, *computeCoverage(*inventory, options), scope, graphNow + after);
    }
    EscalationGraph at(Instant after) const { return graph(GraphScopeKind::Policy, u"PE1"_s, after); }

    InventoryBuilder builder;
    CoverageOptions options;
    bool business = false;
    bool methods = false;
};

inline constexpr std::array edgeNames{"dependsOn", "uses", "escalates", "targets", "now", "next", "pagedBy", "loops"};
inline constexpr std::array markNames{"missingPolicy", "singleLevel", "samePerson", "nobodyNow", "skipped",
                               "empty",         "deadEnd",     "unreachable", "notReadable"};

/// `policy:PE1 escalates 0 level:PE1/0`.
inline QStringList edgeLines(const EscalationGraph &graph)
{
    QStringList lines;
    for (const GraphEdge &edge : graph.edges) {
        const QString minutes = edge.minutes < 0 ? QString() : QString::number(edge.minutes) + u' ';
        const QString count = edge.count ? u"x%1 "_s.arg(edge.count) : QString();
        lines.append(graph.nodes[size_t(edge.from)].key + u' ' + QLatin1String(edgeNames[size_t(edge.kind)]) + u' '
                     + count + minutes + graph.nodes[size_t(edge.to)].key);
    }
    lines.sort();
    return lines;
}

/// `policy:PE1 singleLevel 6 escalation_policy:PE1`.
inline QStringList markLines(const EscalationGraph &graph)
{
    QStringList lines;
    for (const GraphNode &node : graph.nodes) {
        for (const GraphMark &mark : node.marks)
            lines.append(u"%1 %2 %3 %4:%5"_s.arg(node.key, QLatin1String(markNames[size_t(mark.kind)]))
                             .arg(mark.controlId).arg(mark.resourceKind, mark.resourceId));
    }
    return lines;
}

inline const GraphNode &nodeOf(const EscalationGraph &graph, const QString &key)
{
    static const GraphNode none;
    const int index = graph.indexOf(key);
    return index < 0 ? none : graph.nodes[size_t(index)];
}

inline QStringList nodeKeys(const EscalationGraph &graph)
{
    QStringList all;
    for (const GraphNode &node : graph.nodes)
        all.append(node.key);
    return all;
}

} // namespace pdsi
