// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/inventorybuilder.h"

#include "core/snapshot/memorybodysource.h"

namespace pdsi {

namespace {

int requestIdOf(ResourceClass c) { return static_cast<int>(c) + 1; }

SourceRef below(const SourceRef &row, const char *list, size_t index)
{
    return {row.requestId, row.pointer + QLatin1String(list) + QLatin1Char('/') + QString::number(index)};
}

} // namespace

InventoryBuilder::InventoryBuilder()
{
    m_inventory.m_info.account.baseUrl = QStringLiteral("https://api.example.test");
    m_inventory.m_info.asOf = now;
    m_inventory.keyScope = KeyScope::Account;
    m_inventory.subdomain = QStringLiteral("lumen");
    m_inventory.abilities = {QStringLiteral("sso"), QStringLiteral("teams"), QStringLiteral("urgencies")};
    m_inventory.abilitiesSource = {requestIdOf(ResourceClass::Abilities), QStringLiteral("/abilities")};
    for (int i = 0; i < resourceClassCount; ++i) {
        const auto c = static_cast<ResourceClass>(i);
        ResourceClassState state;
        state.resourceClass = c;
        state.state = CollectionState::Complete;
        m_inventory.m_states.append(state);
        m_inventory.m_requestIds.append(QList<int>{requestIdOf(c)});
    }
    m_inventory.m_info.states = m_inventory.m_states;
    QList<RequestRecord> log;
    for (int i = 0; i < resourceClassCount; ++i) {
        RequestRecord record;
        record.id = i + 1;
        record.resourceClass = static_cast<ResourceClass>(i);
        record.status = 200;
        log.append(record);
    }
    m_inventory.m_snapshot =
        std::make_shared<const Snapshot>(m_inventory.m_info, log, QHash<int, QList<RemovedField>>(),
                                         std::make_shared<const MemoryBodySource>(QHash<int, QByteArray>()));
}

template<typename Row>
Row &InventoryBuilder::add(std::vector<Row> &rows, ResourceClass c, const char *list, const QString &id,
                           const char *type)
{
    Row row;
    row.source = below({requestIdOf(c), {}}, list, rows.size());
    row.id = id;
    row.name = id;
    row.type = QLatin1String(type);
    rows.push_back(std::move(row));
    return rows.back();
}

Reference InventoryBuilder::reference(const QString &id, const QString &type, const QString &pointer)
{
    Reference made;
    made.id = id;
    made.type = type;
    made.pointer = pointer;
    return made;
}

ContactMethod InventoryBuilder::contactMethod(const QString &id, const QString &type)
{
    ContactMethod method;
    method.id = id;
    method.type = type;
    return method;
}

User &InventoryBuilder::user(const QString &id, const QString &role)
{
    User &row = add(m_inventory.users, ResourceClass::Users, "/users", id, "user");
    row.role = role;
    row.teamIds = QStringList{QStringLiteral("PTEAM1")};
    ContactMethod mail = contactMethod(id + QStringLiteral("-mail"), QStringLiteral("email_contact_method"));
    ContactMethod phone = contactMethod(id + QStringLiteral("-phone"), QStringLiteral("phone_contact_method"));
    mail.source = below(row.source, "/contact_methods", 0);
    phone.source = below(row.source, "/contact_methods", 1);
    row.contactMethods = std::vector{mail, phone};
    NotificationRule rule;
    rule.urgency = QStringLiteral("high");
    rule.contactMethodId = phone.id;
    rule.source = below(row.source, "/notification_rules", 0);
    row.notificationRules = std::vector{rule};
    return row;
}

Service &InventoryBuilder::service(const QString &id, const QString &policyId)
{
    Service &row = add(m_inventory.services, ResourceClass::Services, "/services", id, "service");
    row.status = QStringLiteral("active");
    if (!policyId.isEmpty())
        row.escalationPolicy = reference(policyId, QStringLiteral("escalation_policy"),
                                         row.source.pointer + QStringLiteral("/escalation_policy"));
    row.acknowledgementTimeout = 1800;
    row.autoResolveTimeout = 14'400;
    row.urgencyRule.type = QStringLiteral("constant");
    row.urgencyRule.urgency = QStringLiteral("high");
    row.integrations = std::vector<Integration>();
    return row;
}

EscalationPolicy &InventoryBuilder::policy(const QString &id, const QList<QStringList> &rules)
{
    EscalationPolicy &row =
        add(m_inventory.policies, ResourceClass::EscalationPolicies, "/escalation_policies", id, "escalation_policy");
    for (const QStringList &targets : rules) {
        EscalationRule rule;
        rule.pointer = below(row.source, "/escalation_rules", row.rules.size()).pointer;
        for (const QString &target : targets)
            rule.targets.push_back(reference(
                target, target.startsWith(QLatin1String("PSCH")) ? QStringLiteral("schedule") : QStringLiteral("user"),
                rule.pointer + QStringLiteral("/targets/%1").arg(rule.targets.size())));
        row.rules.push_back(rule);
    }
    return row;
}

Schedule &InventoryBuilder::schedule(const QString &id, const QStringList &userIds)
{
    Schedule &row = add(m_inventory.schedules, ResourceClass::Schedules, "/schedules", id, "schedule");
    row.layersKnown = true;
    ScheduleLayer layer;
    layer.pointer = below(row.source, "/schedule_layers", 0).pointer;
    for (const QString &userId : userIds)
        layer.users.push_back(reference(userId, QStringLiteral("user"),
                                        layer.pointer + QStringLiteral("/users/%1/user").arg(layer.users.size())));
    row.layers.push_back(layer);
    row.finalEntries = std::vector<ScheduleEntry>();
    row.renderedFrom = now;
    row.renderedUntil = now + 30 * secondsPerDay;
    row.finalSource = {row.source.requestId, row.source.pointer + QStringLiteral("/final_schedule")};
    return row;
}

void InventoryBuilder::entry(Schedule &schedule, Instant from, Instant until, const QString &userId)
{
    ScheduleEntry made;
    made.start = now + from;
    made.end = now + until;
    made.userId = userId;
    schedule.finalEntries->push_back(made);
}

Integration InventoryBuilder::integration(const QString &id, const QString &type)
{
    Integration made;
    made.source = {requestIdOf(ResourceClass::Services), QStringLiteral("/services/0/integrations/0")};
    made.id = id;
    made.name = id;
    made.type = type;
    return made;
}

BusinessService &InventoryBuilder::businessService(const QString &id)
{
    return add(m_inventory.businessServices, ResourceClass::BusinessServices, "/business_services", id,
               "business_service");
}

void InventoryBuilder::dependency(const QString &supporting, const QString &dependent)
{
    const auto typeOf = [](const QString &id) {
        return id.startsWith(QLatin1String("PBS")) ? QStringLiteral("business_service") : QStringLiteral("service");
    };
    ServiceDependency edge;
    edge.supportingId = supporting;
    edge.supportingType = typeOf(supporting);
    edge.dependentId = dependent;
    edge.dependentType = typeOf(dependent);
    edge.source = below({requestIdOf(ResourceClass::BusinessDependencies), {}}, "/relationships",
                        m_inventory.dependencies.size());
    m_inventory.dependencies.push_back(edge);
}

WebhookSubscription &InventoryBuilder::webhook(const QString &id, const QString &url)
{
    WebhookSubscription &row = add(m_inventory.webhookSubscriptions, ResourceClass::WebhookSubscriptions,
                                   "/webhook_subscriptions", id, "webhook_subscription");
    row.deliveryType = QStringLiteral("http_delivery_method");
    row.url = url;
    return row;
}

Extension &InventoryBuilder::extension(const QString &id, const QString &url, const QString &schemaName)
{
    Extension &row = add(m_inventory.extensions, ResourceClass::Extensions, "/extensions", id, "extension");
    row.endpointUrl = url;
    row.schemaId = QStringLiteral("PSCHEMA");
    row.schemaName = schemaName;
    return row;
}

Priority &InventoryBuilder::priority(const QString &id)
{
    return add(m_inventory.priorities, ResourceClass::Priorities, "/priorities", id, "priority");
}

Incident &InventoryBuilder::incident(const QString &id, Instant age, const QString &priorityId)
{
    Incident &row = add(m_inventory.incidents, ResourceClass::Incidents, "/incidents", id, "incident");
    row.createdAt = now - age;
    if (!priorityId.isEmpty())
        row.priorityId = priorityId;
    return row;
}

ChangeEvent &InventoryBuilder::changeEvent(const QString &id, Instant age, const QStringList &serviceIds)
{
    ChangeEvent &row = add(m_inventory.changeEvents, ResourceClass::ChangeEvents, "/change_events", id, "change_event");
    row.timestamp = now - age;
    row.serviceIds = serviceIds;
    return row;
}

IncidentWorkflow &InventoryBuilder::workflow(const QString &id)
{
    IncidentWorkflow &row =
        add(m_inventory.workflows, ResourceClass::IncidentWorkflows, "/incident_workflows", id, "incident_workflow");
    row.enabled = true;
    return row;
}

WorkflowTrigger &InventoryBuilder::trigger(const QString &id, const QString &workflowId, const QStringList &serviceIds)
{
    WorkflowTrigger &row =
        add(m_inventory.triggers, ResourceClass::WorkflowTriggers, "/triggers", id, "workflow_trigger");
    row.workflowId = workflowId;
    row.serviceIds = serviceIds;
    return row;
}

AuditRecord &InventoryBuilder::audit(std::vector<AuditRecord> Inventory::*list, Instant age, const QString &actorId,
                                     const QString &token)
{
    const ResourceClass c = list == &Inventory::auditRecent ? ResourceClass::AuditRecent
        : list == &Inventory::auditHistory                  ? ResourceClass::AuditHistory
        : list == &Inventory::auditTokensRecent             ? ResourceClass::AuditTokensRecent
                                                            : ResourceClass::AuditTokensOld;
    auto &rows = m_inventory.*list;
    AuditRecord &row = add(rows, c, "/records", QStringLiteral("AUD%1").arg(rows.size()), "audit_record");
    row.executedAt = now - age;
    row.methodType = token.isEmpty() ? QStringLiteral("browser") : QStringLiteral("api_token");
    row.truncatedToken = token;
    row.actorId = actorId;
    row.actorName = actorId;
    return row;
}

void InventoryBuilder::setState(ResourceClass c, CollectionState state, ReasonCode reason)
{
    ResourceClassState &line = m_inventory.m_states[static_cast<int>(c)];
    line.state = state;
    line.reason = reason;
    if (state == CollectionState::Complete)
        line.reason.reset();
    m_inventory.m_info.states = m_inventory.m_states;
}

void InventoryBuilder::setReportedTotal(ResourceClass c, qint64 total)
{
    m_inventory.m_states[static_cast<int>(c)].reportedTotal = total;
}

void InventoryBuilder::lose(ResourceClass c, CollectionState state, ReasonCode reason)
{
    setState(c, state, reason);
    Inventory &in = m_inventory;
    const auto keepOnly = [&in](ScheduleGeneration generation) {
        std::erase_if(in.schedules, [&](const Schedule &s) { return s.generation != generation; });
    };
    switch (c) {
    case ResourceClass::Abilities:
        in.abilities.clear();
        in.abilitiesSource = {};
        break;
    case ResourceClass::Users: in.users.clear(); break;
    case ResourceClass::Services: in.services.clear(); break;
    case ResourceClass::EscalationPolicies: in.policies.clear(); break;
    case ResourceClass::Schedules: keepOnly(ScheduleGeneration::ShiftBased); break;
    case ResourceClass::SchedulesV3: keepOnly(ScheduleGeneration::LayerBased); break;
    case ResourceClass::BusinessServices: in.businessServices.clear(); break;
    case ResourceClass::BusinessDependencies:
        in.dependencies.clear();
        in.dependenciesReadFor.clear();
        break;
    case ResourceClass::ServiceDependencies: in.dependenciesReadFor.clear(); break;
    case ResourceClass::WebhookSubscriptions: in.webhookSubscriptions.clear(); break;
    case ResourceClass::Extensions: in.extensions.clear(); break;
    case ResourceClass::Priorities: in.priorities.clear(); break;
    case ResourceClass::Incidents: in.incidents.clear(); break;
    case ResourceClass::ChangeEvents: in.changeEvents.clear(); break;
    case ResourceClass::IncidentWorkflows: in.workflows.clear(); break;
    case ResourceClass::WorkflowTriggers: in.triggers.clear(); break;
    case ResourceClass::AuditRecent: in.auditRecent.clear(); break;
    case ResourceClass::AuditHistory: in.auditHistory.clear(); break;
    case ResourceClass::AuditTokensRecent: in.auditTokensRecent.clear(); break;
    case ResourceClass::AuditTokensOld: in.auditTokensOld.clear(); break;
    default: break;
    }
}

void InventoryBuilder::answer(ResourceClass c, int status, RequestResult result)
{
    QList<RequestRecord> log = m_inventory.requests();
    RequestRecord &record = log[requestIdOf(c) - 1];
    record.status = status;
    record.result = result;
    m_inventory.m_snapshot =
        std::make_shared<const Snapshot>(m_inventory.m_info, log, QHash<int, QList<RemovedField>>(),
                                         std::make_shared<const MemoryBodySource>(QHash<int, QByteArray>()));
}

std::shared_ptr<const Inventory> InventoryBuilder::build() const
{
    auto inventory = std::make_shared<Inventory>(m_inventory);
    inventory->indexRows();
    return inventory;
}

} // namespace pdsi
