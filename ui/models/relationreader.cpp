// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/relationreader.h"

#include "ui/models/inventorykinds.h"
#include "ui/models/translate.h"

namespace pdsi {

namespace {

const auto userKind = QStringLiteral("user");
const auto teamKind = QStringLiteral("team");
const auto serviceKind = QStringLiteral("service");
const auto policyKind = QStringLiteral("escalation_policy");
const auto scheduleKind = QStringLiteral("schedule");
const auto integrationKind = QStringLiteral("integration");

QString levelNote(qsizetype level) { return tr("level %1").arg(level); }

} // namespace

RelationReader::End RelationReader::end(const Reference &reference)
{
    return {kindOfType(reference.type), reference.id, reference.name, reference.deleted};
}

void RelationReader::read()
{
    listRows();
    readUsers();
    readServices();
    readPolicies();
    readSchedules();
    readOnCalls();
    readDependencies();
    readEvents();
}

void RelationReader::relate(const End &a, Relation there, const End &b, Relation back, const QString &note)
{
    if (a.id.isEmpty() || b.id.isEmpty())
        return;
    m_into.m_edges[key(a.kind, a.id)] << RelatedResources::Edge{there, b.kind, b.id, b.name, note, b.deleted};
    m_into.m_edges[key(b.kind, b.id)] << RelatedResources::Edge{back, a.kind, a.id, a.name, note, a.deleted};
}

template<typename Rows>
void RelationReader::list(const QString &kind, const Rows &rows)
{
    for (const ResourceRow &row : rows) {
        if (!row.id.isEmpty() && !m_into.m_rows.contains(key(kind, row.id)))
            m_into.m_rows.insert(key(kind, row.id), &row);
    }
}

void RelationReader::listRows()
{
    const Inventory &in = m_inventory;
    list(userKind, in.users);
    list(teamKind, in.teams);
    list(serviceKind, in.services);
    list(policyKind, in.policies);
    list(scheduleKind, in.schedules);
    list(QStringLiteral("business_service"), in.businessServices);
    list(QStringLiteral("webhook_subscription"), in.webhookSubscriptions);
    list(QStringLiteral("extension"), in.extensions);
    list(QStringLiteral("priority"), in.priorities);
    list(QStringLiteral("incident"), in.incidents);
    list(QStringLiteral("change_event"), in.changeEvents);
    list(QStringLiteral("incident_workflow"), in.workflows);
    list(QStringLiteral("workflow_trigger"), in.triggers);
    list(QStringLiteral("session_configuration"), in.sessionConfigurations);
    for (const auto *records : {&in.auditRecent, &in.auditHistory, &in.auditTokensRecent, &in.auditTokensOld})
        list(QStringLiteral("audit_record"), *records);
    for (const Service &service : in.services) {
        if (service.integrations)
            list(integrationKind, *service.integrations);
    }
    for (const GenericResource &other : in.others) {
        const QString kind = kindOfClassName(other.className);
        if (!other.id.isEmpty() && !m_into.m_rows.contains(key(kind, other.id)))
            m_into.m_rows.insert(key(kind, other.id), &other);
    }
}

void RelationReader::readUsers()
{
    for (const User &user : m_inventory.users) {
        for (const QString &team : user.teamIds.value_or(QStringList()))
            relate(end(userKind, user.id), Relation::Teams, end(teamKind, team), Relation::Members);
    }
}

void RelationReader::readServices()
{
    for (const Service &service : m_inventory.services) {
        const End self = end(serviceKind, service.id);
        if (service.escalationPolicy) {
            End policy = end(*service.escalationPolicy);
            policy.kind = policyKind;
            relate(self, Relation::Policy, policy, Relation::Services);
        }
        for (const QString &team : service.teamIds)
            relate(self, Relation::Teams, end(teamKind, team), Relation::Services);
        if (!service.integrations)
            continue;
        for (const Integration &integration : *service.integrations) {
            relate(self, Relation::Integrations, end(integrationKind, integration.id), Relation::Service);
            m_into.m_serviceOfIntegration.insert(integration.id, service.id);
        }
    }
}

void RelationReader::readPolicies()
{
    for (const EscalationPolicy &policy : m_inventory.policies) {
        const End self = end(policyKind, policy.id);
        for (size_t level = 0; level < policy.rules.size(); ++level) {
            for (const Reference &target : policy.rules[level].targets)
                relate(self, Relation::Targets, end(target), Relation::Policies, levelNote(qsizetype(level) + 1));
        }
        // The service's own reference is read above; this one finds services whose list was cut short.
        for (const QString &service : policy.serviceIds)
            relate(self, Relation::Services, end(serviceKind, service), Relation::Policy);
        for (const QString &team : policy.teamIds)
            relate(self, Relation::Teams, end(teamKind, team), Relation::Policies);
    }
}

void RelationReader::readSchedules()
{
    for (const Schedule &schedule : m_inventory.schedules) {
        for (const ScheduleLayer &layer : schedule.layers) {
            for (const Reference &user : layer.users)
                relate(end(scheduleKind, schedule.id), Relation::Members, end(user), Relation::Schedules, layer.name);
        }
    }
}

void RelationReader::readOnCalls()
{
    for (const OnCall &onCall : m_inventory.onCalls)
        relate(end(policyKind, onCall.policyId), Relation::OnCallNow, end(userKind, onCall.userId), Relation::OnCallFor,
               levelNote(onCall.level));
}

void RelationReader::readDependencies()
{
    for (const ServiceDependency &dependency : m_inventory.dependencies)
        relate(end(kindOfType(dependency.dependentType), dependency.dependentId), Relation::DependsOn,
               end(kindOfType(dependency.supportingType), dependency.supportingId), Relation::NeededBy);
}

void RelationReader::readEvents()
{
    const auto incidentKind = QStringLiteral("incident"), triggerKind = QStringLiteral("workflow_trigger");
    for (const Incident &incident : m_inventory.incidents) {
        relate(end(incidentKind, incident.id), Relation::Service, end(serviceKind, incident.serviceId), Relation::Incidents);
        if (incident.priorityId)
            relate(end(incidentKind, incident.id), Relation::Priority, end(QStringLiteral("priority"), *incident.priorityId),
                   Relation::Incidents);
    }
    for (const ChangeEvent &event : m_inventory.changeEvents) {
        for (const QString &service : event.serviceIds)
            relate(end(QStringLiteral("change_event"), event.id), Relation::Services, end(serviceKind, service),
                   Relation::ChangeEvents);
    }
    for (const WorkflowTrigger &trigger : m_inventory.triggers) {
        relate(end(triggerKind, trigger.id), Relation::Workflow, end(QStringLiteral("incident_workflow"), trigger.workflowId),
               Relation::Triggers);
        for (const QString &service : trigger.serviceIds)
            relate(end(triggerKind, trigger.id), Relation::Services, end(serviceKind, service), Relation::Triggers);
    }
    for (const auto *records : {&m_inventory.auditRecent, &m_inventory.auditHistory, &m_inventory.auditTokensRecent,
                                &m_inventory.auditTokensOld}) {
        for (const AuditRecord &record : *records) {
            const QString kind = kindOfType(record.actorType);
            m_into.m_edges[key(QStringLiteral("audit_record"), record.id)]
                << RelatedResources::Edge{Relation::Actor, kind, record.actorId, record.actorName, {}, false};
        }
    }
}

} // namespace pdsi
