// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/htmlwriter.h"
#include "core/report/report.h"

namespace pdsi {

/// The chapters of the HTML report, in the order they are written.
void writeHtmlSummary(const Report &report, HtmlWriter &html);
void writeHtmlFindings(const Report &report, HtmlWriter &html);
void writeHtmlOpenQuestions(const Report &report, HtmlWriter &html);
void writeHtmlBaseline(const Report &report, HtmlWriter &html);
void writeHtmlControls(const Report &report, HtmlWriter &html);
void writeHtmlPopulation(const Report &report, HtmlWriter &html);
void writeHtmlParameters(const Report &report, HtmlWriter &html);
void writeHtmlRequests(const Report &report, HtmlWriter &html);
void writeHtmlHowToRead(const Report &report, HtmlWriter &html);

/// The facts behind an outcome, each with field, value, request, time and digest.
void writeHtmlEvidence(const Report &report, const AssessedOutcome &outcome, HtmlWriter &html);

/// Opens a table with a caption and one column heading for each name.
void beginHtmlTable(HtmlWriter &html, const QString &caption, const QStringList &columns);
void endHtmlTable(HtmlWriter &html);

} // namespace pdsi
