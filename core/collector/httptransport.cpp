// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collector/httptransport.h"

#include <algorithm>

namespace pdsi {

namespace {
constexpr int connectionsPerManager = 6;

HttpAnswer::Failure failureOf(const QNetworkReply &reply, int status)
{
    const QNetworkReply::NetworkError error = reply.error();
    switch (error) {
    case QNetworkReply::NoError: return HttpAnswer::Failure::None;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError: return HttpAnswer::Failure::Unreachable;
    case QNetworkReply::TimeoutError: return HttpAnswer::Failure::TimedOut;
    default: break;
    }
    // Qt reports every 4xx and 5xx as an error too; those are complete answers.
    const bool content = error >= QNetworkReply::ContentAccessDenied;
    if (status >= 400 && content)
        return HttpAnswer::Failure::None;
    const ErrorCode code = networkError(reply).code;
    return code == ErrorCode::Untrusted  ? HttpAnswer::Failure::Untrusted
        : code == ErrorCode::ProxyRefused ? HttpAnswer::Failure::ProxyRefused
                                          : HttpAnswer::Failure::Dropped;
}

} // namespace

HttpExchange::HttpExchange(HttpTransport &transport, int lane, const ApiRequest &request)
    : m_transport(transport), m_lane(lane), m_request(request)
{
    ++m_transport.m_lanes[static_cast<size_t>(m_lane)].busy;
    m_answer.sentAt = m_transport.m_clock.nowUtc();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { end(HttpAnswer::Failure::TimedOut); });
    m_timer.start(m_transport.m_timeout);
    send(m_transport.urlOf(m_request));
}

HttpExchange::~HttpExchange()
{
    dropReply();
    --m_transport.m_lanes[static_cast<size_t>(m_lane)].busy;
}

void HttpExchange::dropReply()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

void HttpExchange::send(const QUrl &url)
{
    const QNetworkRequest prepared = m_transport.prepare(url, m_request);
    QNetworkAccessManager &network = *m_transport.m_lanes[static_cast<size_t>(m_lane)].network;
    m_reply = m_request.method == "POST" ? network.post(prepared, m_request.body) : network.get(prepared);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::onFinished);
}

void HttpExchange::onReadyRead()
{
    m_answer.body += m_reply->readAll();
    if (m_answer.body.size() > HttpTransport::largestBody)
        end(HttpAnswer::Failure::TooLarge);
}

bool HttpExchange::redirected()
{
    const QUrl target = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status < 300 || status > 399 || status == 304)
        return false;
    const QUrl from = m_reply->url();
    const QUrl to = from.resolved(target);
    const int fallback = from.scheme() == QLatin1String("https") ? 443 : 80;
    const bool sameOrigin = !target.isEmpty() && to.scheme() == from.scheme() && to.host() == from.host()
        && to.port(fallback) == from.port(fallback) && to.userInfo().isEmpty();
    m_answer.status = status;
    if (!sameOrigin || m_request.method != "GET" || m_answer.wireRequests > HttpTransport::mostRedirects) {
        end(HttpAnswer::Failure::Redirected);
        return true;
    }
    dropReply();
    m_answer.body.clear();
    ++m_answer.wireRequests;
    send(to);
    return true;
}

void HttpExchange::onFinished()
{
    if (redirected())
        return;
    m_answer.body += m_reply->readAll();
    if (m_answer.body.size() > HttpTransport::largestBody)
        return end(HttpAnswer::Failure::TooLarge);
    m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        m_answer.headers.insert(name.toLower(), value);
    const HttpAnswer::Failure failure = failureOf(*m_reply, m_answer.status);
    if (failure == HttpAnswer::Failure::Untrusted || failure == HttpAnswer::Failure::ProxyRefused)
        m_answer.reason = m_reply->errorString();
    end(failure);
}

void HttpExchange::end(HttpAnswer::Failure failure)
{
    if (m_ended)
        return;
    m_ended = true;
    m_timer.stop();
    m_answer.failure = failure;
    m_answer.receivedAt = m_transport.m_clock.nowUtc();
    if (failure == HttpAnswer::Failure::TooLarge)
        m_answer.body.clear();
    dropReply();
    Q_EMIT finished(m_answer);
}

HttpTransport::HttpTransport(const Connection &connection, const NetworkRoute &route, Secret secret, int concurrency,
                             std::chrono::milliseconds timeout, const Clock &clock)
    : m_connection(connection), m_route(route), m_secret(std::move(secret)), m_timeout(timeout), m_clock(clock)
{
    const int lanes = (std::clamp(concurrency, 1, 32) + connectionsPerManager - 1) / connectionsPerManager;
    for (int i = 0; i < lanes; ++i)
        m_lanes.push_back({m_route.makeNetwork(), 0});
}

std::unique_ptr<HttpExchange> HttpTransport::start(const ApiRequest &request)
{
    const auto least = std::min_element(m_lanes.begin(), m_lanes.end(),
                                        [](const Lane &a, const Lane &b) { return a.busy < b.busy; });
    return std::make_unique<HttpExchange>(*this, static_cast<int>(least - m_lanes.begin()), request);
}

QUrl HttpTransport::urlOf(const ApiRequest &request) const
{
    QString base = m_connection.baseUrl.toString(QUrl::FullyEncoded);
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    return QUrl(base + request.path);
}

QNetworkRequest HttpTransport::prepare(const QUrl &url, const ApiRequest &request) const
{
    QNetworkRequest prepared(url);
    m_route.prepare(prepared);
    prepared.setDecompressedSafetyCheckThreshold(-1); // our own bound on the decoded size holds
    const QByteArray scheme = m_connection.signIn == SignInKind::OAuth ? QByteArrayLiteral("Bearer ")
                                                                      : QByteArrayLiteral("Token token=");
    prepared.setRawHeader("Authorization", scheme + m_secret.reveal());
    prepared.setRawHeader("Accept", acceptedTypes());
    prepared.setRawHeader("Content-Type", "application/json");
    prepared.setRawHeader("User-Agent", "pagerduty-sec-inspector/" PDSI_VERSION);
    if (!request.earlyAccess.isEmpty())
        prepared.setRawHeader("X-EARLY-ACCESS", request.earlyAccess);
    return prepared;
}

Error unreachableError(const Connection &connection, const HttpAnswer &answer)
{
    const QString host = connection.baseUrl.host();
    switch (answer.failure) {
    case HttpAnswer::Failure::Untrusted: return {ErrorCode::Untrusted, QStringLiteral("%1: %2").arg(host, answer.reason)};
    case HttpAnswer::Failure::ProxyRefused: return {ErrorCode::ProxyRefused, answer.reason};
    default: return {ErrorCode::Unreachable, host};
    }
}

} // namespace pdsi
