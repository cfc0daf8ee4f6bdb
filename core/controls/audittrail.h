// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/inventory.h"

namespace pdsi {

/// PagerDuty answers audit questions for at most this many days at once, and keeps a year.
constexpr int auditWindowDays = 31;
constexpr int auditYearDays = 365;

/// The newest and the oldest record of any method between two instants, both included; nullptr when there is none.
const AuditRecord *newestAuditRecord(const Inventory &inventory, Instant from, Instant until);
const AuditRecord *oldestAuditRecord(const Inventory &inventory, Instant from, Instant until);

} // namespace pdsi
