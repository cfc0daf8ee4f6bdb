// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/gaplist.h"
#include "core/report/figure.h"

namespace pdsi {

/// Draws when services and schedules have somebody on call: one lane each over the window, in UTC.
class CoverageFigures
{
public:
    /// `coverage` must outlive this.
    explicit CoverageFigures(const AccountCoverage &coverage);

    /// Indexes of those that have a gap of any kind, worst first. Disabled services are left out.
    std::vector<int> withGaps(GapSubject subject) const;
    /// How much of which gap one of them has: "nobody on call for 3 h in 2 gaps; not known for 1 d".
    QString sentence(GapSubject subject, int index) const;
    /// A lane for each index, in this order. Keep it to some 20: it is to fit on a page.
    Figure figure(GapSubject subject, const std::vector<int> &indexes) const;

private:
    const std::vector<GapListEntry> &gapsOf(GapSubject subject, int index) const;
    QString nameOf(GapSubject subject, int index) const;

    const AccountCoverage &m_coverage;
    std::vector<std::vector<GapListEntry>> m_schedules, m_services; ///< gaps, by index
};

} // namespace pdsi
