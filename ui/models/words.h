// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/controls/outcome.h"

namespace pdsi {

/// A word for people in their language: "Fail", "Not determined", ...
QString wordFor(OutcomeStatus status);
QString wordFor(Severity severity);
/// Why something is not determined, in a few words: "No permission", ...
QString wordFor(ReasonCode reason);
/// How far a kind of resource was read: "Complete", "Denied", ...
QString wordFor(CollectionState state);

} // namespace pdsi
