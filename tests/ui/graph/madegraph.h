// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graphcards.h"

#include <QGuiApplication>

namespace pdsi {

/// A service, its policy with two levels, a schedule on both, a person; named by whoever is hostile.
inline EscalationGraph madeGraph(const QString &name = QStringLiteral("Name"))
{
    EscalationGraph graph;
    const auto add = [&](GraphNodeKind kind, const QString &key, int level = -1) {
        GraphNode node;
        node.kind = kind;
        node.key = key;
        node.id = QStringLiteral("P1");
        node.name = name;
        node.level = level;
        graph.nodes.push_back(node);
    };
    add(GraphNodeKind::Service, QStringLiteral("service:P1"));
    add(GraphNodeKind::Policy, QStringLiteral("policy:P1"));
    add(GraphNodeKind::Level, QStringLiteral("level:P1/0"), 0);
    add(GraphNodeKind::Level, QStringLiteral("level:P1/1"), 1);
    add(GraphNodeKind::Schedule, QStringLiteral("schedule:P1"));
    add(GraphNodeKind::Person, QStringLiteral("person:P1"));
    graph.edges = {{0, 1, GraphEdgeKind::UsesPolicy, -1, 0, {}}, {1, 2, GraphEdgeKind::Escalates, 0, 0, {}},
                   {2, 3, GraphEdgeKind::Escalates, 30, 0, {}},  {2, 4, GraphEdgeKind::Targets, -1, 0, {}},
                   {3, 2, GraphEdgeKind::LoopsBack, 15, 2, {}},  {3, 4, GraphEdgeKind::Targets, -1, 0, {}},
                   {4, 5, GraphEdgeKind::OnCallNow, -1, 0, {}},  {4, 5, GraphEdgeKind::OnCallNext, -1, 0, {}}};
    graph.nodes[1].marks = {{GraphMarkKind::NobodyNow, 8, QStringLiteral("escalation_policy"), QStringLiteral("P1")}};
    return graph;
}

inline std::shared_ptr<const GraphContent> madeContent(const QString &name = QStringLiteral("Name"))
{
    return graphContent(madeGraph(name), QGuiApplication::font());
}

} // namespace pdsi
