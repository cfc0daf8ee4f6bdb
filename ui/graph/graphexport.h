// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/base/result.h"
#include "ui/graph/graphpicture.h"

#include <QFutureWatcher>
#include <QObject>

namespace pdsi {

/// Writes the picture of a graph to a file, in a worker: all of it or nothing. One file at a time.
class GraphExport : public QObject
{
    Q_OBJECT
public:
    explicit GraphExport(QObject *parent = nullptr);
    /// What is not yet in the file is not written any more.
    ~GraphExport() override;

    bool isRunning() const { return m_watcher.isRunning(); }
    /// False while another one is being written.
    bool write(const QString &path, const GraphPicture &picture, GraphPictureFormat format);
    void cancel() { m_cancellation.cancel(); }

Q_SIGNALS:
    void progressed(int perMille);
    void finished(const QString &path, const pdsi::Result<pdsi::Done> &result);

private:
    QFutureWatcher<Result<Done>> m_watcher;
    Cancellation m_cancellation;
    QString m_path;
};

} // namespace pdsi
