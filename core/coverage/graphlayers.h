// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/escalationgraph.h"

namespace pdsi {

/// A node in its column, or a place where a long edge passes one.
struct GraphCell {
    int node = -1;               ///< -1: an edge passes
    int column = 0;
    int block = -1;              ///< cells of a block stay together in their order: the levels of one policy
    std::vector<int> left, right;///< cells of the neighbouring columns that an edge leads to
};

/// The columns of a graph: by kind from left to right, what depends left of what it depends on.
struct GraphLayers {
    std::vector<GraphCell> cells;          ///< first the nodes, parallel to those of the graph
    std::vector<std::vector<int>> columns; ///< cells from top to bottom; none is empty
    std::vector<std::vector<int>> chains;  ///< parallel to the edges: cells from left to right; empty when it does not lead right
};

/// In the order with the fewest crossings of a few sweeps.
GraphLayers graphLayers(const EscalationGraph &graph);

} // namespace pdsi
