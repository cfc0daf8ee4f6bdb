// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/outputfile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>

namespace pdsi::cli {

namespace {

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

Error cannotWrite(const QString &path, const QString &why)
{
    return {ErrorCode::CannotWrite, QStringLiteral("%1 (%2)").arg(path, why)};
}

Result<Done> writeStandardOutput(const std::function<bool(QIODevice &)> &write)
{
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly) || !write(out) || !out.flush())
        return cannotWrite(QStringLiteral("standard output"), out.errorString());
    return Done{};
}

} // namespace

Result<Done> checkWritable(const QString &path)
{
    const QFileInfo file(path), folder(file.absolutePath());
    if (!folder.isDir())
        return cannotWrite(path, QStringLiteral("no such folder"));
    if (file.isDir())
        return cannotWrite(path, QStringLiteral("is a folder"));
    if (file.exists() ? !file.isWritable() : !folder.isWritable())
        return cannotWrite(path, QStringLiteral("permission denied"));
    return Done{};
}

Result<Done> writeOutput(const QString &path, const std::function<bool(QIODevice &)> &write)
{
    if (path.isEmpty())
        return writeStandardOutput(write);
    QSaveFile file(path);
    // Devices and pipes (/dev/stdout) cannot be renamed over.
    file.setDirectWriteFallback(QFileInfo::exists(path) && !QFileInfo(path).isFile());
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(path, file.errorString());
    if (!file.setPermissions(ownerOnly) && QFileInfo(path).isFile())
        return cannotWrite(path, QStringLiteral("its permissions cannot be set"));
    if (!write(file) || !file.commit())
        return cannotWrite(path, file.errorString());
    return Done{};
}

} // namespace pdsi::cli
