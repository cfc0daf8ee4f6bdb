// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/networkroute.h"
#include "core/report/bundle/timestamptoken.h"

#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>

class QNetworkAccessManager;
class QNetworkReply;

namespace pdsi {

/// A time stamp authority, the way to it, and whose stamps of it are taken.
struct TimestampService {
    QUrl authority;               ///< see TimestampClient::parseAuthority
    NetworkRoute route = {};
    /// PEM: a stamp must lead to one of these or to an authority the system trusts; empty = any good one is taken.
    QByteArray certificates = {};
};

/// An authority's answer, and what is in it.
struct Timestamp {
    QByteArray answer;
    TimestampVerdict verdict;
};

/// Gets time stamps (RFC 3161) from an authority, which sees nothing but a digest. One question at a time; answers
/// once, later, and not at all once it is gone.
class TimestampClient : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(Result<Timestamp>)>;

    explicit TimestampClient(TimestampService service, std::chrono::milliseconds timeout = std::chrono::seconds(30),
                             QObject *parent = nullptr);
    ~TimestampClient() override;

    /// https or http: the stamp is signed, and what is sent is a digest. InvalidArgument with a sentence otherwise.
    static Result<QUrl> parseAuthority(const QString &text);

    /// The authority's answer for a SHA-256 digest (32 bytes), checked. Errors: Unreachable, Untrusted, ProxyRefused,
    /// TimedOut; Malformed or InvalidArgument for an answer that is no good, or not by whom it should be.
    void ask(const QByteArray &sha256, Answer asked);
    /// Stamps the manifest of a bundle that is there. The bundle stays as it was when this fails.
    void stamp(const QString &bundlePath, Answer stamped);

private:
    void finished(const QByteArray &sha256, const QByteArray &question, const Answer &asked);

    const TimestampService m_service;
    const std::chrono::milliseconds m_timeout;
    std::unique_ptr<QNetworkAccessManager> m_network;
    QNetworkReply *m_reply = nullptr;
    QByteArray m_body;
};

} // namespace pdsi
