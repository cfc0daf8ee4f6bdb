// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/accountinfo.h"
#include "core/base/result.h"
#include "core/base/secret.h"

#include <chrono>
#include <functional>
#include <memory>

namespace pdsi {

/// Which secret: of a connection, for one way to sign in.
struct CredentialKey {
    QString connectionName;
    SignInKind signIn = SignInKind::ApiKey;

    QString text() const { return connectionName + QLatin1Char(':') + signInKindName(signIn); }
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
