// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractItemModel;

namespace pdsi {

/// Headings and these rows as the table shows them, with tabs between cells: for pasting into a spreadsheet.
QString tabbedRows(const QAbstractItemModel &model, const QList<int> &rows);

} // namespace pdsi
