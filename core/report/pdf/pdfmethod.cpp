// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdfcontent.h"
#include "core/report/reporttext.h"
#include "core/report/reportwords.h"

namespace pdsi {

namespace {

void writeReading(PdfRows &rows)
{
    rows.push_back(pdfChapter(QStringLiteral("How to read this report"), QStringLiteral("reading")));
    for (const OutcomeStatus status : {OutcomeStatus::Fail, OutcomeStatus::Pass, OutcomeStatus::NotDetermined,
                                       OutcomeStatus::Manual, OutcomeStatus::NotApplicable, OutcomeStatus::Error})
        rows.push_back(pdfFact(pdfStatus(status).text, statusMeaning(status)));
    for (const QString &note : readingNotes())
        rows.push_back(pdfParagraph(note));
    rows.push_back(pdfParagraph(QStringLiteral("A character that no font here has is shown by its number. Long names, messages and values are cut "
                                               "with an ellipsis; the JSON report holds them whole.")));
}

void writeGlossary(PdfRows &rows)
{
    rows.push_back(pdfHeading(QStringLiteral("Words")));
    for (const auto &[word, meaning] : glossary())
        rows.push_back(pdfFact(word, meaning));
}

void writeMethod(PdfRows &rows)
{
    rows.push_back(pdfHeading(QStringLiteral("Method")));
    for (const QString &note : methodNotes())
        rows.push_back(pdfParagraph(note));
    rows.push_back(pdfParagraph(QStringLiteral("To check this document, compare the SHA-256 of the JSON report on the first page, and the digests "
                                               "of the request log with the snapshot.")));
}

} // namespace

void addPdfMethod(const PdfMaterial &material, PdfSections &sections)
{
    const bool whole = material.report->options().depth == ReportDepth::Auditor;
    PdfSection section;
    section.title = whole ? QStringLiteral("How to read this report, words and method") : QStringLiteral("How to read this report");
    section.anchor = QStringLiteral("reading");
    section.write = [whole](qsizetype, PdfRows &rows) {
        writeReading(rows);
        if (whole) {
            writeGlossary(rows);
            writeMethod(rows);
        }
    };
    sections.push_back(std::move(section));
}

} // namespace pdsi
