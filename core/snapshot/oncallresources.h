// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/snapshot/resourcerow.h"

#include <QList>
#include <QStringList>

#include <optional>
#include <vector>

/// Who is asked, and when: policies, schedules, on-calls. Part of resources.h.
namespace pdsi {

struct EscalationRule {
    QString id;
    int delayMinutes = 0;
    std::vector<Reference> targets;
    QString pointer;                             ///< e.g. "/escalation_policies/4/escalation_rules/0"
    bool roundRobin = false;                     ///< one target at a time, in turn
};

struct EscalationPolicy : ResourceRow {
    int numLoops = 0;
    std::vector<EscalationRule> rules;           ///< in escalation order
    QStringList serviceIds;
    QStringList teamIds;
};

/// What put somebody on call. Layer-based answers do not say.
enum class EntrySource : quint8 { NotSaid, Rotation, CustomShift, Override };

/// One stretch of a rendered final schedule, or of the rendered overrides.
struct ScheduleEntry {
    Instant start = 0;
    Instant end = 0;
    QString userId;          ///< empty = nobody (v3 `empty_member`)
    bool userDeleted = false;///< the reference carries `deleted_at`
    EntrySource entrySource = EntrySource::NotSaid;
    QString pointer;
};

/// A stretch of every day, or of one day of every week, by the clocks of the schedule's zone.
struct RecurringTime {
    int dayOfWeek = 0;       ///< on which it begins: 1 = Monday ... 7 = Sunday; 0 = every day
    int startSecond = 0;     ///< of the day
    int durationSeconds = 0; ///< as the clocks on the wall count
    bool operator==(const RecurringTime &) const = default;
};

/// Somebody who takes part in a layer (v2) or a rotation (v3).
struct ScheduleLayer {
    QString id;
    QString name;
    std::optional<Instant> start;
    std::optional<Instant> end;      ///< nullopt = open
    std::vector<Reference> users;    ///< in the order of the rotation
    // Of layers (v2) only; nullopt = missing or unreadable. No control rests on them, recomputing does.
    std::optional<Instant> virtualStart;         ///< when the first user's turn would have begun
    std::optional<qint64> turnSeconds;
    std::optional<std::vector<RecurringTime>> restrictions; ///< empty = on call around the clock
    QString pointer;
};

enum class ScheduleGeneration : quint8 { LayerBased, ShiftBased };

struct Schedule : ResourceRow {
    ScheduleGeneration generation = ScheduleGeneration::LayerBased;
    QString timeZone;                            ///< as sent: IANA or Rails name
    std::vector<ScheduleLayer> layers;           ///< v3: one per rotation event with members
    bool layersKnown = false;                    ///< layers (v2) or rotations (v3) were in the answer
    /// Rendered entries over [renderedFrom, renderedUntil), any order; nullopt = not rendered.
    std::optional<std::vector<ScheduleEntry>> finalEntries;
    /// Rendered overrides over the same stretch of time; nullopt = not in every answer. Of layer-based schedules only.
    std::optional<std::vector<ScheduleEntry>> overrides;
    Instant renderedFrom = 0;
    Instant renderedUntil = 0;
    SourceRef finalSource;                       ///< the final_schedule object
    std::vector<SourceRef> moreFinalSources;     ///< of further windows, when the range took several requests
};

struct MaintenanceWindow : ResourceRow {
    std::optional<Instant> start, end;
    QStringList serviceIds;
};

struct OnCall {
    SourceRef source;
    QString policyId, userId, scheduleId;
    int level = 0;
    std::optional<Instant> start, end;
};

} // namespace pdsi
