// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/base/signingkey.h"
#include "core/report/bundle/bundlemanifest.h"
#include "core/snapshot/snapshot.h"

#include <functional>

class QIODevice;

namespace pdsi {

/// One report of a bundle. `write` returns false when the device took less than it was given.
struct BundleReport {
    QString name;     ///< `report.json`, `report.html`, ...
    std::function<bool(QIODevice &)> write;
};

struct BundleContent {
    Snapshot snapshot;
    QList<BundleReport> reports;
    QString subdomain;      ///< may be empty
    QString toolVersion;
    QUuid assessmentId;
    Instant asOf = 0;
    QDateTime assessedAt;   ///< UTC; also the time in the signature, so that the same content gives the same bytes
    bool redacted = false;
};

/// From 0 to 1; called in the thread that writes.
using BundleProgress = std::function<void(double)>;

/// Writes reports, snapshot, the answers that results point at, and the manifest with the SHA-256 of each; signed when
/// there is a key. The file appears whole or not at all, mode 0600. Memory does not grow with the snapshot.
/// Errors: CannotWrite, Cancelled. Blocking: run it in a worker.
Result<Done> writeEvidenceBundle(const BundleContent &content, const SigningKey *key, const QString &path,
                                 const Cancellation &cancellation = {}, const BundleProgress &progress = {});

/// SHA-256 (32 bytes) of the manifest of a bundle: what a time stamp is asked for.
Result<QByteArray> bundleManifestDigest(const QString &path);
/// Adds a time stamp answer; InvalidArgument when the bundle has one, Malformed when it is not about this bundle.
Result<Done> addBundleTimestamp(const QString &path, const QByteArray &answer);

} // namespace pdsi
