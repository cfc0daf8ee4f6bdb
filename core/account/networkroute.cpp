// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/networkroute.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslConfiguration>

namespace pdsi {

namespace {

constexpr qint64 largestCaFile = 4 * 1024 * 1024;

/// Chooses the proxy of each request. This machine itself is always reached directly: a key may travel to it
/// unencrypted, and a proxy elsewhere would take "loopback" for its own.
class RouteProxies final : public QNetworkProxyFactory
{
public:
    RouteProxies(const ProxySettings &settings, const Secret &password) : m_settings(settings), m_password(password) {}

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (m_settings.kind == ProxySettings::Kind::None || isLoopbackHost(query.peerHostName()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        if (m_settings.kind == ProxySettings::Kind::System)
            return systemProxyForQuery(query);
        const bool socks = m_settings.kind == ProxySettings::Kind::Socks5;
        return {QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, m_settings.host,
                              m_settings.port, m_settings.user, QString::fromUtf8(m_password.reveal()))};
    }

private:
    const ProxySettings m_settings;
    const Secret m_password;
};

bool goesThroughProxy(const QNetworkReply &reply)
{
    QNetworkProxyFactory *proxies = reply.manager() ? reply.manager()->proxyFactory() : nullptr;
    const QList<QNetworkProxy> chosen = proxies ? proxies->queryProxy(QNetworkProxyQuery(reply.url())) : QList<QNetworkProxy>();
    return !chosen.isEmpty() && chosen.constFirst().type() != QNetworkProxy::NoProxy;
}

} // namespace

Result<NetworkRoute> NetworkRoute::of(const Connection &connection, const Secret &proxyPassword)
{
    NetworkRoute route;
    route.m_proxy = connection.proxy;
    route.m_proxyPassword = proxyPassword;
    if (connection.caFile.isEmpty())
        return route;
    QFile file(connection.caFile);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::CannotRead, QStringLiteral("%1: %2").arg(connection.caFile, file.errorString())};
    const QList<QSslCertificate> extra = QSslCertificate::fromData(file.read(largestCaFile), QSsl::Pem);
    if (extra.isEmpty())
        return Error{ErrorCode::Malformed, QStringLiteral("%1: no PEM certificate in it").arg(connection.caFile)};
    // Named one by one: adding to the default set would rest on how this Qt loads the system's.
    route.m_trusted = QSslConfiguration::systemCaCertificates() + extra;
    return route;
}

std::unique_ptr<QNetworkAccessManager> NetworkRoute::makeNetwork() const
{
    auto network = std::make_unique<QNetworkAccessManager>();
    network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    network->setAutoDeleteReplies(false);
    network->setProxyFactory(new RouteProxies(m_proxy, m_proxyPassword)); // owned by the manager
    return network;
}

void NetworkRoute::prepare(QNetworkRequest &request) const
{
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    if (m_trusted.isEmpty())
        return;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(m_trusted);
    request.setSslConfiguration(tls);
}

Error networkError(const QNetworkReply &reply)
{
    const QString host = reply.url().host();
    switch (reply.error()) {
    case QNetworkReply::SslHandshakeFailedError:
        return {ErrorCode::Untrusted, QStringLiteral("%1: %2").arg(host, reply.errorString())};
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError: return {ErrorCode::ProxyRefused, reply.errorString()};
    case QNetworkReply::UnknownNetworkError: // what Qt makes of a proxy that is not there
        return {goesThroughProxy(reply) ? ErrorCode::ProxyRefused : ErrorCode::Unreachable, reply.errorString()};
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: return {ErrorCode::TimedOut, host};
    default: return {ErrorCode::Unreachable, QStringLiteral("%1: %2").arg(host, reply.errorString())};
    }
}

} // namespace pdsi
