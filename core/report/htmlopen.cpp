// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlsections.h"

#include "core/report/chartfigures.h"
#include "core/report/plaintext.h"

#include <algorithm>
#include <span>

namespace pdsi {

namespace {

constexpr qsizetype longestStatement = 1'000;

std::span<const AssessedOutcome> outcomesOf(const Assessment &assessment, const ControlResult &control)
{
    return {assessment.outcomes.constData() + control.firstOutcome, std::size_t(control.outcomeCount)};
}

void writeQuestion(const Report &report, const AssessedOutcome &outcome, HtmlWriter &html)
{
    html << "<tr data-k=\"" << outcome.resource.kind << "\"><th scope=row>";
    html.resource(outcome.resource) << "</th><td>";
    html.status(outcome.status) << "</td><td>" << (outcome.reason ? reasonWords(*outcome.reason) : QString())
                                << "</td><td>" << elided(outcome.message, longestStatement) << "</td>";
    if (report.options().depth == ReportDepth::Auditor) {
        html << "<td>";
        writeHtmlEvidence(report, outcome, html);
        html << "</td>";
    }
    html << "</tr>\n";
}

void writeQuestionsOf(const Report &report, const ControlResult &control, HtmlWriter &html)
{
    const auto outcomes = outcomesOf(report.assessment(), control);
    const auto open = std::count_if(outcomes.begin(), outcomes.end(), isHtmlOpenQuestion);
    const qint64 id = control.info.id;
    html << "<section class=question aria-labelledby=o" << id << " data-c=" << id << " data-v=" << severityName(control.info.severity)
         << " data-n=" << qint64(open) << ">\n<h3 id=o" << id << ">" << id << ". " << control.info.title << "</h3>\n";
    QStringList columns{QStringLiteral("Resource"), QStringLiteral("Status"), QStringLiteral("Reason"),
                        QStringLiteral("What is known")};
    if (report.options().depth == ReportDepth::Auditor)
        columns << QStringLiteral("Evidence");
    HtmlLongTable table(html, QStringLiteral("Open questions of control %1: %2").arg(id).arg(control.info.title), columns, open);
    for (const AssessedOutcome &outcome : outcomes) {
        if (!isHtmlOpenQuestion(outcome))
            continue;
        table.nextRow();
        writeQuestion(report, outcome, html);
    }
    table.end();
    html << "</section>\n";
}

/// For those who only want to know what is missing: one line a control.
void writeQuestionsInShort(const QList<const ControlResult *> &controls, HtmlWriter &html)
{
    beginHtmlTable(html, QStringLiteral("Controls with open questions"),
                   {QStringLiteral("Control"), QStringLiteral("Open questions"), QStringLiteral("Reason")});
    for (const ControlResult *control : controls) {
        StatusCounts open = control->counts;
        open.pass = open.fail = open.notApplicable = 0;
        html << "<tr><th scope=row>" << qint64(control->info.id) << ". " << control->info.title << "</th><td>"
             << statusCountWords(open) << "</td><td>" << (control->reason ? reasonWords(*control->reason) : QString())
             << "</td></tr>\n";
    }
    endHtmlTable(html);
}

using OutcomeList = QList<const AssessedOutcome *>;

void writeWaived(const OutcomeList &waived, HtmlWriter &html)
{
    html << "<h3>Waived findings</h3>\n";
    if (waived.isEmpty()) {
        html << "<p>None.</p>\n";
        return;
    }
    beginHtmlTable(html, QStringLiteral("Findings that somebody accepted for a time; each still counts as a failure"),
                   {QStringLiteral("Resource"), QStringLiteral("Control"), QStringLiteral("Reason"), QStringLiteral("Approver"),
                    QStringLiteral("Ticket"), QStringLiteral("Until")});
    for (const AssessedOutcome *one : waived) {
        html << "<tr><th scope=row>";
        html.resource(one->resource) << "</th><td class=n><a href=\"#" << htmlAnchor(*one) << "\">" << qint64(one->controlId)
                                     << "</a></td><td>" << elided(one->waiver->reason, longestStatement) << "</td><td>"
                                     << elided(one->waiver->approver, longestStatement) << "</td><td>"
                                     << elided(one->waiver->ticket, longestStatement) << "</td><td>";
        html.time(one->waiver->expires) << "</td></tr>\n";
    }
    endHtmlTable(html);
}

void writeAttested(const OutcomeList &attested, HtmlWriter &html)
{
    html << "<h3>Attestations</h3>\n";
    if (attested.isEmpty()) {
        html << "<p>None.</p>\n";
        return;
    }
    beginHtmlTable(html, QStringLiteral("Verdicts that rest on a person's word"),
                   {QStringLiteral("Resource"), QStringLiteral("Control"), QStringLiteral("Verdict"), QStringLiteral("Before"),
                    QStringLiteral("Statement"), QStringLiteral("By"), QStringLiteral("On"), QStringLiteral("Until")});
    for (const AssessedOutcome *one : attested) {
        const AppliedAttestation &word = *one->attestation;
        html << "<tr><th scope=row>";
        html.resource(one->resource) << "</th><td class=n><a href=\"#c" << qint64(one->controlId) << "\">"
                                     << qint64(one->controlId) << "</a></td><td>";
        html.status(one->status) << "</td><td>";
        html.status(word.original) << "</td><td>" << elided(word.statement, longestStatement) << "</td><td>"
                                   << elided(word.attestedBy, longestStatement) << "</td><td>";
        html.time(word.attestedAt) << "</td><td>";
        html.time(word.expires) << "</td></tr>\n";
    }
    endHtmlTable(html);
}

} // namespace

bool isHtmlOpenQuestion(const AssessedOutcome &outcome)
{
    return outcome.status == OutcomeStatus::NotDetermined || outcome.status == OutcomeStatus::Manual
        || outcome.status == OutcomeStatus::Error;
}

void writeHtmlOpenQuestions(const Report &report, HtmlWriter &html)
{
    beginHtmlChapter(html, "open", QStringLiteral("Not determined, and what people have to look at"));
    html << "<p>No verdict is guessed. Each line says what is missing; <em>manual</em> means that PagerDuty shows the "
            "fact to people only, and an attestation settles it.</p>\n";
    QList<const ControlResult *> controls;
    for (const ControlResult &control : report.assessment().controls) {
        const auto outcomes = outcomesOf(report.assessment(), control);
        if (std::any_of(outcomes.begin(), outcomes.end(), isHtmlOpenQuestion))
            controls << &control;
    }
    if (controls.isEmpty())
        html << "<p>Everything could be determined.</p>\n";
    else if (report.options().depth == ReportDepth::Executive)
        writeQuestionsInShort(controls, html);
    else
        for (const ControlResult *control : controls)
            writeQuestionsOf(report, *control, html);
    endHtmlChapter(html);
}

void writeHtmlAcceptance(const Report &report, HtmlWriter &html)
{
    OutcomeList waived, attested;
    for (qsizetype i = 0; i < report.assessment().outcomes.size(); ++i) {
        const AssessedOutcome &outcome = report.assessment().outcomes.at(i);
        if (outcome.waiver && report.inScope(i))
            waived << &outcome;
        if (outcome.attestation && report.inScope(i))
            attested << &outcome;
    }
    beginHtmlChapter(html, "accepted", QStringLiteral("Waivers and attestations"));
    writeWaived(waived, html);
    writeAttested(attested, html);
    endHtmlChapter(html);
}

void writeHtmlBaseline(const Report &report, HtmlWriter &html)
{
    const Assessment &assessment = report.assessment();
    qint64 fresh = 0, unchanged = 0;
    for (const AssessedOutcome &outcome : assessment.outcomes) {
        fresh += outcome.baseline == BaselineState::New;
        unchanged += outcome.baseline == BaselineState::Unchanged;
    }
    beginHtmlChapter(html, "baseline", QStringLiteral("Compared with the baseline"));
    html << "<p>Compared with " << elided(assessment.baselineName, longestStatement) << ": " << fresh << " new, " << unchanged
         << " unchanged, " << qint64(assessment.resolved.size()) << " gone.</p>\n";
    if (!assessment.resolved.isEmpty()) {
        beginHtmlTable(html, QStringLiteral("Findings of the baseline that are gone"),
                       {QStringLiteral("Resource"), QStringLiteral("Control"), QStringLiteral("What it was")});
        for (const BaselineFinding &finding : assessment.resolved) {
            html << "<tr><th scope=row>";
            html.resource(finding.resource) << "</th><td class=n>" << qint64(finding.controlId) << "</td><td>"
                                            << elided(finding.message, longestStatement) << "</td></tr>\n";
        }
        endHtmlTable(html);
    }
    endHtmlChapter(html);
}

} // namespace pdsi
