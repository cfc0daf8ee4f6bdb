// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/backgroundwrite.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

namespace pdsi {

BackgroundWrite::BackgroundWrite(QString path, std::function<Result<Done>(const QString &path)> write, QObject *parent)
    : QObject(parent)
{
    auto *watcher = new QFutureWatcher<Result<Done>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, path] {
        Q_EMIT finished(path, watcher->result());
        deleteLater();
    });
    watcher->setFuture(QtConcurrent::run([path, write = std::move(write)] { return write(path); }));
}

} // namespace pdsi
