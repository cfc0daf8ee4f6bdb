// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplebuilder.h"

namespace pdsi {

using namespace Qt::StringLiterals;

namespace {

const QString amsterdam = u"Europe/Amsterdam"_s;
const QString london = u"Europe/London"_s;
const QString newYork = u"America/New_York"_s;
const QString chicago = u"America/Chicago"_s;

constexpr int hour = 3'600;
constexpr int day = 24 * hour;
constexpr int week = 7 * day;

/// Monday 5 January 2026 at an hour of the zone's own clock.
Instant newYearMonday(int atHour, const QString &zone)
{
    return localInstant(2026, 1, 5, atHour, 0, zone);
}

std::vector<Restriction> weekdays(int fromHour, int hours)
{
    std::vector<Restriction> result;
    for (int weekday = 1; weekday <= 5; ++weekday)
        result.push_back({weekday, QTime(fromHour, 0), hours * hour});
    return result;
}

} // namespace

LayerPlan rotation(const QString &name, Instant start, int turnSeconds, const std::vector<int> &people,
                   const std::vector<Restriction> &restrictions)
{
    return {name, start, {}, start, turnSeconds, people, restrictions};
}

void SampleBuilder::addSchedule(const QString &key, const QString &name, const QString &zone, const QString &team,
                                const QStringList &firstNames, const std::vector<LayerPlan> &layers,
                                const std::vector<RenderedEntry> &overrides)
{
    QJsonArray teamReferences;
    for (const QJsonValue &value : teamsOf(team))
        teamReferences.append(f.referenceTo(u"team"_s, value.toObject()));
    f.model.append(u"schedules"_s,
                   f.schedule({u"PHF"_s + key, name, zone, people(firstNames), layers, overrides, teamReferences}));
}

void SampleBuilder::schedules()
{
    const Instant ams9 = newYearMonday(9, amsterdam);
    const Instant lon9 = newYearMonday(9, london);
    addSchedule(u"S01"_s, u"Control Tower Primary"_s, amsterdam, u"A"_s, {u"Callum"_s, u"Femke"_s, u"Rui"_s, u"Ottilie"_s},
                {rotation(u"Weekly"_s, ams9, week, {0, 1, 2, 3})});
    addSchedule(u"S02"_s, u"Control Tower Secondary"_s, amsterdam, u"A"_s, {u"Silke"_s, u"Rui"_s, u"Callum"_s},
                {rotation(u"Weekly"_s, ams9, week, {0, 1, 2})});
    addSchedule(u"S03"_s, u"Fleet Telematics Primary"_s, amsterdam, u"B"_s, {u"Tomás"_s, u"Nadia"_s, u"Kwame"_s},
                {rotation(u"Daily"_s, newYearMonday(8, amsterdam), day, {0, 1, 2})});
    // Nights and weekends are the base; the weekday layer lies over it.
    addSchedule(u"S06"_s, u"Warehouse Primary"_s, amsterdam, u"C"_s, {u"Jasper"_s, u"Lieke"_s, u"Ragnhild"_s, u"Emeka"_s},
                {rotation(u"Nights and weekends"_s, ams9, week, {2, 3}),
                 rotation(u"Weekdays"_s, ams9, day, {0, 1}, weekdays(7, 12))});
    addSchedule(u"S07"_s, u"Warehouse Secondary"_s, amsterdam, u"C"_s, {u"Hanneke"_s},
                {rotation(u"Always Hanneke"_s, ams9, week, {0})});
    const Instant swap = localInstant(2026, 10, 24, 18, 0, amsterdam);
    addSchedule(u"S09"_s, u"Customer Portal Primary"_s, amsterdam, u"E"_s, {u"Cosima"_s, u"Leonie"_s, u"Idris"_s, u"Sanne"_s},
                {rotation(u"Weekly"_s, ams9, week, {0, 1, 2, 3})},
                {{swap, swap + 15 * hour, 3}, {swap + 5 * day, swap + 6 * day, 1}});
    addSchedule(u"S11"_s, u"Payments Secondary"_s, london, u"F"_s, {u"Rosalind"_s, u"Beatrix"_s},
                {rotation(u"Fortnightly"_s, lon9, 2 * week, {0, 1})});
    addSchedule(u"S13"_s, u"Platform Primary"_s, london, u"H"_s, {u"Ken"_s, u"Anouk"_s, u"Eli"_s},
                {rotation(u"Weekly"_s, lon9, week, {0, 1, 2})});
    addSchedule(u"S14"_s, u"Platform Secondary"_s, chicago, u"H"_s, {u"Brandon"_s, u"Shanice"_s, u"Joost"_s},
                {rotation(u"Weekly"_s, newYearMonday(9, chicago), week, {0, 1, 2})});
    // Twelve-hour turns change hands at fixed instants, so the wall-clock time moves by an hour in winter.
    addSchedule(u"S16"_s, u"Network & Sites Primary"_s, amsterdam, u"J"_s, {u"Hugo"_s, u"Mirjam"_s, u"Stellan"_s},
                {rotation(u"Half days"_s, newYearMonday(7, amsterdam), 12 * hour, {0, 1, 2})});
}

void SampleBuilder::followTheSun()
{
    // 13:00 in New York is 19:00 in Amsterdam, except between the two ends of summer time.
    addSchedule(u"S04"_s, u"Fleet Telematics Americas"_s, newYork, u"B"_s, {u"Tyler"_s, u"Marisol"_s},
                {rotation(u"Afternoon to night"_s, newYearMonday(13, newYork), week, {0, 1},
                          {{0, QTime(13, 0), 12 * hour}})});
    addSchedule(u"S05"_s, u"Fleet Telematics Europe"_s, amsterdam, u"B"_s, {u"Nadia"_s, u"Kwame"_s},
                {rotation(u"Day"_s, newYearMonday(7, amsterdam), week, {0, 1}, {{0, QTime(7, 0), 12 * hour}})});
}

void SampleBuilder::troubledSchedules()
{
    const Instant ams9 = newYearMonday(9, amsterdam);
    addSchedule(u"S08"_s, u"Customs Office Hours"_s, amsterdam, u"D"_s, {u"Björn"_s, u"Matthijs"_s, u"Aoife"_s},
                {rotation(u"Office hours"_s, ams9, week, {0, 1, 2}, weekdays(8, 10))},
                {{localInstant(2026, 10, 31, 9, 0, amsterdam), localInstant(2026, 10, 31, 17, 0, amsterdam), 1}});
    // The night shift ends five minutes before the day shift begins.
    const Instant lon8 = newYearMonday(8, london);
    addSchedule(u"S10"_s, u"Payments Primary"_s, london, u"F"_s, {u"Oskar"_s, u"Beatrix"_s, u"Youssef"_s},
                {rotation(u"Night"_s, lon8, week, {2, 0}, {{0, QTime(20, 0), 11 * hour + 55 * 60}}),
                 rotation(u"Day"_s, lon8, week, {0, 1}, {{0, QTime(8, 0), 12 * hour}})});
    addSchedule(u"S12"_s, u"Identity Primary"_s, london, u"G"_s, {u"Greta"_s, u"Pavel"_s, u"Dominic"_s},
                {rotation(u"Weekly"_s, newYearMonday(9, london), week, {0, 1, 2})});
    LayerPlan ending = rotation(u"Until the reorganisation"_s, ams9, week, {0, 1});
    ending.end = localInstant(2026, 11, 5, 9, 0, amsterdam);
    LayerPlan ended = rotation(u"Before the move"_s, newYearMonday(9, london) - 52 * week, week, {2});
    ended.end = ams9;
    addSchedule(u"S15"_s, u"Data & Forecasting Primary"_s, amsterdam, u"I"_s, {u"Fatima"_s, u"Petra"_s, u"Ifeoma"_s},
                {ended, ending});
    addSchedule(u"S17"_s, u"Legacy Dispatch"_s, amsterdam, u"A"_s, {u"Pavel"_s, u"Bart"_s},
                {rotation(u"Weekly"_s, ams9, week, {0, 1})});
}

void SampleBuilder::shiftSchedules()
{
    const QList<int> everyDay{1, 2, 3, 4, 5, 6, 7};
    f.model.append(u"schedules_v3"_s,
                   f.scheduleV3({u"PHFV01"_s, u"Port Operations Asia and Europe"_s, amsterdam,
                                 people({u"Jia"_s, u"Arjun"_s, u"Renske"_s}),
                                 {{u"Day"_s, {0, 1, 2}, everyDay, QTime(6, 0), 12 * hour, 7},
                                  {u"Night"_s, {1, 2, 0}, everyDay, QTime(18, 0), 12 * hour, 7}}}));
    f.model.append(u"schedules_v3"_s,
                   f.scheduleV3({u"PHFV02"_s, u"Port Operations Americas"_s, newYork, people({u"Camila"_s, u"Tyler"_s}),
                                 {{u"Day"_s, {0, 1}, everyDay, QTime(7, 0), 12 * hour, 5},
                                  {u"Night"_s, {1, -1}, everyDay, QTime(19, 0), 12 * hour, 5}}}));
    f.model.append(u"schedules_v3"_s,
                   f.scheduleV3({u"PHFV03"_s, u"Security Incident Commander"_s, london,
                                 people({u"Amara"_s, u"Nikolai"_s, u"Zanele"_s}),
                                 {{u"Whole day"_s, {0, 1, 2}, everyDay, QTime(9, 0), 24 * hour, 7}}}));
}

QJsonArray SampleBuilder::targets(const QStringList &keys) const
{
    QJsonArray result;
    for (const QString &key : keys) {
        if (key.startsWith(u'S') && key.size() == 3)
            result.append(f.referenceTo(u"schedule"_s, byKey(u"schedules"_s, key)));
        else if (key.startsWith(u'V') && key.size() == 3)
            result.append(f.referenceTo(u"schedule_v3"_s, byKey(u"schedules_v3"_s, key)));
        else
            result.append(people({key}).first());
    }
    return result;
}

void SampleBuilder::policies()
{
    int number = 0;
    const auto add = [&](const QString &name, const QString &team, const QList<QStringList> &levels, int loops = 2) {
        PolicySpec spec{u"PHFE%1"_s.arg(++number, 2, 10, QLatin1Char('0')), name, {}};
        for (const QStringList &level : levels)
            spec.levels.append(targets(level));
        for (const QJsonValue &value : teamsOf(team))
            spec.teams.append(f.referenceTo(u"team"_s, value.toObject()));
        spec.loops = loops;
        f.model.append(u"escalation_policies"_s, f.policy(spec));
    };
    add(u"Control Tower"_s, u"A"_s, {{u"S01"_s}, {u"S02"_s}, {u"Marit"_s}});
    add(u"Fleet Telematics"_s, u"B"_s, {{u"S03"_s}, {u"S04"_s, u"S05"_s}});
    add(u"Fleet Follow the Sun"_s, u"B"_s, {{u"S04"_s, u"S05"_s}}, 0);
    add(u"Warehouse"_s, u"C"_s, {{u"S06"_s}, {u"S07"_s}, {u"Declan"_s}});
    add(u"Customs"_s, u"D"_s, {{u"S08"_s}, {u"S08"_s}});
    add(u"Customer Portal"_s, u"E"_s, {{u"S09"_s}, {u"S13"_s}});
    add(u"Payments"_s, u"F"_s, {{u"S10"_s}, {u"S11"_s}, {u"Rosalind"_s}});
    add(u"Identity"_s, u"G"_s, {{u"S12"_s}, {u"Priya"_s}});
    add(u"Platform"_s, u"H"_s, {{u"S13"_s}, {u"S14"_s}});
    add(u"Data & Forecasting"_s, u"I"_s, {{u"S15"_s}, {u"Pavel"_s}}, 0);
    add(u"Network & Sites"_s, u"J"_s, {{u"S16"_s}, {u"S14"_s}});
    add(u"Port Operations"_s, u"K"_s, {{u"V01"_s, u"V02"_s}, {u"Wen"_s}});
    add(u"Security Incidents"_s, u"L"_s, {{u"V03"_s}, {u"Amara"_s}});
    add(u"Mailbox Watch"_s, u"A"_s, {{u"Ottilie"_s}}, 0);
    add(u"Not staffed yet"_s, u"I"_s, {}, 0);
    add(u"Legacy Dispatch"_s, u"A"_s, {{u"S17"_s}}, 0);
    add(u"Portal Partners"_s, u"E"_s, {{u"S09"_s}, {u"S02"_s}});
    add(u"Platform Catch-all"_s, u"H"_s, {{u"S13"_s}, {u"S14"_s}, {u"V03"_s}}, 5);
}

} // namespace pdsi
