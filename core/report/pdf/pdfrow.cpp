// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdfrow.h"

namespace pdsi {

PdfTable::PdfTable(std::vector<PdfColumn> columns) : m_columns(std::move(columns))
{
    double sum = 0;
    for (const PdfColumn &column : m_columns)
        sum += column.share;
    PdfRow head;
    double left = 0;
    for (const PdfColumn &column : m_columns) {
        PdfCell &cell = m_cells.emplace_back();
        cell.left = left / sum;
        left += column.share;
        cell.right = left / sum;
        cell.toTheRight = column.toTheRight;
        PdfCell &title = head.cells.emplace_back(cell);
        title.texts = {{column.title, PdfStyle::SmallBold, {}}};
    }
    head.ground = PdfGround::Head;
    head.before = 60;
    head.keepWithNext = true;
    m_head = std::make_shared<const PdfRow>(std::move(head));
}

PdfRow PdfTable::blank() const
{
    PdfRow row;
    row.cells = m_cells;
    row.head = m_head;
    row.ruled = true;
    return row;
}

PdfRow PdfTable::row(const QStringList &texts) const
{
    PdfRow row = blank();
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        row.cells[i].texts = {{texts.value(qsizetype(i)), m_columns[i].style, {}}};
    return row;
}

namespace {

PdfRow acrossThePage(const QString &text, PdfStyle style)
{
    PdfRow row;
    row.cells.push_back({{{text, style, {}}}});
    return row;
}

} // namespace

PdfRow pdfChapter(const QString &title, const QString &anchor)
{
    PdfRow row = acrossThePage(title, PdfStyle::Chapter);
    row.anchor = anchor;
    row.startsPage = true;
    row.keepWithNext = true;
    row.padding = 40;
    return row;
}

PdfRow pdfHeading(const QString &title, const QString &anchor)
{
    PdfRow row = acrossThePage(title, PdfStyle::Heading);
    row.anchor = anchor;
    row.before = 140;
    row.keepWithNext = true;
    return row;
}

PdfRow pdfSubHeading(const QString &title)
{
    PdfRow row = acrossThePage(title, PdfStyle::SubHeading);
    row.before = 90;
    row.keepWithNext = true;
    return row;
}

PdfRow pdfParagraph(const QString &text, PdfStyle style)
{
    PdfRow row = acrossThePage(text, style);
    row.before = 20;
    return row;
}

PdfRow pdfNote(const QString &text)
{
    PdfRow row = acrossThePage(text, PdfStyle::Body);
    row.before = 40;
    row.padding = 50;
    row.ground = PdfGround::Note;
    return row;
}

PdfRow pdfFact(const QString &name, const QString &value)
{
    PdfRow row;
    row.cells.push_back({{{name, PdfStyle::Soft, {}}}, 0, 0.24});
    row.cells.push_back({{{value, PdfStyle::Body, {}}}, 0.24, 1});
    row.padding = 14;
    return row;
}

PdfRow pdfFigureRow(Figure figure)
{
    PdfRow row;
    row.before = 80;
    row.figure = std::make_shared<const Figure>(std::move(figure));
    return row;
}

} // namespace pdsi
