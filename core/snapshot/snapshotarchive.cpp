// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/snapshotarchive.h"

#include "core/base/logging.h"
#include "core/snapshot/snapshotarchivetext.h"
#include "core/snapshot/zipbuilder.h"
#include "core/snapshot/zipreader.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace pdsi {

namespace {

const QLatin1String manifestName("manifest.json");
const QLatin1String logName("requests.jsonl");

QByteArray digestOf(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
}

/// Bodies of an archive whose digests were checked when it was opened; checked again when read, for the file
/// may have been written over since.
class ArchiveBodySource final : public BodySource
{
public:
    ArchiveBodySource(std::shared_ptr<const ZipReader> zip, ArchiveDigests digests)
        : m_zip(std::move(zip)), m_digests(std::move(digests))
    {
    }

    QByteArray body(int requestId) const override
    {
        const QString name = bodyFileName(requestId);
        const auto expected = m_digests.constFind(name);
        if (expected == m_digests.constEnd())
            return {};
        const auto content = m_zip->read(name);
        if (!content || digestOf(*content) != *expected) {
            qCWarning(lcSnapshot) << "the archive changed while it was open:" << name;
            return {};
        }
        return *content;
    }

private:
    const std::shared_ptr<const ZipReader> m_zip;
    const ArchiveDigests m_digests;
};

Error differs(const QString &name, const QString &how)
{
    return {ErrorCode::DigestMismatch, name + QLatin1Char(' ') + how};
}

/// Every file listed is there and has its digest; every file there is listed. Names the first that is not so.
Result<Done> checkFiles(const ZipReader &zip, const ArchiveDigests &digests)
{
    QSet<QString> present(zip.names().begin(), zip.names().end());
    for (auto it = digests.begin(); it != digests.end(); ++it) {
        if (!present.remove(it.key()))
            return differs(it.key(), QStringLiteral("is missing"));
        const auto content = zip.read(it.key());
        if (!content || digestOf(*content) != it.value())
            return differs(it.key(), QStringLiteral("differs from its recorded SHA-256"));
    }
    present.remove(manifestName);
    if (!present.isEmpty()) {
        const QStringList extra(present.begin(), present.end());
        return differs(*std::min_element(extra.begin(), extra.end()), QStringLiteral("is not listed in manifest.json"));
    }
    return Done{};
}

/// Only the names this format writes: nothing that could mean a path elsewhere.
Result<Done> checkNames(const QStringList &names)
{
    for (const QString &name : names) {
        if (name == manifestName || name == logName)
            continue;
        bool number = false;
        const int id = name.mid(9, name.size() - 14).toInt(&number);
        if (!number || id < 1 || name != bodyFileName(id))
            return Error{ErrorCode::Malformed, QStringLiteral("\"%1\" has no place in a snapshot archive").arg(name)};
    }
    return Done{};
}

/// A body without a row in the log could be no one's answer.
Result<Done> checkOwners(const ArchiveDigests &digests, const QList<RequestRecord> &records)
{
    QSet<QString> owned{logName};
    for (const RequestRecord &record : records)
        owned.insert(bodyFileName(record.id));
    for (auto it = digests.begin(); it != digests.end(); ++it) {
        if (!owned.contains(it.key()))
            return Error{ErrorCode::Malformed, QStringLiteral("%1 belongs to no request").arg(it.key())};
    }
    return Done{};
}

Result<ArchiveManifest> readManifest(const ZipReader &zip)
{
    const auto text = zip.read(manifestName);
    if (!text)
        return Error{ErrorCode::Malformed, QStringLiteral("manifest.json is missing or damaged")};
    auto manifest = parseManifest(*text);
    if (manifest && !manifest->digests.contains(logName))
        return Error{ErrorCode::Malformed, QStringLiteral("manifest.json lists no requests.jsonl")};
    return manifest;
}

} // namespace

Result<Done> saveSnapshotArchive(const Snapshot &snapshot, const QString &path)
{
    ArchiveDigests digests;
    QByteArray log;
    QList<std::pair<int, qint64>> bodySizes;
    for (const RequestRecord &record : snapshot.requests()) {
        log += requestLine(record, snapshot.removed(record.id));
        const QByteArray body = snapshot.body(record.id);
        if (body.isEmpty())
            continue;
        digests.insert(bodyFileName(record.id), digestOf(body));
        bodySizes << std::pair(record.id, body.size());
    }
    digests.insert(logName, digestOf(log));
    const QByteArray manifest = manifestText(snapshot.info(), digests);

    ZipBuilder zip(path);
    zip.add(manifestName, manifest.size(), [manifest] { return manifest; });
    zip.add(logName, log.size(), [log] { return log; });
    for (const auto &[requestId, size] : bodySizes) // read a second time rather than held: together they may be large
        zip.add(bodyFileName(requestId), size, [&snapshot, id = requestId] { return snapshot.body(id); });
    return zip.finish();
}

Result<Snapshot> openSnapshotArchive(const QString &path)
{
    const auto zip = ZipReader::open(path);
    if (!zip)
        return zip.error();
    const ZipReader &reader = **zip;
    if (auto names = checkNames(reader.names()); !names)
        return names.error();
    auto manifest = readManifest(reader);
    if (!manifest)
        return manifest.error();
    if (auto files = checkFiles(reader, manifest->digests); !files)
        return files.error();
    const auto log = reader.read(logName);
    if (!log)
        return differs(logName, QStringLiteral("cannot be read"));
    auto requests = parseRequestLines(*log);
    if (!requests)
        return requests.error();
    if (auto owners = checkOwners(manifest->digests, requests->records); !owners)
        return owners.error();
    return Snapshot(manifest->info, requests->records, requests->removed,
                    std::make_shared<ArchiveBodySource>(*zip, manifest->digests));
}

} // namespace pdsi
