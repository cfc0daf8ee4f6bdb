// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace pdsi {

/// Reads RFC 4180 strictly: CRLF ends a row, quotes are doubled inside quotes, nothing follows a closing quote.
/// Empty when the text is not of that form.
inline QList<QStringList> readCsv(const QString &csv)
{
    QList<QStringList> rows(1);
    QString cell;
    qsizetype i = 0;
    while (i < csv.size()) {
        if (csv.at(i) == QLatin1Char('"')) {
            for (++i; i < csv.size(); ++i) {
                if (csv.at(i) != QLatin1Char('"'))
                    cell += csv.at(i);
                else if (csv.mid(i + 1, 1) == QLatin1String("\""))
                    cell += csv.at(i++);
                else
                    break;
            }
            ++i;
        } else {
            while (i < csv.size() && csv.at(i) != QLatin1Char(',') && csv.at(i) != QLatin1Char('\r'))
                cell += csv.at(i++);
        }
        rows.last() << cell;
        cell.clear();
        if (csv.mid(i, 2) == QLatin1String("\r\n")) {
            i += 2;
            if (i < csv.size())
                rows << QStringList();
        } else if (csv.mid(i, 1) == QLatin1String(",")) {
            ++i;
        } else {
            return {};
        }
    }
    return rows;
}

} // namespace pdsi
