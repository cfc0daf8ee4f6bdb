// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/intervalset.h"
#include "core/snapshot/resources.h"

#include <QDate>
#include <QTimeZone>

namespace pdsi {

/// The zone behind an IANA name ("Europe/Berlin") or a Rails one ("Eastern Time (US & Canada)").
/// An invalid QTimeZone when there is none.
QTimeZone zoneNamed(const QString &name);

/// The instant of a wall-clock time, the same in every Qt version: of two, the earlier; a time that the clocks
/// skip counts by the offset from before the change. `second` may lie outside the day.
Instant instantOfWallClock(const QDate &date, qint64 second, const QTimeZone &zone);

/// The date that the clocks of the zone show.
QDate dateAt(Instant instant, const QTimeZone &zone);
/// Seconds since midnight that the clocks of the zone show.
int secondOfDayAt(Instant instant, const QTimeZone &zone);

/// When recurring times apply within `window`; none of them: an empty set.
IntervalSet occurrences(const std::vector<RecurringTime> &times, const QTimeZone &zone, Interval window);

} // namespace pdsi
