// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collector/auditreader.h"
#include "core/collector/changeeventsreader.h"
#include "core/collector/collectionplan.h"
#include "core/collector/listreader.h"
#include "core/collector/requestsreader.h"
#include "core/collector/rowfacts.h"

#include <QUrl>

namespace pdsi {

namespace {

using Readers = std::vector<std::unique_ptr<PlanReader>>;

constexpr int longestWindowDays = 31;  // of rendered schedules and of audit records
constexpr int mostVendorRequests = 5;
constexpr int mostDelegationRequests = 40; // one each, and no control rests on them
constexpr int idsPerScoreRequest = 100;

QString range(Instant from, Instant to)
{
    return QStringLiteral("since=%1&until=%2").arg(formatInstant(from), formatInstant(to));
}

QString encoded(const QString &id) { return QString::fromLatin1(QUrl::toPercentEncoding(id)); }

ApiRequest requestFor(ResourceClass c, const QString &path, int priority, const QString &subject = {})
{
    ApiRequest request;
    request.resourceClass = c;
    request.path = path;
    request.priority = priority;
    request.subject = subject;
    return request;
}

void addSingle(Readers &readers, const ApiRequest &request, RequestsPlan::Follow follow = RequestsPlan::Follow::Nothing)
{
    RequestsPlan plan;
    plan.requests = [request] { return std::optional(RequestSet{{request}, CollectionState::Complete, {}}); };
    plan.follow = follow;
    readers.push_back(std::make_unique<RequestsReader>(request.resourceClass, std::move(plan)));
}

ListQuery listQuery(ResourceClass c, const QString &path, int firstPriority = 1, int pagePriority = 3)
{
    ListQuery query;
    query.resourceClass = c;
    query.path = path;
    query.firstPriority = firstPriority;
    query.pagePriority = pagePriority;
    return query;
}

void addList(Readers &readers, const PlanFacts &facts, const ListQuery &query, ListFilters filters = {}, RowFn onRow = {},
             const QString &pathWithoutIncludes = {})
{
    ListPlan plan;
    plan.queries = {query};
    plan.filters = filters;
    plan.pathWithoutIncludes = pathWithoutIncludes;
    if (onRow)
        plan.onRow = [onRow](const QJsonObject &row, int) { onRow(row); };
    readers.push_back(std::make_unique<ListReader>(query.resourceClass, std::move(plan), facts));
}

/// The requests of a class that builds on another one: none, with that one's state, when it was not read.
std::optional<RequestSet> buildingOn(const PlanFacts &facts, ResourceClass base)
{
    if (!facts.isFinished(base))
        return std::nullopt;
    const ResourceClassState &state = facts.finished.at(base);
    RequestSet set;
    if (state.state != CollectionState::Complete) {
        set.state = state.state;
        set.reason = state.reason;
    }
    return set;
}

void addPeople(Readers &readers, PlanFacts &facts)
{
    addList(readers, facts,
            listQuery(ResourceClass::Users,
                      QStringLiteral("/users?include[]=contact_methods&include[]=notification_rules&include[]=teams"), 0, 2),
            {true, true}, [&facts](const QJsonObject &row) { noteUser(row, facts); }, QStringLiteral("/users"));
    addList(readers, facts, listQuery(ResourceClass::Teams, QStringLiteral("/teams"), 0), {false, true},
            [&facts](const QJsonObject &row) { noteId(row, facts.teams); });
    const auto perUser = [&](ResourceClass c, const std::set<QString> &users, const QString &suffix) {
        RequestsPlan plan;
        plan.requests = [&facts, &users, c, suffix] {
            auto set = buildingOn(facts, ResourceClass::Users);
            for (const QString &id : set ? users : std::set<QString>())
                set->requests.append(requestFor(c, QStringLiteral("/users/%1%2").arg(encoded(id), suffix), 3, id));
            return set;
        };
        readers.push_back(std::make_unique<RequestsReader>(c, std::move(plan)));
    };
    perUser(ResourceClass::ContactMethods, facts.usersLackingMethods, QStringLiteral("/contact_methods"));
    perUser(ResourceClass::NotificationRules, facts.usersLackingRules, QStringLiteral("/notification_rules?urgency=all"));
    RequestsPlan members;
    members.follow = RequestsPlan::Follow::Offset;
    members.requests = [&facts]() -> std::optional<RequestSet> {
        if (!facts.isFinished(ResourceClass::Users) || !facts.isFinished(ResourceClass::Teams))
            return std::nullopt;
        if (!facts.usersLackTeams)
            return RequestSet{{}, CollectionState::NotCollected, ReasonCode::NotCollected};
        auto set = buildingOn(facts, ResourceClass::Teams);
        for (const QString &id : facts.teams) {
            set->requests.append(requestFor(ResourceClass::TeamMembers,
                QStringLiteral("/teams/%1/members?limit=100&offset=0&total=true").arg(encoded(id)), 3, id));
        }
        return set;
    };
    readers.push_back(std::make_unique<RequestsReader>(ResourceClass::TeamMembers, std::move(members)));
}

void addDelegations(Readers &readers, PlanFacts &facts)
{
    RequestsPlan plan;
    plan.follow = RequestsPlan::Follow::Cursor;
    plan.requests = [&facts] {
        auto set = buildingOn(facts, ResourceClass::Users);
        for (const QString &id : set ? facts.privilegedUsers : std::set<QString>()) {
            if (set->requests.size() == mostDelegationRequests) {
                set->state = CollectionState::Partial;
                set->reason = ReasonCode::NotCollected;
                break;
            }
            const QString path = QStringLiteral("/users/%1/oauth_delegations?limit=100").arg(encoded(id));
            set->requests.append(requestFor(ResourceClass::OAuthDelegations, path, 3, id));
        }
        return set;
    };
    readers.push_back(std::make_unique<RequestsReader>(ResourceClass::OAuthDelegations, std::move(plan)));
}

void addVendors(Readers &readers, PlanFacts &facts)
{
    const auto known = [&facts] {
        return facts.isFinished(ResourceClass::Services) && facts.isFinished(ResourceClass::Integrations);
    };
    const auto few = [&facts] { return facts.vendors.size() <= mostVendorRequests; };
    RequestsPlan single;
    single.requests = [&facts, known, few]() -> std::optional<RequestSet> {
        if (!known())
            return std::nullopt;
        auto set = buildingOn(facts, ResourceClass::Services);
        for (const QString &id : few() ? facts.vendors : std::set<QString>())
            set->requests.append(
                requestFor(ResourceClass::Vendors, QStringLiteral("/vendors/") + encoded(id), 3, id));
        return set;
    };
    readers.push_back(std::make_unique<RequestsReader>(ResourceClass::Vendors, std::move(single)));
    ListPlan list;
    list.queries = {listQuery(ResourceClass::Vendors, QStringLiteral("/vendors"))};
    list.gate = [known, few]() -> std::optional<bool> {
        return known() ? std::optional(!few()) : std::nullopt;
    };
    readers.push_back(std::make_unique<ListReader>(ResourceClass::Vendors, std::move(list), facts));
}

void addScores(Readers &readers, PlanFacts &facts)
{
    RequestsPlan plan;
    plan.requests = [&facts] {
        auto set = buildingOn(facts, ResourceClass::Services);
        QStringList ids;
        for (const auto &[id, active] : set ? facts.services : std::map<QString, bool>()) {
            if (active)
                ids.append(QStringLiteral("ids=") + encoded(id));
        }
        for (qsizetype at = 0; at < ids.size(); at += idsPerScoreRequest) {
            const QString some = ids.mid(at, idsPerScoreRequest).join(QLatin1Char('&'));
            set->requests.append(requestFor(ResourceClass::StandardsScores,
                                            QStringLiteral("/standards/scores/technical_services?") + some, 3));
        }
        return set;
    };
    readers.push_back(std::make_unique<RequestsReader>(ResourceClass::StandardsScores, std::move(plan)));
}

void addServices(Readers &readers, PlanFacts &facts)
{
    addList(readers, facts,
            listQuery(ResourceClass::Services, QStringLiteral("/services?include[]=integrations"), 0, 2), {true, true},
            [&facts](const QJsonObject &row) { noteService(row, facts); });
    RequestsPlan integrations;
    integrations.requests = [&facts] {
        auto set = buildingOn(facts, ResourceClass::Services);
        if (!set)
            return set;
        for (const auto &[service, integration] : facts.integrationsToRead) {
            set->requests.append(requestFor(ResourceClass::Integrations,
                QStringLiteral("/services/%1/integrations/%2").arg(encoded(service), encoded(integration)), 3, service));
        }
        if (facts.servicesLackIntegrations && set->state == CollectionState::Complete) {
            set->state = CollectionState::Partial;
            set->reason = ReasonCode::Partial;
        }
        return set;
    };
    integrations.onRow = [&facts](const QJsonObject &row) { noteIntegration(row, facts); };
    readers.push_back(std::make_unique<RequestsReader>(ResourceClass::Integrations, std::move(integrations)));
    addVendors(readers, facts);
    addScores(readers, facts);
}

void addDependencies(Readers &readers, PlanFacts &facts)
{
    addList(readers, facts, listQuery(ResourceClass::BusinessServices, QStringLiteral("/business_services"), 0, 2), {},
            [&facts](const QJsonObject &row) { noteId(row, facts.businessServices); });
    RequestsPlan business;
    business.onRow = [&facts](const QJsonObject &row) { noteDependency(row, facts); };
    business.requests = [&facts] {
        auto set = buildingOn(facts, ResourceClass::BusinessServices);
        for (const QString &id : set ? facts.businessServices : std::set<QString>()) {
            const QString path = QStringLiteral("/service_dependencies/business_services/") + encoded(id);
            set->requests.append(requestFor(ResourceClass::BusinessDependencies, path, 2, id));
        }
        return set;
    };
    readers.push_back(std::make_unique<RequestsReader>(ResourceClass::BusinessDependencies, std::move(business)));
    RequestsPlan technical;
    technical.requests = [&facts]() -> std::optional<RequestSet> {
        if (facts.parameters.dependencyDepth == QLatin1String("business"))
            return RequestSet{{}, CollectionState::NotCollected, ReasonCode::NotCollected};
        if (!facts.isFinished(ResourceClass::Services) || !facts.isFinished(ResourceClass::BusinessDependencies))
            return std::nullopt;
        auto set = buildingOn(facts, ResourceClass::BusinessDependencies);
        if (set->state != CollectionState::Complete && set->state != CollectionState::Partial)
            return set;
        set = buildingOn(facts, ResourceClass::Services);
        if (facts.businessServices.empty())
            return buildingOn(facts, ResourceClass::BusinessServices);
        for (const auto &[id, active] : facts.services) {
            if (!active || facts.servicesInDependencies.count(id) != 0)
                continue;
            const QString path = QStringLiteral("/service_dependencies/technical_services/") + encoded(id);
            set->requests.append(requestFor(ResourceClass::ServiceDependencies, path, 3, id));
        }
        return set;
    };
    readers.push_back(std::make_unique<RequestsReader>(ResourceClass::ServiceDependencies, std::move(technical)));
}

/// The collected window in pieces the account renders.
QList<std::pair<Instant, Instant>> scheduleWindows(const PlanFacts &facts)
{
    QList<std::pair<Instant, Instant>> windows;
    const Instant end = facts.asOf + facts.parameters.scheduleCoverageDays * secondsPerDay;
    for (Instant from = facts.asOf; from < end; from += longestWindowDays * secondsPerDay)
        windows.append({from, std::min(end, from + longestWindowDays * secondsPerDay)});
    return windows;
}

QString windowQuery(const std::pair<Instant, Instant> &window)
{
    return range(window.first, window.second) + QStringLiteral("&time_zone=UTC");
}

void addLayerSchedules(Readers &readers, PlanFacts &facts)
{
    const auto windows = scheduleWindows(facts);
    ListPlan plan;
    plan.filters = {true, true};
    for (const auto &window : windows) {
        ListQuery query = listQuery(ResourceClass::Schedules,
            QStringLiteral("/schedules?include[]=schedule_layers&include[]=final_schedule"
                           "&include[]=overrides_subschedule&") + windowQuery(window), 0, 2);
        query.halveWhenSlow = true;
        plan.queries.append(query);
    }
    plan.onRow = [&facts](const QJsonObject &row, int window) { noteSchedule(row, window, facts); };
    plan.tail = [&facts, windows] {
        QList<ApiRequest> requests;
        for (const auto &[id, window] : facts.schedulesToRead) {
            const QString path = QStringLiteral("/schedules/%1?").arg(encoded(id)) + windowQuery(windows.at(window));
            requests.append(requestFor(ResourceClass::Schedules, path, 3, id));
        }
        return requests;
    };
    readers.push_back(std::make_unique<ListReader>(ResourceClass::Schedules, std::move(plan), facts));
}

void addShiftSchedules(Readers &readers, PlanFacts &facts)
{
    const auto windows = scheduleWindows(facts);
    ListPlan plan;
    ListQuery query = listQuery(ResourceClass::SchedulesV3, QStringLiteral("/v3/schedules"), 0, 2);
    query.limit = 1'000;
    query.askTotal = false;
    plan.queries = {query};
    plan.onRow = [&facts](const QJsonObject &row, int) { noteId(row, facts.shiftSchedules); };
    plan.tail = [&facts, windows] {
        QList<ApiRequest> requests;
        for (const QString &id : facts.shiftSchedules) {
            for (int i = 0; i < windows.size(); ++i) {
                const QString path = QStringLiteral("/v3/schedules/%1?include[]=final_schedule&").arg(encoded(id))
                    + windowQuery(windows.at(i));
                requests.append(requestFor(ResourceClass::SchedulesV3, path, 3, id));
                requests.last().tag.part = i;
            }
        }
        return requests;
    };
    plan.instead = [windows](const ApiRequest &request, const ReadAnswer &answer) {
        // 400 says that the schedule is still layer-based.
        if (answer.status != 400 || request.resourceClass != ResourceClass::SchedulesV3)
            return ApiRequest();
        return requestFor(ResourceClass::Schedules, QStringLiteral("/schedules/%1?").arg(encoded(request.subject))
                              + windowQuery(windows.at(request.tag.part)), 3, request.subject);
    };
    readers.push_back(std::make_unique<ListReader>(ResourceClass::SchedulesV3, std::move(plan), facts));
}

void addLists(Readers &readers, PlanFacts &facts)
{
    using C = ResourceClass;
    addList(readers, facts, listQuery(C::EscalationPolicies, QStringLiteral("/escalation_policies")), {true, true});
    addList(readers, facts, listQuery(C::OnCalls, QStringLiteral("/oncalls")));
    addList(readers, facts, listQuery(C::WebhookSubscriptions, QStringLiteral("/webhook_subscriptions")));
    addList(readers, facts, listQuery(C::Extensions, QStringLiteral("/extensions")), {false, true});
    addList(readers, facts, listQuery(C::ExtensionSchemas, QStringLiteral("/extension_schemas")));
    addList(readers, facts, listQuery(C::Addons, QStringLiteral("/addons")));
    addList(readers, facts, listQuery(C::Tags, QStringLiteral("/tags")), {false, true});
    addList(readers, facts, listQuery(C::Priorities, QStringLiteral("/priorities")));
    addList(readers, facts, listQuery(C::IncidentWorkflows, QStringLiteral("/incident_workflows")), {false, true});
    addList(readers, facts, listQuery(C::MaintenanceWindows, QStringLiteral("/maintenance_windows?filter=open")));
    ListQuery incidents = listQuery(C::Incidents, QStringLiteral("/incidents?%1&sort_by=created_at:desc")
        .arg(range(facts.asOf - facts.parameters.incidentLookbackDays * secondsPerDay, facts.asOf)));
    incidents.mostRows = 1'000;
    addList(readers, facts, incidents);
}

void addSingles(Readers &readers)
{
    using C = ResourceClass;
    addSingle(readers, requestFor(C::Licenses, QStringLiteral("/licenses"), 1));
    addSingle(readers, requestFor(C::SessionConfigurations, QStringLiteral("/session_configurations"), 1));
    ApiRequest allowLists = requestFor(C::IpAllowLists, QStringLiteral("/ip_allow_lists"), 1);
    allowLists.earlyAccess = earlyAccessOf(C::IpAllowLists);
    addSingle(readers, allowLists);
    addSingle(readers, requestFor(C::WorkflowTriggers, QStringLiteral("/incident_workflows/triggers?limit=100"), 0),
              RequestsPlan::Follow::Cursor);
}

void addAudit(Readers &readers, const PlanFacts &facts)
{
    using C = ResourceClass;
    const Instant now = facts.asOf;
    const Instant window = longestWindowDays * secondsPerDay;
    addSingle(readers, requestFor(C::AuditRecent, QStringLiteral("/audit/records?%1&limit=1").arg(range(now - window, now)), 0));
    readers.push_back(std::make_unique<AuditHistoryReader>(facts));
    readers.push_back(std::make_unique<AuditTokensReader>(C::AuditTokensRecent, now - window, now));
    const Instant old = now - facts.parameters.apiKeyMaxAgeDays * secondsPerDay;
    readers.push_back(std::make_unique<AuditTokensReader>(C::AuditTokensOld, old - window, old));
}

void addAnalytics(Readers &readers, const PlanFacts &facts)
{
    ApiRequest request = requestFor(ResourceClass::Analytics, QStringLiteral("/analytics/metrics/incidents/all"), 3);
    request.method = QByteArrayLiteral("POST");
    const Instant from = facts.asOf - facts.parameters.incidentLookbackDays * secondsPerDay;
    request.body = QStringLiteral(R"({"filters":{"created_at_start":"%1","created_at_end":"%2"},"time_zone":"Etc/UTC"})")
                       .arg(formatInstant(from), formatInstant(facts.asOf)).toUtf8();
    addSingle(readers, request);
}

} // namespace

std::vector<std::unique_ptr<PlanReader>> makeReaders(PlanFacts &facts, bool includeAnalytics)
{
    Readers readers;
    addSingle(readers, requestFor(ResourceClass::SignIn, QStringLiteral("/users/me"), 0));
    addSingle(readers, requestFor(ResourceClass::Abilities, QStringLiteral("/abilities"), 0));
    addPeople(readers, facts);
    addServices(readers, facts);
    addDependencies(readers, facts);
    addLayerSchedules(readers, facts);
    addShiftSchedules(readers, facts);
    addAudit(readers, facts);
    addLists(readers, facts);
    addSingles(readers);
    addDelegations(readers, facts);
    readers.push_back(std::make_unique<ChangeEventsReader>(facts));
    if (includeAnalytics)
        addAnalytics(readers, facts);
    return readers;
}

} // namespace pdsi
