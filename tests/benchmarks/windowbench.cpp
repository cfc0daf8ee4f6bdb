// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/windowbench.h"

#include "tests/ui/collection/responsiveness.h"

#include <QCoreApplication>

#include <cstdio>

namespace pdsi {

namespace {

constexpr int collections = 3;

/// The worst of several: a window that stutters now and then stutters. All figures are of the same collections.
const std::optional<Responsiveness> &worst()
{
    static const std::optional<Responsiveness> measured = []() -> std::optional<Responsiveness> {
        Responsiveness most;
        for (int run = 0; run < collections; ++run) {
            const auto seen = collectReferenceWatched(QCoreApplication::applicationDirPath() + QStringLiteral("/fake-pagerduty"));
            if (!seen) {
                std::fprintf(stderr, "pdsi-bench: %s\n", qUtf8Printable(seen.error().detail));
                return std::nullopt;
            }
            most.longestMs = std::max(most.longestMs, seen->longestMs);
            most.longestOwnMs = std::max(most.longestOwnMs, seen->longestOwnMs);
            most.longestWorkMs = std::max(most.longestWorkMs, seen->longestWorkMs);
        }
        return most;
    }();
    return measured;
}

Benchmark figure(const char *name, double Responsiveness::*member)
{
    return {QLatin1String("collect.window.") + QLatin1String(name), QStringLiteral("ms"), [member]() -> std::optional<double> {
                return worst() ? std::optional((*worst()).*member) : std::nullopt;
            }};
}

} // namespace

QList<Benchmark> windowBenchmarks()
{
    return {figure("longest-block.reference", &Responsiveness::longestMs),
            figure("longest-own-block.reference", &Responsiveness::longestOwnMs),
            figure("longest-work.reference", &Responsiveness::longestWorkMs)};
}

} // namespace pdsi
