// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/accountfactory.h"
#include "tests/support/accounts.h"
#include "tests/support/prng.h"

namespace pdsi {

using namespace Qt::StringLiterals;

namespace {

const QStringList firstNames{u"Ada"_s,   u"Bruno"_s, u"Chiara"_s, u"Dmitri"_s, u"Elif"_s,  u"Femi"_s,  u"Greta"_s,
                             u"Hiro"_s,  u"Ines"_s,  u"Jonas"_s,  u"Kavya"_s,  u"Liam"_s,  u"Mei"_s,   u"Nils"_s,
                             u"Olga"_s,  u"Pablo"_s, u"Quinn"_s,  u"Rosa"_s,   u"Sven"_s,  u"Tala"_s,  u"Uma"_s,
                             u"Viktor"_s, u"Wanda"_s, u"Xavi"_s,  u"Yara"_s,   u"Zeno"_s};
const QStringList lastNames{u"Abara"_s,  u"Berg"_s,   u"Castillo"_s, u"Dahl"_s,  u"Eriksen"_s, u"Farrow"_s, u"Gomes"_s,
                            u"Haddad"_s, u"Ivanov"_s, u"Jansen"_s,   u"Kovac"_s, u"Lindt"_s,   u"Moreau"_s, u"Novak"_s,
                            u"Okafor"_s, u"Petrov"_s, u"Quist"_s,    u"Reyes"_s, u"Sato"_s,    u"Tanaka"_s, u"Ueda"_s,
                            u"Varga"_s,  u"Weiss"_s,  u"Yilmaz"_s,   u"Zorn"_s};
const QStringList zones{u"Europe/Berlin"_s, u"America/New_York"_s, u"Asia/Tokyo"_s, u"UTC"_s, u"Australia/Sydney"_s};

QString numbered(const QString &prefix, int n)
{
    return prefix + u"%1"_s.arg(n, 5, 10, QLatin1Char('0'));
}

QString roleOf(int n)
{
    if (n == 0)
        return u"owner"_s;
    if (n <= 20)
        return u"admin"_s;
    if (n <= 170)
        return u"user"_s;
    return n % 20 == 0 ? u"read_only_user"_s : u"limited_user"_s;
}

class ReferenceBuilder
{
public:
    ReferenceBuilder(const QString &subdomain, quint64 seed)
        : f(subdomain, *parseInstant(u"2026-10-19T08:00:00Z")), prng(seed)
    {
    }

    void people(int users, int teams);
    void schedules(int layered, int shifts);
    void policies(int count);
    void services(int count);
    void mapping(int business);
    void outbound();
    void events(int incidents, int changes);
    void audit(int records);
    AccountModel finished();

private:
    QJsonArray list(const QString &name) const { return f.model.list(name); }
    QJsonObject userReference(int n) const { return f.referenceTo(u"user"_s, list(u"users"_s).at(n).toObject()); }
    QJsonArray someUsers(int count);
    void tokensAndDelegations();

