// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdfcontent.h"
#include "core/report/reportwords.h"

namespace pdsi {

namespace {

void writeReading(PdfRows &rows)
{
    rows.push_back(pdfChapter(QStringLiteral("How to read this report"), QStringLiteral("reading")));
    for (const OutcomeStatus status : {OutcomeStatus::Fail, OutcomeStatus::Pass, OutcomeStatus::NotDetermined,
                                       OutcomeStatus::Manual, OutcomeStatus::NotApplicable, OutcomeStatus::Error})
        rows.push_back(pdfFact(pdfStatus(status).text, statusMeaning(status)));
    rows.push_back(pdfParagraph(QStringLiteral(
        "A control takes the worst status among its outcomes, in the order error, fail, not determined, manual, pass. A waiver "
        "changes no status: the finding stays, marked as accepted until a date. What was not read never passes.")));
    rows.push_back(pdfParagraph(QStringLiteral(
        "Times are UTC. Characters that print nothing or reorder text are shown as \uFFFD, those that no font here has by their "
        "number. Long names, messages and values are cut with an ellipsis; the JSON report holds them whole.")));
}

void writeGlossary(PdfRows &rows)
{
    const std::pair<QString, QString> words[] = {
        {QStringLiteral("Control"), QStringLiteral("a requirement that can be judged")},
        {QStringLiteral("Outcome"), QStringLiteral("a control on one resource: a status, and the facts behind it")},
        {QStringLiteral("Finding"), QStringLiteral("a failing outcome; it keeps its identity from audit to audit")},
        {QStringLiteral("Evidence"), QStringLiteral("a field of a stored answer, its value, the request it came with, when it arrived, and the "
                                                    "SHA-256 digest of the answer")},
        {QStringLiteral("Snapshot"), QStringLiteral("the sealed, unchangeable capture of the account that was judged")},
        {QStringLiteral("Waiver"), QStringLiteral("an acceptance of findings: limited in time, with a reason and a name")},
        {QStringLiteral("Attestation"), QStringLiteral("a dated statement of a person about what no API shows")},
        {QStringLiteral("Baseline"), QStringLiteral("an earlier audit that this one is compared with")},
        {QStringLiteral("Gap"), QStringLiteral("a time in which nobody is on call")},
        {QStringLiteral("Effective coverage"), QStringLiteral("who is on call on any level of a service's escalation policy")},
        {QStringLiteral("Crosswalk"), QStringLiteral("which framework requirements a control is evidence for, with the edition")},
    };
    rows.push_back(pdfHeading(QStringLiteral("Words")));
    for (const auto &[word, meaning] : words)
        rows.push_back(pdfFact(word, meaning));
}

void writeMethod(PdfRows &rows)
{
    rows.push_back(pdfHeading(QStringLiteral("Method")));
    const QString paragraphs[] = {
        QStringLiteral("The configuration is read through PagerDuty's API and never written. Every answer is kept as it came, but for "
                       "credentials, which are taken out before anything is stored; the digest is over the body as received."),
        QStringLiteral("Lists are read to their end and compared with the total that the account reports. Where a key may not see "
                       "everything, absence is never taken for proof."),
        QStringLiteral("Each control is a pure rule over the snapshot, the instant and the parameters printed in this report: the same input "
                       "gives the same verdicts. Each fact names its field by JSON pointer, so that it can be found in the snapshot."),
        QStringLiteral("Coverage is worked out from the rendered schedules over the period, for every level, policy and service."),
        QStringLiteral("To check this document: compare the SHA-256 of the JSON report on the first page, and the digests of the request "
                       "log with the snapshot."),
    };
    for (const QString &paragraph : paragraphs)
        rows.push_back(pdfParagraph(paragraph));
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
