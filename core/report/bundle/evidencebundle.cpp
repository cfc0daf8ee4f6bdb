// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/bundle/evidencebundle.h"

#include "core/report/bundle/bundleinstructions.h"
#include "core/report/bundle/minisign.h"
#include "core/report/bundle/timestamptoken.h"
#include "core/snapshot/snapshotarchive.h"
#include "core/snapshot/snapshotarchivetext.h"
#include "core/snapshot/zipbuilder.h"
#include "core/snapshot/zipreader.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace pdsi {

namespace {

constexpr double digestShare = 0.4; ///< of the work: reports, snapshot and digests; the rest is packing

QByteArray sha256Of(const QByteArray &content) { return QCryptographicHash::hash(content, QCryptographicHash::Sha256); }

Error cannotWriteBundle(const QString &path, const QString &why)
{
    return {ErrorCode::CannotWrite, QStringLiteral("%1: %2").arg(path, why)};
}

/// Makes one bundle: everything is digested first, for the manifest comes first; then it is packed.
class BundleWriting
{
public:
    BundleWriting(const BundleContent &content, const SigningKey *key, const QString &path, const Cancellation &cancellation,
                  const BundleProgress &progress)
        : m_content(content), m_key(key), m_path(path), m_cancellation(cancellation), m_progress(progress),
          m_work(QFileInfo(path).absolutePath() + QStringLiteral("/.bundle-XXXXXX"))
    {
    }

    Result<Done> write();

private:
    Result<Done> addReports();
    Result<Done> addSnapshot();
    Result<Done> addEvidence();
    Result<Done> addWorkFile(const QString &name);
    void addText(const QString &name, const QByteArray &text);
    BundleManifest manifest() const;
    Result<Done> pack();
    QString workPath(const QString &name) const { return m_work.filePath(name); }
    Error stopped() const { return {ErrorCode::Cancelled, m_path}; }
    void report(double part) const
    {
        if (m_progress)
            m_progress(part);
    }

