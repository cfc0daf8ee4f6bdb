// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlsections.h"

#include <algorithm>

namespace pdsi {

namespace {

constexpr qsizetype rowsPerPart = 200;

void writeTableHead(const QString &caption, const QStringList &columns, HtmlWriter &html)
{
    html << "<table>\n<caption>" << caption << "</caption>\n<thead><tr>";
    for (const QString &column : columns)
        html << "<th scope=col>" << column << "</th>";
    html << "</tr></thead>\n<tbody>\n";
}

} // namespace

void beginHtmlTable(HtmlWriter &html, const QString &caption, const QStringList &columns)
{
    html << "<div class=scroll role=region tabindex=0 aria-label=\"" << caption << "\">\n";
    writeTableHead(caption, columns, html);
}

void endHtmlTable(HtmlWriter &html)
{
    html << "</tbody>\n</table>\n</div>\n";
}

HtmlLongTable::HtmlLongTable(HtmlWriter &html, const QString &caption, const QStringList &columns, qsizetype rows)
    : m_html(html), m_caption(caption), m_columns(columns), m_rows(rows)
{
    if (inParts())
        m_html << "<div class=parts>\n";
    else
        beginHtmlTable(m_html, m_caption, m_columns);
}

bool HtmlLongTable::inParts() const { return m_rows > rowsPerPart; }

void HtmlLongTable::beginPart()
{
    const QString caption = QStringLiteral("%1: %2 to %3 of %4")
                                .arg(m_caption, QString::number(m_written + 1),
                                     QString::number(std::min(m_rows, m_written + rowsPerPart)), QString::number(m_rows));
    // A group and no landmark: there may be hundreds of them.
    m_html << "<div class=\"scroll part\" role=group tabindex=0 aria-label=\"" << caption << "\">\n";
    writeTableHead(caption, m_columns, m_html);
}

void HtmlLongTable::nextRow()
{
    if (inParts() && m_written % rowsPerPart == 0) {
        if (m_written > 0)
            endHtmlTable(m_html);
        beginPart();
    }
    ++m_written;
}

void HtmlLongTable::end()
{
    endHtmlTable(m_html);
    if (inParts())
        m_html << "</div>\n";
}

} // namespace pdsi
