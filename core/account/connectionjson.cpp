// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/connectionjson.h"

#include "core/base/enumnames.h"
#include "core/base/jsonaccess.h"

namespace pdsi {

namespace {

constexpr std::array proxyKinds{QLatin1String("system"), QLatin1String("none"), QLatin1String("http"), QLatin1String("socks5")};

QJsonObject oauthToJson(const OAuthSettings &oauth)
{
    return {{QStringLiteral("clientId"), oauth.clientId},
            {QStringLiteral("authorizeUrl"), oauth.authorizeUrl.toString(QUrl::FullyEncoded)},
            {QStringLiteral("tokenUrl"), oauth.tokenUrl.toString(QUrl::FullyEncoded)},
            {QStringLiteral("scopes"), oauth.scopes.join(QLatin1Char(' '))},
            {QStringLiteral("usesClientSecret"), oauth.usesClientSecret},
            {QStringLiteral("redirectPort"), oauth.redirectPort}};
}

QJsonObject proxyToJson(const ProxySettings &proxy)
{
    QJsonObject json{{QStringLiteral("kind"), proxyKinds.at(static_cast<size_t>(proxy.kind))}};
    if (proxy.isByHand()) {
        json.insert(QStringLiteral("host"), proxy.host);
        json.insert(QStringLiteral("port"), proxy.port);
        json.insert(QStringLiteral("user"), proxy.user);
    }
    return json;
}

Error malformed(const char *field) { return {ErrorCode::Malformed, QLatin1String(field)}; }

std::optional<quint16> portAt(const QJsonObject &json, QLatin1String key)
{
    const auto port = integerAt(json, key);
    if (!json.contains(key) || (port && *port >= 0 && *port <= 65'535))
        return static_cast<quint16>(port.value_or(0));
    return std::nullopt;
}

Result<OAuthSettings> oauthFromJson(const QJsonObject &json)
{
    OAuthSettings oauth;
    oauth.clientId = textAt(json, QLatin1String("clientId"));
    for (auto [key, url] : {std::pair("authorizeUrl", &oauth.authorizeUrl), std::pair("tokenUrl", &oauth.tokenUrl)}) {
        const QString text = textAt(json, QLatin1String(key));
        if (text.isEmpty())
            continue;
        const auto parsed = parseBaseUrl(text);
        if (!parsed)
            return malformed(key);
        *url = *parsed;
    }
    oauth.scopes = textAt(json, QLatin1String("scopes")).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    oauth.usesClientSecret = boolAt(json, QLatin1String("usesClientSecret")).value_or(false);
    const auto port = portAt(json, QLatin1String("redirectPort"));
    if (!port)
        return malformed("redirectPort");
    oauth.redirectPort = *port;
    return oauth;
}

Result<ProxySettings> proxyFromJson(const QJsonObject &json)
{
    ProxySettings proxy;
    if (json.isEmpty())
        return proxy;
    const auto kind = enumFromName<ProxySettings::Kind>(proxyKinds, textAt(json, QLatin1String("kind")));
    const auto port = portAt(json, QLatin1String("port"));
    if (!kind || !port)
        return malformed("proxy");
    proxy.kind = *kind;
    proxy.host = textAt(json, QLatin1String("host"));
    proxy.port = *port;
    proxy.user = textAt(json, QLatin1String("user"));
    return proxy;
}

} // namespace

QJsonObject connectionToJson(const Connection &connection)
{
    QJsonObject json{{QStringLiteral("id"), connection.id},
                     {QStringLiteral("name"), connection.name},
                     {QStringLiteral("baseUrl"), connection.baseUrl.toString(QUrl::FullyEncoded)},
                     {QStringLiteral("signIn"), signInKindName(connection.signIn)},
                     {QStringLiteral("requesterEmail"), connection.requesterEmail},
                     {QStringLiteral("proxy"), proxyToJson(connection.proxy)},
                     {QStringLiteral("caFile"), connection.caFile}};
    if (connection.oauth != OAuthSettings())
        json.insert(QStringLiteral("oauth"), oauthToJson(connection.oauth));
    return json;
}

Result<Connection> connectionFromJson(const QJsonObject &json)
{
    Connection connection;
    connection.name = textAt(json, QLatin1String("name"));
    // Version 1 kept the secrets under the name.
    connection.id = json.contains(QLatin1String("id")) ? textAt(json, QLatin1String("id")) : connection.name;
    connection.requesterEmail = textAt(json, QLatin1String("requesterEmail"));
    connection.caFile = textAt(json, QLatin1String("caFile"));
    const QString signIn = textAt(json, QLatin1String("signIn"));
    connection.signIn = signIn == signInKindName(SignInKind::OAuth) ? SignInKind::OAuth : SignInKind::ApiKey;
    const auto url = parseBaseUrl(textAt(json, QLatin1String("baseUrl")));
    if (!url)
        return url.error();
    connection.baseUrl = *url;
    if (signIn != signInKindName(connection.signIn))
        return malformed("signIn");
    const auto oauth = oauthFromJson(objectAt(json, QLatin1String("oauth")));
    if (!oauth)
        return oauth.error();
    connection.oauth = *oauth;
    const auto proxy = proxyFromJson(objectAt(json, QLatin1String("proxy")));
    if (!proxy)
        return proxy.error();
    connection.proxy = *proxy;
    if (connection.id.isEmpty())
        return malformed("id");
    return connection;
}

} // namespace pdsi
