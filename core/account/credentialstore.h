// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <chrono>
#include <functional>
#include <memory>

namespace pdsi {

enum class SecretKind : quint8 {
    ApiKey,
    OAuthTokens,        ///< see OAuthTokens::toSecret
    OAuthClientSecret,
    ProxyPassword,
    SigningSeed,        ///< of no connection: see SigningKeys
};
constexpr int secretKindCount = static_cast<int>(SecretKind::SigningSeed) + 1;

/// Which secret of which connection.
struct CredentialKey {
    QString connectionId;
    SecretKind kind = SecretKind::ApiKey;

    /// The name it has in the keychain, e.g. `ID:api-key`.
    QString text() const;
};

/// Keeps the secrets of connections. Every call answers once, later, through the event loop of the thread the
/// store lives in; nothing is answered any more once the store is gone.
/// Errors: NotFound (no such secret), KeychainLocked, KeychainUnavailable.
class CredentialStore
{
public:
    using Read = std::function<void(Result<Secret>)>;
    using Finished = std::function<void(Result<Done>)>;

    virtual ~CredentialStore() = default;
    /// Whether secrets can be kept here now: writes, reads and deletes one that means nothing.
    virtual void probe(Finished finished) = 0;
    virtual void read(const CredentialKey &key, Read finished) = 0;
    virtual void write(const CredentialKey &key, const Secret &secret, Finished finished) = 0;
    /// Also well when there is no such secret.
    virtual void remove(const CredentialKey &key, Finished finished) = 0;

    /// The desktop's keychain. A call that takes longer than `timeout` (a prompt nobody answers) fails with KeychainLocked.
    static std::unique_ptr<CredentialStore> keychain(std::chrono::milliseconds timeout = std::chrono::seconds(30));
    /// Forgets everything with the object.
    static std::unique_ptr<CredentialStore> sessionOnly();
};

} // namespace pdsi
