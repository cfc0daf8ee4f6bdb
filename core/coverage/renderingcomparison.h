// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/schedulerecomputation.h"

namespace pdsi {

/// Where two renderings of the same stretch of time differ. Both are by start; `rendered` may overlap, and then
/// it agrees only where everybody it names is the one recomputed.
std::vector<RenderingDifference> differences(const std::vector<ScheduleEntry> &rendered,
                                             const std::vector<RecomputedEntry> &recomputed);

} // namespace pdsi
