// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/connection.h"
#include "core/account/networkroute.h"
#include "core/account/oauthtokens.h"
#include "core/base/clock.h"

#include <QObject>
#include <QPair>

#include <functional>

class QNetworkAccessManager;
class QNetworkReply;

namespace pdsi {

/// The part of the identity service that gives tokens. One question at a time; answers once, later, and not at all
/// once it is gone.
class TokenEndpoint : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(Result<OAuthGrant>)>;

    TokenEndpoint(const OAuthSettings &settings, const NetworkRoute &route, Secret clientSecret, const Clock &clock,
                  std::chrono::milliseconds timeout = std::chrono::seconds(30), QObject *parent = nullptr);
    ~TokenEndpoint() override;

    /// Tokens for the code the browser brought.
    void exchange(const QString &code, const QString &verifier, const QUrl &redirectUri, Answer answer);
    /// New tokens for old; the old ones are worth nothing afterwards.
    void refresh(const OAuthTokens &tokens, Answer answer);

private:
    using Fields = QList<QPair<QByteArray, QByteArray>>;

    void post(Fields fields, const OAuthTokens &before, Answer answer);
    void finished(const OAuthTokens &before, const Answer &answer);

    const OAuthSettings m_settings;
    const NetworkRoute m_route;
    const Secret m_clientSecret;
    const Clock &m_clock;
    const std::chrono::milliseconds m_timeout;
    std::unique_ptr<QNetworkAccessManager> m_network;
    QNetworkReply *m_reply = nullptr;
    QByteArray m_body;
};

} // namespace pdsi
