// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/connection.h"

#include <QHostAddress>
#include <QUuid>

#include <algorithm>

namespace pdsi {

namespace {

constexpr qsizetype longestName = 100;

/// The text itself is not repeated: it may hold a password.
Error refused(const QString &why) { return {ErrorCode::InvalidArgument, QStringLiteral("base URL: ") + why}; }

Error wrong(const char *field, const char *why)
{
    return {ErrorCode::InvalidArgument, QLatin1String(field) + QStringLiteral(": ") + QLatin1String(why)};
}

bool isPlain(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c.unicode() < 0x7f; });
}

Result<Done> checkOAuth(const OAuthSettings &oauth)
{
    if (oauth.clientId.size() > 200 || !isPlain(oauth.clientId)) // may still be missing: the sign-in says so
        return wrong("clientId", "the id the app got when it was registered, without blanks");
    if (!parseBaseUrl(oauth.authorizeUrl.toString()))
        return wrong("authorizeUrl", "https, or http to this machine only");
    if (!parseBaseUrl(oauth.tokenUrl.toString()))
        return wrong("tokenUrl", "https, or http to this machine only");
    if (!std::all_of(oauth.scopes.begin(), oauth.scopes.end(), [](const QString &s) { return !s.isEmpty() && isPlain(s); }))
        return wrong("scopes", "names separated by blanks");
    return Done{};
}

Result<Done> checkProxy(const ProxySettings &proxy)
{
    if (!proxy.isByHand())
        return Done{};
    QUrl probe;
    probe.setHost(proxy.host, QUrl::StrictMode);
    if (proxy.host.isEmpty() || probe.host().isEmpty())
        return wrong("proxy host", "a host name or address, without scheme and port");
    if (proxy.port == 0)
        return wrong("proxy port", "1 to 65535");
    return Done{};
}

} // namespace

QString newConnectionId() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

bool isLoopbackHost(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

Result<QUrl> parseBaseUrl(const QString &text)
{
    QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return refused(QStringLiteral("is not an address like https://api.pagerduty.com"));
    if (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http"))
        return refused(QStringLiteral("begins with neither https nor http"));
    if (!url.userInfo().isEmpty() || url.authority().contains(QLatin1Char('@')))
        return refused(QStringLiteral("holds a user name or password"));
    if (url.hasQuery() || url.hasFragment())
        return refused(QStringLiteral("holds a query or fragment"));
    if (url.port() == 0)
        return refused(QStringLiteral("port 0 is none"));
    if (url.scheme() == QLatin1String("http") && !isLoopbackHost(url.host()))
        return refused(QStringLiteral("http is allowed to this machine only, use https"));
    QString path = url.path();
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    url.setPath(path);
    return url;
}

Result<QUrl> baseUrlOfRegion(const QString &region)
{
    if (region == QLatin1String("us"))
        return QUrl(QStringLiteral("https://api.pagerduty.com"));
    if (region == QLatin1String("eu"))
        return QUrl(QStringLiteral("https://api.eu.pagerduty.com"));
    return Error{ErrorCode::InvalidArgument, QStringLiteral("region: \"%1\" is not allowed (us or eu)").arg(region)};
}

QString regionOf(const QUrl &baseUrl)
{
    for (const QString &region : {QStringLiteral("us"), QStringLiteral("eu")}) {
        if (baseUrlOfRegion(region).value() == baseUrl)
            return region;
    }
    return {};
}

const QStringList &readScopes()
{
    static const QStringList scopes = QStringLiteral(
        "openid abilities.read addons.read analytics.read audit_records.read change_events.read custom_fields.read "
        "escalation_policies.read event_orchestrations.read event_rules.read extension_schemas.read extensions.read "
        "incident_types.read incident_workflows.read incidents.read ip_allow_lists.read licenses.read "
        "oauth_delegations.read oncalls.read priorities.read schedules.read services.read session_configurations.read "
        "standards.read status_dashboards.read status_pages.read subscribers.read tags.read teams.read templates.read "
        "users.read users:contact_methods.read users:notifications.read users:sessions.read vendors.read "
        "webhook_subscriptions.read workflow_integrations.read workflow_integrations:connections.read")
                                          .split(QLatin1Char(' '));
    return scopes;
}

Result<Done> checkConnection(const Connection &connection)
{
    const QString &name = connection.name;
    const bool printable = std::all_of(name.begin(), name.end(), [](QChar c) { return c.isPrint() || c.isSurrogate(); });
    if (name.isEmpty() || name != name.trimmed() || name.size() > longestName || !printable)
        return wrong("name", "1 to 100 printable characters, no space at the ends");
    if (connection.signIn != SignInKind::ApiKey && connection.signIn != SignInKind::OAuth)
        return wrong("signIn", "api-key or oauth");
    if (const auto url = parseBaseUrl(connection.baseUrl.toString()); !url)
        return url.error();
    if (const auto proxy = checkProxy(connection.proxy); !proxy)
        return proxy;
    return connection.signIn == SignInKind::OAuth ? checkOAuth(connection.oauth) : Result<Done>(Done{});
}

} // namespace pdsi
