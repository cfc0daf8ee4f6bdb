// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/renderedschedule.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace pdsi {

namespace {

QDateTime local(Instant instant, const QTimeZone &zone)
{
    return QDateTime::fromSecsSinceEpoch(instant, zone);
}

Instant instantOf(const QDateTime &wallClock, const QTimeZone &zone)
{
    return zonedInstant(wallClock.date(), wallClock.time(), zone);
}

/// Wall-clock time without a zone, for arithmetic that ignores clock changes.
QDateTime wall(const QDateTime &dateTime)
{
    return QDateTime(dateTime.date(), dateTime.time(), Qt::UTC);
}

/// The instant at which turn `n` begins.
Instant turnStart(const LayerPlan &layer, const QTimeZone &zone, qint64 n)
{
    if (layer.turnSeconds % secondsPerDay != 0)
        return layer.virtualStart + n * layer.turnSeconds;
    const qint64 days = n * (layer.turnSeconds / secondsPerDay);
    return instantOf(wall(local(layer.virtualStart, zone)).addDays(days), zone);
}

std::vector<RenderedEntry> turns(const LayerPlan &layer, const QTimeZone &zone, Instant since, Instant until)
{
    std::vector<RenderedEntry> result;
    const Instant from = std::max(since, layer.start);
    const Instant to = layer.end ? std::min(until, *layer.end) : until;
    if (layer.people.empty() || from >= to)
        return result;
    const qint64 count = qint64(layer.people.size());
    qint64 n = (from - layer.virtualStart) / layer.turnSeconds - 2;
    for (Instant start = turnStart(layer, zone, n); start < to; ++n) {
        const Instant end = turnStart(layer, zone, n + 1);
        const int person = layer.people[std::size_t(((n % count) + count) % count)];
        if (end > from)
            result.push_back({std::max(start, from), std::min(end, to), person});
        start = end;
    }
    return result;
}

std::vector<RenderedEntry> allowed(const std::vector<Restriction> &restrictions, const QTimeZone &zone, Instant since,
                                   Instant until)
{
    std::vector<RenderedEntry> result;
    const QDate last = local(until, zone).date().addDays(1);
    for (QDate day = local(since, zone).date().addDays(-8); day <= last; day = day.addDays(1)) {
        for (const Restriction &restriction : restrictions) {
            if (restriction.startDayOfWeek != 0 && restriction.startDayOfWeek != day.dayOfWeek())
                continue;
            const QDateTime begin(day, restriction.startTime, Qt::UTC);
            result.push_back({instantOf(begin, zone), instantOf(begin.addSecs(restriction.durationSeconds), zone), 0});
        }
    }
    std::sort(result.begin(), result.end(),
              [](const RenderedEntry &a, const RenderedEntry &b) { return a.start < b.start; });
    return result;
}

} // namespace

qint64 coveredSeconds(std::vector<RenderedEntry> entries)
{
    std::sort(entries.begin(), entries.end(),
              [](const RenderedEntry &a, const RenderedEntry &b) { return a.start < b.start; });
    qint64 covered = 0;
    Instant reached = entries.empty() ? 0 : entries.front().start;
    for (const RenderedEntry &entry : entries) {
        covered += std::max<qint64>(0, entry.end - std::max(entry.start, reached));
        reached = std::max(reached, entry.end);
    }
    return covered;
}

std::vector<RenderedEntry> renderLayer(const LayerPlan &layer, const QString &timeZone, Instant since, Instant until)
{
    const QTimeZone zone(timeZone.toLatin1());
    const std::vector<RenderedEntry> rotation = turns(layer, zone, since, until);
    if (layer.restrictions.empty())
        return rotation;
    std::vector<RenderedEntry> result;
    const std::vector<RenderedEntry> windows = allowed(layer.restrictions, zone, since, until);
    for (const RenderedEntry &turn : rotation) {
        for (const RenderedEntry &open : windows) {
            const RenderedEntry part{std::max(turn.start, open.start), std::min(turn.end, open.end), turn.person};
            if (part.start < part.end)
                result.push_back(part);
        }
    }
    return result;
}

std::vector<RenderedEntry> overlaid(const std::vector<std::vector<RenderedEntry>> &lists)
{
    std::vector<RenderedEntry> result;
    for (const std::vector<RenderedEntry> &upper : lists) {
        std::vector<RenderedEntry> next;
        for (const RenderedEntry &below : result) {
            Instant start = below.start;
            for (const RenderedEntry &above : upper) { // in order of start, never overlapping each other
                if (above.end <= start || above.start >= below.end)
                    continue;
                if (above.start > start)
                    next.push_back({start, above.start, below.person});
                start = above.end;
            }
            if (start < below.end)
                next.push_back({start, below.end, below.person});
        }
        next.insert(next.end(), upper.begin(), upper.end());
        std::sort(next.begin(), next.end(),
                  [](const RenderedEntry &a, const RenderedEntry &b) { return a.start < b.start; });
        result = std::move(next);
    }
    return result;
}

Instant localInstant(int year, int month, int day, int hour, int minute, const QString &timeZone)
{
    return zonedInstant(QDate(year, month, day), QTime(hour, minute), QTimeZone(timeZone.toLatin1()));
}

Instant zonedInstant(const QDate &date, const QTime &time, const QTimeZone &zone)
{
    const Instant wallClock = QDateTime(date, time, Qt::UTC).toSecsSinceEpoch();
    const auto offset = [&zone](Instant at) { return zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(at, Qt::UTC)); };
    const int before = offset(wallClock - secondsPerDay), after = offset(wallClock + secondsPerDay);
    for (const int candidate : {before, after}) {
        if (offset(wallClock - candidate) == candidate)
            return wallClock - candidate;
    }
    return wallClock - before; // skipped by the clocks: as much later as they jumped
}

} // namespace pdsi
