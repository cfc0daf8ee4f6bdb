// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/gapcutting.h"

#include <algorithm>

namespace pdsi {

namespace {

CoverageGap gap(Interval when, GapKind kind, qint8 level, int minSeconds)
{
    const bool counts = kind == GapKind::Nobody || kind == GapKind::CaughtByLevel;
    return {when.start, when.end, kind, level, counts && when.seconds() >= minSeconds};
}

void append(std::vector<CoverageGap> &gaps, const IntervalSet &when, GapKind kind, qint8 level, int minSeconds)
{
    for (const Interval &interval : when.intervals())
        gaps.push_back(gap(interval, kind, level, minSeconds));
}

/// What lies in off-hours is intended.
void appendCut(std::vector<CoverageGap> &gaps, const IntervalSet &when, const IntervalSet &offHours, GapKind kind,
               qint8 level, int minSeconds)
{
    append(gaps, when.without(offHours), kind, level, minSeconds);
    append(gaps, when.intersected(offHours), GapKind::OffHours, level, minSeconds);
}

bool byStart(const CoverageGap &a, const CoverageGap &b) { return a.start < b.start; }

void sortByStart(std::vector<CoverageGap> &gaps) { std::sort(gaps.begin(), gaps.end(), byStart); }

/// Neighbours that became alike are one gap.
void join(std::vector<CoverageGap> &gaps)
{
    std::vector<CoverageGap> joined;
    for (const CoverageGap &gap : gaps) {
        CoverageGap *last = joined.empty() ? nullptr : &joined.back();
        if (last && last->end == gap.start && last->kind == gap.kind && last->level == gap.level)
            last->end = gap.end;
        else
            joined.push_back(gap);
    }
    gaps = std::move(joined);
}

void append(std::vector<LevelStretch> &stretches, const IntervalSet &when, qint8 level)
{
    for (const Interval &interval : when.intervals())
        stretches.push_back({interval.start, interval.end, level});
}

/// Stretches of one level, as a set. Levels come in order, so this is linear.
IntervalSet whenAt(const std::vector<LevelStretch> &stretches, qint8 level)
{
    std::vector<Interval> when;
    for (const LevelStretch &stretch : stretches) {
        if (stretch.level == level)
            when.push_back({stretch.start, stretch.end});
    }
    return IntervalSet(std::move(when));
}

} // namespace

std::vector<LevelStretch> levelStretches(const std::vector<CoveredLevel> &levels, Interval window)
{
    std::vector<LevelStretch> stretches;
    IntervalSet open({window});
    std::vector<Interval> unknown;
    for (size_t i = 0; i < levels.size() && !open.isEmpty(); ++i) {
        const Coverage &coverage = levels[i].coverage;
        append(stretches, open.intersected(coverage.live), static_cast<qint8>(i));
        open = open.without(coverage.live);
        unknown.insert(unknown.end(), coverage.unknown.intervals().begin(), coverage.unknown.intervals().end());
    }
    const IntervalSet unsure = open.intersected(IntervalSet(std::move(unknown)));
    append(stretches, unsure, unknownLevel);
    append(stretches, open.without(unsure), nobodyLevel);
    std::sort(stretches.begin(), stretches.end(),
              [](const LevelStretch &a, const LevelStretch &b) { return a.start < b.start; });
    return stretches;
}

std::vector<CoverageGap> scheduleGaps(const CoveredSchedule &schedule, Interval window, int minSeconds)
{
    std::vector<CoverageGap> gaps;
    const IntervalSet empty = schedule.coverage.possible().complementIn(window);
    appendCut(gaps, empty, schedule.offHours, GapKind::Nobody, -1, minSeconds);
    append(gaps, schedule.coverage.unknown.without(schedule.coverage.live), GapKind::Unknown, -1, minSeconds);
    sortByStart(gaps);
    return gaps;
}

std::vector<CoverageGap> policyGaps(const CoveredPolicy &policy, const IntervalSet &firstLevelOff, Interval window,
                                    int minSeconds)
{
    std::vector<CoverageGap> gaps;
    const auto &stretches = policy.stretches;
    appendCut(gaps, whenAt(stretches, nobodyLevel), policy.offHours, GapKind::Nobody, -1, minSeconds);
    append(gaps, whenAt(stretches, unknownLevel), GapKind::Unknown, -1, minSeconds);
    const IntervalSet firstEmpty =
        policy.levels.empty() ? IntervalSet() : policy.levels.front().coverage.possible().complementIn(window);
    for (size_t i = 1; i < policy.levels.size() && !firstEmpty.isEmpty(); ++i) {
        const auto level = static_cast<qint8>(i);
        appendCut(gaps, whenAt(stretches, level).intersected(firstEmpty), firstLevelOff, GapKind::CaughtByLevel, level,
                  minSeconds);
    }
    sortByStart(gaps);
    return gaps;
}

std::vector<CoverageGap> serviceGaps(const std::vector<CoverageGap> &ofPolicy, const CoveredService &service,
                                     int minSeconds)
{
    std::vector<CoverageGap> gaps;
    for (const CoverageGap &whole : ofPolicy) {
        const Interval interval{whole.start, whole.end};
        if (service.disabled) {
            gaps.push_back(gap(interval, GapKind::Disabled, whole.level, minSeconds));
        } else if (!service.maintenance.touches(interval)) {
            gaps.push_back(whole);
        } else {
            const IntervalSet when({interval});
            const size_t first = gaps.size();
            append(gaps, when.without(service.maintenance), whole.kind, whole.level, minSeconds);
            append(gaps, when.intersected(service.maintenance), GapKind::Maintenance, whole.level, minSeconds);
            std::sort(gaps.begin() + static_cast<std::ptrdiff_t>(first), gaps.end(), byStart);
        }
    }
    join(gaps);
    return gaps;
}

} // namespace pdsi
