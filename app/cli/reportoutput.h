// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/options.h"
#include "core/report/report.h"
#include "core/snapshot/snapshot.h"

namespace pdsi::cli {

/// Writes the report of --format to --output, or to standard output. CannotWrite, or what the PDF failed with.
Result<Done> writeReportOutput(const Options &options, const Snapshot &snapshot, const Report &report);

} // namespace pdsi::cli
