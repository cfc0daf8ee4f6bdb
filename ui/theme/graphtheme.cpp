// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/graphtheme.h"

#include "ui/theme/paintedonce.h"
#include "ui/theme/statustheme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace pdsi {

namespace {

GraphTheme lightGraphTheme()
{
    GraphTheme theme;
    theme.background = QColor(0xffffff);
    theme.card = QColor(0xf7f8fa);
    theme.outline = QColor(0x8e97a3);
    theme.text = QColor(0x1c1f24);
    theme.muted = QColor(0x545b64);
    theme.edge = QColor(0x7d8793);
    theme.edgeNow = QColor(0x1a7f37);
    theme.current = QColor(0x1257c4);
    theme.match = QColor(0x9a4d00);
    theme.changed = QColor(0x6d2a9c);
    return theme;
}

GraphTheme darkGraphTheme()
{
    GraphTheme theme;
    theme.dark = true;
    theme.background = QColor(0x1b1d21);
    theme.card = QColor(0x272a30);
    theme.outline = QColor(0x6c7683);
    theme.text = QColor(0xe8eaed);
    theme.muted = QColor(0xb0b7c0);
    theme.edge = QColor(0x8993a0);
    theme.edgeNow = QColor(0x57c878);
    theme.current = QColor(0x7db3ff);
    theme.match = QColor(0xffb454);
    theme.changed = QColor(0xd9a6ff);
    return theme;
}

/// A kind's shape is drawn in a square of 16.
struct KindShape {
    QPainterPath filled;

    void rect(double x, double y, double w, double h) { filled.addRoundedRect(QRectF(x, y, w, h), 0.8, 0.8); }
    void disc(double x, double y, double radius) { filled.addEllipse(QPointF(x, y), radius, radius); }
};

QPainterPath telephone()
{
    KindShape shape;
    shape.rect(4, 0.5, 8, 15);
    QPainterPath screen;
    screen.addRect(QRectF(5.4, 3, 5.2, 8.5));
    return shape.filled.subtracted(screen);
}

QPainterPath calendar()
{
    KindShape shape, days;
    shape.rect(1, 2.5, 14, 13);
    shape.rect(4, 0.5, 2, 4);
    shape.rect(10, 0.5, 2, 4);
    shape.filled.setFillRule(Qt::WindingFill);
    for (const double x : {3.0, 6.8, 10.6}) {
        days.rect(x, 7, 2.4, 2.4);
        days.rect(x, 11, 2.4, 2.4);
    }
    return shape.filled.subtracted(days.filled);
}

QPainterPath kindPath(GraphNodeKind kind)
{
    KindShape shape;
    switch (kind) {
    case GraphNodeKind::BusinessService: { // a case
        shape.rect(1, 5, 14, 10);
        QPainterPath handle, hollow;
        handle.addRoundedRect(QRectF(5, 1.5, 6, 5), 1, 1);
        hollow.addRect(QRectF(6.5, 3, 3, 2));
        return shape.filled.united(handle.subtracted(hollow));
    }
    case GraphNodeKind::Service: // machines in a rack
        shape.rect(1, 1, 14, 4);
        shape.rect(1, 6, 14, 4);
        shape.rect(1, 11, 14, 4);
        break;
    case GraphNodeKind::Policy: // stairs
        shape.filled.addPolygon(QPolygonF({{1, 15}, {1, 11}, {5.5, 11}, {5.5, 6.5}, {10, 6.5}, {10, 2}, {15, 2}, {15, 15}}));
        break;
    case GraphNodeKind::Level: // one step up
        shape.filled.addPolygon(QPolygonF({{8, 1}, {14.5, 8}, {10.5, 8}, {10.5, 15}, {5.5, 15}, {5.5, 8}, {1.5, 8}}));
        break;
    case GraphNodeKind::Schedule: return calendar();
    case GraphNodeKind::Person:
        shape.disc(8, 4.5, 3.8);
        shape.filled.addRoundedRect(QRectF(1.5, 9.5, 13, 6), 4, 4);
        break;
    case GraphNodeKind::ContactMethod: return telephone();
    }
    return shape.filled;
}

QPainterPath markOutline(const QRectF &box, GraphMarkWeight weight)
{
    const auto at = [&](double x, double y) { return QPointF(box.left() + x * box.width(), box.top() + y * box.height()); };
    QPolygonF shape;
    switch (weight) {
    case GraphMarkWeight::Wrong: shape = {at(.3, 0), at(.7, 0), at(1, .3), at(1, .7), at(.7, 1), at(.3, 1), at(0, .7), at(0, .3)}; break;
    case GraphMarkWeight::Weak: shape = {at(.5, 0), at(1, 1), at(0, 1)}; break;
    case GraphMarkWeight::Unknown: shape = {at(.5, 0), at(1, .5), at(.5, 1), at(0, .5)}; break;
    }
    QPainterPath path;
    path.addPolygon(shape);
    path.closeSubpath();
    return path;
}

void paintKind(QPainter &painter, const QRectF &box, GraphNodeKind kind, const QColor &ink)
{
    constexpr double side = 16;
    static const std::array<QPainterPath, 7> paths = [] {
        std::array<QPainterPath, 7> all;
        for (size_t i = 0; i < all.size(); ++i)
            all.at(i) = kindPath(static_cast<GraphNodeKind>(i));
        return all;
    }();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.topLeft());
    painter.scale(box.width() / side, box.height() / side);
    painter.fillPath(paths.at(static_cast<size_t>(kind)), ink);
    painter.restore();
}

} // namespace

