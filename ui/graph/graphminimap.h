// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graphscene.h"

#include <QImage>

class QPainter;

namespace pdsi {

/// The whole drawing in a corner, with what is in sight of it. Painted once for a drawing.
class GraphMiniMap
{
public:
    GraphMiniMap() = default;
    GraphMiniMap(const GraphScene &scene, double pixelRatio);

    /// Where it is in the view; empty when everything is in sight or there is no room.
    QRectF area(const GraphScene &scene) const;
    void paint(QPainter &painter, const GraphScene &scene) const;
    /// The point of the drawing at a point of the view.
    QPointF toDrawing(const GraphScene &scene, const QPointF &view) const;

private:
    QImage m_image;
    QSizeF m_size;
    double m_scale = 1;
};

} // namespace pdsi
