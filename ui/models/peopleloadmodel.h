// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/accountcoverage.h"

#include <QAbstractTableModel>

namespace pdsi {

/// Everybody who is on call within the window, a row each, those first whose absence hurts most.
class PeopleLoadModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { PersonColumn, AtRiskColumn, LoadColumn, ShiftsColumn, SchedulesColumn, OverlapsColumn, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole,
        PersonRole, ///< index in AccountCoverage::people
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setCoverage(std::shared_ptr<const AccountCoverage> coverage);
    const std::shared_ptr<const AccountCoverage> &coverage() const { return m_coverage; }
    /// Row of a person; -1 when never on call.
    int rowOf(const QString &userId) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant display(const CoveredPerson &person, int column) const;

    std::shared_ptr<const AccountCoverage> m_coverage;
    std::vector<int> m_people;
};

/// Summed over pairs of schedules.
qint64 overlapSeconds(const CoveredPerson &person);

} // namespace pdsi
