// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QMutex>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

struct zip;

namespace pdsi {

/// Reads entries of a ZIP file that may be hostile. Thread-safe; keeps the file open.
class ZipReader
{
public:
    /// NotFound, CannotRead or Malformed (not a ZIP, doubled or oversized entries, links). Entries may be as large as
    /// a stored answer where no other limit is given.
    static Result<std::shared_ptr<ZipReader>> open(const QString &path, qint64 maxEntryBytes = 0);
    /// The same of a file in memory, which the reader keeps.
    static Result<std::shared_ptr<ZipReader>> openBytes(const QByteArray &zip, qint64 maxEntryBytes = 0);
    ~ZipReader();
    ZipReader(const ZipReader &) = delete;
    ZipReader &operator=(const ZipReader &) = delete;

    /// In the order of the ZIP's directory.
    const QStringList &names() const { return m_names; }
    /// Of the uncompressed entry, as the directory has it; -1 when there is none.
    qint64 size(const QString &name) const;
    /// Gives the uncompressed entry piece by piece until `take` says no. True when all of it was taken and undamaged.
    bool readPieces(const QString &name, const std::function<bool(QByteArrayView)> &take) const;
    /// The uncompressed entry; nullopt when there is none or it is damaged.
    std::optional<QByteArray> read(const QString &name) const;

private:
    ZipReader() = default;
    Result<Done> readDirectory(qint64 maxEntryBytes);

    mutable QMutex m_mutex;
    struct zip *m_zip = nullptr;
    QByteArray m_bytes; ///< what it reads from, when that is no file
    QStringList m_names;
    QHash<QString, qint64> m_index;
};

} // namespace pdsi
