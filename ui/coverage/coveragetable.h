// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace pdsi {

/// The look of the tables about coverage: whole rows, several at a time, ordered by their headings.
class CoverageTable : public QTableView
{
    Q_OBJECT
public:
    CoverageTable(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    /// In letters of average width, one a column.
    void setColumnLetters(std::initializer_list<int> letters);
    /// Selected rows, in the order shown.
    QList<int> chosenRows() const;
    /// Makes this row current and visible, the only one selected; below 0: none.
    void showRow(int row);
    /// The chosen rows with their headings, tabs between cells.
    QString chosenText() const;
};

} // namespace pdsi
