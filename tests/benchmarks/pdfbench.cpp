// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/pdfbench.h"

#include "core/report/pdf/pdfreport.h"
#include "tests/core/report/madeassessment.h"

#include <QElapsedTimer>
#include <QTemporaryFile>

#include <cstdio>

namespace pdsi {

namespace {

constexpr int pdfRuns = 5;
constexpr int pdfFindings = 10'000;

/// The report an auditor gets of 10,000 findings with three facts each, as an archival file.
std::optional<double> pdfRate()
{
    const Report report(made::large(pdfFindings));
    QList<double> rates;
    for (int run = 0; run <= pdfRuns; ++run) { // the first one warms up
        int pages = 0;
        PdfOptions options;
        options.attachments = false;
        options.progress = [&pages](int, int of) { pages = of; };
        QTemporaryFile file;
        QElapsedTimer timer;
        timer.start();
        if (!file.open() || !writePdfReport(report, options, file) || pages < pdfFindings / 20) {
            std::fprintf(stderr, "pdsi-bench: the PDF was not written\n");
            return std::nullopt;
        }
        if (run > 0)
            rates.append(pages * 1e9 / double(timer.nsecsElapsed()));
    }
    return median(rates);
}

} // namespace

QList<Benchmark> pdfBenchmarks()
{
    return {Benchmark{QStringLiteral("report.pdf.rate"), QStringLiteral("pages/s"), pdfRate}};
}

} // namespace pdsi
