// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/checks/checks.h"
#include "core/controls/outcomes.h"
#include "core/coverage/knowledge.h"

#include <QHash>

namespace pdsi {

namespace {

/// The newest change event of the period, by service.
QHash<QString, const ChangeEvent *> newestByService(const Inventory &inventory, Instant from, Instant until)
{
    QHash<QString, const ChangeEvent *> newest;
    for (const ChangeEvent &event : inventory.changeEvents) {
        if (event.timestamp < from || event.timestamp > until)
            continue;
        for (const QString &id : event.serviceIds) {
            const ChangeEvent *&best = newest[id];
            if (!best || event.timestamp > best->timestamp)
                best = &event;
        }
    }
    return newest;
}

} // namespace

QList<Outcome> changeEventUse(const Inventory &inventory, const EvaluationContext &context)
{
    const int days = context.parameters.changeEventLookbackDays;
    const auto newest = newestByService(inventory, context.now - days * secondsPerDay, context.now);
    const QString period = QStringLiteral("the last %1").arg(counted(days, "day"));
    const QList<Evidence> asked = requestEvidence(inventory, ResourceClass::ChangeEvents);
    QList<Outcome> outcomes;
    for (const Service &service : inventory.services) {
        if (!service.isActive())
            continue;
        const ResourceRef resource = resourceRef("service", service);
        const QString name = quoted(service.name);
        if (const ChangeEvent *event = newest.value(service.id))
            outcomes.append(
                outcome(OutcomeStatus::Pass, resource,
                        QStringLiteral("%1 received a change event on %2.").arg(name, formatInstant(event->timestamp)),
                        {evidenceAt(event->source, "/services"), evidenceAt(event->source, "/timestamp")}));
        else if (inventory.isComplete(ResourceClass::ChangeEvents))
            outcomes.append(outcome(
                OutcomeStatus::Fail, resource,
                QStringLiteral("%1 received no change event in %2%3.").arg(name, period, sightNote(inventory)), asked));
        else
            outcomes.append(undetermined(
                reasonOf(inventory, {ResourceClass::ChangeEvents}), resource,
                QStringLiteral("No change event of %1 in %2 was seen, but not all were read.").arg(name, period),
                asked));
    }
    return outcomes;
}

} // namespace pdsi
