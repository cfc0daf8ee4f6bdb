// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/connection.h"
#include "core/account/credentialstore.h"
#include "core/account/oauthtokens.h"
#include "core/base/clock.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace pdsi {

class TokenEndpoint;

/// What a connection signs in with, right now.
struct ConnectionSecrets {
    Secret signIn;                  ///< API key or access token
    Secret proxyPassword;
    QByteArray subject;             ///< who signed in by OAuth, the same after every renewal; may be empty
    bool renewable = false;         ///< SecretSource::renew can bring a new one
    std::optional<Error> notKept;   ///< renewed, but held for this session only: why the keychain did not take it
};

/// Gives the secrets of one connection, and new ones for those that have expired. What is kept for the session only
/// goes before the keychain. Calls that come while another is under way share its work; answers come later, in
/// order, and not at all once it is gone. One source for each connection in a process: a token renews once only.
class SecretSource : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(Result<ConnectionSecrets>)>;

    /// The stores and the clock must outlive it.
    SecretSource(Connection connection, CredentialStore &keychain, CredentialStore &session, const Clock &clock,
                 QObject *parent = nullptr);
    ~SecretSource() override;

    /// Takes effect with the next call.
    void setConnection(const Connection &connection) { m_connection = connection; }

    /// The key, or an access token that has at least a minute to live, renewed where needed. Errors: NotFound,
    /// KeychainLocked, KeychainUnavailable, Malformed; with renewal also what TokenEndpoint answers.
    void get(Answer answer);
    /// The account refuses what was given last. InvalidArgument for an API key, which nothing can renew.
    void renew(Answer answer);

private:
    struct Need {
        SecretKind kind;
        bool optional;
    };

    void begin(Answer answer);
    void readNext(QList<Need> needs);
    void decide();
    void refresh(const OAuthTokens &tokens);
    void refreshed(const Result<OAuthGrant> &grant, const Secret &used);
    void adoptOther(const Secret &used, const Error &otherwise);
    void keep(const OAuthTokens &tokens);
    void hand(const OAuthTokens &tokens, std::optional<Error> notKept = {});
    void settle(const Result<ConnectionSecrets> &result);
    void read(SecretKind kind, CredentialStore::Read finished);
    CredentialKey key(SecretKind kind) const { return {m_active.id, kind}; }

    Connection m_connection;
    Connection m_active;               ///< as it was when the call under way began
    CredentialStore &m_keychain;
    CredentialStore &m_session;
    const Clock &m_clock;
    QList<Answer> m_waiting;
    QHash<SecretKind, Secret> m_read;  ///< by the call under way
    bool m_busy = false;
    bool m_mustRenew = false;
    bool m_tokensInSession = false;
    Secret m_handedOut;
    std::unique_ptr<TokenEndpoint> m_endpoint;
};

} // namespace pdsi
