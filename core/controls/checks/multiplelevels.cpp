// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/checks/checks.h"
#include "core/controls/sharedfacts.h"
#include "core/controls/usage.h"
#include "core/coverage/policylevels.h"

namespace pdsi {

namespace {

ReasonCode whyUnknown(const Inventory &inventory, const EscalationPolicy &policy)
{
    for (const EscalationRule &rule : policy.rules) {
        for (const Reference &target : rule.targets) {
            if (const Knowledge live = targetIsLive(inventory, target); live.isUnknown())
                return live.reason;
        }
    }
    return ReasonCode::Failed;
}

Outcome judgePolicy(const Inventory &inventory, const EscalationPolicy &policy)
{
    const ResourceRef resource = resourceRef("escalation_policy", policy);
    const QList<Evidence> evidence{evidenceAt(policy.source, "/escalation_rules")};
    const QString name = quoted(policy.name);
    const qsizetype best = distinctLevels(inventory, policy, true);
    const qsizetype worst = distinctLevels(inventory, policy, false);
    const QString rules = counted(static_cast<qsizetype>(policy.rules.size()), "rule");
    if ((best >= 2) != (worst >= 2))
        return undetermined(
            whyUnknown(inventory, policy), resource,
            QStringLiteral("Not every target of %1 could be read: %2 to %3 of its %4 differ and reach someone.")
                .arg(name, QString::number(qMin(worst, best)), QString::number(qMax(worst, best)), rules),
            evidence);
    if (worst >= 2)
        return outcome(OutcomeStatus::Pass, resource,
                       QStringLiteral("%1 has %2 with different targets.").arg(name, counted(worst, "level")),
                       evidence);
    return outcome(OutcomeStatus::Fail, resource,
                   QStringLiteral("%1 has %2, of which %3 reach someone with different targets; at least 2 must.")
                       .arg(name, rules, QString::number(worst)),
                   evidence);
}

} // namespace

QList<Outcome> multipleLevels(const Inventory &inventory, const EvaluationContext &context)
{
    QList<Outcome> outcomes;
    for (const EscalationPolicy &policy : inventory.policies) {
        const auto unused =
            unlessInUse(context.facts().policyInUse(policy), resourceRef("escalation_policy", policy), policy.source);
        outcomes.append(unused ? *unused : judgePolicy(inventory, policy));
    }
    return outcomes;
}

} // namespace pdsi
