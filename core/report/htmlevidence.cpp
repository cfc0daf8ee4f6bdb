// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlsections.h"

#include "core/report/plaintext.h"
#include "core/report/reportwords.h"

#include <algorithm>

namespace pdsi {

namespace {

constexpr qsizetype mostFacts = 40;
constexpr qsizetype mostGaps = 200;
constexpr qsizetype mostUnfolded = 5;     ///< lines that need no opening and closing
constexpr qsizetype mostWithFolds = 2'000; ///< findings in a page with such lists: thousands of them open slowly
constexpr qsizetype longestValue = 160;

void writeFact(const Evidence &fact, HtmlWriter &html)
{
    html << "<li><code>" << (fact.pointer.isEmpty() ? QStringLiteral("answer") : elided(fact.pointer, longestValue))
         << "</code> = <code>" << factValueWords(fact) << "</code></li>";
}

/// Where the facts above it are from.
void writeSource(const RequestRecord &request, HtmlWriter &html)
{
    html << "<div class=src><a href=\"#r" << qint64(request.id) << "\">request " << qint64(request.id) << "</a>, ";
    html.time(request.receivedAt);
    if (!request.sha256.isEmpty())
        html << ", SHA-256 <code>" << QString::fromLatin1(request.sha256.left(12)) << "…</code>";
    html << "</div>";
}

void writeGaps(const QList<Gap> &gaps, HtmlWriter &html)
{
    html << "<ul>";
    for (const Gap &gap : gaps.first(std::min(gaps.size(), mostGaps))) {
        html << "<li>";
        html.instant(gap.start) << " to ";
        html.instant(gap.end) << ": " << lengthWords(gap.seconds()) << ", ";
        if (gap.coveredBy.isEmpty())
            html << "nobody is on call</li>";
        else
            html << "covered by " << gap.coveredBy << "</li>";
    }
    if (gaps.size() > mostGaps)
        html << "<li>and " << qint64(gaps.size() - mostGaps) << " more gaps in the JSON report</li>";
    html << "</ul>";
}

/// Facts in a row that come from one answer have their source written once, below them.
void writeFacts(const Report &report, const QList<Evidence> &facts, HtmlWriter &html)
{
    const qsizetype shown = std::min(facts.size(), mostFacts);
    for (qsizetype i = 0; i < shown;) {
        const int requestId = facts.at(i).requestId;
        html << "<ul>";
        for (; i < shown && facts.at(i).requestId == requestId; ++i)
            writeFact(facts.at(i), html);
        html << "</ul>";
        if (const RequestRecord *request = report.request(requestId))
            writeSource(*request, html);
    }
    if (facts.size() > mostFacts)
        html << "<div>and " << qint64(facts.size() - mostFacts) << " more facts in the JSON report</div>";
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
    const bool folds = outcome.evidence.size() + outcome.gaps.size() > mostUnfolded
        && report.findingsInScope().size() <= mostWithFolds;
    if (folds)
        html << "<details open><summary>" << evidenceWords(outcome) << "</summary>";
    if (!outcome.gaps.isEmpty())
        writeGaps(outcome.gaps, html);
    if (!outcome.evidence.isEmpty())
        writeFacts(report, outcome.evidence, html);
    if (folds)
        html << "</details>";
}

} // namespace pdsi
