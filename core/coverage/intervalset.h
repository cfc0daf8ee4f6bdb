// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <vector>

namespace pdsi {

/// Half-open stretch of time [start, end), in whole seconds UTC.
struct Interval {
    Instant start = 0;
    Instant end = 0;
    qint64 seconds() const { return end - start; }
    bool operator==(const Interval &) const = default;
};

/// A set of instants, kept as sorted, disjoint, non-touching, non-empty intervals.
class IntervalSet
{
public:
    IntervalSet() = default;
    /// Takes intervals in any order; overlapping and touching ones merge, empty or inverted ones vanish.
    explicit IntervalSet(std::vector<Interval> intervals);

    const std::vector<Interval> &intervals() const { return m_intervals; }
    bool isEmpty() const { return m_intervals.empty(); }
    qint64 seconds() const;
    bool contains(Instant instant) const;
    /// True when every instant of `interval` is in this set; an empty interval always is.
    bool covers(Interval interval) const;
    /// True when some instant of `interval` is in this set.
    bool touches(Interval interval) const;

    IntervalSet united(const IntervalSet &other) const;
    IntervalSet intersected(const IntervalSet &other) const;
    /// What of this set is not in the other.
    IntervalSet without(const IntervalSet &other) const;
    /// What of `window` is not in this set.
    IntervalSet complementIn(Interval window) const;

    bool operator==(const IntervalSet &) const = default;

private:
    std::vector<Interval> m_intervals;
};

} // namespace pdsi
