// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeapi.h"

#include <algorithm>

namespace pdsi {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 month = 31 * secondsPerDay;

bool refersTo(const QJsonValue &reference, const QStringList &ids)
{
    return ids.contains(reference.toObject().value("id"_L1).toString());
}

Instant timeOf(const QJsonObject &row, QLatin1String field)
{
    return parseInstant(row.value(field).toString()).value_or(0);
}

} // namespace

FakeAnswer FakeApi::incidents(const FakeRequest &request, const ListTweak &tweak) const
{
    if (request.segments.size() > 1)
        return FakeAnswer::notFound();
    Window range;
    FakeAnswer refusal;
    if (!window(request, month, 184 * secondsPerDay, &range, &refusal))
        return refusal;
    const bool all = request.value(u"date_range"_s) == "all"_L1;
    const QStringList statuses = request.values(u"statuses[]"_s);
    const QStringList services = request.values(u"service_ids[]"_s);
    QJsonArray rows = filtered(m_model.list(u"incidents"_s), [&](const QJsonObject &row) {
        const Instant created = timeOf(row, "created_at"_L1);
        return (all || (created >= range.since && created < range.until))
            && (statuses.isEmpty() || statuses.contains(row.value("status"_L1).toString()))
            && (services.isEmpty() || refersTo(row.value("service"_L1), services));
    });
    // The model keeps incidents newest first; the API's own order is by number, oldest first.
    if (request.value(u"sort_by"_s) != "created_at:desc"_L1) {
        QJsonArray reversed;
        for (qsizetype i = rows.size(); i-- > 0;)
            reversed.append(rows.at(i));
        rows = reversed;
    }
    return offsetPage(request, tweak, {u"incidents"_s, rows});
}

FakeAnswer FakeApi::logEntries(const FakeRequest &request, const ListTweak &tweak) const
{
    Window range;
    FakeAnswer refusal;
    if (!window(request, month, 184 * secondsPerDay, &range, &refusal))
        return refusal;
    return offsetPage(request, tweak,
                      {u"log_entries"_s, filtered(m_model.list(u"log_entries"_s), [&](const QJsonObject &row) {
                           const Instant created = timeOf(row, "created_at"_L1);
                           return created >= range.since && created < range.until;
                       })});
}

FakeAnswer FakeApi::changeEvents(const FakeRequest &request, const ListTweak &tweak) const
{
    if (request.segments.size() > 1)
        return FakeAnswer::notFound();
    for (const char16_t *name : {u"since", u"until"}) {
        const QString text = request.value(QString::fromUtf16(name));
        if (!text.isEmpty() && !text.endsWith(u'Z'))
            return FakeAnswer::error(400, 2001, u"Invalid Input Provided"_s, {u"Times must be UTC"_s});
    }
    Window range;
    FakeAnswer refusal;
    if (!window(request, 90 * secondsPerDay, 366 * secondsPerDay, &range, &refusal))
        return refusal;
    const Instant retained = m_model.now - 90 * secondsPerDay;
    const QStringList integrations = request.values(u"integration_ids[]"_s);
    const QJsonArray rows = filtered(m_model.list(u"change_events"_s), [&](const QJsonObject &row) {
        const Instant time = timeOf(row, "timestamp"_L1);
        return time >= std::max(range.since, retained) && time < range.until
            && (integrations.isEmpty() || refersTo(row.value("integration"_L1), integrations));
    });
    FakeAnswer answer = offsetPage(request, tweak, {u"change_events"_s, rows});
    if (answer.status == 200) { // this list is known to leave these out
        answer.json.insert(u"limit"_s, QJsonValue());
        answer.json.insert(u"offset"_s, QJsonValue());
    }
    return answer;
}

FakeAnswer FakeApi::audit(const FakeRequest &request, const ListTweak &tweak) const
{
    if (request.path != "/audit/records"_L1)
        return FakeAnswer::notFound();
    Window range;
    FakeAnswer refusal;
    if (!window(request, secondsPerDay, month, &range, &refusal))
        return refusal;
    const QString method = request.value(u"method_type"_s);
    const QString token = request.value(u"method_truncated_token"_s);
    const QString actorType = request.value(u"actor_type"_s);
    const QString actorId = request.value(u"actor_id"_s);
    const QStringList roots = request.values(u"root_resource_types[]"_s);
    const QStringList actions = request.values(u"actions[]"_s);
    const auto keep = [&](const QJsonObject &record) {
        const QJsonObject how = record.value("method"_L1).toObject();
        const QJsonObject actor = record.value("actors"_L1).toArray().first().toObject();
        const QString root = record.value("root_resource"_L1).toObject().value("type"_L1).toString();
        return (method.isEmpty() || how.value("type"_L1).toString() == method)
            && (token.isEmpty() || how.value("truncated_token"_L1).toString() == token)
            && (actorType.isEmpty() || actor.value("type"_L1).toString() == actorType)
            && (actorId.isEmpty() || actor.value("id"_L1).toString() == actorId)
            && (roots.isEmpty() || roots.contains(QString(root).remove(u"_reference"_s) + u's'))
            && (actions.isEmpty() || actions.contains(record.value("action"_L1).toString()));
    };
    const QJsonArray all = m_model.list(u"audit_records"_s);
    QJsonArray inWindow;
    for (std::size_t row = 0; row < m_auditTimes.size(); ++row) {
        if (m_auditTimes[row] >= range.since && m_auditTimes[row] < range.until)
            inWindow.append(all.at(qsizetype(row)));
    }
    FakeAnswer answer = cursorPage(request, tweak, {u"records"_s, filtered(inWindow, keep)});
    if (answer.status == 200)
        answer.json.insert(u"response_metadata"_s, QJsonValue());
    return answer;
}

FakeAnswer FakeApi::analytics(const FakeRequest &request, const ListTweak &) const
{
    if (request.method != "POST" || request.path != "/analytics/metrics/incidents/all"_L1)
        return FakeAnswer::notFound();
    const QJsonObject all{{u"total_incident_count"_s, m_model.list(u"incidents"_s).size()},
                          {u"mean_seconds_to_first_ack"_s, 210},
                          {u"mean_seconds_to_resolve"_s, 3600}};
    return FakeAnswer::ok({{u"data"_s, QJsonArray{all}},
                           {u"filters"_s, QJsonObject()},
                           {u"time_zone"_s, u"Etc/UTC"_s},
                           {u"aggregate_unit"_s, QJsonValue()}});
}

} // namespace pdsi
