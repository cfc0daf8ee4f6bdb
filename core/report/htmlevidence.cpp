// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlsections.h"

#include "core/report/plaintext.h"

#include <algorithm>

namespace pdsi {

namespace {

constexpr qsizetype mostFacts = 40;
constexpr qsizetype mostGaps = 200;
constexpr qsizetype longestValue = 160;

void writeFact(const Report &report, const Evidence &fact, HtmlWriter &html)
{
    html << "<li><code>" << (fact.pointer.isEmpty() ? QStringLiteral("answer") : elided(fact.pointer, longestValue))
         << "</code> = <code>" << factValueWords(fact) << "</code>";
    const RequestRecord *request = report.request(fact.requestId);
    if (!request) {
        html << "</li>";
        return;
    }
    html << " (<a href=\"#r" << qint64(request->id) << "\">request " << qint64(request->id) << "</a>, ";
    html.time(request->receivedAt);
    if (!request->sha256.isEmpty())
        html << ", <code>" << QString::fromLatin1(request->sha256.left(12)) << "…</code>";
    html << ")</li>";
}

void writeGaps(const QList<Gap> &gaps, HtmlWriter &html)
{
    html << "<ul>";
    for (const Gap &gap : gaps.first(std::min(gaps.size(), mostGaps))) {
        html << "<li>";
        html.instant(gap.start) << " to ";
        html.instant(gap.end) << ": " << gap.seconds() << " s, ";
        if (gap.coveredBy.isEmpty())
            html << "nobody is on call</li>";
        else
            html << "covered by " << gap.coveredBy << "</li>";
    }
    if (gaps.size() > mostGaps)
        html << "<li>and " << qint64(gaps.size() - mostGaps) << " more gaps in the JSON report</li>";
    html << "</ul>";
}

void writeFacts(const Report &report, const QList<Evidence> &facts, HtmlWriter &html)
{
    html << "<ul>";
    for (const Evidence &fact : facts.first(std::min(facts.size(), mostFacts)))
        writeFact(report, fact, html);
    if (facts.size() > mostFacts)
        html << "<li>and " << qint64(facts.size() - mostFacts) << " more facts in the JSON report</li>";
    html << "</ul>";
}

QString evidenceWords(const AssessedOutcome &outcome)
{
    const auto counted = [](qsizetype n, const QString &word) {
        return n == 1 ? QStringLiteral("1 %1").arg(word) : QStringLiteral("%1 %2s").arg(n).arg(word);
    };
    QStringList parts;
    if (!outcome.gaps.isEmpty())
        parts << counted(outcome.gaps.size(), QStringLiteral("gap"));
    if (!outcome.evidence.isEmpty())
        parts << counted(outcome.evidence.size(), QStringLiteral("fact"));
    return parts.join(QStringLiteral(", "));
}

} // namespace

void writeHtmlEvidence(const Report &report, const AssessedOutcome &outcome, HtmlWriter &html)
{
    if (outcome.gaps.isEmpty() && outcome.evidence.isEmpty()) {
        html << "none";
        return;
    }
    html << "<details open><summary>" << evidenceWords(outcome) << "</summary>";
    if (!outcome.gaps.isEmpty())
        writeGaps(outcome.gaps, html);
    if (!outcome.evidence.isEmpty())
        writeFacts(report, outcome.evidence, html);
    html << "</details>";
}

} // namespace pdsi
