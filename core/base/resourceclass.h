// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace pdsi {

/// A class of resources as it is collected and reported under `collection.resources[].kind`.
/// One class is one question to the account: "all users", "audit records of the latest 31 days".
enum class ResourceClass : quint8 {
    SignIn,                 ///< sign_in: GET /users/me
    Abilities,              ///< abilities
    Users,                  ///< users (with contact methods, notification rules, teams)
    ContactMethods,         ///< contact_methods: per-user fallback only; otherwise inside users
    NotificationRules,      ///< notification_rules: per-user fallback only; otherwise inside users
    Teams,                  ///< teams
    TeamMembers,            ///< team_members: on demand
    Services,               ///< services (with integrations)
    Integrations,           ///< integrations: per-id fallback only; otherwise inside services
    EscalationPolicies,     ///< escalation_policies
    Schedules,              ///< schedules: layer-based, rendered over the window
    SchedulesV3,            ///< schedules_v3: shift-based, list and one detail each
    OnCalls,                ///< oncalls: current
    BusinessServices,       ///< business_services
    BusinessDependencies,   ///< business_service_dependencies
    ServiceDependencies,    ///< service_dependencies: of services no business service names
    WebhookSubscriptions,   ///< webhook_subscriptions
    Extensions,             ///< extensions
    ExtensionSchemas,       ///< extension_schemas
    Addons,                 ///< addons
    Tags,                   ///< tags
    Vendors,                ///< vendors
    Priorities,             ///< priorities
    Incidents,              ///< incidents: newest 1,000 of the look-back
    LogEntries,             ///< log_entries: on demand
    ChangeEvents,           ///< change_events
    IncidentWorkflows,      ///< incident_workflows
    WorkflowTriggers,       ///< incident_workflow_triggers
    MaintenanceWindows,     ///< maintenance_windows
    Licenses,               ///< licenses
    SessionConfigurations,  ///< session_configurations
    IpAllowLists,           ///< ip_allow_lists
    StandardsScores,        ///< standards_scores
    AuditRecent,            ///< audit_records_recent: is anything there in the latest 31 days
    AuditHistory,           ///< audit_records_history: one-row probes back to the required retention
    AuditTokensRecent,      ///< audit_records_api_token_recent: method api_token, latest 31 days
    AuditTokensOld,         ///< audit_records_api_token_old: the same, the 31 days that end apiKeyMaxAgeDays ago
    OAuthDelegations,       ///< oauth_delegations: of owners and admins
    Analytics,              ///< analytics: only with --include-analytics
};
constexpr int resourceClassCount = static_cast<int>(ResourceClass::Analytics) + 1;

/// The name used in reports, archives and the database, e.g. "users".
QString resourceClassName(ResourceClass resourceClass);
std::optional<ResourceClass> resourceClassFromName(QStringView name);

/// How far a class was read.
enum class CollectionState : quint8 { Complete, Partial, Denied, Unavailable, Failed, NotCollected };
QString collectionStateName(CollectionState state);
std::optional<CollectionState> collectionStateFromName(QStringView name);

/// Why something is not determined.
enum class ReasonCode : quint8 {
    Permission,   ///< 401 or 403, or a key that may not see everything
    Plan,         ///< 402, or 404 of a feature the plan lacks
    NotExposed,   ///< no API shows it
    Partial,      ///< some pages or resources missing, or the collection was cut short
    Cap,          ///< the 10,000-record paging ceiling
    Failed,       ///< 5xx, network, unreadable answer
    NotCollected, ///< not asked for
};
QString reasonCodeName(ReasonCode code);
std::optional<ReasonCode> reasonCodeFromName(QStringView name);

/// The reconciliation line of one class.
struct ResourceClassState {
    ResourceClass resourceClass = ResourceClass::SignIn;
    CollectionState state = CollectionState::NotCollected;
    std::optional<ReasonCode> reason;     ///< none when complete
    qint64 received = 0;                  ///< distinct resources kept
    std::optional<qint64> reportedTotal;  ///< what the account said there are
    int pages = 0;
    qint64 duplicatesDropped = 0;

    bool operator==(const ResourceClassState &) const = default;
};

} // namespace pdsi
