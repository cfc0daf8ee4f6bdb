// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/randombuilder.h"

#include <algorithm>

namespace pdsi {

using namespace Qt::StringLiterals;

QString RandomBuilder::oddTime(Instant instant)
{
    const int offset = prng.chance(60) ? 0 : prng.pick({120, -300, 330, 845, -570, 60});
    const QString text = formatWithOffset(instant, offset);
    if (offset == 0 && prng.chance(10))
        return text.chopped(1) + u"+00:00"_s;
    return text;
}

/// Stretches that cover the rendered range, with gaps, overlaps, repeats and disorder worked in.
std::vector<RenderedEntry> RandomBuilder::oddEntries(int people)
{
    std::vector<RenderedEntry> entries;
    if (people == 0 || odd(5))
        return entries;
    const bool gappy = odd(50);
    Instant time = f.model.now - prng.pick({0, 1, 3'600, 86'400});
    if (gappy && prng.chance(30))
        time = f.model.now + prng.pick({1, 59, 60, 61, 7'200});
    while (time < f.renderUntil()) {
        const int length = prng.pick({3'600, 28'800, 43'200, 86'400, 604'800, 1'209'600});
        entries.push_back({time, time + length, prng.below(people)});
        time += length;
        if (gappy && prng.chance(25))
            time += prng.pick({1, 30, 59, 60, 61, 3'600, 86'400});
        else if (prng.chance(10))
            time -= prng.pick({1, 600, 3'600});
        if (prng.chance(4))
            entries.push_back(entries.back());
        if (prng.chance(4))
            entries.push_back({time, time, prng.below(people)}); // nothing between start and end
    }
    if (odd(20))
        entries.resize(entries.size() / 2); // the rotation ends
    if (prng.chance(40))
        shuffle(&entries);
    return entries;
}

QJsonArray RandomBuilder::oddLayers(const QJsonArray &people)
{
    QJsonArray layers;
    const int count = odd(12) ? 0 : prng.between(1, 3);
    for (int i = 0; i < count; ++i) {
        QJsonArray users;
        for (int n = odd(60) ? prng.below(4) : 4; n > 0 && !people.isEmpty(); --n)
            users.append(QJsonObject{{u"user"_s, people.at(prng.below(int(people.size())))}});
        const Instant end = f.model.now + prng.pick({-86'400 * 30, -1, 0, 1, 86'400 * 10});
        layers.append(QJsonObject{{u"id"_s, id(u"L"_s, prng.below(10'000))},
                                  {u"name"_s, maybeNull(u"Layer %1"_s.arg(i))},
                                  {u"start"_s, formatInstant(f.model.now - 300 * secondsPerDay)},
                                  {u"end"_s, prng.chance(60) ? QJsonValue() : QJsonValue(oddTime(end))},
                                  {u"rotation_virtual_start"_s, formatInstant(f.model.now - 300 * secondsPerDay)},
                                  {u"rotation_turn_length_seconds"_s, 86'400},
                                  {u"users"_s, users},
                                  {u"restrictions"_s, QJsonArray()},
                                  {u"rendered_schedule_entries"_s, QJsonArray()}});
    }
    return layers;
}

QJsonObject RandomBuilder::layeredSchedule(int n)
{
    QJsonArray people;
    for (int i = odd(60) ? prng.below(5) : 4; i > 0; --i)
        people.append(anyUserReference(20));
    ScheduleSpec spec{id(u"S"_s, n), u"Schedule %1"_s.arg(n), prng.pick({u"Europe/Berlin"_s, u"America/New_York"_s,
                                                                       u"Australia/Lord_Howe"_s, u"UTC"_s}), people};
    QJsonObject schedule = f.schedule(spec);
    const QJsonArray layers = oddLayers(people);
    QJsonArray entries;
    for (const RenderedEntry &entry : oddEntries(int(people.size()))) {
        entries.append(QJsonObject{{u"start"_s, oddTime(entry.start)},
                                   {u"end"_s, oddTime(entry.end)},
                                   {u"user"_s, people.at(entry.person)}});
    }
    if (layers.isEmpty() && prng.chance(80))
        entries = {};
    schedule.insert(u"schedule_layers"_s, layers);
    schedule.insert(u"final_schedule"_s, QJsonObject{{u"name"_s, u"Final Schedule"_s},
                                                     {u"rendered_schedule_entries"_s, entries}});
    schedule.insert(u"name"_s, maybeNull(schedule.value("name"_L1), 3));
    schedule.insert(u"description"_s, maybeNull(u"text"_s));
    if (odd(3))
        schedule.insert(u"final_schedule"_s, QJsonValue());
    return schedule;
}

QJsonObject RandomBuilder::shiftSchedule(int n)
{
    ScheduleV3Spec spec{id(u"V"_s, n), u"Shifts %1"_s.arg(n), u"Europe/Berlin"_s, {}, {}};
    for (int i = prng.between(1, 4); i > 0; --i)
        spec.people.append(anyUserReference(15));
    for (int i = prng.below(3); i > 0; --i) {
        std::vector<int> members;
        for (int m = prng.between(1, 3); m > 0; --m)
            members.push_back(odd(20) ? -1 : prng.below(int(spec.people.size())));
        spec.shifts.push_back({u"Shift %1"_s.arg(i), members, {1, 2, 3, 4, 5, 6, 7}, QTime(prng.below(24), 0), 43'200,
                               prng.between(1, 7)});
    }
    QJsonObject schedule = f.scheduleV3(spec);
    if (prng.chance(60)) {
        QJsonArray assignments;
        for (const RenderedEntry &entry : oddEntries(int(spec.people.size()))) {
            const QJsonValue userId = spec.people.at(entry.person).toObject().value("id"_L1);
            const QJsonObject member = odd(10)
                ? QJsonObject{{u"type"_s, u"empty_member"_s}}
                : QJsonObject{{u"type"_s, u"user_member"_s}, {u"user_id"_s, userId}};
            assignments.append(QJsonObject{{u"type"_s, u"computed_shift_assignment"_s},
                                           {u"start_time"_s, oddTime(entry.start)},
                                           {u"end_time"_s, oddTime(entry.end)},
                                           {u"member"_s, member}});
        }
        schedule.insert(u"final_schedule"_s, QJsonObject{{u"type"_s, u"final_schedule"_s},
                                                         {u"computed_shift_assignments"_s, assignments}});
    }
    return schedule;
}

void RandomBuilder::schedules()
{
    for (int i = prng.below(7); i > 0; --i)
        f.model.append(u"schedules"_s, layeredSchedule(i));
    for (int i = prng.chance(40) ? prng.between(1, 3) : 0; i > 0; --i)
        f.model.append(u"schedules_v3"_s, shiftSchedule(i));
}

QJsonArray RandomBuilder::oddTargets()
{
    QJsonArray targets;
    for (int i = odd(10) ? 0 : prng.between(1, 3); i > 0; --i) {
        const int kind = prng.below(100);
        const QJsonObject layered = anyOf(u"schedules"_s);
        const QJsonObject shifts = anyOf(u"schedules_v3"_s);
        if (kind < 45 && !layered.isEmpty())
            targets.append(f.referenceTo(prng.chance(90) ? u"schedule"_s : u"schedule_v3"_s, layered));
        else if (kind < 60 && !shifts.isEmpty())
            targets.append(f.referenceTo(u"schedule_v3"_s, shifts));
        else if (kind < 63 && m_oddity > 0)
            targets.append(f.reference(u"schedule"_s, u"PSNOSUCH"_s, u"Gone"_s));
        else
            targets.append(anyUserReference(15));
    }
    return targets;
}

void RandomBuilder::policies()
{
    for (int i = prng.below(7); i > 0; --i) {
        PolicySpec spec{id(u"E"_s, i), u"Policy %1"_s.arg(i), {}};
        for (int level = odd(8) ? 0 : prng.between(odd(60) ? 1 : 2, 3); level > 0; --level)
            spec.levels.append(odd(20) && !spec.levels.isEmpty() ? spec.levels.constLast() : oddTargets());
        spec.loops = prng.below(3);
        QJsonObject policy = f.policy(spec);
        QJsonArray rules = policy.value("escalation_rules"_L1).toArray();
        for (qsizetype r = 0; r < rules.size(); ++r) {
            QJsonObject rule = rules.at(r).toObject();
            if (prng.chance(30))
                rule.insert(u"escalation_rule_assignment_strategy"_s, QJsonObject{{u"type"_s, u"round_robin"_s}});
            rules.replace(r, rule);
        }
        policy.insert(u"escalation_rules"_s, rules);
        policy.insert(u"description"_s, QJsonValue());
        f.model.append(u"escalation_policies"_s, policy);
    }
}

} // namespace pdsi
