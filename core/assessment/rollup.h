// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

#include <span>

namespace pdsi {

/// Judges a control as a whole by its outcomes: the worst status present; `notApplicable` when there is
/// nothing but that.
ControlResult rollUp(const ControlInfo &info, std::span<const AssessedOutcome> outcomes);

/// Status worst first, resource name, resource id; then kind and message, so that the order is total.
bool outcomeLess(const AssessedOutcome &a, const AssessedOutcome &b);

} // namespace pdsi
