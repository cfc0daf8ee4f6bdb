// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/inventorykinds.h"

#include <QAbstractTableModel>

namespace pdsi {

/// The kinds of resources with what was received, what the account says there is, and how far the reading came.
class InventoryKindModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { KindColumn, CountColumn, StateColumn, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole, ///< as outcomes name it
        StateRole,               ///< int of CollectionState
        CountRole,               ///< how many are listed
        TotalRole,               ///< how many the account says there are; invalid where it does not say
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setInventory(std::shared_ptr<const Inventory> inventory);
    int rowOf(const QString &kind) const;
    /// How the list was reconciled, a sentence per class of requests.
    QString reconciliation(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString display(int row, int column) const;
    QVariant total(int row) const;

    std::shared_ptr<const Inventory> m_inventory;
    QList<qsizetype> m_counts;
};

} // namespace pdsi
