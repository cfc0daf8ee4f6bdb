// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/controls/outcome.h"

namespace pdsi {

/// A word for people in their language: "Fail", "Not determined", ...
QString wordFor(OutcomeStatus status);
QString wordFor(Severity severity);
/// "Escalation policy" for "escalation_policy"; a kind nobody foresaw gives its own name, spaced.
QString kindWord(const QString &kind);

} // namespace pdsi
