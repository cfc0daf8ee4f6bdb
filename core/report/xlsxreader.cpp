// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/xlsxreader.h"

#include <QXmlStreamReader>

#include <zip.h>

#include <memory>

namespace pdsi {

namespace {

using ZipFile = std::unique_ptr<zip_t, void (*)(zip_t *)>;

/// The bytes must outlive the result.
ZipFile openBook(const QByteArray &book)
{
    zip_source_t *source = zip_source_buffer_create(book.constData(), static_cast<zip_uint64_t>(book.size()), 0, nullptr);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, nullptr) : nullptr;
    if (source && !zip)
        zip_source_free(source);
    return {zip, [](zip_t *open) {
                if (open)
                    zip_discard(open);
            }};
}

QByteArray bookPart(zip_t *zip, const QByteArray &name)
{
    zip_stat_t about;
    if (zip_stat(zip, name.constData(), 0, &about) != 0 || !(about.valid & ZIP_STAT_SIZE))
        return {};
    zip_file_t *file = zip_fopen(zip, name.constData(), 0);
    if (!file)
        return {};
    QByteArray content(static_cast<qsizetype>(about.size), Qt::Uninitialized);
    const zip_int64_t got = zip_fread(file, content.data(), about.size);
    zip_fclose(file);
    return got == content.size() ? content : QByteArray();
}

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
    const ZipFile zip = openBook(book);
    if (!zip)
        return false;
    const QStringList names = sheetNames(bookPart(zip.get(), "xl/workbook.xml"));
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QByteArray part = "xl/worksheets/sheet" + QByteArray::number(i + 1) + ".xml";
        if (!readSheet(names.at(i), bookPart(zip.get(), part), visit))
            return false;
    }
    return !names.isEmpty();
}

} // namespace pdsi