    AccountFactory f;
    Prng prng;
};

void ReferenceBuilder::people(int users, int teams)
{
    for (int i = 0; i < teams; ++i)
        f.model.append(u"teams"_s, f.team(numbered(u"PT"_s, i), u"Team %1"_s.arg(i), i % 10 ? u"manager"_s : u"none"_s));
    const QJsonArray teamList = list(u"teams"_s);
    for (int i = 0; i < users; ++i) {
        UserSpec spec;
        spec.id = numbered(u"PU"_s, i);
        spec.name = prng.pickFrom(firstNames);
        spec.name += u' ' + prng.pickFrom(lastNames);
        spec.email = QString(spec.name).toLower().replace(u' ', u'.') + u"%1@example.test"_s.arg(i);
        spec.role = roleOf(i);
        spec.timeZone = prng.pickFrom(zones);
        spec.viaSso = !prng.chance(15);
        spec.invited = prng.chance(3);
        const int memberships = teams == 0 || prng.chance(4) ? 0 : prng.between(1, 2);
        for (int t = 0; t < memberships; ++t)
            spec.teams.append(teamList.at((i * 7 + t * 13) % teamList.size()));
        if (prng.chance(8))
            spec.methods = {{u"email"_s}};
        if (spec.methods.size() == 1 || prng.chance(5))
            spec.highRuleMethod = prng.chance(50) ? 0 : -1;
        f.model.append(u"users"_s, f.user(spec));
    }
}

QJsonArray ReferenceBuilder::someUsers(int count)
{
    QJsonArray result;
    const int start = prng.below(int(list(u"users"_s).size()));
    for (int i = 0; i < count; ++i)
        result.append(userReference((start + i * 17) % int(list(u"users"_s).size())));
    return result;
}

void ReferenceBuilder::schedules(int layered, int shifts)
{
    const Instant begin = localInstant(2026, 1, 5, 9, 0, u"UTC"_s);
    for (int i = 0; i < layered; ++i) {
        ScheduleSpec spec{numbered(u"PS"_s, i), u"Schedule %1"_s.arg(i), prng.pickFrom(zones),
                          someUsers(i % 25 == 3 ? 1 : 4)};
        LayerPlan layer{u"Layer 1"_s, begin, {}, begin, i % 3 ? 604'800 : 86'400, {}, {}};
        for (int person = 0; person < spec.people.size(); ++person)
            layer.people.push_back(person);
        if (i % 12 == 5)
            layer.restrictions = {{0, QTime(8, 0), 36'000}};
        spec.layers.push_back(layer);
        if (i % 4 == 0)
            spec.overrides.push_back({f.model.now + secondsPerDay, f.model.now + secondsPerDay + 14'400, 0});
        f.model.append(u"schedules"_s, f.schedule(spec));
    }
    for (int i = 0; i < shifts; ++i) {
        ScheduleV3Spec spec{numbered(u"PV"_s, i), u"Shifts %1"_s.arg(i), prng.pickFrom(zones), someUsers(3), {}};
        spec.shifts.push_back({u"Day"_s, {0, 1, 2}, {1, 2, 3, 4, 5, 6, 7}, QTime(8, 0), 43'200, 7});
        spec.shifts.push_back({u"Night"_s, i % 5 ? std::vector<int>{1, 2, 0} : std::vector<int>{1, -1},
                               {1, 2, 3, 4, 5, 6, 7}, QTime(20, 0), 43'200, 7});
        f.model.append(u"schedules_v3"_s, f.scheduleV3(spec));
    }
}

void ReferenceBuilder::policies(int count)
{
    const QJsonArray layered = list(u"schedules"_s);
    const QJsonArray shifts = list(u"schedules_v3"_s);
    for (int i = 0; i < count; ++i) {
        PolicySpec spec{numbered(u"PE"_s, i), u"Policy %1"_s.arg(i), {}};
        const auto schedule = [&](int n) { return f.referenceTo(u"schedule"_s, layered.at(n % layered.size()).toObject()); };
        spec.levels.append({schedule(i)});
        if (i % 15 != 4)
            spec.levels.append({i % 2 ? schedule(i + count) : userReference(prng.below(int(list(u"users"_s).size())))});
        if (i % 10 == 0 && !shifts.isEmpty())
            spec.levels.append({f.referenceTo(u"schedule_v3"_s, shifts.at(i / 10 % shifts.size()).toObject())});
        if (!list(u"teams"_s).isEmpty())
            spec.teams.append(f.referenceTo(u"team"_s, list(u"teams"_s).at(i % list(u"teams"_s).size()).toObject()));
        f.model.append(u"escalation_policies"_s, f.policy(spec));
    }
}

void ReferenceBuilder::services(int count)
{
    const QJsonArray policies = list(u"escalation_policies"_s);
    for (int i = 0; i < count; ++i) {
        const QString id = numbered(u"PV1"_s, i);
        QJsonObject first = f.integration(numbered(u"PIA"_s, i), u"events_api_v2_inbound_integration"_s, u"Events"_s, id);
        first.insert(u"vendor"_s, f.reference(u"vendor"_s, numbered(u"PZ"_s, i % 40), u"Vendor"_s));
        const QString second = i % 20 == 7    ? u"generic_email_inbound_integration"_s
            : i % 25 == 9 ? u"generic_events_api_inbound_integration"_s
                          : u"event_transformer_api_inbound_integration"_s;
        const QJsonArray integrations{first, f.integration(numbered(u"PIB"_s, i), second, u"Second"_s, id)};
        QJsonObject service = f.service(id, u"Service %1"_s.arg(i), policies.at(i % policies.size()).toObject(), integrations);
        if (i % 50 == 11)
            service.insert(u"status"_s, u"disabled"_s);
        if (i % 9 == 0)
            service.insert(u"acknowledgement_timeout"_s, QJsonValue());
        if (i % 7 == 0)
            service.insert(u"auto_resolve_timeout"_s, 0);
        if (i % 2)
            service.insert(u"incident_urgency_rule"_s, QJsonObject{{u"type"_s, u"constant"_s}, {u"urgency"_s, u"low"_s}});
        f.model.append(u"services"_s, service);
    }
    for (int i = 0; i < 240; ++i) {
        f.model.append(u"vendors"_s, {{u"id"_s, numbered(u"PZ"_s, i)}, {u"type"_s, u"vendor"_s},
                                      {u"name"_s, u"Vendor %1"_s.arg(i)}, {u"summary"_s, u"Vendor %1"_s.arg(i)}});
    }
}

void ReferenceBuilder::mapping(int business)
{
    const QJsonArray services = list(u"services"_s);
    int edge = 0;
    for (int i = 0; i < business; ++i) {
        const QString id = numbered(u"PB"_s, i);
        const QJsonObject service{{u"id"_s, id}, {u"type"_s, u"business_service"_s}, {u"name"_s, u"Business %1"_s.arg(i)},
                                  {u"summary"_s, u"Business %1"_s.arg(i)}, {u"team"_s, QJsonValue()},
                                  {u"html_url"_s, f.link(u"business-services"_s, id)}};
        f.model.append(u"business_services"_s, service);
        for (int n = 0; n < 13; ++n) {
            f.model.append(u"dependencies"_s,
                           f.dependency(edge++, services.at((i * 13 + n) % services.size()).toObject(),
                                        u"technical_service_reference"_s, service, u"business_service_reference"_s));
        }
    }
    for (qsizetype i = business * 13; i + 1 < services.size() - 20; i += 2) {
        f.model.append(u"dependencies"_s,
                       f.dependency(edge++, services.at(i).toObject(), u"technical_service"_s,
                                    services.at(i + 1).toObject(), u"technical_service"_s));
    }
}

void ReferenceBuilder::outbound()
{
    for (int i = 0; i < 40; ++i) {
        const QString url = u"%1://hooks.example.test/%2?token=%3"_s.arg(i % 10 == 3 ? u"http"_s : u"https"_s)
                                .arg(i).arg(f.secret(u"hook"_s));
        f.model.append(u"webhook_subscriptions"_s, f.webhook(numbered(u"PW"_s, i), u"Hook %1"_s.arg(i), url));
    }
    for (int i = 0; i < 30; ++i) {
        const bool generic = i % 6 == 0;
        f.model.append(u"extensions"_s,
                       f.extension(numbered(u"PX"_s, i), u"Extension %1"_s.arg(i), generic ? u"PJFWPEP"_s : u"PD8SURB"_s,
                                   generic ? u"Generic V2 Webhook"_s : u"Slack"_s,
                                   u"https://user:%1@legacy.example.test/%2"_s.arg(f.secret(u"pw"_s)).arg(i)));
    }
    const QJsonArray services = list(u"services"_s);
    for (int i = 0; i < 12; ++i) {
        const QJsonObject workflow = f.workflow(numbered(u"PFL"_s, i), u"Workflow %1"_s.arg(i), i % 5 != 0);
        f.model.append(u"incident_workflows"_s, workflow);
        QJsonArray covered;
        for (int n = i * 25; n < i * 25 + 25; ++n)
            covered.append(f.referenceTo(u"service"_s, services.at(n % services.size()).toObject()));
        f.model.append(u"triggers"_s, f.trigger(u"trigger-%1"_s.arg(i), workflow, covered, false));
    }
    const auto simple = [&](const QString &name, const QString &prefix, const QString &type, int count) {
        for (int i = 0; i < count; ++i) {
            const QString text = u"%1 %2"_s.arg(type).arg(i);
            f.model.append(name, {{u"id"_s, numbered(prefix, i)}, {u"type"_s, type}, {u"name"_s, text},
                                  {u"label"_s, text}, {u"summary"_s, text}, {u"description"_s, text}});
        }
    };
    simple(u"priorities"_s, u"PP"_s, u"priority"_s, 5);
    simple(u"tags"_s, u"PG"_s, u"tag"_s, 50);
    simple(u"addons"_s, u"PA"_s, u"full_page_addon"_s, 5);
    simple(u"maintenance_windows"_s, u"PM"_s, u"maintenance_window"_s, 6);
}

void ReferenceBuilder::events(int incidents, int changes)
{
    const QJsonArray services = list(u"services"_s);
    const QJsonArray priorities = list(u"priorities"_s);
    Instant time = f.model.now;
    for (int i = 0; i < incidents; ++i) {
        time -= prng.between(60, 2'500);
        const QJsonValue priority = prng.chance(60) ? priorities.at(prng.below(5)) : QJsonValue();
        f.model.append(u"incidents"_s,
                       f.incident(incidents - i, time, services.at(prng.below(int(services.size()))).toObject(), priority));
    }
    time = f.model.now;
    for (int i = 0; i < changes; ++i) {
        time -= prng.between(60, 3'000);
        const int n = prng.below(int(services.size()) * 19 / 20); // the last twentieth reports no change
        f.model.append(u"change_events"_s,
                       f.changeEvent(changes - i, time, {f.referenceTo(u"service"_s, services.at(n).toObject())}));
    }
}

void ReferenceBuilder::audit(int records)
{
    const int step = int(360 * secondsPerDay / records);
    Instant time = f.model.now;
    for (int i = 0; i < records; ++i) {
        time -= prng.between(1, 2 * step - 1);
        const int key = prng.below(12);
        if (prng.chance(35)) {
            const QJsonObject actor = f.reference(u"api_key"_s, numbered(u"PK"_s, key), u"key %1"_s.arg(key));
            const bool rotated = key > 3; // these changed a while ago
            const QString token = u"k%1%2"_s.arg(key, 2, 16, QLatin1Char('0'))
                                      .arg(rotated && f.model.now - time < 60 * secondsPerDay ? u"b"_s : u"a"_s);
            f.model.append(u"audit_records"_s, f.auditRecord(records - i, time, actor, u"api_token"_s, token));
        } else {
            f.model.append(u"audit_records"_s, f.auditRecord(records - i, time, userReference(prng.below(20)), u"browser"_s));
        }
    }
}

void ReferenceBuilder::tokensAndDelegations()
{
    for (int i = 0; i <= 20 && i < list(u"users"_s).size(); ++i) {
        f.model.append(u"oauth_delegations"_s,
                       {{u"id"_s, u"delegation-%1"_s.arg(i)}, {u"type"_s, u"oauth_delegation"_s},
                        {u"user_id"_s, numbered(u"PU"_s, i)}, {u"delegation_type"_s, u"mobile"_s},
                        {u"created_at"_s, u"2026-03-01T00:00:00Z"_s}, {u"status"_s, u"active"_s}});
    }
    f.model.append(u"ip_allow_lists"_s, {{u"id"_s, u"PIPL001"_s}, {u"type"_s, u"ip_allow_list"_s},
                                         {u"state"_s, u"enabled"_s}, {u"cidr_entries"_s, QJsonArray()}});
}

AccountModel ReferenceBuilder::finished()
{
    f.model.abilities = {u"sso"_s, u"teams"_s, u"urgencies"_s, u"service_support_hours"_s, u"read_only_users"_s,
                         u"advanced_reports"_s, u"mobile_analytics"_s, u"incident_workflows"_s};
    tokensAndDelegations();
    f.connectPolicies();
    f.addCommonLists();
    return f.model;
}

} // namespace

AccountModel referenceAccount()
{
    ReferenceBuilder builder(u"reference"_s, 20261019);
    builder.people(1'000, 100);
    builder.schedules(280, 20);
    builder.policies(200);
    builder.services(500);
    builder.mapping(30);
    builder.outbound();
    builder.events(2'000, 1'500);
    builder.audit(6'000);
    return builder.finished();
}

AccountModel largeAccount(int users)
{
    ReferenceBuilder builder(u"large"_s, quint64(users));
    builder.people(users, 40);
    builder.schedules(5, 0);
    builder.policies(5);
    builder.services(10);
    builder.mapping(2);
    builder.outbound();
    builder.events(50, 50);
    builder.audit(100);
    return builder.finished();
}

} // namespace pdsi
