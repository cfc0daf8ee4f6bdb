// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/gaplistmodel.h"

namespace pdsi {

/// What a reader of the list of gaps must know: how many there are, and what could not be read.
struct GapSummary {
    size_t gaps = 0;
    size_t counted = 0;
    /// What keeps the list from being the whole truth, as sentences without a full stop; empty = everything was read.
    QStringList caveats;

    /// Good news: nothing counts, and everything could be read.
    bool isAllClear() const { return counted == 0 && caveats.isEmpty(); }
};

GapSummary gapSummary(const Inventory &inventory, const AccountCoverage &coverage, const std::vector<GapListEntry> &gaps);
/// One or two sentences for the head of the list.
QString gapSummaryWords(const GapSummary &summary, const AccountCoverage &coverage);

} // namespace pdsi
