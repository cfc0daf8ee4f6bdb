// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdfcontent.h"
#include "core/report/plaintext.h"
#include "core/report/population.h"
#include "core/report/reportwords.h"

#include <QJsonObject>

#include <algorithm>

namespace pdsi {

namespace {

constexpr qsizetype requestsPerPiece = 100;

void writePopulation(const Report &report, const PdfTable &table, PdfRows &rows)
{
    const Assessment &assessment = report.assessment();
    const SnapshotInfo &snapshot = assessment.snapshot;
    rows.push_back(pdfChapter(QStringLiteral("Population"), QStringLiteral("population")));
    rows.push_back(pdfParagraph(QStringLiteral("What was asked for, what came, and what the account says there is.")));
    const std::pair<QString, QString> facts[] = {
        {QStringLiteral("Sight"), assessment.partialView ? QStringLiteral("the key may not see everything") : QStringLiteral("whole account")},
        {QStringLiteral("Complete"), snapshot.complete() ? QStringLiteral("yes") : QStringLiteral("no")},
        {QStringLiteral("Requests sent"), QStringLiteral("%1, of these repeated %2").arg(snapshot.requests).arg(snapshot.retries)},
        {QStringLiteral("Waits for the rate limit"), QString::number(snapshot.rateLimitedWaits)},
        {QStringLiteral("Bytes received"), QString::number(snapshot.bytes)},
    };
    for (const auto &[name, value] : facts)
        rows.push_back(pdfFact(name, value));
    rows.push_back(pdfSubHeading(QStringLiteral("Reconciliation of every class of resources")));
    for (const PopulationRow &row : populationRows(report)) {
        const QString missing = row.reportedTotal && *row.reportedTotal > row.received
            ? QString::number(*row.reportedTotal - row.received) : QStringLiteral("–");
        rows.push_back(table.row({row.name, stateWords(row.state), QString::number(row.received),
                                  row.reportedTotal ? QString::number(*row.reportedTotal) : QStringLiteral("–"), missing,
                                  QString::number(row.pages), QString::number(row.duplicatesDropped), row.note}));
        rows.back().padding = 12;
    }
}

} // namespace

void addPdfPopulation(const PdfMaterial &material, PdfSections &sections)
{
    PdfSection section;
    section.title = QStringLiteral("Population");
    section.anchor = QStringLiteral("population");
    const PdfTable table({{QStringLiteral("Class"), 26, PdfStyle::SmallBold},
                          {QStringLiteral("State"), 14},
                          {QStringLiteral("Received"), 11, PdfStyle::Small, true},
                          {QStringLiteral("Account says"), 11, PdfStyle::Small, true},
                          {QStringLiteral("Missing"), 10, PdfStyle::Small, true},
                          {QStringLiteral("Pages"), 9, PdfStyle::Small, true},
                          {QStringLiteral("Twice"), 8, PdfStyle::Small, true},
                          {QStringLiteral("How the numbers go together"), 30}});
    section.write = [report = material.report, table](qsizetype, PdfRows &rows) { writePopulation(*report, table, rows); };
    sections.push_back(std::move(section));
}

void addPdfParameters(const PdfMaterial &material, PdfSections &sections)
{
    PdfSection section;
    section.title = QStringLiteral("Parameters");
    section.anchor = QStringLiteral("parameters");
    const PdfTable table({{QStringLiteral("Parameter"), 40, PdfStyle::SmallBold}, {QStringLiteral("Value"), 60}});
    section.write = [report = material.report, table](qsizetype, PdfRows &rows) {
        rows.push_back(pdfChapter(QStringLiteral("Parameters"), QStringLiteral("parameters")));
        rows.push_back(pdfParagraph(QStringLiteral("Values that the verdicts depend on, profile %1.").arg(report->assessment().profile)));
        const QJsonObject parameters = report->assessment().parameters.toJson();
        for (auto it = parameters.begin(); it != parameters.end(); ++it) {
            const QString value = it->isString() ? it->toString() : QString::number(it->toInteger());
            rows.push_back(table.row({it.key(), value.isEmpty() ? QStringLiteral("(default)") : elided(value, 1'000)}));
        }
    };
    sections.push_back(std::move(section));
}

void addPdfRequests(const PdfMaterial &material, PdfSections &sections)
{
    PdfSection section;
    section.title = QStringLiteral("Request log");
    section.anchor = QStringLiteral("requests");
    const PdfTable table({{QStringLiteral("Id"), 6, PdfStyle::Mono, true},
                          {QStringLiteral("Request"), 36, PdfStyle::Mono},
                          {QStringLiteral("Received"), 24, PdfStyle::Mono},
                          {QStringLiteral("Status"), 11, PdfStyle::Mono, true},
                          {QStringLiteral("Bytes"), 11, PdfStyle::Mono, true},
                          {QStringLiteral("Tries"), 9, PdfStyle::Mono, true},
                          {QStringLiteral("SHA-256 of the body as received"), 38, PdfStyle::Mono}});
    section.pieces = 1 + (material.report->assessment().requests.size() + requestsPerPiece - 1) / requestsPerPiece;
    section.write = [report = material.report, table](qsizetype piece, PdfRows &rows) {
        if (piece == 0) {
            rows.push_back(pdfChapter(QStringLiteral("Request log"), QStringLiteral("requests")));
            rows.push_back(pdfParagraph(QStringLiteral("Every answer this report rests on, in the order the answers arrived. The digest is over "
                                                       "the body as it was received.")));
            return;
        }
        const auto &requests = report->assessment().requests;
        const qsizetype from = (piece - 1) * requestsPerPiece;
        for (const RequestRecord &request : requests.mid(from, requestsPerPiece)) {
            rows.push_back(table.row({QString::number(request.id),
                                      QString::fromLatin1(request.method) + QLatin1Char(' ') + elided(request.path, 500),
                                      pdfTime(request.receivedAt), QString::number(request.status), QString::number(request.bytes),
                                      QString::number(request.attempts), QString::fromLatin1(request.sha256)}));
            rows.back().padding = 12;
            rows.back().anchor = pdfRequestAnchor(request.id);
        }
    };
    sections.push_back(std::move(section));
}

} // namespace pdsi
