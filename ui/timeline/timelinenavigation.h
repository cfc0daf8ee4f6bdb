// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelinelayout.h"

#include <optional>

namespace pdsi {

/// What can be walked over in a row, by start: bars of people who can be paged, and all gaps.
std::vector<TimelineItem> itemsInRow(const TimelineLayout &layout, int row);

/// `step` items further in its row (-1 = back); from a row itself to the item at `at`. Stays at the ends.
TimelineItem neighbour(const TimelineLayout &layout, const TimelineItem &item, int step, Instant at);

/// The item of a row that is at an instant, or the nearest one; the row itself when it is empty.
TimelineItem itemNear(const TimelineLayout &layout, int row, Instant at);

/// Whether a row speaks for gaps: services and policies where rows are grouped by them, else schedules.
bool tellsGaps(const TimelineLayout &layout, int row);

/// The gaps to be jumped to: those that count, of headings where there are any, else of schedules; by start.
class GapSequence
{
public:
    GapSequence() = default;
    explicit GapSequence(const TimelineLayout &layout);

    int size() const { return int(m_gaps.size()); }
    /// Of gaps where nobody is paged.
    int sizeOfWorst() const { return m_worst; }
    /// 0-based; nullopt when `item` is none of them.
    std::optional<int> positionOf(const TimelineItem &item) const;

    /// The one after (or before) an item, or else an instant; begins anew at the end. `onlyNobody`: where nobody is paged.
    TimelineItem after(const TimelineItem &item, Instant at, bool onlyNobody) const { return step(item, at, onlyNobody, 1); }
    TimelineItem before(const TimelineItem &item, Instant at, bool onlyNobody) const { return step(item, at, onlyNobody, -1); }
    /// The longest one where nobody is paged, else the longest of all; no item when there is no gap.
    TimelineItem worst() const;

private:
    struct Entry {
        Instant start = 0;
        qint64 seconds = 0;
        TimelineItem item;
        bool nobody = false;
    };
    TimelineItem step(const TimelineItem &item, Instant at, bool onlyNobody, int direction) const;
    std::vector<Entry> m_gaps;
    int m_worst = 0;
};

} // namespace pdsi
