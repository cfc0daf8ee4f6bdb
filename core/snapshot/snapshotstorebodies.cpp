// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/snapshotstorebodies.h"

#include "core/base/logging.h"
#include "core/snapshot/snapshotstoredatabase.h"

#include <QFile>
#include <QThreadStorage>

#include <zstd.h>

namespace pdsi {

namespace {

constexpr int compressionLevel = 3;

/// A database connection belongs to the thread that made it, so every reading thread keeps the one it used
/// last. It is closed with the thread, or with the application for the main thread.
struct ReadConnection {
    QString path;
    std::shared_ptr<StoreDatabase> database;
};

QThreadStorage<ReadConnection> &threadConnection()
{
    static QThreadStorage<ReadConnection> storage;
    return storage;
}

StoreDatabase *connectionTo(const QString &path)
{
    ReadConnection &mine = threadConnection().localData();
    if (mine.path == path && mine.database)
        return mine.database.get();
    mine = {};
    if (!QFile::exists(path)) // SQLite would create it
        return nullptr;
    auto opened = StoreDatabase::open(path, StoreDatabase::Use::ReadOnly);
    if (!opened) {
        qCWarning(lcSnapshot) << "bodies cannot be read:" << opened.error().detail;
        return nullptr;
    }
    mine = {path, std::move(opened).value()};
    return mine.database.get();
}

} // namespace

QByteArray compressBody(const QByteArray &body)
{
    QByteArray content(static_cast<qsizetype>(ZSTD_compressBound(static_cast<size_t>(body.size()))), Qt::Uninitialized);
    const size_t size = ZSTD_compress(content.data(), static_cast<size_t>(content.size()), body.constData(),
                                      static_cast<size_t>(body.size()), compressionLevel);
    Q_ASSERT(!ZSTD_isError(size)); // the buffer has the bound's size
    content.truncate(static_cast<qsizetype>(size));
    return content;
}

QByteArray uncompressBody(const QByteArray &content, qint64 size)
{
    if (size <= 0 || size > maxBodyBytes)
        return {};
    QByteArray body(size, Qt::Uninitialized);
    const size_t got = ZSTD_decompress(body.data(), static_cast<size_t>(size), content.constData(),
                                       static_cast<size_t>(content.size()));
    if (ZSTD_isError(got) || got != static_cast<size_t>(size))
        return {};
    return body;
}

DatabaseBodySource::DatabaseBodySource(QString databasePath, qint64 snapshotKey)
    : m_path(std::move(databasePath)), m_snapshotKey(snapshotKey)
{
}

DatabaseBodySource::~DatabaseBodySource()
{
    if (threadConnection().hasLocalData() && threadConnection().localData().path == m_path)
        threadConnection().setLocalData({});
}

QByteArray DatabaseBodySource::body(int requestId) const
{
    StoreDatabase *database = connectionTo(m_path);
    if (!database)
        return {};
    auto query = database->run(
        QStringLiteral("SELECT size, content FROM bodies WHERE snapshot_key = ? AND request_id = ?"),
        {m_snapshotKey, requestId});
    if (!query || !query.value().next())
        return {};
    const QByteArray body = uncompressBody(query->value(1).toByteArray(), query->value(0).toLongLong());
    if (body.isEmpty())
        qCWarning(lcSnapshot) << "the body of request" << requestId << "is damaged";
    return body;
}

} // namespace pdsi
