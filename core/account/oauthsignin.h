// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/connection.h"
#include "core/account/networkroute.h"
#include "core/account/oauthtokens.h"
#include "core/base/clock.h"

#include <QObject>
#include <QTimer>

namespace pdsi {

class LoopbackListener;
class TokenEndpoint;

/// One sign-in with the system's browser: OAuth 2.0 authorization code with PKCE (S256) and a loopback redirect.
/// Ends once, with `granted` or `failed`, never from inside a call of it.
class OAuthSignIn : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::minutes patience{5};

    /// `clock` must outlive it. `timeout`: how long the person may take.
    OAuthSignIn(const OAuthSettings &settings, const NetworkRoute &route, Secret clientSecret, const Clock &clock,
                std::chrono::milliseconds timeout = patience, QObject *parent = nullptr);
    ~OAuthSignIn() override;

    void start();
    /// `failed` with Cancelled follows.
    void cancel();

Q_SIGNALS:
    /// The page to show in the browser.
    void browserNeeded(const QUrl &url);
    /// The browser came back; the tokens are being fetched.
    void codeReceived();
    void granted(const pdsi::OAuthGrant &grant);
    /// SignInDenied, SignInExpired (the code was too old), SignInRefused, TimedOut, Cancelled, Malformed, Unreachable,
    /// Untrusted, ProxyRefused, InvalidArgument (no client id) or Internal (no port to listen on).
    void failed(const pdsi::Error &error);

private:
    QUrl authorizeUrl() const;
    void returned(const QHash<QString, QString> &parameters);
    void endLater(const Error &error);
    bool stop();

    const OAuthSettings m_settings;
    const Clock &m_clock;
    const std::chrono::milliseconds m_timeout;
    const QString m_state, m_verifier;
    std::unique_ptr<LoopbackListener> m_listener;
    std::unique_ptr<TokenEndpoint> m_endpoint;
    QTimer m_timer;
    bool m_over = false;
};

} // namespace pdsi
