// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

class QSaveFile;

namespace pdsi {

/// While it lives, what this process creates is closed to others. The mask belongs to the whole process:
/// a file another thread creates meanwhile is merely stricter than it had to be.
class PrivateUmask
{
public:
    PrivateUmask();
    ~PrivateUmask();
    PrivateUmask(const PrivateUmask &) = delete;
    PrivateUmask &operator=(const PrivateUmask &) = delete;

private:
    unsigned m_previous = 0;
};

/// A file that is written beside its place and is put there later, or never: mode 0600 throughout.
class StagedFile
{
public:
    /// All of the content, flushed. CannotWrite.
    static Result<StagedFile> write(const QString &path, const QByteArray &content);
    ~StagedFile();
    StagedFile(StagedFile &&) noexcept;
    StagedFile &operator=(StagedFile &&) noexcept;

    /// Puts it in its place, once. CannotWrite: then what was there before still is.
    Result<Done> commit();

private:
    explicit StagedFile(std::unique_ptr<QSaveFile> file);

    std::unique_ptr<QSaveFile> m_file;
};

/// Writes a temporary file beside `path` and renames it: all of the content or none, mode 0600 throughout.
Result<Done> writePrivateFile(const QString &path, const QByteArray &content);

/// Creates the directory, and missing ones above it, with mode 0700. One that exists keeps its mode.
Result<Done> makePrivateDirectory(const QString &path);

} // namespace pdsi
