// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/checks/checks.h"
#include "core/controls/outcomes.h"
#include "core/controls/roles.h"
#include "core/coverage/knowledge.h"

#include <QMap>

#include <algorithm>

namespace pdsi {

namespace {

/// "2 admin, 1 owner, 30 user"
QString countsPerRole(const Inventory &inventory)
{
    QMap<QString, int> counts;
    for (const User &user : inventory.users)
        ++counts[user.role];
    QStringList parts;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        parts.append(QString::number(it.value()) + QLatin1Char(' ') + it.key());
    return parts.isEmpty() ? QStringLiteral("none seen") : parts.join(QStringLiteral(", "));
}

} // namespace

QList<Outcome> analyticsAccess(const Inventory &inventory, const EvaluationContext &)
{
    const ResourceRef account = accountRef(inventory);
    const bool abilitiesRead = inventory.isComplete(ResourceClass::Abilities);
    const bool offered =
        std::any_of(inventory.abilities.begin(), inventory.abilities.end(), [](const QString &ability) {
            return ability.contains(QLatin1String("analytics"), Qt::CaseInsensitive);
        });
    QList<Evidence> evidence;
    if (inventory.abilitiesSource.requestId > 0)
        evidence.append(evidenceAt(inventory.abilitiesSource));
    if (abilitiesRead && !offered)
        return {outcome(OutcomeStatus::NotApplicable, account, QStringLiteral("The plan has no analytics."), evidence)};
    for (const User &user : inventory.users) {
        if (isPrivileged(user) || !isResponder(user) || user.role == QLatin1String("observer"))
            evidence.append(evidenceAt(user.source, "/name"));
    }
    const QString roles = countsPerRole(inventory) + sightNote(inventory);
    if (!abilitiesRead || !inventory.isComplete(ResourceClass::Users))
        return {undetermined(reasonOf(inventory, {ResourceClass::Abilities, ResourceClass::Users}), account,
                             QStringLiteral("Not everything was read; users seen per role: %1.").arg(roles), evidence)};
    return {outcome(OutcomeStatus::Manual, account,
                    QStringLiteral("The API does not show who may open Analytics; users per role: %1.").arg(roles),
                    evidence)};
}

} // namespace pdsi
