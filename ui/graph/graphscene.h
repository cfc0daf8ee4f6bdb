// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graphcamera.h"
#include "ui/graph/graphcards.h"
#include "ui/graph/graphtexts.h"
#include "ui/theme/graphtheme.h"

#include <memory>

namespace pdsi {

/// How much of a node can be read at a scale.
enum class GraphDetail : quint8 { Blocks, Titles, Full };

/// Everything a frame is painted from.
struct GraphScene {
    std::shared_ptr<const GraphContent> content; ///< null or empty: `emptyText` is shown
    GraphGeometry geometry;
    GraphCamera camera;
    QSizeF size;              ///< of the view
    GraphTheme theme;
    QFont font;
    QString emptyText;
    int current = -1;         ///< node pointed at
    int currentMark = -1;     ///< of that node
    int hovered = -1;
    bool focused = false;     ///< the keyboard is here
    std::shared_ptr<GraphTexts> texts; ///< kept from frame to frame; null = each text is laid out as it is painted
    std::vector<bool> matches; ///< of a search; empty = nothing is searched for

    bool isEmpty() const { return !content || content->isEmpty() || geometry.nodes.empty(); }
    QRectF drawing() const { return {QPointF(), geometry.size}; }
    GraphDetail detail() const;
    /// Of a node and a mark of it, in the view.
    QRectF nodeRect(int node) const { return camera.toView(geometry.nodes[size_t(node)]); }
    QRectF markRect(int node, int mark) const;
};

} // namespace pdsi
