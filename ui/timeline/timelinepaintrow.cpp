// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/persontheme.h"
#include "ui/timeline/timelinelabels.h"
#include "ui/timeline/timelinepaint.h"
#include "ui/timeline/timelinewords.h"

#include <QPainter>

#include <cmath>

namespace pdsi {

namespace {

constexpr double textInset = 4;
constexpr double beyond = 4; // pixels drawn outside of the area, so that outlines are not seen ending there

/// The part of a rectangle that can be seen, with a little more at either side.
QRectF cut(const QRectF &rect, const QRectF &area)
{
    const double left = std::max(rect.left(), area.left() - beyond), right = std::min(rect.right(), area.right() + beyond);
    return {left, rect.top(), std::max(0.0, right - left), rect.height()};
}

struct Row {
    QPainter &painter;
    const TimelineScene &scene;
    int row;
    QRectF area;
    const TimelineTheme &theme() const { return scene.theme; }
    QRectF placed(const QRectF &rect) const { return cut(rect.translated(area.left(), scene.yOf(0)), area); }
};

void paintUncertainOutline(const Row &at, const QRectF &rect)
{
    at.painter.setPen(QPen(at.theme().muted, 1, Qt::DashLine));
    at.painter.setBrush(Qt::NoBrush);
    at.painter.drawRect(rect.adjusted(0.5, 0.5, -1.5, -1.5));
}

void paintBar(const Row &at, int index, const CoverageBar &bar)
{
    const QRectF rect = at.placed(at.scene.layout->barRect(at.row, index, at.scene.scale)).adjusted(0, 1, 0, -1);
    const bool matches = !at.scene.search || at.scene.search->personMatches(bar.person) || at.scene.search->rowMatches(at.row);
    const bool named = at.scene.search && at.scene.search->isActive() && at.scene.search->personMatches(bar.person);
    QColor fill = PersonTheme::fill(at.scene.layout->data().colourOf(bar.person), at.theme().dark);
    QColor ink = PersonTheme::ink(at.theme().dark);
    if (!matches) {
        fill = at.theme().dimmed(fill);
        ink = at.theme().dimmed(at.theme().text);
    }
    const bool separated = rect.width() >= 4;
    fillPixels(at.painter, separated ? rect.adjusted(1, 0, 0, 0) : rect, fill); // one pixel of air: a handoff
    if (bar.liveness == Liveness::Unknown && rect.width() >= 6)
        paintUncertainOutline(at, rect);
    if (named && rect.width() >= 4) {
        at.painter.setPen(QPen(at.theme().match, 2));
        at.painter.setBrush(Qt::NoBrush);
        at.painter.drawRect(rect.adjusted(2, 1, -1, -1));
    }
    // A name stays in sight as long as its bar does.
    const double left = std::max(rect.left(), at.area.left()) + textInset;
    const double room = std::min(rect.right(), at.area.right()) - left - 2;
    if (const QStaticText *text = at.scene.labels->fitting(bar.person, room, bar.liveness != Liveness::Unknown)) {
        at.painter.setPen(ink);
        at.painter.drawStaticText(QPointF(left, std::round(rect.center().y() - at.scene.labels->height() / 2)), *text);
    }
}

void paintBars(const Row &at)
{
    const std::span<const CoverageBar> bars = at.scene.layout->bars(at.row);
    const IndexRange range = at.scene.layout->barsIn(at.row, at.scene.scale.visible());
    for (int i = range.first; i < range.last; ++i) {
        const CoverageBar &bar = bars[size_t(i)];
        if (bar.person >= 0 && bar.liveness != Liveness::Nobody) // else there is a gap
            paintBar(at, i, bar);
    }
}

/// A label on a plate of the gap's own colour, or the mark alone, or nothing.
void paintGapLabel(const Row &at, const CoverageGap &gap, const QRectF &rect, const GapLook &look)
{
    const double left = std::max(rect.left(), at.area.left()), right = std::min(rect.right(), at.area.right());
    TimelineLabels &labels = *at.scene.labels;
    // Working out what to say costs more than a look at whether anything fits.
    const bool roomy = right - left > 2 * labels.height();
    const QStaticText *text = roomy ? labels.fitting(gapLabels(gap), right - left - 2 * textInset) : nullptr;
    if (text) {
        const double width = text->size().width(), height = std::min(rect.height() - 2, labels.height() + 2);
        const QRectF plate(std::round((left + right - width) / 2 - textInset), std::round(rect.center().y() - height / 2),
                           width + 2 * textInset, height);
        fillPixels(at.painter, plate, look.fill);
        at.painter.setPen(look.ink);
        at.painter.drawStaticText(QPointF(plate.left() + textInset, std::round(plate.center().y() - labels.height() / 2)), *text);
        return;
    }
    const double side = std::min({right - left - 2, rect.height() - 4, 13.0});
    if (side >= 8)
        drawMarkOnGap(at.painter, QRectF((left + right - side) / 2, rect.center().y() - side / 2, side, side), gap.kind, look);
}

void paintGap(const Row &at, int index, const CoverageGap &gap)
{
    GapLook look = at.theme().gap(gap.kind);
    const bool searching = at.scene.search && at.scene.search->isActive();
    if (searching && !at.scene.search->rowMatches(at.row)) {
        look.fill = at.theme().dimmed(look.fill);
        look.line = at.theme().dimmed(look.line);
        look.ink = at.theme().dimmed(at.theme().text);
    }
    QRectF rect = at.placed(at.scene.layout->gapRect(at.row, index, at.scene.scale));
    const bool quiet = !matters(gap);
    if (quiet) // as high as a bar: does not shout
        rect.adjust(0, 3, 0, -3);
    fillPixels(at.painter, rect, look.fill);
    if (rect.width() > 2 * TimelineMetrics::narrowestGap) {
        at.painter.save();
        at.painter.setClipRect(rect.intersected(at.area));
        drawHatch(at.painter, rect, look, at.scene.xOf(gap.start));
        at.painter.restore();
    }
    if (rect.width() >= 2) {
        at.painter.setPen(QPen(look.line, 1));
        at.painter.setBrush(Qt::NoBrush);
        at.painter.drawRect(QRectF(std::round(rect.left()) + 0.5, std::round(rect.top()) + 0.5,
                                   std::max(1.0, std::round(rect.right()) - std::round(rect.left()) - 1), std::round(rect.height()) - 1));
    }
    if (rect.width() >= 10)
        paintGapLabel(at, gap, rect, look);
}

void paintGaps(const Row &at)
{
    const std::span<const CoverageGap> gaps = at.scene.layout->gaps(at.row);
    // One that is drawn wider than it is reaches into what is visible from outside.
    const Instant reach = Instant(std::ceil(TimelineMetrics::narrowestGap * at.scene.scale.secondsPerPixel));
    const Interval visible = at.scene.scale.visible();
    const IndexRange range = at.scene.layout->gapsIn(at.row, {visible.start - reach, visible.end + reach});
    for (int pass = 0; pass < 2; ++pass) { // what matters lies on top
        for (int i = range.first; i < range.last; ++i) {
            if (matters(gaps[size_t(i)]) == (pass == 1))
                paintGap(at, i, gaps[size_t(i)]);
        }
    }
}

/// Where level 1 answers: the calm ground that gaps of services and policies stand out from.
void paintCovered(const Row &at)
{
    const TimelineRow &row = at.scene.layout->row(at.row);
    const bool answers = row.kind == TimelineRowKind::Policy
        || (row.kind == TimelineRowKind::Service && at.scene.layout->data().coverage().services[size_t(row.index)].policy >= 0);
    if (!answers)
        return;
    const Interval window = at.scene.layout->data().coverage().window();
    const int above = row.heading ? at.scene.metrics().headingGap() : 0;
    const QRectF full(at.scene.scale.xOf(window.start), at.scene.layout->rowTop(at.row) + above + 4,
                      at.scene.scale.pixels(window.seconds()), at.scene.layout->rowHeight(at.row) - above - 8);
    fillPixels(at.painter, at.placed(full), at.theme().covered);
}

void paintOffHours(const Row &at, double top, double bottom)
{
    const TimelineRow &row = at.scene.layout->row(at.row);
    if (row.kind != TimelineRowKind::Schedule)
        return;
    const Interval visible = at.scene.scale.visible();
    for (const Interval &off : at.scene.layout->data().coverage().schedules[size_t(row.index)].offHours.intervals()) {
        if (off.start >= visible.end)
            break;
        if (off.end > visible.start)
            at.painter.fillRect(cut(QRectF(at.scene.xOf(off.start), top, at.scene.scale.pixels(off.seconds()), bottom - top), at.area),
                                at.theme().offHours);
    }
}

void paintDifferences(const Row &at, double bottom)
{
    const TimelineRow &row = at.scene.layout->row(at.row);
    const std::vector<Interval> *found = row.kind == TimelineRowKind::Schedule && at.scene.differences
        ? at.scene.differences(row.index) : nullptr;
    if (!found)
        return;
    for (const Interval &one : *found) {
        const QRectF rect(at.scene.xOf(one.start), bottom - 4, std::max(3.0, at.scene.scale.pixels(one.seconds())), 3);
        if (rect.right() > at.area.left() && rect.left() < at.area.right())
            fillPixels(at.painter, cut(rect, at.area), at.theme().text);
    }
}

void paintOutline(const Row &at, const TimelineItem &item, const QPen &pen)
{
    if (item.row != at.row || item.kind == TimelineItem::Kind::None || item.kind == TimelineItem::Kind::Row)
        return;
    const TimelineLayout &layout = *at.scene.layout;
    const QRectF rect = at.placed(item.kind == TimelineItem::Kind::Bar ? layout.barRect(at.row, item.index, at.scene.scale)
                                                                        : layout.gapRect(at.row, item.index, at.scene.scale));
    at.painter.setPen(pen);
    at.painter.setBrush(Qt::NoBrush);
    at.painter.drawRect(rect.adjusted(0, 0, -1, -1));
}

} // namespace

void paintRow(QPainter &painter, const TimelineScene &scene, int row)
{
    const Row at{painter, scene, row, scene.rowsArea()};
    const double top = scene.yOf(scene.layout->rowTop(row)), bottom = scene.yOf(scene.layout->rowTop(row + 1));
    if (row == scene.current.row) {
        QColor tint = scene.theme.range;
        tint.setAlpha(24);
        painter.fillRect(QRectF(at.area.left(), top, at.area.width(), bottom - top), tint);
    }
    paintOffHours(at, top, bottom);
    paintCovered(at);
    paintBars(at);
    paintGaps(at);
    paintDifferences(at, bottom);
    painter.setPen(scene.layout->row(row).heading ? scene.theme.gridStrong : scene.theme.grid);
    const double line = scene.layout->row(row).heading ? top : bottom - 1;
    painter.drawLine(QLineF(at.area.left(), line + 0.5, at.area.right(), line + 0.5));
    paintOutline(at, scene.hovered, QPen(scene.theme.muted, 1));
    paintOutline(at, scene.current, QPen(scene.theme.focus, scene.focused ? 3 : 2, scene.focused ? Qt::SolidLine : Qt::DashLine));
}

} // namespace pdsi
