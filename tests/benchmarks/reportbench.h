// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/benchmark.h"

namespace pdsi {

/// `report.html.10k`, its size, `report.sarif.10k` and `report.csv.10k`: reports of 10,000 findings with three facts each.
QList<Benchmark> reportBenchmarks();

} // namespace pdsi
