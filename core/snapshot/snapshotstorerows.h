// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collector/collectedpage.h"
#include "core/snapshot/snapshot.h"
#include "core/snapshot/snapshotstoredatabase.h"

/// Between the tables of a snapshot database and values.
namespace pdsi {

/// Milliseconds since the epoch, or NULL for an invalid time.
QVariant sqlTime(const QDateTime &time);
QDateTime timeOf(const QVariant &milliseconds);

Result<Done> insertPage(StoreDatabase &database, qint64 snapshotKey, const CollectedPage &page);

/// Rows of the request log that `condition` (SQL over `requests`, `values` bound) selects.
Result<QList<RequestRecord>> readRequests(StoreDatabase &database, const QString &condition, const QVariantList &values);
/// By request id.
Result<QHash<int, QList<RemovedField>>> readRemoved(StoreDatabase &database, qint64 snapshotKey);
Result<QList<RemovedField>> readRemoved(StoreDatabase &database, qint64 snapshotKey, int requestId);

Result<Done> writeStates(StoreDatabase &database, qint64 snapshotKey, const QList<ResourceClassState> &states);

/// Everything about a sealed snapshot; NotFound when there is none with this id.
Result<Snapshot> readSnapshot(StoreDatabase &database, const QUuid &id);

/// One state per class in enum order: those given, `NotCollected` for the others.
QList<ResourceClassState> statesOfAllClasses(const QList<ResourceClassState> &known);

} // namespace pdsi
