// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/xlsxreader.h"

#include "core/snapshot/zipreader.h"

#include <QXmlStreamReader>

namespace pdsi {

namespace {

constexpr qint64 largestSheet = 4LL * 1024 * 1024 * 1024; // a million rows are some hundred megabytes

QStringList sheetNames(const QByteArray &workbook)
{
    QStringList names;
    QXmlStreamReader xml(workbook);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("sheet"))
            names << xml.attributes().value(QLatin1String("name")).toString();
    }
    return xml.hasError() ? QStringList() : names;
}

/// `AB12` -> 27.
int columnOf(QStringView reference)
{
    int column = 0;
    for (const QChar c : reference) {
        if (c < QLatin1Char('A') || c > QLatin1Char('Z'))
            break;
        column = column * 26 + c.unicode() - u'A' + 1;
    }
    return column - 1;
}

/// The text of the cell the reader stands at.
QString cellText(QXmlStreamReader &xml)
{
    QString text;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == QLatin1String("c"))
            break;
        if (xml.isStartElement() && (xml.name() == QLatin1String("t") || xml.name() == QLatin1String("v")))
            text += xml.readElementText();
    }
    return text;
}

bool readSheet(const QString &name, const QByteArray &content, const XlsxRowVisitor &visit)
{
    QXmlStreamReader xml(content);
    QStringList cells;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QLatin1String("row")) {
            cells.clear();
        } else if (xml.isEndElement() && xml.name() == QLatin1String("row")) {
            visit(name, cells);
        } else if (xml.isStartElement() && xml.name() == QLatin1String("c")) {
            const int column = columnOf(xml.attributes().value(QLatin1String("r")));
            while (cells.size() < column)
                cells << QString();
            cells << cellText(xml);
        }
    }
    return !content.isEmpty() && !xml.hasError();
}

} // namespace

bool readXlsx(const QByteArray &book, const XlsxRowVisitor &visit)
{
    const auto zip = ZipReader::openBytes(book, largestSheet);
    if (!zip)
        return false;
    const auto part = [&zip](const QString &name) { return (*zip)->read(name).value_or(QByteArray()); };
    const QStringList names = sheetNames(part(QStringLiteral("xl/workbook.xml")));
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (!readSheet(names.at(i), part(QStringLiteral("xl/worksheets/sheet%1.xml").arg(i + 1)), visit))
            return false;
    }
    return !names.isEmpty();
}

} // namespace pdsi
