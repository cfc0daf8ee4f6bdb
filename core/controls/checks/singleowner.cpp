// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/checks/checks.h"
#include "core/controls/outcomes.h"
#include "core/coverage/knowledge.h"

namespace pdsi {

namespace {

Outcome onlyOwner(const Inventory &inventory, const User &owner)
{
    const ResourceRef resource = resourceRef("user", owner);
    const QList<Evidence> evidence{evidenceAt(owner.source, "/role")};
    if (const auto hidden = whyMayBeHidden(inventory, {ResourceClass::Users}))
        return undetermined(
            *hidden, resource,
            QStringLiteral("%1 is the only owner seen, but not every user may have been seen.").arg(quoted(owner.name)),
            evidence);
    return outcome(OutcomeStatus::Pass, resource,
                   QStringLiteral("%1 is the only account owner.").arg(quoted(owner.name)), evidence);
}

} // namespace

QList<Outcome> singleOwner(const Inventory &inventory, const EvaluationContext &)
{
    std::vector<const User *> owners;
    for (const User &user : inventory.users) {
        if (user.role == QLatin1String("owner"))
            owners.push_back(&user);
    }
    if (owners.empty())
        return {undetermined(
            ReasonCode::Permission, accountRef(inventory),
            QStringLiteral("No account owner is visible among %1%2.")
                .arg(counted(static_cast<qsizetype>(inventory.users.size()), "user"), sightNote(inventory)),
            requestEvidence(inventory, ResourceClass::Users))};
    if (owners.size() == 1)
        return {onlyOwner(inventory, *owners.front())};
    QList<Outcome> outcomes;
    for (const User *owner : owners)
        outcomes.append(outcome(
            OutcomeStatus::Fail, resourceRef("user", *owner),
            QStringLiteral("%1 is one of %2 account owners.").arg(quoted(owner->name), QString::number(owners.size())),
            {evidenceAt(owner->source, "/role")}));
    return outcomes;
}

} // namespace pdsi
