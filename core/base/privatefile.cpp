// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/privatefile.h"

#include <QDir>
#include <QSaveFile>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace pdsi {

PrivateUmask::PrivateUmask()
{
#ifdef Q_OS_UNIX
    m_previous = ::umask(0077);
#endif
}

PrivateUmask::~PrivateUmask()
{
#ifdef Q_OS_UNIX
    ::umask(static_cast<mode_t>(m_previous));
#endif
}

Result<Done> writePrivateFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    bool opened = false;
    {
        const PrivateUmask mask;
        opened = file.open(QIODevice::WriteOnly);
    }
    // QSaveFile takes over the mode of a file that is already there; ours must not depend on it.
    const bool written = opened && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(content) == content.size() && file.commit();
    if (!written)
        return Error{ErrorCode::CannotWrite, QStringLiteral("%1: %2").arg(path, file.errorString())};
    return Done{};
}

Result<Done> makePrivateDirectory(const QString &path)
{
    const PrivateUmask mask;
    if (!QDir().mkpath(path))
        return Error{ErrorCode::CannotWrite, QStringLiteral("%1: the directory cannot be created").arg(path)};
    return Done{};
}

} // namespace pdsi
