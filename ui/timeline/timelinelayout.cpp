// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinelayout.h"

#include <algorithm>
#include <limits>

namespace pdsi {

TimelineLayout::TimelineLayout(std::shared_ptr<const TimelineData> data, std::vector<TimelineRow> rows, const TimelineMetrics &metrics)
    : m_data(std::move(data))
    , m_rows(std::move(rows))
    , m_metrics(metrics)
{
    m_tops.reserve(m_rows.size() + 1);
    int top = 0;
    for (const TimelineRow &row : m_rows) {
        m_tops.push_back(top);
        top += heightOf(row);
    }
    m_tops.push_back(top);
}

/// Rows with gaps have room for a second line that sums them up.
int TimelineLayout::heightOf(const TimelineRow &row) const
{
    const int lanes = row.kind == TimelineRowKind::Schedule ? m_data->laneCount(row.index) : 1;
    const int lines = row.summary.gaps > 0 ? 2 * m_metrics.line + 2 : m_metrics.line + 6;
    const int content = std::max(lanes * m_metrics.laneHeight(), lines) + 2 * TimelineMetrics::padding;
    return content + (row.heading ? m_metrics.headingGap() : 0);
}

int TimelineLayout::rowAt(int y) const
{
    if (y < 0 || y >= height())
        return -1;
    return int(std::upper_bound(m_tops.begin(), m_tops.end(), y) - m_tops.begin()) - 1;
}

IndexRange TimelineLayout::rowsIn(int top, int bottom) const
{
    if (isEmpty() || bottom <= 0 || top >= height() || bottom <= top)
        return {};
    return {rowAt(std::max(0, top)), rowAt(std::min(bottom, height()) - 1) + 1};
}

std::span<const CoverageBar> TimelineLayout::bars(int row) const
{
    const TimelineRow &one = this->row(row);
    if (one.kind == TimelineRowKind::Schedule)
        return m_data->coverage().schedules[size_t(one.index)].bars;
    return one.kind == TimelineRowKind::Person ? m_data->alwaysOnCall(one.index) : std::span<const CoverageBar>();
}

IndexRange TimelineLayout::barsIn(int row, Interval interval) const
{
    const std::span<const CoverageBar> all = bars(row);
    const TimelineRow &one = this->row(row);
    // Bars are sorted by start; where they do not overlap also by end. The longest one bounds how far back to look.
    const qint64 back = one.kind == TimelineRowKind::Schedule ? m_data->longestBar(one.index) : std::numeric_limits<int>::max();
    auto first = std::upper_bound(all.begin(), all.end(), interval.start - back,
                                  [](Instant at, const CoverageBar &bar) { return at < bar.start; });
    while (first != all.end() && first->end <= interval.start)
        ++first;
    const auto last = std::lower_bound(first, all.end(), interval.end,
                                       [](const CoverageBar &bar, Instant at) { return bar.start < at; });
    return {int(first - all.begin()), int(last - all.begin())};
}

IndexRange TimelineLayout::gapsIn(int row, Interval interval) const
{
    const std::span<const CoverageGap> all = gaps(row);
    const auto first = std::upper_bound(all.begin(), all.end(), interval.start,
                                        [](Instant at, const CoverageGap &gap) { return at < gap.end; });
    const auto last = std::lower_bound(first, all.end(), interval.end,
                                       [](const CoverageGap &gap, Instant at) { return gap.start < at; });
    return {int(first - all.begin()), int(last - all.begin())};
}

QRectF TimelineLayout::barRect(int row, int bar, const TimelineScale &scale) const
{
    const TimelineRow &one = this->row(row);
    const CoverageBar &stretch = bars(row)[size_t(bar)];
    const int lanes = one.kind == TimelineRowKind::Schedule ? m_data->laneCount(one.index) : 1;
    const int lane = one.kind == TimelineRowKind::Schedule ? m_data->laneOf(one.index, bar) : 0;
    const double top = rowTop(row) + TimelineMetrics::padding, space = rowHeight(row) - 2 * TimelineMetrics::padding;
    const double x = scale.xOf(stretch.start);
    return {x, top + lane * space / lanes, scale.xOf(stretch.end) - x, space / lanes};
}

QRectF TimelineLayout::gapRect(int row, int gap, const TimelineScale &scale) const
{
    const CoverageGap &stretch = gaps(row)[size_t(gap)];
    const int above = this->row(row).heading ? m_metrics.headingGap() : 0;
    const double top = rowTop(row) + above + 1, bottom = rowTop(row + 1) - 1;
    double x = scale.xOf(stretch.start), wide = scale.pixels(stretch.seconds());
    if (wide < TimelineMetrics::narrowestGap) {
        x -= (TimelineMetrics::narrowestGap - wide) / 2;
        wide = TimelineMetrics::narrowestGap;
    }
    return {x, top, wide, bottom - top};
}

Interval TimelineLayout::extent(const TimelineItem &item) const
{
    switch (item.kind) {
    case TimelineItem::Kind::Bar: {
        const CoverageBar &bar = bars(item.row)[size_t(item.index)];
        return {bar.start, bar.end};
    }
    case TimelineItem::Kind::Gap: {
        const CoverageGap &gap = gaps(item.row)[size_t(item.index)];
        return {gap.start, gap.end};
    }
    case TimelineItem::Kind::Row: return m_data->coverage().window();
    case TimelineItem::Kind::None: break;
    }
    return {};
}

TimelineItem TimelineLayout::itemAt(double x, int y, const TimelineScale &scale, double reach) const
{
    const int row = rowAt(y);
    if (row < 0)
        return {};
    const double around = reach + TimelineMetrics::narrowestGap;
    const Interval near{Instant(scale.instantAt(x - around)), Instant(scale.instantAt(x + around)) + 1};
    TimelineItem nearest{TimelineItem::Kind::Row, row, -1};
    double distance = reach;
    const IndexRange gapRange = gapsIn(row, near);
    for (int i = gapRange.first; i < gapRange.last; ++i) {
        const QRectF rect = gapRect(row, i, scale);
        const double off = std::max({0.0, rect.left() - x, x - rect.right()});
        if (off <= distance && (off < distance || nearest.kind == TimelineItem::Kind::Row)) {
            nearest = {TimelineItem::Kind::Gap, row, i};
            distance = off;
        }
    }
    if (nearest.kind == TimelineItem::Kind::Gap)
        return nearest;
    const IndexRange barRange = barsIn(row, near);
    for (int i = barRange.first; i < barRange.last; ++i) {
        const QRectF rect = barRect(row, i, scale);
        if (x >= rect.left() && x < rect.right() && y >= rect.top() && y < rect.bottom())
            return {TimelineItem::Kind::Bar, row, i};
    }
    return nearest;
}

int TimelineLayout::rowOf(const QString &kind, const QString &id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (kindOf(this->row(row).kind) == kind && idOf(data(), this->row(row)) == id)
            return row;
    }
    return -1;
}

} // namespace pdsi
