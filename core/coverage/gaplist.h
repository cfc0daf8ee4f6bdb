// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/accountcoverage.h"

#include <set>

namespace pdsi {

enum class GapSubject : quint8 { Schedule, Service };

/// One row of the list of all gaps. A gap of a schedule carries the worst of what becomes of it on the policies
/// that use the schedule: nobody anywhere, then unknown, then caught by a level.
struct GapListEntry {
    Instant start = 0;
    Instant end = 0;
    int index = -1;      ///< of the schedule or service
    GapSubject subject = GapSubject::Schedule;
    GapKind kind = GapKind::Nobody;
    qint8 level = -1;    ///< CaughtByLevel: the highest of the catching levels, as an index; 0 = another target of level 1
    bool counted = true;
    qint64 seconds() const { return end - start; }
    bool operator==(const GapListEntry &) const = default;
};
static_assert(sizeof(GapListEntry) <= 32);

/// All gaps of all schedules and services, by start, then schedules before services, then by index.
std::vector<GapListEntry> gapList(const AccountCoverage &coverage);

/// Policies that a gap touches: those that use the schedule, or the service's own.
std::vector<int> policiesAffected(const AccountCoverage &coverage, const GapListEntry &entry);

/// What one policy does during an interval.
struct PolicyCatch {
    int policy = -1;
    std::vector<qint8> levels; ///< that catch some of it, ascending
    qint64 nobodySeconds = 0;
    qint64 unknownSeconds = 0;
    bool operator==(const PolicyCatch &) const = default;
};
PolicyCatch caughtBy(const CoveredPolicy &policy, int policyIndex, Interval interval);

/// What becomes of a gap on the policies it touches.
struct GapCatch {
    std::set<int> levels;     ///< that catch some of it on any of them, as indexes
    qint64 nobodySeconds = 0; ///< on the policy with most
    qint64 unknownSeconds = 0;
};
GapCatch caughtBy(const AccountCoverage &coverage, const std::vector<int> &policies, Interval interval);

} // namespace pdsi
