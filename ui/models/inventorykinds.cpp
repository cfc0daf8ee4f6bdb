// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/inventorykinds.h"

#include "ui/models/translate.h"

#include <algorithm>

namespace pdsi {

namespace {

QList<InventoryKind> peopleAndPaths()
{
    using C = ResourceClass;
    return {
        {QStringLiteral("user"), tr("Users"), {C::Users}, {C::ContactMethods, C::NotificationRules}},
        {QStringLiteral("team"), tr("Teams"), {C::Teams}, {C::TeamMembers}},
        {QStringLiteral("service"), tr("Services"), {C::Services}},
        {QStringLiteral("integration"), tr("Integrations"), {}, {C::Services, C::Integrations}},
        {QStringLiteral("escalation_policy"), tr("Escalation policies"), {C::EscalationPolicies}},
        {QStringLiteral("schedule"), tr("Schedules"), {C::Schedules, C::SchedulesV3}},
        {QStringLiteral("oncall"), tr("On-call entries"), {C::OnCalls}},
        {QStringLiteral("business_service"), tr("Business services"), {C::BusinessServices}},
        {QStringLiteral("service_dependency"), tr("Dependencies"), {C::BusinessDependencies, C::ServiceDependencies}},
        {QStringLiteral("webhook_subscription"), tr("Webhooks"), {C::WebhookSubscriptions}},
        {QStringLiteral("extension"), tr("Extensions"), {C::Extensions}},
        {QStringLiteral("extension_schema"), tr("Extension schemas"), {C::ExtensionSchemas}},
        {QStringLiteral("addon"), tr("Add-ons"), {C::Addons}},
    };
}

QList<InventoryKind> eventsAndSettings()
{
    using C = ResourceClass;
    return {
        {QStringLiteral("incident_workflow"), tr("Incident workflows"), {C::IncidentWorkflows}},
        {QStringLiteral("workflow_trigger"), tr("Workflow triggers"), {C::WorkflowTriggers}},
        {QStringLiteral("priority"), tr("Priorities"), {C::Priorities}},
        {QStringLiteral("incident"), tr("Incidents"), {C::Incidents}},
        {QStringLiteral("change_event"), tr("Change events"), {C::ChangeEvents}},
        {QStringLiteral("audit_record"), tr("Audit records"),
         {C::AuditRecent, C::AuditHistory, C::AuditTokensRecent, C::AuditTokensOld}},
        {QStringLiteral("oauth_delegation"), tr("OAuth delegations"), {C::OAuthDelegations}},
        {QStringLiteral("session_configuration"), tr("Session limits"), {C::SessionConfigurations}},
        {QStringLiteral("ip_allow_list"), tr("IP allow lists"), {C::IpAllowLists}},
        {QStringLiteral("ability"), tr("Abilities"), {C::Abilities}},
        {QStringLiteral("license"), tr("Licences"), {C::Licenses}},
        {QStringLiteral("standards_score"), tr("Standards scores"), {C::StandardsScores}},
        {QStringLiteral("maintenance_window"), tr("Maintenance windows"), {C::MaintenanceWindows}},
        {QStringLiteral("tag"), tr("Tags"), {C::Tags}},
        {QStringLiteral("vendor"), tr("Vendors"), {C::Vendors}},
        {QStringLiteral("log_entry"), tr("Log entries"), {C::LogEntries}},
        {QStringLiteral("analytics"), tr("Analytics"), {C::Analytics}},
    };
}

/// How little a state lets one claim; more is worse.
int weight(const ResourceClassState &state)
{
    switch (state.state) {
    case CollectionState::Complete: return 0;
    case CollectionState::NotCollected: return 1;
    case CollectionState::Unavailable: return 2;
    case CollectionState::Partial: return 3;
    case CollectionState::Denied: return 4;
    case CollectionState::Failed: return 5;
    }
    return 5;
}

} // namespace

const QList<InventoryKind> &inventoryKinds()
{
    static const QList<InventoryKind> kinds = peopleAndPaths() + eventsAndSettings();
    return kinds;
}

const InventoryKind *inventoryKind(const QString &kind)
{
    const QList<InventoryKind> &kinds = inventoryKinds();
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const InventoryKind &k) { return k.kind == kind; });
    return found == kinds.end() ? nullptr : &*found;
}

QString kindOfType(const QString &type)
{
    if (type == QLatin1String("schedule_v3"))
        return QStringLiteral("schedule");
    if (type == QLatin1String("technical_service"))
        return QStringLiteral("service");
    return type.endsWith(QLatin1String("integration")) ? QStringLiteral("integration") : type;
}

QString kindOfClassName(const QString &className)
{
    if (className == QLatin1String("log_entries"))
        return QStringLiteral("log_entry");
    return className.endsWith(QLatin1Char('s')) && className != QLatin1String("analytics") ? className.chopped(1) : className;
}

ResourceClassState stateOf(const InventoryKind &kind, const Inventory &inventory)
{
    const QList<ResourceClass> all = kind.classes + kind.supporting;
    ResourceClassState worst = inventory.state(all.first());
    for (const ResourceClass c : all) {
        const ResourceClassState &state = inventory.state(c);
        if (state.state != CollectionState::NotCollected && weight(state) > weight(worst))
            worst = state;
    }
    return worst;
}

} // namespace pdsi
