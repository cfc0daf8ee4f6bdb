// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "core/session/judging.h"

namespace pdsi {

/// The report of a judged snapshot, with the coverage of the assessment's window. Blocking: run it in a worker.
Report makeReport(const JudgedSnapshot &judged, const ReportOptions &options = {});

} // namespace pdsi
