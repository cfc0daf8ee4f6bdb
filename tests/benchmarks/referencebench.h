// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/benchmark.h"

class QTemporaryDir;

namespace pdsi {

/// `assess.reference` and `collect.memory.reference`.
QList<Benchmark> referenceBenchmarks();

/// Collects the reference account into an archive in `directory`; its path, or empty.
QString collectedReference(const QTemporaryDir &directory);

} // namespace pdsi
