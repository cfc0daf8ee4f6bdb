// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/schedulerecomputation.h"

#include "core/coverage/renderingcomparison.h"
#include "core/coverage/zonedtime.h"

#include <algorithm>

namespace pdsi {

namespace {

/// PagerDuty's own limits are an hour and a year; these only keep a hostile answer from asking for millions of turns.
constexpr qint64 shortestTurn = 60;
constexpr qint64 longestTurn = 3'660 * secondsPerDay;

std::vector<ScheduleEntry> cutTo(Interval window, const std::vector<ScheduleEntry> &entries)
{
    std::vector<ScheduleEntry> cut;
    for (ScheduleEntry entry : entries) {
        entry.start = std::max(entry.start, window.start);
        entry.end = std::min(entry.end, window.end);
        if (entry.start < entry.end)
            cut.push_back(std::move(entry));
    }
    std::sort(cut.begin(), cut.end(), [](const ScheduleEntry &a, const ScheduleEntry &b) { return a.start < b.start; });
    return cut;
}

/// The part of the window in which the layer applies.
Interval activeIn(const ScheduleLayer &layer, Interval window)
{
    return {std::max(window.start, layer.start.value_or(window.start)),
            std::min(window.end, layer.end.value_or(window.end))};
}

bool matters(const ScheduleLayer &layer, Interval window)
{
    const Interval active = activeIn(layer, window);
    return active.start < active.end && !layer.users.empty();
}

bool isReadable(const ScheduleLayer &layer)
{
    return layer.start && layer.virtualStart && layer.turnSeconds && *layer.turnSeconds >= shortestTurn
        && *layer.turnSeconds <= longestTurn && layer.restrictions;
}

/// Where the turns of one layer begin.
class Turns
{
public:
    Turns(const ScheduleLayer &layer, const QTimeZone &zone)
        : m_zone(zone), m_first(*layer.virtualStart), m_seconds(*layer.turnSeconds),
          m_days(m_seconds % secondsPerDay == 0 ? m_seconds / secondsPerDay : 0), m_date(dateAt(m_first, zone)),
          m_secondOfDay(secondOfDayAt(m_first, zone))
    {
    }
    Instant start(qint64 turn) const
    {
        if (m_days == 0)
            return m_first + turn * m_seconds;
        return turn == 0 ? m_first : instantOfWallClock(m_date.addDays(turn * m_days), m_secondOfDay, m_zone);
    }
    /// A turn that begins before `instant`, by little.
    qint64 before(Instant instant) const { return (instant - m_first) / m_seconds - 3; }

private:
    const QTimeZone &m_zone;
    Instant m_first;
    qint64 m_seconds;
    qint64 m_days; ///< 0: turns last a fixed time
    QDate m_date;
    int m_secondOfDay;
};

/// Who the layer alone names, by start.
std::vector<RecomputedEntry> entriesOf(const ScheduleLayer &layer, qint16 index, const QTimeZone &zone, Interval window)
{
    std::vector<RecomputedEntry> entries;
    const Interval active = activeIn(layer, window);
    const IntervalSet open =
        layer.restrictions->empty() ? IntervalSet({active}) : occurrences(*layer.restrictions, zone, active);
    const Turns turns(layer, zone);
    const auto count = static_cast<qint64>(layer.users.size());
    qint64 turn = turns.before(active.start);
    for (Instant start = turns.start(turn); start < active.end; ++turn) {
        const Instant end = turns.start(turn + 1);
        const Interval whole{std::max(start, active.start), std::min(end, active.end)};
        start = end;
        if (whole.end <= whole.start)
            continue;
        const QString &user = layer.users[static_cast<size_t>(((turn % count) + count) % count)].id;
        const IntervalSet parts = open.intersected(IntervalSet({whole}));
        for (const Interval &part : parts.intervals())
            entries.push_back({part.start, part.end, user, index});
    }
    return entries;
}

/// Adds what nobody above has claimed.
void layBelow(std::vector<RecomputedEntry> &all, const std::vector<RecomputedEntry> &lower)
{
    std::vector<Interval> claimed;
    claimed.reserve(all.size());
    for (const RecomputedEntry &entry : all)
        claimed.push_back({entry.start, entry.end});
    const IntervalSet above(std::move(claimed));
    for (const RecomputedEntry &entry : lower) {
        const IntervalSet seen = above.complementIn({entry.start, entry.end});
        for (const Interval &part : seen.intervals())
            all.push_back({part.start, part.end, entry.userId, entry.layer});
    }
}

void sortAndJoin(std::vector<RecomputedEntry> &entries)
{
    std::sort(entries.begin(), entries.end(),
              [](const RecomputedEntry &a, const RecomputedEntry &b) { return a.start < b.start; });
    std::vector<RecomputedEntry> joined;
    for (RecomputedEntry &entry : entries) {
        RecomputedEntry *last = joined.empty() ? nullptr : &joined.back();
        if (last && last->end == entry.start && last->userId == entry.userId && last->layer == entry.layer)
            last->end = entry.end;
        else
            joined.push_back(std::move(entry));
    }
    entries = std::move(joined);
}

bool overlapping(const std::vector<ScheduleEntry> &overrides)
{
    for (size_t i = 1; i < overrides.size(); ++i) {
        if (overrides[i].start < overrides[i - 1].end)
            return true;
    }
    return false;
}

std::optional<NotRecomputed> obstacle(const Schedule &schedule, Interval compared)
{
    if (schedule.generation == ScheduleGeneration::ShiftBased)
        return NotRecomputed::ShiftBased;
    if (!schedule.layersKnown)
        return NotRecomputed::LayersNotRead;
    if (!schedule.finalEntries || compared.end <= compared.start)
        return NotRecomputed::NotRendered;
    if (!schedule.overrides)
        return NotRecomputed::OverridesNotRead;
    if (overlapping(cutTo(compared, *schedule.overrides)))
        return NotRecomputed::OverlappingOverrides;
    if (!zoneNamed(schedule.timeZone).isValid())
        return NotRecomputed::UnknownZone;
    for (const ScheduleLayer &layer : schedule.layers) {
        if (matters(layer, compared) && !isReadable(layer))
            return NotRecomputed::UnreadableLayer;
    }
    return std::nullopt;
}

} // namespace

qint64 RecomputedSchedule::differingSeconds() const
{
    qint64 seconds = 0;
    for (const RenderingDifference &difference : differences)
        seconds += difference.seconds();
    return seconds;
}

RecomputedSchedule recompute(const Schedule &schedule, Interval window, LayerOrder order)
{
    RecomputedSchedule result;
    result.order = order;
    result.compared = {std::max(window.start, schedule.renderedFrom), std::min(window.end, schedule.renderedUntil)};
    result.notRecomputed = obstacle(schedule, result.compared);
    if (result.notRecomputed)
        return result;
    const QTimeZone zone = zoneNamed(schedule.timeZone);
    for (const ScheduleEntry &entry : cutTo(result.compared, *schedule.overrides))
        result.entries.push_back({entry.start, entry.end, entry.userId, -1});
    const size_t count = schedule.layers.size();
    for (size_t i = 0; i < count; ++i) {
        const size_t index = order == LayerOrder::FirstWins ? i : count - 1 - i;
        const ScheduleLayer &layer = schedule.layers[index];
        if (matters(layer, result.compared))
            layBelow(result.entries, entriesOf(layer, static_cast<qint16>(index), zone, result.compared));
    }
    sortAndJoin(result.entries);
    result.differences = differences(cutTo(result.compared, *schedule.finalEntries), result.entries);
    return result;
}

RecomputedSchedule recompute(const Schedule &schedule, Interval window)
{
    RecomputedSchedule result = recompute(schedule, window, LayerOrder::FirstWins);
    if (result.notRecomputed || result.differences.empty() || schedule.layers.size() < 2)
        return result;
    RecomputedSchedule other = recompute(schedule, window, LayerOrder::LastWins);
    return other.differingSeconds() < result.differingSeconds() ? other : result;
}

} // namespace pdsi
