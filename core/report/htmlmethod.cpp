// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlsections.h"

#include "core/report/reporttext.h"

namespace pdsi {

namespace {

void writeStatuses(HtmlWriter &html)
{
    html << "<ul>\n";
    for (const OutcomeStatus status : statusesWorstFirst()) {
        html << "<li>";
        html.status(status) << " " << statusMeaning(status) << "</li>\n";
    }
    html << "</ul>\n";
}

void writeParagraphs(const QStringList &paragraphs, HtmlWriter &html)
{
    for (const QString &paragraph : paragraphs)
        html << "<p>" << paragraph << "</p>\n";
}

} // namespace

void writeHtmlHowToRead(const Report &report, HtmlWriter &html)
{
    beginHtmlChapter(html, "reading", QStringLiteral("How to read this"));
    writeStatuses(html);
    writeParagraphs(readingNotes(), html);
    if (report.options().depth == ReportDepth::Auditor) {
        html << "<h3>Method</h3>\n";
        writeParagraphs(methodNotes(), html);
        html << "<h3>Words</h3>\n<dl class=facts>\n";
        for (const auto &[word, meaning] : glossary())
            html << "<dt>" << word << "</dt><dd>" << meaning << "</dd>\n";
        html << "</dl>\n";
    }
    html << "<p>The PDF of this report is not tagged for screen readers; this page holds the same content and is its "
            "accessible twin.</p>\n";
    endHtmlChapter(html);
}

} // namespace pdsi
