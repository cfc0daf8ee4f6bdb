// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelinedata.h"

namespace pdsi {

enum class TimelineGrouping : quint8 { Service, Policy, Team, Schedule };

enum class TimelineRowKind : quint8 { Service, Policy, Team, Schedule, Person };

/// One row: the heading of a group, or what belongs to it. Rows hold no bars: they point at the coverage.
struct TimelineRow {
    TimelineRowKind kind = TimelineRowKind::Schedule;
    bool heading = false;
    qint8 level = -1;        ///< of a schedule or person below a service or policy: the lowest one it is on
    int index = -1;          ///< in AccountCoverage or Inventory::teams; -1 = resources without a team
    int group = -1;          ///< row of the heading
    int policy = -1;         ///< below a service or policy: the policy whose gaps are told
    GapSummary summary;
    bool operator==(const TimelineRow &) const = default;
};

struct TimelineRowOptions {
    TimelineGrouping grouping = TimelineGrouping::Service;
    bool onlyWithGaps = false;
    bool operator==(const TimelineRowOptions &) const = default;
};

/// Worst first; below services and policies what answers for them, level by level.
std::vector<TimelineRow> timelineRows(const TimelineData &data, const TimelineRowOptions &options);

std::span<const CoverageGap> gapsOf(const TimelineData &data, const TimelineRow &row);
/// Account text: not escaped.
QString nameOf(const TimelineData &data, const TimelineRow &row);
/// PagerDuty's id; empty for resources without a team.
QString idOf(const TimelineData &data, const TimelineRow &row);
/// As Place names it.
QString kindOf(TimelineRowKind kind);

} // namespace pdsi
