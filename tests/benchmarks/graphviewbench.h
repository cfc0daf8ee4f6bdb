// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/benchmark.h"

namespace pdsi {

/// The escalation graph: one policy of the reference account, a whole account of 4,300 nodes, frames of 5,000.
QList<Benchmark> graphViewBenchmarks();

} // namespace pdsi
