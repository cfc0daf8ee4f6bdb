// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

namespace pdsi::made {

/// An assessment of this many outcomes over all controls of the catalogue, in report order: every status, waivers,
/// attestations, a baseline, several kinds of resource, and names in other scripts and spellings. The same seed makes
/// the same assessment.
std::shared_ptr<const Assessment> randomFindings(quint32 seed, qsizetype outcomes);

/// An assessment of just these outcomes, whose controls are those of the catalogue.
std::shared_ptr<const Assessment> findingsOf(QList<AssessedOutcome> outcomes);

/// One outcome without trimmings.
AssessedOutcome findingOf(int controlId, OutcomeStatus status, const QString &kind, const QString &id, const QString &name);

} // namespace pdsi::made
