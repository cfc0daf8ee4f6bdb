// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/snapshotstore.h"
#include "core/snapshot/snapshotstoredatabase.h"

#include <QLockFile>

namespace pdsi {

/// Takes the lock of an unfinished snapshot, also over from a process that died; null when another holds it.
std::unique_ptr<QLockFile> lockSnapshot(const QString &databasePath, const QUuid &id);

/// A SnapshotWriter on the rows of one unfinished snapshot. Every object is one run in the table `runs`.
class DatabaseSnapshotWriter final : public SnapshotWriter
{
public:
    /// The snapshot's row must exist and be unfinished; `lock` is held until the writer goes or seals.
    static Result<std::unique_ptr<SnapshotWriter>> open(std::shared_ptr<StoreDatabase> database, const QUuid &id,
                                                        std::unique_ptr<QLockFile> lock);

    std::optional<CollectedPage> answered(const QByteArray &method, const QString &path) override;
    Result<Done> store(const CollectedPage &page) override;
    Result<Done> markSuperseded(const QList<int> &requestIds) override;
    int nextRequestId() override { return m_nextRequestId; }

    QUuid id() const override { return m_id; }
    Instant asOf() const override { return m_asOf; }
    QDateTime startedAt() const override { return m_startedAt; }
    QByteArray salt() const override { return m_salt; }
    int pagesAlreadyStored() const override { return m_pagesAlreadyStored; }
    Result<Snapshot> seal(const SealInfo &info) override;
    Result<Done> suspend(const SealInfo &counters) override;

private:
    DatabaseSnapshotWriter(std::shared_ptr<StoreDatabase> database, const QUuid &id, std::unique_ptr<QLockFile> lock);
    Result<Done> readRow();
    Result<Done> startRun();
    Result<Done> insertInTransaction(const CollectedPage &page);
    Result<Done> recordCounters(const SealInfo &counters);

    std::shared_ptr<StoreDatabase> m_database;
    std::unique_ptr<QLockFile> m_lock;
    QUuid m_id;
    qint64 m_key = 0;
    qint64 m_run = 0;
    Instant m_asOf = 0;
    QDateTime m_startedAt;
    QByteArray m_salt;
    int m_pagesAlreadyStored = 0;
    int m_nextRequestId = 1;
};

} // namespace pdsi
