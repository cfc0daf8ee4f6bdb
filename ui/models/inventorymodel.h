// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/inventorytable.h"
#include "ui/models/resourceoutcomes.h"

#include <QAbstractTableModel>

namespace pdsi {

/// The resources of one kind with their open findings: filtered and sorted by a list of row numbers, so that a
/// keystroke over tens of thousands of rows stays cheap. Resets whole; never patched.
class InventoryModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        KindRole = Qt::UserRole, ///< as outcomes name it
        IdRole,                  ///< empty where a row has no identity
        UrlRole,                 ///< https address, or empty
        SeverityRole,            ///< int of the worst open finding's Severity; invalid without one
        FindingsRole,            ///< number of open findings
    };
    /// Findings come first: it is what the analyst scans for.
    static constexpr int findingsColumn = 0;

    using QAbstractTableModel::QAbstractTableModel;

    void setResources(const QString &kind, InventoryTable table, const ResourceOutcomes &outcomes);
    /// Rows that hold the text somewhere, whatever the case. Empty = all.
    void setFilter(const QString &text);
    void sort(int column, Qt::SortOrder order) override;

    const QString &kind() const { return m_kind; }
    /// How many there are without the filter.
    int totalRows() const { return int(m_table.rows.size()); }
    /// Where a resource stands now, -1 when it is filtered out or not of this kind.
    int rowOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void rebuild();
    void sortShown();
    bool comesBefore(qsizetype a, qsizetype b) const;

    QString m_kind;
    InventoryTable m_table;
    QList<ResourceOutcomes::Findings> m_findings; ///< a row each
    QStringList m_folded;                         ///< what the filter looks in, a row each
    QString m_filter;
    int m_sortColumn = findingsColumn;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
    QList<qsizetype> m_shown;                     ///< rows of the table, in the order of the view
};

} // namespace pdsi
