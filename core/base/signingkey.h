// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <optional>

namespace pdsi {

/// An Ed25519 key: the seed is the secret half, everything else follows from it. Cheap to copy.
class SigningKey
{
public:
    static constexpr qsizetype seedSize = 32;

    /// A new one from the system's random numbers.
    static Result<SigningKey> generate();
    /// InvalidArgument unless it has 32 bytes.
    static Result<SigningKey> fromSeed(const Secret &seed);

    const Secret &seed() const { return m_seed; }
    const QByteArray &publicKey() const { return m_publicKey; } ///< 32 bytes
    /// 64 bytes, the same for the same message.
    Result<QByteArray> sign(const QByteArray &message) const;

private:
    SigningKey(Secret seed, QByteArray publicKey) : m_seed(std::move(seed)), m_publicKey(std::move(publicKey)) {}

    Secret m_seed;
    QByteArray m_publicKey;
};

bool isSignedBy(const QByteArray &publicKey, const QByteArray &message, const QByteArray &signature);

/// How people compare public keys: SHA-256 of the key, 64 lower-case hex digits.
QString keyFingerprint(const QByteArray &publicKey);
/// The same from what a person typed: any case, with spaces, colons or dashes between; nullopt when it is no fingerprint.
std::optional<QString> keyFingerprintFrom(const QString &typed);

} // namespace pdsi
