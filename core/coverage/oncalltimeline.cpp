// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/oncalltimeline.h"

#include <algorithm>
#include <limits>

namespace pdsi {

namespace {

/// Far enough for any window, near enough to calculate with.
constexpr Instant farAway = std::numeric_limits<Instant>::max() / 4;

IntervalSet unreadOf(const CoveredSchedule &schedule)
{
    std::vector<Interval> unknownBars;
    for (const CoverageBar &bar : schedule.bars) {
        if (bar.liveness == Liveness::Unknown)
            unknownBars.push_back({bar.start, bar.end});
    }
    return schedule.coverage.unknown.without(IntervalSet(std::move(unknownBars)));
}

std::vector<Instant> boundaries(const std::vector<CoverageBar> &bars, const IntervalSet &unread, Interval window)
{
    std::vector<Instant> instants{window.start, window.end};
    for (const CoverageBar &bar : bars)
        instants.insert(instants.end(), {bar.start, bar.end});
    for (const Interval &interval : unread.intervals())
        instants.insert(instants.end(), {interval.start, interval.end});
    std::sort(instants.begin(), instants.end());
    instants.erase(std::unique(instants.begin(), instants.end()), instants.end());
    return instants;
}

void addPerson(OnCallStretch &stretch, const CoverageBar &bar)
{
    const OnCallPerson person{bar.person, bar.liveness};
    const auto at = std::lower_bound(stretch.people.begin(), stretch.people.end(), person,
                                     [](const OnCallPerson &a, const OnCallPerson &b) { return a.person < b.person; });
    if (at == stretch.people.end() || at->person != person.person)
        stretch.people.insert(at, person);
    else if (person.liveness == Liveness::Live)
        at->liveness = Liveness::Live;
}

} // namespace

OnCallTimeline::OnCallTimeline(const CoveredSchedule &schedule, Interval window)
{
    const IntervalSet unread = unreadOf(schedule);
    const std::vector<Instant> instants = boundaries(schedule.bars, unread, window);
    m_stretches.push_back({-farAway, instants.front(), {}, true});
    std::vector<const CoverageBar *> open;
    auto next = schedule.bars.begin();
    for (size_t i = 0; i + 1 < instants.size(); ++i) {
        OnCallStretch stretch{instants[i], instants[i + 1], {}, unread.contains(instants[i])};
        for (; next != schedule.bars.end() && next->start <= stretch.start; ++next)
            open.push_back(&*next);
        std::erase_if(open, [&](const CoverageBar *bar) { return bar->end <= stretch.start; });
        for (const CoverageBar *bar : open) {
            if (bar->liveness != Liveness::Nobody)
                addPerson(stretch, *bar);
        }
        m_stretches.push_back(std::move(stretch));
    }
    m_stretches.push_back({instants.back(), farAway, {}, true});
}

const OnCallStretch &OnCallTimeline::at(Instant instant) const
{
    const auto found = std::upper_bound(m_stretches.begin(), m_stretches.end(), instant,
                                        [](Instant at, const OnCallStretch &stretch) { return at < stretch.end; });
    return found == m_stretches.end() ? m_stretches.back() : *found;
}

} // namespace pdsi
