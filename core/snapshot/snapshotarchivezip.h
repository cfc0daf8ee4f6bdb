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

/// A ZIP that is built in memory: entries in the order given, deflated, with one fixed date and mode,
/// so that the same entries give the same bytes.
class ZipBuilder
{
public:
    /// Called when the entry is compressed, in `finish`: contents need not be held all at once.
    using Content = std::function<QByteArray()>;

    ZipBuilder();
    ~ZipBuilder();
    ZipBuilder(const ZipBuilder &) = delete;
    ZipBuilder &operator=(const ZipBuilder &) = delete;

    /// `size` is what `content` will give.
    void add(const QString &name, qint64 size, Content content);
    /// The finished archive; CannotWrite with the library's words.
    Result<QByteArray> finish();

private:
    struct Data;
    std::unique_ptr<Data> d;
};

/// Reads entries of a ZIP file that may be hostile. Thread-safe; keeps the file open.
class ZipReader
{
public:
    /// NotFound, CannotRead or Malformed (not a ZIP, doubled or oversized entries).
    static Result<std::shared_ptr<ZipReader>> open(const QString &path);
    ~ZipReader();
    ZipReader(const ZipReader &) = delete;
    ZipReader &operator=(const ZipReader &) = delete;

    /// In the order of the ZIP's directory.
    const QStringList &names() const { return m_names; }
    /// The uncompressed entry; nullopt when there is none or it is damaged.
    std::optional<QByteArray> read(const QString &name) const;

private:
    ZipReader() = default;
    Result<Done> readDirectory();

    mutable QMutex m_mutex;
    struct zip *m_zip = nullptr;
    QStringList m_names;
    QHash<QString, qint64> m_index;
};

} // namespace pdsi
