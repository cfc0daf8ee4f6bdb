// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeapi.h"

#include <algorithm>

namespace pdsi {

using namespace Qt::StringLiterals;

namespace {

constexpr int pagingCeiling = 10'000;

const QStringList plainLists{
    u"escalation_policies"_s, u"business_services"_s, u"webhook_subscriptions"_s, u"extensions"_s,
    u"extension_schemas"_s,   u"addons"_s,            u"tags"_s,                  u"vendors"_s,
    u"priorities"_s,          u"maintenance_windows"_s};

QString singular(const QString &list)
{
    static const QHash<QString, QString> irregular{{u"escalation_policies"_s, u"escalation_policy"_s},
                                                   {u"priorities"_s, u"priority"_s}};
    return irregular.value(list, list.chopped(1));
}

bool inTeams(const QJsonObject &row, const QStringList &teams)
{
    const QJsonArray rowTeams = row.value("teams"_L1).toArray();
    return std::any_of(rowTeams.begin(), rowTeams.end(), [&](const QJsonValue &team) {
        return teams.contains(team.toObject().value("id"_L1).toString());
    });
}

bool nameMatches(const QJsonObject &row, const QString &query)
{
    return row.value("name"_L1).toString().contains(query, Qt::CaseInsensitive)
        || row.value("email"_L1).toString().contains(query, Qt::CaseInsensitive);
}

/// The rows a tweak leaves, and what it adds in front.
QJsonArray tweaked(QJsonArray rows, const ListTweak &tweak)
{
    for (int i = 0; i < tweak.dropFirst && !rows.isEmpty(); ++i)
        rows.removeFirst();
    const QJsonObject pattern = rows.first().toObject();
    for (int i = 0; i < tweak.growBy && !rows.isEmpty(); ++i) {
        QJsonObject row = pattern;
        row.insert(u"id"_s, u"PNEW%1"_s.arg(i, 3, 10, QLatin1Char('0')));
        rows.prepend(row);
    }
    return rows;
}

} // namespace

FakeApi::FakeApi(AccountModel model) : m_model(std::move(model))
{
    for (const QString &list : plainLists)
        m_routes.insert(list, &FakeApi::plainList);
    for (const char16_t *name : {u"licenses", u"session_configurations", u"ip_allow_lists"})
        m_routes.insert(QString::fromUtf16(name), &FakeApi::unpaged);
    m_routes.insert(u"users"_s, &FakeApi::users);
    m_routes.insert(u"teams"_s, &FakeApi::teams);
    m_routes.insert(u"services"_s, &FakeApi::services);
    m_routes.insert(u"schedules"_s, &FakeApi::schedules);
    m_routes.insert(u"v3"_s, &FakeApi::schedulesV3);
    m_routes.insert(u"oncalls"_s, &FakeApi::onCalls);
    m_routes.insert(u"service_dependencies"_s, &FakeApi::dependencies);
    m_routes.insert(u"incidents"_s, &FakeApi::incidents);
    m_routes.insert(u"log_entries"_s, &FakeApi::logEntries);
    m_routes.insert(u"change_events"_s, &FakeApi::changeEvents);
    m_routes.insert(u"incident_workflows"_s, &FakeApi::workflows);
    m_routes.insert(u"audit"_s, &FakeApi::audit);
    m_routes.insert(u"abilities"_s, &FakeApi::abilities);
    m_routes.insert(u"standards"_s, &FakeApi::standards);
    m_routes.insert(u"analytics"_s, &FakeApi::analytics);
    for (auto it = m_model.lists.begin(); it != m_model.lists.end(); ++it) {
        QHash<QString, qsizetype> &index = m_index[it.key()];
        for (qsizetype row = it.value().size(); row-- > 0;) // the first of equal ids wins
            index.insert(it.value().at(row).toObject().value("id"_L1).toString(), row);
    }
    for (const QJsonValue &record : m_model.list(u"audit_records"_s))
        m_auditTimes.push_back(parseInstant(record.toObject().value("execution_time"_L1).toString()).value_or(0));
}

FakeAnswer FakeApi::answer(const FakeRequest &request, const ListTweak &tweak) const
{
    for (auto it = m_model.statuses.begin(); it != m_model.statuses.end(); ++it) {
        const QString prefix = u'/' + it.key();
        if (request.path == prefix || request.path.startsWith(prefix + u'/'))
            return it.value() == 402 ? FakeAnswer::planGate(it.key()) : FakeAnswer::ofStatus(it.value());
    }
    const Route route = m_routes.value(request.segments.value(0));
    if (!route)
        return FakeAnswer::notFound();
    if (request.method != "GET" && request.segments.value(0) != "analytics"_L1)
        return FakeAnswer::ofStatus(403);
    return (this->*route)(request, tweak);
}

FakeAnswer FakeApi::offsetPage(const FakeRequest &request, const ListTweak &tweak, const Page &page) const
{
    const bool v3 = request.segments.value(0) == "v3"_L1;
    bool hasLimit = false;
    int limit = request.value(u"limit"_s).toInt(&hasLimit);
    limit = hasLimit ? std::clamp(limit, 1, v3 ? 1000 : 100) : (v3 ? 100 : 25);
    const int offset = std::max(0, request.value(u"offset"_s).toInt());
    if (offset + limit > pagingCeiling) {
        return FakeAnswer::error(400, 2002, u"Arguments Caused Error"_s,
                                 {u"Offset+limit exceeds maximum allowed value of 10000. Please narrow your search."_s});
    }
    const QJsonArray rows = tweaked(page.rows, tweak);
    QJsonArray part;
    const qsizetype first = tweak.repeatLast && offset > 0 ? offset - 1 : offset;
    for (qsizetype i = first; i < std::min<qsizetype>(rows.size(), offset + limit); ++i)
        part.append(page.render ? QJsonValue(page.render(rows.at(i).toObject())) : rows.at(i));
    QJsonObject json{{page.key, part},
                     {u"limit"_s, limit},
                     {u"offset"_s, offset},
                     {u"more"_s, rows.size() > offset + limit}};
    if (!v3) {
        const bool wanted = request.value(u"total"_s) == "true"_L1;
        json.insert(u"total"_s, wanted ? QJsonValue(rows.size()) : QJsonValue());
    }
    return FakeAnswer::ok(json);
}

FakeAnswer FakeApi::cursorPage(const FakeRequest &request, const ListTweak &tweak, const Page &page) const
{
    bool hasLimit = false;
    int limit = request.value(u"limit"_s).toInt(&hasLimit);
    limit = hasLimit ? std::clamp(limit, 1, 100) : 100;
    const QByteArray cursor = QByteArray::fromBase64(request.value(u"cursor"_s).toLatin1());
    const qsizetype start = cursor.startsWith("at:") ? cursor.mid(3).toLongLong() : 0;
    if (!request.value(u"cursor"_s).isEmpty() && !cursor.startsWith("at:"))
        return FakeAnswer::error(400, 2001, u"Invalid Input Provided"_s, {u"Cursor is invalid"_s});
    const QJsonArray rows = tweaked(page.rows, tweak);
    QJsonArray part;
    const qsizetype first = tweak.repeatLast && start > 0 ? start - 1 : start;
    const qsizetype end = std::min<qsizetype>(rows.size(), start + limit);
    for (qsizetype i = first; i < end; ++i)
        part.append(page.render ? QJsonValue(page.render(rows.at(i).toObject())) : rows.at(i));
    const QByteArray next = ("at:" + QByteArray::number(end)).toBase64(QByteArray::OmitTrailingEquals);
    return FakeAnswer::ok({{page.key, part},
                           {u"limit"_s, limit},
                           {u"next_cursor"_s, end < rows.size() ? QJsonValue(QString::fromLatin1(next)) : QJsonValue()}});
}

QJsonArray FakeApi::filtered(const QJsonArray &rows, const Predicate &keep)
{
    QJsonArray kept;
    for (const QJsonValue &row : rows) {
        if (keep(row.toObject()))
            kept.append(row);
    }
    return kept;
}

QJsonArray FakeApi::byTeamAndQuery(const FakeRequest &request, const QJsonArray &rows) const
{
    const QStringList teams = request.values(u"team_ids[]"_s);
    const QString query = request.value(u"query"_s);
    if (teams.isEmpty() && query.isEmpty())
        return rows;
    return filtered(rows, [&](const QJsonObject &row) {
        return (teams.isEmpty() || inTeams(row, teams)) && (query.isEmpty() || nameMatches(row, query));
    });
}

const QJsonObject FakeApi::find(const QString &list, const QString &id) const
{
    const qsizetype row = m_index.value(list).value(id, -1);
    return row < 0 ? QJsonObject() : m_model.list(list).at(row).toObject();
}

bool FakeApi::window(const FakeRequest &request, qint64 defaultSeconds, qint64 maxSeconds, Window *window,
                     FakeAnswer *refusal) const
{
    const QString since = request.value(u"since"_s);
    const QString until = request.value(u"until"_s);
    const std::optional<Instant> parsedSince = parseInstant(since);
    const std::optional<Instant> parsedUntil = parseInstant(until);
    window->given = !since.isEmpty() || !until.isEmpty();
    const bool unreadable = (!since.isEmpty() && !parsedSince) || (!until.isEmpty() && !parsedUntil);
    window->until = parsedUntil ? *parsedUntil : parsedSince ? *parsedSince + defaultSeconds : m_model.now;
    window->since = parsedSince ? *parsedSince : window->until - defaultSeconds;
    if (!unreadable && window->since <= window->until && window->until - window->since <= maxSeconds)
        return true;
    *refusal = FakeAnswer::error(400, 2005, u"Invalid Input Provided"_s,
                                 {u"Range from since to until is not valid or too long."_s});
    return false;
}

FakeAnswer FakeApi::plainList(const FakeRequest &request, const ListTweak &tweak) const
{
    const QString list = request.segments.constFirst();
    if (request.segments.size() == 1)
        return offsetPage(request, tweak, {list, byTeamAndQuery(request, m_model.list(list))});
    const QJsonObject found = find(list, request.segments.at(1));
    if (found.isEmpty() || request.segments.size() > 2)
        return FakeAnswer::notFound();
    return FakeAnswer::ok({{singular(list), found}});
}

} // namespace pdsi
