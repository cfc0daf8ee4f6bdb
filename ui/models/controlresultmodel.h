// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

#include <QAbstractTableModel>

namespace pdsi {

/// The controls of one assessment, a row each, in catalogue order. Resets whole; never patched.
class ControlResultModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { StatusColumn, IdColumn, TitleColumn, SeverityColumn, FailColumn, NotDeterminedColumn, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole, ///< orders worst first: status, then severity
        StatusRole,              ///< int of OutcomeStatus
        SeverityRole,            ///< int of Severity
        ControlIdRole,
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setAssessment(std::shared_ptr<const Assessment> assessment);
    const std::shared_ptr<const Assessment> &assessment() const { return m_assessment; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant display(const ControlResult &control, int column) const;
    QVariant sortKey(const ControlResult &control, int column) const;

    std::shared_ptr<const Assessment> m_assessment;
};

} // namespace pdsi
