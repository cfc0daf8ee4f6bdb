// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeapi.h"

#include <algorithm>

namespace pdsi {

using namespace Qt::StringLiterals;

namespace {

/// Full objects cut down to references.
QJsonArray references(const QJsonArray &objects)
{
    QJsonArray result;
    for (const QJsonValue &value : objects) {
        const QJsonObject object = value.toObject();
        const QString type = object.value("type"_L1).toString();
        result.append(QJsonObject{
            {u"id"_s, object.value("id"_L1)},
            {u"type"_s, type.endsWith("_reference"_L1) ? type : type + u"_reference"_s},
            {u"summary"_s, object.contains("summary"_L1) ? object.value("summary"_L1) : object.value("name"_L1)},
            {u"self"_s, object.value("self"_L1).isString() ? object.value("self"_L1) : QJsonValue()}});
    }
    return result;
}

QString teamRole(const QString &baseRole)
{
    if (baseRole == "owner"_L1 || baseRole == "admin"_L1 || baseRole == "user"_L1)
        return u"manager"_s;
    return baseRole == "limited_user"_L1 ? u"responder"_s : u"observer"_s;
}

} // namespace

QJsonObject FakeApi::renderedUser(const FakeRequest &request, QJsonObject user) const
{
    for (const char16_t *name : {u"contact_methods", u"notification_rules", u"teams"}) {
        const QString part = QString::fromUtf16(name);
        if (!request.includes(part) && user.value(part).isArray())
            user.insert(part, references(user.value(part).toArray()));
    }
    return user;
}

FakeAnswer FakeApi::users(const FakeRequest &request, const ListTweak &tweak) const
{
    if (request.segments.size() > 2)
        return userPart(request, tweak);
    const auto render = [&](const QJsonObject &user) { return renderedUser(request, user); };
    if (request.segments.size() == 1)
        return offsetPage(request, tweak, {u"users"_s, byTeamAndQuery(request, m_model.list(u"users"_s)), render});
    if (request.segments.at(1) == "me"_L1) {
        if (!m_model.me.isEmpty())
            return FakeAnswer::ok({{u"user"_s, render(m_model.me)}});
        FakeAnswer refusal = FakeAnswer::ok(
            {{u"error"_s, u"Because this request used an account-level access token, there is no current user."_s}});
        refusal.status = 400;
        return refusal;
    }
    const QJsonObject user = find(u"users"_s, request.segments.at(1));
    return user.isEmpty() ? FakeAnswer::notFound() : FakeAnswer::ok({{u"user"_s, render(user)}});
}

FakeAnswer FakeApi::userPart(const FakeRequest &request, const ListTweak &tweak) const
{
    const QString id = request.segments.at(1);
    const QString part = request.segments.at(2);
    const QJsonObject user = find(u"users"_s, id);
    if (user.isEmpty())
        return FakeAnswer::notFound();
    if (part == "contact_methods"_L1)
        return FakeAnswer::ok({{part, user.value(part)}});
    if (part == "notification_rules"_L1) {
        const QString wanted = request.value(u"urgency"_s);
        const QString urgency = wanted.isEmpty() ? u"high"_s : wanted;
        return FakeAnswer::ok({{part, filtered(user.value(part).toArray(), [&](const QJsonObject &rule) {
                                    return urgency == "all"_L1 || rule.value("urgency"_L1).toString() == urgency;
                                })}});
    }
    if (part == "oauth_delegations"_L1) {
        const auto own = [&](const QJsonObject &row) { return row.value("user_id"_L1).toString() == id; };
        const auto render = [](QJsonObject row) {
            row.remove(u"user_id"_s);
            return row;
        };
        return cursorPage(request, tweak, {part, filtered(m_model.list(part), own), render});
    }
    return FakeAnswer::notFound();
}

FakeAnswer FakeApi::teams(const FakeRequest &request, const ListTweak &tweak) const
{
    if (request.segments.size() == 1)
        return offsetPage(request, tweak, {u"teams"_s, byTeamAndQuery(request, m_model.list(u"teams"_s))});
    const QString id = request.segments.at(1);
    const QJsonObject team = find(u"teams"_s, id);
    if (team.isEmpty())
        return FakeAnswer::notFound();
    if (request.segments.size() == 2)
        return FakeAnswer::ok({{u"team"_s, team}});
    if (request.segments.at(2) != "members"_L1)
        return FakeAnswer::notFound();
    const auto isMember = [&](const QJsonObject &user) {
        const QJsonArray teams = user.value("teams"_L1).toArray();
        return std::any_of(teams.begin(), teams.end(), [&](const QJsonValue &value) {
            return value.toObject().value("id"_L1).toString() == id;
        });
    };
    const auto render = [](const QJsonObject &user) {
        const QJsonObject reference{{u"id"_s, user.value("id"_L1)},
                                    {u"type"_s, u"user_reference"_s},
                                    {u"summary"_s, user.value("name"_L1)}};
        return QJsonObject{{u"user"_s, reference}, {u"role"_s, teamRole(user.value("role"_L1).toString())}};
    };
    return offsetPage(request, tweak, {u"members"_s, filtered(m_model.list(u"users"_s), isMember), render});
}

FakeAnswer FakeApi::abilities(const FakeRequest &request, const ListTweak &) const
{
    if (request.segments.size() == 1)
        return FakeAnswer::ok({{u"abilities"_s, QJsonArray::fromStringList(m_model.abilities)}});
    if (!m_model.abilities.contains(request.segments.at(1)))
        return FakeAnswer::planGate(request.segments.at(1));
    FakeAnswer answer;
    answer.status = 204;
    answer.useRaw = true;
    return answer;
}

FakeAnswer FakeApi::unpaged(const FakeRequest &request, const ListTweak &) const
{
    const QString list = request.segments.constFirst();
    if (list == "ip_allow_lists"_L1 && request.earlyAccess != "ip-allow-lists")
        return FakeAnswer::error(400, 2001, u"Missing early access header"_s);
    if (request.segments.size() > 1)
        return FakeAnswer::notFound();
    if (list == "session_configurations"_L1 && m_model.list(list).isEmpty())
        return FakeAnswer::notFound();
    return FakeAnswer::ok({{list, m_model.list(list)}});
}

} // namespace pdsi
