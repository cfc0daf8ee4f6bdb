// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/inventoryrows.h"

#include "core/base/jsonaccess.h"

namespace pdsi {

namespace {

/// nullopt for anything that does not say when it begins and how long it lasts.
std::optional<RecurringTime> readRestriction(const QJsonObject &object)
{
    const bool weekly = textAt(object, QLatin1String("type")) == QLatin1String("weekly_restriction");
    if (!weekly && textAt(object, QLatin1String("type")) != QLatin1String("daily_restriction"))
        return std::nullopt;
    const auto start = secondOfDay(textAt(object, QLatin1String("start_time_of_day")));
    const auto duration = integerAt(object, QLatin1String("duration_seconds"));
    const auto day = weekly ? integerAt(object, QLatin1String("start_day_of_week")) : std::optional<qint64>(0);
    if (!start || !duration || !day)
        return std::nullopt;
    if (*duration <= 0 || *duration > 7 * secondsPerDay || (weekly && (*day < 1 || *day > 7)))
        return std::nullopt;
    return RecurringTime{static_cast<int>(*day), *start, static_cast<int>(*duration)};
}

/// nullopt when one of them is unreadable: without it the layer would be on call more often.
std::optional<std::vector<RecurringTime>> readRestrictions(const QJsonValue &value)
{
    if (!value.isArray())
        return std::nullopt;
    std::vector<RecurringTime> restrictions;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &row : array) {
        const auto restriction = readRestriction(row.toObject());
        if (!restriction)
            return std::nullopt;
        restrictions.push_back(*restriction);
    }
    return restrictions;
}

ScheduleLayer readLayer(const QJsonObject &object, const QString &pointer)
{
    ScheduleLayer layer;
    layer.id = textAt(object, QLatin1String("id"));
    layer.name = textAt(object, QLatin1String("name"));
    layer.start = instantAt(object, QLatin1String("start"));
    layer.end = instantAt(object, QLatin1String("end"));
    layer.virtualStart = instantAt(object, QLatin1String("rotation_virtual_start"));
    layer.turnSeconds = integerAt(object, QLatin1String("rotation_turn_length_seconds"));
    layer.restrictions = readRestrictions(object.value(QLatin1String("restrictions")));
    layer.pointer = pointer;
    const QJsonArray users = arrayAt(object, QLatin1String("users"));
    const QString base = pointer + QLatin1String("/users");
    for (qsizetype i = 0; i < users.size(); ++i) {
        const QJsonObject user = objectAt(users.at(i).toObject(), QLatin1String("user"));
        layer.users.push_back(readReference(user, pointerTo(base, i) + QLatin1String("/user")));
    }
    return layer;
}

/// One event of a rotation as a layer; nullopt when it has no members.
std::optional<ScheduleLayer> readRotationEvent(const QJsonObject &object, const QString &pointer)
{
    const QJsonArray members = arrayAt(objectAt(object, QLatin1String("assignment_strategy")), QLatin1String("members"));
    if (members.isEmpty())
        return std::nullopt;
    ScheduleLayer layer;
    layer.id = textAt(object, QLatin1String("id"));
    layer.name = textAt(object, QLatin1String("name"));
    layer.start = instantAt(object, QLatin1String("effective_since"));
    layer.end = instantAt(object, QLatin1String("effective_until"));
    layer.pointer = pointer;
    const QString base = pointer + QLatin1String("/assignment_strategy/members");
    for (qsizetype i = 0; i < members.size(); ++i) {
        const QString userId = textAt(members.at(i).toObject(), QLatin1String("user_id"));
        if (!userId.isEmpty())
            layer.users.push_back({userId, QStringLiteral("user"), QString(), false, pointerTo(base, i)});
    }
    return layer;
}

ScheduleEntry readEntry(const QJsonObject &object, const QString &pointer)
{
    const QJsonObject user = objectAt(object, QLatin1String("user"));
    ScheduleEntry entry;
    entry.start = instantAt(object, QLatin1String("start")).value_or(0);
    entry.end = instantAt(object, QLatin1String("end")).value_or(0);
    entry.userId = textAt(user, QLatin1String("id"));
    entry.userDeleted = !textAt(user, QLatin1String("deleted_at")).isEmpty();
    entry.pointer = pointer;
    return entry;
}

/// e.g. "schedule_rotation", "schedule_rotation_override", "custom_shift".
EntrySource readEntrySource(const QString &type)
{
    if (type.contains(QLatin1String("override")))
        return EntrySource::Override;
    if (type.contains(QLatin1String("custom_shift")))
        return EntrySource::CustomShift;
    return type.contains(QLatin1String("rotation")) ? EntrySource::Rotation : EntrySource::NotSaid;
}

ScheduleEntry readShift(const QJsonObject &object, const QString &pointer)
{
    const QJsonObject member = objectAt(object, QLatin1String("member"));
    ScheduleEntry entry;
    entry.start = instantAt(object, QLatin1String("start_time")).value_or(0);
    entry.end = instantAt(object, QLatin1String("end_time")).value_or(0);
    if (textAt(member, QLatin1String("type")) != QLatin1String("empty_member"))
        entry.userId = textAt(member, QLatin1String("user_id"));
    entry.entrySource = readEntrySource(textAt(objectAt(object, QLatin1String("source")), QLatin1String("type")));
    entry.pointer = pointer;
    return entry;
}

} // namespace

