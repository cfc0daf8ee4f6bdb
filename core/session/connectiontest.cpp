// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/connectiontest.h"

#include "core/base/jsonaccess.h"
#include "core/collector/pageshape.h"

#include <QJsonDocument>
#include <QRandomGenerator>

#include <algorithm>

namespace pdsi {

namespace {

constexpr int concurrency = 4;
constexpr int mostRetries = 1;

struct Question {
    ResourceClass area;
    const char *path;
    const char *earlyAccess = "";
};

constexpr Question questions[] = {
    {ResourceClass::SignIn, "/users/me"},
    {ResourceClass::Abilities, "/abilities"},
    {ResourceClass::Users, "/users?limit=1"},
    {ResourceClass::Teams, "/teams?limit=1"},
    {ResourceClass::Services, "/services?limit=1"},
    {ResourceClass::EscalationPolicies, "/escalation_policies?limit=1"},
    {ResourceClass::Schedules, "/schedules?limit=1"},
    {ResourceClass::SchedulesV3, "/v3/schedules?limit=1"},
    {ResourceClass::BusinessServices, "/business_services?limit=1"},
    {ResourceClass::WebhookSubscriptions, "/webhook_subscriptions?limit=1"},
    {ResourceClass::Extensions, "/extensions?limit=1"},
    {ResourceClass::Priorities, "/priorities?limit=1"},
    {ResourceClass::Incidents, "/incidents?limit=1"},
    {ResourceClass::IncidentWorkflows, "/incident_workflows?limit=1"},
    {ResourceClass::Licenses, "/licenses"},
    {ResourceClass::SessionConfigurations, "/session_configurations"},
    {ResourceClass::IpAllowLists, "/ip_allow_lists", "ip-allow-lists"},
    {ResourceClass::AuditRecent, "/audit/records?limit=1"},
};
constexpr int questionCount = static_cast<int>(std::size(questions));

AreaAccess accessOf(RequestResult result)
{
    switch (result) {
    case RequestResult::Answered: return AreaAccess::Readable;
    case RequestResult::Denied: return AreaAccess::Denied;
    case RequestResult::PlanGated: return AreaAccess::PlanLacks;
    case RequestResult::Missing: return AreaAccess::Absent;
    case RequestResult::Refused:
    case RequestResult::Unreadable:
    case RequestResult::Failed: break;
    }
    return AreaAccess::Failed;
}

/// The two roles whose holders see nothing but what their teams own.
bool seesTeamsOnly(const QString &role)
{
    return role == QLatin1String("restricted_access") || role == QLatin1String("read_only_limited_user");
}

QStringList missingScopes(const QByteArray &body)
{
    const QJsonObject root = QJsonDocument::fromJson(body).object();
    const QJsonObject error = objectAt(root, QLatin1String("error"));
    QStringList scopes;
    for (const QJsonObject &place : {error, root}) {
        const QJsonValue listed = place.value(QLatin1String("required_scopes"));
        for (const QJsonValue &scope : listed.isString() ? QJsonArray{listed} : listed.toArray())
            scopes << scope.toString().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    }
    scopes.removeDuplicates();
    return scopes;
}

/// The account's label in the address of the first row that has one.
QString subdomainIn(ResourceClass area, const QJsonObject &body)
{
    for (const QJsonValue &row : arrayAt(body, QLatin1String(listKey(area, false).toLatin1()))) {
        const QUrl url(textAt(row.toObject(), QLatin1String("html_url")));
        const QString host = url.host();
        if (url.scheme() == QLatin1String("https") && host.endsWith(QLatin1String(".pagerduty.com")))
            return host.section(QLatin1Char('.'), 0, 0);
    }
    return {};
}

} // namespace

bool ConnectionTestResult::readsAnything() const
{
    return std::any_of(areas.begin(), areas.end(), [](const TestedArea &a) { return a.access == AreaAccess::Readable; });
}

ConnectionTest::ConnectionTest(const Clock &clock, std::chrono::milliseconds timeout, QObject *parent)
    : QObject(parent), m_clock(clock), m_timeout(timeout)
{
}

ConnectionTest::~ConnectionTest() = default;

void ConnectionTest::start(const Connection &connection, const ConnectionSecrets &secrets)
{
    Q_ASSERT(!m_queue);
    m_connection = connection;
    const auto route = NetworkRoute::of(connection, secrets.proxyPassword);
    if (!route)
        return end(route.error());
    m_transport = std::make_unique<HttpTransport>(connection, *route, secrets.signIn, concurrency, m_timeout, m_clock);
    const RetryPolicy policy([] { return QRandomGenerator::global()->generateDouble(); });
    m_queue = std::make_unique<RequestQueue>(*m_transport, policy, m_clock, concurrency);
    m_queue->setRenewable(secrets.renewable);
    connect(m_queue.get(), &RequestQueue::answered, this, &ConnectionTest::take);
    connect(m_queue.get(), &RequestQueue::renewalNeeded, this, &ConnectionTest::renewalNeeded);
    connect(m_queue.get(), &RequestQueue::signInRefused, this, &ConnectionTest::refused);
    connect(m_queue.get(), &RequestQueue::unreachable, this,
            [this](const HttpAnswer &answer) { end(unreachableError(m_connection, answer)); });
    ask();
}

void ConnectionTest::ask()
{
    for (int i = 0; i < questionCount; ++i) {
        ApiRequest request;
        request.sequence = i;
        request.priority = i == 0 ? 0 : 1;
        request.resourceClass = questions[i].area;
        request.path = QLatin1String(questions[i].path);
        request.earlyAccess = questions[i].earlyAccess;
        request.maxRetries = mostRetries;
        m_queue->add(request);
    }
}

void ConnectionTest::take(const ApiRequest &request, const FinalAnswer &answer)
{
    if (m_over)
        return;
    const int status = answer.http.status;
    m_anyContent = m_anyContent || (status != 0 && status != 401);
    if (request.resourceClass == ResourceClass::SignIn) {
        readSignIn(answer);
    } else {
        const AreaAccess access = accessOf(answer.read.result);
        m_result.areas.append({request.resourceClass, access, status,
                               access == AreaAccess::Denied ? missingScopes(answer.http.body) : QStringList()});
    }
    if (request.resourceClass == ResourceClass::Abilities) {
        for (const QJsonValue &ability : arrayAt(answer.read.body, QLatin1String("abilities")))
            m_result.abilities << ability.toString();
    }
    if (m_result.subdomain.isEmpty() && !answer.read.body.isEmpty())
        m_result.subdomain = subdomainIn(request.resourceClass, answer.read.body);
    Q_EMIT progressed(++m_done, questionCount);
    if (m_done == questionCount)
        end(std::nullopt);
}

void ConnectionTest::readSignIn(const FinalAnswer &answer)
{
    if (answer.http.status == 400) { // a key of the account is no user
        m_result.accountKey = true;
        m_result.scope = KeyScope::Account;
        m_result.sight = Sight::Account;
        return;
    }
    if (answer.read.result != RequestResult::Answered)
        return;
    const QJsonObject user = objectAt(answer.read.body, QLatin1String("user"));
    m_result.userName = textAt(user, QLatin1String("name"));
    m_result.userEmail = textAt(user, QLatin1String("email"));
    m_result.userRole = textAt(user, QLatin1String("role"));
    for (const QJsonValue &team : arrayAt(user, QLatin1String("teams")))
        m_result.teams << textAt(team.toObject(), QLatin1String("summary"));
    const bool full = m_result.userRole == QLatin1String("owner") || m_result.userRole == QLatin1String("admin");
    m_result.scope = full ? KeyScope::Account : KeyScope::Limited;
    m_result.sight = full ? Sight::Account : seesTeamsOnly(m_result.userRole) ? Sight::Teams : Sight::User;
}

QString ConnectionTest::otherRegion(const QUrl &baseUrl)
{
    const QString region = regionOf(baseUrl);
    return region == QLatin1String("us") ? QStringLiteral("eu") : region.isEmpty() ? QString() : QStringLiteral("us");
}

void ConnectionTest::refused()
{
    if (m_anyContent) {
        for (const Question &question : questions) {
            const bool known = question.area == ResourceClass::SignIn
                || std::any_of(m_result.areas.begin(), m_result.areas.end(),
                               [&](const TestedArea &a) { return a.area == question.area; });
            if (!known)
                m_result.areas.append({question.area, AreaAccess::Denied, 401, {}});
        }
        return end(std::nullopt);
    }
    m_result.otherRegion = otherRegion(m_connection.baseUrl);
    end(Error{ErrorCode::SignInRefused, m_connection.baseUrl.host()});
}

void ConnectionTest::renewSecret(const Secret &secret)
{
    if (m_over || !m_queue)
        return;
    if (secret.isEmpty())
        return refused();
    m_queue->setSecret(secret);
}

void ConnectionTest::cancel() { end(Error{ErrorCode::Cancelled, {}}); }

void ConnectionTest::end(std::optional<Error> error)
{
    if (std::exchange(m_over, true))
        return;
    if (m_queue)
        m_queue->stop();
    if (error) {
        ConnectionTestResult failed;
        failed.otherRegion = m_result.otherRegion;
        failed.error = std::move(error);
        m_result = failed;
    }
    std::sort(m_result.areas.begin(), m_result.areas.end(),
              [](const TestedArea &a, const TestedArea &b) { return a.area < b.area; });
    // Queued: the queue may be in the middle of a call of its own.
    QMetaObject::invokeMethod(this, [this] { Q_EMIT finished(m_result); }, Qt::QueuedConnection);
}

} // namespace pdsi
