// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/snapshotarchivezip.h"

#include "core/snapshot/snapshotstorebodies.h"

#include <QFile>
#include <QFileInfo>
#include <QMutexLocker>

#include <zip.h>

#include <algorithm>
#include <cstring>
#include <vector>

namespace pdsi {

namespace {

constexpr quint16 fixedDate = (0 << 9) | (1 << 5) | 1; // 1980-01-01, the first day ZIP knows
constexpr quint32 fixedMode = 0100600U << 16;
constexpr qint64 maxTotalBytes = 8LL * 1024 * 1024 * 1024;

/// One entry while libzip compresses it.
struct Entry {
    ZipBuilder::Content content;
    qint64 size = 0;
    QByteArray bytes;
    qsizetype position = 0;
    zip_error_t error;
};

qint64 readChunk(Entry &entry, void *data, quint64 length)
{
    const qsizetype count = std::min(static_cast<qsizetype>(length), entry.bytes.size() - entry.position);
    if (count > 0) // an empty QByteArray may have nothing to copy from
        std::memcpy(data, entry.bytes.constData() + entry.position, static_cast<size_t>(count));
    entry.position += count;
    return count;
}

/// Without the size libzip would make room for 64-bit sizes in every entry.
void describe(const Entry &entry, zip_stat_t *stat)
{
    zip_stat_init(stat);
    stat->size = static_cast<zip_uint64_t>(entry.size);
    stat->valid = ZIP_STAT_SIZE;
}

/// libzip's callback for one entry: gets the content when the entry's turn comes, drops it afterwards.
zip_int64_t serveEntry(void *user, void *data, zip_uint64_t length, zip_source_cmd_t command)
{
    Entry &entry = *static_cast<Entry *>(user);
    switch (command) {
    case ZIP_SOURCE_OPEN:
        entry.bytes = entry.content();
        entry.position = 0;
        return 0;
    case ZIP_SOURCE_READ:
        return readChunk(entry, data, length);
    case ZIP_SOURCE_CLOSE:
        entry.bytes.clear();
        return 0;
    case ZIP_SOURCE_STAT:
        describe(entry, static_cast<zip_stat_t *>(data));
        return sizeof(zip_stat_t);
    case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&entry.error, data, length);
    case ZIP_SOURCE_FREE:
        return 0; // ZipBuilder owns the entries
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                              ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, ZIP_SOURCE_SUPPORTS, -1);
    default:
        zip_error_set(&entry.error, ZIP_ER_OPNOTSUPP, 0);
        return -1;
    }
}

} // namespace

struct ZipBuilder::Data {
    zip_source_t *target = nullptr; ///< the bytes being written
    zip_t *zip = nullptr;
    std::vector<std::unique_ptr<Entry>> entries;
    QString problem;

    void note(const char *words)
    {
        if (problem.isEmpty())
            problem = QString::fromUtf8(words);
    }
};

ZipBuilder::ZipBuilder() : d(std::make_unique<Data>())
{
    zip_error_t error;
    zip_error_init(&error);
    d->target = zip_source_buffer_create(nullptr, 0, 0, &error);
    if (d->target) {
        zip_source_keep(d->target); // the archive frees its own reference
        d->zip = zip_open_from_source(d->target, ZIP_TRUNCATE, &error);
        if (!d->zip)
            zip_source_free(d->target);
    }
    if (!d->zip)
        d->note(zip_error_strerror(&error));
    zip_error_fini(&error);
}

ZipBuilder::~ZipBuilder()
{
    if (d->zip)
        zip_discard(d->zip);
    if (d->target)
        zip_source_free(d->target);
}

