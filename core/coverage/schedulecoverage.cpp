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

RenderedCoverage renderedCoverage(const Schedule &schedule, Interval window, const EntryLiveness &liveness)
{
    RenderedCoverage result;
    const bool noLayers = schedule.layersKnown && schedule.layers.empty();
    result.rendered = schedule.finalEntries || noLayers;
    if (noLayers && (!schedule.finalEntries || schedule.finalEntries->empty()))
        return result; // one gap of the whole window, however far it was rendered
    if (!schedule.finalEntries) {
        result.unread = result.coverage.unknown = IntervalSet({window});
        return result;
    }
    const Interval read{std::max(window.start, schedule.renderedFrom), std::min(window.end, schedule.renderedUntil)};
    result.coverage = scheduleCoverage(*schedule.finalEntries, read, liveness);
    result.unknownPeople = !result.coverage.unknown.isEmpty();
    result.unread = IntervalSet({read}).complementIn(window);
    if (!result.unread.isEmpty())
        result.coverage.unknown = result.coverage.unknown.united(result.unread);
    return result;
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
