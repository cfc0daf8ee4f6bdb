// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/controls/outcome.h"
#include "core/controls/sharedfacts.h"

namespace pdsi {

/// Answers who catches a call while a schedule has nobody on call: the other targets of the policies that use it.
class GapCover
{
public:
    GapCover(const SharedFacts &facts, const Schedule &schedule);

    /// "level 2", "levels 2, 3", or empty when for some policy nobody covers some instant of the gap.
    QString coveredBy(Interval gap) const;

private:
    struct PolicyCover {
        QString policyName;
        std::vector<Coverage> levels; ///< without the schedule itself
    };
    std::vector<PolicyCover> m_policies;
};

} // namespace pdsi
