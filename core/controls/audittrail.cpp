// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/audittrail.h"

namespace pdsi {

namespace {

template<typename Better>
const AuditRecord *bestRecord(const Inventory &inventory, Instant from, Instant until, Better better)
{
    const AuditRecord *best = nullptr;
    for (const std::vector<AuditRecord> *records : {&inventory.auditRecent, &inventory.auditHistory}) {
        for (const AuditRecord &record : *records) {
            if (record.executedAt < from || record.executedAt > until)
                continue;
            if (!best || better(record.executedAt, best->executedAt))
                best = &record;
        }
    }
    return best;
}

} // namespace

const AuditRecord *newestAuditRecord(const Inventory &inventory, Instant from, Instant until)
{
    return bestRecord(inventory, from, until, [](Instant a, Instant b) { return a > b; });
}

const AuditRecord *oldestAuditRecord(const Inventory &inventory, Instant from, Instant until)
{
    return bestRecord(inventory, from, until, [](Instant a, Instant b) { return a < b; });
}

} // namespace pdsi
