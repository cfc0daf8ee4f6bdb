// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/accountcoverage.h"

namespace pdsi {

/// "What if: Ana is away, Nights is removed. Nothing is changed in PagerDuty."; empty when nothing is supposed.
QString whatIfWords(const Inventory &inventory, const WhatIf &whatIf);

/// The same what-if with this person away, or back; this schedule removed, or back.
WhatIf withPersonAway(WhatIf whatIf, const QString &userId, bool away);
WhatIf withScheduleRemoved(WhatIf whatIf, const QString &scheduleId, bool removed);

} // namespace pdsi
