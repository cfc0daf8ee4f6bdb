// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/credentialstore.h"
#include "core/base/signingkey.h"

#include <QObject>

namespace pdsi {

/// The key this person signs evidence bundles with: made when it is first asked for, kept in the keychain and nowhere
/// else. Answers later, through the event loop, and not at all once it is gone.
class SigningKeys : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(Result<SigningKey>)>;

    /// The keychain must outlive it.
    explicit SigningKeys(CredentialStore &keychain, QObject *parent = nullptr) : QObject(parent), m_keychain(keychain) {}

    /// The key; a new one where there is none. KeychainLocked or KeychainUnavailable: then nothing can be signed.
    void get(Answer answer);
    /// The key where there is one; NotFound where there is none, for those who only want to know it.
    void find(Answer answer);
    /// A new key in the place of the one there may be, which is gone then: what it signed can still be checked with its
    /// public half.
    void replace(Answer answer) { make(answer); }

private:
    void make(const Answer &answer);

    CredentialStore &m_keychain;
};

} // namespace pdsi
