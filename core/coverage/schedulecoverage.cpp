// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/schedulecoverage.h"

#include <algorithm>

namespace pdsi {

namespace {

void append(std::vector<Interval> &to, const IntervalSet &set)
{
    to.insert(to.end(), set.intervals().begin(), set.intervals().end());
}

} // namespace

Coverage scheduleCoverage(const std::vector<ScheduleEntry> &entries, Interval window, const EntryLiveness &liveness)
{
    std::vector<Interval> live, unknown;
    for (const ScheduleEntry &entry : entries) {
        const Interval part{std::max(entry.start, window.start), std::min(entry.end, window.end)};
        if (part.end <= part.start)
            continue;
        switch (liveness(entry)) {
        case Liveness::Live: live.push_back(part); break;
        case Liveness::Unknown: unknown.push_back(part); break;
        case Liveness::Nobody: break;
        }
    }
    return {IntervalSet(std::move(live)), IntervalSet(std::move(unknown))};
}

std::vector<Coverage> levelCoverages(const std::vector<EscalationRule> &rules, const TargetCoverage &ofTarget)
{
    std::vector<Coverage> levels;
    levels.reserve(rules.size());
    for (const EscalationRule &rule : rules) {
        std::vector<Coverage> targets;
        targets.reserve(rule.targets.size());
        for (const Reference &target : rule.targets)
            targets.push_back(ofTarget(target));
        levels.push_back(effectiveCoverage(targets));
    }
    return levels;
}

Coverage effectiveCoverage(const std::vector<Coverage> &levels)
{
    std::vector<Interval> live, unknown;
    for (const Coverage &level : levels) {
        append(live, level.live);
        append(unknown, level.unknown);
    }
    return {IntervalSet(std::move(live)), IntervalSet(std::move(unknown))};
}

} // namespace pdsi
