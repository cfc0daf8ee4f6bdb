// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/findingsample.h"
#include "core/report/pdf/pdfcontent.h"
#include "core/report/plaintext.h"
#include "core/report/reportwords.h"

#include <algorithm>

namespace pdsi {

namespace {

bool hasStatement(const AssessedOutcome &outcome)
{
    return outcome.waiver || outcome.attestation;
}

void writeWaiver(const AssessedOutcome &outcome, const PdfTable &table, PdfRows &rows)
{
    const AppliedWaiver &waiver = *outcome.waiver;
    PdfRow row = table.row({{}, QStringLiteral("waived"), elided(waiver.reason, 600), elided(waiver.approver, 120), pdfTime(waiver.expires)});
    row.cells[0].texts = pdfResource(outcome.resource);
    if (!waiver.ticket.isEmpty())
        row.cells[2].texts.push_back({elided(waiver.ticket, 120), PdfStyle::SmallSoft, {}});
    rows.push_back(std::move(row));
}

void writeAttestation(const AssessedOutcome &outcome, const PdfTable &table, PdfRows &rows)
{
    const AppliedAttestation &attestation = *outcome.attestation;
    PdfRow row = table.row({{}, QStringLiteral("attested"), elided(attestation.statement, 600), elided(attestation.attestedBy, 120),
                            pdfTime(attestation.expires)});
    row.cells[0].texts = pdfResource(outcome.resource);
    row.cells[1].texts.push_back(pdfStatus(outcome.status));
    row.cells[2].texts.push_back({QStringLiteral("On %1; before: %2").arg(pdfTime(attestation.attestedAt), statusWords(attestation.original)),
                                  PdfStyle::SmallSoft, {}});
    rows.push_back(std::move(row));
}

void writeStatements(const Report &report, qsizetype piece, const PdfTable &table, PdfRows &rows)
{
    const Assessment &assessment = report.assessment();
    if (piece == 0) {
        rows.push_back(pdfChapter(QStringLiteral("Waivers and attestations"), QStringLiteral("statements")));
        rows.push_back(pdfParagraph(QStringLiteral("What rests on somebody's word. A waiver accepts a finding for a time and changes no status; "
                                                   "an attestation settles what no API shows. Both are listed for the whole audit.")));
        if (std::none_of(assessment.outcomes.cbegin(), assessment.outcomes.cend(), hasStatement))
            rows.push_back(pdfParagraph(QStringLiteral("There are none.")));
        return;
    }
    const ControlResult &control = assessment.controls.at(piece - 1);
    for (qsizetype i = control.firstOutcome; i < control.firstOutcome + control.outcomeCount; ++i) {
        const AssessedOutcome &outcome = assessment.outcomes.at(i);
        if (hasStatement(outcome) && rows.empty())
            rows.push_back(pdfSubHeading(QStringLiteral("%1. %2").arg(control.info.id).arg(control.info.title)));
        if (outcome.waiver)
            writeWaiver(outcome, table, rows);
        if (outcome.attestation)
            writeAttestation(outcome, table, rows);
    }
}

} // namespace

void addPdfStatements(const PdfMaterial &material, PdfSections &sections)
{
    PdfSection section;
    section.title = QStringLiteral("Waivers and attestations");
    section.anchor = QStringLiteral("statements");
    section.pieces = 1 + material.report->assessment().controls.size();
    const PdfTable table({{QStringLiteral("Resource"), 25},
                          {QStringLiteral("Kind"), 12},
                          {QStringLiteral("Reason or statement"), 33},
                          {QStringLiteral("By"), 14},
                          {QStringLiteral("Until"), 20}});
    section.write = [report = material.report, table](qsizetype piece, PdfRows &rows) { writeStatements(*report, piece, table, rows); };
    sections.push_back(std::move(section));
}

void addPdfBaseline(const PdfMaterial &material, PdfSections &sections)
{
    const Assessment &assessment = material.report->assessment();
    if (assessment.baselineName.isEmpty())
        return;
    PdfSection section;
    section.title = QStringLiteral("Since the baseline");
    section.anchor = QStringLiteral("baseline");
    const PdfTable table({{QStringLiteral("Resource"), 30}, {QStringLiteral("Control"), 10, PdfStyle::Small, true}, {QStringLiteral("What it was"), 60}});
    section.write = [report = material.report, table](qsizetype, PdfRows &rows) {
        const Assessment &judged = report->assessment();
        const auto count = [&judged](BaselineState state) {
            return std::count_if(judged.outcomes.cbegin(), judged.outcomes.cend(),
                                 [state](const AssessedOutcome &outcome) { return outcome.baseline == state; });
        };
        rows.push_back(pdfChapter(QStringLiteral("Since the baseline"), QStringLiteral("baseline")));
        rows.push_back(pdfParagraph(QStringLiteral("Compared with %1: %2 findings are new, %3 are still there, %4 are gone. A finding counts as "
                                                   "gone only when its control was judged again and nothing about it stayed undetermined.")
                                        .arg(elided(judged.baselineName, 200)).arg(count(BaselineState::New))
                                        .arg(count(BaselineState::Unchanged)).arg(judged.resolved.size())));
        for (const BaselineFinding &finding : judged.resolved) {
            PdfRow row = table.row({{}, QString::number(finding.controlId), elided(finding.message, 600)});
            row.cells[0].texts = pdfResource(finding.resource);
            rows.push_back(std::move(row));
        }
    };
    sections.push_back(std::move(section));
}

void addPdfSample(const PdfMaterial &material, PdfSections &sections)
{
    if (material.report->options().sampleSize <= 0)
        return;
    PdfSection section;
    section.title = QStringLiteral("Sample for the auditor");
    section.anchor = QStringLiteral("sample");
    const PdfTable table({{QStringLiteral("No."), 6, PdfStyle::Small, true}, {QStringLiteral("Control"), 10, PdfStyle::Small, true},
                          {QStringLiteral("Resource"), 34}, {QStringLiteral("Fingerprint"), 50, PdfStyle::Mono}});
    section.write = [report = material.report, sample = drawSample(*material.report), table](qsizetype, PdfRows &rows) {
        rows.push_back(pdfChapter(QStringLiteral("Sample for the auditor"), QStringLiteral("sample")));
        rows.push_back(pdfParagraph(sampleMethod()));
        rows.push_back(pdfFact(QStringLiteral("Drawn"), QStringLiteral("%1 of %2 findings, asked for %3")
                                                            .arg(sample.drawn.size()).arg(sample.populationSize).arg(sample.asked)));
        rows.push_back(pdfFact(QStringLiteral("Seed"), QString::number(sample.seed)));
        rows.push_back(pdfFact(QStringLiteral("Digest of the population"), sample.populationDigest));
        for (qsizetype i = 0; i < sample.drawn.size(); ++i) {
            const DrawnFinding &drawn = sample.drawn.at(i);
            const AssessedOutcome &outcome = report->assessment().outcomes.at(drawn.outcome);
            PdfRow row = table.row({QString::number(i + 1), QString::number(outcome.controlId), {}, drawn.fingerprint});
            row.cells[2].texts = pdfResource(outcome.resource);
            rows.push_back(std::move(row));
        }
    };
    sections.push_back(std::move(section));
}

} // namespace pdsi
