// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graphcards.h"

namespace pdsi {

/// Makes edges end at their nodes, gives those a way that have none, and puts their words before the node they lead to:
/// what a layout by Graphviz needs. Pure.
GraphGeometry attachedGeometry(const GraphContent &content, GraphGeometry geometry);

/// Puts parts that nothing connects next to each other, so that the whole is about `aspect` times as wide as high. Pure.
GraphGeometry packedGeometry(const GraphContent &content, GraphGeometry geometry, double aspect = 1.7);

/// Our own layout, each connected part by itself and then packed. Pure.
GraphGeometry quickGeometry(const GraphContent &content);

/// Which part of the graph each node belongs to; parts are numbered by their first node.
std::vector<int> connectedParts(const EscalationGraph &graph);

enum class GraphStep : quint8 { Left, Right, Up, Down };
/// Where the keyboard goes from a node: along edges to the sides, in its column up and down. The node itself at an end;
/// the first node from nowhere.
int graphNeighbour(const GraphContent &content, const GraphGeometry &geometry, int node, GraphStep step);

/// Node at a point, -1 = none.
int nodeAt(const GraphGeometry &geometry, const QPointF &point);
/// The nearest edge whose line passes, or whose text stands, no further away than `reach`; -1 = none.
int edgeAt(const GraphGeometry &geometry, const QPointF &point, double reach);

} // namespace pdsi
