// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplebuilder.h"

#include <algorithm>

namespace pdsi {

using namespace Qt::StringLiterals;

void SampleBuilder::outbound()
{
    const auto hook = [&](const QString &id, const QString &text, const QString &url) {
        f.model.append(u"webhook_subscriptions"_s, f.webhook(id, text, url));
    };
    hook(u"PHFW001"_s, u"Security event collector"_s, u"https://siem.harbour-finch.example/pagerduty"_s);
    hook(u"PHFW002"_s, u"Status wall in the control tower"_s, u"http://wall.harbour-finch.example:8080/incidents"_s);
    hook(u"PHFW003"_s, u"Shift log"_s, u"https://shiftlog.harbour-finch.example/in?token="_s + f.secret(u"hook"_s));
    hook(u"PHFW004"_s, u"Carrier notifications"_s, u"https://partners.harbour-finch.example/pd"_s);
    QJsonObject pilot = f.webhook(u"PHFW005"_s, u"Pilot of the new ticketing"_s, u"https://tickets.example/pd"_s);
    pilot.insert(u"active"_s, false);
    f.model.append(u"webhook_subscriptions"_s, pilot);

    const auto extension = [&](const QString &id, const QString &name, const QString &schema, const QString &schemaName,
                               const QString &url, int service) {
        QJsonObject object = f.extension(id, name, schema, schemaName, url);
        const QJsonObject target = f.model.list(u"services"_s).at(service - 1).toObject();
        object.insert(u"extension_objects"_s, QJsonArray{f.referenceTo(u"service"_s, target)});
        f.model.append(u"extensions"_s, object);
    };
    extension(u"PHFX001"_s, u"Yard display"_s, u"PJFWPEP"_s, u"Generic V2 Webhook"_s,
              u"http://yard:%1@10.20.4.17/pd"_s.arg(f.secret(u"yard"_s)), 22);
    extension(u"PHFX002"_s, u"Old ticket bridge"_s, u"PJFWPEP"_s, u"Generic V2 Webhook"_s,
              u"https://bridge.harbour-finch.example/pd"_s, 11);
    extension(u"PHFX003"_s, u"#ops-platform"_s, u"PD8SURB"_s, u"Slack"_s, {}, 17);
    extension(u"PHFX004"_s, u"ServiceNow"_s, u"PBZUP2B"_s, u"ServiceNow"_s,
              u"https://harbourfinch.service-now.example/api"_s, 9);
}

void SampleBuilder::workflows()
{
    const QJsonArray services = f.model.list(u"services"_s);
    const auto covered = [&](const QList<int> &numbers) {
        QJsonArray result;
        for (const int number : numbers)
            result.append(f.referenceTo(u"service"_s, services.at(number - 1).toObject()));
        return result;
    };
    const QJsonObject major = f.workflow(u"PHFIW01"_s, u"Major incident bridge"_s, true);
    const QJsonObject terminal = f.workflow(u"PHFIW02"_s, u"Terminal stop"_s, true);
    const QJsonObject security = f.workflow(u"PHFIW03"_s, u"Security containment"_s, false);
    for (const QJsonObject &workflow : {major, terminal, security})
        f.model.append(u"incident_workflows"_s, workflow);
    f.model.append(u"triggers"_s, f.trigger(u"8f0c41d2-hf-major"_s, major, covered({1, 2, 3, 11, 14, 16, 17, 18}), false));
    f.model.append(u"triggers"_s, f.trigger(u"8f0c41d2-hf-terminal"_s, terminal, covered({22, 23}), false));
    f.model.append(u"triggers"_s, f.trigger(u"8f0c41d2-hf-security"_s, security, covered({24, 16}), false));
}

void SampleBuilder::incidents()
{
    const QStringList names{u"P1"_s, u"P2"_s, u"P3"_s, u"P4"_s};
    const QStringList meanings{u"Customers cannot work"_s, u"A product is impaired"_s, u"Degraded, with a way around"_s,
                               u"Annoyance"_s};
    for (int i = 0; i < names.size(); ++i) {
        f.model.append(u"priorities"_s, {{u"id"_s, u"PHFPR0%1"_s.arg(i + 1)}, {u"type"_s, u"priority"_s},
                                         {u"name"_s, names.at(i)}, {u"summary"_s, names.at(i)},
                                         {u"description"_s, meanings.at(i)}});
    }
    const QJsonArray services = f.model.list(u"services"_s);
    const QJsonArray priorities = f.model.list(u"priorities"_s);
    Instant time = f.model.now;
    for (int number = 4'211; number > 3'995; --number) {
        time -= prng.between(900, 26'000);
        const QJsonObject service = services.at(prng.below(int(services.size()) - 1)).toObject();
        const QJsonValue priority = prng.chance(58) ? priorities.at(prng.below(4)) : QJsonValue();
        QJsonObject incident = f.incident(number, time, service, priority);
        if (number > 4'208)
            incident.insert(u"status"_s, number == 4'211 ? u"triggered"_s : u"acknowledged"_s);
        f.model.append(u"incidents"_s, incident);
        f.model.append(u"log_entries"_s, {{u"id"_s, u"RHF%1"_s.arg(number)},
                                          {u"type"_s, u"trigger_log_entry"_s},
                                          {u"created_at"_s, incident.value("created_at"_L1)},
                                          {u"incident"_s, QJsonObject{{u"id"_s, incident.value("id"_L1)},
                                                                      {u"type"_s, u"incident_reference"_s}}}});
    }
}

void SampleBuilder::changes()
{
    const QList<int> deploying{1, 2, 3, 4, 7, 9, 11, 12, 14, 16, 17, 18, 21, 22}; // numbers in the service table
    const QJsonArray services = f.model.list(u"services"_s);
    Instant time = f.model.now;
    for (int number = 310; number > 150; --number) {
        time -= prng.between(1'200, 28'000);
        QJsonArray touched{f.referenceTo(u"service"_s, services.at(prng.pickFrom(deploying) - 1).toObject())};
        if (prng.chance(10))
            touched.append(f.referenceTo(u"service"_s, services.at(1).toObject()));
        f.model.append(u"change_events"_s, f.changeEvent(number, time, touched));
    }
}

void SampleBuilder::audit()
{
    struct Key {
        QString id, name, tokenNow, tokenBefore;
    };
    const QList<Key> keys{{u"PHFK001"_s, u"terraform"_s, u"q7Zx"_s, u"q7Zx"_s},
                          {u"PHFK002"_s, u"ci-maintenance-windows"_s, u"Lm42"_s, u"e9Ta"_s},
                          {u"PHFK003"_s, u"roster-import"_s, u"w0Rd"_s, u"w0Rd"_s},
                          {u"PHFK004"_s, u"portal-status"_s, u"8bNc"_s, {}}};
    const QJsonArray users = f.model.list(u"users"_s);
    const QJsonArray services = f.model.list(u"services"_s);
    Instant time = f.model.now - 3 * 3'600;
    for (int number = 620; f.model.now - time < 352 * secondsPerDay; --number) {
        const bool before = f.model.now - time > 60 * secondsPerDay;
        const Key &key = keys.at(prng.pickFrom(QList<int>{0, 0, 0, 1, 1, 2, 3}));
        const QString token = before ? key.tokenBefore : key.tokenNow;
        const bool byKey = prng.chance(40) && !token.isEmpty();
        const QJsonObject person = f.referenceTo(u"user"_s, users.at(prng.below(14)).toObject());
        const QString method = byKey ? u"api_token"_s : prng.chance(80) ? u"browser"_s : u"identity_provider"_s;
        QJsonObject record = f.auditRecord(number, time, byKey ? f.reference(u"api_key"_s, key.id, key.name) : person,
                                           method, byKey ? token : QString());
        const QJsonObject service = services.at(prng.below(int(services.size()))).toObject();
        record.insert(u"root_resource"_s, f.referenceTo(u"service"_s, service));
        if (prng.chance(15))
            record.insert(u"details"_s, QJsonValue());
        f.model.append(u"audit_records"_s, record);
        time -= prng.between(1'800, 98'000);
    }
}

void SampleBuilder::odds()
{
    const QStringList tags{u"tier-1"_s, u"tier-2"_s, u"customer-facing"_s, u"terminal"_s, u"legacy"_s};
    for (int i = 0; i < tags.size(); ++i) {
        f.model.append(u"tags"_s, {{u"id"_s, u"PHFG00%1"_s.arg(i + 1)}, {u"type"_s, u"tag"_s}, {u"label"_s, tags.at(i)},
                                   {u"summary"_s, tags.at(i)}});
    }
    f.model.append(u"addons"_s, {{u"id"_s, u"PHFA001"_s}, {u"type"_s, u"full_page_addon"_s}, {u"name"_s, u"Berth plan"_s},
                                 {u"summary"_s, u"Berth plan"_s}, {u"src"_s, u"https://berths.harbour-finch.example/"_s}});
    const QJsonArray services = f.model.list(u"services"_s);
    f.model.append(u"maintenance_windows"_s,
                   {{u"id"_s, u"PHFM001"_s}, {u"type"_s, u"maintenance_window"_s}, {u"description"_s, u"Switch replacement"_s},
                    {u"summary"_s, u"Switch replacement"_s}, {u"start_time"_s, u"2026-10-24T20:00:00Z"_s},
                    {u"end_time"_s, u"2026-10-25T02:00:00Z"_s},
                    {u"services"_s, QJsonArray{f.referenceTo(u"service"_s, services.at(20).toObject())}}});
    const QJsonObject office{{u"cidr_block"_s, u"198.51.100.0/24"_s}, {u"description"_s, u"Head office"_s}};
    f.model.append(u"ip_allow_lists"_s, {{u"id"_s, u"PHFIP01"_s}, {u"type"_s, u"ip_allow_list"_s}, {u"state"_s, u"disabled"_s},
                                         {u"cidr_entries"_s, QJsonArray{office}}});
    for (int i = 1; i <= 5; ++i) {
        f.model.append(u"oauth_delegations"_s,
                       {{u"id"_s, u"3e17-hf-%1"_s.arg(i)}, {u"type"_s, u"oauth_delegation"_s},
                        {u"user_id"_s, u"PHFU00%1"_s.arg(i)}, {u"client_id"_s, u"mobile-app"_s},
                        {u"delegation_type"_s, i % 2 ? u"mobile"_s : u"web"_s}, {u"scope"_s, u"read"_s},
                        {u"created_at"_s, u"2026-0%1-11T09:30:00Z"_s.arg(i + 2)},
                        {u"expires_at"_s, QJsonValue()}, {u"status"_s, u"active"_s}});
    }
}

} // namespace pdsi
