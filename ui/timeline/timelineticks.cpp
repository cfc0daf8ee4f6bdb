// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineticks.h"

#include "core/coverage/zonedtime.h"
#include "ui/models/translate.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace pdsi {

namespace {

constexpr double air = 8;      // between two labels
constexpr double indent = 4;   // of a label after its line
constexpr double minorSpacing = 5;
constexpr int hour = 3600;

enum class Unit : quint8 { Second, Day, Week, Month, Year };

/// One way to write the lower row.
struct Step {
    Unit unit;
    int count;          ///< seconds, or that many units
    const char *format; ///< of QLocale
    double seconds() const
    {
        switch (unit) {
        case Unit::Second: return count;
        case Unit::Day: return count * double(secondsPerDay);
        case Unit::Week: return 7 * double(secondsPerDay);
        case Unit::Month: return count * 28 * double(secondsPerDay);
        case Unit::Year: return count * 365 * double(secondsPerDay);
        }
        return 1;
    }
};

constexpr std::array<Step, 15> steps{{{Unit::Second, 60, "HH:mm"}, {Unit::Second, 300, "HH:mm"},
                                      {Unit::Second, 900, "HH:mm"}, {Unit::Second, 1800, "HH:mm"},
                                      {Unit::Second, hour, "HH:mm"}, {Unit::Second, 3 * hour, "HH:mm"},
                                      {Unit::Second, 6 * hour, "HH:mm"}, {Unit::Second, 12 * hour, "HH:mm"},
                                      {Unit::Day, 1, "ddd d"}, {Unit::Day, 1, "d"}, {Unit::Week, 1, "d MMM"},
                                      {Unit::Month, 1, "MMM"}, {Unit::Month, 3, "MMM"}, {Unit::Year, 1, "yyyy"},
                                      {Unit::Year, 10, "yyyy"}}};

QString dateText(const QDate &date, const char *format) { return QLocale().toString(date, QLatin1String(format)); }

QString labelOf(Instant at, const Step &step, const QTimeZone &zone)
{
    if (step.unit == Unit::Second)
        return QTime(0, 0).addSecs(secondOfDayAt(at, zone)).toString(QStringLiteral("HH:mm"));
    return dateText(dateAt(at, zone), step.format);
}

/// The widest label of a step, near enough: of a fortnight's days, and of every month.
double widest(const Step &step, const TextWidth &width)
{
    if (step.unit == Unit::Second)
        return width(QStringLiteral("00:00"));
    double result = 0;
    for (int month = 1; month <= 12; ++month)
        result = std::max(result, width(dateText(QDate(2026, month, 16 + month), step.format)));
    return result;
}

const Step &stepFor(const TimelineScale &scale, const TextWidth &width)
{
    for (const Step &step : steps) {
        const double room = step.seconds() / scale.secondsPerPixel - indent - air;
        if (room > 0 && room >= widest(step, width))
            return step;
    }
    return steps.back();
}

QDate firstDate(Unit unit, const QDate &date, int count)
{
    switch (unit) {
    case Unit::Second:
    case Unit::Day: return date;
    case Unit::Week: return date.addDays(1 - date.dayOfWeek());
    case Unit::Month: return QDate(date.year(), (date.month() - 1) / count * count + 1, 1);
    case Unit::Year: return QDate(date.year() / count * count, 1, 1);
    }
    return date;
}

QDate nextDate(Unit unit, const QDate &date, int count)
{
    switch (unit) {
    case Unit::Second: return date.addDays(1);
    case Unit::Day: return date.addDays(count);
    case Unit::Week: return date.addDays(7);
    case Unit::Month: return date.addMonths(count);
    case Unit::Year: return date.addYears(count);
    }
    return date.addDays(1);
}

/// Boundaries of a unit from the one at or before `interval` to the first one after it, strictly ascending.
std::vector<Instant> boundaries(Unit unit, int count, const QTimeZone &zone, Interval interval)
{
    std::vector<Instant> found;
    const auto add = [&found](Instant at) {
        if (found.empty() || at > found.back())
            found.push_back(at);
    };
    for (QDate day = firstDate(unit, dateAt(interval.start, zone), count);; day = nextDate(unit, day, count)) {
        const Instant midnight = instantOfWallClock(day, 0, zone);
        if (unit != Unit::Second)
            add(midnight);
        for (int second = 0; unit == Unit::Second && second < secondsPerDay; second += count) {
            const Instant at = second == 0 ? midnight : instantOfWallClock(day, second, zone);
            if (second == 0 || secondOfDayAt(at, zone) == second) // the clocks may skip it
                add(at);
        }
        if (midnight > interval.end)
            return found;
    }
}

struct Span {
    double from = 0;
    double to = 0;
};

bool isFree(const std::vector<Span> &taken, double from, double to)
{
    return std::none_of(taken.begin(), taken.end(),
                        [&](const Span &span) { return from < span.to + air && to + air > span.from; });
}

/// Puts tags to the right of their line, else to the left, else takes their label away.
std::vector<Span> placeTags(std::vector<AxisTag> &tags, const TimelineScale &scale, const TextWidth &width)
{
    std::vector<Span> taken;
    for (AxisTag &tag : tags) {
        tag.x = scale.xOf(tag.at);
        tag.labelWidth = width(tag.label);
        const bool visible = tag.x >= 0 && tag.x <= scale.width;
        bool placed = false;
        for (const double x : {tag.x + indent, tag.x - indent - tag.labelWidth}) {
            if (!visible || placed || x < 0 || x + tag.labelWidth > scale.width || !isFree(taken, x, x + tag.labelWidth))
                continue;
            tag.labelX = x;
            taken.push_back({x, x + tag.labelWidth});
            placed = true;
        }
        if (!placed)
            tag.label.clear();
    }
    return taken;
}

/// Forms of what the upper row says, longest first.
std::vector<const char *> upperForms(Unit lower)
{
    switch (lower) {
    case Unit::Second: return {"dddd d MMMM yyyy", "ddd d MMM yyyy", "ddd d MMM", "d MMM", "d"};
    case Unit::Day:
    case Unit::Week: return {"MMMM yyyy", "MMM yyyy", "MMM"};
    case Unit::Month:
    case Unit::Year: return {"yyyy"};
    }
    return {};
}

/// The longest form that fits into what is free of [from, to); stays in sight while its section does.
void placeUpper(TimelineTick &tick, double to, const std::vector<const char *> &forms, const QTimeZone &zone,
                const std::vector<Span> &taken, const TextWidth &width)
{
    std::vector<double> places{std::max(0.0, tick.x) + indent};
    for (const Span &span : taken) {
        if (span.to + air > places.front() && span.to + air < to)
            places.push_back(span.to + air);
    }
    for (const char *form : forms) {
        const QString label = dateText(dateAt(tick.at, zone), form);
        const double wide = width(label);
        for (const double x : places) {
            if (x + wide + air <= to && isFree(taken, x, x + wide)) {
                tick.label = label;
                tick.labelX = x;
                tick.labelWidth = wide;
                return;
            }
        }
    }
}

std::vector<TimelineTick> upperRow(Unit lower, const TimelineScale &scale, const QTimeZone &zone,
                                   const std::vector<Span> &taken, const TextWidth &width)
{
    const Unit unit = lower == Unit::Second ? Unit::Day : lower == Unit::Day || lower == Unit::Week ? Unit::Month : Unit::Year;
    const std::vector<Instant> at = boundaries(unit, 1, zone, scale.visible());
    std::vector<TimelineTick> row;
    for (size_t i = 0; i + 1 < at.size(); ++i) {
        TimelineTick tick{at[i], scale.xOf(at[i]), {}, 0, 0};
        placeUpper(tick, std::min(scale.width, scale.xOf(at[i + 1])), upperForms(lower), zone, taken, width);
        row.push_back(std::move(tick));
    }
    return row;
}

/// Labels from left to right; one that would touch the one before goes without (an hour is short of minutes when the
/// clocks change).
std::vector<TimelineTick> lowerRow(const Step &step, const TimelineScale &scale, const QTimeZone &zone, const TextWidth &width)
{
    std::vector<TimelineTick> row;
    double free = 0;
    for (const Instant at : boundaries(step.unit, step.count, zone, scale.visible())) {
        TimelineTick tick{at, scale.xOf(at), {}, 0, 0};
        if (tick.x > scale.width)
            break;
        const QString label = labelOf(at, step, zone);
        const double wide = width(label), x = tick.x + indent;
        if (x >= free && x + wide <= scale.width) {
            tick.label = label;
            tick.labelX = x;
            tick.labelWidth = wide;
            free = x + wide + air;
        }
        row.push_back(std::move(tick));
    }
    return row;
}

QString changeText(int seconds)
{
    const QString sign = seconds > 0 ? QStringLiteral("+") : QString(QChar(0x2212));
    const int minutes = std::abs(seconds) / 60;
    const QString amount = minutes % 60 == 0 ? QStringLiteral("%1 h").arg(minutes / 60) : QStringLiteral("%1 min").arg(minutes);
    return tr("DST %1").arg(sign + amount);
}

} // namespace

