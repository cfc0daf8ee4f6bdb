// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/inventorycells.h"

#include "ui/models/collectionwords.h"
#include "ui/models/translate.h"
#include "ui/models/words.h"

#include <algorithm>

namespace pdsi {

namespace {

QString notRead() { return tr("not read"); }
QString none() { return tr("none"); }

template<typename Row>
QString nameOr(const Row *row, const QString &id)
{
    return row ? row->name : id;
}

QString teamNames(const Inventory &inventory, const User &user)
{
    if (!user.teamIds)
        return notRead();
    QStringList names;
    for (const QString &id : *user.teamIds)
        names << nameOr(inventory.team(id), id);
    return names.isEmpty() ? none() : names.join(QLatin1String(", "));
}

QString whenOr(const std::optional<Instant> &instant, const QString &otherwise)
{
    return instant ? formatInstant(*instant) : otherwise;
}

} // namespace

QString yesNo(const std::optional<bool> &value)
{
    if (!value)
        return tr("not said");
    return *value ? tr("yes") : tr("no");
}

QString whenWords(Instant instant) { return instant == 0 ? tr("not said") : formatInstant(instant); }

QString serviceName(const Inventory &inventory, const QString &id)
{
    if (const Service *service = inventory.service(id))
        return service->name;
    const auto &business = inventory.businessServices;
    const auto found = std::find_if(business.begin(), business.end(), [&](const BusinessService &b) { return b.id == id; });
    return found == business.end() ? id : found->name;
}

QString methodWords(const User &user)
{
    if (!user.contactMethods)
        return notRead();
    QStringList words;
    for (const ContactMethod &method : *user.contactMethods) {
        QString type = method.type;
        type.remove(QLatin1String("_contact_method")).remove(QLatin1String("_notification"));
        if (!words.contains(type))
            words << type;
    }
    return words.isEmpty() ? none() : words.join(QLatin1String(", "));
}

QStringList userColumns()
{
    return {tr("Name"), tr("Role"), tr("E-mail"), tr("Teams"), tr("Contact methods"), tr("Created by SSO"), tr("ID")};
}

Cells userCells(const Inventory &inventory, const User &user)
{
    return {user.name, user.role, user.email, teamNames(inventory, user), methodWords(user), yesNo(user.createdViaSso), user.id};
}

QStringList serviceColumns()
{
    return {tr("Name"), tr("Status"), tr("Escalation policy"), tr("Integrations"), tr("ID")};
}

Cells serviceCells(const Service &service)
{
    const auto &policy = service.escalationPolicy;
    return {service.name, service.status, policy ? (policy->name.isEmpty() ? policy->id : policy->name) : none(),
            service.integrations ? QVariant(qint64(service.integrations->size())) : QVariant(notRead()), service.id};
}

QStringList policyColumns() { return {tr("Name"), tr("Levels"), tr("Repeats"), tr("Services"), tr("Teams"), tr("ID")}; }

Cells policyCells(const EscalationPolicy &policy)
{
    return {policy.name, qint64(policy.rules.size()), qint64(policy.numLoops), qint64(policy.serviceIds.size()),
            qint64(policy.teamIds.size()), policy.id};
}

QStringList scheduleColumns()
{
    return {tr("Name"), tr("Generation"), tr("Time zone"), tr("Layers"), tr("Rendered until"), tr("ID")};
}

Cells scheduleCells(const Schedule &schedule)
{
    const bool shifts = schedule.generation == ScheduleGeneration::ShiftBased;
    return {schedule.name, shifts ? tr("shift-based") : tr("layer-based"), schedule.timeZone,
            schedule.layersKnown ? QVariant(qint64(schedule.layers.size())) : QVariant(notRead()),
            schedule.finalEntries ? formatInstant(schedule.renderedUntil) : tr("not rendered"), schedule.id};
}

QStringList webhookColumns() { return {tr("Name"), tr("Active"), tr("Address"), tr("ID")}; }

Cells webhookCells(const WebhookSubscription &webhook)
{
    return {webhook.name, yesNo(webhook.active), webhook.url.value_or(none()), webhook.id};
}

QStringList extensionColumns() { return {tr("Name"), tr("Schema"), tr("Address"), tr("ID")}; }

Cells extensionCells(const Extension &extension)
{
    return {extension.name, extension.schemaName, extension.endpointUrl.value_or(none()), extension.id};
}

QStringList triggerColumns() { return {tr("Name"), tr("Type"), tr("Services"), tr("Disabled"), tr("ID")}; }

Cells triggerCells(const WorkflowTrigger &trigger)
{
    return {trigger.name, trigger.triggerType,
            trigger.allServices ? QVariant(tr("all")) : QVariant(qint64(trigger.serviceIds.size())), yesNo(trigger.disabled),
            trigger.id};
}

QStringList incidentColumns() { return {tr("Created"), tr("Service"), tr("Status"), tr("Priority"), tr("ID")}; }

Cells incidentCells(const Inventory &inventory, const Incident &incident)
{
    const auto named = [&](const Priority &priority) { return priority.id == incident.priorityId.value_or(QString()); };
    const auto found = std::find_if(inventory.priorities.begin(), inventory.priorities.end(), named);
    const QString priority = found != inventory.priorities.end() ? found->name : incident.priorityId.value_or(none());
    return {whenWords(incident.createdAt), serviceName(inventory, incident.serviceId), incident.status, priority, incident.id};
}

Cells changeEventCells(const Inventory &inventory, const ChangeEvent &event)
{
    QStringList names;
    for (const QString &id : event.serviceIds)
        names << serviceName(inventory, id);
    return {whenWords(event.timestamp), names.isEmpty() ? none() : names.join(QLatin1String(", ")), event.id};
}

Cells onCallCells(const Inventory &inventory, const OnCall &onCall)
{
    return {nameOr(inventory.policy(onCall.policyId), onCall.policyId), qint64(onCall.level),
            nameOr(inventory.user(onCall.userId), onCall.userId),
            onCall.scheduleId.isEmpty() ? tr("directly") : nameOr(inventory.schedule(onCall.scheduleId), onCall.scheduleId),
            whenOr(onCall.start, tr("always")), whenOr(onCall.end, tr("open"))};
}

Cells sessionCells(const SessionConfiguration &configuration)
{
    const auto words = [](const std::optional<qint64> &seconds) { return seconds ? durationWords(*seconds) : none(); };
    return {configuration.type, words(configuration.absoluteTtl), words(configuration.idleTtl)};
}

Cells workflowCells(const IncidentWorkflow &workflow) { return {workflow.name, yesNo(workflow.enabled), workflow.id}; }
Cells teamCells(const Team &team) { return {team.name, team.defaultRole, team.id}; }
Cells nameCells(const ResourceRow &row) { return {row.name, row.id}; }

} // namespace pdsi
