// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reconcile.h"

#include "core/report/findingsread.h"

#include <algorithm>

namespace pdsi {

namespace {

Error disagreement(ReportFormat format, const QString &what)
{
    return {ErrorCode::Malformed, QStringLiteral("the %1 report does not agree with the assessment: %2")
                                      .arg(reportFormatName(format), what)};
}

/// Formats that hold every outcome whatever the scope.
bool isWholeFormat(ReportFormat format)
{
    return format == ReportFormat::Json || format == ReportFormat::Oscal;
}

/// For executives the findings are counted, not listed.
bool listsFindings(const Report &report, ReportFormat format)
{
    return format != ReportFormat::Html || report.options().depth != ReportDepth::Executive;
}

/// An anchor stands once in a page, even where two findings share an identity.
bool holdsEachOnce(ReportFormat format)
{
    return format == ReportFormat::Html;
}

QStringList expectedFindings(const Report &report, bool whole)
{
    QStringList expected;
    const auto &outcomes = report.assessment().outcomes;
    for (qsizetype i = 0; i < outcomes.size(); ++i) {
        if (outcomes.at(i).status == OutcomeStatus::Fail && (whole || report.inScope(i)))
            expected << outcomes.at(i).fingerprint;
    }
    std::sort(expected.begin(), expected.end());
    return expected;
}

Result<Done> compareFindings(ReportFormat format, const QStringList &expected, QStringList found)
{
    if (found.size() != expected.size())
        return disagreement(format, QStringLiteral("it holds %1 findings, there are %2").arg(found.size()).arg(expected.size()));
    std::sort(found.begin(), found.end());
    const auto [missing, other] = std::mismatch(expected.begin(), expected.end(), found.begin());
    if (missing == expected.end())
        return Done{};
    return disagreement(format, *missing < *other ? QStringLiteral("it lacks finding %1").arg(*missing)
                                                  : QStringLiteral("it holds a finding %1 that there is not").arg(*other));
}

} // namespace

Result<Done> reconcile(const Report &report, const QHash<ReportFormat, QByteArray> &produced)
{
    const QStringList whole = expectedFindings(report, true);
    const QStringList scoped = expectedFindings(report, false);
    for (const ReportFormat format : reportFormats()) {
        const auto bytes = produced.constFind(format);
        if (bytes == produced.constEnd())
            continue;
        const auto found = readFindings(format, *bytes);
        if (!found)
            return disagreement(format, QStringLiteral("it cannot be read back"));
        if (!listsFindings(report, format))
            continue;
        QStringList expected = isWholeFormat(format) ? whole : scoped;
        if (holdsEachOnce(format))
            expected.removeDuplicates();
        if (auto same = compareFindings(format, expected, *found); !same)
            return same;
    }
    return Done{};
}

} // namespace pdsi
