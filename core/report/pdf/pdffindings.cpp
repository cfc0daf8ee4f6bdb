// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdffindings.h"

#include "core/report/pdf/pdffigures.h"
#include "core/report/plaintext.h"
#include "core/report/reportwords.h"

#include <algorithm>

namespace pdsi {

namespace {

constexpr qsizetype mostPdfFacts = 40;
constexpr qsizetype mostPdfGaps = 200;
constexpr qsizetype longestPointer = 160;
const QString dash(QChar(0x2013));

/// A row across the table of facts, under its head.
PdfRow acrossTable(const PdfTable &table, std::vector<PdfText> texts)
{
    PdfRow row;
    row.head = table.head();
    row.ruled = true;
    row.cells.push_back({std::move(texts)});
    return row;
}

} // namespace

PdfFindingWriter::PdfFindingWriter(const PdfMaterial &material)
    : m_report(material.report)
    , m_withFacts(material.report->options().depth == ReportDepth::Auditor)
    , m_short({{QStringLiteral("Resource"), 32}, {QStringLiteral("Finding"), 68}})
    , m_facts({{QStringLiteral("Field"), 33, PdfStyle::Mono},
               {QStringLiteral("Value"), 30, PdfStyle::Mono},
               {QStringLiteral("Request"), 12, PdfStyle::Mono, true},
               {QStringLiteral("Received"), 21, PdfStyle::Mono},
               {QStringLiteral("SHA-256"), 15, PdfStyle::Mono}})
{
    QSet<QString> seen;
    for (const ControlResult *control : pdfControlOrder(*m_report)) {
        for (const qsizetype finding : findingsOf(*control)) {
            const ResourceRef &resource = m_report->assessment().outcomes.at(finding).resource;
            if (resource.kind == QLatin1String("escalation_policy") && !seen.contains(resource.id)) {
                seen.insert(resource.id);
                m_pictured.insert(finding);
            }
        }
    }
}

QList<qsizetype> PdfFindingWriter::findingsOf(const ControlResult &control) const
{
    const QList<qsizetype> &all = m_report->findingsInScope();
    const auto from = std::lower_bound(all.cbegin(), all.cend(), control.firstOutcome);
    const auto to = std::lower_bound(from, all.cend(), control.firstOutcome + control.outcomeCount);
    return QList<qsizetype>(from, to);
}

void PdfFindingWriter::write(qsizetype index, PdfRows &rows) const
{
    const AssessedOutcome &outcome = m_report->assessment().outcomes.at(index);
    if (!m_withFacts) {
        writeShort(outcome, rows);
        writePictures(index, outcome, rows);
        return;
    }
    PdfRow title = acrossTable(m_facts, {});
    title.ground = PdfGround::Group;
    title.cells = {{pdfResource(outcome.resource), 0, 0.34}, {pdfMessage(outcome), 0.34, 1}};
    title.keepWithNext = !outcome.evidence.isEmpty() || !outcome.gaps.isEmpty();
    rows.push_back(std::move(title));
    writeGaps(outcome, rows);
    writeFacts(outcome, rows);
    writePictures(index, outcome, rows);
}

void PdfFindingWriter::writeShort(const AssessedOutcome &outcome, PdfRows &rows) const
{
    PdfRow row = m_short.blank();
    row.cells[0].texts = pdfResource(outcome.resource);
    row.cells[1].texts = pdfMessage(outcome);
    rows.push_back(std::move(row));
}

void PdfFindingWriter::writeFacts(const AssessedOutcome &outcome, PdfRows &rows) const
{
    const RequestRecord *request = nullptr;
    QString received, digest;
    for (const Evidence &fact : outcome.evidence.first(std::min(outcome.evidence.size(), mostPdfFacts))) {
        if (!request || request->id != fact.requestId) {
            request = m_report->request(fact.requestId);
            received = request ? pdfTime(request->receivedAt) : dash;
            digest = request && !request->sha256.isEmpty() ? QString::fromLatin1(request->sha256.left(12)) + QChar(0x2026) : dash;
        }
        rows.push_back(m_facts.row({fact.pointer.isEmpty() ? QStringLiteral("answer") : elided(fact.pointer, longestPointer),
                                    factValueWords(fact), QString::number(fact.requestId), received, digest}));
        rows.back().padding = 10;
        rows.back().ruled = false;
        if (request)
            rows.back().cells[2].texts[0].link = QLatin1Char('#') + pdfRequestAnchor(fact.requestId);
    }
    if (outcome.evidence.size() > mostPdfFacts) {
        rows.push_back(acrossTable(m_facts, {{QStringLiteral("and %1 more facts in the JSON report")
                                                  .arg(outcome.evidence.size() - mostPdfFacts),
                                              PdfStyle::SmallSoft, {}}}));
    }
}

void PdfFindingWriter::writeGaps(const AssessedOutcome &outcome, PdfRows &rows) const
{
    for (const Gap &gap : outcome.gaps.first(std::min(outcome.gaps.size(), mostPdfGaps))) {
        const QString cover = gap.coveredBy.isEmpty() ? QStringLiteral("nobody is on call")
                                                      : QStringLiteral("covered by ") + elided(gap.coveredBy, 80);
        rows.push_back(acrossTable(m_facts, {{QStringLiteral("Gap %1 to %2: %3, %4")
                                                  .arg(formatInstant(gap.start), formatInstant(gap.end), lengthWords(gap.seconds()), cover),
                                              PdfStyle::Small, {}}}));
        rows.back().padding = 10;
        rows.back().ruled = false;
    }
    if (outcome.gaps.size() > mostPdfGaps) {
        rows.push_back(acrossTable(m_facts, {{QStringLiteral("and %1 more gaps in the JSON report").arg(outcome.gaps.size() - mostPdfGaps),
                                              PdfStyle::SmallSoft, {}}}));
    }
}

void PdfFindingWriter::writePictures(qsizetype index, const AssessedOutcome &outcome, PdfRows &rows) const
{
    if (m_pictured.contains(index))
        addPdfFigure(pdfPolicyFigure(*m_report, outcome.resource.id), rows);
}

} // namespace pdsi
