// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/graphbench.h"

#include "core/coverage/layeredlayout.h"
#include "tests/benchmarks/coveragebench.h"

#include <QElapsedTimer>

#include <cstdio>
#include <functional>

namespace pdsi {

using namespace Qt::StringLiterals;

namespace {

constexpr int runs = 9;

/// The middle of several runs, in milliseconds; the first one warms up.
std::optional<double> timed(const std::function<size_t()> &work, size_t leastNodes)
{
    QList<double> times;
    for (int run = 0; run <= runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        const size_t nodes = work();
        if (run > 0)
            times.append(double(timer.nsecsElapsed()) / 1e6);
        if (nodes < leastNodes) {
            std::fprintf(stderr, "pdsi-bench: the graph has only %zu nodes\n", nodes);
            return std::nullopt;
        }
    }
    return median(times);
}

std::optional<double> policyGraph()
{
    const auto inventory = wideAccount();
    const auto coverage = computeCoverage(*inventory, wideWindow());
    const GraphScope scope{GraphScopeKind::Policy, u"PE3"_s, true, true};
    return timed([&] {
        const EscalationGraph graph = escalationGraph(*inventory, *coverage, scope, coverage->window().start);
        return layeredLayout(graph, GraphNodeSizes(graph.nodes.size(), {150, 36})).nodes.size();
    }, 10);
}

std::optional<double> accountGraph()
{
    const auto inventory = wideAccount();
    const auto coverage = computeCoverage(*inventory, wideWindow());
    return timed([&] { return escalationGraph(*inventory, *coverage, {}, coverage->window().start).nodes.size(); }, 4'000);
}

std::optional<double> accountLayout()
{
    const auto inventory = wideAccount();
    const auto coverage = computeCoverage(*inventory, wideWindow());
    const EscalationGraph graph = escalationGraph(*inventory, *coverage, {}, coverage->window().start);
    const GraphNodeSizes sizes(graph.nodes.size(), {150, 36});
    return timed([&] { return layeredLayout(graph, sizes).nodes.size(); }, 4'000);
}

} // namespace

QList<Benchmark> graphBenchmarks()
{
    return {Benchmark{u"graph.policy.compute"_s, u"ms"_s, policyGraph}, Benchmark{u"graph.account.compute"_s, u"ms"_s, accountGraph},
            Benchmark{u"graph.account.ownlayout"_s, u"ms"_s, accountLayout}};
}

} // namespace pdsi
