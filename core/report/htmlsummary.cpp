// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chartfigures.h"
#include "core/report/controlorder.h"
#include "core/report/figuresvg.h"
#include "core/report/htmlsections.h"

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
    for (const Severity severity : {Severity::Critical, Severity::High})
        card(html, QStringLiteral("of %1 severity").arg(severityName(severity)), QString::number(findings.of(severity)));
    card(html, QStringLiteral("Waived findings"), QString::number(findings.waived));
    card(html, QStringLiteral("Controls that fail"), QStringLiteral("%1 of %2").arg(controls.fail).arg(report.assessment().controls.size()));
    card(html, QStringLiteral("Controls still open"), QString::number(controls.notDetermined + controls.manual + controls.error));
    const auto score = report.score();
    card(html, QStringLiteral("Score"), score ? QStringLiteral("%1 %").arg(QString::number(*score, 'g', 4)) : QStringLiteral("none"));
    html << "</dl>\n<p class=soft>Score: " << Report::scoreBasis()
         << ", in per cent. Everything else is left out of it. Controls still open: not determined, manual or error.</p>\n";
}

void writeCharts(const Report &report, HtmlWriter &html)
{
    html << "<div class=charts>\n";
    writeHtmlFigure(html, severityChart(report), "chart-severity");
    writeHtmlFigure(html, statusChart(report), "chart-status");
    writeHtmlFigure(html, frameworkChart(report), "chart-framework");
    writeHtmlFigure(html, undeterminedChart(report), "chart-undetermined");
    html << "</div>\n";
}

/// The worst thing in one sentence.
void writeHeadline(const Report &report, const QList<const ControlResult *> &controls, HtmlWriter &html)
{
    if (controls.isEmpty()) {
        html << "<p class=lead>No control was judged.</p>\n";
        return;
    }
    const ControlResult &worst = *controls.first();
    if (worst.status != OutcomeStatus::Fail) {
        html << "<p class=lead>No control fails.</p>\n";
        return;
    }
    // Its findings are listed unless the report has no such chapter, or its scope leaves them out.
    const bool listed = report.options().depth != ReportDepth::Executive && failingControls(report).contains(&worst);
    html << "<p class=lead>Worst: ";
    html.severity(worst.info.severity) << " <a href=\"#" << (listed ? "f" : "c")
                                       << qint64(worst.info.id) << "\">" << worst.info.title << "</a>. " << worst.message
                                       << "</p>\n";
}

void writeWarnings(const Report &report, HtmlWriter &html)
{
    const bool linked = report.options().depth > ReportDepth::Executive;
    if (!report.assessment().snapshot.complete()) {
        html << "<p class=note>The collection is incomplete. Controls that need what is missing are not determined";
        html << (linked ? "; see <a href=\"#population\">Population</a>.</p>\n" : ".</p>\n");
    }
    if (report.assessment().partialView)
        html << "<p class=note>The key may not see the whole account. Absence proves nothing here, and percentages "
                "are of what the key could see.</p>\n";
}

} // namespace

void beginHtmlChapter(HtmlWriter &html, const char *id, const QString &title)
{
    html << "<section id=" << id << " aria-labelledby=h-" << id << ">\n<h2 id=h-" << id << ">" << title << "</h2>\n";
}

void endHtmlChapter(HtmlWriter &html) { html << "</section>\n"; }

void writeHtmlFigure(HtmlWriter &html, const Figure &figure, const QByteArray &id)
{
    if (figure.isEmpty())
        return;
    html << "<figure><figcaption>" << figure.title << "</figcaption>\n";
    writeFigureSvg(figure, id, html);
    html << "</figure>\n";
}

void writeHtmlSummary(const Report &report, HtmlWriter &html)
{
    const QList<const ControlResult *> controls = worstControlsFirst(report.assessment());
    const bool linked = report.options().depth > ReportDepth::Executive;
    beginHtmlChapter(html, "summary", QStringLiteral("Summary"));
    writeHeadline(report, controls, html);
    writeWarnings(report, html);
    writeCards(report, html);
    writeCharts(report, html);
    beginHtmlTable(html, QStringLiteral("All controls, worst first"),
                   {QStringLiteral("Control"), QStringLiteral("Status"), QStringLiteral("Severity"),
                    QStringLiteral("Findings"), QStringLiteral("Waived"), QStringLiteral("What was seen")});
    for (const ControlResult *control : controls) {
        const qint64 id = control->info.id;
        html << (linked ? "<tr><th scope=row><a href=\"#c" : "<tr id=c") << id
             << (linked ? "\">" : "><th scope=row>") << id << ". " << control->info.title << (linked ? "</a></th><td>" : "</th><td>");
        html.status(control->status) << "</td><td>";
        html.severity(control->info.severity) << "</td><td class=n>" << qint64(control->counts.fail)
                                              << "</td><td class=n>" << qint64(control->waived) << "</td><td>"
                                              << control->message << "</td></tr>\n";
    }
    endHtmlTable(html);
    endHtmlChapter(html);
}

} // namespace pdsi
