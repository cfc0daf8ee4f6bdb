// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/checks/checks.h"
#include "core/controls/outcomes.h"
#include "core/coverage/knowledge.h"

namespace pdsi {

namespace {

struct Share {
    qsizetype incidents = 0;
    qsizetype prioritised = 0;
    QList<Evidence> with; ///< a few incidents with a priority
    QList<Evidence> without; ///< a few without
};

Share shareOf(const Inventory &inventory, Instant from, Instant until)
{
    constexpr qsizetype newest = 1'000;
    constexpr qsizetype examples = 10;
    Share share;
    for (const Incident &incident : inventory.incidents) {
        if (incident.createdAt < from || incident.createdAt > until || share.incidents == newest)
            continue;
        ++share.incidents;
        share.prioritised += incident.priorityId.has_value();
        QList<Evidence> &evidence = incident.priorityId ? share.with : share.without;
        if (evidence.size() < examples)
            evidence.append(evidenceAt(incident.source, "/priority"));
    }
    return share;
}

Outcome judgeUse(const Inventory &inventory, const EvaluationContext &context)
{
    const ResourceRef account = accountRef(inventory);
    const int days = context.parameters.incidentLookbackDays;
    const Share share = shareOf(inventory, context.now - days * secondsPerDay, context.now);
    const QString defined =
        counted(static_cast<qsizetype>(inventory.priorities.size()), "priority is", "priorities are");
    const QString period = QStringLiteral("last %1").arg(counted(days, "day"));
    if (!inventory.isComplete(ResourceClass::Incidents))
        return undetermined(
            reasonOf(inventory, {ResourceClass::Incidents}), account,
            QStringLiteral("%1 defined, but not all incidents of the %2 could be read.").arg(defined, period),
            requestEvidence(inventory, ResourceClass::Incidents));
    if (share.incidents == 0)
        return outcome(OutcomeStatus::Manual, account,
                       QStringLiteral("%1 defined, but no incident of the %2 shows whether they are used%3.")
                           .arg(defined, period, sightNote(inventory)),
                       requestEvidence(inventory, ResourceClass::Incidents));
    const QString used =
        QStringLiteral("%1 of the %2 of the %3")
            .arg(QString::number(share.prioritised), counted(share.incidents, "newest incident"), period);
    if (share.prioritised == 0)
        return outcome(
            OutcomeStatus::Fail, account,
            QStringLiteral("%1 defined but not used: %2 have one%3.").arg(defined, used, sightNote(inventory)),
            share.without);
    const QString percent = QString::number(share.prioritised * 100 / share.incidents);
    return outcome(OutcomeStatus::Pass, account,
                   QStringLiteral("%1 defined and used: %2 have one (%3 percent)%4.")
                       .arg(defined, used, percent, sightNote(inventory)),
                   share.with);
}

} // namespace

QList<Outcome> priorityUse(const Inventory &inventory, const EvaluationContext &context)
{
    const ResourceRef account = accountRef(inventory);
    const QList<Evidence> asked = requestEvidence(inventory, ResourceClass::Priorities);
    if (inventory.state(ResourceClass::Priorities).state == CollectionState::Unavailable)
        return {
            outcome(OutcomeStatus::Fail, account, QStringLiteral("The account has no incident priorities."), asked)};
    if (!inventory.isComplete(ResourceClass::Priorities)) {
        QList<Outcome> outcomes{undetermined(reasonOf(inventory, {ResourceClass::Priorities}), account,
                                             QStringLiteral("The priorities could not be read."), asked)};
        addClassOutcomes(outcomes, inventory, {ResourceClass::Priorities, ResourceClass::Incidents});
        return outcomes;
    }
    if (inventory.priorities.empty())
        return {outcome(OutcomeStatus::Fail, account, QStringLiteral("No incident priority is defined."), asked)};
    QList<Outcome> outcomes{judgeUse(inventory, context)};
    addClassOutcomes(outcomes, inventory, {ResourceClass::Incidents});
    return outcomes;
}

} // namespace pdsi
