// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/resources.h"

#include <QDialog>

class QTableWidget;

namespace pdsi {

/// The weekly times in which a schedule has nobody on purpose, by the clocks of its zone. Open it with open().
class OffHoursDialog : public QDialog
{
    Q_OBJECT
public:
    OffHoursDialog(const QString &scheduleName, const QString &zone, const std::vector<RecurringTime> &times, QWidget *parent = nullptr);

    /// In the order of the rows. An end at or before the start is on the next day; both alike: the whole day.
    std::vector<RecurringTime> times() const;

private:
    void addRow(const RecurringTime &time);
    void removeRow();

    QTableWidget *m_table;
};

} // namespace pdsi
