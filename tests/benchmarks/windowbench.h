// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/benchmark.h"

namespace pdsi {

/// `collect.window.longest-block.reference` and, without what other programs took, `collect.window.longest-work.reference`.
/// They need a QApplication.
QList<Benchmark> windowBenchmarks();

} // namespace pdsi
