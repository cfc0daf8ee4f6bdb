// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pdsi {

/// One cell of an RFC 4180 table, quoted where needed: without control characters, and never something a spreadsheet
/// would calculate (a leading `= + - @`, tab or CR gets a `'` before it).
QByteArray csvCell(const QString &text);

/// The same guard without the quoting: for a cell between tabs. Tabs and line breaks become spaces.
QString tabbedCell(const QString &text);

} // namespace pdsi
