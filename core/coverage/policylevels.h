// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/accountcoverage.h"

namespace pdsi {

/// How many levels of the policy reach somebody, each set of targets counted once; targets that may or may not be
/// there count as there with `unknownIsLive`.
qsizetype distinctLevels(const Inventory &inventory, const EscalationPolicy &policy, bool unknownIsLive);

/// The index of the one person of every level: whatever the time, nobody else is ever paged. -1 when there is
/// another, when some level has nobody, or when that could not be read.
int onlyPersonOfEveryLevel(const Inventory &inventory, const AccountCoverage &coverage, int policy, Instant at);

} // namespace pdsi
