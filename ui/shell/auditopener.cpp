// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/auditopener.h"

#include "core/base/clock.h"
#include "core/snapshot/snapshotstore.h"

#include <QFileInfo>
#include <QtConcurrentRun>

namespace pdsi {

namespace {

Result<JudgedSnapshot> judgeStored(const QUuid &id)
{
    const auto path = SnapshotStore::defaultPath();
    if (!path)
        return path.error();
    const auto store = SnapshotStore::open(*path, Clock::system());
    if (!store)
        return store.error();
    const auto snapshot = store.value()->load(id);
    if (!snapshot)
        return snapshot.error();
    return judgeSnapshot(*snapshot, snapshot->info().account.signIn);
}

} // namespace

AuditOpener::AuditOpener(QObject *parent)
    : QObject(parent)
{
}

// Work still running holds no reference to this object; its result is dropped with the watcher.
AuditOpener::~AuditOpener() = default;

void AuditOpener::openSample()
{
    start([] { return judgeSample(); }, tr("the sample account"), {});
}

void AuditOpener::openArchive(const QString &path)
{
    const QFileInfo file(path);
    start([path] { return judgeArchive(path); }, file.fileName(), {file.absoluteFilePath(), {}, file.fileName()});
}

void AuditOpener::openStored(const QUuid &id, const QString &title)
{
    start([id] { return judgeStored(id); }, title, {{}, id.toString(QUuid::WithoutBraces), title});
}

void AuditOpener::open(const RecentAudit &recent)
{
    if (recent.path.isEmpty())
        openStored(QUuid::fromString(recent.storeId), recent.title);
    else
        openArchive(recent.path);
}

void AuditOpener::cancel()
{
    if (m_watcher)
        m_watcher->deleteLater();
    m_watcher = nullptr;
}

void AuditOpener::start(std::function<Judged()> work, const QString &what, const RecentAudit &from)
{
    cancel();
    m_watcher = new QFutureWatcher<Judged>(this);
    connect(m_watcher, &QFutureWatcherBase::finished, this, [this, watcher = m_watcher, from] {
        if (watcher != m_watcher)
            return;
        const Judged result = watcher->result();
        cancel();
        if (result)
            Q_EMIT opened(*result, from);
        else
            Q_EMIT failed(result.error(), from);
    });
    m_watcher->setFuture(QtConcurrent::run(std::move(work)));
    Q_EMIT started(what);
}

} // namespace pdsi
