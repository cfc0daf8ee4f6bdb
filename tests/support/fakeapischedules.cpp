// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeapi.h"
#include "tests/support/renderedschedule.h"

#include <algorithm>
#include <cmath>

namespace pdsi {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 defaultRange = 14 * secondsPerDay;
constexpr qint64 longestRange = 92 * secondsPerDay;

/// Shape of a rendered list: where the entries are and how their ends are called.
struct Shape {
    QString list, start, end;
};
const Shape v2Shape{u"rendered_schedule_entries"_s, u"start"_s, u"end"_s};
const Shape v3Shape{u"computed_shift_assignments"_s, u"start_time"_s, u"end_time"_s};

/// Entries that touch the window, cut at its ends; untouched entries keep their text (and offset) as stored.
/// `covered` gets the stretches in which somebody is named.
QJsonArray clipped(const QJsonArray &entries, const Shape &shape, Instant since, Instant until,
                   std::vector<RenderedEntry> *covered)
{
    QJsonArray result;
    for (const QJsonValue &value : entries) {
        QJsonObject entry = value.toObject();
        const std::optional<Instant> start = parseInstant(entry.value(shape.start).toString());
        const std::optional<Instant> end = parseInstant(entry.value(shape.end).toString());
        if (start && end && (*end <= since || *start >= until))
            continue;
        if (start && *start < since)
            entry.insert(shape.start, formatInstant(since));
        if (end && *end > until)
            entry.insert(shape.end, formatInstant(until));
        if (start && end && entry.value("member"_L1)["type"_L1].toString() != "empty_member"_L1)
            covered->push_back({std::max(*start, since), std::min(*end, until), 0});
        result.append(entry);
    }
    return result;
}

QJsonObject withRendering(QJsonObject part, const Shape &shape, Instant since, Instant until)
{
    std::vector<RenderedEntry> covered;
    part.insert(shape.list, clipped(part.value(shape.list).toArray(), shape, since, until, &covered));
    const double share = until > since ? 100.0 * double(coveredSeconds(covered)) / double(until - since) : 0;
    part.insert(u"rendered_coverage_percentage"_s, std::round(share * 10) / 10);
    return part;
}

} // namespace

QJsonObject FakeApi::renderedSchedule(const QJsonObject &schedule, const Window &window, const QStringList &parts) const
{
    QJsonObject result = schedule;
    const auto render = [&](const QJsonObject &part) {
        if (window.given)
            return withRendering(part, v2Shape, window.since, window.until);
        QJsonObject unrendered = part;
        unrendered.insert(v2Shape.list, QJsonArray());
        unrendered.insert(u"rendered_coverage_percentage"_s, QJsonValue());
        return unrendered;
    };
    if (parts.contains(u"schedule_layers"_s)) {
        QJsonArray layers;
        const QJsonArray stored = schedule.value("schedule_layers"_L1).toArray();
        for (const QJsonValue &layer : stored)
            layers.append(render(layer.toObject()));
        result.insert(u"schedule_layers"_s, layers);
    } else {
        result.remove(u"schedule_layers"_s);
    }
    for (const char16_t *name : {u"final_schedule", u"overrides_subschedule"}) {
        const QString part = QString::fromUtf16(name);
        if (!parts.contains(part))
            result.remove(part);
        else if (schedule.value(part).isObject())
            result.insert(part, render(schedule.value(part).toObject()));
    }
    return result;
}

FakeAnswer FakeApi::schedules(const FakeRequest &request, const ListTweak &tweak) const
{
    Window range;
    FakeAnswer refusal;
    if (!window(request, defaultRange, longestRange, &range, &refusal))
        return refusal;
    if (request.segments.size() == 1) {
        const QStringList parts = request.values(u"include[]"_s);
        const auto render = [&](const QJsonObject &schedule) { return renderedSchedule(schedule, range, parts); };
        const QJsonArray rows = byTeamAndQuery(request, m_model.list(u"schedules"_s));
        return offsetPage(request, tweak, {u"schedules"_s, rows, render});
    }
    const QJsonObject schedule = find(u"schedules"_s, request.segments.at(1));
    if (schedule.isEmpty() || request.segments.size() > 2)
        return FakeAnswer::notFound();
    const QStringList everything{u"schedule_layers"_s, u"final_schedule"_s, u"overrides_subschedule"_s};
    return FakeAnswer::ok({{u"schedule"_s, renderedSchedule(schedule, range, everything)}});
}

FakeAnswer FakeApi::schedulesV3(const FakeRequest &request, const ListTweak &tweak) const
{
    if (request.segments.value(1) != "schedules"_L1)
        return FakeAnswer::notFound();
    if (request.segments.size() == 2) {
        const auto render = [](const QJsonObject &schedule) {
            return QJsonObject{{u"id"_s, schedule.value("id"_L1)},
                               {u"type"_s, u"schedule_v3_reference"_s},
                               {u"summary"_s, schedule.value("name"_L1)},
                               {u"self"_s, QJsonValue()},
                               {u"html_url"_s, schedule.value("html_url"_L1)}};
        };
        const QJsonArray rows = byTeamAndQuery(request, m_model.list(u"schedules_v3"_s));
        return offsetPage(request, tweak, {u"schedules"_s, rows, render});
    }
    const QString id = request.segments.at(2);
    if (!find(u"schedules"_s, id).isEmpty())
        return FakeAnswer::error(400, 2001, u"Schedule is a layer-based schedule"_s);
    QJsonObject schedule = find(u"schedules_v3"_s, id);
    if (schedule.isEmpty())
        return FakeAnswer::notFound();
    Window range;
    FakeAnswer refusal;
    if (!window(request, defaultRange, longestRange, &range, &refusal))
        return refusal;
    const QJsonObject final = schedule.value("final_schedule"_L1).toObject();
    if (!request.includes(u"final_schedule"_s))
        schedule.remove(u"final_schedule"_s);
    else if (schedule.value("final_schedule"_L1).isObject())
        schedule.insert(u"final_schedule"_s, withRendering(final, v3Shape, range.since, range.until));
    return FakeAnswer::ok({{u"schedule"_s, schedule}});
}

FakeAnswer FakeApi::onCalls(const FakeRequest &request, const ListTweak &tweak) const
{
    Window range;
    FakeAnswer refusal;
    if (!window(request, 0, 90 * secondsPerDay, &range, &refusal))
        return refusal;
    const QStringList policies = request.values(u"escalation_policy_ids[]"_s);
    const QStringList users = request.values(u"user_ids[]"_s);
    const auto keep = [&](const QJsonObject &row) {
        const QString policy = row.value("escalation_policy"_L1).toObject().value("id"_L1).toString();
        const QString user = row.value("user"_L1).toObject().value("id"_L1).toString();
        return (policies.isEmpty() || policies.contains(policy)) && (users.isEmpty() || users.contains(user));
    };
    return offsetPage(request, tweak, {u"oncalls"_s, filtered(m_model.list(u"oncalls"_s), keep)});
}

} // namespace pdsi
