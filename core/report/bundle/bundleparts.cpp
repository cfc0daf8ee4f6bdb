// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/bundle/bundleparts.h"

#include "core/base/jsonaccess.h"
#include "core/snapshot/snapshotarchive.h"
#include "core/snapshot/snapshotarchivetext.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QSet>
#include <QTemporaryFile>

namespace pdsi {

namespace {

using Kind = BundleDifference::Kind;

QHash<QString, QByteArray> listedDigests(const BundleManifest &manifest)
{
    QHash<QString, QByteArray> digests;
    for (const BundleEntry &file : manifest.files)
        digests.insert(file.name, file.sha256);
    return digests;
}

QByteArray hexDigest(const QByteArray &content) { return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex(); }

/// The embedded archive; it stays readable after its temporary file's name is gone.
Result<Snapshot> openEmbedded(const ZipReader &zip)
{
    QTemporaryFile copy;
    const auto put = [&copy](QByteArrayView piece) { return copy.write(piece.data(), piece.size()) == piece.size(); };
    if (!copy.open() || !zip.readPieces(bundlename::snapshot, put) || !copy.flush())
        return Error{ErrorCode::CannotWrite, QStringLiteral("a temporary copy of %1: %2").arg(bundlename::snapshot, copy.errorString())};
    return openSnapshotArchive(copy.fileName());
}

/// Every stored answer of the snapshot, and no other, is the evidence.
QList<BundleDifference> checkEvidence(const Snapshot &snapshot, const QHash<QString, QByteArray> &listed, const Cancellation &cancellation)
{
    QByteArray log;
    QSet<QString> own{bundlename::requestLog};
    for (const RequestRecord &record : snapshot.requests()) {
        if (cancellation.isCancelled())
            return {};
        log += requestLine(record, snapshot.removed(record.id));
        const QByteArray body = snapshot.body(record.id);
        if (body.isEmpty())
            continue;
        own.insert(bundleBodyName(record.id));
        if (listed.value(bundleBodyName(record.id)) != hexDigest(body))
            return {{Kind::Mismatch, bundleBodyName(record.id), QStringLiteral("is not the answer in snapshot.pdsnap")}};
    }
    if (listed.value(bundlename::requestLog) != hexDigest(log))
        return {{Kind::Mismatch, bundlename::requestLog, QStringLiteral("is not the request log of snapshot.pdsnap")}};
    for (auto it = listed.begin(); it != listed.end(); ++it) {
        if (it.key().startsWith(QLatin1String("evidence/")) && !own.contains(it.key()))
            return {{Kind::Mismatch, it.key(), QStringLiteral("is not in snapshot.pdsnap")}};
    }
    return {};
}

bool sameRequests(const QJsonArray &reported, const QList<RequestRecord> &requests)
{
    if (reported.size() != requests.size())
        return false;
    for (qsizetype i = 0; i < requests.size(); ++i) {
        const QJsonObject row = reported.at(i).toObject();
        const RequestRecord &record = requests.at(i);
        if (integerAt(row, QLatin1String("id")) != record.id || textAt(row, QLatin1String("path")) != record.path
            || textAt(row, QLatin1String("sha256")) != QString::fromLatin1(record.sha256))
            return false;
    }
    return true;
}

QList<BundleDifference> checkJsonReport(const QByteArray &text, const BundleManifest &manifest, const Snapshot &snapshot)
{
    const QJsonObject report = QJsonDocument::fromJson(text).object();
    const QJsonObject assessment = objectAt(report, QLatin1String("assessment"));
    const auto differs = [](const QString &what) { return QList<BundleDifference>{{Kind::Mismatch, bundlename::jsonReport, what}}; };
    if (QUuid(textAt(assessment, QLatin1String("id"))) != manifest.assessmentId
        || instantAt(assessment, QLatin1String("asOf")) != manifest.asOf)
        return differs(QStringLiteral("is of another assessment than manifest.json"));
    if (!sameRequests(arrayAt(report, QLatin1String("requests")), snapshot.requests()))
        return differs(QStringLiteral("was not made from snapshot.pdsnap"));
    return {};
}

} // namespace

Result<QList<BundleDifference>> checkBundleParts(const ZipReader &zip, const BundleManifest &manifest, const Cancellation &cancellation)
{
    using Differences = QList<BundleDifference>;
    const auto listed = listedDigests(manifest);
    if (!listed.contains(bundlename::snapshot))
        return Differences{{Kind::Missing, bundlename::snapshot, QStringLiteral("is not listed in manifest.json")}};
    const auto snapshot = openEmbedded(zip);
    if (!snapshot && snapshot.error().code == ErrorCode::CannotWrite)
        return snapshot.error();
    if (!snapshot)
        return Differences{{Kind::Mismatch, bundlename::snapshot, snapshot.error().detail}};
    if (snapshot->info().id != manifest.snapshotId)
        return Differences{{Kind::Mismatch, bundlename::snapshot, QStringLiteral("is another snapshot than manifest.json names")}};
    if (Differences evidence = checkEvidence(*snapshot, listed, cancellation); !evidence.isEmpty())
        return evidence;
    if (!listed.contains(bundlename::jsonReport))
        return Differences{};
    const auto report = zip.size(bundlename::jsonReport) <= largestBundleText ? zip.read(bundlename::jsonReport) : std::nullopt;
    if (!report)
        return Differences{{Kind::Mismatch, bundlename::jsonReport, QStringLiteral("cannot be read")}};
    return checkJsonReport(*report, manifest, *snapshot);
}

} // namespace pdsi
