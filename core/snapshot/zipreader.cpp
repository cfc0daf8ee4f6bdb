// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/zipreader.h"

#include "core/snapshot/snapshotstorebodies.h"

#include <QFile>
#include <QFileInfo>
#include <QMutexLocker>

#include <zip.h>

#include <algorithm>

namespace pdsi {

namespace {

constexpr qint64 maxTotalBytes = 8LL * 1024 * 1024 * 1024;
constexpr qint64 maxEntries = 4'000'000;
constexpr qsizetype pieceBytes = 1024 * 1024;

/// A link would lead whoever unpacks it elsewhere.
bool isPlainFile(zip_t *zip, zip_uint64_t index)
{
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(zip, index, 0, &system, &attributes) != 0)
        return false;
    const zip_uint32_t kind = (attributes >> 16) & 0170000U;
    return system != ZIP_OPSYS_UNIX || kind == 0 || kind == 0100000U;
}

} // namespace

Result<std::shared_ptr<ZipReader>> ZipReader::open(const QString &path, qint64 maxEntryBytes)
{
    const QFileInfo file(path);
    if (!file.exists())
        return Error{ErrorCode::NotFound, path};
    if (!file.isFile() || !file.isReadable())
        return Error{ErrorCode::CannotRead, path};
    std::shared_ptr<ZipReader> reader(new ZipReader);
    int code = 0;
    reader->m_zip = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, &code);
    if (!reader->m_zip)
        return Error{code == ZIP_ER_OPEN || code == ZIP_ER_READ ? ErrorCode::CannotRead : ErrorCode::Malformed,
                     QStringLiteral("%1 is not a ZIP archive, or a damaged one").arg(path)};
    if (auto read = reader->readDirectory(maxEntryBytes > 0 ? maxEntryBytes : maxBodyBytes); !read)
        return read.error();
    return reader;
}

Result<std::shared_ptr<ZipReader>> ZipReader::openBytes(const QByteArray &zip, qint64 maxEntryBytes)
{
    std::shared_ptr<ZipReader> reader(new ZipReader);
    reader->m_bytes = zip;
    zip_source_t *source = zip_source_buffer_create(reader->m_bytes.constData(), zip_uint64_t(zip.size()), 0, nullptr);
    reader->m_zip = source ? zip_open_from_source(source, ZIP_RDONLY, nullptr) : nullptr;
    if (!reader->m_zip) {
        zip_source_free(source);
        return Error{ErrorCode::Malformed, QStringLiteral("the bytes are no ZIP archive, or a damaged one")};
    }
    if (auto read = reader->readDirectory(maxEntryBytes > 0 ? maxEntryBytes : maxBodyBytes); !read)
        return read.error();
    return reader;
}

ZipReader::~ZipReader()
{
    if (m_zip)
        zip_discard(m_zip);
}

Result<Done> ZipReader::readDirectory(qint64 maxEntryBytes)
{
    qint64 total = 0;
    const zip_int64_t count = zip_get_num_entries(m_zip, 0);
    if (count > maxEntries)
        return Error{ErrorCode::Malformed, QStringLiteral("the archive has more than %1 entries").arg(maxEntries)};
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        if (zip_stat_index(m_zip, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_STRICT, &stat) != 0
            || !(stat.valid & ZIP_STAT_NAME) || !(stat.valid & ZIP_STAT_SIZE))
            return Error{ErrorCode::Malformed, QStringLiteral("entry %1 of the archive cannot be read").arg(i)};
        const QString name = QString::fromUtf8(stat.name);
        if (stat.size > static_cast<zip_uint64_t>(maxEntryBytes))
            return Error{ErrorCode::Malformed, QStringLiteral("%1 is larger than %2 MiB").arg(name).arg(maxEntryBytes >> 20)};
        total += static_cast<qint64>(stat.size);
        if (total > maxTotalBytes)
            return Error{ErrorCode::Malformed, QStringLiteral("the archive unpacks to more than 8 GiB")};
        if (!isPlainFile(m_zip, static_cast<zip_uint64_t>(i)))
            return Error{ErrorCode::Malformed, QStringLiteral("%1 is not a plain file").arg(name)};
        if (m_index.contains(name))
            return Error{ErrorCode::Malformed, QStringLiteral("%1 is in the archive twice").arg(name)};
        m_index.insert(name, i);
        m_names << name;
    }
    return Done{};
}

qint64 ZipReader::size(const QString &name) const
{
    const QMutexLocker lock(&m_mutex); // libzip's handle is not made for several threads
    zip_stat_t stat;
    const qint64 index = m_index.value(name, -1);
    return index >= 0 && zip_stat_index(m_zip, static_cast<zip_uint64_t>(index), 0, &stat) == 0 ? qint64(stat.size) : -1;
}

bool ZipReader::readPieces(const QString &name, const std::function<bool(QByteArrayView)> &take) const
{
    qint64 left = size(name);
    if (left < 0)
        return false;
    const QMutexLocker lock(&m_mutex);
    zip_file_t *file = zip_fopen_index(m_zip, static_cast<zip_uint64_t>(m_index.value(name)), 0);
    if (!file)
        return false;
    QByteArray piece(std::min<qint64>(std::max<qint64>(left, 1), pieceBytes), Qt::Uninitialized);
    bool whole = true;
    while (whole && left > 0) {
        const zip_int64_t got = zip_fread(file, piece.data(), zip_uint64_t(std::min<qint64>(left, piece.size())));
        whole = got > 0 && take(QByteArrayView(piece.constData(), got));
        left -= got;
    }
    // An entry that holds more than its directory says is damaged; the end also checks the CRC.
    whole = whole && zip_fread(file, piece.data(), 1) == 0;
    zip_fclose(file);
    return whole;
}

std::optional<QByteArray> ZipReader::read(const QString &name) const
{
    QByteArray bytes;
    bytes.reserve(std::max<qint64>(size(name), 0));
    const bool whole = readPieces(name, [&bytes](QByteArrayView piece) {
        bytes.append(piece);
        return true;
    });
    return whole ? std::optional(bytes) : std::nullopt;
}

} // namespace pdsi
