// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/snapshot/snapshot.h"

#include <QMap>

/// The two text files of a `.pdsnap`: `manifest.json` and `requests.jsonl`.
namespace pdsi {

constexpr int archiveFormatVersion = 1;

/// SHA-256 of the archive's other files, by name.
using ArchiveDigests = QMap<QString, QByteArray>;

QByteArray manifestText(const SnapshotInfo &info, const ArchiveDigests &digests);
/// With the newline that ends it.
QByteArray requestLine(const RequestRecord &record, const QList<RemovedField> &removed);

struct ArchiveManifest {
    SnapshotInfo info;
    ArchiveDigests digests;
};
/// UnsupportedVersion, or Malformed with the name of the field that is wrong.
Result<ArchiveManifest> parseManifest(const QByteArray &text);

struct ArchiveRequests {
    QList<RequestRecord> records;              ///< ids ascend, none twice
    QHash<int, QList<RemovedField>> removed;
};
Result<ArchiveRequests> parseRequestLines(const QByteArray &text);

/// `requests/000001.json`.
QString bodyFileName(int requestId);

} // namespace pdsi
