// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"
#include "core/report/htmlwriter.h"
#include "core/report/report.h"

namespace pdsi {

/// The chapters of the HTML report.
void writeHtmlSummary(const Report &report, HtmlWriter &html);
void writeHtmlOpenQuestions(const Report &report, HtmlWriter &html);
void writeHtmlFrameworks(const Report &report, HtmlWriter &html);
void writeHtmlFindings(const Report &report, HtmlWriter &html);
void writeHtmlCoverage(const Report &report, HtmlWriter &html);
void writeHtmlAcceptance(const Report &report, HtmlWriter &html);
void writeHtmlBaseline(const Report &report, HtmlWriter &html);
void writeHtmlSample(const Report &report, HtmlWriter &html);
void writeHtmlControls(const Report &report, HtmlWriter &html);
void writeHtmlPopulation(const Report &report, HtmlWriter &html);
void writeHtmlParameters(const Report &report, HtmlWriter &html);
void writeHtmlRequests(const Report &report, HtmlWriter &html);
void writeHtmlHowToRead(const Report &report, HtmlWriter &html);

/// The facts behind an outcome, each with field, value, request, time and digest.
void writeHtmlEvidence(const Report &report, const AssessedOutcome &outcome, HtmlWriter &html);

/// Opens a chapter with its heading; `id` is its anchor.
void beginHtmlChapter(HtmlWriter &html, const char *id, const QString &title);
void endHtmlChapter(HtmlWriter &html);

/// Opens a table with a caption and one column heading for each name.
void beginHtmlTable(HtmlWriter &html, const QString &caption, const QStringList &columns);
void endHtmlTable(HtmlWriter &html);

/// A table of `rows` rows under one heading. A long one comes in parts, each with a head of its own: a browser lays out
/// only those that are on the screen.
class HtmlLongTable
{
public:
    HtmlLongTable(HtmlWriter &html, const QString &caption, const QStringList &columns, qsizetype rows);
    /// Before every row.
    void nextRow();
    /// After the last one.
    void end();

private:
    bool inParts() const;
    void beginPart();

    HtmlWriter &m_html;
    const QString m_caption;
    const QStringList m_columns;
    const qsizetype m_rows;
    qsizetype m_written = 0;
};

/// A picture with its title above it; nothing for an empty one.
void writeHtmlFigure(HtmlWriter &html, const Figure &figure, const QByteArray &id);

/// Anchor of a finding: `f-` and its fingerprint.
QString htmlAnchor(const AssessedOutcome &finding);
/// Listed in the chapter of open questions.
bool isHtmlOpenQuestion(const AssessedOutcome &outcome);
/// Who accepted or attested it, until when, and whether it is new; nothing for a plain outcome.
void writeHtmlLifecycle(const AssessedOutcome &outcome, HtmlWriter &html);

} // namespace pdsi
