// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/snapshot.h"

#include <algorithm>

namespace pdsi {

bool SnapshotInfo::complete() const
{
    return std::none_of(states.begin(), states.end(), [](const ResourceClassState &s) {
        const bool leftOutOnPurpose = s.reason == ReasonCode::NotCollected;
        return !leftOutOnPurpose
            && (s.state == CollectionState::Partial || s.state == CollectionState::Denied
                || s.state == CollectionState::Failed);
    });
}

struct Snapshot::Data {
    SnapshotInfo info;
    QList<RequestRecord> requests;
    QHash<int, QList<RemovedField>> removed;
    std::shared_ptr<const BodySource> bodies;
};

Snapshot::Snapshot(SnapshotInfo info, QList<RequestRecord> requests, QHash<int, QList<RemovedField>> removed,
                   std::shared_ptr<const BodySource> bodies)
    : d(std::make_shared<const Data>(
        Data{std::move(info), std::move(requests), std::move(removed), std::move(bodies)}))
{
}

const SnapshotInfo &Snapshot::info() const { return d->info; }
const QList<RequestRecord> &Snapshot::requests() const { return d->requests; }
QList<RemovedField> Snapshot::removed(int requestId) const { return d->removed.value(requestId); }
QByteArray Snapshot::body(int requestId) const { return d->bodies ? d->bodies->body(requestId) : QByteArray(); }

} // namespace pdsi
