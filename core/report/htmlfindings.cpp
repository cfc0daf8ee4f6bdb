// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlsections.h"

#include "core/report/plaintext.h"

#include <algorithm>
#include <span>

namespace pdsi {

namespace {

constexpr qsizetype longestMessage = 1'000;

std::span<const AssessedOutcome> outcomesOf(const Assessment &assessment, const ControlResult &control)
{
    return {assessment.outcomes.constData() + control.firstOutcome, std::size_t(control.outcomeCount)};
}

void writeLifecycle(const AssessedOutcome &outcome, HtmlWriter &html)
{
    if (outcome.waiver) {
        html << "<br><strong>Waived</strong> by " << outcome.waiver->approver << ": " << outcome.waiver->reason;
        if (!outcome.waiver->ticket.isEmpty())
            html << " (" << outcome.waiver->ticket << ")";
        html << ", until ";
        html.time(outcome.waiver->expires);
    }
    if (outcome.attestation) {
        html << "<br><strong>Attested</strong> by " << outcome.attestation->attestedBy << " on ";
        html.time(outcome.attestation->attestedAt) << ": " << outcome.attestation->statement << ", valid until ";
        html.time(outcome.attestation->expires);
    }
    if (outcome.baseline == BaselineState::New)
        html << "<br>New since the baseline";
    else if (outcome.baseline == BaselineState::Unchanged)
        html << "<br>Also in the baseline";
}

void writeRow(const Report &report, const AssessedOutcome &outcome, bool withStatus, HtmlWriter &html)
{
    html << "<tr";
    if (!outcome.fingerprint.isEmpty())
        html << " id=f-" << outcome.fingerprint;
    html << "><th scope=row>";
    html.resource(outcome.resource) << "</th><td>";
    if (withStatus) {
        html.status(outcome.status) << "</td><td>";
        html << (outcome.reason ? reasonWords(*outcome.reason) : QString()) << "</td><td>";
    }
    html << elided(outcome.message, longestMessage);
    writeLifecycle(outcome, html);
    html << "</td><td>";
    writeHtmlEvidence(report, outcome, html);
    html << "</td></tr>\n";
}

void writeAdvice(const ControlInfo &info, HtmlWriter &html)
{
    html << "<p>" << info.requirement << "</p>\n<dl class=facts><dt>Why it matters</dt><dd>" << info.why
         << "</dd><dt>How to fix it</dt><dd>" << info.fix << "</dd><dt>Evidence</dt><dd>" << info.evidence
         << "</dd></dl>\n";
}

void writeFindingsOf(const Report &report, const ControlResult &control, HtmlWriter &html)
{
    html << "<section class=control aria-labelledby=f" << qint64(control.info.id) << ">\n<h3 id=f"
         << qint64(control.info.id) << ">" << qint64(control.info.id) << ". " << control.info.title << " ";
    html.severity(control.info.severity) << "</h3>\n";
    writeAdvice(control.info, html);
    beginHtmlTable(html, QStringLiteral("Findings of control %1: %2").arg(control.info.id).arg(control.info.title),
                   {QStringLiteral("Resource"), QStringLiteral("Finding"), QStringLiteral("Evidence")});
    for (qsizetype i = control.firstOutcome; i < control.firstOutcome + control.outcomeCount; ++i) {
        const AssessedOutcome &outcome = report.assessment().outcomes.at(i);
        if (outcome.status == OutcomeStatus::Fail && report.inScope(i))
            writeRow(report, outcome, false, html);
    }
    endHtmlTable(html);
    html << "</section>\n";
}

bool isOpenQuestion(const AssessedOutcome &outcome)
{
    return outcome.status == OutcomeStatus::NotDetermined || outcome.status == OutcomeStatus::Manual
        || outcome.status == OutcomeStatus::Error;
}

/// Verdicts that rest on a person's word are listed too: the reader must know.
bool isSettled(const AssessedOutcome &outcome)
{
    return outcome.attestation && outcome.status == OutcomeStatus::Pass;
}

} // namespace

void writeHtmlFindings(const Report &report, HtmlWriter &html)
{
    html << "<section id=findings aria-labelledby=h-findings>\n<h2 id=h-findings>Findings</h2>\n";
    QList<const ControlResult *> failing;
    for (const ControlResult &control : report.assessment().controls) {
        if (control.counts.fail > 0)
            failing << &control;
    }
    std::stable_sort(failing.begin(), failing.end(), [](const ControlResult *a, const ControlResult *b) {
        return a->info.severity < b->info.severity;
    });
    if (failing.isEmpty())
        html << "<p>Nothing failed.</p>\n";
    for (const ControlResult *control : failing)
        writeFindingsOf(report, *control, html);
    html << "</section>\n";
}

void writeHtmlOpenQuestions(const Report &report, HtmlWriter &html)
{
    html << "<section id=open aria-labelledby=h-open>\n<h2 id=h-open>Not determined, and what people have to look at</h2>\n"
            "<p>No verdict is guessed. Each line says what is missing; <em>manual</em> means that PagerDuty shows the "
            "fact to people only, and an attestation settles it.</p>\n";
    bool any = false;
    for (const ControlResult &control : report.assessment().controls) {
        const auto outcomes = outcomesOf(report.assessment(), control);
        const auto listed = [](const AssessedOutcome &outcome) { return isOpenQuestion(outcome) || isSettled(outcome); };
        if (std::none_of(outcomes.begin(), outcomes.end(), listed))
            continue;
        any = true;
        html << "<h3>" << qint64(control.info.id) << ". " << control.info.title << "</h3>\n";
        beginHtmlTable(html, QStringLiteral("Open questions of control %1: %2").arg(control.info.id).arg(control.info.title),
                       {QStringLiteral("Resource"), QStringLiteral("Status"), QStringLiteral("Reason"),
                        QStringLiteral("What is known"), QStringLiteral("Evidence")});
        for (const AssessedOutcome &outcome : outcomes) {
            if (listed(outcome))
                writeRow(report, outcome, true, html);
        }
        endHtmlTable(html);
    }
    if (!any)
        html << "<p>Everything could be determined.</p>\n";
    html << "</section>\n";
}

void writeHtmlBaseline(const Report &report, HtmlWriter &html)
{
    const Assessment &assessment = report.assessment();
    if (assessment.baselineName.isEmpty())
        return;
    html << "<section aria-labelledby=h-baseline>\n<h2 id=h-baseline>Gone since the baseline</h2>\n<p>Compared with "
         << assessment.baselineName << ".</p>\n";
    if (assessment.resolved.isEmpty()) {
        html << "<p>No finding of the baseline is gone.</p>\n</section>\n";
        return;
    }
    beginHtmlTable(html, QStringLiteral("Findings of the baseline that are gone"),
                   {QStringLiteral("Resource"), QStringLiteral("Control"), QStringLiteral("What it was")});
    for (const BaselineFinding &finding : assessment.resolved) {
        html << "<tr><th scope=row>";
        html.resource(finding.resource) << "</th><td>" << qint64(finding.controlId) << "</td><td>"
                                        << elided(finding.message, longestMessage) << "</td></tr>\n";
    }
    endHtmlTable(html);
    html << "</section>\n";
}

} // namespace pdsi
