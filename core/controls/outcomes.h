// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/controls/outcome.h"
#include "core/snapshot/inventory.h"

/// The pieces controls put their outcomes together from.
namespace pdsi {

ResourceRef resourceRef(const char *kind, const ResourceRow &row);
/// Id is the subdomain, or "account"; name falls back on the host that was asked.
ResourceRef accountRef(const Inventory &inventory);

Evidence evidenceAt(const SourceRef &source, const char *field = "");
/// `field` of the reference at `pointer` in the same body as `source`.
Evidence evidenceAt(const SourceRef &source, const QString &pointer, const char *field);

Outcome outcome(OutcomeStatus status, const ResourceRef &resource, const QString &message,
                const QList<Evidence> &evidence = {});
Outcome undetermined(ReasonCode reason, const ResourceRef &resource, const QString &message,
                     const QList<Evidence> &evidence = {});

/// The one outcome of a class that was not read completely.
Outcome classOutcome(const Inventory &inventory, ResourceClass resourceClass);
/// The one outcome that says resources of this class may be hidden from the key.
Outcome hiddenOutcome(ReasonCode reason, ResourceClass resourceClass);
/// Appends classOutcome() for every class that is not complete.
void addClassOutcomes(QList<Outcome> &outcomes, const Inventory &inventory,
                      std::initializer_list<ResourceClass> classes);

/// The answers of a class: what "none found" and denials rest on. At most three.
QList<Evidence> requestEvidence(const Inventory &inventory, ResourceClass resourceClass);
/// True when the account answered 402 to a question of this class.
bool isPlanGated(const Inventory &inventory, ResourceClass resourceClass);

/// "1 user", "3 users"; `plural` where an "s" will not do.
QString counted(qsizetype n, const char *singular, const char *plural = nullptr);
/// `"A", "B" and 3 more`.
QString listed(const QStringList &names);
/// `"A"`.
QString quoted(const QString &name);
/// "", or words to add where the key may not see everything.
QString sightNote(const Inventory &inventory);

} // namespace pdsi
