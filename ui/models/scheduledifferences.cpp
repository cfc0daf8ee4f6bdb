// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/scheduledifferences.h"

#include <QPromise>
#include <QtConcurrentRun>

namespace pdsi {

ScheduleDifferences::ScheduleDifferences(QObject *parent)
    : QObject(parent)
{
}

ScheduleDifferences::~ScheduleDifferences() { drop(); }

/// The work holds all it needs and stops at the next schedule.
void ScheduleDifferences::drop()
{
    if (!m_watcher)
        return;
    m_watcher->disconnect(this);
    m_watcher->cancel();
    m_watcher->deleteLater();
    m_watcher = nullptr;
}

void ScheduleDifferences::compare(std::shared_ptr<const Inventory> inventory, Interval window)
{
    drop();
    m_compared.reset();
    if (inventory) {
        m_watcher = new QFutureWatcher<Compared>(this);
        connect(m_watcher, &QFutureWatcherBase::progressValueChanged, this,
                [this](int done) { Q_EMIT progress(done, m_watcher->progressMaximum()); });
        connect(m_watcher, &QFutureWatcherBase::finished, this, [this] {
            m_compared = m_watcher->result();
            drop();
            Q_EMIT comparedChanged();
        });
        m_watcher->setFuture(QtConcurrent::run([inventory, window](QPromise<Compared> &promise) {
            auto compared = std::make_shared<ComparedSchedules>();
            compared->inventory = inventory;
            promise.setProgressRange(0, static_cast<int>(inventory->schedules.size()));
            for (const Schedule &schedule : inventory->schedules) {
                if (promise.isCanceled())
                    return;
                compared->schedules.push_back(recompute(schedule, window));
                promise.setProgressValue(static_cast<int>(compared->schedules.size()));
            }
            promise.addResult(std::move(compared));
        }));
    }
    Q_EMIT comparedChanged();
}

} // namespace pdsi
