// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/snapshotwriter.h"

#include "core/base/logging.h"
#include "core/base/privatefile.h"
#include "core/snapshot/snapshotstorebodies.h"
#include "core/snapshot/snapshotstorerows.h"

#include <QFile>

#include <algorithm>

namespace pdsi {

namespace {

/// Answers an interrupted run need not ask for again: everything but what a new attempt may mend.
const QString reusable = QStringLiteral(
    "superseded = 0 AND result IN ('answered', 'denied', 'planGated', 'missing', 'refused')");

} // namespace

std::unique_ptr<QLockFile> lockSnapshot(const QString &databasePath, const QUuid &id)
{
    auto lock = std::make_unique<QLockFile>(
        QStringLiteral("%1.%2.lock").arg(databasePath, id.toString(QUuid::WithoutBraces)));
    lock->setStaleLockTime(0); // age proves nothing, a collection may take long: only a dead owner gives it up
    const PrivateUmask mask;
    return lock->tryLock(0) ? std::move(lock) : nullptr;
}

DatabaseSnapshotWriter::DatabaseSnapshotWriter(std::shared_ptr<StoreDatabase> database, const QUuid &id,
                                               std::unique_ptr<QLockFile> lock)
    : m_database(std::move(database)), m_lock(std::move(lock)), m_id(id)
{
}

Result<std::unique_ptr<SnapshotWriter>> DatabaseSnapshotWriter::open(std::shared_ptr<StoreDatabase> database,
                                                                     const QUuid &id, std::unique_ptr<QLockFile> lock)
{
    std::unique_ptr<DatabaseSnapshotWriter> writer(new DatabaseSnapshotWriter(std::move(database), id, std::move(lock)));
    if (auto read = writer->readRow(); !read)
        return read.error();
    if (auto started = writer->m_database->inTransaction([&] { return writer->startRun(); }); !started)
        return started.error();
    return std::unique_ptr<SnapshotWriter>(std::move(writer));
}

Result<Done> DatabaseSnapshotWriter::readRow()
{
    auto query = m_database->run(QStringLiteral("SELECT key, as_of, started_at, salt, next_request_id FROM snapshots "
                                                "WHERE id = ? AND finished_at IS NULL"),
                                 {m_id.toString(QUuid::WithoutBraces)});
    if (!query)
        return query.error();
    if (!query.value().next())
        return Error{ErrorCode::NotFound, QStringLiteral("no unfinished snapshot %1").arg(m_id.toString(QUuid::WithoutBraces))};
    m_key = query->value(0).toLongLong();
    m_asOf = query->value(1).toLongLong();
    m_startedAt = timeOf(query->value(2));
    m_salt = query->value(3).toByteArray();
    m_nextRequestId = query->value(4).toInt();
    auto pages = m_database->run(
        QStringLiteral("SELECT COUNT(*) FROM requests WHERE snapshot_key = ? AND %1").arg(reusable), {m_key});
    if (!pages)
        return pages.error();
    m_pagesAlreadyStored = pages.value().next() ? pages->value(0).toInt() : 0;
    return Done{};
}

Result<Done> DatabaseSnapshotWriter::startRun()
{
    auto last = m_database->run(QStringLiteral("SELECT COALESCE(MAX(run), 0) FROM runs WHERE snapshot_key = ?"), {m_key});
    if (!last)
        return last.error();
    m_run = last.value().next() ? last->value(0).toLongLong() + 1 : 1;
    last.value().finish();
    auto inserted = m_database->run(QStringLiteral("INSERT INTO runs (snapshot_key, run) VALUES (?, ?)"), {m_key, m_run});
    return inserted ? Result<Done>(Done{}) : Result<Done>(inserted.error());
}

std::optional<CollectedPage> DatabaseSnapshotWriter::answered(const QByteArray &method, const QString &path)
{
    auto records = readRequests(
        *m_database,
        QStringLiteral("snapshot_key = ? AND method = ? AND path = ? AND %1 ORDER BY id DESC LIMIT 1").arg(reusable),
        {m_key, sqlText(QString::fromLatin1(method)), sqlText(path)});
    if (!records || records->isEmpty())
        return std::nullopt;
    CollectedPage page;
    page.record = records->first();
    auto removed = readRemoved(*m_database, m_key, page.record.id);
    auto body = m_database->run(
        QStringLiteral("SELECT size, content FROM bodies WHERE snapshot_key = ? AND request_id = ?"),
        {m_key, page.record.id});
    if (!removed || !body)
        return std::nullopt;
    page.removed = *removed;
    if (body.value().next()) {
        page.body = uncompressBody(body->value(1).toByteArray(), body->value(0).toLongLong());
        if (page.body.isEmpty()) // damaged: better asked again than judged as empty
            return std::nullopt;
    }
    return page;
}

Result<Done> DatabaseSnapshotWriter::store(const CollectedPage &page)
{
    if (page.record.id < 1 || page.body.size() > maxBodyBytes)
        return Error{ErrorCode::InvalidArgument, QStringLiteral("request %1").arg(page.record.id)};
    auto stored = m_database->inTransaction([&] { return insertInTransaction(page); });
    if (stored)
        m_nextRequestId = std::max(m_nextRequestId, page.record.id + 1);
    return stored;
}

Result<Done> DatabaseSnapshotWriter::insertInTransaction(const CollectedPage &page)
{
    const RequestRecord &record = page.record;
    auto replaced = m_database->run(QStringLiteral("DELETE FROM requests WHERE snapshot_key = ? AND method = ? "
                                                   "AND path = ? AND result IN ('failed', 'unreadable')"),
                                    {m_key, sqlText(QString::fromLatin1(record.method)), sqlText(record.path)});
    if (!replaced)
        return replaced.error();
    if (auto inserted = insertPage(*m_database, m_key, page); !inserted)
        return inserted;
    auto next = m_database->run(QStringLiteral("UPDATE snapshots SET next_request_id = MAX(next_request_id, ?) WHERE key = ?"),
                                {record.id + 1, m_key});
    if (!next)
        return next.error();
    // The collector tells its counters only when it ends well. So that a killed run counts too, each run adds up
    // what its pages cost as they land; a replaced page stays counted, it was sent all the same.
    auto counted = m_database->run(QStringLiteral("UPDATE runs SET requests = requests + ?, retries = retries + ?, "
                                                  "bytes = bytes + ? WHERE snapshot_key = ? AND run = ?"),
                                   {record.attempts, std::max(0, record.attempts - 1), record.bytes, m_key, m_run});
    return counted ? Result<Done>(Done{}) : Result<Done>(counted.error());
}

Result<Done> DatabaseSnapshotWriter::markSuperseded(const QList<int> &requestIds)
{
    return m_database->inTransaction([&]() -> Result<Done> {
        for (const int requestId : requestIds) {
            auto marked = m_database->run(
                QStringLiteral("UPDATE requests SET superseded = 1 WHERE snapshot_key = ? AND id = ?"), {m_key, requestId});
            if (!marked)
                return marked.error();
        }
        return Done{};
    });
}

Result<Done> DatabaseSnapshotWriter::recordCounters(const SealInfo &counters)
{
    // The collector's own figures are the better ones (they hold aborted attempts), but never below the pages' sum.
    auto recorded = m_database->run(
        QStringLiteral("UPDATE runs SET requests = MAX(requests, ?), retries = MAX(retries, ?), "
                       "rate_limited_waits = MAX(rate_limited_waits, ?), bytes = MAX(bytes, ?) "
                       "WHERE snapshot_key = ? AND run = ?"),
        {counters.requests, counters.retries, counters.rateLimitedWaits, counters.bytes, m_key, m_run});
    return recorded ? Result<Done>(Done{}) : Result<Done>(recorded.error());
}

Result<Done> DatabaseSnapshotWriter::suspend(const SealInfo &counters)
{
    return m_database->inTransaction([&] { return recordCounters(counters); });
}

Result<Snapshot> DatabaseSnapshotWriter::seal(const SealInfo &info)
{
    if (!info.finishedAt.isValid())
        return Error{ErrorCode::InvalidArgument, QStringLiteral("finishedAt")};
    auto sealed = m_database->inTransaction([&]() -> Result<Done> {
        if (auto recorded = recordCounters(info); !recorded)
            return recorded;
        if (auto written = writeStates(*m_database, m_key, info.states); !written)
            return written;
        auto closed = m_database->run(QStringLiteral("UPDATE snapshots SET finished_at = ?, salt = NULL WHERE key = ?"),
                                      {info.finishedAt.toMSecsSinceEpoch(), m_key});
        return closed ? Result<Done>(Done{}) : Result<Done>(closed.error());
    });
    if (!sealed)
        return sealed.error();
    m_salt.fill('\0');
    m_salt.clear();
    m_lock.reset();
    // The salt is also in the log of changes until that is emptied. A reader in the way only delays this.
    if (auto emptied = m_database->run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")); !emptied)
        qCInfo(lcSnapshot) << "the write-ahead log stays for now:" << emptied.error().detail;
    return readSnapshot(*m_database, m_id);
}

} // namespace pdsi
