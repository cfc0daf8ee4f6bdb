// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/accountfactory.h"

#include <QDateTime>
#include <QTimeZone>

namespace pdsi {

using namespace Qt::StringLiterals;

QJsonArray AccountFactory::renderedEntries(const std::vector<RenderedEntry> &entries, const QJsonArray &people) const
{
    QJsonArray result;
    for (const RenderedEntry &entry : entries) {
        result.append(QJsonObject{{u"start"_s, formatInstant(entry.start)},
                                  {u"end"_s, formatInstant(entry.end)},
                                  {u"user"_s, people.at(entry.person)}});
    }
    return result;
}

static QJsonObject restrictionJson(const Restriction &restriction)
{
    QJsonObject result{{u"type"_s, restriction.startDayOfWeek ? u"weekly_restriction"_s : u"daily_restriction"_s},
                       {u"start_time_of_day"_s, restriction.startTime.toString(u"HH:mm:ss"_s)},
                       {u"duration_seconds"_s, restriction.durationSeconds}};
    if (restriction.startDayOfWeek)
        result.insert(u"start_day_of_week"_s, restriction.startDayOfWeek);
    return result;
}

QJsonObject AccountFactory::layer(const LayerPlan &plan, const ScheduleSpec &spec, const QString &id) const
{
    QJsonArray users;
    for (const int person : plan.people)
        users.append(QJsonObject{{u"user"_s, spec.people.at(person)}});
    QJsonArray restrictions;
    for (const Restriction &restriction : plan.restrictions)
        restrictions.append(restrictionJson(restriction));
    const auto rendered = renderLayer(plan, spec.timeZone, renderFrom(), renderUntil());
    return {{u"id"_s, id},
            {u"name"_s, plan.name},
            {u"start"_s, formatInstant(plan.start)},
            {u"end"_s, plan.end ? QJsonValue(formatInstant(*plan.end)) : QJsonValue()},
            {u"rotation_virtual_start"_s, formatInstant(plan.virtualStart)},
            {u"rotation_turn_length_seconds"_s, plan.turnSeconds},
            {u"users"_s, users},
            {u"restrictions"_s, restrictions},
            {u"rendered_schedule_entries"_s, renderedEntries(rendered, spec.people)}};
}

QJsonObject AccountFactory::schedule(const ScheduleSpec &spec) const
{
    QJsonArray layers;
    std::vector<std::vector<RenderedEntry>> stack;
    for (std::size_t i = 0; i < spec.layers.size(); ++i) {
        stack.push_back(renderLayer(spec.layers[i], spec.timeZone, renderFrom(), renderUntil()));
        layers.append(layer(spec.layers[i], spec, u"L%1%2"_s.arg(i).arg(spec.id.mid(1))));
    }
    stack.push_back(spec.overrides);
    const QString feed = secret(u"feed-"_s + spec.id);
    return {{u"id"_s, spec.id},
            {u"type"_s, u"schedule"_s},
            {u"name"_s, spec.name},
            {u"summary"_s, spec.name},
            {u"time_zone"_s, spec.timeZone},
            {u"description"_s, QJsonValue()},
            {u"escalation_policies"_s, QJsonArray()},
            {u"users"_s, spec.people},
            {u"teams"_s, spec.teams},
            {u"http_cal_url"_s, u"https://%1.pagerduty.com/private/%2/feed/%3"_s.arg(model.subdomain, feed, spec.id)},
            {u"web_cal_url"_s, u"webcal://%1.pagerduty.com/private/%2/feed/%3"_s.arg(model.subdomain, feed, spec.id)},
            {u"schedule_layers"_s, layers},
            {u"overrides_subschedule"_s,
             QJsonObject{{u"name"_s, u"Overrides"_s},
                         {u"rendered_schedule_entries"_s, renderedEntries(spec.overrides, spec.people)}}},
            {u"final_schedule"_s,
             QJsonObject{{u"name"_s, u"Final Schedule"_s},
                         {u"rendered_schedule_entries"_s, renderedEntries(overlaid(stack), spec.people)}}},
            {u"html_url"_s, link(u"schedules"_s, spec.id)}};
}

static QJsonObject memberJson(const QJsonArray &people, int person)
{
    if (person < 0)
        return {{u"type"_s, u"empty_member"_s}};
    return {{u"type"_s, u"user_member"_s}, {u"user_id"_s, people.at(person).toObject().value("id"_L1)}};
}

/// The shifts of one event over the range, and how they are assigned.
static QJsonArray assignments(const ShiftSpec &shift, const ScheduleV3Spec &spec, const QString &rotationId,
                              Instant from, Instant until)
{
    QJsonArray result;
    const QTimeZone zone(spec.timeZone.toLatin1());
    int turn = 0;
    for (QDate day = QDateTime::fromSecsSinceEpoch(from, zone).date().addDays(-1);; day = day.addDays(1)) {
        if (!shift.daysOfWeek.contains(day.dayOfWeek()))
            continue;
        const QDateTime begin(day, shift.start, Qt::UTC);
        const QDateTime end = begin.addSecs(shift.durationSeconds);
        const Instant start = zonedInstant(day, shift.start, zone);
        if (start >= until)
            return result;
        const int person = shift.people[std::size_t(turn++ / shift.shiftsPerMember) % shift.people.size()];
        result.append(QJsonObject{
            {u"type"_s, u"computed_shift_assignment"_s},
            {u"start_time"_s, formatInstant(start)},
            {u"end_time"_s, formatInstant(zonedInstant(end.date(), end.time(), zone))},
            {u"member"_s, memberJson(spec.people, person)},
            {u"source"_s, QJsonObject{{u"type"_s, u"schedule_rotation"_s}, {u"rotation_id"_s, rotationId}}}});
    }
}

static QJsonObject eventJson(const ShiftSpec &shift, const ScheduleV3Spec &spec, const QString &id)
{
    static const QStringList days{u"MO"_s, u"TU"_s, u"WE"_s, u"TH"_s, u"FR"_s, u"SA"_s, u"SU"_s};
    QStringList byDay;
    for (const int day : shift.daysOfWeek)
        byDay.append(days.at(day - 1));
    QJsonArray members;
    for (const int person : shift.people)
        members.append(memberJson(spec.people, person));
    const QDateTime begin(QDate(2026, 1, 5), shift.start, Qt::UTC);
    const auto at = [&](const QDateTime &time) {
        return QJsonObject{{u"date_time"_s, time.toString(u"yyyy-MM-ddTHH:mm:ss"_s)}, {u"time_zone"_s, spec.timeZone}};
    };
    return {{u"id"_s, id},
            {u"type"_s, u"schedule_event"_s},
            {u"name"_s, shift.name},
            {u"start_time"_s, at(begin)},
            {u"end_time"_s, at(begin.addSecs(shift.durationSeconds))},
            {u"effective_since"_s, u"2026-01-05T00:00:00Z"_s},
            {u"effective_until"_s, QJsonValue()},
            {u"recurrence"_s, QJsonArray{u"RRULE:FREQ=WEEKLY;BYDAY="_s + byDay.join(u',')}},
            {u"assignment_strategy"_s, QJsonObject{{u"type"_s, u"rotating_member_assignment_strategy"_s},
                                                   {u"shifts_per_member"_s, shift.shiftsPerMember},
                                                   {u"members"_s, members}}}};
}

QJsonObject AccountFactory::scheduleV3(const ScheduleV3Spec &spec) const
{
    QJsonArray rotations;
    QJsonArray all;
    for (std::size_t i = 0; i < spec.shifts.size(); ++i) {
        const QString rotationId = u"ROT%1%2"_s.arg(i).arg(spec.id.mid(1));
        rotations.append(QJsonObject{
            {u"id"_s, rotationId},
            {u"type"_s, u"schedule_rotation"_s},
            {u"events"_s, QJsonArray{eventJson(spec.shifts[i], spec, u"EVT%1%2"_s.arg(i).arg(spec.id.mid(1)))}}});
        const QJsonArray part = assignments(spec.shifts[i], spec, rotationId, renderFrom(), renderUntil());
        for (const QJsonValue &assignment : part)
            all.append(assignment);
    }
    return {{u"id"_s, spec.id},
            {u"type"_s, u"schedule_v3"_s},
            {u"name"_s, spec.name},
            {u"summary"_s, spec.name},
            {u"time_zone"_s, spec.timeZone},
            {u"escalation_policies"_s, QJsonArray()},
            {u"teams"_s, QJsonArray()},
            {u"rotations"_s, rotations},
            {u"final_schedule"_s, QJsonObject{{u"type"_s, u"final_schedule"_s}, {u"computed_shift_assignments"_s, all}}},
            {u"http_cal_url"_s, u"https://%1.pagerduty.com/private/%2"_s.arg(model.subdomain, secret(spec.id))},
            {u"html_url"_s, link(u"schedules"_s, spec.id)}};
}

} // namespace pdsi
