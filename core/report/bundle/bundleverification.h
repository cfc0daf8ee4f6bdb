// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/report/bundle/bundlemanifest.h"
#include "core/report/bundle/timestamptoken.h"

#include <QStringList>

namespace pdsi {

/// Which keys the reader of a bundle knows by another way than the bundle itself.
struct BundleTrust {
    QString expectedFingerprint;    ///< given by a person; empty = none. The bundle must be signed by exactly this key
    QStringList knownFingerprints;  ///< e.g. of this keychain
    bool requireSignature = false;  ///< an unsigned bundle is not good
    QByteArray timestampCertificates = {}; ///< PEM: whose time stamps are trusted beside those the system trusts
};

struct BundleDifference {
    enum class Kind : quint8 {
        Missing,    ///< listed, not there
        Extra,      ///< there, not listed
        Differs,    ///< not as it was listed or signed
        Mismatch,   ///< as it was listed, but it does not belong to the rest
    } kind = Kind::Differs;
    QString file;
    QString detail; ///< what is wrong with it, in English; may be empty
};

struct BundleVerdict {
    enum class Signature : quint8 {
        None,       ///< unsigned, also where a signature was asked for
        Good,
        Wrong,      ///< the signature does not fit, or is not by the expected key
    };
    enum class Trust : quint8 {
        Nobody,             ///< unsigned or wrong: the files may fit together, but nobody vouches for them
        OnlyItself,         ///< signed by a key that only the bundle names
        KnownKey,           ///< by one of the keys the reader knows
        GivenFingerprint,   ///< by the key the reader asked for
    };

    BundleManifest manifest;
    QList<BundleDifference> differences;   ///< worst news first: the first names the file to look at
    Signature signature = Signature::None;
    Trust trust = Trust::Nobody;
    QString fingerprint;                   ///< of the key that signed; empty when unsigned or unreadable
    TimestampVerdict timestamp;

    /// Everything is as it was listed, and signed as expected.
    bool good() const { return differences.isEmpty(); }
};

/// Checks a bundle offline. What differs is in the verdict; what is no bundle at all, or could do harm when it is
/// unpacked (paths, links, doubled names, sizes beyond the manifest), is Malformed. Also NotFound, CannotRead,
/// UnsupportedVersion, Cancelled. Blocking: run it in a worker.
Result<BundleVerdict> verifyEvidenceBundle(const QString &path, const BundleTrust &trust = {},
                                           const Cancellation &cancellation = {});

} // namespace pdsi
