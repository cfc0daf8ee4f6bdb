// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphminimap.h"

#include "ui/graph/graphpainter.h"

#include <QPainter>

namespace pdsi {

namespace {
constexpr QSizeF mostMapSize(190, 120);
constexpr double mapInset = 8;
constexpr double roomNeeded = 2.2; // times the map
} // namespace

GraphMiniMap::GraphMiniMap(const GraphScene &scene, double pixelRatio)
{
    if (scene.isEmpty())
        return;
    m_size = scene.geometry.size.scaled(mostMapSize, Qt::KeepAspectRatio).expandedTo({8, 8});
    m_scale = m_size.width() / scene.geometry.size.width();
    m_image = QImage((m_size * pixelRatio).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    m_image.setDevicePixelRatio(pixelRatio);
    GraphScene small;
    small.content = scene.content;
    small.geometry = scene.geometry;
    small.theme = scene.theme;
    small.camera.scale = m_scale;
    small.size = m_size;
    QPainter painter(&m_image);
    GraphPainter(painter, small).paintBlocks();
}

QRectF GraphMiniMap::area(const GraphScene &scene) const
{
    const bool allSeen = scene.camera.seen(scene.size).adjusted(-1, -1, 1, 1).contains(scene.drawing());
    if (m_image.isNull() || allSeen || scene.size.width() < m_size.width() * roomNeeded || scene.size.height() < m_size.height() * 1.4)
        return {};
    return {QPointF(scene.size.width() - m_size.width() - mapInset, scene.size.height() - m_size.height() - mapInset), m_size};
}

void GraphMiniMap::paint(QPainter &painter, const GraphScene &scene) const
{
    const QRectF box = area(scene);
    if (box.isEmpty())
        return;
    painter.drawImage(box, m_image);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(scene.theme.outline, 1));
    painter.drawRect(box);
    const QRectF seen = scene.camera.seen(scene.size).intersected(scene.drawing());
    painter.setPen(QPen(scene.theme.current, 2));
    painter.drawRect(QRectF(box.topLeft() + seen.topLeft() * m_scale, seen.size() * m_scale).intersected(box));
}

QPointF GraphMiniMap::toDrawing(const GraphScene &scene, const QPointF &view) const { return (view - area(scene).topLeft()) / m_scale; }

} // namespace pdsi
