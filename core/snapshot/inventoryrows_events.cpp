// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/inventoryrows.h"

#include "core/base/jsonaccess.h"

namespace pdsi {

Incident readIncident(const QJsonObject &object, const SourceRef &source)
{
    const QLatin1String id("id");
    Incident incident;
    readResourceRow(incident, object, source);
    incident.createdAt = instantAt(object, QLatin1String("created_at")).value_or(0);
    incident.priorityId = optionalTextAt(objectAt(object, QLatin1String("priority")), id);
    incident.serviceId = textAt(objectAt(object, QLatin1String("service")), id);
    incident.status = textAt(object, QLatin1String("status"));
    return incident;
}

ChangeEvent readChangeEvent(const QJsonObject &object, const SourceRef &source)
{
    ChangeEvent event;
    readResourceRow(event, object, source);
    event.timestamp = instantAt(object, QLatin1String("timestamp")).value_or(0);
    event.serviceIds = idsOf(arrayAt(object, QLatin1String("services")));
    return event;
}

IncidentWorkflow readIncidentWorkflow(const QJsonObject &object, const SourceRef &source)
{
    IncidentWorkflow workflow;
    readResourceRow(workflow, object, source);
    workflow.enabled = boolAt(object, QLatin1String("is_enabled"));
    return workflow;
}

WorkflowTrigger readWorkflowTrigger(const QJsonObject &object, const SourceRef &source)
{
    WorkflowTrigger trigger;
    readResourceRow(trigger, object, source);
    trigger.workflowId = textAt(objectAt(object, QLatin1String("workflow")), QLatin1String("id"));
    trigger.triggerType = textAt(object, QLatin1String("trigger_type"));
    trigger.allServices = boolAt(object, QLatin1String("is_subscribed_to_all_services")).value_or(false);
    trigger.serviceIds = idsOf(arrayAt(object, QLatin1String("services")));
    trigger.disabled = boolAt(object, QLatin1String("is_disabled"));
    return trigger;
}

AuditRecord readAuditRecord(const QJsonObject &object, const SourceRef &source)
{
    AuditRecord record;
    readResourceRow(record, object, source);
    record.executedAt = instantAt(object, QLatin1String("execution_time")).value_or(0);
    const QJsonObject method = objectAt(object, QLatin1String("method"));
    record.methodType = textAt(method, QLatin1String("type"));
    record.truncatedToken = textAt(method, QLatin1String("truncated_token"));
    const Reference actor = readReference(arrayAt(object, QLatin1String("actors")).first().toObject(), {});
    record.actorId = actor.id;
    record.actorName = actor.name;
    record.actorType = actor.type;
    return record;
}

SessionConfiguration readSessionConfiguration(const QJsonObject &object, const SourceRef &source)
{
    SessionConfiguration configuration;
    readResourceRow(configuration, object, source);
    if (configuration.id.isEmpty()) // one per type and account: the type is the identity
        configuration.id = configuration.name = configuration.type;
    configuration.absoluteTtl = integerAt(object, QLatin1String("absolute_session_ttl"));
    configuration.idleTtl = integerAt(object, QLatin1String("idle_session_ttl"));
    return configuration;
}

} // namespace pdsi
