// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/collector/collectedpage.h"
#include "core/snapshot/snapshot.h"

namespace pdsi {

/// What identifies a collection that is about to start.
struct SnapshotStart {
    AccountInfo account;
    QByteArray accountFingerprint;  ///< from SnapshotStore::accountFingerprint
    Parameters parameters;
    bool includesAnalytics = false;
    Instant asOf = 0;
    bool asOfGiven = false;         ///< the analyst named the instant; otherwise asOf is "now" and a resumed collection keeps its own
};

struct SnapshotSummary {
    QUuid id;
    AccountInfo account;
    Instant asOf = 0;
    QDateTime startedAt;
    QDateTime finishedAt;           ///< invalid = unfinished
    int requests = 0;               ///< answers stored
    bool complete = false;
    Parameters parameters;
    bool includesAnalytics = false;
    bool asOfGiven = false;

    /// Unfinished, and young enough that SnapshotStore::resume takes it up again.
    bool isResumable(const QDateTime &now) const;
    bool operator==(const SnapshotSummary &) const = default;
};

/// Counters and states known only when a collection ends.
struct SealInfo {
    QDateTime finishedAt;
    QList<ResourceClassState> states;
    int requests = 0;
    int retries = 0;
    int rateLimitedWaits = 0;
    qint64 bytes = 0;
};

/// An unfinished snapshot that takes pages. Holds a lock, so that no second process resumes it meanwhile.
class SnapshotWriter : public PageStore
{
public:
    virtual QUuid id() const = 0;
    virtual Instant asOf() const = 0;
    virtual QDateTime startedAt() const = 0;
    /// Random per snapshot, forgotten when it is sealed.
    virtual QByteArray salt() const = 0;
    /// Answers found from an earlier, interrupted run; 0 for a new one.
    virtual int pagesAlreadyStored() const = 0;
    /// Makes the snapshot immutable and returns it. Counters of earlier runs are added in.
    virtual Result<Snapshot> seal(const SealInfo &info) = 0;
    /// Keeps the counters of an interrupted run for the one that resumes it.
    virtual Result<Done> suspend(const SealInfo &counters) = 0;
};

/// All snapshots of this user in one SQLite database (WAL, STRICT tables, foreign keys on), mode 0600.
/// One object per thread.
class SnapshotStore
{
public:
    virtual ~SnapshotStore() = default;

    /// Opens or creates the database and applies migrations. UnsupportedVersion when a newer program wrote it.
    static Result<std::unique_ptr<SnapshotStore>> open(const QString &databasePath, const Clock &clock);
    /// `<data directory>/pagerduty-sec-inspector/snapshots.sqlite`; creates the directory with mode 0700.
    static Result<QString> defaultPath();

    /// Keyed digest of base URL, sign-in kind and secret: the same key on the same account gives the same
    /// bytes, nothing can be learnt from them.
    virtual QByteArray accountFingerprint(const AccountInfo &account, const QByteArray &secret) = 0;

    virtual Result<std::unique_ptr<SnapshotWriter>> begin(const SnapshotStart &start) = 0;
    /// The newest unfinished snapshot with the same fingerprint, parameters (and asOf, if given), started
    /// less than 24 hours ago and not held by another process; nullptr when there is none.
    virtual Result<std::unique_ptr<SnapshotWriter>> resume(const SnapshotStart &start) = 0;

    virtual Result<QList<SnapshotSummary>> list() = 0;
    /// A sealed snapshot. Bodies are read from the database on demand.
    virtual Result<Snapshot> load(const QUuid &id) = 0;
    virtual Result<Done> remove(const QUuid &id) = 0;
};

} // namespace pdsi
