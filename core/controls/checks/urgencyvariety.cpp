// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/checks/checks.h"
#include "core/controls/outcomes.h"
#include "core/coverage/knowledge.h"

namespace pdsi {

QList<Outcome> urgencyVariety(const Inventory &inventory, const EvaluationContext &context)
{
    constexpr qsizetype mostEvidence = 100;
    const ResourceRef account = accountRef(inventory);
    qsizetype active = 0, alwaysHigh = 0;
    QList<Evidence> evidence;
    for (const Service &service : inventory.services) {
        if (!service.isActive())
            continue;
        ++active;
        alwaysHigh += service.urgencyRule.type == QLatin1String("constant")
            && service.urgencyRule.urgency == QLatin1String("high");
        if (evidence.size() < mostEvidence)
            evidence.append(evidenceAt(service.source, "/incident_urgency_rule"));
    }
    const bool abilitiesRead = inventory.isComplete(ResourceClass::Abilities);
    if (abilitiesRead && !inventory.abilities.contains(QLatin1String("urgencies")))
        return {outcome(OutcomeStatus::NotApplicable, account, QStringLiteral("The plan has no urgencies."),
                        {evidenceAt(inventory.abilitiesSource)})};
    if (!abilitiesRead || !inventory.isComplete(ResourceClass::Services))
        return {undetermined(
            reasonOf(inventory, {ResourceClass::Abilities, ResourceClass::Services}), account,
            QStringLiteral("Not everything was read: %1 of %2 seen always high urgency.")
                .arg(QString::number(alwaysHigh), counted(active, "active service is", "active services are")),
            evidence)};
    const QString counts = QStringLiteral("%1 of %2 always high urgency%3")
                               .arg(QString::number(alwaysHigh),
                                    counted(active, "active service is", "active services are"), sightNote(inventory));
    if (active < context.parameters.minServicesForUrgency)
        return {outcome(OutcomeStatus::NotApplicable, account,
                        QStringLiteral("Too few services to compare: %1.").arg(counts), evidence)};
    const bool fails = alwaysHigh == active;
    return {outcome(fails ? OutcomeStatus::Fail : OutcomeStatus::Pass, account,
                    fails ? QStringLiteral("Urgency tells nothing apart: %1.").arg(counts)
                          : QStringLiteral("Urgency tells incidents apart: %1.").arg(counts),
                    evidence)};
}

} // namespace pdsi
