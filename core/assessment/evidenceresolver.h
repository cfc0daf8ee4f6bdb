// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

namespace pdsi {

/// Fills in every Evidence::value from the stored bodies, reading each body once, several at a time.
/// A request that got no answer to judge by gives its HTTP status at pointer "".
/// Returns the cited requests that have no stored body.
QSet<int> resolveEvidence(QList<AssessedOutcome> &outcomes, const Inventory &inventory);

} // namespace pdsi
