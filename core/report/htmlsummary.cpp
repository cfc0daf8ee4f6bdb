// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlsections.h"

#include "core/report/controlorder.h"

namespace pdsi {

namespace {

void card(HtmlWriter &html, const QString &label, const QString &value)
{
    html << "<div><dt>" << label << "</dt><dd>" << value << "</dd></div>\n";
}

void writeCards(const Report &report, HtmlWriter &html)
{
    const FindingCounts &findings = report.findings();
    const StatusCounts &controls = report.controlCounts();
    html << "<dl class=cards>\n";
    card(html, QStringLiteral("Open findings"), QString::number(findings.open));
    for (const Severity severity : {Severity::Critical, Severity::High, Severity::Medium, Severity::Low})
        card(html, QStringLiteral("of %1 severity").arg(severityName(severity)), QString::number(findings.of(severity)));
    card(html, QStringLiteral("Waived findings"), QString::number(findings.waived));
    for (const OutcomeStatus status :
         {OutcomeStatus::Fail, OutcomeStatus::Pass, OutcomeStatus::NotDetermined, OutcomeStatus::Manual,
          OutcomeStatus::NotApplicable, OutcomeStatus::Error}) {
        if (controls.of(status) > 0)
            card(html, QStringLiteral("Controls: %1").arg(statusWords(status)), QString::number(controls.of(status)));
    }
    const auto score = report.score();
    card(html, QStringLiteral("Score"), score ? QString::number(*score, 'g', 4) : QStringLiteral("none"));
    html << "</dl>\n<p class=soft>Score: " << Report::scoreBasis()
         << ", in per cent. Everything else is left out of it.</p>\n";
}

void writeWarnings(const Assessment &assessment, HtmlWriter &html)
{
    if (assessment.signIn == SignInKind::Sample)
        html << "<p class=note>This is a made-up sample account.</p>\n";
    if (!assessment.snapshot.complete())
        html << "<p class=note>The collection is incomplete. Controls that need what is missing are not determined; "
                "see <a href=\"#population\">Population</a>.</p>\n";
    if (assessment.partialView)
        html << "<p class=note>The key may not see the whole account. Absence proves nothing here, and percentages "
                "are of what the key could see.</p>\n";
}

} // namespace

void beginHtmlTable(HtmlWriter &html, const QString &caption, const QStringList &columns)
{
    html << "<div class=scroll role=region tabindex=0 aria-label=\"" << caption << "\">\n<table>\n<caption>" << caption
         << "</caption>\n<thead><tr>";
    for (const QString &column : columns)
        html << "<th scope=col>" << column << "</th>";
    html << "</tr></thead>\n<tbody>\n";
}

void endHtmlTable(HtmlWriter &html)
{
    html << "</tbody>\n</table>\n</div>\n";
}

void writeHtmlSummary(const Report &report, HtmlWriter &html)
{
    html << "<section id=summary aria-labelledby=h-summary>\n<h2 id=h-summary>Summary</h2>\n";
    writeWarnings(report.assessment(), html);
    writeCards(report, html);
    beginHtmlTable(html, QStringLiteral("All controls, worst first"),
                   {QStringLiteral("Control"), QStringLiteral("Status"), QStringLiteral("Severity"),
                    QStringLiteral("Findings"), QStringLiteral("Waived"), QStringLiteral("What was seen")});
    for (const ControlResult *control : worstControlsFirst(report.assessment())) {
        html << "<tr><th scope=row><a href=\"#c" << qint64(control->info.id) << "\">" << qint64(control->info.id)
             << ". " << control->info.title << "</a></th><td>";
        html.status(control->status) << "</td><td>";
        html.severity(control->info.severity) << "</td><td class=n>" << qint64(control->counts.fail)
                                              << "</td><td class=n>" << qint64(control->waived) << "</td><td>"
                                              << control->message << "</td></tr>\n";
    }
    endHtmlTable(html);
    html << "</section>\n";
}

} // namespace pdsi
