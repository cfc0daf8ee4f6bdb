// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

namespace pdsi {

/// `25 controls: 12 pass, 9 fail, 2 not determined, 2 manual; 134 findings`. Statuses that do not occur are
/// left out; waived findings are counted apart.
QString summaryLine(const Report &report);

} // namespace pdsi
