// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinewords.h"

#include "core/report/plaintext.h"
#include "ui/models/translate.h"
#include "ui/timeline/timelineticks.h"

#include <QLocale>

#include <cmath>

namespace pdsi {

namespace {

struct DurationWords {
    const char *one;
    const char *many;
};

QString duration(qint64 seconds, const DurationWords (&words)[4])
{
    constexpr qint64 units[] = {secondsPerDay, 3'600, 60, 1};
    QStringList parts;
    for (int i = 0; i < 4 && parts.size() < 2; ++i) {
        const qint64 count = seconds / units[i];
        seconds %= units[i];
        if (count > 0)
            parts << tr(count == 1 ? words[i].one : words[i].many).arg(count);
        else if (!parts.isEmpty())
            break;
    }
    return parts.isEmpty() ? tr(words[3].many).arg(0) : parts.join(QLatin1Char(' '));
}

QString dayText(const QDateTime &when) { return QLocale().toString(when.date(), QStringLiteral("ddd d MMM yyyy")); }

QString clockText(const QDateTime &when)
{
    return when.time().toString(when.time().second() == 0 ? QStringLiteral("HH:mm") : QStringLiteral("HH:mm:ss"));
}

QString offsetText(int seconds)
{
    if (seconds == 0)
        return QStringLiteral("UTC");
    const int minutes = std::abs(seconds) / 60;
    const QString sign = seconds < 0 ? QString(QChar(0x2212)) : QStringLiteral("+");
    const QString rest = minutes % 60 == 0 ? QString() : QStringLiteral(":%1").arg(minutes % 60, 2, 10, QLatin1Char('0'));
    return QStringLiteral("UTC") + sign + QString::number(minutes / 60) + rest;
}

QString spokenBar(const TimelineLayout &layout, const TimelineItem &item, const QTimeZone &zone)
{
    const CoverageBar &bar = layout.bars(item.row)[size_t(item.index)];
    const QString who = bar.person < 0 ? tr("Nobody named") : personName(layout.data(), bar.person);
    QString text = tr("%1 on call on %2, from %3, %4")
                       .arg(who, rowName(layout.data(), layout.row(item.row)),
                            timelineStretch({bar.start, bar.end}, zone), spokenDuration(bar.end - bar.start));
    if (bar.liveness == Liveness::Unknown)
        text += tr(", not known whether this person can be paged");
    else if (bar.liveness == Liveness::Nobody)
        text += tr(", cannot be paged");
    return text;
}

QString spokenRow(const TimelineLayout &layout, const TimelineRow &row)
{
    QString text = QStringLiteral("%1 %2").arg(rowKindWord(row.kind), rowName(layout.data(), row));
    if (row.level >= 0)
        text += tr(", level %1").arg(row.level + 1);
    if (row.kind == TimelineRowKind::Person)
        return text + tr(", always on call");
    return row.kind == TimelineRowKind::Team ? text : text + QStringLiteral(", ") + summaryWords(row.summary);
}

} // namespace

QString timelineDuration(qint64 seconds)
{
    static constexpr DurationWords words[] = {{QT_TRANSLATE_NOOP("pdsi", "%1 d"), "%1 d"},
                                              {QT_TRANSLATE_NOOP("pdsi", "%1 h"), "%1 h"},
                                              {QT_TRANSLATE_NOOP("pdsi", "%1 min"), "%1 min"},
                                              {QT_TRANSLATE_NOOP("pdsi", "%1 s"), "%1 s"}};
    return duration(seconds, words);
}

QString spokenDuration(qint64 seconds)
{
    static constexpr DurationWords words[] = {
        {QT_TRANSLATE_NOOP("pdsi", "%1 day"), QT_TRANSLATE_NOOP("pdsi", "%1 days")},
        {QT_TRANSLATE_NOOP("pdsi", "%1 hour"), QT_TRANSLATE_NOOP("pdsi", "%1 hours")},
        {QT_TRANSLATE_NOOP("pdsi", "%1 minute"), QT_TRANSLATE_NOOP("pdsi", "%1 minutes")},
        {QT_TRANSLATE_NOOP("pdsi", "%1 second"), QT_TRANSLATE_NOOP("pdsi", "%1 seconds")}};
    return duration(seconds, words);
}

QString timelineInstant(Instant instant, const QTimeZone &zone)
{
    const QDateTime when = QDateTime::fromSecsSinceEpoch(instant, zone);
    return QStringLiteral("%1 %2 %3").arg(dayText(when), clockText(when), zone.abbreviation(when));
}

QString timelineStretch(Interval interval, const QTimeZone &zone)
{
    const QDateTime start = QDateTime::fromSecsSinceEpoch(interval.start, zone);
    const QDateTime end = QDateTime::fromSecsSinceEpoch(interval.end, zone);
    QString from = dayText(start) + QLatin1Char(' ') + clockText(start);
    if (zone.abbreviation(start) != zone.abbreviation(end))
        from += QLatin1Char(' ') + zone.abbreviation(start);
    const QString until = start.date() == end.date() ? clockText(end) : dayText(end) + QLatin1Char(' ') + clockText(end);
    return tr("%1 to %2 %3").arg(from, until, zone.abbreviation(end));
}

QString zoneWords(const QTimeZone &zone, Interval interval)
{
    const auto offsetAt = [&zone](Instant at) { return zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(at, Qt::UTC)); };
    QString offsets = offsetText(offsetAt(interval.start));
    const std::vector<ClockChange> changes = clockChanges(zone, interval);
    if (!changes.empty())
        offsets += QLatin1Char('/') + offsetText(offsetAt(changes.back().at));
    const QString name = QString::fromLatin1(zone.id());
    return name == offsets ? name : QStringLiteral("%1 (%2)").arg(name, offsets);
}

QStringList gapLabels(const CoverageGap &gap)
{
    const QString length = timelineDuration(gap.seconds());
    const auto forms = [&length](const QString &full, const QString &brief) {
        return QStringList{QStringLiteral("%1, %2").arg(full, length), QStringLiteral("%1, %2").arg(brief, length), brief};
    };
    switch (gap.kind) {
    case GapKind::Nobody: {
        QStringList labels{tr("Nobody on call, %1").arg(length), tr("Nobody, %1").arg(length), length};
        if (gap.seconds() > secondsPerDay && gap.seconds() < 10 * secondsPerDay) // "63 h" is shorter than "2 d 15 h"
            labels << tr("%1 h").arg(gap.seconds() / 3'600);
        return labels;
    }
    case GapKind::CaughtByLevel: {
        const int level = gap.level + 1;
        return {tr("Caught by level %1, %2").arg(level).arg(length), tr("Level %1, %2").arg(level).arg(length),
                tr("Level %1").arg(level), tr("L%1").arg(level)};
    }
    case GapKind::Unknown: return forms(tr("Not known"), tr("Unknown")) << QStringLiteral("?");
    case GapKind::OffHours: return forms(tr("Intended off-hours"), tr("Off-hours")) << tr("off");
    case GapKind::Maintenance: return forms(tr("In maintenance"), tr("Maintenance"));
    case GapKind::Disabled: return forms(tr("Service disabled"), tr("Disabled"));
    }
    return {};
}

QString gapMeaning(const CoverageGap &gap, TimelineRowKind kind)
{
    switch (gap.kind) {
    case GapKind::Nobody:
        if (kind == TimelineRowKind::Schedule)
            return tr("Nobody is paged for all or some of it: no other level covers the whole gap.");
        return tr("Nobody is paged: no level has anybody on call, no incident is created.");
    case GapKind::CaughtByLevel:
        if (gap.level == 0)
            return tr("Another target of level 1 is paged instead.");
        return tr("Level %1 is paged instead.").arg(gap.level + 1);
    case GapKind::Unknown: return tr("Not known: what could not be read may cover it.");
    case GapKind::OffHours: return tr("Intended off-hours: shown, not counted.");
    case GapKind::Maintenance: return tr("The service is in maintenance: no incident is created.");
    case GapKind::Disabled: return tr("The service is disabled: no incident is created.");
    }
    return {};
}

QString summaryWords(const GapSummary &summary)
{
    if (summary.gaps == 0)
        return tr("No gap");
    const QString longest = timelineDuration(summary.longest);
    const bool one = summary.gaps == 1;
    switch (summary.kind) {
    case GapKind::CaughtByLevel:
        return one ? tr("1 caught by L%1, %2").arg(summary.level + 1).arg(longest)
                   : tr("%1 caught by L%2, longest %3").arg(summary.gaps).arg(summary.level + 1).arg(longest);
    case GapKind::Unknown: return tr("Unknown for %1").arg(timelineDuration(summary.seconds));
    case GapKind::Nobody:
    case GapKind::OffHours:
    case GapKind::Maintenance:
    case GapKind::Disabled: break;
    }
    return one ? tr("1 gap, %1").arg(longest) : tr("%1 gaps, longest %2").arg(summary.gaps).arg(longest);
}

QString rowName(const TimelineData &data, const TimelineRow &row)
{
    return row.kind == TimelineRowKind::Team && row.index < 0 ? tr("Without a team") : plainText(nameOf(data, row));
}

QString personName(const TimelineData &data, int person)
{
    return plainText(data.coverage().people[size_t(person)].name);
}

QString rowKindWord(TimelineRowKind kind)
{
    switch (kind) {
    case TimelineRowKind::Service: return tr("Service");
    case TimelineRowKind::Policy: return tr("Escalation policy");
    case TimelineRowKind::Team: return tr("Team");
    case TimelineRowKind::Schedule: return tr("Schedule");
    case TimelineRowKind::Person: return tr("Person");
    }
    return {};
}

QString spokenName(const TimelineLayout &layout, const TimelineItem &item, const QTimeZone &zone)
{
    switch (item.kind) {
    case TimelineItem::Kind::None: break;
    case TimelineItem::Kind::Row: return spokenRow(layout, layout.row(item.row));
    case TimelineItem::Kind::Bar: return spokenBar(layout, item, zone);
    case TimelineItem::Kind::Gap: {
        const CoverageGap &gap = layout.gaps(item.row)[size_t(item.index)];
        const TimelineRow &row = layout.row(item.row);
        return tr("Gap on %1, from %2, %3. %4")
            .arg(rowName(layout.data(), row), timelineStretch({gap.start, gap.end}, zone), spokenDuration(gap.seconds()),
                 gapMeaning(gap, row.kind));
    }
    }
    return {};
}

} // namespace pdsi