Schedule readSchedule(const QJsonObject &object, const SourceRef &source)
{
    const QLatin1String layersKey("schedule_layers");
    Schedule schedule;
    readResourceRow(schedule, object, source);
    schedule.generation = schedule.type == QLatin1String("schedule_v3") ? ScheduleGeneration::ShiftBased
                                                                       : ScheduleGeneration::LayerBased;
    schedule.timeZone = textAt(object, QLatin1String("time_zone"));
    schedule.layersKnown = object.value(layersKey).isArray();
    const QJsonArray layers = arrayAt(object, layersKey);
    const QString base = sourceAt(source, layersKey).pointer;
    for (qsizetype i = 0; i < layers.size(); ++i)
        schedule.layers.push_back(readLayer(layers.at(i).toObject(), pointerTo(base, i)));
    return schedule;
}

Schedule readScheduleV3(const QJsonObject &object, const SourceRef &source)
{
    const QLatin1String rotationsKey("rotations");
    Schedule schedule;
    readResourceRow(schedule, object, source);
    schedule.generation = ScheduleGeneration::ShiftBased;
    schedule.timeZone = textAt(object, QLatin1String("time_zone"));
    schedule.layersKnown = object.value(rotationsKey).isArray();
    const QJsonArray rotations = arrayAt(object, rotationsKey);
    const QString base = sourceAt(source, rotationsKey).pointer;
    for (qsizetype i = 0; i < rotations.size(); ++i) {
        const QJsonArray events = arrayAt(rotations.at(i).toObject(), QLatin1String("events"));
        const QString eventsBase = pointerTo(base, i) + QLatin1String("/events");
        for (qsizetype j = 0; j < events.size(); ++j) {
            if (auto layer = readRotationEvent(events.at(j).toObject(), pointerTo(eventsBase, j)))
                schedule.layers.push_back(std::move(*layer));
        }
    }
    return schedule;
}

std::optional<std::vector<ScheduleEntry>> readScheduleEntries(const QJsonObject &object, const Schedule &schedule,
                                                              const SourceRef &finalSource)
{
    const QJsonObject final = objectAt(object, QLatin1String("final_schedule"));
    const QLatin1String shiftsKey("computed_shift_assignments");
    const bool shifts = final.value(shiftsKey).isArray();
    const QLatin1String key = shifts ? shiftsKey : QLatin1String("rendered_schedule_entries");
    if (!final.value(key).isArray())
        return std::nullopt;
    const QJsonArray array = arrayAt(final, key);
    const bool nothingToRender = schedule.layersKnown && schedule.layers.empty();
    if (array.isEmpty() && !final.value(QLatin1String("rendered_coverage_percentage")).isDouble() && !nothingToRender)
        return std::nullopt;
    std::vector<ScheduleEntry> entries;
    entries.reserve(static_cast<size_t>(array.size()));
    const QString base = sourceAt(finalSource, key).pointer;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QJsonObject entry = array.at(i).toObject();
        entries.push_back((shifts ? readShift : readEntry)(entry, pointerTo(base, i)));
    }
    return entries;
}

std::optional<std::vector<ScheduleEntry>> readOverrides(const QJsonObject &object, const SourceRef &source)
{
    const QLatin1String part("overrides_subschedule"), key("rendered_schedule_entries");
    const QJsonObject overrides = objectAt(object, part);
    if (!overrides.value(key).isArray())
        return std::nullopt;
    std::vector<ScheduleEntry> entries;
    const QJsonArray array = arrayAt(overrides, key);
    const QString base = sourceAt(sourceAt(source, part), key).pointer;
    for (qsizetype i = 0; i < array.size(); ++i) {
        ScheduleEntry entry = readEntry(array.at(i).toObject(), pointerTo(base, i));
        if (entry.userId.isEmpty() || entry.end <= entry.start)
            return std::nullopt;
        entry.entrySource = EntrySource::Override;
        entries.push_back(std::move(entry));
    }
    return entries;
}

OnCall readOnCall(const QJsonObject &object, const SourceRef &source)
{
    const QLatin1String id("id");
    OnCall onCall;
    onCall.source = source;
    onCall.policyId = textAt(objectAt(object, QLatin1String("escalation_policy")), id);
    onCall.userId = textAt(objectAt(object, QLatin1String("user")), id);
    onCall.scheduleId = textAt(objectAt(object, QLatin1String("schedule")), id);
    onCall.level = smallIntegerAt(object, QLatin1String("escalation_level"));
    onCall.start = instantAt(object, QLatin1String("start"));
    onCall.end = instantAt(object, QLatin1String("end"));
    return onCall;
}

} // namespace pdsi
