// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/controlorder.h"
#include "core/report/pdf/pdfcontent.h"
#include "core/report/pdf/pdffindings.h"
#include "core/report/reportwords.h"

#include <algorithm>

namespace pdsi {

namespace {

QString requirementWords(const FrameworkReference &reference)
{
    QStringList words;
    for (const QString &id : reference.reviewed) {
        const QString title = requirementTitle(reference.framework, id);
        words << (title.isEmpty() ? id : id + QLatin1Char(' ') + title);
    }
    return words.isEmpty() ? QStringLiteral("none") : words.join(QStringLiteral("; "));
}

void writeFrameworkTable(const ControlInfo &info, const PdfTable &table, PdfRows &rows)
{
    if (info.frameworks.isEmpty())
        return;
    rows.push_back(pdfSubHeading(QStringLiteral("Framework requirements it is evidence for")));
    for (const FrameworkReference &reference : info.frameworks) {
        PdfRow row = table.row({reference.framework, reference.specified.join(QStringLiteral(", ")), requirementWords(reference),
                                reference.verdict});
        row.cells[0].texts.push_back({reference.edition, PdfStyle::SmallSoft, {}});
        if (!reference.note.isEmpty())
            row.cells[3].texts.push_back({reference.note, PdfStyle::SmallSoft, {}});
        rows.push_back(std::move(row));
    }
}

void writeControlHead(const ControlResult &control, bool findingsFollow, PdfRows &rows)
{
    const ControlInfo &info = control.info;
    rows.push_back(pdfHeading(QStringLiteral("%1. %2").arg(info.id).arg(info.title), pdfControlAnchor(info.id)));
    rows.back().before = 200;
    PdfRow mark;
    mark.ground = PdfGround::Group;
    mark.padding = 35;
    mark.keepWithNext = true;
    mark.cells.push_back({{{pdfStatus(control.status).text, PdfStyle::Mark, {}}}, 0, 0.2});
    mark.cells.push_back({{{pdfSeverity(info.severity).text, PdfStyle::Mark, {}}}, 0.2, 0.36});
    mark.cells.push_back({{{control.message, PdfStyle::Body, {}}}, 0.36, 1});
    rows.push_back(std::move(mark));
    rows.push_back(pdfFact(QStringLiteral("Requirement"), info.requirement));
    rows.push_back(pdfFact(QStringLiteral("Looked at"), QStringLiteral("%1 resources: %2").arg(control.population).arg(statusCountWords(control.counts))));
    if (control.reason)
        rows.push_back(pdfFact(QStringLiteral("Reason"), reasonWords(*control.reason)));
    rows.push_back(pdfFact(QStringLiteral("Why it matters"), info.why));
    rows.push_back(pdfFact(QStringLiteral("How to fix it"), info.fix));
    rows.push_back(pdfFact(QStringLiteral("Evidence"), info.evidence));
    if (findingsFollow)
        rows.push_back(pdfSubHeading(QStringLiteral("Findings")));
}

PdfTable frameworkTable()
{
    return PdfTable({{QStringLiteral("Framework and edition"), 24, PdfStyle::SmallBold},
                     {QStringLiteral("Specified"), 14},
                     {QStringLiteral("Reviewed"), 34},
                     {QStringLiteral("Verdict of the review, and note"), 34}});
}

} // namespace

QList<const ControlResult *> pdfControlOrder(const Report &report)
{
    QList<const ControlResult *> order;
    const auto add = [&order](const ControlResult *control) {
        if (control && !order.contains(control))
            order << control;
    };
    if (report.options().grouping == ReportGrouping::Framework) {
        for (const PdfRequirement &requirement : pdfRequirements(report)) {
            for (const int id : requirement.controls)
                add(report.control(id));
        }
    }
    const auto worst = worstControlsFirst(report.assessment());
    std::for_each(worst.cbegin(), worst.cend(), add);
    if (report.options().scope.isWhole())
        return order;
    const auto inScope = failingControls(report);
    order.removeIf([&inScope](const ControlResult *control) { return !inScope.contains(control); });
    return order;
}

void addPdfControls(const PdfMaterial &material, PdfSections &sections)
{
    PdfSection chapter;
    chapter.title = QStringLiteral("Controls and findings");
    chapter.anchor = QStringLiteral("controls");
    chapter.write = [report = material.report](qsizetype, PdfRows &rows) {
        rows.push_back(pdfChapter(QStringLiteral("Controls and findings"), QStringLiteral("controls")));
        rows.push_back(pdfParagraph(
            report->options().grouping == ReportGrouping::Framework
                ? QStringLiteral("In the order of the framework requirements above; then the others, worst first.")
                : QStringLiteral("Worst first: by status, severity and number of findings. A framework reference says that a "
                                 "finding is evidence for a requirement, never that the requirement is met.")));
    };
    sections.push_back(std::move(chapter));
    const PdfTable frameworks = frameworkTable();
    const auto writer = std::make_shared<PdfFindingWriter>(material);
    for (const ControlResult *control : pdfControlOrder(*material.report)) {
        const QList<qsizetype> findings = writer->findingsOf(*control);
        PdfSection section;
        section.title = QStringLiteral("%1. %2").arg(control->info.id).arg(control->info.title);
        section.level = 2;
        section.anchor = pdfControlAnchor(control->info.id);
        section.pieces = 2 + findings.size();
        section.write = [control, frameworks, writer, findings](qsizetype piece, PdfRows &rows) {
            if (piece == 0)
                writeControlHead(*control, !findings.isEmpty(), rows);
            else if (piece <= findings.size())
                writer->write(findings.at(piece - 1), rows);
            else
                writeFrameworkTable(control->info, frameworks, rows);
        };
        sections.push_back(std::move(section));
    }
}

} // namespace pdsi
