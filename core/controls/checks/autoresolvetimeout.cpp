// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/checks/checks.h"
#include "core/controls/servicetimeouts.h"

namespace pdsi {

QList<Outcome> autoResolveTimeout(const Inventory &inventory, const EvaluationContext &)
{
    return judgeServiceTimeout(inventory,
                               {&Service::autoResolveTimeout, "/auto_resolve_timeout",
                                "Incidents of %1 resolve by themselves after %2 s.",
                                "Incidents of %1 never resolve by themselves; where that is meant, as for "
                                "security alerts, waive it."});
}

} // namespace pdsi
