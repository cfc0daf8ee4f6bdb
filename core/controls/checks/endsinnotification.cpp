// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/checks/checks.h"
#include "core/controls/sharedfacts.h"
#include "core/controls/usage.h"

namespace pdsi {

namespace {

/// Does this target reach a live user at some instant of the window?
Knowledge reaches(const Inventory &inventory, const SharedFacts &facts, const Reference &target)
{
    const Knowledge live = targetIsLive(inventory, target);
    if (!live.isYes() || isUserTarget(target))
        return live;
    const ScheduleFacts &schedule = facts.schedule(*inventory.schedule(target.id));
    if (!schedule.coverage.live.isEmpty())
        return Knowledge::yes();
    return schedule.coverage.unknown.isEmpty() ? Knowledge::no() : Knowledge::unknown(schedule.whyUnknown);
}

Outcome judgePolicy(const Inventory &inventory, const SharedFacts &facts, const EscalationPolicy &policy)
{
    const ResourceRef resource = resourceRef("escalation_policy", policy);
    const QString name = quoted(policy.name);
    QList<Evidence> evidence{evidenceAt(policy.source, "/num_loops")};
    if (policy.rules.empty()) {
        evidence.append(evidenceAt(policy.source, "/escalation_rules"));
        return outcome(OutcomeStatus::Fail, resource, QStringLiteral("%1 has no rule, so it reaches nobody.").arg(name),
                       evidence);
    }
    const EscalationRule &last = policy.rules.back();
    evidence.append(evidenceAt(policy.source, last.pointer, "/targets"));
    const QString level = QString::number(policy.rules.size());
    Knowledge any;
    for (const Reference &target : last.targets) {
        const Knowledge one = reaches(inventory, facts, target);
        if (one.isYes())
            return outcome(OutcomeStatus::Pass, resource,
                           QStringLiteral("The last level (%1) of %2 reaches %3.")
                               .arg(level, name, quoted(target.name.isEmpty() ? target.id : target.name)),
                           evidence);
        if (one.isUnknown() && any.isNo())
            any = one;
    }
    if (any.isUnknown())
        return undetermined(
            any.reason, resource,
            QStringLiteral("Whether the last level (%1) of %2 reaches anyone is not known.").arg(level, name),
            evidence);
    return outcome(OutcomeStatus::Fail, resource,
                   QStringLiteral("The last level (%1) of %2 reaches nobody: none of its %3 leads to a live user.")
                       .arg(level, name, counted(static_cast<qsizetype>(last.targets.size()), "target")),
                   evidence);
}

} // namespace

QList<Outcome> endsInNotification(const Inventory &inventory, const EvaluationContext &context)
{
    QList<Outcome> outcomes;
    for (const EscalationPolicy &policy : inventory.policies) {
        const auto unused =
            unlessInUse(context.facts().policyInUse(policy), resourceRef("escalation_policy", policy), policy.source);
        outcomes.append(unused ? *unused : judgePolicy(inventory, context.facts(), policy));
    }
    return outcomes;
}

} // namespace pdsi
