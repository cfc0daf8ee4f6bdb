// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pdsi {

class GraphCanvas;

/// Makes assistive technology see the nodes of every GraphCanvas, each with its kind, facts and marks. May be called any
/// number of times.
void installGraphAccessibility();
/// Tells that the keyboard moved to a node.
void announceGraphNode(GraphCanvas &canvas, int node);
/// Before the nodes change or the canvas goes.
void forgetGraphNodes(GraphCanvas &canvas);

} // namespace pdsi
