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
};

struct EscalationPolicy : ResourceRow {
    int numLoops = 0;
    std::vector<EscalationRule> rules;           ///< in escalation order
    QStringList serviceIds;
    QStringList teamIds;
};

/// One stretch of a rendered final schedule.
struct ScheduleEntry {
    Instant start = 0;
    Instant end = 0;
    QString userId;          ///< empty = nobody (v3 `empty_member`)
    bool userDeleted = false;///< the reference carries `deleted_at`
    QString pointer;
};

/// Somebody who takes part in a layer (v2) or a rotation (v3).
struct ScheduleLayer {
    QString id;
    QString name;
    std::optional<Instant> start;
    std::optional<Instant> end;      ///< nullopt = open
    std::vector<Reference> users;
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
    Instant renderedFrom = 0;
    Instant renderedUntil = 0;
    SourceRef finalSource;                       ///< the final_schedule object
    std::vector<SourceRef> moreFinalSources;     ///< of further windows, when the range took several requests
};

struct OnCall {
    SourceRef source;
    QString policyId, userId, scheduleId;
    int level = 0;
    std::optional<Instant> start, end;
};

} // namespace pdsi
