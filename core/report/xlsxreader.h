// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

namespace pdsi {

/// Called with the name of the sheet and the cells of a row, from the first column on.
using XlsxRowVisitor = std::function<void(const QString &sheet, const QStringList &cells)>;

/// Reads a workbook this program wrote, row by row. False when it is none.
bool readXlsx(const QByteArray &book, const XlsxRowVisitor &visit);

} // namespace pdsi
