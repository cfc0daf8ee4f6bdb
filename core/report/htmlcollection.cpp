// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlsections.h"

#include "core/report/plaintext.h"

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
    fact(html, QStringLiteral("Signed in by"), signInKindName(assessment.signIn));
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
    html << "<section id=population aria-labelledby=h-population>\n<h2 id=h-population>Population</h2>\n"
            "<p>What was asked for, what came, and what the account says there is.</p>\n";
    writeProvenance(report.assessment(), html);
    beginHtmlTable(html, QStringLiteral("Reconciliation of every class of resources"),
                   {QStringLiteral("Class"), QStringLiteral("State"), QStringLiteral("Reason"),
                    QStringLiteral("Received"), QStringLiteral("Account says"), QStringLiteral("Pages"),
                    QStringLiteral("Duplicates dropped")});
    for (const ResourceClassState &state : report.assessment().snapshot.states) {
        html << "<tr><th scope=row>" << resourceClassName(state.resourceClass) << "</th><td>" << stateWords(state.state)
             << "</td><td>" << (state.reason ? reasonWords(*state.reason) : QString()) << "</td><td class=n>"
             << state.received << "</td><td class=n>"
             << (state.reportedTotal ? QString::number(*state.reportedTotal) : QStringLiteral("–"))
             << "</td><td class=n>" << qint64(state.pages) << "</td><td class=n>" << state.duplicatesDropped
             << "</td></tr>\n";
    }
    endHtmlTable(html);
    html << "</section>\n";
}

void writeHtmlParameters(const Report &report, HtmlWriter &html)
{
    const Assessment &assessment = report.assessment();
    html << "<section id=parameters aria-labelledby=h-parameters>\n<h2 id=h-parameters>Parameters</h2>\n";
    beginHtmlTable(html, QStringLiteral("Values that the verdicts depend on, profile %1").arg(assessment.profile),
                   {QStringLiteral("Parameter"), QStringLiteral("Value")});
    const QJsonObject parameters = assessment.parameters.toJson();
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        const QString value = it->isString() ? it->toString() : QString::number(it->toInteger());
        html << "<tr><th scope=row>" << it.key() << "</th><td>" << (value.isEmpty() ? QStringLiteral("(default)") : value)
             << "</td></tr>\n";
    }
    endHtmlTable(html);
    html << "</section>\n";
}

void writeHtmlRequests(const Report &report, HtmlWriter &html)
{
    html << "<section id=requests aria-labelledby=h-requests>\n<h2 id=h-requests>Request log</h2>\n"
            "<p>Every answer this report rests on. The digest is over the body as it was received.</p>\n";
    beginHtmlTable(html, QStringLiteral("Requests in the order their answers arrived"),
                   {QStringLiteral("Id"), QStringLiteral("Request"), QStringLiteral("Received"), QStringLiteral("Status"),
                    QStringLiteral("Bytes"), QStringLiteral("Attempts"), QStringLiteral("SHA-256")});
    for (const RequestRecord &request : report.assessment().requests)
        writeRequest(request, html);
    endHtmlTable(html);
    html << "</section>\n";
}

void writeHtmlHowToRead(const Report &, HtmlWriter &html)
{
    html << "<section id=reading aria-labelledby=h-reading>\n<h2 id=h-reading>How to read this</h2>\n<ul>\n";
    const std::pair<OutcomeStatus, const char *> statuses[] = {
        {OutcomeStatus::Fail, "the requirement is broken, and the evidence shows it."},
        {OutcomeStatus::Pass, "everything needed was read, and the requirement holds."},
        {OutcomeStatus::NotDetermined, "what is needed could not be read; nothing is concluded."},
        {OutcomeStatus::Manual, "the API cannot show it; a person looks and attests."},
        {OutcomeStatus::NotApplicable, "the control does not concern this resource."},
        {OutcomeStatus::Error, "this program failed; nothing is concluded."},
    };
    for (const auto &[status, words] : statuses) {
        html << "<li>";
        html.status(status) << " " << words << "</li>\n";
    }
    html << "</ul>\n<p>A control takes the worst status among its outcomes, in the order error, fail, not determined, "
            "manual, pass. A waiver changes no status: the finding stays, marked as accepted until a date.</p>\n"
            "<p>Each fact names a field of a stored answer by JSON pointer, its value, the request it came with, when it "
            "arrived and the beginning of its SHA-256 digest; the request log holds the whole digest. Times are UTC. "
            "Control characters in names are shown as \uFFFD.</p>\n</section>\n";
}

} // namespace pdsi
