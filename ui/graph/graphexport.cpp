// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphexport.h"

#include "core/base/privatefile.h"

#include <QPromise>
#include <QtConcurrentRun>

namespace pdsi {

namespace {

constexpr int whole = 1'000;

void writePicture(QPromise<Result<Done>> &promise, const QString &path, const GraphPicture &picture, GraphPictureFormat format,
                  const Cancellation &cancellation)
{
    promise.setProgressRange(0, whole);
    const QByteArray bytes = picture.written(format, [&promise, &cancellation](double part) {
        promise.setProgressValue(int(part * whole));
        return !cancellation.isCancelled();
    });
    if (cancellation.isCancelled())
        promise.addResult(Error{ErrorCode::Cancelled, path});
    else if (bytes.isEmpty())
        promise.addResult(Error{ErrorCode::Internal, path});
    else
        promise.addResult(writePrivateFile(path, bytes));
}

} // namespace

GraphExport::GraphExport(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, &GraphExport::progressed);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] { Q_EMIT finished(m_path, m_watcher.result()); });
}

GraphExport::~GraphExport() { m_cancellation.cancel(); }

bool GraphExport::write(const QString &path, const GraphPicture &picture, GraphPictureFormat format)
{
    if (isRunning())
        return false;
    m_path = path;
    m_cancellation = {};
    m_watcher.setFuture(QtConcurrent::run([path, picture, format, cancellation = m_cancellation](QPromise<Result<Done>> &promise) {
        writePicture(promise, path, picture, format, cancellation);
    }));
    return true;
}

} // namespace pdsi
