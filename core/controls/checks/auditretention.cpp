// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/audittrail.h"
#include "core/controls/checks/checks.h"
#include "core/controls/outcomes.h"
#include "core/coverage/knowledge.h"

namespace pdsi {

namespace {

Outcome ofReadableTrail(const Inventory &inventory, Instant now, int required)
{
    const ResourceRef account = accountRef(inventory);
    const AuditRecord *oldest = oldestAuditRecord(inventory, now - auditYearDays * secondsPerDay, now);
    const QString oldestSeen = oldest
        ? QStringLiteral("the oldest record seen is of %1").arg(formatInstant(oldest->executedAt))
        : QStringLiteral("no record was seen");
    QList<Evidence> evidence = requestEvidence(inventory, ResourceClass::AuditHistory);
    if (oldest)
        evidence.prepend(evidenceAt(oldest->source, "/execution_time"));
    const QString days = counted(required, "day");
    if (required > auditYearDays)
        return outcome(
            OutcomeStatus::Manual, account,
            QStringLiteral("PagerDuty keeps audit records for 12 months, so keeping them for %1 takes an export "
                           "that must be attested; %2.")
                .arg(days, oldestSeen),
            evidence);
    const Instant end = now - required * secondsPerDay;
    if (const AuditRecord *proof = oldestAuditRecord(inventory, end, end + auditWindowDays * secondsPerDay))
        return outcome(OutcomeStatus::Pass, account,
                       QStringLiteral("Audit records reach back far enough for %1: one of %2 was seen.")
                           .arg(days, formatInstant(proof->executedAt)),
                       {evidenceAt(proof->source, "/execution_time")});
    return outcome(OutcomeStatus::Manual, account,
                   QStringLiteral("PagerDuty keeps audit records for 12 months, but none as old as %1 was seen; %2.")
                       .arg(days, oldestSeen),
                   evidence);
}

} // namespace

QList<Outcome> auditRetention(const Inventory &inventory, const EvaluationContext &context)
{
    const ResourceRef account = accountRef(inventory);
    for (const ResourceClass c : {ResourceClass::AuditRecent, ResourceClass::AuditHistory}) {
        if (isPlanGated(inventory, c))
            return {outcome(OutcomeStatus::Fail, account, QStringLiteral("The account's plan keeps no audit trail."),
                            requestEvidence(inventory, c))};
    }
    QList<Outcome> outcomes;
    const auto unread = {ResourceClass::AuditRecent, ResourceClass::AuditHistory};
    const bool complete =
        inventory.isComplete(ResourceClass::AuditRecent) && inventory.isComplete(ResourceClass::AuditHistory);
    if (complete)
        outcomes.append(ofReadableTrail(inventory, context.now, context.parameters.auditRetentionDays));
    else
        outcomes.append(undetermined(reasonOf(inventory, unread), account,
                                     QStringLiteral("How far back the audit trail reaches could not be read.")));
    addClassOutcomes(outcomes, inventory, unread);
    return outcomes;
}

} // namespace pdsi
