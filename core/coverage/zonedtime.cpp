// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/zonedtime.h"

#include "core/coverage/railszones.h"

#include <algorithm>

namespace pdsi {

namespace {

constexpr qint64 julianDayOfEpoch = 2'440'588; // QDate(1970, 1, 1).toJulianDay()

QDateTime utc(Instant instant) { return QDateTime::fromSecsSinceEpoch(instant, Qt::UTC); }

/// What the clocks of the zone show, as if it were UTC.
Instant wallClock(Instant instant, const QTimeZone &zone) { return instant + zone.offsetFromUtc(utc(instant)); }

} // namespace

QTimeZone zoneNamed(const QString &name)
{
    const QByteArray iana = ianaNameOf(name);
    // Names are paths of files to the system, and an empty one is the system's own zone.
    if (iana.isEmpty() || iana.contains(".."))
        return {};
    // Qt takes any word for a zone without rules; its list of zones in turn lacks those that belong to no country.
    if (!iana.contains('/') && !QTimeZone::isTimeZoneIdAvailable(iana))
        return {};
    return QTimeZone(iana);
}

Instant instantOfWallClock(const QDate &date, qint64 second, const QTimeZone &zone)
{
    const Instant wall = (date.toJulianDay() - julianDayOfEpoch) * secondsPerDay + second;
    const auto offset = [&zone](Instant at) { return zone.offsetFromUtc(utc(at)); };
    const int before = offset(wall - secondsPerDay), after = offset(wall + secondsPerDay);
    for (const int candidate : {before, after}) {
        if (offset(wall - candidate) == candidate)
            return wall - candidate;
    }
    return wall - before; // skipped by the clocks
}

QDate dateAt(Instant instant, const QTimeZone &zone) { return utc(wallClock(instant, zone)).date(); }

int secondOfDayAt(Instant instant, const QTimeZone &zone)
{
    return QTime(0, 0).secsTo(utc(wallClock(instant, zone)).time());
}

IntervalSet occurrences(const std::vector<RecurringTime> &times, const QTimeZone &zone, Interval window)
{
    if (times.empty() || window.end <= window.start)
        return {};
    std::vector<Interval> found;
    const QDate last = dateAt(window.end, zone);
    // One that began a week ago may still last.
    for (QDate day = dateAt(window.start, zone).addDays(-8); day <= last; day = day.addDays(1)) {
        for (const RecurringTime &time : times) {
            if (time.dayOfWeek != 0 && time.dayOfWeek != day.dayOfWeek())
                continue;
            const Instant start = instantOfWallClock(day, time.startSecond, zone);
            const Instant end = instantOfWallClock(day, qint64{time.startSecond} + time.durationSeconds, zone);
            found.push_back({std::max(start, window.start), std::min(end, window.end)});
        }
    }
    return IntervalSet(std::move(found));
}

} // namespace pdsi
