// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/escalationgraph.h"
#include "core/report/figure.h"

namespace pdsi {

/// 170 mm, in points: what a printed page has room for.
constexpr double figureWidth = 482;

/// The escalation of one policy at the graph's instant, as a picture no wider than `width`. Many services become one
/// box. Leave the contact methods out of the graph: they take the room of the names. Empty when there is no policy.
Figure escalationFigure(const EscalationGraph &graph, double width = figureWidth);

/// The same for a policy of the account; `coverage` as for escalationGraph().
Figure escalationFigure(const Inventory &inventory, const AccountCoverage &coverage, const QString &policyId, Instant at);

} // namespace pdsi
