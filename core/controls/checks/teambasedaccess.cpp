// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/checks/checks.h"
#include "core/controls/outcomes.h"
#include "core/controls/roles.h"
#include "core/coverage/knowledge.h"

#include <algorithm>

namespace pdsi {

namespace {

Outcome judgeUser(const Inventory &inventory, const User &user)
{
    const ResourceRef resource = resourceRef("user", user);
    const QString name = quoted(user.name);
    if (!isResponder(user))
        return outcome(OutcomeStatus::NotApplicable, resource,
                       QStringLiteral("%1 has the role %2, which is no responder's.").arg(name, quoted(user.role)),
                       {evidenceAt(user.source, "/role")});
    if (!user.teamIds)
        return undetermined(
            reasonOf(inventory, {ResourceClass::TeamMembers, ResourceClass::Teams, ResourceClass::Users}), resource,
            QStringLiteral("The teams of %1 could not be read.").arg(name), {evidenceAt(user.source, "/id")});
    const QList<Evidence> evidence{evidenceAt(user.source, "/teams")};
    if (user.teamIds->isEmpty())
        return outcome(OutcomeStatus::Fail, resource, QStringLiteral("%1 is in no team.").arg(name), evidence);
    return outcome(OutcomeStatus::Pass, resource,
                   QStringLiteral("%1 is in %2.").arg(name, counted(user.teamIds->size(), "team")), evidence);
}

} // namespace

QList<Outcome> teamBasedAccess(const Inventory &inventory, const EvaluationContext &)
{
    const bool abilitiesRead = inventory.isComplete(ResourceClass::Abilities);
    const bool teamsOffered = inventory.abilities.contains(QLatin1String("teams"));
    if (abilitiesRead && !teamsOffered)
        return {outcome(OutcomeStatus::Fail, accountRef(inventory),
                        QStringLiteral("The plan has no teams, so access cannot be limited by team."),
                        {evidenceAt(inventory.abilitiesSource)})};
    const auto &users = inventory.users;
    const bool teamsSeen =
        std::any_of(users.begin(), users.end(), [](const User &u) { return u.teamIds && !u.teamIds->isEmpty(); });
    QList<Outcome> outcomes;
    if (!teamsOffered && !teamsSeen)
        return outcomes;
    for (const User &user : users)
        outcomes.append(judgeUser(inventory, user));
    if (std::any_of(users.begin(), users.end(), [](const User &u) { return !u.teamIds; }))
        addClassOutcomes(outcomes, inventory, {ResourceClass::TeamMembers});
    return outcomes;
}

} // namespace pdsi
