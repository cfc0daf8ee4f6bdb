// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/csvcell.h"

#include "core/report/plaintext.h"

namespace pdsi {

namespace {

/// Control characters have no place in a table; tab and line breaks stay, inside quotes.
QString withoutControlCharacters(QString text)
{
    for (QChar &c : text) {
        const char16_t u = c.unicode();
        if ((u < 0x20 && u != u'\t' && u != u'\n' && u != u'\r') || (u >= 0x7F && u <= 0x9F))
            c = QChar(0xFFFD);
    }
    return text;
}

QString uncalculated(QString text)
{
    if (!text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front()))
        text.prepend(QLatin1Char('\''));
    return text;
}

} // namespace

QByteArray csvCell(const QString &text)
{
    QByteArray bytes = uncalculated(withoutControlCharacters(text)).toUtf8();
    const bool quote = bytes.contains('"') || bytes.contains(',') || bytes.contains('\n') || bytes.contains('\r')
        || bytes.startsWith(' ') || bytes.endsWith(' ');
    if (!quote)
        return bytes;
    bytes.replace("\"", "\"\"");
    return '"' + bytes + '"';
}

QString tabbedCell(const QString &text)
{
    return uncalculated(plainText(text).trimmed());
}

} // namespace pdsi
