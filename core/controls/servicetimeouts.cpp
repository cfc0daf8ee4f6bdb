// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/servicetimeouts.h"

namespace pdsi {

QList<Outcome> judgeServiceTimeout(const Inventory &inventory, const ServiceTimeout &timeout)
{
    QList<Outcome> outcomes;
    for (const Service &service : inventory.services) {
        if (!service.isActive())
            continue;
        const qint64 seconds = (service.*timeout.seconds).value_or(0);
        const QString name = quoted(service.name);
        const QString message = seconds > 0 ? QString::fromLatin1(timeout.passes).arg(name, QString::number(seconds))
                                            : QString::fromLatin1(timeout.fails).arg(name);
        outcomes.append(outcome(seconds > 0 ? OutcomeStatus::Pass : OutcomeStatus::Fail,
                                resourceRef("service", service), message, {evidenceAt(service.source, timeout.field)}));
    }
    return outcomes;
}

} // namespace pdsi
