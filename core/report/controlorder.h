// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

namespace pdsi {

/// Worst first: status, then severity, then the number of findings.
QList<const ControlResult *> worstControlsFirst(const Assessment &assessment);

/// Those with failing outcomes in the scope of the report, most severe first.
QList<const ControlResult *> failingControls(const Report &report);

} // namespace pdsi
