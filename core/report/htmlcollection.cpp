// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlsections.h"

#include "core/report/plaintext.h"
#include "core/report/population.h"

#include <QJsonObject>

namespace pdsi {

namespace {

void fact(HtmlWriter &html, const QString &name, const QString &value)
{
    html << "<dt>" << name << "</dt><dd>" << value << "</dd>";
}

void writeProvenance(const Assessment &assessment, HtmlWriter &html)
{
    const SnapshotInfo &snapshot = assessment.snapshot;
    const AccountInfo &account = snapshot.account;
    html << "<dl class=facts>";
    fact(html, QStringLiteral("Address"), account.baseUrl);
    fact(html, QStringLiteral("Snapshot"), snapshot.id.toString(QUuid::WithoutBraces));
    fact(html, QStringLiteral("Signed in by"), signInWords(assessment.signIn));
    if (!account.keyHint.isEmpty())
        fact(html, QStringLiteral("Key ends in"), account.keyHint);
    if (!account.requester.isEmpty())
        fact(html, QStringLiteral("Requester"), account.requester);
    fact(html, QStringLiteral("Sight"), assessment.partialView ? QStringLiteral("the key may not see everything")
                                                               : QStringLiteral("whole account"));
    html << "<dt>Started</dt><dd>";
    html.time(snapshot.startedAt) << "</dd><dt>Finished</dt><dd>";
    html.time(snapshot.finishedAt) << "</dd>";
    fact(html, QStringLiteral("Requests sent"), QString::number(snapshot.requests));
    fact(html, QStringLiteral("of these repeated"), QString::number(snapshot.retries));
    fact(html, QStringLiteral("Waits for the rate limit"), QString::number(snapshot.rateLimitedWaits));
    fact(html, QStringLiteral("Bytes received"), QString::number(snapshot.bytes));
    fact(html, QStringLiteral("Complete"), snapshot.complete() ? QStringLiteral("yes") : QStringLiteral("no"));
    html << "</dl>\n";
}

void writePopulationRow(const PopulationRow &row, HtmlWriter &html)
{
    html << "<tr><th scope=row>" << row.name << "</th><td>" << stateWords(row.state) << "</td><td class=n>"
         << (row.reportedTotal ? QString::number(*row.reportedTotal) : QStringLiteral("–")) << "</td><td class=n>"
         << row.received << "</td><td class=n>" << qint64(row.pages) << "</td><td class=n>" << row.duplicatesDropped
         << "</td><td>" << (row.denied ? "all" : row.mayHide ? "perhaps some" : "none") << "</td><td>" << row.note
         << "</td></tr>\n";
}

void writeRequest(const RequestRecord &request, HtmlWriter &html)
{
    html << "<tr id=r" << qint64(request.id) << "><th scope=row class=n>" << qint64(request.id) << "</th><td><code>"
         << QString::fromLatin1(request.method) << " " << elided(request.path, 2'000) << "</code></td><td>";
    html.time(request.receivedAt) << "</td><td class=n>" << qint64(request.status) << "</td><td class=n>"
                                  << request.bytes << "</td><td class=n>" << qint64(request.attempts)
                                  << "</td><td><code>" << QString::fromLatin1(request.sha256)
                                  << "</code></td></tr>\n";
}

} // namespace

void writeHtmlPopulation(const Report &report, HtmlWriter &html)
{
    beginHtmlChapter(html, "population", QStringLiteral("Population"));
    html << "<p>What was asked for, what came, and what the account says there is.</p>\n";
    writeProvenance(report.assessment(), html);
    beginHtmlTable(html, QStringLiteral("Reconciliation of every class of resources"),
                   {QStringLiteral("Class"), QStringLiteral("State"), QStringLiteral("Account says"),
                    QStringLiteral("Received"), QStringLiteral("Pages"), QStringLiteral("Duplicates dropped"),
                    QStringLiteral("Hidden from the key"), QStringLiteral("How they go together")});
    for (const PopulationRow &row : populationRows(report))
        writePopulationRow(row, html);
    endHtmlTable(html);
    endHtmlChapter(html);
}

void writeHtmlParameters(const Report &report, HtmlWriter &html)
{
    const Assessment &assessment = report.assessment();
    beginHtmlChapter(html, "parameters", QStringLiteral("Parameters"));
    beginHtmlTable(html, QStringLiteral("Values that the verdicts depend on, profile %1").arg(assessment.profile),
                   {QStringLiteral("Parameter"), QStringLiteral("Value")});
    const QJsonObject parameters = assessment.parameters.toJson();
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        const QString value = it->isString() ? it->toString() : QString::number(it->toInteger());
        html << "<tr><th scope=row>" << it.key() << "</th><td>" << (value.isEmpty() ? QStringLiteral("(default)") : value)
             << "</td></tr>\n";
    }
    endHtmlTable(html);
    endHtmlChapter(html);
}

void writeHtmlRequests(const Report &report, HtmlWriter &html)
{
    beginHtmlChapter(html, "requests", QStringLiteral("Request log"));
    html << "<p>Every answer this report rests on. The digest is over the body as it was received.</p>\n";
    const QList<RequestRecord> &requests = report.assessment().requests;
    HtmlLongTable table(html, QStringLiteral("Requests in the order their answers arrived"),
                        {QStringLiteral("Id"), QStringLiteral("Request"), QStringLiteral("Received"), QStringLiteral("Status"),
                         QStringLiteral("Bytes"), QStringLiteral("Attempts"), QStringLiteral("SHA-256")}, requests.size());
    for (const RequestRecord &request : requests) {
        table.nextRow();
        writeRequest(request, html);
    }
    table.end();
    endHtmlChapter(html);
}

} // namespace pdsi
