// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/checks/checks.h"
#include "core/controls/servicetimeouts.h"

namespace pdsi {

QList<Outcome> acknowledgementTimeout(const Inventory &inventory, const EvaluationContext &)
{
    return judgeServiceTimeout(inventory,
                               {&Service::acknowledgementTimeout, "/acknowledgement_timeout",
                                "Acknowledged incidents of %1 come back after %2 s.",
                                "Acknowledged incidents of %1 never come back: no acknowledgement timeout is set."});
}

} // namespace pdsi
