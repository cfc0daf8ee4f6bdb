// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/oncalltimeline.h"
#include "core/coverage/pagingpath.h"

namespace pdsi {

/// Follows incidents of one service along its policy.
class PagingWalk
{
public:
    PagingWalk(const Inventory &inventory, const AccountCoverage &coverage, int service);

    /// The whole path, or only as far as the first human is told.
    enum class Extent : quint8 { Whole, ToFirstHuman };
    PagingPath path(Instant at, Extent extent);
    /// Every instant from the last `at` to before this one has the same path, but for its times of day.
    Instant sameUntil() const { return m_sameUntil; }

private:
    /// The level at a time after the trigger: who is on call.
    PagingStep lookUp(int level, qint64 afterSeconds);
    bool canMoveOn(int pass, int level, qint64 afterSeconds);
    /// False when the path has ended.
    bool visit(PagingPath &path, PagingStep step, Extent extent);
    void walkLevels(PagingPath &path, Extent extent);
    /// Why no incident is created, or why nobody knows; nullopt when somebody is or may be paged.
    std::optional<PagingEnd> endBeforeStart();
    bool isSomebodyOnCall(bool *certainly);
    PathUrgency urgencyNow();
    void limit(Instant stretchEnd, qint64 afterSeconds);
    int levelCount() const { return m_policy ? static_cast<int>(m_policy->levels.size()) : 0; }

    const Inventory &m_inventory;
    const AccountCoverage &m_coverage;
    int m_service;
    const Service &m_serviceRow;
    const CoveredPolicy *m_policy = nullptr;
    std::vector<OnCallTimeline> m_timelines; ///< of the policy's schedules, in the order of m_schedules
    std::vector<int> m_schedules;
    IntervalSet m_supportHours;
    bool m_supportHoursKnown = false;
    bool m_certainlyCreated = false; ///< an incident at m_at
    Instant m_at = 0;
    Instant m_sameUntil = 0;
};

} // namespace pdsi
