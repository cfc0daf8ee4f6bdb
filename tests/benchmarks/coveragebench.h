// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/accountcoverage.h"
#include "tests/benchmarks/benchmark.h"

namespace pdsi {

/// `coverage.effective.2000x90`: everything the engine computes for 2,000 services, 1,500 policies and 800 schedules
/// over 90 days.
QList<Benchmark> coverageBenchmarks();

/// That account, and its coverage over these days.
std::shared_ptr<const Inventory> wideAccount();
CoverageOptions wideWindow();

} // namespace pdsi
