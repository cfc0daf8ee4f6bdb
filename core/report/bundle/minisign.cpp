// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/bundle/minisign.h"

#include <QCryptographicHash>
#include <QList>

#include <algorithm>

namespace pdsi {

namespace {

constexpr qsizetype keyIdSize = 8, minisignSize = 64, publicKeySize = 32;
const QByteArray prehashed = QByteArrayLiteral("ED"), keyKind = QByteArrayLiteral("Ed");
const QByteArray signatureComment = QByteArrayLiteral("untrusted comment: signature of a PagerDuty Security Inspector evidence bundle");
const QByteArray trustedPrefix = QByteArrayLiteral("trusted comment: ");

QByteArray keyId(const QByteArray &publicKey)
{
    return QCryptographicHash::hash(publicKey, QCryptographicHash::Sha256).left(keyIdSize);
}

QByteArray prehash(const QByteArray &content) { return QCryptographicHash::hash(content, QCryptographicHash::Blake2b_512); }

QByteArray signatureText(const QByteArray &publicKey, const QByteArray &signature, const QByteArray &trusted,
                         const QByteArray &trustedSignature)
{
    return signatureComment + '\n' + (prehashed + keyId(publicKey) + signature).toBase64() + '\n' + trustedPrefix + trusted
        + '\n' + trustedSignature.toBase64() + '\n';
}

} // namespace

Result<QByteArray> minisignSignature(const SigningKey &key, const QByteArray &content, const QByteArray &trusted)
{
    const auto signature = key.sign(prehash(content));
    if (!signature)
        return signature.error();
    const auto whole = key.sign(*signature + trusted);
    if (!whole)
        return whole.error();
    return signatureText(key.publicKey(), *signature, trusted, *whole);
}

QByteArray minisignPublicKey(const QByteArray &publicKey)
{
    const QByteArray id = keyId(publicKey);
    QByteArray shown = id; // minisign shows the id as a number, its lowest byte last
    std::reverse(shown.begin(), shown.end());
    return "untrusted comment: minisign public key " + shown.toHex().toUpper() + '\n'
        + (keyKind + id + publicKey).toBase64() + "\n\nSHA-256 fingerprint of this key:\n"
        + keyFingerprint(publicKey).toLatin1() + '\n';
}

Result<QByteArray> readMinisignPublicKey(const QByteArray &text)
{
    const QList<QByteArray> lines = text.split('\n');
    const QByteArray packed = lines.size() > 1 ? QByteArray::fromBase64(lines.at(1)) : QByteArray();
    const QByteArray key = packed.mid(keyKind.size() + keyIdSize);
    if (key.size() != publicKeySize || text != minisignPublicKey(key))
        return Error{ErrorCode::Malformed, QStringLiteral("not a public key as this program writes it")};
    return key;
}

MinisignVerdict checkMinisign(const QByteArray &publicKey, const QByteArray &content, const QByteArray &text)
{
    const QList<QByteArray> lines = text.split('\n');
    if (lines.size() != 5)
        return {};
    const QByteArray signature = QByteArray::fromBase64(lines.at(1)).mid(prehashed.size() + keyIdSize);
    const QByteArray trusted = lines.at(2).mid(trustedPrefix.size());
    const QByteArray whole = QByteArray::fromBase64(lines.at(3));
    if (signature.size() != minisignSize || whole.size() != minisignSize
        || text != signatureText(publicKey, signature, trusted, whole) || !isSignedBy(publicKey, signature + trusted, whole))
        return {};
    return {true, isSignedBy(publicKey, prehash(content), signature), trusted};
}

} // namespace pdsi
