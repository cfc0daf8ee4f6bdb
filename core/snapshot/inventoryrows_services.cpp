// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/inventoryrows.h"

#include "core/base/jsonaccess.h"

namespace pdsi {

namespace {

UrgencyRule readUrgencyRule(const QJsonObject &object)
{
    const QLatin1String urgency("urgency");
    UrgencyRule rule;
    rule.type = textAt(object, QLatin1String("type"));
    rule.urgency = textAt(object, urgency);
    rule.duringUrgency = textAt(objectAt(object, QLatin1String("during_support_hours")), urgency);
    rule.outsideUrgency = textAt(objectAt(object, QLatin1String("outside_support_hours")), urgency);
    return rule;
}

std::optional<SupportHours> readSupportHours(const QJsonObject &object)
{
    const auto start = secondOfDay(textAt(object, QLatin1String("start_time")));
    const auto end = secondOfDay(textAt(object, QLatin1String("end_time")));
    SupportHours hours;
    hours.timeZone = textAt(object, QLatin1String("time_zone"));
    const QJsonArray days = arrayAt(object, QLatin1String("days_of_week"));
    for (const QJsonValue &day : days)
        hours.daysOfWeek.append(static_cast<int>(integerOf(day).value_or(0)));
    if (!start || !end || hours.timeZone.isEmpty())
        return std::nullopt;
    hours.startSecond = *start;
    hours.endSecond = *end;
    return hours;
}

/// Answers spell the strategy as a text or as an object with a type.
bool isRoundRobin(const QJsonObject &rule)
{
    const QLatin1String key("escalation_rule_assignment_strategy");
    const QJsonValue value = rule.value(key);
    const QString strategy = value.isObject() ? textAt(value.toObject(), QLatin1String("type")) : value.toString();
    return strategy == QLatin1String("round_robin");
}

/// nullopt where the field is absent or one integration is a mere reference.
std::optional<std::vector<Integration>> readIntegrations(const QJsonValue &value, const SourceRef &source,
                                                         const RemovedDigests &digests)
{
    if (!value.isArray())
        return std::nullopt;
    const QJsonArray array = value.toArray();
    std::vector<Integration> integrations;
    integrations.reserve(static_cast<size_t>(array.size()));
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QJsonObject object = array.at(i).toObject();
        if (textAt(object, QLatin1String("type")).endsWith(QLatin1String("_reference")))
            return std::nullopt;
        integrations.push_back(readIntegration(object, {source.requestId, pointerTo(source.pointer, i)}, digests));
    }
    return integrations;
}

EscalationRule readEscalationRule(const QJsonObject &object, const QString &pointer)
{
    EscalationRule rule;
    rule.id = textAt(object, QLatin1String("id"));
    rule.delayMinutes = smallIntegerAt(object, QLatin1String("escalation_delay_in_minutes"));
    rule.roundRobin = isRoundRobin(object);
    rule.pointer = pointer;
    const QJsonArray targets = arrayAt(object, QLatin1String("targets"));
    const QString base = pointer + QLatin1String("/targets");
    for (qsizetype i = 0; i < targets.size(); ++i)
        rule.targets.push_back(readReference(targets.at(i).toObject(), pointerTo(base, i)));
    return rule;
}

} // namespace

Integration readIntegration(const QJsonObject &object, const SourceRef &source, const RemovedDigests &digests)
{
    Integration integration;
    readResourceRow(integration, object, source);
    integration.vendorId = textAt(objectAt(object, QLatin1String("vendor")), QLatin1String("id"));
    if (!digests.isEmpty())
        integration.keyDigest = QString::fromLatin1(digests.value(source.pointer + QLatin1String("/integration_key")));
    integration.emailFilterMode = optionalTextAt(object, QLatin1String("email_filter_mode"));
    const QJsonArray filters = arrayAt(object, QLatin1String("email_filters"));
    for (const QJsonValue &filter : filters)
        integration.fromEmailModes.append(textAt(filter.toObject(), QLatin1String("from_email_mode")));
    return integration;
}

