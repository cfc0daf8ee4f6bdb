// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/coveragezones.h"

#include "core/coverage/zonedtime.h"
#include "ui/models/translate.h"

#include <QLocale>

namespace pdsi {

namespace {

QDateTime at(Instant instant, const QTimeZone &zone) { return QDateTime::fromSecsSinceEpoch(instant, zone); }

QString clock(const QDateTime &when)
{
    return when.time().toString(when.time().second() == 0 ? QStringLiteral("HH:mm") : QStringLiteral("HH:mm:ss"));
}

QString weekday(const QDateTime &when) { return QLocale().dayName(when.date().dayOfWeek(), QLocale::ShortFormat); }

/// The first schedule that can lend the policy its zone; -1 when none.
int scheduleOf(const AccountCoverage &coverage, int policy)
{
    if (policy < 0)
        return -1;
    for (const CoveredLevel &level : coverage.policies[static_cast<size_t>(policy)].levels) {
        if (!level.schedules.empty())
            return level.schedules.front();
    }
    return -1;
}

} // namespace

CoverageZones::CoverageZones(const AccountCoverage &coverage)
    : m_zones{QTimeZone::utc()}
{
    QHash<QString, int> known;
    for (const CoveredSchedule &schedule : coverage.schedules) {
        auto found = known.constFind(schedule.zone);
        if (found == known.constEnd()) {
            const QTimeZone zone = zoneNamed(schedule.zone);
            found = known.insert(schedule.zone, zone.isValid() ? static_cast<int>(m_zones.size()) : 0);
            if (zone.isValid())
                m_zones.push_back(zone);
        }
        m_schedules.push_back(*found);
    }
    for (const CoveredService &service : coverage.services) {
        const int schedule = scheduleOf(coverage, service.policy);
        m_services.push_back(schedule < 0 ? 0 : m_schedules[static_cast<size_t>(schedule)]);
    }
}

QTimeZone chosenZone(ZoneChoice choice, const QTimeZone &own)
{
    switch (choice) {
    case ZoneChoice::Schedule: return own;
    case ZoneChoice::Utc: return QTimeZone::utc();
    case ZoneChoice::Mine: return QTimeZone::systemTimeZone();
    }
    return own;
}

QString clockWords(Instant instant, const QTimeZone &zone)
{
    const QDateTime when = at(instant, zone);
    return when.date().toString(Qt::ISODate) + QLatin1Char(' ') + clock(when);
}

QString dayAndClockWords(Instant instant, const QTimeZone &zone)
{
    const QDateTime when = at(instant, zone);
    return tr("%1 %2, %3 %4")
        .arg(weekday(when), QLocale().toString(when.date(), QStringLiteral("d MMM yyyy")), clock(when), zone.abbreviation(when));
}

QString wallClockWords(Interval interval, const QTimeZone &zone)
{
    const QDateTime start = at(interval.start, zone), end = at(interval.end, zone);
    const QString startZone = zone.abbreviation(start), endZone = zone.abbreviation(end);
    QString from = weekday(start) + QLatin1Char(' ') + clock(start);
    if (startZone != endZone)
        from += QLatin1Char(' ') + startZone;
    const QString until = start.date() == end.date() ? clock(end) : weekday(end) + QLatin1Char(' ') + clock(end);
    return tr("%1 to %2 %3").arg(from, until, endZone);
}

qint64 secondOfWeek(Instant instant, const QTimeZone &zone)
{
    constexpr qint64 mondayAfterEpoch = 4; // 1970-01-05
    const qint64 local = instant + zone.offsetFromUtc(at(instant, zone)) - mondayAfterEpoch * secondsPerDay;
    constexpr qint64 week = 7 * secondsPerDay;
    return ((local % week) + week) % week;
}

} // namespace pdsi