std::vector<ClockChange> clockChanges(const QTimeZone &zone, Interval interval)
{
    std::vector<ClockChange> found;
    if (!zone.hasTransitions())
        return found;
    const auto utc = [](Instant at) { return QDateTime::fromSecsSinceEpoch(at, Qt::UTC); };
    for (const QTimeZone::OffsetData &data : zone.transitions(utc(interval.start), utc(interval.end))) {
        const Instant at = data.atUtc.toSecsSinceEpoch();
        const int change = data.offsetFromUtc - zone.offsetFromUtc(utc(at - 1));
        if (change != 0)
            found.push_back({at, change});
    }
    return found;
}

std::vector<Interval> weekends(const QTimeZone &zone, Interval interval)
{
    std::vector<Interval> found;
    QDate saturday = dateAt(interval.start, zone);
    saturday = saturday.addDays(6 - saturday.dayOfWeek()); // on a Sunday: the day before
    for (;; saturday = saturday.addDays(7)) {
        const Interval weekend{instantOfWallClock(saturday, 0, zone), instantOfWallClock(saturday.addDays(2), 0, zone)};
        if (weekend.start >= interval.end)
            return found;
        if (weekend.end > interval.start)
            found.push_back(weekend);
    }
}

TimelineTicks TimelineTicks::compute(const TimelineScale &scale, const QTimeZone &zone, const TextWidth &width,
                                     std::vector<AxisTag> tags)
{
    TimelineTicks ticks;
    const Step &step = stepFor(scale, width);
    for (const ClockChange &change : clockChanges(zone, scale.visible()))
        tags.push_back({AxisTag::Kind::ClockChange, change.at, changeText(change.seconds), 0, 0, 0});
    const std::vector<Span> taken = placeTags(tags, scale, width);
    ticks.tags = std::move(tags);
    ticks.lower = lowerRow(step, scale, zone, width);
    ticks.upper = upperRow(step.unit, scale, zone, taken, width);
    const double day = secondsPerDay / scale.secondsPerPixel;
    if (step.unit == Unit::Week && day >= minorSpacing) {
        for (const Instant at : boundaries(Unit::Day, 1, zone, scale.visible()))
            ticks.minor.push_back(scale.xOf(at));
    }
    if (day >= 1)
        ticks.weekends = pdsi::weekends(zone, scale.visible());
    return ticks;
}

} // namespace pdsi
