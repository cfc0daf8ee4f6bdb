// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tabletext.h"

#include "core/report/csvcell.h"

#include <QAbstractItemModel>

namespace pdsi {

QString tabbedRows(const QAbstractItemModel &model, const QList<int> &rows)
{
    QStringList lines, cells;
    const int columns = model.columnCount();
    for (int column = 0; column < columns; ++column)
        cells << tabbedCell(model.headerData(column, Qt::Horizontal).toString());
    lines << cells.join(QLatin1Char('\t'));
    for (const int row : rows) {
        cells.clear();
        for (int column = 0; column < columns; ++column)
            cells << tabbedCell(model.index(row, column).data().toString());
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace pdsi
