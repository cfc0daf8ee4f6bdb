// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/benchmark.h"

namespace pdsi {

/// `collect.window.longest-block.reference`: between two beats of the window while it collects; the same without
/// waiting for a processor (`longest-own-block`) and its processor time alone (`longest-work`). They need a QApplication.
QList<Benchmark> windowBenchmarks();

} // namespace pdsi