    const BundleContent &m_content;
    const SigningKey *m_key;
    const QString m_path;
    const Cancellation m_cancellation;
    const BundleProgress &m_progress;
    QTemporaryDir m_work;            ///< beside the bundle, closed to others
    QList<BundleEntry> m_files;
    QHash<QString, QByteArray> m_texts;
    QHash<QString, int> m_bodies;
};

Result<Done> BundleWriting::write()
{
    if (!m_work.isValid())
        return cannotWriteBundle(m_path, m_work.errorString());
    if (m_key)
        addText(bundlename::publicKey, minisignPublicKey(m_key->publicKey()));
    addText(bundlename::instructions, bundleInstructions(m_key ? keyFingerprint(m_key->publicKey()) : QString(), m_content.redacted));
    for (const auto step : {&BundleWriting::addReports, &BundleWriting::addSnapshot, &BundleWriting::addEvidence, &BundleWriting::pack}) {
        if (m_cancellation.isCancelled())
            return stopped();
        if (auto done = (this->*step)(); !done)
            return done;
    }
    report(1);
    return Done{};
}

void BundleWriting::addText(const QString &name, const QByteArray &text)
{
    m_texts.insert(name, text);
    m_files << BundleEntry{name, text.size(), sha256Of(text).toHex()};
}

Result<Done> BundleWriting::addWorkFile(const QString &name)
{
    QFile file(workPath(name));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return cannotWriteBundle(file.fileName(), file.errorString());
    m_files << BundleEntry{name, file.size(), hash.result().toHex()};
    return Done{};
}

Result<Done> BundleWriting::addReports()
{
    for (const BundleReport &wanted : m_content.reports) {
        if (m_cancellation.isCancelled())
            return stopped();
        if (!isBundleName(wanted.name) || wanted.name.contains(QLatin1Char('/')))
            return Error{ErrorCode::InvalidArgument, wanted.name};
        QFile file(workPath(wanted.name));
        if (!file.open(QIODevice::WriteOnly) || !wanted.write(file) || !file.flush())
            return cannotWriteBundle(m_path, QStringLiteral("%1: %2").arg(wanted.name, file.errorString()));
        file.close();
        if (auto added = addWorkFile(wanted.name); !added)
            return added;
    }
    return Done{};
}

Result<Done> BundleWriting::addSnapshot()
{
    if (auto saved = saveSnapshotArchive(m_content.snapshot, workPath(bundlename::snapshot)); !saved)
        return saved;
    return addWorkFile(bundlename::snapshot);
}

Result<Done> BundleWriting::addEvidence()
{
    QByteArray log;
    const QList<RequestRecord> &requests = m_content.snapshot.requests();
    QList<BundleEntry> bodies;
    for (qsizetype i = 0; i < requests.size(); ++i) {
        if (m_cancellation.isCancelled())
            return stopped();
        const int id = requests.at(i).id;
        log += requestLine(requests.at(i), m_content.snapshot.removed(id));
        const QByteArray body = m_content.snapshot.body(id);
        report(digestShare * double(i + 1) / double(requests.size()));
        if (body.isEmpty())
            continue;
        m_bodies.insert(bundleBodyName(id), id);
        bodies << BundleEntry{bundleBodyName(id), body.size(), sha256Of(body).toHex()};
    }
    addText(bundlename::requestLog, log);
    m_files << bodies;
    return Done{};
}

BundleManifest BundleWriting::manifest() const
{
    BundleManifest manifest;
    manifest.toolVersion = m_content.toolVersion;
    manifest.baseUrl = m_content.snapshot.info().account.baseUrl;
    manifest.subdomain = m_content.subdomain;
    manifest.snapshotId = m_content.snapshot.info().id;
    manifest.assessmentId = m_content.assessmentId;
    manifest.asOf = m_content.asOf;
    manifest.assessedAt = m_content.assessedAt;
    manifest.redacted = m_content.redacted;
    manifest.signedBy = m_key ? keyFingerprint(m_key->publicKey()) : QString();
    manifest.files = m_files;
    return manifest;
}

Result<Done> BundleWriting::pack()
{
    const QByteArray listing = bundleManifestText(manifest());
    ZipBuilder zip(m_path);
    const auto addBytes = [&zip](const QString &name, const QByteArray &text) {
        zip.add(name, text.size(), [text] { return text; });
    };
    addBytes(bundlename::manifest, listing);
    if (m_key) {
        const auto signature = minisignSignature(*m_key, listing, bundleTrustedComment(m_content.assessedAt));
        if (!signature)
            return signature.error();
        addBytes(bundlename::signature, *signature);
    }
    for (const BundleEntry &file : std::as_const(m_files)) {
        if (m_texts.contains(file.name))
            addBytes(file.name, m_texts.value(file.name));
        else if (m_bodies.contains(file.name))
            zip.add(file.name, file.size, [this, id = m_bodies.value(file.name)] { return m_content.snapshot.body(id); });
        else
            zip.addFile(file.name, workPath(file.name), file.name == bundlename::snapshot ? ZipBuilder::Packing::Store
                                                                                          : ZipBuilder::Packing::Deflate);
    }
    return zip.finish([this](double part) {
        report(digestShare + (1 - digestShare) * part);
        return !m_cancellation.isCancelled();
    });
}

} // namespace

Result<Done> writeEvidenceBundle(const BundleContent &content, const SigningKey *key, const QString &path,
                                 const Cancellation &cancellation, const BundleProgress &progress)
{
    return BundleWriting(content, key, path, cancellation, progress).write();
}

Result<QByteArray> bundleManifestDigest(const QString &path)
{
    const auto zip = ZipReader::open(path, largestBundleFile);
    if (!zip)
        return zip.error();
    const auto manifest = (*zip)->size(bundlename::manifest) <= largestBundleText ? (*zip)->read(bundlename::manifest) : std::nullopt;
    if (!manifest)
        return Error{ErrorCode::Malformed, QStringLiteral("%1 has no manifest.json").arg(path)};
    return sha256Of(*manifest);
}

Result<Done> addBundleTimestamp(const QString &path, const QByteArray &answer)
{
    const auto digest = bundleManifestDigest(path);
    if (!digest)
        return digest.error();
    if (const auto verdict = inspectTimestamp(answer, *digest); verdict.state != TimestampVerdict::State::Valid)
        return Error{ErrorCode::Malformed, QStringLiteral("the time stamp is not good: %1").arg(verdict.problem)};
    const auto zip = ZipReader::open(path, largestBundleFile);
    if (!zip || (*zip)->names().contains(bundlename::timestamp))
        return Error{ErrorCode::InvalidArgument, QStringLiteral("%1 has a time stamp already").arg(path)};
    return ZipBuilder::append(path, bundlename::timestamp, answer);
}

} // namespace pdsi
