// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinescene.h"

#include "ui/models/translate.h"

#include <QFontMetricsF>

namespace pdsi {

QRectF TimelineScene::axisArea() const
{
    const double left = metrics().headerWidth;
    return {left, 0, size.width() - left, double(metrics().axisHeight())};
}

QRectF TimelineScene::rowsArea() const
{
    const double left = metrics().headerWidth, from = metrics().axisHeight();
    const double below = hasOverview() ? metrics().overviewHeight() : 0;
    return {left, from, size.width() - left, size.height() - from - below};
}

QRectF TimelineScene::headerArea() const
{
    const QRectF rows = rowsArea();
    return {0, rows.top(), rows.left(), rows.height()};
}

QRectF TimelineScene::overviewArea() const
{
    const QRectF rows = rowsArea();
    return {rows.left(), rows.bottom(), rows.width(), size.height() - rows.bottom()};
}

void TimelineScene::computeTicks()
{
    const QFontMetricsF text(font);
    const TextWidth width = [&text](const QString &label) { return text.horizontalAdvance(label); };
    const auto clock = [this](Instant at, const char *format) {
        return QLocale().toString(QDateTime::fromSecsSinceEpoch(at, zone), QLatin1String(format));
    };
    std::vector<AxisTag> tags;
    if (cursor)
        tags.push_back({AxisTag::Kind::Cursor, *cursor, clock(*cursor, "ddd d MMM HH:mm"), 0, 0, 0});
    if (now)
        tags.push_back({AxisTag::Kind::Now, *now, tr("now"), 0, 0, 0});
    if (asOf)
        tags.push_back({AxisTag::Kind::AsOf, *asOf, tr("collected"), 0, 0, 0});
    ticks = TimelineTicks::compute(scale, zone, width, std::move(tags));
    if (hasOverview())
        overviewTicks = TimelineTicks::compute(overview.scale(), zone, width);
}

} // namespace pdsi
