// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/benchmark.h"

namespace pdsi {

/// `findings.filter.1M.first_rows`, `findings.filter.1M.longest_block` and `findings.scroll.frame.p95`, all on the
/// real view with 1,000,000 outcomes.
QList<Benchmark> findingsBenchmarks();

} // namespace pdsi
