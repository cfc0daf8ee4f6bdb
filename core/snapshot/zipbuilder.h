// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <functional>
#include <memory>

namespace pdsi {

/// Writes a ZIP file: entries in the order given, with one fixed date and mode, so that the same entries give the
/// same bytes. Entries are asked for their content one at a time. The file appears when all of it is written, mode 0600.
class ZipBuilder
{
public:
    /// Called when the entry is compressed, in `finish`: contents need not be held all at once.
    using Content = std::function<QByteArray()>;
    /// From 0 to 1; false stops.
    using Progress = std::function<bool(double)>;
    enum class Packing : quint8 { Deflate, Store };

    explicit ZipBuilder(const QString &path);
    ~ZipBuilder();
    ZipBuilder(const ZipBuilder &) = delete;
    ZipBuilder &operator=(const ZipBuilder &) = delete;

    /// `size` is what `content` will give.
    void add(const QString &name, qint64 size, Content content);
    void addFile(const QString &name, const QString &sourcePath, Packing packing);
    /// CannotWrite with the library's words, or Cancelled; then there is no new file.
    Result<Done> finish(const Progress &progress = {});

    /// Adds one entry to a ZIP that is there; the others keep their bytes. All of it or nothing.
    static Result<Done> append(const QString &path, const QString &name, const QByteArray &content);

private:
    struct Data;
    std::unique_ptr<Data> d;
};

} // namespace pdsi
