// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/accounts.h"
#include "tests/support/randombuilder.h"

namespace pdsi {

using namespace Qt::StringLiterals;

namespace {

Instant randomNow(quint64 seed)
{
    Prng prng(seed * 31 + 7);
    return 1'735'700'000 + qint64(prng.below(70'000'000)); // 2025-01-01 .. 2027-03-22, any second
}

} // namespace

RandomBuilder::RandomBuilder(quint64 seed) : f(u"random-%1"_s.arg(seed), randomNow(seed)), prng(seed)
{
    m_oddity = prng.pick({0, 10, 50, 100, 100});
}

QString RandomBuilder::id(const QString &prefix, int n)
{
    return u"P"_s + prefix + u"%1"_s.arg(n, 4, 10, QLatin1Char('0'));
}

QJsonObject RandomBuilder::anyOf(const QString &list)
{
    const QJsonArray rows = f.model.list(list);
    return rows.isEmpty() ? QJsonObject() : rows.at(prng.below(int(rows.size()))).toObject();
}

QJsonObject RandomBuilder::anyUserReference(int gonePercent)
{
    if (odd(gonePercent)) {
        const QString gone = id(u"GONE"_s, prng.below(3));
        return prng.chance(60) ? f.deletedUser(gone, u"Gone Person"_s) : f.reference(u"user"_s, gone, u"Missing Person"_s);
    }
    const QJsonObject user = anyOf(u"users"_s);
    QJsonObject reference = f.referenceTo(u"user"_s, user);
    if (prng.chance(10))
        reference.insert(u"type"_s, u"user"_s);
    // Gone and back in the list: the reference decides.
    if (odd(2))
        reference.insert(u"deleted_at"_s, formatInstant(f.model.now - 1'000));
    return reference;
}

QJsonValue RandomBuilder::maybeNull(const QJsonValue &value, int percent)
{
    return prng.chance(percent) ? QJsonValue() : value;
}

void RandomBuilder::abilities()
{
    for (const QString &ability : {u"sso"_s, u"teams"_s, u"urgencies"_s, u"service_support_hours"_s, u"mobile_analytics"_s,
                                   u"advanced_reports"_s, u"incident_workflows"_s, u"sso_beta"_s}) {
        if (prng.chance(80))
            f.model.abilities.append(ability);
    }
    const auto off = [&](const QString &path, int percent, int status) {
        if (prng.chance(percent))
            f.model.statuses.insert(path, status);
    };
    off(u"priorities"_s, 15, prng.pick({402, 404}));
    off(u"incident_workflows"_s, 15, prng.pick({402, 403, 404}));
    off(u"audit"_s, 10, prng.pick({402, 403}));
    off(u"change_events"_s, 5, 403);
    off(u"session_configurations"_s, 10, prng.pick({403, 404}));
    off(u"standards"_s, 15, prng.pick({402, 404}));
    off(u"ip_allow_lists"_s, 15, 403);
    off(u"tags"_s, 5, 402);
    off(u"extensions"_s, 4, 403);
    off(u"webhook_subscriptions"_s, 4, 403);
    off(u"business_services"_s, 4, 402);
}

void RandomBuilder::people()
{
    const int teams = prng.below(5);
    for (int i = 0; i < teams; ++i)
        f.model.append(u"teams"_s, f.team(id(u"T"_s, i), u"Team %1"_s.arg(i), prng.pick({u"manager"_s, u"none"_s})));
    const int users = prng.between(1, 24);
    for (int i = 0; i < users; ++i)
        f.model.append(u"users"_s, oddUser(i));
    if (prng.chance(25)) {
        f.model.me = f.model.list(u"users"_s).first().toObject();
        f.model.me.insert(u"role"_s, prng.pick({u"owner"_s, u"admin"_s, u"user"_s, u"restricted_access"_s}));
    }
}

QJsonObject RandomBuilder::oddUser(int n)
{
    UserSpec spec;
    spec.id = id(u"U"_s, n);
    spec.name = prng.pick({u"Ada Berg"_s, u"Bruno <b>Dahl</b>"_s, u"=SUM(A1)"_s, u"Zoë Ümit"_s, u"O'Neil \"Q\""_s, u"李 伟"_s});
    spec.email = u"user%1@example.test"_s.arg(n);
    spec.role = prng.chance(n == 0 ? 90 : 2) ? u"owner"_s
                                             : prng.pick({u"admin"_s, u"user"_s, u"limited_user"_s, u"limited_user"_s,
                                                          u"limited_user"_s, u"observer"_s, u"restricted_access"_s,
                                                          u"read_only_user"_s, u"read_only_limited_user"_s});
    spec.methods.clear();
    for (int i = odd(60) ? prng.below(4) : 4; i > 0; --i) {
        spec.methods.append({prng.pick({u"email"_s, u"sms"_s, u"phone"_s, u"push"_s, u"whatsapp"_s}), !odd(20)});
    }
    spec.highRuleMethod = spec.methods.isEmpty() || odd(15) ? -1 : prng.below(int(spec.methods.size()));
    spec.viaSso = prng.chance(50);
    spec.invited = prng.chance(10);
    if (!f.model.list(u"teams"_s).isEmpty() && !odd(25))
        spec.teams.append(anyOf(u"teams"_s));
    QJsonObject user = f.user(spec);
    for (const QString &field : {u"job_title"_s, u"description"_s, u"color"_s, u"time_zone"_s, u"created_via_sso"_s,
                                 u"summary"_s, u"html_url"_s})
        user.insert(field, maybeNull(user.value(field), 10));
    oddMethods(&user);
    return user;
}

void RandomBuilder::oddMethods(QJsonObject *user)
{
    QJsonArray methods = user->value("contact_methods"_L1).toArray();
    for (qsizetype i = 0; i < methods.size(); ++i) {
        QJsonObject method = methods.at(i).toObject();
        if (prng.chance(20))
            method.remove("enabled"_L1);
        if (prng.chance(20))
            method.remove("blacklisted"_L1);
        if (odd(10))
            method.insert(u"enabled"_s, maybeNull(false, 50));
        if (prng.chance(10))
            method.insert(u"label"_s, QJsonValue());
        methods.replace(i, method);
    }
    user->insert(u"contact_methods"_s, methods);
    QJsonArray rules = user->value("notification_rules"_L1).toArray();
    for (qsizetype i = 0; i < rules.size(); ++i) {
        QJsonObject rule = rules.at(i).toObject();
        if (odd(5))
            rule.insert(u"contact_method"_s, QJsonValue());
        else if (odd(5))
            rule.insert(u"contact_method"_s, QJsonObject{{u"id"_s, u"CNOSUCH"_s}, {u"type"_s, u"sms_contact_method"_s}});
        rules.replace(i, rule);
    }
    user->insert(u"notification_rules"_s, rules);
}

AccountModel RandomBuilder::build()
{
    abilities();
    people();
    schedules();
    policies();
    services();
    mapping();
    outbound();
    events();
    audit();
    f.connectPolicies();
    f.addCommonLists();
    if (prng.chance(30))
        f.model.lists.remove(u"session_configurations"_s);
    return f.model;
}

AccountModel randomAccount(quint64 seed)
{
    return RandomBuilder(seed).build();
}

} // namespace pdsi
