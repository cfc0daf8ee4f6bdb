// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/zipbuilder.h"

#include "core/base/threadcrypto.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <zip.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <vector>

#include <unistd.h>

namespace pdsi {

namespace {

constexpr quint16 fixedDate = (0 << 9) | (1 << 5) | 1; // 1980-01-01, the first day ZIP knows
constexpr quint32 fixedMode = 0100600U << 16;

/// Writes the file out. libzip draws its temporary name from OpenSSL's random numbers.
bool closed(zip_t *zip)
{
    const bool ok = zip_close(zip) == 0;
    releaseThreadCrypto();
    return ok;
}

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

/// What is linked to is written, not the link.
QString realPath(const QString &path)
{
    const QString target = QFileInfo(path).canonicalFilePath();
    return target.isEmpty() ? path : target;
}

zip_t *openZip(const QString &path, int flags, QString *problem)
{
    int code = 0;
    zip_t *zip = zip_open(QFile::encodeName(path).constData(), flags, &code);
    if (!zip) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        *problem = QString::fromUtf8(zip_error_strerror(&error));
        zip_error_fini(&error);
    }
    return zip;
}

/// Dates and modes say nothing about the account: one for all.
bool makePlain(zip_t *zip, zip_int64_t index, ZipBuilder::Packing packing)
{
    const auto at = static_cast<zip_uint64_t>(index);
    const zip_int32_t method = packing == ZipBuilder::Packing::Store ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
    return zip_set_file_compression(zip, at, method, method == ZIP_CM_STORE ? 0 : 6) == 0
        && zip_file_set_dostime(zip, at, 0, fixedDate, 0) == 0
        && zip_file_set_external_attributes(zip, at, 0, ZIP_OPSYS_UNIX, fixedMode) == 0;
}

bool flushToDisk(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && ::fsync(file.handle()) == 0;
}

} // namespace

struct ZipBuilder::Data {
    QString path;
    QTemporaryFile file; ///< beside the target: closed to others, gone unless it was renamed
    zip_t *zip = nullptr;
    std::vector<std::unique_ptr<Entry>> entries;
    QString problem;
    Progress progress;
    bool stopped = false;

    void note(const char *words)
    {
        if (problem.isEmpty())
            problem = QString::fromUtf8(words);
    }

    void added(const QString &name, zip_source_t *source, Packing packing)
    {
        const zip_int64_t index = source ? zip_file_add(zip, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8) : -1;
        if (index < 0)
            zip_source_free(source);
        if (index < 0 || !makePlain(zip, index, packing))
            note(zip_strerror(zip));
    }
};

ZipBuilder::ZipBuilder(const QString &path) : d(std::make_unique<Data>())
{
    d->path = realPath(path);
    d->file.setFileTemplate(d->path + QStringLiteral(".XXXXXX"));
    if (!d->file.open()) {
        d->problem = d->file.errorString();
        return;
    }
    d->file.close();
    d->zip = openZip(d->file.fileName(), ZIP_CREATE | ZIP_TRUNCATE, &d->problem);
}

ZipBuilder::~ZipBuilder()
{
    if (d->zip)
        zip_discard(d->zip);
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
    d->added(name, source, Packing::Deflate);
}

void ZipBuilder::addFile(const QString &name, const QString &sourcePath, Packing packing)
{
    if (d->zip)
        d->added(name, zip_source_file(d->zip, QFile::encodeName(sourcePath).constData(), 0, -1), packing);
}

Result<Done> ZipBuilder::finish(const Progress &progress)
{
    const auto failed = [this] { return Error{ErrorCode::CannotWrite, QStringLiteral("%1: %2").arg(d->path, d->problem)}; };
    if (!d->problem.isEmpty())
        return failed();
    d->progress = progress;
    if (progress) {
        zip_register_progress_callback_with_state(d->zip, 0.005, [](zip_t *, double part, void *data) {
            auto &self = *static_cast<Data *>(data);
            self.stopped = self.stopped || !self.progress(part);
        }, nullptr, d.get());
        zip_register_cancel_callback_with_state(d->zip, [](zip_t *, void *data) {
            return static_cast<Data *>(data)->stopped ? 1 : 0;
        }, nullptr, d.get());
    }
    if (!closed(d->zip)) {
        if (d->stopped)
            return Error{ErrorCode::Cancelled, d->path};
        d->note(zip_strerror(d->zip));
        return failed();
    }
    d->zip = nullptr;
    const QByteArray temporary = QFile::encodeName(d->file.fileName());
    if (!flushToDisk(d->file.fileName()) || std::rename(temporary.constData(), QFile::encodeName(d->path).constData()) != 0) {
        d->note("the finished file cannot be put in its place");
        return failed();
    }
    d->file.setAutoRemove(false);
    return Done{};
}

Result<Done> ZipBuilder::append(const QString &path, const QString &name, const QByteArray &content)
{
    const QString target = realPath(path);
    QString problem;
    const auto failed = [&] { return Error{ErrorCode::CannotWrite, QStringLiteral("%1: %2").arg(target, problem)}; };
    zip_t *zip = openZip(target, 0, &problem);
    if (!zip)
        return failed();
    zip_source_t *source = zip_source_buffer(zip, content.constData(), static_cast<zip_uint64_t>(content.size()), 0);
    const zip_int64_t index = source ? zip_file_add(zip, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0)
        zip_source_free(source);
    if (index >= 0 && makePlain(zip, index, Packing::Deflate) && closed(zip)) // libzip renames, keeping the mode
        return Done{};
    problem = QString::fromUtf8(zip_strerror(zip));
    zip_discard(zip);
    return failed();
}

} // namespace pdsi
