// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/findingsmodel.h"

#include <QTableView>

class QMenu;

namespace pdsi {

/// The table of outcomes: many rows, one height, no widget in it. A click on a column's head sorts by it, Shift+click
/// adds it to the order; its context menu chooses the columns.
class FindingsTable : public QTableView
{
    Q_OBJECT
public:
    FindingsTable(FindingsModel *model, QWidget *parent);

    /// -1 without a current row.
    qsizetype currentOutcome() const;
    /// In the table's order.
    std::vector<quint32> selectedOutcomes() const;
    qsizetype selectedCount() const;
    /// In the order they stand in.
    QList<FindingColumn> visibleColumns() const;
    /// Moves the current row there, if the outcome is in one. It becomes the selection unless rows are to stay selected.
    void showOutcome(qsizetype outcome, bool keepsSelection = false);

    /// Sorts by this column, or turns its order round. `add` keeps the columns sorted by so far before it.
    void sortBy(FindingColumn column, bool add);
    void fillColumnMenu(QMenu *menu);

    QByteArray saveColumns() const;
    bool restoreColumns(const QByteArray &state);

Q_SIGNALS:
    /// The analyst went to another row.
    void outcomeChosen(qsizetype outcome);
    void selectedRowsChanged();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUpHeaders();
    void fitRows();
    void fitColumns();

    FindingsModel *m_model;
    bool m_widthsAreOurs = true; ///< until somebody drags a column or a saved state says otherwise
    bool m_following = false;    ///< the current row moves because something else moved
};

} // namespace pdsi
