// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/reportbench.h"

#include "core/report/reportexport.h"
#include "tests/core/report/madeassessment.h"

#include <QElapsedTimer>

namespace pdsi {

using namespace Qt::StringLiterals;

namespace {

constexpr int findings = 10'000;
constexpr int exports = 7;

/// With the derived numbers worked out anew each time, as the program does.
std::optional<double> exportTime(ReportFormat format)
{
    const std::shared_ptr<const Assessment> assessment = made::large(findings);
    QList<double> times;
    for (int run = 0; run <= exports; ++run) { // the first one warms up
        QElapsedTimer timer;
        timer.start();
        const QByteArray bytes = exportReport(Report(assessment), format);
        if (run > 0)
            times << double(timer.nsecsElapsed()) / 1e6;
        if (bytes.isEmpty())
            return std::nullopt;
    }
    return median(times);
}

std::optional<double> htmlMegabytes()
{
    return double(exportReport(Report(made::large(findings)), ReportFormat::Html).size()) / 1e6;
}

} // namespace

QList<Benchmark> reportBenchmarks()
{
    return {{u"report.html.10k"_s, u"ms"_s, [] { return exportTime(ReportFormat::Html); }},
            {u"report.html.10k.size"_s, u"MB"_s, htmlMegabytes},
            {u"report.sarif.10k"_s, u"ms"_s, [] { return exportTime(ReportFormat::Sarif); }},
            {u"report.csv.10k"_s, u"ms"_s, [] { return exportTime(ReportFormat::Csv); }},
            {u"report.xlsx.10k"_s, u"ms"_s, [] { return exportTime(ReportFormat::Xlsx); }},
            {u"report.oscal.10k"_s, u"ms"_s, [] { return exportTime(ReportFormat::Oscal); }}};
}

} // namespace pdsi
