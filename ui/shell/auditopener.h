// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/judging.h"
#include "ui/models/appsettings.h"

#include <QFutureWatcher>
#include <QObject>

#include <functional>

namespace pdsi {

/// Opens and judges in a worker. A newer request replaces one that is still under way, whose result is dropped.
class AuditOpener : public QObject
{
    Q_OBJECT
public:
    explicit AuditOpener(QObject *parent = nullptr);
    ~AuditOpener() override;

    void openSample();
    void openArchive(const QString &path);
    /// A sealed snapshot of the user's store.
    void openStored(const QUuid &id, const QString &title);
    void open(const RecentAudit &recent);
    bool isBusy() const { return m_watcher != nullptr; }
    void cancel();

Q_SIGNALS:
    void started(const QString &what);
    /// `from` is empty for the sample.
    void opened(const pdsi::JudgedSnapshot &audit, const pdsi::RecentAudit &from);
    void failed(const pdsi::Error &error, const pdsi::RecentAudit &from);

private:
    using Judged = Result<JudgedSnapshot>;
    void start(std::function<Judged()> work, const QString &what, const RecentAudit &from);

    QFutureWatcher<Judged> *m_watcher = nullptr;
};

} // namespace pdsi
