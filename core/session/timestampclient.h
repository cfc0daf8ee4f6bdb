// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/networkroute.h"

#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>

class QNetworkAccessManager;
class QNetworkReply;

namespace pdsi {

/// Gets time stamps (RFC 3161) from an authority, which sees nothing but a digest. One question at a time; answers
/// once, later, and not at all once it is gone.
class TimestampClient : public QObject
{
    Q_OBJECT
public:
    using Token = std::function<void(Result<QByteArray>)>;
    using Stamped = std::function<void(Result<Done>)>;

    TimestampClient(const QUrl &authority, const NetworkRoute &route = {},
                    std::chrono::milliseconds timeout = std::chrono::seconds(30), QObject *parent = nullptr);
    ~TimestampClient() override;

    /// https, or http to loopback; InvalidArgument with a sentence otherwise.
    static Result<QUrl> parseAuthority(const QString &text);

    /// The authority's answer for a SHA-256 digest (32 bytes), checked. Errors: Unreachable, Untrusted, ProxyRefused,
    /// TimedOut; Malformed or InvalidArgument for an answer that is no good.
    void ask(const QByteArray &sha256, Token token);
    /// Stamps the manifest of a bundle that is there. The bundle stays as it was when this fails.
    void stamp(const QString &bundlePath, Stamped stamped);

private:
    void finished(const QByteArray &question, const Token &token);

    const QUrl m_authority;
    const NetworkRoute m_route;
    const std::chrono::milliseconds m_timeout;
    std::unique_ptr<QNetworkAccessManager> m_network;
    QNetworkReply *m_reply = nullptr;
    QByteArray m_body;
};

} // namespace pdsi
