// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/checks/checks.h"
#include "core/controls/outcomes.h"
#include "core/coverage/knowledge.h"

#include <algorithm>

namespace pdsi {

QList<Outcome> ssoEnforcement(const Inventory &inventory, const EvaluationContext &)
{
    const ResourceRef account = accountRef(inventory);
    QList<Evidence> evidence;
    if (inventory.abilitiesSource.requestId > 0)
        evidence.append(evidenceAt(inventory.abilitiesSource));
    if (!inventory.abilities.contains(QLatin1String("sso"))) {
        if (!inventory.isComplete(ResourceClass::Abilities))
            return {undetermined(reasonOf(inventory, {ResourceClass::Abilities}), account,
                                 QStringLiteral("Whether the plan offers single sign-on could not be read."),
                                 evidence)};
        return {outcome(OutcomeStatus::Fail, account,
                        QStringLiteral("The account has no single sign-on: the ability \"sso\" is missing."),
                        evidence)};
    }
    const auto viaSso = std::count_if(inventory.users.begin(), inventory.users.end(),
                                      [](const User &user) { return user.createdViaSso.value_or(false); });
    for (const SessionConfiguration &session : inventory.sessionConfigurations)
        evidence.append(evidenceAt(session.source));
    const QString message =
        QStringLiteral("The plan offers single sign-on, but whether it is enforced is not exposed: %1 of %2 "
                       "created through single sign-on%3.")
            .arg(QString::number(viaSso),
                 counted(static_cast<qsizetype>(inventory.users.size()), "user was", "users were"),
                 sightNote(inventory));
    return {outcome(OutcomeStatus::Manual, account, message, evidence)};
}

} // namespace pdsi
