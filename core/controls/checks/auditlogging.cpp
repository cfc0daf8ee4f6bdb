// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/audittrail.h"
#include "core/controls/checks/checks.h"
#include "core/controls/outcomes.h"
#include "core/coverage/knowledge.h"

namespace pdsi {

namespace {

/// The verdict when no record of the latest 31 days was seen.
Outcome withoutRecent(const Inventory &inventory, Instant now)
{
    const ResourceRef account = accountRef(inventory);
    if (!inventory.isComplete(ResourceClass::AuditRecent))
        return undetermined(reasonOf(inventory, {ResourceClass::AuditRecent}), account,
                            QStringLiteral("The audit records of the latest 31 days could not be read."),
                            requestEvidence(inventory, ResourceClass::AuditRecent));
    if (const AuditRecord *older = newestAuditRecord(inventory, now - auditYearDays * secondsPerDay, now))
        return outcome(
            OutcomeStatus::Pass, account,
            QStringLiteral(
                "Audit records are kept, though there is none of the latest 31 days; the newest seen is of %1.")
                .arg(formatInstant(older->executedAt)),
            {evidenceAt(older->source, "/execution_time")});
    const QList<Evidence> evidence = requestEvidence(inventory, ResourceClass::AuditRecent)
        + requestEvidence(inventory, ResourceClass::AuditHistory);
    if (!inventory.isComplete(ResourceClass::AuditHistory))
        return undetermined(
            reasonOf(inventory, {ResourceClass::AuditHistory}), account,
            QStringLiteral("There is no audit record of the latest 31 days, and older ones could not be read."),
            evidence);
    return outcome(OutcomeStatus::Fail, account,
                   QStringLiteral("The audit trail is readable but holds no record of the last 12 months."), evidence);
}

} // namespace

QList<Outcome> auditLogging(const Inventory &inventory, const EvaluationContext &context)
{
    const ResourceRef account = accountRef(inventory);
    if (isPlanGated(inventory, ResourceClass::AuditRecent))
        return {outcome(OutcomeStatus::Fail, account, QStringLiteral("The account's plan keeps no audit trail."),
                        requestEvidence(inventory, ResourceClass::AuditRecent))};
    QList<Outcome> outcomes;
    const AuditRecord *recent =
        newestAuditRecord(inventory, context.now - auditWindowDays * secondsPerDay, context.now);
    if (recent)
        outcomes.append(outcome(
            OutcomeStatus::Pass, account,
            QStringLiteral("Audit records are kept; the newest seen is of %1.").arg(formatInstant(recent->executedAt)),
            {evidenceAt(recent->source, "/execution_time")}));
    else
        outcomes.append(withoutRecent(inventory, context.now));
    addClassOutcomes(outcomes, inventory, {ResourceClass::AuditRecent});
    if (!recent)
        addClassOutcomes(outcomes, inventory, {ResourceClass::AuditHistory});
    return outcomes;
}

} // namespace pdsi
