// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/schedulecoverage.h"

#include <QString>

/// The rows of an AccountCoverage. Rows point at each other by index; -1 points at nothing.
/// Text comes from the account and is hostile: escape it wherever it is shown.
namespace pdsi {

/// One stretch of one schedule as rendered, cut to the window.
struct CoverageBar {
    Instant start = 0;
    Instant end = 0;
    qint32 person = -1;       ///< index in AccountCoverage::people; -1 = named nobody (`empty_member`)
    qint16 layer = -1;        ///< index in Schedule::layers; -1 = not known without recomputing
    Liveness liveness = Liveness::Nobody; ///< Unknown: nobody knows whether this person can be paged; Nobody: no live user
    EntrySource source = EntrySource::NotSaid;
    bool operator==(const CoverageBar &) const = default;
};
static_assert(sizeof(CoverageBar) <= 32);

/// What a gap means. A gap is the time in which the schedule, or level 1 of the policy, certainly has nobody.
enum class GapKind : quint8 {
    Nobody,        ///< schedule: it has nobody; policy or service: no level has anybody, no incident is created
    CaughtByLevel, ///< level 1 is empty and another level has somebody: PagerDuty skips to it
    Unknown,       ///< certainly covered by nobody who could be read; what could not be read may cover it
    OffHours,      ///< Nobody or CaughtByLevel, but intended: shown, not counted
    Maintenance,   ///< the service is in a maintenance window: no incident is created anyway
    Disabled,      ///< the service is disabled
};

struct CoverageGap {
    Instant start = 0;
    Instant end = 0;
    GapKind kind = GapKind::Nobody;
    qint8 level = -1;    ///< CaughtByLevel: index of the lowest level that has somebody (1 = level 2)
    bool counted = true; ///< kind Nobody or CaughtByLevel, and at least as long as the minimum
    qint64 seconds() const { return end - start; }
    bool operator==(const CoverageGap &) const = default;
};

struct CoveredSchedule {
    QString id, name;
    QString zone;                  ///< as sent: IANA or Rails name; see zoneNamed()
    ScheduleGeneration generation = ScheduleGeneration::LayerBased;
    std::vector<CoverageBar> bars; ///< by start; of layer-based schedules they do not overlap
    Coverage coverage;             ///< what was not rendered is unknown
    IntervalSet offHours;
    std::vector<CoverageGap> gaps; ///< kinds Nobody, OffHours and Unknown; by start, never overlapping
    std::vector<int> policies;     ///< every policy with this schedule as a target, ascending
    bool inUse = false;            ///< target of a policy that an active service uses
};

struct CoveredLevel {
    Coverage coverage;           ///< union over its targets
    int delayMinutes = 0;
    bool roundRobin = false;
    std::vector<int> schedules;  ///< targets that could be read, each once
    std::vector<int> people;     ///< direct targets: on call all the time
    bool hasUnknownTarget = false; ///< a target that may or may not exist
};

/// Who answers during a stretch of time: the lowest level that certainly has somebody, or one of these.
constexpr qint8 nobodyLevel = -1;
constexpr qint8 unknownLevel = -2;
struct LevelStretch {
    Instant start = 0;
    Instant end = 0;
    qint8 level = nobodyLevel;
    bool operator==(const LevelStretch &) const = default;
};

struct CoveredPolicy {
    QString id, name;
    std::vector<CoveredLevel> levels;
    std::vector<LevelStretch> stretches; ///< the whole window in order, neighbours differ
    Coverage effective;                  ///< union over the levels
    IntervalSet offHours;                ///< when every schedule of the policy is in its intended off-hours
    std::vector<CoverageGap> gaps;       ///< kinds Nobody, CaughtByLevel, Unknown and OffHours
    std::vector<int> services;           ///< every service that uses the policy, ascending
    int loops = 0;                       ///< repeats after the first pass
};

struct CoveredService {
    QString id, name;
    int policy = -1;                ///< -1: none, or not readable; then `gaps` has one of kind Nobody or Unknown
    bool disabled = false;
    IntervalSet maintenance;        ///< within the window
    bool maintenanceKnown = true;   ///< false: maintenance windows could not be read completely
    std::vector<CoverageGap> gaps;  ///< the policy's, cut at maintenance windows; all of kind Disabled when disabled
};

/// One person on call on two schedules at once.
struct PersonOverlap {
    Instant start = 0;
    Instant end = 0;
    int scheduleA = -1, scheduleB = -1; ///< A before B
    bool operator==(const PersonOverlap &) const = default;
};

/// Time in which this person alone, of everybody on every level, covers a policy.
struct SoleCover {
    int policy = -1;
    qint64 seconds = 0; ///< of stretches of at least the minimum gap length
    Instant first = 0;
    bool operator==(const SoleCover &) const = default;
};

struct CoveredPerson {
    QString id, name;               ///< name = id when the user is not in the list
    Liveness liveness = Liveness::Unknown;
    qint64 loadSeconds = 0;         ///< on call on at least one schedule
    qint64 scheduledSeconds = 0;    ///< summed over schedules: overlaps count twice
    int shifts = 0;                 ///< stretches without a break, summed over schedules
    std::vector<int> schedules;     ///< on which this person is on call within the window, ascending
    std::vector<int> directPolicies;///< with this person as a direct target, ascending
    std::vector<PersonOverlap> overlaps;  ///< by start
    std::vector<SoleCover> soleCover;     ///< of policies that an active service uses, by policy
    std::vector<int> servicesAtRisk;      ///< active services that lose cover without this person, ascending
};

} // namespace pdsi
