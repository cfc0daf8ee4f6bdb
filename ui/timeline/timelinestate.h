// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/resources.h"
#include "ui/timeline/timelinerows.h"

#include <QByteArray>
#include <QHash>

namespace pdsi {

/// By whose clocks the timeline is drawn.
enum class TimelineZone : quint8 { Account, Schedule, Utc, Mine };

/// What of the timeline outlives the program. Text: readable, and older and newer programs understand each other.
struct TimelineState {
    TimelineRowOptions rows;
    TimelineZone zone = TimelineZone::Account;
    int headerWidth = 0; ///< 0 = as it comes
    QHash<QString, std::vector<RecurringTime>> offHours; ///< by schedule id

    QByteArray toJson() const;
    /// What is missing or makes no sense stays at its default; nullopt when it is no state at all.
    static std::optional<TimelineState> fromJson(const QByteArray &json);
    bool operator==(const TimelineState &) const = default;
};

} // namespace pdsi
