// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/accountcoverage.h"

namespace pdsi {

struct OnCallPerson {
    int person = -1; ///< index in AccountCoverage::people
    Liveness liveness = Liveness::Live; ///< Live or Unknown
    bool operator==(const OnCallPerson &) const = default;
};

/// A stretch of time in which who is on call does not change.
struct OnCallStretch {
    Instant start = 0;
    Instant end = 0;
    std::vector<OnCallPerson> people; ///< by index, each once
    bool unread = false;              ///< not rendered: nobody knows
    bool operator==(const OnCallStretch &) const = default;
};

/// Who is on call on one schedule, at any instant. Outside the window nobody knows.
class OnCallTimeline
{
public:
    OnCallTimeline(const CoveredSchedule &schedule, Interval window);

    const OnCallStretch &at(Instant instant) const;
    /// The whole window in order, with an unread stretch before it and one after it.
    const std::vector<OnCallStretch> &stretches() const { return m_stretches; }

private:
    std::vector<OnCallStretch> m_stretches;
};

} // namespace pdsi
