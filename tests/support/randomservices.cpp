// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/randombuilder.h"

#include <algorithm>

namespace pdsi {

using namespace Qt::StringLiterals;

QJsonObject RandomBuilder::oddIntegration(int n, const QString &serviceId)
{
    const QString any = prng.pick({u"events_api_v2"_s, u"generic_events_api"_s, u"generic_email"_s, u"generic_email"_s,
                                    u"event_transformer_api"_s, u"aws_cloudwatch"_s});
    const QString type = odd(80) ? any : u"events_api_v2"_s;
    QJsonObject integration =
        f.integration(id(u"I"_s, n), type + u"_inbound_integration"_s, u"Integration %1"_s.arg(n), serviceId);
    if (odd(12))
        integration.insert(u"integration_key"_s, f.secret(u"key-shared"_s));
    if (prng.chance(8))
        integration.insert(u"integration_key"_s, QJsonValue());
    if (prng.chance(25))
        integration.insert(u"vendor"_s, f.reference(u"vendor"_s, u"PVEND%1"_s.arg(prng.below(8)), u"Vendor"_s));
    if (type != "generic_email"_L1)
        return integration;
    const QString mode = prng.pick({u"all-email"_s, u"or-rules-email"_s, u"and-rules-email"_s, u"none"_s});
    if (mode == "none"_L1)
        integration.remove("email_filter_mode"_L1);
    else
        integration.insert(u"email_filter_mode"_s, maybeNull(mode));
    QJsonArray filters;
    for (int i = prng.below(3); i > 0; --i) {
        const QString from = prng.pick({u"always"_s, u"match"_s, u"no-match"_s});
        filters.append(QJsonObject{{u"id"_s, id(u"F"_s, prng.below(1'000))},
                                   {u"subject_mode"_s, u"always"_s},
                                   {u"body_mode"_s, u"always"_s},
                                   {u"from_email_mode"_s, from},
                                   {u"from_email_regex"_s, from == "always"_L1 ? QJsonValue() : u"@example\\.test$"_s}});
    }
    integration.insert(u"email_filters"_s, filters);
    if (filters.isEmpty() && prng.chance(30))
        integration.remove("email_filters"_L1);
    return integration;
}

QJsonValue RandomBuilder::oddUrgencyRule()
{
    const auto constant = [](const QString &urgency) {
        return QJsonObject{{u"type"_s, u"constant"_s}, {u"urgency"_s, urgency}};
    };
    const auto any = [&] { return prng.pick({u"high"_s, u"low"_s, u"severity_based"_s}); };
    switch (prng.below(6)) {
    case 0:
        return QJsonObject{{u"type"_s, u"use_support_hours"_s},
                           {u"during_support_hours"_s, constant(any())},
                           {u"outside_support_hours"_s, constant(any())}};
    case 1: return constant(u"low"_s);
    case 2: return constant(u"severity_based"_s);
    case 3: return prng.chance(20) ? QJsonValue() : QJsonValue(constant(any()));
    default: return constant(u"high"_s);
    }
}

void RandomBuilder::services()
{
    for (int i = prng.below(13); i > 0; --i) {
        const QString serviceId = id(u"SV"_s, i);
        QJsonArray integrations;
        for (int n = prng.below(4); n > 0; --n)
            integrations.append(oddIntegration(++m_integrations, serviceId));
        QJsonObject service = f.service(serviceId, u"Service %1"_s.arg(i), anyOf(u"escalation_policies"_s), integrations);
        if (odd(4))
            service.insert(u"escalation_policy"_s, f.reference(u"escalation_policy"_s, u"PENOSUCH"_s, u"Gone"_s));
        if (odd(3))
            service.insert(u"escalation_policy"_s, QJsonValue());
        service.insert(u"status"_s, prng.pick({u"active"_s, u"active"_s, u"active"_s, u"warning"_s, u"critical"_s,
                                               u"maintenance"_s, u"disabled"_s}));
        const auto timeout = [&] { return odd(30) ? QJsonValue() : QJsonValue(prng.pick({odd(50) ? 0 : 900, 1, 600, 1'800})); };
        service.insert(u"acknowledgement_timeout"_s, timeout());
        service.insert(u"auto_resolve_timeout"_s, timeout());
        service.insert(u"incident_urgency_rule"_s, oddUrgencyRule());
        if (prng.chance(10))
            service.insert(u"response_play"_s, f.reference(u"response_play"_s, u"PRP0001"_s, u"Play"_s));
        for (const QString &field : {u"description"_s, u"created_at"_s, u"summary"_s, u"html_url"_s})
            service.insert(field, maybeNull(service.value(field), 10));
        f.model.append(u"services"_s, service);
    }
    for (int i = 0; i < 8; ++i) {
        f.model.append(u"vendors"_s, {{u"id"_s, u"PVEND%1"_s.arg(i)}, {u"type"_s, u"vendor"_s},
                                      {u"name"_s, u"Vendor %1"_s.arg(i)}, {u"summary"_s, u"Vendor %1"_s.arg(i)}});
    }
}

void RandomBuilder::mapping()
{
    const int business = prng.chance(30) ? 0 : prng.between(1, 4);
    for (int i = 0; i < business; ++i) {
        const QString name = u"Business %1"_s.arg(i);
        f.model.append(u"business_services"_s,
                       {{u"id"_s, id(u"B"_s, i)}, {u"type"_s, u"business_service"_s}, {u"name"_s, name},
                        {u"summary"_s, name}, {u"team"_s, QJsonValue()}, {u"point_of_contact"_s, QJsonValue()}});
    }
    const bool suffix = prng.chance(50);
    const QString technical = suffix ? u"technical_service_reference"_s : u"technical_service"_s;
    const QString businessType = suffix ? u"business_service_reference"_s : u"business_service"_s;
    for (int edge = odd(70) ? prng.below(12) : 40; edge > 0 && !f.model.list(u"services"_s).isEmpty(); --edge) {
        const QJsonObject supporting = anyOf(u"services"_s);
        if (business > 0 && prng.chance(60))
            f.model.append(u"dependencies"_s,
                           f.dependency(edge, supporting, technical, anyOf(u"business_services"_s), businessType));
        else
            f.model.append(u"dependencies"_s, f.dependency(edge, supporting, technical, anyOf(u"services"_s), technical));
    }
}

void RandomBuilder::outbound()
{
    const QString hidden = f.secret(u"url"_s);
    const auto url = [&] {
        const QString any = prng.pick({u"https://hooks.example.test/a?token="_s + hidden, u"http://hooks.example.test/b"_s,
                          u"HTTPS://hooks.example.test/c"_s, u"https://user:%1@hooks.example.test/d"_s.arg(hidden),
                          u"ftp://hooks.example.test/"_s, u"hooks.example.test/no-scheme"_s, u""_s});
        return odd(80) ? any : u"https://hooks.example.test/e"_s;
    };
    for (int i = prng.below(5); i > 0; --i) {
        QJsonObject hook = f.webhook(id(u"W"_s, i), u"Hook %1"_s.arg(i), url());
        hook.insert(u"active"_s, prng.chance(80));
        hook.insert(u"description"_s, maybeNull(hook.value("description"_L1)));
        if (prng.chance(10))
            hook.insert(u"delivery_method"_s, QJsonObject{{u"id"_s, u"PDM1"_s}, {u"type"_s, u"other_delivery_method"_s}});
        f.model.append(u"webhook_subscriptions"_s, hook);
    }
    for (int i = prng.below(6); i > 0; --i) {
        const int schema = odd(90) ? prng.below(4) : 2;
        const QStringList ids{u"PF9KMXH"_s, u"PJFWPEP"_s, u"PD8SURB"_s, u"PEUHOOK"_s};
        const QStringList names{u"Generic V1 Webhook"_s, u"Generic V2 Webhook"_s, u"Slack"_s, u"Generic V2 Webhook"_s};
        f.model.append(u"extensions"_s,
                       f.extension(id(u"X"_s, i), u"Extension %1"_s.arg(i), ids.at(schema), names.at(schema),
                                   prng.chance(20) ? QString() : url()));
    }
    for (int i = prng.below(4); i > 0; --i) {
        const QJsonObject workflow = f.workflow(id(u"FL"_s, i), u"Workflow %1"_s.arg(i), prng.chance(70));
        f.model.append(u"incident_workflows"_s, workflow);
        QJsonArray covered;
        for (int n = prng.below(4); n > 0 && !f.model.list(u"services"_s).isEmpty(); --n)
            covered.append(f.referenceTo(u"service"_s, anyOf(u"services"_s)));
        QJsonObject trigger = f.trigger(u"trigger-%1"_s.arg(i), workflow, covered, prng.chance(m_oddity > 50 ? 15 : 60));
        trigger.insert(u"trigger_type"_s, prng.pick({u"conditional"_s, u"manual"_s, u"incident_type"_s}));
        trigger.insert(u"is_disabled"_s, maybeNull(prng.chance(10)));
        f.model.append(u"triggers"_s, trigger);
    }
}

void RandomBuilder::events()
{
    for (int i = prng.chance(20) ? 0 : prng.between(1, 5); i > 0; --i) {
        f.model.append(u"priorities"_s, {{u"id"_s, id(u"PR"_s, i)}, {u"type"_s, u"priority"_s}, {u"name"_s, u"P%1"_s.arg(i)},
                                         {u"summary"_s, u"P%1"_s.arg(i)}, {u"description"_s, QJsonValue()}});
    }
    if (f.model.list(u"services"_s).isEmpty())
        return;
    const bool prioritised = prng.chance(70);
    Instant time = f.model.now;
    for (int i = prng.chance(15) ? 0 : prng.between(1, 260); i > 0; --i) {
        time -= prng.pick({1, 60, 3'600, 86'400});
        const QJsonObject priority = prioritised && prng.chance(40) ? anyOf(u"priorities"_s) : QJsonObject();
        f.model.append(u"incidents"_s, f.incident(i, time, anyOf(u"services"_s),
                                                  priority.isEmpty() ? QJsonValue() : QJsonValue(priority)));
    }
    time = f.model.now - (odd(60) ? prng.pick({0, 1, 86'400 * 29, 86'400 * 30, 86'400 * 31}) : 1);
    for (int i = odd(20) ? 0 : prng.between(m_oddity > 50 ? 1 : 90, 130); i > 0; --i) {
        time -= prng.pick({1, 60, 3'600, 36'000});
        QJsonArray services{f.referenceTo(u"service"_s, anyOf(u"services"_s))};
        if (prng.chance(20))
            services.append(f.referenceTo(u"service"_s, anyOf(u"services"_s)));
        if (prng.chance(5))
            services = {};
        f.model.append(u"change_events"_s, f.changeEvent(i, time, services));
    }
}

void RandomBuilder::audit()
{
    // Quiet accounts, young accounts, accounts with gaps of months.
    const int mode = prng.below(4);
    Instant time = f.model.now - (mode == 1 ? 40 * secondsPerDay : 1);
    const int records = mode == 0 ? prng.below(2) : prng.between(1, 300);
    for (int i = records; i > 0; --i) {
        const int key = prng.below(4);
        const QString token = prng.pick({u"aaaa"_s, u"bbbb"_s, u"cccc"_s, u""_s});
        const QJsonObject actor = prng.chance(80) ? f.reference(u"api_key"_s, id(u"K"_s, key), u"key %1"_s.arg(key))
                                                  : anyUserReference(10);
        const bool byToken = prng.chance(50);
        const QString method = byToken ? u"api_token"_s : prng.pick({u"browser"_s, u"oauth"_s, u"other"_s});
        QJsonObject record = f.auditRecord(i, time, prng.chance(5) ? QJsonObject() : actor, method,
                                           byToken ? token : QString());
        record.insert(u"execution_context"_s, maybeNull(record.value("execution_context"_L1)));
        record.insert(u"details"_s, maybeNull(record.value("details"_L1)));
        f.model.append(u"audit_records"_s, record);
        time -= prng.pick({1, 3'600, 86'400, 86'400 * 3, 86'400 * 9});
        if (f.model.now - time > 365 * secondsPerDay)
            break;
    }
    for (const QJsonValue &user : f.model.list(u"users"_s)) {
        if (prng.chance(30)) {
            f.model.append(u"oauth_delegations"_s,
                           {{u"id"_s, u"delegation-"_s + user.toObject().value("id"_L1).toString()},
                            {u"user_id"_s, user.toObject().value("id"_L1)}, {u"status"_s, u"active"_s}});
        }
    }
}

} // namespace pdsi
