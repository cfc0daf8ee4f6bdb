// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/dashboardfigures.h"

namespace pdsi {

/// "Score 16.1 %", or that there is none.
QString scoreInWords(const DashboardFigures &figures);
/// What it rests on, how it is weighted and what it leaves out.
QString scoreBasisInWords(const DashboardFigures &figures);

} // namespace pdsi
