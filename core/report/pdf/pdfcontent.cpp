// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdfcontent.h"

#include "core/report/controlorder.h"
#include "core/report/markdown.h"
#include "core/report/plaintext.h"
#include "core/report/reportwords.h"

#include <QUrl>

namespace pdsi {

namespace {

constexpr qsizetype longestPdfName = 300;
constexpr qsizetype longestPdfMessage = 1'000;

} // namespace

PdfSections pdfSections(const PdfMaterial &material)
{
    const ReportOptions &options = material.report->options();
    const bool pages = options.depth != ReportDepth::Executive, everything = options.depth == ReportDepth::Auditor;
    PdfSections body;
    addPdfSummary(material, body);
    addPdfOpenQuestions(material, body);
    if (pages) {
        if (options.grouping == ReportGrouping::Framework)
            addPdfRequirements(material, body);
        addPdfControls(material, body);
        addPdfCoverage(material, body);
        addPdfBaseline(material, body);
        addPdfPopulation(material, body);
    }
    if (everything) {
        addPdfSample(material, body);
        addPdfStatements(material, body);
        addPdfParameters(material, body);
        addPdfRequests(material, body);
    }
    addPdfMethod(material, body);
    PdfSections sections;
    addPdfCover(material, sections);
    addPdfContents(material, body, sections);
    std::move(body.begin(), body.end(), std::back_inserter(sections));
    return sections;
}

void addPdfContents(const PdfMaterial &material, const PdfSections &listed, PdfSections &sections)
{
    struct Entry {
        QString title, anchor;
        int level = 1;
    };
    std::vector<Entry> entries;
    for (const PdfSection &section : listed) {
        if (!section.title.isEmpty())
            entries.push_back({section.title, section.anchor, section.level});
    }
    PdfSection contents;
    contents.title = QStringLiteral("Contents");
    contents.anchor = QStringLiteral("contents");
    contents.write = [entries, placed = material.placed](qsizetype, PdfRows &rows) {
        rows.push_back(pdfChapter(QStringLiteral("Contents"), QStringLiteral("contents")));
        for (const Entry &entry : entries) {
            const PdfStyle style = entry.level == 1 ? PdfStyle::Bold : PdfStyle::Body;
            PdfRow row;
            row.padding = entry.level == 1 ? 16 : 6;
            row.before = entry.level == 1 ? 24 : 0;
            const QString link = QLatin1Char('#') + entry.anchor;
            const auto place = placed->anchors.constFind(entry.anchor);
            const QString page = place == placed->anchors.constEnd() ? QString() : QString::number(place->page + 1);
            row.cells.push_back({{{entry.title, style, link}}, 0.03 * (entry.level - 1), 0.9});
            row.cells.push_back({{{page.isEmpty() ? QStringLiteral("0") : page, style, link}}, 0.9, 1, true});
            rows.push_back(std::move(row));
        }
    };
    sections.push_back(std::move(contents));
}

QString pdfControlAnchor(int controlId)
{
    return QStringLiteral("control-%1").arg(controlId);
}

QString pdfRequestAnchor(int requestId)
{
    return QStringLiteral("request-%1").arg(requestId);
}

QString pdfAccountName(const Assessment &assessment)
{
    if (!assessment.subdomain.isEmpty())
        return elided(assessment.subdomain, 80);
    return elided(QUrl(assessment.snapshot.account.baseUrl).host(), 80);
}

std::vector<PdfText> pdfResource(const ResourceRef &resource)
{
    const QString name = elided(resource.name.isEmpty() ? resource.id : resource.name, longestPdfName);
    std::vector<PdfText> texts{{name, PdfStyle::SmallBold, safeHttpsAddress(resource.url)}};
    texts.push_back({elided(resource.kind, 80) + QLatin1Char(' ') + elided(resource.id, 80), PdfStyle::SmallSoft, {}});
    return texts;
}

PdfText pdfStatus(OutcomeStatus status)
{
    return {statusShape(status) + QLatin1Char(' ') + statusWords(status), PdfStyle::SmallBold, {}};
}

PdfText pdfSeverity(Severity severity)
{
    return {severityShape(severity) + QLatin1Char(' ') + severityName(severity), PdfStyle::Small, {}};
}

QString pdfTime(const QDateTime &time)
{
    return time.isValid() ? formatInstant(time.toSecsSinceEpoch()) : QStringLiteral("–");
}

std::vector<PdfText> pdfMessage(const AssessedOutcome &outcome)
{
    std::vector<PdfText> texts{{elided(outcome.message, longestPdfMessage), PdfStyle::Small, {}}};
    if (outcome.waiver) {
        const QString ticket = outcome.waiver->ticket.isEmpty()
            ? QString() : QStringLiteral(" (%1)").arg(elided(outcome.waiver->ticket, 80));
        texts.push_back({QStringLiteral("Waived by %1: %2%3, until %4")
                             .arg(elided(outcome.waiver->approver, 80), elided(outcome.waiver->reason, longestPdfName), ticket,
                                  pdfTime(outcome.waiver->expires)),
                         PdfStyle::SmallBold, {}});
    }
    if (outcome.attestation) {
        texts.push_back({QStringLiteral("Attested by %1 on %2: %3, valid until %4")
                             .arg(elided(outcome.attestation->attestedBy, 80), pdfTime(outcome.attestation->attestedAt),
                                  elided(outcome.attestation->statement, longestPdfName),
                                  pdfTime(outcome.attestation->expires)),
                         PdfStyle::SmallBold, {}});
    }
    if (outcome.baseline == BaselineState::New)
        texts.push_back({QStringLiteral("New since the baseline"), PdfStyle::SmallSoft, {}});
    else if (outcome.baseline == BaselineState::Unchanged)
        texts.push_back({QStringLiteral("Also in the baseline"), PdfStyle::SmallSoft, {}});
    return texts;
}

} // namespace pdsi
