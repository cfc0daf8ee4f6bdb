// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/controlorder.h"
#include "core/report/pdf/pdfcontent.h"
#include "core/report/plaintext.h"
#include "core/report/reportwords.h"

namespace pdsi {

namespace {

constexpr int worstShown = 5;

QString severityCounts(const FindingCounts &findings)
{
    QStringList parts;
    for (const Severity severity : {Severity::Critical, Severity::High, Severity::Medium, Severity::Low}) {
        if (findings.of(severity) > 0)
            parts << QStringLiteral("%1 %2").arg(findings.of(severity)).arg(severityName(severity));
    }
    return parts.join(QStringLiteral(", "));
}

QString headline(const Report &report)
{
    const FindingCounts &findings = report.findings();
    const StatusCounts &controls = report.controlCounts();
    const int unanswered = controls.notDetermined + controls.manual + controls.error;
    QString text = findings.open == 0 ? QStringLiteral("No open finding.")
                                      : QStringLiteral("%1 open findings: %2.").arg(findings.open).arg(severityCounts(findings));
    if (findings.open == 1)
        text = QStringLiteral("1 open finding: %1.").arg(severityCounts(findings));
    text += QStringLiteral(" %1 of %2 controls fail").arg(controls.fail).arg(report.assessment().controls.size());
    if (unanswered > 0)
        text += QStringLiteral(", %1 could not be judged").arg(unanswered);
    return text + QLatin1Char('.');
}

/// The first open finding of a control that looks at many resources.
QString exampleOf(const Report &report, const ControlResult &control)
{
    if (control.population < 2)
        return {};
    for (qsizetype i = control.firstOutcome; i < control.firstOutcome + control.outcomeCount; ++i) {
        const AssessedOutcome &outcome = report.assessment().outcomes.at(i);
        if (outcome.isOpenFinding())
            return QStringLiteral("For example: ") + elided(outcome.message, 200);
    }
    return {};
}

void writeWorst(const Report &report, PdfRows &rows)
{
    PdfRow lead = pdfParagraph(headline(report), PdfStyle::Lead);
    lead.ground = PdfGround::Group;
    lead.padding = 60;
    lead.before = 120;
    lead.keepWithNext = true;
    rows.push_back(std::move(lead));
    int shown = 0;
    for (const ControlResult *control : worstControlsFirst(report.assessment())) {
        if (control->status != OutcomeStatus::Fail || shown++ == worstShown)
            break;
        PdfRow row;
        row.ground = PdfGround::Group;
        row.padding = 25;
        PdfText severity = pdfSeverity(control->info.severity);
        severity.style = PdfStyle::Bold;
        row.cells.push_back({{severity}, 0, 0.17});
        row.cells.push_back({{{QStringLiteral("%1. %2").arg(control->info.id).arg(control->info.title), PdfStyle::Bold,
                               QLatin1Char('#') + pdfControlAnchor(control->info.id)},
                              {elided(control->message, 240), PdfStyle::Body, {}}},
                             0.17, 1});
        if (const QString example = exampleOf(report, *control); !example.isEmpty())
            row.cells.back().texts.push_back({example, PdfStyle::Soft, {}});
        rows.push_back(std::move(row));
    }
}

void writeCoverNotes(const Report &report, PdfRows &rows)
{
    const Assessment &assessment = report.assessment();
    if (assessment.signIn == SignInKind::Sample)
        rows.push_back(pdfNote(QStringLiteral("This is a made-up sample account.")));
    if (report.options().redacted)
        rows.push_back(pdfNote(QStringLiteral("Redacted: people are named by pseudonyms.")));
    if (!assessment.snapshot.complete())
        rows.push_back(pdfNote(QStringLiteral("The collection is incomplete. Controls that need what is missing are not determined.")));
    if (assessment.partialView)
        rows.push_back(pdfNote(QStringLiteral("The key may not see the whole account. Absence proves nothing here, and "
                                              "percentages are of what the key could see.")));
    if (!report.options().scope.isWhole())
        rows.push_back(pdfNote(QStringLiteral("The findings listed are only those that match: %1 (%2 of %3). Counts are of the whole audit.")
                                   .arg(elided(report.options().scope.words, 300))
                                   .arg(report.findingsInScope().size())
                                   .arg(report.findings().open + report.findings().waived)));
}

QString depthWords(ReportDepth depth)
{
    switch (depth) {
    case ReportDepth::Executive: return QStringLiteral("executive: summary, controls, what could not be determined");
    case ReportDepth::Manager: return QStringLiteral("manager: with findings, on-call coverage and population");
    case ReportDepth::Auditor: return QStringLiteral("auditor: with the evidence of every finding, request log and method");
    }
    return {};
}

void writeIdentity(const PdfMaterial &material, PdfRows &rows)
{
    const Report &report = *material.report;
    const Assessment &assessment = report.assessment();
    const SnapshotInfo &snapshot = assessment.snapshot;
    const Instant windowEnd = assessment.asOf + assessment.parameters.scheduleCoverageDays * secondsPerDay;
    const std::pair<QString, QString> facts[] = {
        {QStringLiteral("Account"), pdfAccountName(assessment)},
        {QStringLiteral("Address"), elided(snapshot.account.baseUrl, 200)},
        {QStringLiteral("State of"), formatInstant(assessment.asOf)},
        {QStringLiteral("On-call period"), QStringLiteral("%1 to %2").arg(formatInstant(assessment.asOf), formatInstant(windowEnd))},
        {QStringLiteral("Collected"), QStringLiteral("%1 to %2").arg(pdfTime(snapshot.startedAt), pdfTime(snapshot.finishedAt))},
        {QStringLiteral("Signed in by"), signInWords(assessment.signIn)},
        {QStringLiteral("Key ends in"), snapshot.account.keyHint},
        {QStringLiteral("Requester"), elided(snapshot.account.requester, 200)},
        {QStringLiteral("Prepared by"), elided(report.options().operatorName, 200)},
        {QStringLiteral("Prepared"), pdfTime(assessment.assessedAt)},
        {QStringLiteral("Program"), QStringLiteral("PagerDuty Security Inspector ") + assessment.toolVersion},
        {QStringLiteral("Assessment"), assessment.id.toString(QUuid::WithoutBraces)},
        {QStringLiteral("Snapshot"), snapshot.id.isNull() ? QString() : snapshot.id.toString(QUuid::WithoutBraces)},
        {QStringLiteral("Depth"), depthWords(report.options().depth)},
        {QStringLiteral("SHA-256 of the JSON report"), material.jsonDigest},
    };
    rows.push_back(pdfSubHeading(QStringLiteral("What this report is about")));
    for (const auto &[name, value] : facts) {
        if (!value.isEmpty())
            rows.push_back(pdfFact(name, value));
    }
}

} // namespace

void addPdfCover(const PdfMaterial &material, PdfSections &sections)
{
    PdfSection cover;
    cover.title = QStringLiteral("Cover");
    cover.anchor = QStringLiteral("cover");
    cover.write = [material](qsizetype, PdfRows &rows) {
        const Assessment &assessment = material.report->assessment();
        PdfRow title = pdfParagraph(QStringLiteral("Security audit of %1").arg(pdfAccountName(assessment)), PdfStyle::Title);
        title.anchor = QStringLiteral("cover");
        rows.push_back(std::move(title));
        rows.push_back(pdfParagraph(QStringLiteral("PagerDuty configuration, state of %1").arg(formatInstant(assessment.asOf)),
                                    PdfStyle::Lead));
        writeCoverNotes(*material.report, rows);
        writeWorst(*material.report, rows);
        writeIdentity(material, rows);
        rows.push_back(pdfParagraph(
            material.jsonAttached ? QStringLiteral("The JSON report with every outcome is attached to this document.")
                                  : QStringLiteral("The JSON report of the same audit holds every outcome, failing or not."),
            PdfStyle::Soft));
        rows.push_back(pdfParagraph(QStringLiteral("This PDF is not tagged for screen readers. The HTML report of the same audit "
                                                   "is its accessible twin and says the same."),
                                    PdfStyle::Soft));
    };
    sections.push_back(std::move(cover));
}

} // namespace pdsi
