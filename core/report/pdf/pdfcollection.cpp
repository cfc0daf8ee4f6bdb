// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdfcontent.h"
#include "core/report/plaintext.h"
#include "core/report/reportwords.h"

#include <QJsonObject>

#include <algorithm>

namespace pdsi {

namespace {

constexpr qsizetype requestsPerPiece = 100;

void writePopulation(const Assessment &assessment, const PdfTable &table, PdfRows &rows)
{
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
    for (const ResourceClassState &state : snapshot.states) {
        const QString missing = state.reportedTotal && *state.reportedTotal > state.received
            ? QString::number(*state.reportedTotal - state.received) : QStringLiteral("–");
        rows.push_back(table.row({resourceClassName(state.resourceClass), stateWords(state.state), QString::number(state.received),
                                  state.reportedTotal ? QString::number(*state.reportedTotal) : QStringLiteral("–"), missing,
                                  QString::number(state.pages), QString::number(state.duplicatesDropped),
                                  state.reason ? reasonWords(*state.reason) : QString()}));
        rows.back().padding = 12;
    }
}

} // namespace

void addPdfPopulation(const PdfMaterial &material, PdfSections &sections)
{
    PdfSection section;
    section.title = QStringLiteral("Population");
    section.anchor = QStringLiteral("population");
    const PdfTable table({{QStringLiteral("Class"), 27, PdfStyle::SmallBold},
                          {QStringLiteral("State"), 14},
                          {QStringLiteral("Received"), 11, PdfStyle::Small, true},
                          {QStringLiteral("Account says"), 11, PdfStyle::Small, true},
                          {QStringLiteral("Missing"), 10, PdfStyle::Small, true},
                          {QStringLiteral("Pages"), 8, PdfStyle::Small, true},
                          {QStringLiteral("Dupli-cates"), 8, PdfStyle::Small, true},
                          {QStringLiteral("Reason"), 27}});
    section.write = [report = material.report, table](qsizetype, PdfRows &rows) { writePopulation(report->assessment(), table, rows); };
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
    const PdfTable table({{QStringLiteral("Id"), 7, PdfStyle::Mono, true},
                          {QStringLiteral("Request"), 38, PdfStyle::Mono},
                          {QStringLiteral("Received"), 22, PdfStyle::Mono},
                          {QStringLiteral("Status"), 8, PdfStyle::Mono, true},
                          {QStringLiteral("Bytes"), 10, PdfStyle::Mono, true},
                          {QStringLiteral("Tries"), 7, PdfStyle::Mono, true},
                          {QStringLiteral("SHA-256 of the body as received"), 36, PdfStyle::Mono}});
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
        }
    };
    sections.push_back(std::move(section));
}

} // namespace pdsi
