// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/signingkey.h"

#include <QCryptographicHash>

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <memory>

namespace pdsi {

namespace {

constexpr size_t signatureSize = 64;

using EvpKey = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using EvpContext = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

const unsigned char *rawBytes(const QByteArray &bytes) { return reinterpret_cast<const unsigned char *>(bytes.constData()); }
unsigned char *rawBytes(QByteArray &bytes) { return reinterpret_cast<unsigned char *>(bytes.data()); }

EvpKey privateKeyOf(const Secret &seed)
{
    return {EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, rawBytes(seed.reveal()), SigningKey::seedSize), &EVP_PKEY_free};
}

} // namespace

Result<SigningKey> SigningKey::generate()
{
    QByteArray seed(seedSize, '\0');
    if (RAND_priv_bytes(rawBytes(seed), int(seedSize)) != 1)
        return Error{ErrorCode::Internal, QStringLiteral("no random numbers")};
    return fromSeed(Secret(std::move(seed)));
}

Result<SigningKey> SigningKey::fromSeed(const Secret &seed)
{
    if (seed.reveal().size() != seedSize)
        return Error{ErrorCode::InvalidArgument, QStringLiteral("a signing key has %1 bytes").arg(seedSize)};
    const EvpKey key = privateKeyOf(seed);
    QByteArray publicKey(seedSize, '\0');
    size_t size = seedSize;
    if (!key || EVP_PKEY_get_raw_public_key(key.get(), rawBytes(publicKey), &size) != 1)
        return Error{ErrorCode::Internal, QStringLiteral("Ed25519 is not available")};
    return SigningKey(seed, publicKey);
}

Result<QByteArray> SigningKey::sign(const QByteArray &message) const
{
    const EvpKey key = privateKeyOf(m_seed);
    const EvpContext context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    QByteArray signature(signatureSize, '\0');
    size_t size = signatureSize;
    if (!key || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1
        || EVP_DigestSign(context.get(), rawBytes(signature), &size, rawBytes(message), size_t(message.size())) != 1)
        return Error{ErrorCode::Internal, QStringLiteral("signing failed")};
    return signature;
}

bool isSignedBy(const QByteArray &publicKey, const QByteArray &message, const QByteArray &signature)
{
    const EvpKey key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, rawBytes(publicKey), size_t(publicKey.size())),
                     &EVP_PKEY_free);
    const EvpContext context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    return key && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1
        && EVP_DigestVerify(context.get(), rawBytes(signature), size_t(signature.size()), rawBytes(message),
                            size_t(message.size())) == 1;
}

QString keyFingerprint(const QByteArray &publicKey)
{
    return QString::fromLatin1(QCryptographicHash::hash(publicKey, QCryptographicHash::Sha256).toHex());
}

std::optional<QString> keyFingerprintFrom(const QString &typed)
{
    QString digits;
    for (const QChar c : typed.toLower()) {
        if (c.isSpace() || c == QLatin1Char(':') || c == QLatin1Char('-'))
            continue;
        if (!QStringView(u"0123456789abcdef").contains(c))
            return std::nullopt;
        digits += c;
    }
    return digits.size() == 64 ? std::optional(digits) : std::nullopt;
}

} // namespace pdsi
