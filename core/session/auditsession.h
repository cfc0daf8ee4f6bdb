// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/secretsource.h"
#include "core/collector/collector.h"
#include "core/snapshot/snapshotstore.h"

#include <QObject>

namespace pdsi {

/// What to collect, and how hard.
struct LiveAudit {
    Connection connection;
    Secret secret;
    Secret proxyPassword;
    QByteArray subject;            ///< who signed in; with it a renewed token resumes what the old one began
    Parameters parameters;
    std::optional<Instant> asOf;   ///< nullopt = the instant the collection starts
    bool includeAnalytics = false;
    bool fresh = false;            ///< do not resume an unfinished collection
    int concurrency = 10;          ///< 1..32
    std::chrono::milliseconds timeout{30'000};
    bool secretRenewable = false;  ///< on a refused sign-in ask for a fresh one by renewalNeeded() instead of ending

    void signInWith(const ConnectionSecrets &secrets);
};

/// Told when a collection begins, before the first request.
struct CollectionStartNotice {
    QUuid snapshotId;
    bool resumed = false;
    QDateTime startedAt;           ///< of the collection, also when resumed
    int answersKept = 0;           ///< stored by the interrupted run
};

/// How a collection ended, with the sealed snapshot if there is one.
struct CollectedSnapshot {
    CollectionEnd end = CollectionEnd::Finished;
    std::optional<Snapshot> snapshot;  ///< set for Finished
    int requestsThisRun = 0;
    Error error;                       ///< set for every other end but Cancelled
};

/// Wires store and collector: begins or resumes a snapshot, carries progress and cancellation, seals at the end.
/// Judges nothing itself. Lives in one thread with an event loop; one collection at a time.
class AuditSession : public QObject
{
    Q_OBJECT
public:
    /// `store` and `clock` must outlive the session.
    AuditSession(SnapshotStore &store, const Clock &clock, QObject *parent = nullptr);
    ~AuditSession() override;

    /// Error when the store refuses or the connection's extra certificates cannot be read; otherwise `finished` follows
    /// exactly once.
    Result<Done> start(const LiveAudit &audit);
    /// What has arrived is kept and can be resumed.
    void cancel();
    void pause();
    void resume();
    /// A fresh access token after renewalNeeded(); an empty one ends the collection as refused.
    void renewSecret(Secret secret);
    CollectionProgress progress() const;

Q_SIGNALS:
    void started(const pdsi::CollectionStartNotice &notice);
    void progressed(const pdsi::CollectionProgress &progress);
    /// As Collector tells them.
    void answered(const pdsi::RequestRecord &record);
    void superseded(const QList<int> &requestIds);
    /// The account refuses the token; everything waits for renewSecret(). Only with LiveAudit::secretRenewable.
    void renewalNeeded();
    void finished(const pdsi::CollectedSnapshot &collected);

private:
    void collectionEnded(const CollectionOutcome &outcome);
    Result<Done> openWriter(const LiveAudit &audit);

    SnapshotStore &m_store;
    const Clock &m_clock;
    std::unique_ptr<SnapshotWriter> m_writer;
    std::unique_ptr<Collector> m_collector;
};

} // namespace pdsi
