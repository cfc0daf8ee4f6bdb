// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinepaint.h"

#include <QPainter>

#include <cmath>

namespace pdsi {

void fillPixels(QPainter &painter, const QRectF &rect, const QColor &color)
{
    const double left = std::round(rect.left()), top = std::round(rect.top());
    painter.fillRect(QRectF(left, top, std::max(1.0, std::round(rect.right()) - left), std::round(rect.bottom()) - top), color);
}

void lineDown(QPainter &painter, double x, double top, double bottom, const QPen &pen)
{
    painter.setPen(pen);
    const double at = std::floor(x) + 0.5;
    painter.drawLine(QLineF(at, top, at, bottom));
}

void paintShades(QPainter &painter, const TimelineScene &scene)
{
    const QRectF area = scene.rowsArea();
    const auto stretch = [&](Interval interval) {
        const double from = std::max(area.left(), scene.xOf(interval.start)), to = std::min(area.right(), scene.xOf(interval.end));
        return QRectF(from, area.top(), std::max(0.0, to - from), area.height());
    };
    for (const Interval &weekend : scene.ticks.weekends)
        painter.fillRect(stretch(weekend), scene.theme.weekend);
    for (const double x : scene.ticks.minor)
        lineDown(painter, area.left() + x, area.top(), area.bottom(), scene.theme.grid);
    for (const TimelineTick &tick : scene.ticks.lower) {
        if (tick.x >= 0)
            lineDown(painter, area.left() + tick.x, area.top(), area.bottom(), scene.theme.grid);
    }
    for (const TimelineTick &tick : scene.ticks.upper) {
        if (tick.x >= 0)
            lineDown(painter, area.left() + tick.x, area.top(), area.bottom(), scene.theme.gridStrong);
    }
    // What was not collected is neither covered nor a gap.
    const Interval window = scene.layout->data().coverage().window();
    const GapLook outside = scene.theme.gap(GapKind::Disabled);
    for (const Interval &beyond : {Interval{scene.scale.visible().start - 1, window.start}, Interval{window.end, scene.scale.visible().end + 1}}) {
        if (beyond.end > beyond.start)
            painter.fillRect(stretch(beyond), outside.fill);
    }
}

void paintInstants(QPainter &painter, const TimelineScene &scene)
{
    const QRectF area = scene.rowsArea();
    const auto line = [&](Instant at, const QColor &color, Qt::PenStyle style, double width) {
        const double x = scene.xOf(at);
        if (x >= area.left() && x <= area.right())
            lineDown(painter, x, area.top(), area.bottom(), QPen(color, width, style));
    };
    if (scene.range) {
        line(scene.range->start, scene.theme.range, Qt::SolidLine, 1);
        line(scene.range->end, scene.theme.range, Qt::SolidLine, 1);
    }
    for (const AxisTag &tag : scene.ticks.tags) {
        if (tag.kind == AxisTag::Kind::ClockChange)
            line(tag.at, scene.theme.clockChange, Qt::DashLine, 1);
    }
    if (scene.asOf)
        line(*scene.asOf, scene.theme.asOf, Qt::DotLine, 2);
    if (scene.now)
        line(*scene.now, scene.theme.now, Qt::SolidLine, 2);
    if (scene.cursor)
        line(*scene.cursor, scene.theme.cursor, Qt::SolidLine, 1);
}

void paintTimeline(QPainter &painter, const TimelineScene &scene)
{
    painter.save();
    painter.setFont(scene.font);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(QPointF(), scene.size), scene.theme.background);
    if (!scene.layout || scene.layout->isEmpty()) {
        painter.setPen(scene.theme.muted);
        painter.drawText(QRectF(QPointF(), scene.size).adjusted(20, 8, -20, -8), Qt::AlignCenter | Qt::TextWordWrap, scene.emptyText);
        painter.restore();
        return;
    }
    const QRectF rows = scene.rowsArea();
    painter.save();
    painter.setClipRect(rows);
    paintShades(painter, scene);
    const IndexRange visible = scene.layout->rowsIn(int(scene.top), int(std::ceil(scene.top + rows.height())));
    for (int row = visible.first; row < visible.last; ++row)
        paintRow(painter, scene, row);
    paintInstants(painter, scene);
    painter.restore();
    paintNames(painter, scene);
    paintAxis(painter, scene);
    if (scene.hasOverview())
        paintOverview(painter, scene);
    painter.restore();
}

} // namespace pdsi
