// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/accountfactory.h"

namespace pdsi {

using namespace Qt::StringLiterals;

QJsonObject AccountFactory::webhook(const QString &id, const QString &description, const QString &url) const
{
    const QJsonObject header{{u"name"_s, u"X-Auth"_s}, {u"value"_s, secret(u"header-"_s + id)}};
    return {{u"id"_s, id},
            {u"type"_s, u"webhook_subscription"_s},
            {u"active"_s, true},
            {u"description"_s, description},
            {u"events"_s, QJsonArray{u"incident.triggered"_s, u"incident.resolved"_s}},
            {u"filter"_s, QJsonObject{{u"type"_s, u"account_reference"_s}}},
            {u"oauth_client"_s, QJsonValue()},
            {u"delivery_method"_s, QJsonObject{{u"id"_s, u"D"_s + id.mid(1)},
                                               {u"type"_s, u"http_delivery_method"_s},
                                               {u"url"_s, url},
                                               {u"secret"_s, QJsonValue()},
                                               {u"temporarily_disabled"_s, false},
                                               {u"custom_headers"_s, QJsonArray{header}}}}};
}

QJsonObject AccountFactory::extension(const QString &id, const QString &name, const QString &schemaId,
                                      const QString &schemaName, const QString &url) const
{
    const QJsonObject header{{u"name"_s, u"Authorization"_s}, {u"value"_s, secret(u"config-"_s + id)}};
    return {{u"id"_s, id},
            {u"type"_s, u"extension"_s},
            {u"name"_s, name},
            {u"summary"_s, name},
            {u"endpoint_url"_s, url.isEmpty() ? QJsonValue() : QJsonValue(url)},
            {u"extension_schema"_s, reference(u"extension_schema"_s, schemaId, schemaName)},
            {u"extension_objects"_s, QJsonArray()},
            {u"temporarily_disabled"_s, false},
            {u"config"_s, QJsonObject{{u"headers"_s, QJsonArray{header}}, {u"token"_s, secret(u"token-"_s + id)}}},
            {u"html_url"_s, QJsonValue()}};
}

QJsonObject AccountFactory::dependency(int number, const QJsonObject &supporting, const QString &supportingType,
                                       const QJsonObject &dependent, const QString &dependentType) const
{
    const auto end = [](const QJsonObject &service, const QString &type) {
        return QJsonObject{{u"id"_s, service.value("id"_L1)}, {u"type"_s, type}};
    };
    return {{u"id"_s, u"D%1"_s.arg(number, 5, 10, QLatin1Char('0'))},
            {u"type"_s, u"service_dependency"_s},
            {u"supporting_service"_s, end(supporting, supportingType)},
            {u"dependent_service"_s, end(dependent, dependentType)}};
}

QJsonObject AccountFactory::incident(int number, Instant createdAt, const QJsonObject &service,
                                     const QJsonValue &priority) const
{
    const QString id = u"Q%1"_s.arg(number, 6, 10, QLatin1Char('0'));
    const QString title = u"[#%1] %2 needs attention"_s.arg(number).arg(service.value("name"_L1).toString());
    return {{u"id"_s, id},
            {u"type"_s, u"incident"_s},
            {u"incident_number"_s, number},
            {u"title"_s, title},
            {u"summary"_s, title},
            {u"status"_s, u"resolved"_s},
            {u"urgency"_s, u"high"_s},
            {u"priority"_s, priority},
            {u"created_at"_s, formatInstant(createdAt)},
            {u"service"_s, referenceTo(u"service"_s, service)},
            {u"escalation_policy"_s, service.value("escalation_policy"_L1)},
            {u"html_url"_s, link(u"incidents"_s, id)}};
}

QJsonObject AccountFactory::changeEvent(int number, Instant time, const QJsonArray &services) const
{
    const QString id = u"01CE%1"_s.arg(number, 8, 10, QLatin1Char('0'));
    return {{u"id"_s, id},
            {u"type"_s, u"change_event"_s},
            {u"timestamp"_s, formatInstant(time)},
            {u"summary"_s, u"Deployment %1"_s.arg(number)},
            {u"source"_s, u"ci"_s},
            {u"routing_key"_s, secret(u"routing-"_s + id)},
            {u"integration"_s, QJsonValue()},
            {u"services"_s, services},
            {u"links"_s, QJsonArray()},
            {u"custom_details"_s, QJsonObject()}};
}

QJsonObject AccountFactory::auditRecord(int number, Instant time, const QJsonObject &actor, const QString &method,
                                        const QString &token) const
{
    const QString id = u"AUD%1"_s.arg(number, 7, 10, QLatin1Char('0'));
    const QJsonObject resource = reference(u"service"_s, u"PSAUDIT"_s, u"a service"_s);
    const QJsonObject field{{u"name"_s, u"description"_s}, {u"before_value"_s, QJsonValue()}, {u"value"_s, u"changed"_s}};
    return {{u"id"_s, id},
            {u"execution_time"_s, formatInstant(time).chopped(1) + u".250Z"_s},
            {u"execution_context"_s, QJsonObject{{u"request_id"_s, id}, {u"remote_address"_s, u"203.0.113.7"_s}}},
            {u"actors"_s, actor.isEmpty() ? QJsonValue() : QJsonValue(QJsonArray{actor})},
            {u"method"_s, QJsonObject{{u"type"_s, method},
                                      {u"truncated_token"_s, token.isEmpty() ? QJsonValue() : QJsonValue(token)},
                                      {u"description"_s, QJsonValue()}}},
            {u"root_resource"_s, resource},
            {u"action"_s, u"update"_s},
            {u"details"_s, QJsonObject{{u"resource"_s, resource},
                                       {u"fields"_s, QJsonArray{field}},
                                       {u"references"_s, QJsonValue()}}}};
}

QJsonObject AccountFactory::workflow(const QString &id, const QString &name, bool enabled) const
{
    return {{u"id"_s, id},
            {u"type"_s, u"incident_workflow"_s},
            {u"name"_s, name},
            {u"summary"_s, name},
            {u"is_enabled"_s, enabled},
            {u"team"_s, QJsonValue()},
            {u"created_at"_s, u"2025-01-01T00:00:00Z"_s},
            {u"steps"_s, QJsonArray()},
            {u"html_url"_s, link(u"incident-workflows/workflows"_s, id)}};
}

QJsonObject AccountFactory::trigger(const QString &id, const QJsonObject &workflow, const QJsonArray &services,
                                    bool all) const
{
    return {{u"id"_s, id},
            {u"type"_s, u"workflow_trigger"_s},
            {u"trigger_type"_s, u"conditional"_s},
            {u"condition"_s, u"incident.priority matches 'P1'"_s},
            {u"is_subscribed_to_all_services"_s, all},
            {u"services"_s, services},
            {u"workflow"_s, referenceTo(u"workflow"_s, workflow)},
            {u"permissions"_s, QJsonObject{{u"restricted"_s, false}}},
            {u"is_disabled"_s, false}};
}

void AccountFactory::connectPolicies()
{
    QMap<QString, QJsonArray> servicesOf;
    QMap<QString, QJsonArray> policiesOf;
    for (const QJsonValue &value : model.list(u"services"_s)) {
        const QJsonObject service = value.toObject();
        servicesOf[service.value("escalation_policy"_L1).toObject().value("id"_L1).toString()].append(
            referenceTo(u"service"_s, service));
    }
    QJsonArray policies;
    QJsonArray onCalls;
    for (const QJsonValue &value : model.list(u"escalation_policies"_s)) {
        QJsonObject policy = value.toObject();
        policy.insert(u"services"_s, servicesOf.value(policy.value("id"_L1).toString()));
        policies.append(policy);
        const QJsonArray own = onCallsOf(policy);
        for (const QJsonValue &row : own)
            onCalls.append(row);
        const QJsonArray rules = policy.value("escalation_rules"_L1).toArray();
        for (const QJsonValue &rule : rules) {
            const QJsonArray targets = rule.toObject().value("targets"_L1).toArray();
            for (const QJsonValue &target : targets) {
                QJsonArray &list = policiesOf[target.toObject().value("id"_L1).toString()];
                const QJsonValue reference = referenceTo(u"escalation_policy"_s, policy);
                if (!list.contains(reference))
                    list.append(reference);
            }
        }
    }
    model.lists.insert(u"escalation_policies"_s, policies);
    model.lists.insert(u"oncalls"_s, onCalls);
    for (const QString &list : {u"schedules"_s, u"schedules_v3"_s}) {
        QJsonArray schedules = model.list(list);
        for (qsizetype i = 0; i < schedules.size(); ++i) {
            QJsonObject schedule = schedules.at(i).toObject();
            schedule.insert(u"escalation_policies"_s, policiesOf.value(schedule.value("id"_L1).toString()));
            schedules.replace(i, schedule);
        }
        model.lists.insert(list, schedules);
    }
}

QJsonValue AccountFactory::onCallIn(const QString &scheduleId) const
{
    for (const QJsonValue &value : model.list(u"schedules"_s)) {
        if (value.toObject().value("id"_L1).toString() != scheduleId)
            continue;
        const QJsonArray entries =
            value.toObject().value("final_schedule"_L1).toObject().value("rendered_schedule_entries"_L1).toArray();
        for (const QJsonValue &entry : entries) {
            const auto start = parseInstant(entry.toObject().value("start"_L1).toString());
            const auto end = parseInstant(entry.toObject().value("end"_L1).toString());
            if (start && end && *start <= model.now && model.now < *end)
                return entry;
        }
        break;
    }
    return {};
}

QJsonArray AccountFactory::onCallsOf(const QJsonObject &policy) const
{
    QJsonArray rows;
    const QJsonArray rules = policy.value("escalation_rules"_L1).toArray();
    for (qsizetype level = 0; level < rules.size(); ++level) {
        const QJsonArray targets = rules.at(level).toObject().value("targets"_L1).toArray();
        for (const QJsonValue &value : targets) {
            const QJsonObject target = value.toObject();
            const bool user = target.value("type"_L1).toString().startsWith("user"_L1);
            const QJsonObject entry = user ? QJsonObject() : onCallIn(target.value("id"_L1).toString()).toObject();
            if (!user && entry.isEmpty())
                continue;
            rows.append(QJsonObject{{u"escalation_policy"_s, referenceTo(u"escalation_policy"_s, policy)},
                                    {u"escalation_level"_s, level + 1},
                                    {u"user"_s, user ? QJsonValue(target) : entry.value("user"_L1)},
                                    {u"schedule"_s, user ? QJsonValue() : QJsonValue(target)},
                                    {u"start"_s, user ? QJsonValue() : entry.value("start"_L1)},
                                    {u"end"_s, user ? QJsonValue() : entry.value("end"_L1)}});
        }
    }
    return rows;
}

void AccountFactory::addCommonLists()
{
    const auto schema = [this](const QString &id, const QString &label) {
        model.append(u"extension_schemas"_s, {{u"id"_s, id},
                                              {u"type"_s, u"extension_schema"_s},
                                              {u"label"_s, label},
                                              {u"summary"_s, label},
                                              {u"key"_s, label.toLower()}});
    };
    schema(u"PF9KMXH"_s, u"Generic V1 Webhook"_s);
    schema(u"PJFWPEP"_s, u"Generic V2 Webhook"_s);
    schema(u"PD8SURB"_s, u"Slack"_s);
    schema(u"PBZUP2B"_s, u"ServiceNow"_s);
    const auto licence = [this](const QString &id, const QString &name, int used) {
        model.append(u"licenses"_s, {{u"id"_s, id},
                                     {u"type"_s, u"license"_s},
                                     {u"name"_s, name},
                                     {u"role_group"_s, name.contains("Full"_L1) ? u"FullUser"_s : u"Stakeholder"_s},
                                     {u"current_value"_s, used},
                                     {u"allocations_available"_s, QJsonValue()}});
    };
    licence(u"PLIC001"_s, u"Business (Full User)"_s, int(model.list(u"users"_s).size()));
    licence(u"PLIC002"_s, u"Business (Stakeholder)"_s, 0);
    for (const QString &type : {u"web"_s, u"mobile"_s}) {
        model.append(u"session_configurations"_s,
                     {{u"type"_s, type}, {u"absolute_session_ttl"_s, 86'400}, {u"idle_session_ttl"_s, 3'600}});
    }
}

} // namespace pdsi
