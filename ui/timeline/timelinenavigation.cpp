// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinenavigation.h"

#include <algorithm>
#include <tuple>

namespace pdsi {

std::vector<TimelineItem> itemsInRow(const TimelineLayout &layout, int row)
{
    std::vector<TimelineItem> items;
    const std::span<const CoverageBar> bars = layout.bars(row);
    const std::span<const CoverageGap> gaps = layout.gaps(row);
    size_t gap = 0;
    for (size_t bar = 0; bar < bars.size(); ++bar) {
        for (; gap < gaps.size() && gaps[gap].start <= bars[bar].start; ++gap)
            items.push_back({TimelineItem::Kind::Gap, row, int(gap)});
        if (bars[bar].person >= 0 && bars[bar].liveness != Liveness::Nobody)
            items.push_back({TimelineItem::Kind::Bar, row, int(bar)});
    }
    for (; gap < gaps.size(); ++gap)
        items.push_back({TimelineItem::Kind::Gap, row, int(gap)});
    return items;
}

TimelineItem itemNear(const TimelineLayout &layout, int row, Instant at)
{
    TimelineItem nearest{TimelineItem::Kind::Row, row, -1};
    qint64 distance = -1;
    for (const TimelineItem &item : itemsInRow(layout, row)) {
        const Interval extent = layout.extent(item);
        const qint64 off = std::max({qint64{0}, extent.start - at, at - extent.end + 1});
        if (distance < 0 || off < distance) {
            nearest = item;
            distance = off;
        }
    }
    return nearest;
}

TimelineItem neighbour(const TimelineLayout &layout, const TimelineItem &item, int step, Instant at)
{
    if (item.kind == TimelineItem::Kind::None)
        return item;
    if (item.kind == TimelineItem::Kind::Row)
        return itemNear(layout, item.row, at);
    const std::vector<TimelineItem> items = itemsInRow(layout, item.row);
    const auto found = std::find(items.begin(), items.end(), item);
    if (found == items.end())
        return itemNear(layout, item.row, at);
    const qsizetype wanted = std::clamp<qsizetype>(found - items.begin() + step, 0, qsizetype(items.size()) - 1);
    return items[size_t(wanted)];
}

bool tellsGaps(const TimelineLayout &layout, int row)
{
    const TimelineRow &one = layout.row(row);
    return one.policy < 0 && one.kind != TimelineRowKind::Team;
}

GapSequence::GapSequence(const TimelineLayout &layout)
{
    for (int row = 0; row < layout.rowCount(); ++row) {
        if (!tellsGaps(layout, row))
            continue;
        const std::span<const CoverageGap> gaps = layout.gaps(row);
        for (size_t i = 0; i < gaps.size(); ++i) {
            const bool nobody = gaps[i].kind == GapKind::Nobody;
            if (gaps[i].counted && (nobody || gaps[i].kind == GapKind::CaughtByLevel))
                m_gaps.push_back({gaps[i].start, gaps[i].seconds(), {TimelineItem::Kind::Gap, row, int(i)}, nobody});
        }
    }
    std::stable_sort(m_gaps.begin(), m_gaps.end(), [](const Entry &a, const Entry &b) { return a.start < b.start; });
    m_worst = int(std::count_if(m_gaps.begin(), m_gaps.end(), [](const Entry &one) { return one.nobody; }));
}

std::optional<int> GapSequence::positionOf(const TimelineItem &item) const
{
    const auto found = std::find_if(m_gaps.begin(), m_gaps.end(), [&](const Entry &one) { return one.item == item; });
    return found == m_gaps.end() ? std::nullopt : std::optional<int>(int(found - m_gaps.begin()));
}

TimelineItem GapSequence::step(const TimelineItem &item, Instant at, bool onlyNobody, int direction) const
{
    const int count = size();
    if (count == 0 || (onlyNobody && m_worst == 0))
        return {};
    const std::optional<int> position = positionOf(item);
    const auto next = std::lower_bound(m_gaps.begin(), m_gaps.end(), at, [](const Entry &one, Instant t) { return one.start < t; });
    const int start = int(next - m_gaps.begin());
    int index = position ? *position + direction : direction > 0 ? start : start - 1;
    for (int tried = 0; tried < count; ++tried, index += direction) {
        const Entry &one = m_gaps[size_t((index % count + count) % count)];
        if (!onlyNobody || one.nobody)
            return one.item;
    }
    return {};
}

TimelineItem GapSequence::worst() const
{
    const auto key = [](const Entry &one) { return std::tuple(one.nobody, one.seconds, -one.start); };
    const auto found = std::max_element(m_gaps.begin(), m_gaps.end(), [&](const Entry &a, const Entry &b) { return key(a) < key(b); });
    return found == m_gaps.end() ? TimelineItem() : found->item;
}

} // namespace pdsi
