// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/benchmark.h"

namespace pdsi {

/// Needs a QGuiApplication.
QList<Benchmark> pdfBenchmarks();

} // namespace pdsi
