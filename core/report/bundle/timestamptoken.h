// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>

namespace pdsi {

/// Time stamps of RFC 3161: an authority signs that a digest existed at a time.

/// The question (DER) for a SHA-256 digest, with a random nonce; asks for the certificates to be sent along.
Result<QByteArray> timestampQuestion(const QByteArray &sha256);
/// Whether the answer (DER) grants that very question. Malformed; InvalidArgument with the authority's reason.
Result<Done> checkTimestampAnswer(const QByteArray &answer, const QByteArray &question);

struct TimestampVerdict {
    enum class State : quint8 {
        None,
        Valid,   ///< the authority's signature is good and is about this digest
        Wrong,   ///< see `problem`
    } state = State::None;
    QDateTime time;          ///< UTC
    QString authority;       ///< name in the certificate that signed
    QString policy;          ///< dotted number of the authority's policy
    bool trusted = false;    ///< the certificate leads to an authority that the system or the reader trusts
    bool trustedBySystem = false;
    QString problem;         ///< why it is wrong, or why it is not trusted
};

/// Judges an answer against the digest it should be about. Offline: by the certificates it holds, the system's, and
/// those the reader trusts (PEM).
TimestampVerdict inspectTimestamp(const QByteArray &answer, const QByteArray &sha256, const QByteArray &certificates = {});

/// The certificates of a PEM file, for the above. CannotRead; Malformed when it holds none.
Result<QByteArray> readTimestampCertificates(const QString &path);

} // namespace pdsi
