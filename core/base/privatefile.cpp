// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/privatefile.h"

#include <QDir>
#include <QSaveFile>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace pdsi {

namespace {

Error cannotWrite(const QSaveFile &file)
{
    return {ErrorCode::CannotWrite, QStringLiteral("%1: %2").arg(file.fileName(), file.errorString())};
}

} // namespace

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

StagedFile::StagedFile(std::unique_ptr<QSaveFile> file) : m_file(std::move(file)) {}
StagedFile::~StagedFile() = default;
StagedFile::StagedFile(StagedFile &&) noexcept = default;
StagedFile &StagedFile::operator=(StagedFile &&) noexcept = default;

Result<StagedFile> StagedFile::write(const QString &path, const QByteArray &content)
{
    auto file = std::make_unique<QSaveFile>(path);
    bool opened = false;
    {
        const PrivateUmask mask;
        opened = file->open(QIODevice::WriteOnly);
    }
    // QSaveFile takes over the mode of a file that is already there; ours must not depend on it.
    const bool written = opened && file->setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file->write(content) == content.size() && file->flush();
    if (!written)
        return cannotWrite(*file);
    return StagedFile(std::move(file));
}

Result<Done> StagedFile::commit() { return m_file->commit() ? Result<Done>(Done{}) : Result<Done>(cannotWrite(*m_file)); }

Result<Done> writePrivateFile(const QString &path, const QByteArray &content)
{
    auto staged = StagedFile::write(path, content);
    return staged ? staged.value().commit() : Result<Done>(staged.error());
}

Result<Done> makePrivateDirectory(const QString &path)
{
    const PrivateUmask mask;
    if (!QDir().mkpath(path))
        return Error{ErrorCode::CannotWrite, QStringLiteral("%1: the directory cannot be created").arg(path)};
    return Done{};
}

} // namespace pdsi
