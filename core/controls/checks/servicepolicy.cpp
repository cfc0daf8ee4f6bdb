// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/checks/checks.h"
#include "core/controls/outcomes.h"
#include "core/coverage/knowledge.h"

namespace pdsi {

namespace {

Outcome judgeService(const Inventory &inventory, const Service &service)
{
    const ResourceRef resource = resourceRef("service", service);
    const QString name = quoted(service.name);
    if (!service.isActive())
        return outcome(OutcomeStatus::NotApplicable, resource, QStringLiteral("%1 is disabled.").arg(name),
                       {evidenceAt(service.source, "/status")});
    QList<Evidence> evidence{evidenceAt(service.source, "/escalation_policy")};
    if (!service.escalationPolicy)
        return outcome(OutcomeStatus::Fail, resource, QStringLiteral("%1 has no escalation policy.").arg(name),
                       evidence);
    const Knowledge exists = policyExists(inventory, *service.escalationPolicy);
    if (exists.isUnknown())
        return undetermined(
            exists.reason, resource,
            QStringLiteral("The escalation policy %1 of %2 was not read.").arg(service.escalationPolicy->id, name),
            evidence);
    if (exists.isNo())
        return outcome(
            OutcomeStatus::Fail, resource,
            QStringLiteral("The escalation policy %1 of %2 does not exist.").arg(service.escalationPolicy->id, name),
            evidence);
    const EscalationPolicy &policy = *inventory.policy(service.escalationPolicy->id);
    evidence.append(evidenceAt(policy.source, "/escalation_rules"));
    if (policy.rules.empty())
        return outcome(OutcomeStatus::Fail, resource,
                       QStringLiteral("The escalation policy %1 of %2 has no rule.").arg(quoted(policy.name), name),
                       evidence);
    return outcome(OutcomeStatus::Pass, resource,
                   QStringLiteral("%1 uses the escalation policy %2, which has %3.")
                       .arg(name, quoted(policy.name), counted(static_cast<qsizetype>(policy.rules.size()), "rule")),
                   evidence);
}

} // namespace

QList<Outcome> servicePolicy(const Inventory &inventory, const EvaluationContext &)
{
    QList<Outcome> outcomes;
    for (const Service &service : inventory.services)
        outcomes.append(judgeService(inventory, service));
    return outcomes;
}

} // namespace pdsi
