// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/connection.h"
#include "core/account/networkroute.h"
#include "core/base/clock.h"
#include "core/base/secret.h"
#include "core/collector/apirequest.h"

#include <QDateTime>
#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <vector>

namespace pdsi {

/// What one attempt brought back.
struct HttpAnswer {
    enum class Failure : quint8 {
        None,
        Unreachable, ///< connection refused or host unknown
        Dropped,     ///< connection lost, body cut short
        Untrusted,   ///< TLS refused: the certificate is not trusted
        ProxyRefused,///< the proxy does not answer or refuses us
        TimedOut,
        TooLarge,    ///< body above the bound
        Redirected,  ///< to another place, or too often
    };
    Failure failure = Failure::None;
    int status = 0;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;                       ///< content encoding undone
    QString reason;                        ///< of Untrusted and ProxyRefused, in the network library's words
    QDateTime sentAt, receivedAt;          ///< UTC
    int wireRequests = 1;                  ///< redirects followed count
};

class HttpTransport;

/// One attempt in flight. Deleting it aborts it silently.
class HttpExchange : public QObject
{
    Q_OBJECT
public:
    HttpExchange(HttpTransport &transport, int lane, const ApiRequest &request);
    ~HttpExchange() override;

Q_SIGNALS:
    void finished(const pdsi::HttpAnswer &answer);

private:
    void send(const QUrl &url);
    void onReadyRead();
    void onFinished();
    void end(HttpAnswer::Failure failure);
    bool redirected();
    void dropReply();

    HttpTransport &m_transport;
    int m_lane;
    ApiRequest m_request;
    QNetworkReply *m_reply = nullptr;
    QTimer m_timer;
    HttpAnswer m_answer;
    bool m_ended = false;
};

/// Sends attempts. A QNetworkAccessManager opens at most six connections per host, so there are several and
/// each attempt takes the least busy one. No cookies, no cache, no pipelining, nothing on disk.
class HttpTransport
{
public:
    HttpTransport(const Connection &connection, const NetworkRoute &route, Secret secret, int concurrency,
                  std::chrono::milliseconds timeout, const Clock &clock);

    /// Starts at once; the caller owns the exchange.
    std::unique_ptr<HttpExchange> start(const ApiRequest &request);
    void setSecret(Secret secret) { m_secret = std::move(secret); }
    const Secret &secret() const { return m_secret; }

    static constexpr qint64 largestBody = 64LL * 1024 * 1024;
    static constexpr int mostRedirects = 3;

private:
    friend class HttpExchange;
    QNetworkRequest prepare(const QUrl &url, const ApiRequest &request) const;
    QUrl urlOf(const ApiRequest &request) const;

    struct Lane {
        std::unique_ptr<QNetworkAccessManager> network;
        int busy = 0;
    };
    std::vector<Lane> m_lanes;
    Connection m_connection;
    NetworkRoute m_route;
    Secret m_secret;
    std::chrono::milliseconds m_timeout;
    const Clock &m_clock;
};

/// Unreachable, Untrusted or ProxyRefused, with the host's name and what is known.
Error unreachableError(const Connection &connection, const HttpAnswer &answer);

} // namespace pdsi
