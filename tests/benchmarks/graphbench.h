// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/benchmark.h"

namespace pdsi {

/// Escalation graphs of the account of coveragebench.h: `graph.policy.compute` with its layout, `graph.account.compute`, and
/// `graph.account.ownlayout`, our own layout of its more than 4,000 nodes.
QList<Benchmark> graphBenchmarks();

} // namespace pdsi