GraphMarkWeight weightOf(GraphMarkKind kind)
{
    switch (kind) {
    case GraphMarkKind::MissingPolicy:
    case GraphMarkKind::NobodyNow:
    case GraphMarkKind::DeadEnd:
    case GraphMarkKind::Unreachable: return GraphMarkWeight::Wrong;
    case GraphMarkKind::SingleLevel:
    case GraphMarkKind::SamePersonEveryLevel:
    case GraphMarkKind::LevelSkipped:
    case GraphMarkKind::EmptySchedule: return GraphMarkWeight::Weak;
    case GraphMarkKind::NotReadable: break;
    }
    return GraphMarkWeight::Unknown;
}

GraphTheme GraphTheme::of(bool isDark) { return isDark ? darkGraphTheme() : lightGraphTheme(); }

GraphTheme GraphTheme::of(const QPalette &palette) { return of(StatusTheme::isDark(palette)); }

QColor GraphTheme::kind(GraphNodeKind kind) const
{
    switch (kind) {
    case GraphNodeKind::BusinessService: return dark ? QColor(0x9db4ff) : QColor(0x2f3f8f);
    case GraphNodeKind::Service: return dark ? QColor(0x7db3e8) : QColor(0x1f5f9e);
    case GraphNodeKind::Policy: return dark ? QColor(0xc3a2ee) : QColor(0x6a3ea1);
    case GraphNodeKind::Level: return dark ? QColor(0xb3bac4) : QColor(0x56606c);
    case GraphNodeKind::Schedule: return dark ? QColor(0x6fd0c5) : QColor(0x0f6b62);
    case GraphNodeKind::Person: return dark ? QColor(0xa9c97a) : QColor(0x4c6a12);
    case GraphNodeKind::ContactMethod: break;
    }
    return dark ? QColor(0xd6b48f) : QColor(0x7a5230);
}

QColor GraphTheme::kindFaded(GraphNodeKind of) const
{
    constexpr float part = 0.3F;
    const QColor full = kind(of);
    const auto mixed = [](float ink, float paper) { return part * ink + (1 - part) * paper; };
    return QColor::fromRgbF(mixed(full.redF(), background.redF()), mixed(full.greenF(), background.greenF()), mixed(full.blueF(), background.blueF()));
}

QColor GraphTheme::kindInk() const { return dark ? QColor(0x14171b) : QColor(0xffffff); }

QColor GraphTheme::mark(GraphMarkWeight weight) const
{
    switch (weight) {
    case GraphMarkWeight::Wrong: return dark ? QColor(0xff8f85) : QColor(0xb3261e);
    case GraphMarkWeight::Weak: return dark ? QColor(0xf0b13c) : QColor(0x8a5a00);
    case GraphMarkWeight::Unknown: break;
    }
    return dark ? QColor(0xb9c0c9) : QColor(0x50565e);
}

QColor GraphTheme::markInk(GraphMarkWeight) const { return dark ? QColor(0x17120a) : QColor(0xffffff); }

namespace {

void paintMark(QPainter &painter, const QRectF &box, GraphMarkWeight weight, const GraphTheme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(markOutline(box, weight), theme.mark(weight));
    painter.setPen(QPen(theme.markInk(weight), box.width() * 0.13, Qt::SolidLine, Qt::RoundCap));
    const auto at = [&](double x, double y) { return QPointF(box.left() + x * box.width(), box.top() + y * box.height()); };
    switch (weight) {
    case GraphMarkWeight::Wrong:
        painter.drawLine(at(.32, .32), at(.68, .68));
        painter.drawLine(at(.68, .32), at(.32, .68));
        break;
    case GraphMarkWeight::Weak:
        painter.drawLine(at(.5, .38), at(.5, .66));
        painter.drawPoint(at(.5, .85));
        break;
    case GraphMarkWeight::Unknown: {
        QPainterPath question(at(.4, .38));
        question.cubicTo(at(.42, .22), at(.62, .24), at(.59, .42));
        question.lineTo(at(.5, .55));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(question);
        painter.drawPoint(at(.5, .74));
        break;
    }
    }
    painter.restore();
}

} // namespace

void drawGraphKind(QPainter &painter, const QRectF &box, GraphNodeKind kind, const QColor &ink)
{
    paintOnce(painter, box, quint64(kind) << 32 | ink.rgb(), [&](QPainter &into, const QRectF &at) { paintKind(into, at, kind, ink); });
}

void drawGraphMark(QPainter &painter, const QRectF &box, GraphMarkWeight weight, const GraphTheme &theme)
{
    constexpr quint64 mark = quint64(1) << 40;
    paintOnce(painter, box, mark | quint64(weight) << 32 | theme.mark(weight).rgb(),
                [&](QPainter &into, const QRectF &at) { paintMark(into, at, weight, theme); });
}

void drawGraphChange(QPainter &painter, const QRectF &area, const GraphTheme &theme)
{
    constexpr double spacing = 7;
    painter.setPen(QPen(theme.changed, 1));
    for (double x = std::ceil((area.left() - area.height()) / spacing) * spacing; x < area.right(); x += spacing) {
        const double from = std::max(x, area.left()), to = std::min(x + area.height(), area.right());
        if (from < to)
            painter.drawLine(QPointF(from, area.bottom() - (from - x)), QPointF(to, area.bottom() - (to - x)));
    }
}

} // namespace pdsi
