// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/coveragetable.h"

#include "ui/models/tabletext.h"

#include <QHeaderView>

#include <algorithm>

namespace pdsi {

CoverageTable::CoverageTable(const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void CoverageTable::setColumnLetters(std::initializer_list<int> letters)
{
    int column = 0;
    for (const int count : letters)
        setColumnWidth(column++, count * fontMetrics().averageCharWidth());
}

QList<int> CoverageTable::chosenRows() const
{
    QList<int> rows;
    const QModelIndexList selected = selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows << index.row();
    std::sort(rows.begin(), rows.end());
    return rows;
}

void CoverageTable::showRow(int row)
{
    if (row < 0) {
        setCurrentIndex({});
        clearSelection();
        return;
    }
    if (row != currentIndex().row() || !selectionModel()->isRowSelected(row))
        selectRow(row);
    scrollTo(model()->index(row, 0));
}

QString CoverageTable::chosenText() const { return tabbedRows(*model(), chosenRows()); }

} // namespace pdsi
