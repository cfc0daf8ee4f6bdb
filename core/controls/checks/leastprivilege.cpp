// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/checks/checks.h"
#include "core/controls/outcomes.h"
#include "core/controls/roles.h"
#include "core/coverage/knowledge.h"

#include <algorithm>

namespace pdsi {

namespace {

/// As many owners and admins as are fine among `users`.
qint64 allowedAmong(qint64 users, const Parameters &parameters)
{
    return std::max<qint64>(parameters.minAdmins, (users * parameters.maxAdminPercent + 99) / 100);
}

} // namespace

QList<Outcome> leastPrivilege(const Inventory &inventory, const EvaluationContext &context)
{
    QList<Evidence> evidence;
    for (const User &user : inventory.users) {
        if (isPrivileged(user))
            evidence.append(evidenceAt(user.source, "/role"));
    }
    const ResourceRef account = accountRef(inventory);
    const ResourceClassState &read = inventory.state(ResourceClass::Users);
    const bool complete = inventory.isComplete(ResourceClass::Users);
    const auto seen = static_cast<qint64>(inventory.users.size());
    const qint64 users = complete ? seen : std::max({seen, read.received, read.reportedTotal.value_or(0)});
    const qint64 allowed = allowedAmong(users, context.parameters);
    const QString counts = QStringLiteral("%1 of %2 an owner or admin and at most %3 may be%4")
                               .arg(QString::number(evidence.size()), counted(users, "user is", "users are"),
                                    QString::number(allowed), sightNote(inventory));
    const bool tooMany = evidence.size() > allowed;
    if (tooMany && (complete || read.reportedTotal))
        return {outcome(OutcomeStatus::Fail, account, QStringLiteral("Too many privileged users: %1.").arg(counts),
                        evidence)};
    if (!complete)
        return {undetermined(
            reasonOf(inventory, {ResourceClass::Users}), account,
            QStringLiteral("Not all users were read: %1 of those seen are an owner or admin.").arg(evidence.size()),
            evidence)};
    if (const auto limited = limitedSight(inventory))
        return {undetermined(*limited, account, QStringLiteral("Users may be hidden: %1.").arg(counts), evidence)};
    return {outcome(OutcomeStatus::Pass, account, QStringLiteral("Few privileged users: %1.").arg(counts), evidence)};
}

} // namespace pdsi
