// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinepaint.h"
#include "ui/models/translate.h"
#include "ui/timeline/timelinewords.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace pdsi {

namespace {

constexpr double edge = 6;        // of the column of names
constexpr double indentation = 14;
constexpr double searchMarkSide = 12;

QColor colourOf(AxisTag::Kind kind, const TimelineTheme &theme)
{
    switch (kind) {
    case AxisTag::Kind::Cursor: return theme.cursor;
    case AxisTag::Kind::AsOf: return theme.asOf;
    case AxisTag::Kind::Now: return theme.now;
    case AxisTag::Kind::ClockChange: return theme.clockChange;
    }
    return theme.text;
}

double baseline(const QFontMetricsF &metrics, double top, double height)
{
    return top + (height + metrics.ascent() - metrics.descent()) / 2;
}

struct NameLine {
    double left = 0;
    double right = 0;
    double top = 0;
    double height = 0;
};

void drawElided(QPainter &painter, const QFontMetricsF &metrics, const NameLine &line, const QString &text)
{
    painter.drawText(QPointF(line.left, baseline(metrics, line.top, line.height)),
                     metrics.elidedText(text, Qt::ElideRight, std::max(0.0, line.right - line.left)));
}

/// "differs 3 h" at the right end, where PagerDuty's rendering is not what the schedule's rules give.
double paintDifferenceMark(QPainter &painter, const TimelineScene &scene, const TimelineRow &row, const NameLine &line)
{
    const std::vector<Interval> *found = row.kind == TimelineRowKind::Schedule && scene.differences ? scene.differences(row.index) : nullptr;
    if (!found || found->empty())
        return line.right;
    qint64 seconds = 0;
    for (const Interval &one : *found)
        seconds += one.seconds();
    const QFontMetricsF metrics(painter.font());
    const QString text = QStringLiteral("\u2260 ") + tr("differs %1").arg(timelineDuration(seconds));
    const double width = metrics.horizontalAdvance(text) + 8;
    const QRectF chip(line.right - width, line.top + 1, width, line.height - 2);
    painter.setPen(QPen(scene.theme.muted, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(chip.adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setPen(scene.theme.text);
    painter.drawText(QPointF(chip.left() + 4, baseline(metrics, line.top, line.height)), text);
    return chip.left() - 6;
}

QString firstLine(const TimelineScene &scene, const TimelineRow &row)
{
    const QString name = rowName(scene.layout->data(), row);
    return row.level < 0 ? name : QStringLiteral("%1 \u00b7 %2").arg(tr("L%1").arg(row.level + 1), name);
}

void paintName(QPainter &painter, const TimelineScene &scene, int index)
{
    const TimelineRow &row = scene.layout->row(index);
    const TimelineTheme &theme = scene.theme;
    const int above = row.heading ? scene.metrics().headingGap() : 0;
    const double top = scene.yOf(scene.layout->rowTop(index)) + above, bottom = scene.yOf(scene.layout->rowTop(index + 1));
    const double width = scene.headerArea().width();
    if (index == scene.current.row) {
        QColor tint = theme.range;
        tint.setAlpha(theme.dark ? 60 : 40);
        painter.fillRect(QRectF(0, top, width, bottom - top), tint);
        painter.fillRect(QRectF(0, top, 3, bottom - top), theme.range);
    }
    painter.setPen(row.heading ? theme.gridStrong : theme.grid);
    const double line = row.heading ? top - above : bottom - 1;
    painter.drawLine(QLineF(0, line + 0.5, width, line + 0.5));

    QFont font = scene.font;
    font.setBold(row.heading);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    const bool troubled = row.summary.gaps > 0;
    const double lineHeight = scene.metrics().line, text = troubled ? 2 * lineHeight : lineHeight;
    NameLine first{edge + (row.group >= 0 ? indentation : 0), width - edge, top + (bottom - top - text) / 2, lineHeight};
    const bool dimmed = scene.search && scene.search->isActive() && !scene.search->rowHasMatch(index);
    if (row.kind != TimelineRowKind::Team && row.kind != TimelineRowKind::Person) {
        const QRectF mark(first.left, first.top + (text - searchMarkSide) / 2, searchMarkSide, searchMarkSide);
        painter.setOpacity(dimmed ? 0.3 : 1);
        if (troubled)
            drawGapMark(painter, mark, row.summary.kind, theme);
        else
            drawCoveredMark(painter, mark, theme);
        painter.setOpacity(1);
        first.left += searchMarkSide + 5;
    }
    first.right = paintDifferenceMark(painter, scene, row, first);
    painter.setPen(dimmed ? theme.dimmed(theme.text) : theme.text);
    drawElided(painter, metrics, first, firstLine(scene, row));
    if (!troubled)
        return;
    painter.setFont(scene.font);
    painter.setPen(dimmed ? theme.dimmed(theme.text) : theme.muted);
    drawElided(painter, QFontMetricsF(scene.font), {first.left, width - edge, first.top + lineHeight, lineHeight}, summaryWords(row.summary));
}

void drawLabels(QPainter &painter, const std::vector<TimelineTick> &row, const QRectF &line)
{
    const QFontMetricsF metrics(painter.font());
    for (const TimelineTick &tick : row) {
        if (!tick.label.isEmpty())
            painter.drawText(QPointF(line.left() + tick.labelX, baseline(metrics, line.top(), line.height())), tick.label);
    }
}

void paintTags(QPainter &painter, const TimelineScene &scene, const QRectF &upper)
{
    const QFontMetricsF metrics(painter.font());
    for (auto tag = scene.ticks.tags.rbegin(); tag != scene.ticks.tags.rend(); ++tag) {
        if (tag->x < 0 || tag->x > upper.width())
            continue;
        const QColor color = colourOf(tag->kind, scene.theme);
        lineDown(painter, upper.left() + tag->x, upper.top() + 2, upper.bottom(), QPen(color, tag->kind == AxisTag::Kind::ClockChange ? 1 : 2));
        painter.setPen(color);
        if (!tag->label.isEmpty())
            painter.drawText(QPointF(upper.left() + tag->labelX, baseline(metrics, upper.top(), upper.height())), tag->label);
    }
}

} // namespace

void paintAxis(QPainter &painter, const TimelineScene &scene)
{
    const QRectF area = scene.axisArea();
    const TimelineTheme &theme = scene.theme;
    painter.fillRect(QRectF(0, 0, scene.size.width(), area.height()), theme.header);
    const double half = std::floor(area.height() / 2);
    const QRectF upper(area.left(), 0, area.width(), half), lower(area.left(), half, area.width(), area.height() - half);
    painter.setFont(scene.font);
    painter.save();
    painter.setClipRect(area);
    for (const TimelineTick &tick : scene.ticks.upper) {
        if (tick.x >= 0)
            lineDown(painter, area.left() + tick.x, 0, area.bottom(), theme.gridStrong);
    }
    for (const TimelineTick &tick : scene.ticks.lower) {
        if (tick.x >= 0)
            lineDown(painter, area.left() + tick.x, lower.top() + 3, area.bottom(), theme.gridStrong);
    }
    if (scene.range) {
        QColor tint = theme.range;
        tint.setAlpha(70);
        const double from = scene.xOf(scene.range->start);
        painter.fillRect(QRectF(from, lower.top(), std::max(1.0, scene.xOf(scene.range->end) - from), lower.height()), tint);
    }
    painter.setPen(theme.text);
    drawLabels(painter, scene.ticks.upper, upper);
    painter.setPen(theme.muted);
    drawLabels(painter, scene.ticks.lower, lower);
    paintTags(painter, scene, upper);
    painter.restore();
    // The corner says by whose clocks this is.
    const QFontMetricsF metrics(scene.font);
    painter.setPen(theme.muted);
    drawElided(painter, metrics, {edge, area.left() - edge, lower.top(), lower.height()}, zoneWords(scene.zone, scene.scale.visible()));
    painter.setPen(theme.text);
    const Interval window = scene.layout->data().coverage().window();
    drawElided(painter, metrics, {edge, area.left() - edge, 0, half}, timelineDuration(std::min(window.seconds(), scene.scale.visible().seconds())));
    painter.setPen(theme.gridStrong);
    painter.drawLine(QLineF(0, area.bottom() - 0.5, scene.size.width(), area.bottom() - 0.5));
}

void paintNames(QPainter &painter, const TimelineScene &scene)
{
    const QRectF area = scene.headerArea();
    painter.save();
    painter.setClipRect(area);
    painter.fillRect(area, scene.theme.header);
    const IndexRange visible = scene.layout->rowsIn(int(scene.top), int(std::ceil(scene.top + area.height())));
    for (int row = visible.first; row < visible.last; ++row)
        paintName(painter, scene, row);
    painter.restore();
    lineDown(painter, area.right() - 1, 0, scene.size.height(), scene.theme.gridStrong);
}

void paintOverview(QPainter &painter, const TimelineScene &scene)
{
    const QRectF area = scene.overviewArea();
    const TimelineTheme &theme = scene.theme;
    painter.fillRect(QRectF(0, area.top(), scene.size.width(), area.height()), theme.header);
    painter.setPen(theme.gridStrong);
    painter.drawLine(QLineF(0, area.top() + 0.5, scene.size.width(), area.top() + 0.5));
    const double strip = area.height() - scene.metrics().line - 2; // marks above, dates below
    const double tallest = strip - 3;
    for (const TimelineOverview::Mark &mark : scene.overview.marks()) {
        const double bottom = area.top() + strip - std::round(mark.below * tallest), top = area.top() + strip - std::round(mark.share * tallest);
        painter.fillRect(QRectF(area.left() + mark.from, std::min(top, bottom - 1), mark.to - mark.from, std::max(1.0, bottom - top)), theme.gap(mark.kind).fill);
    }
    painter.setFont(scene.font);
    painter.setPen(theme.muted);
    drawLabels(painter, scene.overviewTicks.lower, QRectF(area.left(), area.top() + strip, area.width(), area.height() - strip));
    for (const TimelineTick &tick : scene.overviewTicks.lower) {
        if (tick.x >= 0)
            lineDown(painter, area.left() + tick.x, area.top() + strip, area.bottom(), theme.gridStrong);
    }
    const QFontMetricsF metrics(scene.font);
    painter.setPen(theme.muted);
    drawElided(painter, metrics, {edge, area.left() - edge, area.top(), area.height()}, tr("Whole window: %1").arg(timelineDuration(scene.layout->data().coverage().window().seconds())));
    // What is outside of the view steps back.
    const TimelineScale &whole = scene.overview.scale();
    const double from = std::clamp(whole.xOf(Instant(scene.scale.start)), 0.0, area.width());
    const double to = std::clamp(whole.xOf(Instant(scene.scale.instantAt(scene.scale.width))), from + 2, std::max(area.width(), from + 2));
    QColor veil = theme.header;
    veil.setAlpha(150);
    painter.fillRect(QRectF(area.left(), area.top() + 1, from, area.height() - 1), veil);
    painter.fillRect(QRectF(area.left() + to, area.top() + 1, area.width() - to, area.height() - 1), veil);
    painter.setPen(QPen(theme.range, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(area.left() + from + 1, area.top() + 2, std::max(2.0, to - from - 2), area.height() - 3));
}

} // namespace pdsi
