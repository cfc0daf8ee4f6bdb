// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/accountinfo.h"
#include "core/base/instant.h"
#include "core/base/parameters.h"
#include "core/base/requestrecord.h"

#include <QHash>
#include <QUuid>

#include <memory>

namespace pdsi {

/// Everything about a snapshot but its bodies.
struct SnapshotInfo {
    QUuid id;
    QString toolVersion;
    AccountInfo account;
    Parameters parameters;        ///< as collected: windows and look-backs the plan used
    bool includesAnalytics = false;
    bool redacted = false;        ///< people were replaced by pseudonyms afterwards
    Instant asOf = 0;             ///< start of the collected window; "now" unless the analyst says otherwise
    QDateTime startedAt;          ///< UTC
    QDateTime finishedAt;         ///< UTC; invalid while unfinished
    int requests = 0;             ///< sent on the wire, retries included
    int retries = 0;
    int rateLimitedWaits = 0;
    qint64 bytes = 0;
    QList<ResourceClassState> states; ///< one per class, in enum order

    const ResourceClassState &state(ResourceClass resourceClass) const
    {
        return states.at(static_cast<int>(resourceClass));
    }
    /// True when no class is partial, denied or failed. Plan-gated and deliberately skipped classes do not count.
    bool complete() const;

    bool operator==(const SnapshotInfo &) const = default;
};

/// Gives the stored body of a request. Implementations: database, archive, memory.
class BodySource
{
public:
    virtual ~BodySource() = default;
    /// Stored (stripped) body, or empty where none was stored. Thread-safe.
    virtual QByteArray body(int requestId) const = 0;
};

/// A sealed, immutable capture of the account. Cheap to copy.
class Snapshot
{
public:
    Snapshot(SnapshotInfo info, QList<RequestRecord> requests, QHash<int, QList<RemovedField>> removed,
             std::shared_ptr<const BodySource> bodies);

    const SnapshotInfo &info() const;
    /// The request log, by id.
    const QList<RequestRecord> &requests() const;
    /// Fields taken out of the body of a request before it was stored.
    QList<RemovedField> removed(int requestId) const;
    QByteArray body(int requestId) const;

private:
    struct Data;
    std::shared_ptr<const Data> d;
};

} // namespace pdsi
