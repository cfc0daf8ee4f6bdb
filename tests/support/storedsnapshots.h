// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/snapshotstore.h"

#include <QTemporaryDir>

namespace pdsi {

/// A snapshot database in a directory of its own: what tests put into it and find there.
class StoredSnapshots
{
public:
    QString path() const { return filePath("snapshots.sqlite"); }
    QString filePath(const char *name) const { return m_directory.filePath(QLatin1String(name)); }
    QString directory() const { return m_directory.path(); }

    /// Null ids when it could not be filled.
    struct Filled {
        QUuid sealed, unfinished;
    };
    /// An unfinished snapshot and a sealed one, of one answer each.
    Filled fill() const;
    QList<SnapshotSummary> list() const;

private:
    QTemporaryDir m_directory;
};

inline StoredSnapshots::Filled StoredSnapshots::fill() const
{
    auto store = SnapshotStore::open(path(), Clock::system());
    SnapshotStart start;
    start.account.baseUrl = QStringLiteral("https://api.pagerduty.com");
    start.parameters.minAdmins = 7;
    start.asOf = 1'800'000'000;
    start.asOfGiven = true;
    auto unfinished = store.value()->begin(start);
    auto sealed = store.value()->begin(start);
    CollectedPage page;
    page.record.id = 1;
    page.record.path = QStringLiteral("/abilities");
    page.record.status = 200;
    page.record.sentAt = page.record.receivedAt = QDateTime::currentDateTimeUtc();
    page.body = QByteArrayLiteral("{\"abilities\":[\"sso\"]}");
    if (!sealed.value()->store(page) || !unfinished.value()->store(page))
        return {};
    SealInfo info;
    info.finishedAt = QDateTime::currentDateTimeUtc();
    for (int i = 0; i < resourceClassCount; ++i)
        info.states.append({static_cast<ResourceClass>(i), CollectionState::Complete, {}, 0, {}, 0, 0});
    return sealed.value()->seal(info) ? Filled{sealed.value()->id(), unfinished.value()->id()} : Filled{};
}

inline QList<SnapshotSummary> StoredSnapshots::list() const
{
    const auto store = SnapshotStore::open(path(), Clock::system());
    const auto list = store ? store.value()->list() : Result<QList<SnapshotSummary>>(store.error());
    return list ? *list : QList<SnapshotSummary>();
}

} // namespace pdsi
