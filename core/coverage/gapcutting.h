// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/coveragerows.h"

namespace pdsi {

/// What a policy's levels come to over the window: who answers when, and the gaps that leaves.
std::vector<LevelStretch> levelStretches(const std::vector<CoveredLevel> &levels, Interval window);

/// Gaps of one schedule.
std::vector<CoverageGap> scheduleGaps(const CoveredSchedule &schedule, Interval window, int minSeconds);
/// Gaps of one policy, whose stretches and off-hours are known. `firstLevelOff`: off-hours of level 1.
std::vector<CoverageGap> policyGaps(const CoveredPolicy &policy, const IntervalSet &firstLevelOff, Interval window,
                                    int minSeconds);
/// The gaps of a policy as one of its services has them.
std::vector<CoverageGap> serviceGaps(const std::vector<CoverageGap> &ofPolicy, const CoveredService &service,
                                     int minSeconds);

} // namespace pdsi
