// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/session/judging.h"
#include "core/snapshot/snapshotstore.h"

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace pdsi {

/// The snapshots of the database, for a window: every call returns at once, the work is done in one thread, in the
/// order asked, and answered by a signal.
class SnapshotLibrary : public QObject
{
    Q_OBJECT
public:
    /// The snapshot database; empty stands for SnapshotStore::defaultPath().
    explicit SnapshotLibrary(const QString &databasePath = {}, QObject *parent = nullptr);
    /// Waits for removals that were asked for; other work is dropped where it has not begun.
    ~SnapshotLibrary() override;

    /// Answered by listed().
    void refresh();
    /// Loads and judges a sealed snapshot; answered by opened().
    void open(const QUuid &id);
    /// Answered by saved().
    void saveArchive(const QUuid &id, const QString &path);
    /// Answered by removed().
    void remove(const QUuid &id);

Q_SIGNALS:
    void listed(const QList<pdsi::SnapshotSummary> &summaries);
    void opened(const pdsi::JudgedSnapshot &judged);
    void saved(const QString &path);
    void removed(const QUuid &id);
    /// Instead of any of these.
    void failed(const pdsi::Error &error);

private:
    /// Runs `work` in the thread and then, here, `tell` with its value, or failed().
    template<typename T>
    void run(std::function<Result<T>(SnapshotStore &)> work, std::function<void(const T &)> tell, bool evenWhenClosing);

    QString m_databasePath;
    Cancellation m_closing;
    QThreadPool m_pool;
};

} // namespace pdsi