Service readService(const QJsonObject &object, const SourceRef &source, const RemovedDigests &digests)
{
    const QLatin1String policy("escalation_policy"), integrations("integrations");
    Service service;
    readResourceRow(service, object, source);
    service.status = textAt(object, QLatin1String("status"));
    if (object.value(policy).isObject())
        service.escalationPolicy = readReference(objectAt(object, policy), sourceAt(source, policy).pointer);
    service.acknowledgementTimeout = integerAt(object, QLatin1String("acknowledgement_timeout"));
    service.autoResolveTimeout = integerAt(object, QLatin1String("auto_resolve_timeout"));
    service.urgencyRule = readUrgencyRule(objectAt(object, QLatin1String("incident_urgency_rule")));
    service.supportHours = readSupportHours(objectAt(object, QLatin1String("support_hours")));
    service.hasResponsePlay = object.value(QLatin1String("response_play")).isObject();
    service.teamIds = idsOf(arrayAt(object, QLatin1String("teams")));
    service.integrations = readIntegrations(object.value(integrations), sourceAt(source, integrations), digests);
    return service;
}

EscalationPolicy readEscalationPolicy(const QJsonObject &object, const SourceRef &source)
{
    const QLatin1String rulesKey("escalation_rules");
    EscalationPolicy policy;
    readResourceRow(policy, object, source);
    policy.numLoops = smallIntegerAt(object, QLatin1String("num_loops"));
    const QJsonArray rules = arrayAt(object, rulesKey);
    const QString base = sourceAt(source, rulesKey).pointer;
    for (qsizetype i = 0; i < rules.size(); ++i)
        policy.rules.push_back(readEscalationRule(rules.at(i).toObject(), pointerTo(base, i)));
    policy.serviceIds = idsOf(arrayAt(object, QLatin1String("services")));
    policy.teamIds = idsOf(arrayAt(object, QLatin1String("teams")));
    return policy;
}

MaintenanceWindow readMaintenanceWindow(const QJsonObject &object, const SourceRef &source)
{
    MaintenanceWindow window;
    readResourceRow(window, object, source);
    window.start = instantAt(object, QLatin1String("start_time"));
    window.end = instantAt(object, QLatin1String("end_time"));
    window.serviceIds = idsOf(arrayAt(object, QLatin1String("services")));
    return window;
}

ServiceDependency readServiceDependency(const QJsonObject &object, const SourceRef &source)
{
    const Reference supporting = readReference(objectAt(object, QLatin1String("supporting_service")), {});
    const Reference dependent = readReference(objectAt(object, QLatin1String("dependent_service")), {});
    return {supporting.id, supporting.type, dependent.id, dependent.type, source};
}

WebhookSubscription readWebhookSubscription(const QJsonObject &object, const SourceRef &source)
{
    WebhookSubscription subscription;
    readResourceRow(subscription, object, source);
    if (subscription.name == subscription.id) { // subscriptions have a description, no name
        const QString description = textAt(object, QLatin1String("description"));
        subscription.name = description.isEmpty() ? subscription.id : description;
    }
    subscription.active = boolAt(object, QLatin1String("active")).value_or(true);
    const QJsonObject delivery = objectAt(object, QLatin1String("delivery_method"));
    subscription.deliveryType = typeWithoutReference(textAt(delivery, QLatin1String("type")));
    subscription.url = optionalTextAt(delivery, QLatin1String("url"));
    return subscription;
}

Extension readExtension(const QJsonObject &object, const SourceRef &source)
{
    Extension extension;
    readResourceRow(extension, object, source);
    extension.endpointUrl = optionalTextAt(object, QLatin1String("endpoint_url"));
    const Reference schema = readReference(objectAt(object, QLatin1String("extension_schema")), {});
    extension.schemaId = schema.id;
    extension.schemaName = schema.name;
    return extension;
}

} // namespace pdsi
