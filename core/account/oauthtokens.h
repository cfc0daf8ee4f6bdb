// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QDateTime>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>

namespace pdsi {

/// What a sign-in with the browser yields and the keychain keeps, as one secret.
struct OAuthTokens {
    Secret access;
    Secret refresh;          ///< empty: cannot be renewed
    QDateTime expiresAt;     ///< UTC; invalid when the service did not say
    QStringList scopes;      ///< granted
    QByteArray subject;      ///< who signed in, the same after every renewal; empty when not told

    bool expiresWithin(std::chrono::seconds time, const QDateTime &nowUtc) const;
    Secret toSecret() const;
    /// Malformed for anything toSecret did not write.
    static Result<OAuthTokens> fromSecret(const Secret &secret);
};

/// Hints of an id_token: it came straight from the token endpoint, but its signature is not checked.
struct IdTokenHints {
    QByteArray subject;
    QString subdomain;
    std::optional<QUrl> apiBaseUrl;  ///< where the account's API lives, when the token names one of PagerDuty's
};
IdTokenHints readIdToken(const QByteArray &idToken);

/// What the token endpoint granted.
struct OAuthGrant {
    OAuthTokens tokens;
    QStringList missingScopes;       ///< asked for, but not granted
    IdTokenHints hints;
};

/// Reads the endpoint's answer, whatever its content type. `asked`: scopes asked for; `before`: the tokens being
/// renewed, of which stays what the answer does not bring anew. Errors: SignInExpired (invalid_grant), SignInDenied
/// (access_denied), SignInRefused (any other OAuth error, which `detail` names), Malformed, Unreachable (5xx).
Result<OAuthGrant> readTokenAnswer(int status, const QByteArray &body, const QStringList &asked,
                                   const OAuthTokens &before, const QDateTime &nowUtc);

/// The Error of an OAuth error code and its description, which may hold anything.
Error oauthError(const QString &code, const QString &description);

} // namespace pdsi
