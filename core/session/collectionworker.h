// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/auditsession.h"
#include "core/session/judging.h"

#include <QTimer>

namespace pdsi {

/// The half of a BackgroundCollection that lives in its thread: store, session, judging.
class CollectionWorker : public QObject
{
    Q_OBJECT
public:
    /// An empty path stands for SnapshotStore::defaultPath().
    explicit CollectionWorker(const QString &databasePath);
    ~CollectionWorker() override;

    /// `finished` follows exactly once, and `judged` after it when there is a snapshot.
    void start(const LiveAudit &audit);
    void pause();
    void resume();
    void cancel();
    void renewSecret(const Secret &secret);
    /// Cancels what runs and closes the store; `idle` follows, then nothing more.
    void stop();

    static constexpr int logIntervalMs = 100;
    /// What a view can take in one go without being felt.
    static constexpr qsizetype largestBatch = 200;

Q_SIGNALS:
    void started(const pdsi::CollectionStartNotice &notice);
    void progressed(const pdsi::CollectionProgress &progress);
    void requestsLogged(const QList<pdsi::RequestRecord> &records);
    void superseded(const QList<int> &requestIds);
    void renewalNeeded();
    void finished(const pdsi::CollectedSnapshot &collected);
    void judged(const pdsi::JudgedSnapshot &judged);
    void idle();

private:
    Result<Done> open(const LiveAudit &audit);
    void sendLog();
    void ended(const CollectedSnapshot &collected);
    void close();

    QString m_databasePath;
    std::unique_ptr<SnapshotStore> m_store;
    std::unique_ptr<AuditSession> m_session;
    QTimer m_logTimer;
    QList<RequestRecord> m_log; ///< answered, not yet sent
    bool m_running = false;
    bool m_stopping = false;
};

} // namespace pdsi
