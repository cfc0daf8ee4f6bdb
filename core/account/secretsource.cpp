// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/secretsource.h"

#include "core/account/tokenendpoint.h"
#include "core/base/logging.h"

#include <QPointer>

namespace pdsi {

namespace {
constexpr std::chrono::seconds shortestLife{60};
}

SecretSource::SecretSource(Connection connection, CredentialStore &keychain, CredentialStore &session,
                           const Clock &clock, QObject *parent)
    : QObject(parent), m_connection(std::move(connection)), m_keychain(keychain), m_session(session), m_clock(clock)
{
}

SecretSource::~SecretSource() = default;

void SecretSource::get(Answer answer) { begin(std::move(answer)); }

void SecretSource::renew(Answer answer)
{
    m_mustRenew = true;
    begin(std::move(answer));
}

void SecretSource::begin(Answer answer)
{
    m_waiting.append(std::move(answer));
    if (std::exchange(m_busy, true))
        return;
    m_active = m_connection;
    m_read.clear();
    QList<Need> needs;
    if (m_active.proxy.isByHand() && !m_active.proxy.user.isEmpty())
        needs.append({SecretKind::ProxyPassword, true});
    const bool oauth = m_active.signIn == SignInKind::OAuth;
    if (oauth && m_active.oauth.usesClientSecret)
        needs.append({SecretKind::OAuthClientSecret, false});
    needs.append({oauth ? SecretKind::OAuthTokens : SecretKind::ApiKey, false});
    readNext(needs);
}

void SecretSource::readNext(QList<Need> needs)
{
    if (needs.isEmpty())
        return decide();
    const Need need = needs.takeFirst();
    read(need.kind, [this, need, needs](const Result<Secret> &secret) {
        if (secret)
            m_read.insert(need.kind, *secret);
        else if (!need.optional || secret.error().code != ErrorCode::NotFound)
            return settle(secret.error());
        readNext(needs);
    });
}

/// For this session first, then the keychain.
void SecretSource::read(SecretKind kind, CredentialStore::Read finished)
{
    const QPointer<SecretSource> self(this);
    m_session.read(key(kind), [self, kind, finished = std::move(finished)](const Result<Secret> &kept) {
        if (!self)
            return;
        if (kind == SecretKind::OAuthTokens)
            self->m_tokensInSession = kept.ok();
        if (kept)
            return finished(kept);
        self->m_keychain.read(self->key(kind), [self, finished](const Result<Secret> &stored) {
            if (self)
                finished(stored);
        });
    });
}

void SecretSource::decide()
{
    const bool mustRenew = std::exchange(m_mustRenew, false);
    if (m_active.signIn != SignInKind::OAuth) {
        if (mustRenew)
            return settle(Error{ErrorCode::InvalidArgument, QStringLiteral("an API key cannot be renewed")});
        return settle(ConnectionSecrets{m_read.value(SecretKind::ApiKey), m_read.value(SecretKind::ProxyPassword), {}, false, {}});
    }
    const auto tokens = OAuthTokens::fromSecret(m_read.value(SecretKind::OAuthTokens));
    if (!tokens)
        return settle(tokens.error());
    // Another program may have renewed it meanwhile.
    const bool refused = mustRenew && (m_handedOut.isEmpty() || tokens->access.reveal() == m_handedOut.reveal());
    if (!refused && !tokens->expiresWithin(shortestLife, m_clock.nowUtc()))
        return hand(*tokens);
    refresh(*tokens);
}

void SecretSource::refresh(const OAuthTokens &tokens)
{
    if (tokens.refresh.isEmpty())
        return settle(Error{ErrorCode::SignInExpired, QStringLiteral("there is no token to renew with")});
    const auto route = NetworkRoute::of(m_active, m_read.value(SecretKind::ProxyPassword));
    if (!route)
        return settle(route.error());
    qCInfo(lcAccount) << "renewing an access token";
    m_endpoint = std::make_unique<TokenEndpoint>(m_active.oauth, *route, m_read.value(SecretKind::OAuthClientSecret), m_clock);
    m_endpoint->refresh(tokens, [this, used = tokens.refresh](const Result<OAuthGrant> &grant) { refreshed(grant, used); });
}

void SecretSource::refreshed(const Result<OAuthGrant> &grant, const Secret &used)
{
    m_endpoint.release()->deleteLater(); // it is calling us
    if (grant)
        return keep(grant->tokens);
    if (grant.error().code == ErrorCode::SignInExpired)
        return adoptOther(used, grant.error());
    settle(grant.error());
}

/// Our token is worth nothing: perhaps because another program has just renewed it and kept the new one.
void SecretSource::adoptOther(const Secret &used, const Error &otherwise)
{
    read(SecretKind::OAuthTokens, [this, used, otherwise](const Result<Secret> &stored) {
        const auto tokens = stored ? OAuthTokens::fromSecret(*stored) : Result<OAuthTokens>(stored.error());
        const bool newer = tokens && tokens->refresh.reveal() != used.reveal()
            && !tokens->expiresWithin(shortestLife, m_clock.nowUtc());
        newer ? hand(*tokens) : settle(otherwise);
    });
}

/// Kept before anybody uses them: the old ones are worth nothing any more.
void SecretSource::keep(const OAuthTokens &tokens)
{
    const QPointer<SecretSource> self(this);
    const auto inSession = [self, tokens](std::optional<Error> why) {
        self->m_session.write(self->key(SecretKind::OAuthTokens), tokens.toSecret(), [self, tokens, why](const Result<Done> &) {
            if (self)
                self->hand(tokens, why);
        });
    };
    if (m_tokensInSession)
        return inSession(std::nullopt);
    m_keychain.write(key(SecretKind::OAuthTokens), tokens.toSecret(), [self, tokens, inSession](const Result<Done> &written) {
        if (!self)
            return;
        written ? self->hand(tokens) : inSession(written.error());
    });
}

void SecretSource::hand(const OAuthTokens &tokens, std::optional<Error> notKept)
{
    m_handedOut = tokens.access;
    settle(ConnectionSecrets{tokens.access, m_read.value(SecretKind::ProxyPassword), tokens.subject,
                             !tokens.refresh.isEmpty(), std::move(notKept)});
}

void SecretSource::settle(const Result<ConnectionSecrets> &result)
{
    m_busy = false;
    m_mustRenew = false;
    m_read.clear();
    const QList<Answer> answers = std::exchange(m_waiting, {});
    const QPointer<SecretSource> self(this);
    for (const Answer &answer : answers) {
        if (!self)
            return;
        answer(result);
    }
}

} // namespace pdsi
