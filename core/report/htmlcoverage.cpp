// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlsections.h"

#include "core/report/coveragefigure.h"
#include "core/report/gaprows.h"
#include "core/report/plaintext.h"

#include <algorithm>

namespace pdsi {

namespace {

constexpr std::size_t lanesAPicture = 20;
constexpr std::size_t mostLanes = 40;
constexpr std::size_t mostGapRows = 500;
constexpr qsizetype longestGapName = 200;
constexpr qsizetype mostPolicyNames = 5;

void writeLanes(const CoverageFigures &figures, GapSubject subject, const char *words, HtmlWriter &html)
{
    const std::vector<int> all = figures.withGaps(subject);
    html << "<h3>" << (subject == GapSubject::Service ? "Services" : "Schedules") << "</h3>\n";
    if (all.empty()) {
        html << "<p>No active " << words << " has a gap.</p>\n";
        return;
    }
    const std::size_t shown = std::min(all.size(), mostLanes);
    for (std::size_t from = 0; from < shown; from += lanesAPicture) {
        const auto first = all.begin() + std::ptrdiff_t(from);
        const auto last = all.begin() + std::ptrdiff_t(std::min(shown, from + lanesAPicture));
        writeHtmlFigure(html, figures.figure(subject, {first, last}),
                        QByteArray("lanes-") + words + "-" + QByteArray::number(qulonglong(from)));
    }
    if (all.size() > shown)
        html << "<p>" << qint64(all.size() - shown) << " more with gaps are not drawn.</p>\n";
}

QString policyNames(const GapRow &row)
{
    QStringList names;
    for (const QString &name : row.policies.first(std::min(row.policies.size(), mostPolicyNames)))
        names << elided(name, longestGapName);
    if (row.policies.size() > mostPolicyNames)
        names << QStringLiteral("and %1 more").arg(row.policies.size() - mostPolicyNames);
    return names.join(QStringLiteral(", "));
}

void writeGapRow(const GapRow &row, HtmlWriter &html)
{
    html << "<tr><th scope=row><bdi>" << elided(row.subjectName, longestGapName) << "</bdi><br><span class=soft>"
         << row.subjectKind << " <code>" << elided(row.subjectId, 80) << "</code></span></th><td>" << row.kindWords
         << (row.counted ? "" : "<br><span class=soft>not counted</span>") << "</td><td class=w>";
    html.instant(row.start) << "</td><td class=w>";
    html.instant(row.end) << "</td><td class=\"n w\">" << lengthWords(row.seconds) << "</td><td>" << row.localTime
                          << "</td><td>" << row.coveredBy << "</td><td><bdi>" << policyNames(row) << "</bdi></td></tr>\n";
}

void writeGapTable(const AccountCoverage &coverage, HtmlWriter &html)
{
    const GapRowMaker rows(coverage);
    const std::size_t count = rows.worstFirst().size();
    if (count == 0)
        return;
    html << "<h3>All gaps</h3>\n";
    beginHtmlTable(html, QStringLiteral("Gaps, worst first: what counts, then by kind, then the longest"),
                   {QStringLiteral("Where"), QStringLiteral("What"), QStringLiteral("Start (UTC)"), QStringLiteral("End (UTC)"),
                    QStringLiteral("Length"), QStringLiteral("Local time"), QStringLiteral("Covered by"),
                    QStringLiteral("Policies")});
    const std::size_t shown = std::min(count, mostGapRows);
    for (std::size_t i = 0; i < shown; ++i)
        writeGapRow(rows.row(rows.worstFirst()[i]), html);
    endHtmlTable(html);
    if (count > shown)
        html << "<p>" << qint64(count - shown)
             << " more gaps are left out here; the workbook and the workbench list all of them.</p>\n";
}

} // namespace

void writeHtmlCoverage(const Report &report, HtmlWriter &html)
{
    beginHtmlChapter(html, "coverage", QStringLiteral("On-call coverage"));
    const AccountCoverage *coverage = report.coverage();
    if (!coverage) {
        html << "<p>This report was made without the snapshot: there is no coverage in it.</p>\n";
        endHtmlChapter(html);
        return;
    }
    html << "<p>Who is on call from ";
    html.instant(coverage->window().start) << " to ";
    html.instant(coverage->window().end)
        << ", over all levels of each policy. While no level has anybody on call, PagerDuty creates no incident at all. "
           "Gaps shorter than "
        << lengthWords(coverage->options.minGapSeconds)
        << ", intended off-hours and maintenance are shown and not counted. What could not be read counts neither as "
           "covered nor as a gap.</p>\n";
    const CoverageFigures figures(*coverage);
    writeLanes(figures, GapSubject::Service, "service", html);
    writeLanes(figures, GapSubject::Schedule, "schedule", html);
    writeGapTable(*coverage, html);
    endHtmlChapter(html);
}

} // namespace pdsi
