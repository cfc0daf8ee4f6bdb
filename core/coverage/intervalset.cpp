// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/intervalset.h"

#include <algorithm>

namespace pdsi {

namespace {

/// The first interval that ends after `instant`.
std::vector<Interval>::const_iterator endingAfter(const std::vector<Interval> &intervals, Instant instant)
{
    return std::upper_bound(intervals.begin(), intervals.end(), instant,
                            [](Instant at, const Interval &interval) { return at < interval.end; });
}

} // namespace

IntervalSet::IntervalSet(std::vector<Interval> intervals)
{
    std::erase_if(intervals, [](const Interval &interval) { return interval.end <= interval.start; });
    std::sort(intervals.begin(), intervals.end(),
              [](const Interval &a, const Interval &b) { return a.start < b.start; });
    for (const Interval &interval : intervals) {
        if (!m_intervals.empty() && interval.start <= m_intervals.back().end)
            m_intervals.back().end = std::max(m_intervals.back().end, interval.end);
        else
            m_intervals.push_back(interval);
    }
}

qint64 IntervalSet::seconds() const
{
    qint64 total = 0;
    for (const Interval &interval : m_intervals)
        total += interval.seconds();
    return total;
}

bool IntervalSet::contains(Instant instant) const
{
    const auto found = endingAfter(m_intervals, instant);
    return found != m_intervals.end() && found->start <= instant;
}

bool IntervalSet::covers(Interval interval) const
{
    if (interval.end <= interval.start)
        return true;
    const auto found = endingAfter(m_intervals, interval.start);
    return found != m_intervals.end() && found->start <= interval.start && interval.end <= found->end;
}

bool IntervalSet::touches(Interval interval) const
{
    if (interval.end <= interval.start)
        return false;
    const auto found = endingAfter(m_intervals, interval.start);
    return found != m_intervals.end() && found->start < interval.end;
}

IntervalSet IntervalSet::united(const IntervalSet &other) const
{
    std::vector<Interval> all;
    all.reserve(m_intervals.size() + other.m_intervals.size());
    all.insert(all.end(), m_intervals.begin(), m_intervals.end());
    all.insert(all.end(), other.m_intervals.begin(), other.m_intervals.end());
    return IntervalSet(std::move(all));
}

IntervalSet IntervalSet::intersected(const IntervalSet &other) const
{
    IntervalSet common;
    auto a = m_intervals.begin();
    auto b = other.m_intervals.begin();
    while (a != m_intervals.end() && b != other.m_intervals.end()) {
        const Interval both{std::max(a->start, b->start), std::min(a->end, b->end)};
        if (both.start < both.end)
            common.m_intervals.push_back(both);
        if (a->end < b->end)
            ++a;
        else
            ++b;
    }
    return common;
}

IntervalSet IntervalSet::without(const IntervalSet &other) const
{
    IntervalSet rest;
    auto b = other.m_intervals.begin();
    for (Interval left : m_intervals) {
        while (b != other.m_intervals.end() && b->end <= left.start)
            ++b;
        for (auto cut = b; cut != other.m_intervals.end() && cut->start < left.end; ++cut) {
            if (left.start < cut->start)
                rest.m_intervals.push_back({left.start, cut->start});
            left.start = cut->end;
        }
        if (left.start < left.end)
            rest.m_intervals.push_back(left);
    }
    return rest;
}

IntervalSet IntervalSet::complementIn(Interval window) const
{
    IntervalSet rest;
    Instant open = window.start;
    for (auto it = endingAfter(m_intervals, window.start); it != m_intervals.end() && it->start < window.end; ++it) {
        if (open < it->start)
            rest.m_intervals.push_back({open, it->start});
        open = it->end;
    }
    if (open < window.end)
        rest.m_intervals.push_back({open, window.end});
    return rest;
}

} // namespace pdsi
