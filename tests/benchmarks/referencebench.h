// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/benchmark.h"

namespace pdsi {

/// `assess.reference` and `collect.memory.reference`.
QList<Benchmark> referenceBenchmarks();

} // namespace pdsi
