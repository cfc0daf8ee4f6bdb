// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// pdsi-bench [PATTERN]: measures what matches the pattern (* and ?; default: everything), `NAME VALUE UNIT` a line.
#include "tests/benchmarks/coveragebench.h"
#include "tests/benchmarks/graphbench.h"
#include "tests/benchmarks/pdfbench.h"
#include "tests/benchmarks/referencebench.h"
#include "tests/benchmarks/reportbench.h"

#ifdef PDSI_BENCH_UI
#include "tests/benchmarks/findingsbench.h"
#include "tests/benchmarks/graphviewbench.h"
#include "tests/benchmarks/startupbench.h"
#include "tests/benchmarks/timelinebench.h"
#include "tests/benchmarks/windowbench.h"

#include <QApplication>
#else
#include <QGuiApplication>
#endif
#include <QRegularExpression>

#include <cstdio>
#include <utility>

namespace {

QList<pdsi::Benchmark> allBenchmarks()
{
    QList<pdsi::Benchmark> all = pdsi::referenceBenchmarks() + pdsi::coverageBenchmarks() + pdsi::graphBenchmarks()
        + pdsi::reportBenchmarks() + pdsi::pdfBenchmarks();
#ifdef PDSI_BENCH_UI
    all += pdsi::findingsBenchmarks() + pdsi::timelineBenchmarks() + pdsi::graphViewBenchmarks() + pdsi::startupBenchmarks() + pdsi::windowBenchmarks();
#endif
    return all;
}

} // namespace

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
#ifdef PDSI_BENCH_UI
    QApplication application(argc, argv);
#else
    QGuiApplication application(argc, argv);
#endif
    const QString pattern = QCoreApplication::arguments().value(1, QStringLiteral("*"));
    const QRegularExpression wanted(QRegularExpression::wildcardToRegularExpression(pattern));
    QList<pdsi::Benchmark> benchmarks = allBenchmarks();
    benchmarks.removeIf([&wanted](const pdsi::Benchmark &benchmark) { return !wanted.match(benchmark.name).hasMatch(); });
    if (benchmarks.isEmpty()) {
        std::fprintf(stderr, "no measure is called %s; give a name or a pattern such as 'graph.*'\n", qUtf8Printable(pattern));
        return 2;
    }
    bool complete = true;
    for (const pdsi::Benchmark &benchmark : std::as_const(benchmarks)) {
        const std::optional<double> value = benchmark.measure();
        complete = complete && value.has_value();
        if (value) {
            std::printf("%s %.2f %s\n", qUtf8Printable(benchmark.name), *value, qUtf8Printable(benchmark.unit));
            std::fflush(stdout);
        }
    }
    return complete ? 0 : 1;
}
