// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/controlorder.h"
#include "core/report/pdf/pdfcontent.h"
#include "core/report/pdf/pdffigures.h"
#include "core/report/plaintext.h"
#include "core/report/reportwords.h"

namespace pdsi {

namespace {

QString scoreWords(const Report &report)
{
    const auto score = report.score();
    return score ? QStringLiteral("%1 per cent").arg(QString::number(*score, 'g', 4)) : QStringLiteral("none: no control passed or failed");
}

void writeFigures(const Report &report, PdfRows &rows)
{
    rows.push_back(pdfFact(QStringLiteral("Score"), scoreWords(report)));
    rows.push_back(pdfParagraph(QStringLiteral("Score: %1. Everything else is left out of it.").arg(Report::scoreBasis()), PdfStyle::SmallSoft));
    if (report.findings().waived > 0)
        rows.push_back(pdfFact(QStringLiteral("Waived findings"), QStringLiteral("%1, not counted as open").arg(report.findings().waived)));
    for (const Figure &figure : pdfSummaryFigures(report))
        addPdfFigure(figure, rows, false);
}

void writeControlTable(const Report &report, const PdfTable &table, PdfRows &rows)
{
    rows.push_back(pdfHeading(QStringLiteral("All controls, worst first")));
    for (const ControlResult *control : worstControlsFirst(report.assessment())) {
        PdfRow row = table.row({QStringLiteral("%1. %2").arg(control->info.id).arg(control->info.title), {}, {},
                                QString::number(control->counts.fail), QString::number(control->waived),
                                elided(control->message, 400)});
        if (report.options().depth != ReportDepth::Executive)
            row.cells[0].texts[0].link = QLatin1Char('#') + pdfControlAnchor(control->info.id);
        row.cells[1].texts = {pdfStatus(control->status)};
        row.cells[2].texts = {pdfSeverity(control->info.severity)};
        rows.push_back(std::move(row));
    }
}

} // namespace

void addPdfSummary(const PdfMaterial &material, PdfSections &sections)
{
    PdfSection summary;
    summary.title = QStringLiteral("Summary");
    summary.anchor = QStringLiteral("summary");
    const PdfTable table({{QStringLiteral("Control"), 28, PdfStyle::SmallBold},
                          {QStringLiteral("Status"), 17},
                          {QStringLiteral("Severity"), 12},
                          {QStringLiteral("Failing"), 9, PdfStyle::Small, true},
                          {QStringLiteral("Waived"), 9, PdfStyle::Small, true},
                          {QStringLiteral("What was seen"), 38}});
    summary.write = [report = material.report, table](qsizetype, PdfRows &rows) {
        rows.push_back(pdfChapter(QStringLiteral("Summary"), QStringLiteral("summary")));
        writeFigures(*report, rows);
        writeControlTable(*report, table, rows);
    };
    sections.push_back(std::move(summary));
}

void addPdfOpenQuestions(const PdfMaterial &material, PdfSections &sections)
{
    PdfSection open;
    open.title = QStringLiteral("What could not be determined");
    open.anchor = QStringLiteral("open");
    open.pieces = material.report->assessment().controls.size() + 1;
    const PdfTable table({{QStringLiteral("Resource"), 27},
                          {QStringLiteral("Status"), 17},
                          {QStringLiteral("Why, and what is known"), 56}});
    open.write = [report = material.report, table](qsizetype piece, PdfRows &rows) {
        const Assessment &assessment = report->assessment();
        const auto isOpen = [](const AssessedOutcome &outcome) {
            return outcome.status == OutcomeStatus::NotDetermined || outcome.status == OutcomeStatus::Manual
                || outcome.status == OutcomeStatus::Error;
        };
        if (piece == 0) {
            rows.push_back(pdfChapter(QStringLiteral("What could not be determined"), QStringLiteral("open")));
            rows.push_back(pdfParagraph(QStringLiteral("No verdict is guessed. Each line says what is missing; manual means that "
                                                       "PagerDuty shows the fact to people only, and an attestation settles it.")));
            if (std::none_of(assessment.outcomes.cbegin(), assessment.outcomes.cend(), isOpen))
                rows.push_back(pdfParagraph(QStringLiteral("Everything could be determined.")));
            return;
        }
        const ControlResult &control = assessment.controls.at(piece - 1);
        for (qsizetype i = control.firstOutcome; i < control.firstOutcome + control.outcomeCount; ++i) {
            const AssessedOutcome &outcome = assessment.outcomes.at(i);
            if (!isOpen(outcome))
                continue;
            if (rows.empty())
                rows.push_back(pdfSubHeading(QStringLiteral("%1. %2").arg(control.info.id).arg(control.info.title)));
            PdfRow row = table.blank();
            row.cells[0].texts = pdfResource(outcome.resource);
            row.cells[1].texts = {pdfStatus(outcome.status)};
            row.cells[2].texts = pdfMessage(outcome);
            if (outcome.reason)
                row.cells[2].texts.insert(row.cells[2].texts.begin(), {reasonWords(*outcome.reason), PdfStyle::SmallBold, {}});
            rows.push_back(std::move(row));
        }
    };
    sections.push_back(std::move(open));
}

} // namespace pdsi
