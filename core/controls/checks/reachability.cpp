// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/checks/checks.h"
#include "core/controls/outcomes.h"
#include "core/controls/sharedfacts.h"
#include "core/coverage/contactmethods.h"

#include <algorithm>

namespace pdsi {

namespace {

Outcome judgeUser(const Inventory &inventory, const OnCallUser &onCall)
{
    const Evidence named = evidenceAt(onCall.namedAt);
    const QString name = quoted(onCall.name);
    if (onCall.live.isUnknown())
        return undetermined(onCall.live.reason, {QStringLiteral("user"), onCall.id, onCall.name, {}},
                            QStringLiteral("%1 is on call but was not among the users read.").arg(name), {named});
    const User &user = *inventory.user(onCall.id);
    const ResourceRef resource = resourceRef("user", user);
    if (!user.contactMethods)
        return undetermined(reasonOf(inventory, {ResourceClass::ContactMethods, ResourceClass::Users}), resource,
                            QStringLiteral("The contact methods of %1, who is on call, could not be read.").arg(name),
                            {named});
    const auto &methods = *user.contactMethods;
    const auto good = std::find_if(methods.begin(), methods.end(),
                                   [](const ContactMethod &m) { return isUsable(m) && alertsDirectly(m); });
    if (good != methods.end())
        return outcome(OutcomeStatus::Pass, resource,
                       QStringLiteral("%1 is on call and can be reached other than by e-mail.").arg(name),
                       {evidenceAt(good->source), named});
    return outcome(OutcomeStatus::Fail, resource,
                   QStringLiteral("%1 is on call, but none of %2 is a usable phone, SMS, WhatsApp or push.")
                       .arg(name, counted(static_cast<qsizetype>(methods.size()), "contact method")),
                   {evidenceAt(user.source, "/contact_methods"), named});
}

/// Collects references to users that certainly no longer exist; fails the resource that names them.
class DeletedUsers
{
public:
    DeletedUsers(const Inventory &inventory, const ResourceRow &row) : m_inventory(inventory), m_row(row) { }

    void look(const Reference &reference)
    {
        if (reference.id.isEmpty() || !userIsLive(m_inventory, reference.id, reference.deleted).isNo())
            return;
        m_evidence.append(evidenceAt(m_row.source, reference.pointer, ""));
        const QString name = reference.name.isEmpty() ? reference.id : reference.name;
        if (!m_ids.contains(reference.id))
            m_names.append(name);
        m_ids.insert(reference.id);
    }
    void report(QList<Outcome> &outcomes, const char *kind, const QString &where) const
    {
        if (m_ids.isEmpty())
            return;
        outcomes.append(
            outcome(OutcomeStatus::Fail, resourceRef(kind, m_row),
                    QStringLiteral("%1 still names %2 in its %3: %4.")
                        .arg(quoted(m_row.name), counted(m_ids.size(), "deleted user"), where, listed(m_names)),
                    m_evidence));
    }

private:
    const Inventory &m_inventory;
    const ResourceRow &m_row;
    QSet<QString> m_ids;
    QStringList m_names;
    QList<Evidence> m_evidence;
};

void judgePolicies(QList<Outcome> &outcomes, const Inventory &inventory, const SharedFacts &facts)
{
    for (const EscalationPolicy &policy : inventory.policies) {
        if (!facts.policyInUse(policy).isYes())
            continue;
        DeletedUsers deleted(inventory, policy);
        for (const EscalationRule &rule : policy.rules) {
            for (const Reference &target : rule.targets) {
                if (isUserTarget(target))
                    deleted.look(target);
            }
        }
        deleted.report(outcomes, "escalation_policy", QStringLiteral("rules"));
    }
}

void judgeSchedules(QList<Outcome> &outcomes, const Inventory &inventory, const SharedFacts &facts)
{
    for (const Schedule &schedule : inventory.schedules) {
        const ScheduleFacts &known = facts.schedule(schedule);
        if (!known.inUse.isYes())
            continue;
        DeletedUsers deleted(inventory, schedule);
        for (const ScheduleLayer &layer : schedule.layers) {
            for (const Reference &user : layer.users)
                deleted.look(user);
        }
        deleted.report(outcomes, "schedule", QStringLiteral("layers"));
        if (!known.onCallUnknown)
            continue;
        outcomes.append(undetermined(
            known.whyUnknown, resourceRef("schedule", schedule),
            QStringLiteral("Who is on call in %1 is not known for all of the window.").arg(quoted(schedule.name)),
            {evidenceAt(schedule.source, "/id")}));
    }
}

} // namespace

QList<Outcome> reachability(const Inventory &inventory, const EvaluationContext &context)
{
    QList<Outcome> outcomes;
    for (const OnCallUser &onCall : context.facts().onCall)
        outcomes.append(judgeUser(inventory, onCall));
    judgePolicies(outcomes, inventory, context.facts());
    judgeSchedules(outcomes, inventory, context.facts());
    return outcomes;
}

} // namespace pdsi
