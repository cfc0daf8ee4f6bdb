// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/controls/outcomes.h"

namespace pdsi {

/// What a control about one of a service's time-outs reads and says.
struct ServiceTimeout {
    std::optional<qint64> Service::*seconds;
    const char *field; ///< pointer below the service
    const char *passes; ///< "%1 ... %2 s": service and seconds
    const char *fails; ///< "%1 ...": service
};

/// One outcome per active service: passes when the time-out is more than zero.
QList<Outcome> judgeServiceTimeout(const Inventory &inventory, const ServiceTimeout &timeout);

} // namespace pdsi
