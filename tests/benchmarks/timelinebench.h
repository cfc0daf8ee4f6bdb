// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/benchmark.h"

namespace pdsi {

/// Of 2,000 schedules over 365 days: `timeline.layout.2000x365`, `timeline.frame.p95` (software rendering, 1920 x 1000,
/// zooming, panning and scrolling at every zoom) and `timeline.bytes_per_bar` (coverage and layout together).
/// Needs a QGuiApplication.
QList<Benchmark> timelineBenchmarks();

} // namespace pdsi
