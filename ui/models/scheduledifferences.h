// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/schedulerecomputation.h"
#include "core/snapshot/inventory.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>

namespace pdsi {

/// Every schedule recomputed and compared with what PagerDuty rendered; parallel to Inventory::schedules.
struct ComparedSchedules {
    std::shared_ptr<const Inventory> inventory;
    std::vector<RecomputedSchedule> schedules;
};

/// Compares the schedules of an account in a worker, once.
class ScheduleDifferences : public QObject
{
    Q_OBJECT
public:
    explicit ScheduleDifferences(QObject *parent = nullptr);
    ~ScheduleDifferences() override;

    /// Forgets the last comparison and begins this one; null only forgets.
    void compare(std::shared_ptr<const Inventory> inventory, Interval window);
    /// Null until done.
    const std::shared_ptr<const ComparedSchedules> &compared() const { return m_compared; }
    bool isComparing() const { return m_watcher != nullptr; }

Q_SIGNALS:
    void progress(int done, int total);
    /// Also when the last comparison was forgotten.
    void comparedChanged();

private:
    using Compared = std::shared_ptr<const ComparedSchedules>;
    void drop();

    Compared m_compared;
    QFutureWatcher<Compared> *m_watcher = nullptr;
};

} // namespace pdsi
