// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/inventorytable.h"

#include "ui/models/inventorycells.h"
#include "ui/models/inventorykinds.h"
#include "ui/models/translate.h"

#include <QSet>

namespace pdsi {

namespace {

template<typename Rows, typename Cells>
InventoryTable listed(QStringList columns, const Rows &rows, Cells cellsOf)
{
    InventoryTable table{std::move(columns), {}};
    table.rows.reserve(qsizetype(std::size(rows)));
    for (const auto &row : rows)
        table.rows << InventoryRow{row.id, row.htmlUrl, cellsOf(row)};
    return table;
}

InventoryTable integrations(const Inventory &inventory)
{
    InventoryTable table{{tr("Name"), tr("Type"), tr("Service"), tr("ID")}, {}};
    for (const Service &service : inventory.services) {
        if (!service.integrations)
            continue;
        for (const Integration &integration : *service.integrations)
            table.rows << InventoryRow{integration.id, integration.htmlUrl,
                                       {integration.name, integration.type, service.name, integration.id}};
    }
    return table;
}

InventoryTable onCalls(const Inventory &inventory)
{
    InventoryTable table{{tr("Escalation policy"), tr("Level"), tr("User"), tr("Schedule"), tr("From"), tr("Until")}, {}};
    for (const OnCall &onCall : inventory.onCalls)
        table.rows << InventoryRow{{}, {}, onCallCells(inventory, onCall)};
    return table;
}

InventoryTable dependencies(const Inventory &inventory)
{
    InventoryTable table{{tr("Service"), tr("Depends on")}, {}};
    for (const ServiceDependency &dependency : inventory.dependencies)
        table.rows << InventoryRow{{}, {}, {serviceName(inventory, dependency.dependentId), serviceName(inventory, dependency.supportingId)}};
    return table;
}

InventoryTable auditRecords(const Inventory &inventory)
{
    InventoryTable table{{tr("When"), tr("Who"), tr("How"), tr("Key"), tr("ID")}, {}};
    QSet<QString> seen;
    for (const auto *records : {&inventory.auditRecent, &inventory.auditHistory, &inventory.auditTokensRecent, &inventory.auditTokensOld}) {
        for (const AuditRecord &record : *records) {
            // The four lists overlap.
            if (!record.id.isEmpty() && seen.contains(record.id))
                continue;
            seen.insert(record.id);
            table.rows << InventoryRow{record.id, record.htmlUrl,
                                       {whenWords(record.executedAt), record.actorName, record.methodType, record.truncatedToken,
                                        record.id}};
        }
    }
    return table;
}

InventoryTable abilities(const Inventory &inventory)
{
    InventoryTable table{{tr("Ability")}, {}};
    for (const QString &ability : inventory.abilities)
        table.rows << InventoryRow{{}, {}, {ability}};
    return table;
}

/// The inventory keeps their names only: there is no page about one.
InventoryTable extensionSchemas(const Inventory &inventory)
{
    InventoryTable table{{tr("Name"), tr("ID")}, {}};
    QStringList ids = inventory.extensionSchemaNames.keys();
    ids.sort();
    for (const QString &id : std::as_const(ids))
        table.rows << InventoryRow{{}, {}, {inventory.extensionSchemaNames.value(id), id}};
    return table;
}

/// Kinds that no control judges: what they are called is all there is to show.
InventoryTable others(const Inventory &inventory, const QString &kind)
{
    InventoryTable table{{tr("Name"), tr("Type"), tr("ID")}, {}};
    for (const GenericResource &other : inventory.others) {
        if (kindOfClassName(other.className) == kind)
            table.rows << InventoryRow{other.id, other.htmlUrl, {other.name, other.type, other.id}};
    }
    return table;
}

using Make = InventoryTable (*)(const Inventory &);

const QHash<QString, Make> &makers()
{
    static const QHash<QString, Make> all{
        {QStringLiteral("user"), [](const Inventory &in) { return listed(userColumns(), in.users, [&](const User &r) { return userCells(in, r); }); }},
        {QStringLiteral("team"), [](const Inventory &in) { return listed({tr("Name"), tr("Default role"), tr("ID")}, in.teams, teamCells); }},
        {QStringLiteral("service"), [](const Inventory &in) { return listed(serviceColumns(), in.services, serviceCells); }},
        {QStringLiteral("integration"), integrations},
        {QStringLiteral("escalation_policy"), [](const Inventory &in) { return listed(policyColumns(), in.policies, policyCells); }},
        {QStringLiteral("schedule"), [](const Inventory &in) { return listed(scheduleColumns(), in.schedules, scheduleCells); }},
        {QStringLiteral("oncall"), onCalls},
        {QStringLiteral("business_service"), [](const Inventory &in) { return listed({tr("Name"), tr("ID")}, in.businessServices, nameCells); }},
        {QStringLiteral("service_dependency"), dependencies},
        {QStringLiteral("webhook_subscription"), [](const Inventory &in) { return listed(webhookColumns(), in.webhookSubscriptions, webhookCells); }},
        {QStringLiteral("extension"), [](const Inventory &in) { return listed(extensionColumns(), in.extensions, extensionCells); }},
        {QStringLiteral("extension_schema"), extensionSchemas},
        {QStringLiteral("incident_workflow"), [](const Inventory &in) { return listed({tr("Name"), tr("Enabled"), tr("ID")}, in.workflows, workflowCells); }},
        {QStringLiteral("workflow_trigger"), [](const Inventory &in) { return listed(triggerColumns(), in.triggers, triggerCells); }},
        {QStringLiteral("priority"), [](const Inventory &in) { return listed({tr("Name"), tr("ID")}, in.priorities, nameCells); }},
        {QStringLiteral("incident"), [](const Inventory &in) { return listed(incidentColumns(), in.incidents, [&](const Incident &r) { return incidentCells(in, r); }); }},
        {QStringLiteral("change_event"), [](const Inventory &in) { return listed({tr("When"), tr("Services"), tr("ID")}, in.changeEvents, [&](const ChangeEvent &r) { return changeEventCells(in, r); }); }},
        {QStringLiteral("audit_record"), auditRecords},
        {QStringLiteral("session_configuration"), [](const Inventory &in) { return listed({tr("Kind of session"), tr("Ends after"), tr("Ends when idle for")}, in.sessionConfigurations, sessionCells); }},
        {QStringLiteral("ability"), abilities},
    };
    return all;
}

} // namespace

InventoryTable inventoryTable(const Inventory &inventory, const QString &kind)
{
    if (const Make make = makers().value(kind))
        return make(inventory);
    return inventoryKind(kind) ? others(inventory, kind) : InventoryTable();
}

qsizetype inventoryCount(const Inventory &inventory, const QString &kind)
{
    const auto size = [](const auto &rows) { return qsizetype(std::size(rows)); };
    if (kind == QLatin1String("user"))
        return size(inventory.users);
    if (kind == QLatin1String("service"))
        return size(inventory.services);
    if (kind == QLatin1String("incident"))
        return size(inventory.incidents);
    return inventoryTable(inventory, kind).rows.size();
}

} // namespace pdsi
