// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/signingkey.h"

namespace pdsi {

/// Signatures as minisign writes them (Ed25519 over BLAKE2b-512), so that minisign can check them too.
/// A key's id follows from the key: the first eight bytes of its SHA-256.

/// The text of `FILE.minisig`. `trusted` is signed along with the content: one line.
Result<QByteArray> minisignSignature(const SigningKey &key, const QByteArray &content, const QByteArray &trusted);

/// The text of a public key file; minisign reads its first two lines.
QByteArray minisignPublicKey(const QByteArray &publicKey);
/// The key of such a text, 32 bytes; Malformed when it is not exactly what minisignPublicKey writes.
Result<QByteArray> readMinisignPublicKey(const QByteArray &text);

struct MinisignVerdict {
    bool intact = false;      ///< the signature file is as the key's owner made it
    bool matches = false;     ///< and the content is what was signed
    QByteArray trusted;       ///< the comment that was signed along
};
/// Stricter than minisign: comments that are not signed must be what this program writes.
MinisignVerdict checkMinisign(const QByteArray &publicKey, const QByteArray &content, const QByteArray &signatureText);

} // namespace pdsi
