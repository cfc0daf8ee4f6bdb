// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/snapshotlibrary.h"

#include "core/snapshot/snapshotarchive.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

namespace pdsi {

namespace {

Result<std::unique_ptr<SnapshotStore>> openStore(const QString &databasePath)
{
    if (!databasePath.isEmpty())
        return SnapshotStore::open(databasePath, Clock::system());
    const auto path = SnapshotStore::defaultPath();
    if (!path)
        return path.error();
    return SnapshotStore::open(*path, Clock::system());
}

} // namespace

SnapshotLibrary::SnapshotLibrary(const QString &databasePath, QObject *parent)
    : QObject(parent)
    , m_databasePath(databasePath)
{
    m_pool.setMaxThreadCount(1);
}

SnapshotLibrary::~SnapshotLibrary()
{
    m_closing.cancel(); // the pool waits for its work when it goes
}

template<typename T>
void SnapshotLibrary::run(std::function<Result<T>(SnapshotStore &)> work, std::function<void(const T &)> tell,
                          bool evenWhenClosing)
{
    auto *watcher = new QFutureWatcher<Result<T>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, tell = std::move(tell)] {
        const Result<T> result = watcher->result();
        watcher->deleteLater();
        if (result)
            tell(*result);
        else
            Q_EMIT failed(result.error());
    });
    watcher->setFuture(QtConcurrent::run(
        &m_pool, [path = m_databasePath, closing = m_closing, work = std::move(work), evenWhenClosing]() -> Result<T> {
            if (closing.isCancelled() && !evenWhenClosing)
                return Error{ErrorCode::Cancelled, {}};
            auto store = openStore(path);
            if (!store)
                return store.error();
            return work(*store.value());
        }));
}

void SnapshotLibrary::refresh()
{
    run<QList<SnapshotSummary>>([](SnapshotStore &store) { return store.list(); },
                                [this](const QList<SnapshotSummary> &summaries) { Q_EMIT listed(summaries); }, false);
}

void SnapshotLibrary::open(const QUuid &id)
{
    const auto judge = [id](SnapshotStore &store) -> Result<JudgedSnapshot> {
        const auto snapshot = store.load(id);
        if (!snapshot)
            return snapshot.error();
        return judgeSnapshot(*snapshot, snapshot->info().account.signIn);
    };
    run<JudgedSnapshot>(judge, [this](const JudgedSnapshot &judged) { Q_EMIT opened(judged); }, false);
}

void SnapshotLibrary::saveArchive(const QUuid &id, const QString &path)
{
    const auto save = [id, path](SnapshotStore &store) -> Result<Done> {
        const auto snapshot = store.load(id);
        if (!snapshot)
            return snapshot.error();
        return saveSnapshotArchive(*snapshot, path);
    };
    run<Done>(save, [this, path](const Done &) { Q_EMIT saved(path); }, false);
}

void SnapshotLibrary::remove(const QUuid &id)
{
    run<Done>([id](SnapshotStore &store) { return store.remove(id); }, [this, id](const Done &) { Q_EMIT removed(id); },
              true);
}

} // namespace pdsi
