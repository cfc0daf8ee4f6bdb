// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/xlsxsheets.h"

#include "core/report/reportwords.h"

namespace pdsi {

namespace {

QString coverTime(const QDateTime &time)
{
    return time.isValid() ? formatInstant(time.toSecsSinceEpoch()) : QStringLiteral("not known");
}

QString coverCounts(const StatusCounts &counts)
{
    return QStringLiteral("%1 pass, %2 fail, %3 not determined, %4 manual, %5 not applicable, %6 error")
        .arg(counts.pass).arg(counts.fail).arg(counts.notDetermined).arg(counts.manual).arg(counts.notApplicable)
        .arg(counts.error);
}

QString coverFindings(const FindingCounts &findings)
{
    return QStringLiteral("%1 open (%2 critical, %3 high, %4 medium, %5 low), %6 waived")
        .arg(findings.open).arg(findings.of(Severity::Critical)).arg(findings.of(Severity::High))
        .arg(findings.of(Severity::Medium)).arg(findings.of(Severity::Low)).arg(findings.waived);
}

using CoverLines = QList<QPair<QString, QString>>;

CoverLines accountLines(const Report &report)
{
    const Assessment &assessment = report.assessment();
    const ReportOptions &options = report.options();
    const AccountInfo &account = assessment.snapshot.account;
    const QString notSaid = QStringLiteral("not said");
    return {{QStringLiteral("Account"), assessment.subdomain.isEmpty() ? QStringLiteral("not known") : assessment.subdomain},
            {QStringLiteral("API address"), account.baseUrl},
            {QStringLiteral("Signed in with"), signInWords(assessment.signIn)},
            {QStringLiteral("State of"), formatInstant(assessment.asOf)},
            {QStringLiteral("Collected"), QStringLiteral("%1 to %2").arg(coverTime(assessment.snapshot.startedAt), coverTime(assessment.snapshot.finishedAt))},
            {QStringLiteral("Collection"), assessment.snapshot.complete() ? QStringLiteral("complete")
                                                                          : QStringLiteral("INCOMPLETE: see Population and Not determined")},
            {QStringLiteral("Assessed"), coverTime(assessment.assessedAt)},
            {QStringLiteral("Assessment"), assessment.id.toString(QUuid::WithoutBraces)},
            {QStringLiteral("Judged by"), QStringLiteral("pagerduty-sec-inspector ") + assessment.toolVersion},
            {QStringLiteral("Made by"), options.operatorName.isEmpty() ? notSaid : options.operatorName},
            {QStringLiteral("Scope"), options.scope.isWhole() ? QStringLiteral("every finding") : options.scope.words},
            {QStringLiteral("Redacted"), options.redacted ? QStringLiteral("YES: people are pseudonyms") : QStringLiteral("no")},
            {QStringLiteral("Compared with"), assessment.baselineName.isEmpty() ? QStringLiteral("nothing") : assessment.baselineName}};
}

CoverLines verdictLines(const Report &report, const FindingSample &sample)
{
    const auto score = report.score();
    return {{QStringLiteral("Controls"), coverCounts(report.controlCounts())},
            {QStringLiteral("Findings of the account"), coverFindings(report.findings())},
            {QStringLiteral("Findings in this paper"), QString::number(report.findingsInScope().size())},
            {QStringLiteral("Score"), score ? QString::number(*score, 'f', 1) : QStringLiteral("none: no control passed or failed")},
            {QStringLiteral("Basis of the score"), Report::scoreBasis()},
            {QStringLiteral("Sample"), sample.asked > 0
                 ? QStringLiteral("%1 of %2 findings, seed %3").arg(sample.drawn.size()).arg(sample.populationSize).arg(sample.seed)
                 : QStringLiteral("none asked for")},
            {QStringLiteral("Digest of the population"), sample.populationDigest},
            {QStringLiteral("How a sample is drawn"), sampleMethod()}};
}

CoverLines readingLines()
{
    return {{QStringLiteral("Findings"), QStringLiteral("Every failing outcome in scope. Yellow cells are for those who test it.")},
            {QStringLiteral("Not determined"), QStringLiteral("What could not be judged, and why. It is neither passed nor failed.")},
            {QStringLiteral("Population"), QStringLiteral("What was received of what the account says there is.")},
            {QStringLiteral("Requests"), QStringLiteral("Every question asked of the account, with the digest of its answer.")}};
}

} // namespace

void writeXlsxCover(const Report &report, const FindingSample &sample, XlsxBook &book)
{
    XlsxTable table(book, QStringLiteral("Cover"),
                    {{QStringLiteral("PagerDuty audit workpaper"), 28, XlsxColumnKind::Plain, {}},
                     {QString(), 100, XlsxColumnKind::Wrapped, {}}});
    for (const CoverLines &lines : {accountLines(report), verdictLines(report, sample), readingLines()}) {
        for (const auto &[name, value] : lines)
            table.addRow({name, value});
        table.addRow({});
    }
    for (const char *name : {"Prepared by, date", "Reviewed by, date"})
        table.addRow({QString::fromLatin1(name), XlsxCell::room()});
}

} // namespace pdsi
