// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/timelinetheme.h"

#include "ui/theme/statustheme.h"

#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace pdsi {

namespace {

TimelineTheme lightTheme()
{
    TimelineTheme theme;
    theme.background = QColor(0xffffff);
    theme.header = QColor(0xf4f5f7);
    theme.text = QColor(0x1c1f24);
    theme.muted = QColor(0x5a6068);
    theme.grid = QColor(0xe4e7eb);
    theme.gridStrong = QColor(0xb8bfc8);
    theme.weekend = QColor(0xe5e9f1);
    theme.offHours = QColor(0xdde3f0);
    theme.covered = QColor(0xd5e8dc);
    theme.now = QColor(0x1257c4);
    theme.asOf = QColor(0x1257c4);
    theme.cursor = QColor(0x6d2a9c);
    theme.clockChange = QColor(0x0b6b6b);
    theme.range = QColor(0x1257c4);
    theme.focus = QColor(Qt::black);
    theme.match = QColor(0x1257c4);
    return theme;
}

TimelineTheme darkTheme()
{
    TimelineTheme theme;
    theme.dark = true;
    theme.background = QColor(0x1b1d21);
    theme.header = QColor(0x25282d);
    theme.text = QColor(0xe8eaed);
    theme.muted = QColor(0xa9b0b9);
    theme.grid = QColor(0x2d3137);
    theme.gridStrong = QColor(0x4b525c);
    theme.weekend = QColor(0x272b33);
    theme.offHours = QColor(0x2c3446);
    theme.covered = QColor(0x24402f);
    theme.now = QColor(0x7db3ff);
    theme.asOf = QColor(0x7db3ff);
    theme.cursor = QColor(0xd9a6ff);
    theme.clockChange = QColor(0x6fd3d3);
    theme.range = QColor(0x7db3ff);
    theme.focus = QColor(0xffffff);
    theme.match = QColor(0x7db3ff);
    return theme;
}

/// Slanted lines at multiples of `spacing` of (x - phase) + y (or - y), cut to the area.
void slanted(QPainter &painter, const QRectF &area, double spacing, double phase, bool falling)
{
    const double height = area.height();
    QList<QLineF> lines;
    const double origin = std::floor((area.left() - height - phase) / spacing) * spacing + phase;
    for (double x = origin; x < area.right(); x += spacing) { // x: where the line crosses the bottom
        const double from = std::max(x, area.left()), to = std::min(x + height, area.right());
        if (to <= from)
            continue;
        const double a = from - x, b = to - x; // how far up
        lines << (falling ? QLineF(from, area.top() + a, to, area.top() + b)
                          : QLineF(from, area.bottom() - a, to, area.bottom() - b));
    }
    painter.drawLines(lines);
}

void dots(QPainter &painter, const QRectF &area, double spacing, double phase)
{
    QList<QPointF> points;
    bool odd = false;
    for (double y = area.top() + 2; y < area.bottom() - 1; y += spacing, odd = !odd) {
        const double first = phase + (odd ? spacing / 2 : 0);
        for (double x = first + std::ceil((area.left() + 1 - first) / spacing) * spacing; x < area.right() - 1; x += spacing)
            points << QPointF(x, y);
    }
    painter.drawPoints(points.constData(), int(points.size()));
}

void level(QPainter &painter, const QRectF &area, double spacing)
{
    QList<QLineF> lines;
    for (double y = area.top() + spacing / 2; y < area.bottom(); y += spacing)
        lines << QLineF(area.left(), y, area.right(), y);
    painter.drawLines(lines);
}

QPainterPath markPath(const QRectF &box, GapKind kind)
{
    QPainterPath path;
    const double w = box.width(), h = box.height();
    const auto at = [&](double x, double y) { return QPointF(box.left() + x * w, box.top() + y * h); };
    switch (kind) {
    case GapKind::Nobody: // octagon
        path.addPolygon(QPolygonF({at(.3, 0), at(.7, 0), at(1, .3), at(1, .7), at(.7, 1), at(.3, 1), at(0, .7), at(0, .3)}));
        break;
    case GapKind::CaughtByLevel: // triangle
        path.addPolygon(QPolygonF({at(.5, 0), at(1, 1), at(0, 1)}));
        break;
    case GapKind::Unknown: // diamond
        path.addPolygon(QPolygonF({at(.5, 0), at(1, .5), at(.5, 1), at(0, .5)}));
        break;
    case GapKind::OffHours:
    case GapKind::Maintenance:
    case GapKind::Disabled:
        path.addRoundedRect(box, 2, 2);
        break;
    }
    path.closeSubpath();
    return path;
}

QString markText(GapKind kind)
{
    switch (kind) {
    case GapKind::Nobody: return QStringLiteral("\u2715");
    case GapKind::CaughtByLevel: return QStringLiteral("!");
    case GapKind::Unknown: return QStringLiteral("?");
    case GapKind::OffHours: return QStringLiteral("o");
    case GapKind::Maintenance: return QStringLiteral("m");
    case GapKind::Disabled: return QStringLiteral("\u2013");
    }
    return {};
}

/// A mark to draw: `path` is its outline in a box.
struct Mark {
    QPainterPath (*path)(const QRectF &box, GapKind kind);
    GapKind kind = GapKind::Nobody;
    QColor fill, ink;
    QString text;
};

void drawMarkItself(QPainter &painter, const QRectF &box, const Mark &mark)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(mark.path(box, mark.kind), mark.fill);
    QFont font = painter.font();
    font.setPixelSize(std::max(6, int(box.height() * 0.75)));
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(mark.ink);
    painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, mark.text);
    painter.restore();
}

