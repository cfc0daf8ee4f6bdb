// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/checks/checks.h"
#include "core/controls/outcomes.h"
#include "core/controls/roles.h"
#include "core/coverage/contactmethods.h"
#include "core/coverage/knowledge.h"

#include <algorithm>

namespace pdsi {

namespace {

/// The user's own contact method a rule notifies; nullptr when it is gone or unusable.
const ContactMethod *usableMethod(const std::vector<ContactMethod> &methods, const NotificationRule &rule)
{
    const auto found = std::find_if(methods.begin(), methods.end(), [&](const ContactMethod &method) {
        return !rule.contactMethodId.isEmpty() && method.id == rule.contactMethodId;
    });
    return found != methods.end() && isUsable(*found) ? &*found : nullptr;
}

Outcome judgeUser(const Inventory &inventory, const User &user)
{
    const ResourceRef resource = resourceRef("user", user);
    const QString name = quoted(user.name);
    if (!user.notificationRules)
        return undetermined(reasonOf(inventory, {ResourceClass::NotificationRules, ResourceClass::Users}), resource,
                            QStringLiteral("The notification rules of %1 could not be read.").arg(name),
                            {evidenceAt(user.source, "/id")});
    std::vector<const NotificationRule *> high;
    QList<Evidence> evidence;
    for (const NotificationRule &rule : *user.notificationRules) {
        if (rule.urgency != QLatin1String("high"))
            continue;
        high.push_back(&rule);
        evidence.append(evidenceAt(rule.source));
    }
    if (high.empty())
        return outcome(OutcomeStatus::Fail, resource,
                       QStringLiteral("%1 has no notification rule for high urgency.").arg(name),
                       {evidenceAt(user.source, "/notification_rules")});
    if (!user.contactMethods)
        return undetermined(reasonOf(inventory, {ResourceClass::ContactMethods, ResourceClass::Users}), resource,
                            QStringLiteral("The contact methods of %1 could not be read.").arg(name), evidence);
    for (const NotificationRule *rule : high) {
        if (const ContactMethod *method = usableMethod(*user.contactMethods, *rule))
            return outcome(OutcomeStatus::Pass, resource,
                           QStringLiteral("%1 is notified of high urgency after %2.")
                               .arg(name, counted(rule->startDelayMinutes, "minute")),
                           {evidenceAt(rule->source), evidenceAt(method->source)});
    }
    return outcome(OutcomeStatus::Fail, resource,
                   QStringLiteral("None of the %2 of %1 leads to a usable contact method.")
                       .arg(name, counted(static_cast<qsizetype>(high.size()), "high-urgency rule")),
                   evidence + QList<Evidence>{evidenceAt(user.source, "/contact_methods")});
}

} // namespace

QList<Outcome> notificationRules(const Inventory &inventory, const EvaluationContext &)
{
    QList<Outcome> outcomes;
    for (const User &user : inventory.users) {
        if (isResponder(user))
            outcomes.append(judgeUser(inventory, user));
    }
    return outcomes;
}

} // namespace pdsi
