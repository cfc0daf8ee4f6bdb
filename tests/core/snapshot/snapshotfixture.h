// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/snapshot/memorybodysource.h"
#include "core/snapshot/snapshotstore.h"

#include <QCryptographicHash>

/// Pages, starts and a clock for the tests of this folder.
namespace pdsi::fixture {

class StillClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return now; }
    qint64 monotonicMs() const override { return now.toMSecsSinceEpoch(); }
    QDateTime now = QDateTime::fromMSecsSinceEpoch(1'773'000'000'123, Qt::UTC);
};

inline CollectedPage page(int id, const QString &path, const QByteArray &body = QByteArrayLiteral("{\"users\":[]}"),
                          RequestResult result = RequestResult::Answered)
{
    CollectedPage made;
    made.record.id = id;
    made.record.resourceClass = ResourceClass::Users;
    made.record.path = path;
    made.record.sentAt = QDateTime::fromMSecsSinceEpoch(1'773'000'001'000 + id, Qt::UTC);
    made.record.receivedAt = made.record.sentAt.addMSecs(120);
    made.record.status = result == RequestResult::Answered ? 200 : 503;
    made.record.bytes = body.size() + 7; // something was removed
    made.record.sha256 = QCryptographicHash::hash(body + 'x', QCryptographicHash::Sha256).toHex();
    made.record.serverRequestId = QStringLiteral("req-%1").arg(id);
    made.record.result = result;
    made.body = body;
    return made;
}

/// A page with every field set to something unusual.
inline CollectedPage oddPage(int id)
{
    CollectedPage odd = page(id, QStringLiteral("/users?include[]=teams&query=\u00fc\u4e2d&limit=100&offset=0"),
                             QByteArray("{\"users\":[{\"name\":\"\xf0\x9f\x90\xa7\"}]}"));
    odd.record.subject = QStringLiteral("PABC\u00e9");
    odd.record.attempts = 3;
    odd.record.unreadableRows = {2, 5};
    odd.removed = {{QStringLiteral("/users/0/a~1b"), QByteArray(64, 'a')}, {QStringLiteral("/users/1/calendar"), {}}};
    return odd;
}

inline SnapshotStart start(SnapshotStore &store)
{
    SnapshotStart made;
    made.account = {QStringLiteral("https://api.example.com"), SignInKind::ApiKey, QStringLiteral("wxyz"),
                    QStringLiteral("ana@example.com")};
    made.accountFingerprint = store.accountFingerprint(made.account, QByteArrayLiteral("key-that-is-secret-wxyz"));
    made.asOf = 1'773'000'000;
    return made;
}

inline SealInfo sealInfo()
{
    SealInfo info;
    info.finishedAt = QDateTime::fromMSecsSinceEpoch(1'773'000'060'456, Qt::UTC);
    for (int i = 0; i < resourceClassCount; ++i) {
        ResourceClassState state;
        state.resourceClass = static_cast<ResourceClass>(i);
        state.state = CollectionState::Complete;
        state.received = i;
        state.pages = 1;
        info.states << state;
    }
    info.states[2].reportedTotal = 12'345'678'901;
    info.states[3].state = CollectionState::Unavailable;
    info.states[3].reason = ReasonCode::Plan;
    info.requests = 9;
    info.retries = 4;
    info.rateLimitedWaits = 2;
    info.bytes = 5'000;
    return info;
}

} // namespace pdsi::fixture