/// The mark as a picture, painted once: a frame may show thousands of them.
const QImage &markPicture(const QPainter &painter, int side, const Mark &mark)
{
    using Key = std::tuple<int, char16_t, int, int, QRgb, QRgb>;
    static thread_local std::map<Key, QImage> pictures;
    constexpr size_t most = 500;
    const qreal ratio = painter.device()->devicePixelRatioF();
    const Key key{int(mark.kind), mark.text.at(0).unicode(), side, qRound(ratio * 100), mark.fill.rgb(), mark.ink.rgb()};
    const auto known = pictures.find(key);
    if (known != pictures.end())
        return known->second;
    if (pictures.size() >= most)
        pictures.clear();
    QImage picture(QSizeF(side * ratio, side * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter into(&picture);
    into.setFont(painter.font());
    drawMarkItself(into, QRectF(0, 0, side, side), mark);
    into.end();
    return pictures.emplace(key, std::move(picture)).first->second;
}

void drawMark(QPainter &painter, const QRectF &box, const Mark &mark)
{
    if (painter.paintEngine()->type() != QPaintEngine::Raster)
        return drawMarkItself(painter, box, mark); // vector formats get vectors
    const int side = std::max(1, int(std::round(box.width())));
    painter.drawImage(QPointF(std::round(box.left()), std::round(box.top())), markPicture(painter, side, mark));
}

QPainterPath disc(const QRectF &box, GapKind)
{
    QPainterPath path;
    path.addEllipse(box);
    return path;
}

} // namespace

TimelineTheme TimelineTheme::of(bool isDark) { return isDark ? darkTheme() : lightTheme(); }

TimelineTheme TimelineTheme::of(const QPalette &palette) { return of(StatusTheme::isDark(palette)); }

GapLook TimelineTheme::gap(GapKind kind) const
{
    using Hatch = GapLook::Hatch;
    switch (kind) {
    case GapKind::Nobody:
        return dark ? GapLook{QColor(0xc62f2f), QColor(0xff9c92), QColor(0xffffff), Hatch::Diagonal, 7}
                    : GapLook{QColor(0xd32f2f), QColor(0x7a0c0c), QColor(0xffffff), Hatch::Diagonal, 7};
    case GapKind::CaughtByLevel:
        return dark ? GapLook{QColor(0xe0a020), QColor(0x5c3d00), QColor(0x17120a), Hatch::Lines, 5}
                    : GapLook{QColor(0xffc24a), QColor(0x8a5a00), QColor(0x241a08), Hatch::Lines, 5};
    case GapKind::Unknown:
        return dark ? GapLook{QColor(0x3b4048), QColor(0xb9c0c9), QColor(0xf2f4f7), Hatch::Dots, 5}
                    : GapLook{QColor(0xe3e5e8), QColor(0x50565e), QColor(0x1c1f24), Hatch::Dots, 5};
    case GapKind::OffHours:
        return dark ? GapLook{QColor(0x2c3446), QColor(0x55617d), QColor(0xd5dbe8), Hatch::None, 6}
                    : GapLook{QColor(0xdde3f0), QColor(0x8a97b5), QColor(0x2f3a55), Hatch::None, 6};
    case GapKind::Maintenance:
        return dark ? GapLook{QColor(0x2b3a3f), QColor(0x62848d), QColor(0xd6e6ea), Hatch::Cross, 9}
                    : GapLook{QColor(0xdcebee), QColor(0x7fa5ad), QColor(0x1f454d), Hatch::Cross, 9};
    case GapKind::Disabled:
        return dark ? GapLook{QColor(0x2d2f34), QColor(0x5c616a), QColor(0xc8ccd2), Hatch::None, 6}
                    : GapLook{QColor(0xeceded), QColor(0x9a9fa6), QColor(0x44494f), Hatch::None, 6};
    }
    return {};
}

QColor TimelineTheme::dimmed(const QColor &color) const
{
    const auto mixed = [](int a, int b) { return (a + 4 * b) / 5; };
    return QColor(mixed(color.red(), background.red()), mixed(color.green(), background.green()),
                  mixed(color.blue(), background.blue()));
}

void drawHatch(QPainter &painter, const QRectF &area, const GapLook &look, double phase)
{
    painter.setPen(QPen(look.line, 1));
    switch (look.hatch) {
    case GapLook::Hatch::None: break;
    case GapLook::Hatch::Diagonal: slanted(painter, area, look.spacing, phase, false); break;
    case GapLook::Hatch::Cross:
        slanted(painter, area, look.spacing, phase, false);
        slanted(painter, area, look.spacing, phase, true);
        break;
    case GapLook::Hatch::Dots: dots(painter, area, look.spacing, phase); break;
    case GapLook::Hatch::Lines: level(painter, area, look.spacing); break;
    }
}

void drawGapMark(QPainter &painter, const QRectF &box, GapKind kind, const TimelineTheme &theme)
{
    const GapLook look = theme.gap(kind);
    const bool quiet = kind != GapKind::Nobody && kind != GapKind::CaughtByLevel;
    drawMark(painter, box, {markPath, kind, quiet ? theme.muted : look.fill, quiet ? theme.background : look.ink, markText(kind)});
}

void drawMarkOnGap(QPainter &painter, const QRectF &box, GapKind kind, const GapLook &look)
{
    drawMark(painter, box, {markPath, kind, look.ink, look.fill, markText(kind)});
}

void drawCoveredMark(QPainter &painter, const QRectF &box, const TimelineTheme &theme)
{
    drawMark(painter, box, {disc, GapKind::Nobody, StatusTheme::color(OutcomeStatus::Pass, theme.dark), theme.background, QStringLiteral("\u2713")});
}

} // namespace pdsi
