// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/escalationgraph.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace pdsi {

/// Where everything of a graph is drawn, left to right. Parallel to its nodes and edges.
struct GraphGeometry {
    std::vector<QRectF> nodes;
    struct Route {
        std::vector<QPointF> points; ///< of cubic Bézier curves: 1 + 3n points, from the right side of `from` to `to`
        QPointF label;               ///< centre of the edge's text
    };
    std::vector<Route> edges;
    QSizeF size;                     ///< everything lies in (0, 0, size)
};

/// Size of each node, parallel to EscalationGraph::nodes.
using GraphNodeSizes = std::vector<QSizeF>;

/// Our own layout in layers: quick, deterministic, no two nodes overlap. Pure; safe in a worker.
GraphGeometry layeredLayout(const EscalationGraph &graph, const GraphNodeSizes &sizes);

} // namespace pdsi
