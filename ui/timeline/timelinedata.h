// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/accountcoverage.h"

#include <QHash>
#include <QTimeZone>

#include <memory>
#include <span>

namespace pdsi {

/// What rows say about their gaps: the worst kind that there is.
struct GapSummary {
    GapKind kind = GapKind::Nobody;
    int gaps = 0;            ///< of that kind that count; 0 = none at all
    qint64 longest = 0;      ///< seconds
    qint64 seconds = 0;
    qint8 level = -1;        ///< CaughtByLevel: the highest level that was needed
    bool operator==(const GapSummary &) const = default;
};
GapSummary summaryOf(std::span<const CoverageGap> gaps);
/// Gaps that matter: counted ones, and time that could not be read.
bool matters(const CoverageGap &gap);

/// A coverage prepared for drawing, once: immutable.
class TimelineData
{
public:
    TimelineData(std::shared_ptr<const AccountCoverage> coverage, std::shared_ptr<const Inventory> inventory);

    const AccountCoverage &coverage() const { return *m_coverage; }
    const Inventory &inventory() const { return *m_inventory; }
    /// Gaps of a schedule with what becomes of each on the policies that use it.
    std::span<const CoverageGap> scheduleGaps(int schedule) const { return m_gaps[size_t(schedule)]; }
    /// The same for one of these policies alone.
    std::span<const CoverageGap> scheduleGaps(int schedule, int policy) const;
    /// The one bar of somebody who is a direct target: on call all the time.
    std::span<const CoverageBar> alwaysOnCall(int person) const;

    /// A colour of PersonTheme.
    int colourOf(int person) const { return m_colours[size_t(person)]; }

    /// Bars of shift-based schedules may overlap: they lie in this many lanes.
    int laneCount(int schedule) const { return m_laneCounts[size_t(schedule)]; }
    int laneOf(int schedule, int bar) const;
    /// Of the schedule's bars: no bar that begins earlier than this before an instant can touch it.
    qint64 longestBar(int schedule) const { return m_longest[size_t(schedule)]; }

    /// Invalid when the name means nothing here.
    const QTimeZone &zoneOf(int schedule) const { return m_zones[size_t(m_zoneOf[size_t(schedule)])]; }
    /// The zone most schedules are in; UTC when there are none. PagerDuty does not tell the account's own.
    const QTimeZone &accountZone() const { return m_accountZone; }

    /// Schedules, those with the most time without anybody first, ones that no active service uses last.
    const std::vector<int> &worstSchedules() const { return m_worst; }

private:
    void resolveGaps();
    void resolveGapsByPolicy();
    void layLanes(int schedule);
    void findZones();
    void order();

    std::shared_ptr<const AccountCoverage> m_coverage;
    std::shared_ptr<const Inventory> m_inventory;
    std::vector<std::vector<CoverageGap>> m_gaps;
    QHash<std::pair<int, int>, std::vector<CoverageGap>> m_gapsByPolicy; ///< by schedule and policy, where there are any
    std::vector<CoverageBar> m_always;           ///< parallel to people
    std::vector<quint8> m_colours;               ///< parallel to people
    std::vector<std::vector<quint8>> m_lanes;    ///< empty = all in one
    std::vector<int> m_laneCounts;
    std::vector<qint64> m_longest;
    std::vector<QTimeZone> m_zones;
    std::vector<int> m_zoneOf;
    std::vector<int> m_worst;
    QTimeZone m_accountZone;
};

} // namespace pdsi
