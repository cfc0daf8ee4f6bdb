// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"

#include <QList>
#include <QUuid>

namespace pdsi {

/// Names inside an evidence bundle.
namespace bundlename {
inline constexpr QLatin1String manifest("manifest.json");
inline constexpr QLatin1String signature("manifest.json.minisig");
inline constexpr QLatin1String timestamp("manifest.json.tsr");
inline constexpr QLatin1String publicKey("PUBLIC-KEY.txt");
inline constexpr QLatin1String instructions("HOW-TO-VERIFY.txt");
inline constexpr QLatin1String snapshot("snapshot.pdsnap");
inline constexpr QLatin1String jsonReport("report.json");
inline constexpr QLatin1String requestLog("evidence/requests.jsonl");
} // namespace bundlename
/// `evidence/requests/000001.json`: what SARIF results point at.
QString bundleBodyName(int requestId);
/// Letters, digits, `. _ -` and single slashes inside; nothing that could lead out of the folder it is unpacked in.
bool isBundleName(const QString &name);

struct BundleEntry {
    QString name;
    qint64 size = 0;
    QByteArray sha256;    ///< lower-case hex of the file as stored in the bundle
};

/// What a bundle says about itself.
struct BundleManifest {
    QString toolVersion;
    QString baseUrl;      ///< of the account
    QString subdomain;    ///< may be empty
    QUuid snapshotId;
    QUuid assessmentId;
    Instant asOf = 0;
    QDateTime assessedAt; ///< UTC
    bool redacted = false;
    QString signedBy;     ///< fingerprint of the key; empty = unsigned
    QList<BundleEntry> files; ///< all but the manifest itself, its signature and its time stamp
};

constexpr int bundleFormatVersion = 1;
constexpr qint64 largestBundleFile = 4LL * 1024 * 1024 * 1024;
constexpr qint64 largestBundleText = 256LL * 1024 * 1024; ///< of what is read into memory: manifest, log, JSON report

/// One file a line, so that line tools can read the list too.
QByteArray bundleManifestText(const BundleManifest &manifest);
/// UnsupportedVersion; Malformed unless it is byte for byte what bundleManifestText writes.
Result<BundleManifest> parseBundleManifest(const QByteArray &text);

} // namespace pdsi
