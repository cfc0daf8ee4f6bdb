// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/windowbench.h"

#include "tests/ui/collection/responsiveness.h"

#include <QCoreApplication>

#include <cstdio>

namespace pdsi {

namespace {

constexpr int collections = 3;

/// The worst of several: a window that stutters now and then stutters.
std::optional<double> longest(double Responsiveness::*figure)
{
    double worst = 0;
    for (int run = 0; run < collections; ++run) {
        const auto seen = collectReferenceWatched(QCoreApplication::applicationDirPath() + QStringLiteral("/fake-pagerduty"));
        if (!seen) {
            std::fprintf(stderr, "pdsi-bench: %s\n", qUtf8Printable(seen.error().detail));
            return std::nullopt;
        }
        worst = std::max(worst, (*seen).*figure);
    }
    return worst;
}

} // namespace

QList<Benchmark> windowBenchmarks()
{
    const QString ms = QStringLiteral("ms");
    return {{QStringLiteral("collect.window.longest-block.reference"), ms, [] { return longest(&Responsiveness::longestMs); }},
            {QStringLiteral("collect.window.longest-work.reference"), ms, [] { return longest(&Responsiveness::longestWorkMs); }}};
}

} // namespace pdsi
