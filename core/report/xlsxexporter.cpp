// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/exporters.h"

#include "core/report/xlsxsheets.h"

namespace pdsi {

namespace {

QString accountName(const Assessment &assessment)
{
    return assessment.subdomain.isEmpty() ? assessment.snapshot.account.baseUrl : assessment.subdomain;
}

XlsxProperties propertiesOf(const Report &report)
{
    const QString operatorName = report.options().operatorName;
    const QString title = QStringLiteral("PagerDuty audit of ") + accountName(report.assessment());
    return {title, operatorName.isEmpty() ? QStringLiteral("PagerDuty Security Inspector") : operatorName,
            report.options().redacted ? QStringLiteral("REDACTED: people are pseudonyms. ") + title : title,
            report.assessment().assessedAt};
}

} // namespace

void writeXlsxReport(const Report &report, ReportSink &sink)
{
    const FindingSample sample = drawSample(report);
    XlsxBook book(propertiesOf(report));
    writeXlsxCover(report, sample, book);
    writeXlsxFindings(report, book);
    writeXlsxControls(report, book);
    writeXlsxPopulation(report, book);
    writeXlsxGaps(report, book);
    writeXlsxOpenQuestions(report, book);
    writeXlsxSample(report, sample, book);
    writeXlsxRequests(report, book);
    if (const auto bytes = book.finish())
        sink << *bytes;
    else
        sink.fail();
}

} // namespace pdsi
