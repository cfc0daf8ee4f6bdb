// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/intervalset.h"
#include "core/snapshot/resources.h"

#include <functional>

namespace pdsi {

/// Whether the user behind an entry or a target can take a call.
enum class Liveness : quint8 { Live, Unknown, Nobody };

/// When somebody is on call.
struct Coverage {
    IntervalSet live; ///< instants certainly covered by a live user
    IntervalSet unknown; ///< instants covered only if what could not be read turns out well; may overlap `live`

    /// Everything that may be covered.
    IntervalSet possible() const { return live.united(unknown); }
    bool operator==(const Coverage &) const = default;
};

using EntryLiveness = std::function<Liveness(const ScheduleEntry &)>;

/// Coverage of one schedule by its rendered entries, cut to `window`. Entries come in any order and may overlap.
Coverage scheduleCoverage(const std::vector<ScheduleEntry> &entries, Interval window, const EntryLiveness &liveness);

/// What the rendering of a schedule says about a window. What was not rendered is unknown.
struct RenderedCoverage {
    Coverage coverage;
    IntervalSet unread;         ///< not rendered
    bool rendered = false;      ///< final entries are known, or known to be none
    bool unknownPeople = false; ///< some entry names somebody who may or may not be there
};
/// `liveness` is asked about the schedule's own final entries, in place.
RenderedCoverage renderedCoverage(const Schedule &schedule, Interval window, const EntryLiveness &liveness);

/// Coverage by one target of an escalation rule over the window of interest.
using TargetCoverage = std::function<Coverage(const Reference &)>;

/// Per escalation level, in order: when one of its targets can take a call.
std::vector<Coverage> levelCoverages(const std::vector<EscalationRule> &rules, const TargetCoverage &ofTarget);

/// When any of the levels can take a call.
Coverage effectiveCoverage(const std::vector<Coverage> &levels);

} // namespace pdsi
