// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/benchmark.h"

namespace pdsi {

/// `startup.first_paint.ratio`: from starting the process until its window was painted, workbench with the sample
/// account against a program with an empty QMainWindow. `open.reference`: from asking for the archive of the reference
/// account until the window shows it. Need a QApplication.
QList<Benchmark> startupBenchmarks();

} // namespace pdsi
