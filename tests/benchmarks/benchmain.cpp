// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// pdsi-bench [PATTERN]: measures what matches the pattern (* and ?; default: everything), `NAME VALUE UNIT` a line.
#include "tests/benchmarks/coveragebench.h"
#include "tests/benchmarks/referencebench.h"

#ifdef PDSI_BUILD_UI
#include "tests/benchmarks/timelinebench.h"

#include <QGuiApplication>
using BenchApplication = QGuiApplication; // fonts
#else
#include <QCoreApplication>
using BenchApplication = QCoreApplication;
#endif

#include <QRegularExpression>

#include <cstdio>

int main(int argc, char *argv[])
{
    BenchApplication application(argc, argv);
    const QString pattern = QCoreApplication::arguments().value(1, QStringLiteral("*"));
    const QRegularExpression wanted(QRegularExpression::wildcardToRegularExpression(pattern));
    bool complete = true;
    QList<pdsi::Benchmark> benchmarks = pdsi::referenceBenchmarks() + pdsi::coverageBenchmarks();
#ifdef PDSI_BUILD_UI
    benchmarks += pdsi::timelineBenchmarks();
#endif
    for (const pdsi::Benchmark &benchmark : std::as_const(benchmarks)) {
        if (!wanted.match(benchmark.name).hasMatch())
            continue;
        const std::optional<double> value = benchmark.measure();
        complete = complete && value.has_value();
        if (value) {
            std::printf("%s %.1f %s\n", qUtf8Printable(benchmark.name), *value, qUtf8Printable(benchmark.unit));
            std::fflush(stdout);
        }
    }
    return complete ? 0 : 1;
}