void ZipBuilder::add(const QString &name, qint64 size, Content content)
{
    if (!d->zip)
        return;
    auto entry = std::make_unique<Entry>();
    entry->content = std::move(content);
    entry->size = size;
    zip_error_init(&entry->error);
    zip_source_t *source = zip_source_function(d->zip, &serveEntry, entry.get());
    d->entries.push_back(std::move(entry));
    const zip_int64_t index = source ? zip_file_add(d->zip, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) {
        d->note(zip_strerror(d->zip));
        zip_source_free(source);
        return;
    }
    const auto at = static_cast<zip_uint64_t>(index);
    if (zip_set_file_compression(d->zip, at, ZIP_CM_DEFLATE, 6) < 0
        || zip_file_set_dostime(d->zip, at, 0, fixedDate, 0) < 0
        || zip_file_set_external_attributes(d->zip, at, 0, ZIP_OPSYS_UNIX, fixedMode) < 0)
        d->note(zip_strerror(d->zip));
}

Result<QByteArray> ZipBuilder::finish()
{
    if (d->problem.isEmpty() && zip_close(d->zip) != 0)
        d->note(zip_strerror(d->zip));
    if (!d->problem.isEmpty())
        return Error{ErrorCode::CannotWrite, d->problem};
    d->zip = nullptr;
    zip_stat_t stat;
    if (zip_source_stat(d->target, &stat) != 0 || zip_source_open(d->target) != 0)
        return Error{ErrorCode::CannotWrite, QStringLiteral("the archive cannot be read back")};
    QByteArray bytes(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
    const zip_int64_t got = zip_source_read(d->target, bytes.data(), stat.size);
    zip_source_close(d->target);
    if (got != bytes.size())
        return Error{ErrorCode::CannotWrite, QStringLiteral("the archive cannot be read back")};
    return bytes;
}

Result<std::shared_ptr<ZipReader>> ZipReader::open(const QString &path)
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
    if (auto read = reader->readDirectory(); !read)
        return read.error();
    return reader;
}

ZipReader::~ZipReader()
{
    if (m_zip)
        zip_discard(m_zip);
}

Result<Done> ZipReader::readDirectory()
{
    qint64 total = 0;
    const zip_int64_t count = zip_get_num_entries(m_zip, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        if (zip_stat_index(m_zip, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_STRICT, &stat) != 0
            || !(stat.valid & ZIP_STAT_NAME) || !(stat.valid & ZIP_STAT_SIZE))
            return Error{ErrorCode::Malformed, QStringLiteral("entry %1 of the archive cannot be read").arg(i)};
        const QString name = QString::fromUtf8(stat.name);
        if (stat.size > static_cast<zip_uint64_t>(maxBodyBytes))
            return Error{ErrorCode::Malformed, QStringLiteral("%1 is larger than 256 MiB").arg(name)};
        total += static_cast<qint64>(stat.size);
        if (total > maxTotalBytes)
            return Error{ErrorCode::Malformed, QStringLiteral("the archive unpacks to more than 8 GiB")};
        if (m_index.contains(name))
            return Error{ErrorCode::Malformed, QStringLiteral("%1 is in the archive twice").arg(name)};
        m_index.insert(name, i);
        m_names << name;
    }
    return Done{};
}

std::optional<QByteArray> ZipReader::read(const QString &name) const
{
    const QMutexLocker lock(&m_mutex); // libzip's handle is not made for several threads
    const qint64 index = m_index.value(name, -1);
    if (index < 0)
        return std::nullopt;
    zip_stat_t stat;
    if (zip_stat_index(m_zip, static_cast<zip_uint64_t>(index), 0, &stat) != 0)
        return std::nullopt;
    zip_file_t *file = zip_fopen_index(m_zip, static_cast<zip_uint64_t>(index), 0);
    if (!file)
        return std::nullopt;
    QByteArray bytes(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
    const zip_int64_t got = zip_fread(file, bytes.data(), stat.size);
    char beyond = 0; // an entry that holds more than its directory says is damaged; the end also checks the CRC
    const zip_int64_t more = got == bytes.size() ? zip_fread(file, &beyond, 1) : -1;
    zip_fclose(file);
    return more == 0 ? std::optional(bytes) : std::nullopt;
}

} // namespace pdsi
