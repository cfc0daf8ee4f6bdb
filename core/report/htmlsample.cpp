// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlsections.h"

#include "core/report/findingsample.h"

namespace pdsi {

namespace {

void writeDrawn(const Report &report, const DrawnFinding &drawn, qint64 number, HtmlWriter &html)
{
    const AssessedOutcome &outcome = report.assessment().outcomes.at(drawn.outcome);
    html << "<tr><th scope=row class=n>" << number << "</th><td><a href=\"#" << htmlAnchor(outcome) << "\"><code>"
         << drawn.fingerprint.left(12) << "…</code></a></td><td class=n>" << qint64(outcome.controlId) << "</td><td>";
    html.resource(outcome.resource) << "</td><td><code>" << drawn.ticket << "</code></td></tr>\n";
}

} // namespace

void writeHtmlSample(const Report &report, HtmlWriter &html)
{
    const FindingSample sample = drawSample(report);
    beginHtmlChapter(html, "sample", QStringLiteral("Sample drawn"));
    html << "<p>" << qint64(sample.drawn.size()) << " of " << qint64(sample.populationSize)
         << " findings in scope, waived ones included.</p>\n<dl class=facts><dt>Seed</dt><dd>" << QString::number(sample.seed)
         << "</dd><dt>Digest of the population</dt><dd><code>" << sample.populationDigest << "</code></dd></dl>\n<p>"
         << sampleMethod() << "</p>\n";
    if (!sample.isEmpty()) {
        beginHtmlTable(html, QStringLiteral("Findings drawn, in the order drawn"),
                       {QStringLiteral("No."), QStringLiteral("Finding"), QStringLiteral("Control"), QStringLiteral("Resource"),
                        QStringLiteral("Digest that decided")});
        qint64 number = 0;
        for (const DrawnFinding &drawn : sample.drawn)
            writeDrawn(report, drawn, ++number, html);
        endHtmlTable(html);
    }
    endHtmlChapter(html);
}

} // namespace pdsi
