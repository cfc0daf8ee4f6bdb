// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graphcards.h"

namespace pdsi {

/// Makes any layout of a graph ready to be drawn: parts that nothing connects are put next to each other, so that the
/// whole is `aspect` times as wide as high; edges end at their nodes; the words of an edge stand before the node it
/// leads to. Pure.
GraphGeometry finishedGeometry(const GraphContent &content, GraphGeometry geometry, double aspect = 1.7);

/// Which part of the graph each node belongs to; parts are numbered by their first node.
std::vector<int> connectedParts(const EscalationGraph &graph);

enum class GraphStep : quint8 { Left, Right, Up, Down };
/// Where the keyboard goes from a node: along edges to the sides, in its column up and down. The node itself at an end;
/// the first node from nowhere.
int graphNeighbour(const GraphContent &content, const GraphGeometry &geometry, int node, GraphStep step);

/// Node at a point, -1 = none.
int nodeAt(const GraphGeometry &geometry, const QPointF &point);

} // namespace pdsi
