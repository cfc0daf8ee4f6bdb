// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/gaprows.h"

#include "core/coverage/zonedtime.h"
#include "core/report/reportwords.h"

#include <QLocale>

#include <algorithm>
#include <set>
#include <tuple>

namespace pdsi {

namespace {

QString gapClock(const QDateTime &when)
{
    return when.time().toString(when.time().second() == 0 ? QStringLiteral("HH:mm") : QStringLiteral("HH:mm:ss"));
}

QString gapWeekday(const QDateTime &when)
{
    return QLocale::c().dayName(when.date().dayOfWeek(), QLocale::ShortFormat);
}

QString localWords(const GapListEntry &entry, const QTimeZone &zone)
{
    const QDateTime start = QDateTime::fromSecsSinceEpoch(entry.start, zone);
    const QDateTime end = QDateTime::fromSecsSinceEpoch(entry.end, zone);
    const QString startZone = zone.abbreviation(start), endZone = zone.abbreviation(end);
    QString from = gapWeekday(start) + QLatin1Char(' ') + gapClock(start);
    if (startZone != endZone)
        from += QLatin1Char(' ') + startZone;
    const bool sameDay = start.date() == end.date();
    const QString until = sameDay ? gapClock(end) : gapWeekday(end) + QLatin1Char(' ') + gapClock(end);
    return QStringLiteral("%1 to %2 %3").arg(from, until, endZone);
}

QString levelsWords(const std::set<int> &levels)
{
    QStringList numbers;
    for (const int level : levels)
        numbers << QString::number(level + 1);
    return (levels.size() == 1 ? QStringLiteral("level ") : QStringLiteral("levels ")) + numbers.join(QStringLiteral(", "));
}

QString coverWords(const AccountCoverage &coverage, const GapListEntry &entry, const std::vector<int> &policies)
{
    if (entry.kind == GapKind::Maintenance || entry.kind == GapKind::Disabled)
        return QStringLiteral("no incident is created");
    if (policies.empty() && entry.subject == GapSubject::Schedule)
        return QStringLiteral("no policy uses it");
    if (policies.empty())
        return entry.kind == GapKind::Unknown ? QStringLiteral("policy not readable") : QStringLiteral("no policy");
    const auto [levels, nobody, unknown] = caughtBy(coverage, policies, {entry.start, entry.end});
    if (levels.empty() && unknown == 0)
        return QStringLiteral("nobody");
    if (levels.empty() && nobody == 0)
        return QStringLiteral("not known");
    QStringList parts;
    if (!levels.empty())
        parts << levelsWords(levels);
    if (nobody > 0)
        parts << QStringLiteral("nobody for %1").arg(lengthWords(nobody));
    if (unknown > 0)
        parts << QStringLiteral("not known for %1").arg(lengthWords(unknown));
    return parts.join(QStringLiteral("; "));
}

/// The schedule that lends a service its zone: the first of the lowest level that has one; -1 when none.
int zoneLender(const AccountCoverage &coverage, int service)
{
    const int policy = coverage.services[static_cast<size_t>(service)].policy;
    if (policy < 0)
        return -1;
    for (const CoveredLevel &level : coverage.policies[static_cast<size_t>(policy)].levels) {
        if (!level.schedules.empty())
            return level.schedules.front();
    }
    return -1;
}

} // namespace

GapRowMaker::GapRowMaker(const AccountCoverage &coverage) : m_coverage(coverage), m_entries(gapList(coverage))
{
    for (const CoveredSchedule &schedule : coverage.schedules) {
        if (!m_zones.contains(schedule.zone))
            m_zones.insert(schedule.zone, zoneNamed(schedule.zone));
    }
    const auto key = [](const GapListEntry &entry) {
        return std::tuple(!entry.counted, entry.kind, -entry.seconds(), entry.start, entry.subject, entry.index);
    };
    std::sort(m_entries.begin(), m_entries.end(),
              [&](const GapListEntry &a, const GapListEntry &b) { return key(a) < key(b); });
}

QTimeZone GapRowMaker::zoneOf(const GapListEntry &entry) const
{
    const int schedule = entry.subject == GapSubject::Schedule ? entry.index : zoneLender(m_coverage, entry.index);
    const QTimeZone zone
        = schedule < 0 ? QTimeZone() : m_zones.value(m_coverage.schedules[static_cast<size_t>(schedule)].zone);
    return zone.isValid() ? zone : QTimeZone::utc();
}

GapRow GapRowMaker::row(const GapListEntry &entry) const
{
    const auto index = static_cast<size_t>(entry.index);
    const bool isSchedule = entry.subject == GapSubject::Schedule;
    const std::vector<int> policies = policiesAffected(m_coverage, entry);
    const QTimeZone zone = zoneOf(entry);
    GapRow row;
    row.start = entry.start;
    row.end = entry.end;
    row.seconds = entry.seconds();
    row.kind = entry.kind;
    row.kindWords = gapKindWords(entry.kind);
    row.counted = entry.counted;
    row.subjectKind = isSchedule ? QStringLiteral("schedule") : QStringLiteral("service");
    row.subjectId = isSchedule ? m_coverage.schedules[index].id : m_coverage.services[index].id;
    row.subjectName = isSchedule ? m_coverage.schedules[index].name : m_coverage.services[index].name;
    row.localTime = localWords(entry, zone);
    row.zone = QString::fromLatin1(zone.id());
    row.coveredBy = coverWords(m_coverage, entry, policies);
    for (const int policy : policies)
        row.policies << m_coverage.policies[static_cast<size_t>(policy)].name;
    return row;
}

} // namespace pdsi
