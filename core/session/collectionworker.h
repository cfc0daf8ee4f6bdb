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

    /// What was told last has been dealt with. Until then nothing more is told, so that news never pile up before a
    /// window that is busy or gets no processor.
    void acknowledge() { m_acknowledged = true; }

    static constexpr int newsIntervalMs = 100;
    /// What a view can take in one go without being felt.
    static constexpr qsizetype largestBatch = 200;

Q_SIGNALS:
    void started(const pdsi::CollectionStartNotice &notice);
    void progressed(const pdsi::CollectionProgress &progress);
    void requestsLogged(const QList<pdsi::RequestRecord> &records);
    void superseded(const QList<int> &requestIds);
    /// The end of a round of the three above; acknowledge() asks for the next.
    void told();
    void renewalNeeded();
    void finished(const pdsi::CollectedSnapshot &collected);
    void judged(const pdsi::JudgedSnapshot &judged);
    void idle();

private:
    Result<Done> open(const LiveAudit &audit);
    void tellNews();
    void sendLog();
    void noteSuperseded(const QList<int> &requestIds);
    void ended(const CollectedSnapshot &collected);
    void close();

    QString m_databasePath;
    std::unique_ptr<SnapshotStore> m_store;
    std::unique_ptr<AuditSession> m_session;
    QTimer m_newsTimer;
    QList<RequestRecord> m_log;                   ///< answered, not yet told
    QList<int> m_superseded;                      ///< of those that have been told
    std::optional<CollectionProgress> m_progress; ///< the latest, not yet told
    bool m_acknowledged = true;
    bool m_running = false;
    bool m_stopping = false;
};

} // namespace pdsi
