// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/graphlayers.h"
#include "core/coverage/layeredlayout.h"

namespace pdsi {

/// Where the columns of a drawing are. Column i is left of strip i + 1; the first and the last strip are the margins.
struct GraphColumns {
    std::vector<double> left, right; ///< sides of each column
    double bottom = 0;               ///< below every node

    double stripLeft(int strip) const { return strip == 0 ? 0 : right[static_cast<size_t>(strip) - 1]; }
};

/// Routes of every edge, parallel to them; `centres`: of the cells, from the top. Makes `columns.bottom` lower when
/// edges pass below.
std::vector<GraphGeometry::Route> graphRoutes(const EscalationGraph &graph, const GraphLayers &layers,
                                              const std::vector<QRectF> &nodes, const std::vector<double> &centres,
                                              GraphColumns &columns, const QSizeF &labelSize);

/// An edge that carries text.
bool hasLabel(GraphEdgeKind kind);

} // namespace pdsi
