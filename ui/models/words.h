// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

namespace pdsi {

/// A word for people in their language: "Fail", "Not determined", ...
QString wordFor(OutcomeStatus status);
QString wordFor(Severity severity);
/// Why something is not determined: "No permission", ...
QString wordFor(ReasonCode reason);
/// Empty when nothing was compared.
QString wordFor(BaselineState state);
/// "Escalation policy" for `escalation_policy`; a kind nobody foresaw is spelled out.
QString kindWord(const QString &kind);

} // namespace pdsi
