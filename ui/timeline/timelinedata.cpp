// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinedata.h"

#include "core/coverage/gaplist.h"
#include "core/coverage/zonedtime.h"
#include "ui/theme/persontheme.h"

#include <algorithm>
#include <tuple>

namespace pdsi {

namespace {

constexpr int mostLanes = 4;

int badness(GapKind kind)
{
    switch (kind) {
    case GapKind::Nobody: return 3;
    case GapKind::CaughtByLevel: return 2;
    case GapKind::Unknown: return 1;
    case GapKind::OffHours:
    case GapKind::Maintenance:
    case GapKind::Disabled: break;
    }
    return 0;
}

qint64 mattering(std::span<const CoverageGap> gaps, GapKind kind)
{
    qint64 seconds = 0;
    for (const CoverageGap &gap : gaps)
        seconds += gap.kind == kind && matters(gap) ? gap.seconds() : 0;
    return seconds;
}

} // namespace

bool matters(const CoverageGap &gap) { return badness(gap.kind) > 0 && (gap.counted || gap.kind == GapKind::Unknown); }

GapSummary summaryOf(std::span<const CoverageGap> gaps)
{
    GapSummary summary;
    for (const CoverageGap &gap : gaps) {
        if (!matters(gap))
            continue;
        if (summary.gaps == 0 || badness(gap.kind) > badness(summary.kind))
            summary = {gap.kind, 0, 0, 0, -1};
        if (gap.kind != summary.kind)
            continue;
        ++summary.gaps;
        summary.longest = std::max(summary.longest, gap.seconds());
        summary.seconds += gap.seconds();
        summary.level = std::max(summary.level, gap.level);
    }
    return summary;
}

TimelineData::TimelineData(std::shared_ptr<const AccountCoverage> coverage, std::shared_ptr<const Inventory> inventory)
    : m_coverage(std::move(coverage))
    , m_inventory(std::move(inventory))
    , m_accountZone(QTimeZone::utc())
{
    const size_t schedules = m_coverage->schedules.size();
    m_lanes.resize(schedules);
    m_laneCounts.resize(schedules, 1);
    m_longest.resize(schedules, 0);
    for (size_t i = 0; i < schedules; ++i)
        layLanes(int(i));
    const Interval window = m_coverage->window();
    m_always.reserve(m_coverage->people.size());
    m_colours.reserve(m_coverage->people.size());
    for (size_t i = 0; i < m_coverage->people.size(); ++i) {
        const CoveredPerson &person = m_coverage->people[i];
        m_always.push_back({window.start, window.end, qint32(i), -1, person.liveness, EntrySource::NotSaid});
        m_colours.push_back(quint8(PersonTheme::colourOf(person.id)));
    }
    resolveGaps();
    resolveGapsByPolicy();
    findZones();
    order();
}

std::span<const CoverageBar> TimelineData::alwaysOnCall(int person) const { return {&m_always[size_t(person)], 1}; }

int TimelineData::laneOf(int schedule, int bar) const
{
    const std::vector<quint8> &lanes = m_lanes[size_t(schedule)];
    return lanes.empty() ? 0 : lanes[size_t(bar)];
}

void TimelineData::resolveGaps()
{
    m_gaps.resize(m_coverage->schedules.size());
    for (const GapListEntry &entry : gapList(*m_coverage)) {
        if (entry.subject == GapSubject::Schedule)
            m_gaps[size_t(entry.index)].push_back({entry.start, entry.end, entry.kind, entry.level, entry.counted});
    }
}

void TimelineData::resolveGapsByPolicy()
{
    for (size_t index = 0; index < m_coverage->schedules.size(); ++index) {
        const CoveredSchedule &schedule = m_coverage->schedules[index];
        for (const int policy : schedule.policies) {
            std::vector<CoverageGap> gaps = schedule.gaps;
            for (CoverageGap &gap : gaps) {
                if (gap.kind != GapKind::Nobody)
                    continue;
                const PolicyCatch caught = caughtBy(m_coverage->policies[size_t(policy)], policy, {gap.start, gap.end});
                if (caught.nobodySeconds > 0)
                    continue;
                gap.kind = caught.unknownSeconds > 0 ? GapKind::Unknown : GapKind::CaughtByLevel;
                gap.counted = gap.counted && caught.unknownSeconds == 0;
                gap.level = caught.unknownSeconds > 0 || caught.levels.empty() ? qint8{-1} : caught.levels.back();
            }
            if (!gaps.empty())
                m_gapsByPolicy.insert({int(index), policy}, std::move(gaps));
        }
    }
}

std::span<const CoverageGap> TimelineData::scheduleGaps(int schedule, int policy) const
{
    const auto found = m_gapsByPolicy.constFind({schedule, policy});
    return found == m_gapsByPolicy.constEnd() ? std::span<const CoverageGap>() : std::span<const CoverageGap>(*found);
}

/// Each bar goes to the first lane that is free at its start; what finds none shares the last one.
void TimelineData::layLanes(int schedule)
{
    const std::vector<CoverageBar> &bars = m_coverage->schedules[size_t(schedule)].bars;
    std::vector<quint8> lanes;
    std::vector<Instant> busyUntil;
    for (const CoverageBar &bar : bars) {
        auto lane = std::find_if(busyUntil.begin(), busyUntil.end(), [&](Instant until) { return until <= bar.start; });
        if (lane == busyUntil.end())
            lane = busyUntil.size() < mostLanes ? busyUntil.insert(lane, bar.end) : std::prev(lane);
        *lane = std::max(*lane, bar.end);
        lanes.push_back(quint8(lane - busyUntil.begin()));
        m_longest[size_t(schedule)] = std::max(m_longest[size_t(schedule)], bar.end - bar.start);
    }
    if (busyUntil.size() > 1) {
        m_laneCounts[size_t(schedule)] = int(busyUntil.size());
        m_lanes[size_t(schedule)] = std::move(lanes);
    }
}

void TimelineData::findZones()
{
    QHash<QString, int> known;
    std::vector<int> uses;
    for (const CoveredSchedule &schedule : m_coverage->schedules) {
        auto found = known.constFind(schedule.zone);
        if (found == known.constEnd()) {
            found = known.insert(schedule.zone, int(m_zones.size()));
            m_zones.push_back(zoneNamed(schedule.zone));
            uses.push_back(0);
        }
        m_zoneOf.push_back(*found);
        ++uses[size_t(*found)];
    }
    int most = 0;
    for (size_t i = 0; i < m_zones.size(); ++i) {
        if (!m_zones[i].isValid() || uses[i] < most || (uses[i] == most && m_zones[i].id() > m_accountZone.id()))
            continue;
        most = uses[i];
        m_accountZone = m_zones[i];
    }
}

void TimelineData::order()
{
    const auto key = [this](int index) {
        const CoveredSchedule &row = m_coverage->schedules[size_t(index)];
        const std::span<const CoverageGap> gaps = scheduleGaps(index);
        return std::tuple(!row.inUse, -mattering(gaps, GapKind::Nobody), -mattering(gaps, GapKind::CaughtByLevel),
                          -mattering(gaps, GapKind::Unknown));
    };
    std::vector<std::pair<decltype(key(0)), int>> keyed;
    for (const int index : worstSchedulesFirst(*m_coverage)) // settles what is equally bad
        keyed.emplace_back(key(index), index);
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    m_worst.reserve(keyed.size());
    for (const auto &[unused, index] : keyed)
        m_worst.push_back(index);
}

} // namespace pdsi
