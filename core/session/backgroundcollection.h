// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/auditsession.h"
#include "core/session/judging.h"

class QThread;

namespace pdsi {

class CollectionWorker;

/// Collects and judges in a thread of its own, so that a window stays responsive. Lives in the window's thread and
/// never blocks it; all signals arrive there. One collection at a time.
class BackgroundCollection : public QObject
{
    Q_OBJECT
public:
    enum class State : quint8 {
        Idle,
        Collecting,
        Judging,  ///< everything has arrived and is sealed
        Stopping, ///< see stop()
    };

    /// The snapshot database; empty stands for SnapshotStore::defaultPath().
    explicit BackgroundCollection(const QString &databasePath = {}, QObject *parent = nullptr);
    /// Cancels what still runs and waits for it, at most a few seconds. Windows call stop() first and never wait here.
    ~BackgroundCollection() override;

    /// Ignored unless Idle. `finished` follows exactly once; a store that cannot be opened ends it as StoreFailed.
    void start(const LiveAudit &audit);
    /// Nothing new is sent until resume().
    void pause();
    void resume();
    /// What has arrived is kept and can be resumed.
    void cancel();
    /// A fresh access token after renewalNeeded(); an empty one ends the collection as refused.
    void renewSecret(const Secret &secret);
    /// Cancels what runs and ends the thread; stopped() follows, also when nothing ran. Nothing can be started meanwhile.
    void stop();

    State state() const { return m_state; }
    bool isRunning() const { return m_state != State::Idle; }
    /// As last told; of the last collection when none runs.
    const CollectionProgress &progress() const { return m_progress; }
    const Connection &connection() const { return m_connection; }

Q_SIGNALS:
    void stateChanged();
    void started(const pdsi::CollectionStartNotice &notice);
    /// About ten times a second, and less often when this thread is slow to deal with it: news do not pile up.
    void progressed(const pdsi::CollectionProgress &progress);
    /// Final answers in batches, about ten times a second.
    void requestsLogged(const QList<pdsi::RequestRecord> &records);
    void superseded(const QList<int> &requestIds);
    /// The account refuses the token; everything waits for renewSecret().
    void renewalNeeded();
    void finished(const pdsi::CollectedSnapshot &collected);
    /// After a Finished end.
    void judged(const pdsi::JudgedSnapshot &judged);
    void stopped();

private:
    void startThread();
    void enter(State state);
    /// Runs `call` on the worker in its thread.
    template<typename Call>
    void inWorker(Call call);

    QString m_databasePath;
    QThread *m_thread = nullptr;
    CollectionWorker *m_worker = nullptr; ///< lives in m_thread
    State m_state = State::Idle;
    CollectionProgress m_progress;
    Connection m_connection;
};

} // namespace pdsi
