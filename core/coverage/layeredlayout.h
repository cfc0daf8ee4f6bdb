// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/escalationgraph.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace pdsi {

/// Where everything of a graph is drawn, left to right: a column for each kind of node, the levels of a policy below
/// each other. Parallel to its nodes and edges.
struct GraphGeometry {
    std::vector<QRectF> nodes;
    struct Route {
        /// Of cubic Bézier curves, 1 + 3n points: from the right side of `from` to the left side of `to`. From a level
        /// down to the next one; LoopsBack up again on their left side; other ways back go round below.
        std::vector<QPointF> points;
        QPointF label;               ///< centre of the edge's text: never on a node, if it is no wider than labelRoom
    };
    std::vector<Route> edges;
    QSizeF size;                     ///< everything lies in (0, 0, size)
};

/// Room for the text of an edge on the screen. Edges that only connect have none.
constexpr QSizeF labelRoom{84, 14};

/// Distances, for the screen; a print is denser.
struct GraphSpacing {
    QSizeF label = labelRoom;
    double strip = 56;    ///< between columns without texts
    double crowd = 120;   ///< that many edges make a strip wider, at most
    double rows = 16;
    double levels = 28;   ///< between the levels of a policy: room for the time
    double margin = 12;
};

/// Size of each node, parallel to EscalationGraph::nodes.
using GraphNodeSizes = std::vector<QSizeF>;

/// Our own layout in layers: quick, deterministic, no two nodes overlap. Pure; safe in a worker.
GraphGeometry layeredLayout(const EscalationGraph &graph, const GraphNodeSizes &sizes,
                            const GraphSpacing &spacing = {});

} // namespace pdsi
