// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/resourceclass.h"

#include "core/base/enumnames.h"

namespace pdsi {

namespace {

constexpr std::array<QLatin1String, resourceClassCount> classNames{
    QLatin1String("sign_in"), QLatin1String("abilities"), QLatin1String("users"), QLatin1String("contact_methods"),
    QLatin1String("notification_rules"), QLatin1String("teams"), QLatin1String("team_members"), QLatin1String("services"),
    QLatin1String("integrations"), QLatin1String("escalation_policies"), QLatin1String("schedules"),
    QLatin1String("schedules_v3"), QLatin1String("oncalls"), QLatin1String("business_services"),
    QLatin1String("business_service_dependencies"), QLatin1String("service_dependencies"),
    QLatin1String("webhook_subscriptions"), QLatin1String("extensions"), QLatin1String("extension_schemas"),
    QLatin1String("addons"), QLatin1String("tags"), QLatin1String("vendors"), QLatin1String("priorities"),
    QLatin1String("incidents"), QLatin1String("log_entries"), QLatin1String("change_events"),
    QLatin1String("incident_workflows"), QLatin1String("incident_workflow_triggers"),
    QLatin1String("maintenance_windows"), QLatin1String("licenses"), QLatin1String("session_configurations"),
    QLatin1String("ip_allow_lists"), QLatin1String("standards_scores"), QLatin1String("audit_records_recent"),
    QLatin1String("audit_records_history"), QLatin1String("audit_records_api_token_recent"),
    QLatin1String("audit_records_api_token_old"), QLatin1String("oauth_delegations"), QLatin1String("analytics"),
};
constexpr std::array stateNames{QLatin1String("complete"), QLatin1String("partial"), QLatin1String("denied"),
                                QLatin1String("unavailable"), QLatin1String("failed"), QLatin1String("notCollected")};
constexpr std::array reasonNames{QLatin1String("permission"), QLatin1String("plan"), QLatin1String("notExposed"),
                                 QLatin1String("partial"), QLatin1String("cap"), QLatin1String("failed"),
                                 QLatin1String("notCollected")};

} // namespace

QString resourceClassName(ResourceClass c) { return classNames[static_cast<size_t>(c)]; }
std::optional<ResourceClass> resourceClassFromName(QStringView n) { return enumFromName<ResourceClass>(classNames, n); }
QString collectionStateName(CollectionState s) { return stateNames[static_cast<size_t>(s)]; }
std::optional<CollectionState> collectionStateFromName(QStringView n) { return enumFromName<CollectionState>(stateNames, n); }
QString reasonCodeName(ReasonCode c) { return reasonNames[static_cast<size_t>(c)]; }
std::optional<ReasonCode> reasonCodeFromName(QStringView n) { return enumFromName<ReasonCode>(reasonNames, n); }

} // namespace pdsi
