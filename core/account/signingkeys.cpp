// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/signingkeys.h"

#include <QPointer>

namespace pdsi {

namespace {

/// One key for all accounts: it stands for the person.
CredentialKey seedKey() { return {QStringLiteral("evidence"), SecretKind::SigningSeed}; }

} // namespace

void SigningKeys::find(Answer answer)
{
    m_keychain.read(seedKey(), [self = QPointer(this), answer = std::move(answer)](const Result<Secret> &seed) {
        if (self)
            answer(seed ? SigningKey::fromSeed(*seed) : Result<SigningKey>(seed.error()));
    });
}

void SigningKeys::get(Answer answer)
{
    find([this, answer = std::move(answer)](const Result<SigningKey> &found) {
        if (found || found.error().code != ErrorCode::NotFound)
            return answer(found);
        make(answer);
    });
}

void SigningKeys::make(const Answer &answer)
{
    const auto key = SigningKey::generate();
    if (!key)
        return answer(key);
    m_keychain.write(seedKey(), key->seed(), [self = QPointer(this), answer](const Result<Done> &kept) {
        if (!self)
            return;
        if (!kept)
            return answer(kept.error());
        self->find(answer); // what is kept counts: another program may have been faster
    });
}

} // namespace pdsi
