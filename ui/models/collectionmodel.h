// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collector/collectionprogress.h"

#include <QAbstractTableModel>

namespace pdsi {

/// How far each class of resources was read, a row each in enum order: what came against what the account reports.
/// Follows a running collection row by row; empty when nothing is open.
class CollectionModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { ClassColumn, StateColumn, ReceivedColumn, ReportedColumn, PagesColumn, DuplicatesColumn, WhyColumn, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole, ///< numbers as numbers; states worst first
        StateRole,               ///< int of CollectionState
        PhaseRole,               ///< int of ClassPhase
        ClassRole,               ///< int of ResourceClass
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Without phases every class is over.
    void setStates(const QList<ResourceClassState> &states, const QList<ClassPhase> &phases = {});

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    ClassPhase phase(int row) const { return m_phases.value(row, ClassPhase::Over); }
    QVariant display(int row, int column) const;
    QVariant sortKey(int row, int column) const;
    QString why(int row) const;

    QList<ResourceClassState> m_states;
    QList<ClassPhase> m_phases;
};

} // namespace pdsi
