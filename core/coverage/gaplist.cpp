// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/gaplist.h"

#include <algorithm>
#include <tuple>

namespace pdsi {

namespace {

/// What becomes of a gap of a schedule on the policies that use it.
void judge(const AccountCoverage &coverage, const std::vector<int> &policies, GapListEntry &entry)
{
    bool nobody = policies.empty(), unknown = false;
    qint8 level = -1;
    for (const int policy : policies) {
        const PolicyCatch caught =
            caughtBy(coverage.policies[static_cast<size_t>(policy)], policy, {entry.start, entry.end});
        nobody = nobody || caught.nobodySeconds > 0;
        unknown = unknown || caught.unknownSeconds > 0;
        if (!caught.levels.empty())
            level = std::max(level, caught.levels.back());
    }
    if (nobody)
        return;
    entry.kind = unknown ? GapKind::Unknown : GapKind::CaughtByLevel;
    entry.level = unknown ? qint8{-1} : level;
    entry.counted = entry.counted && !unknown;
}

void append(std::vector<GapListEntry> &list, const std::vector<CoverageGap> &gaps, GapSubject subject, int index)
{
    for (const CoverageGap &gap : gaps)
        list.push_back({gap.start, gap.end, index, subject, gap.kind, gap.level, gap.counted});
}

} // namespace

std::vector<GapListEntry> gapList(const AccountCoverage &coverage)
{
    std::vector<GapListEntry> list;
    for (size_t i = 0; i < coverage.schedules.size(); ++i) {
        const CoveredSchedule &schedule = coverage.schedules[i];
        const size_t first = list.size();
        append(list, schedule.gaps, GapSubject::Schedule, static_cast<int>(i));
        for (size_t at = first; at < list.size(); ++at) {
            if (list[at].kind == GapKind::Nobody)
                judge(coverage, schedule.policies, list[at]);
        }
    }
    for (size_t i = 0; i < coverage.services.size(); ++i)
        append(list, coverage.services[i].gaps, GapSubject::Service, static_cast<int>(i));
    const auto key = [](const GapListEntry &entry) { return std::tuple(entry.start, entry.subject, entry.index); };
    std::sort(list.begin(), list.end(), [&](const GapListEntry &a, const GapListEntry &b) { return key(a) < key(b); });
    return list;
}

std::vector<int> policiesAffected(const AccountCoverage &coverage, const GapListEntry &entry)
{
    const auto index = static_cast<size_t>(entry.index);
    if (entry.subject == GapSubject::Schedule)
        return coverage.schedules[index].policies;
    const int policy = coverage.services[index].policy;
    return policy < 0 ? std::vector<int>() : std::vector<int>{policy};
}

PolicyCatch caughtBy(const CoveredPolicy &policy, int policyIndex, Interval interval)
{
    PolicyCatch result;
    result.policy = policyIndex;
    auto stretch = std::upper_bound(policy.stretches.begin(), policy.stretches.end(), interval.start,
                                    [](Instant at, const LevelStretch &one) { return at < one.end; });
    for (; stretch != policy.stretches.end() && stretch->start < interval.end; ++stretch) {
        const qint64 seconds = std::min(stretch->end, interval.end) - std::max(stretch->start, interval.start);
        if (stretch->level == nobodyLevel)
            result.nobodySeconds += seconds;
        else if (stretch->level == unknownLevel)
            result.unknownSeconds += seconds;
        else if (std::find(result.levels.begin(), result.levels.end(), stretch->level) == result.levels.end())
            result.levels.push_back(stretch->level);
    }
    std::sort(result.levels.begin(), result.levels.end());
    return result;
}

GapCatch caughtBy(const AccountCoverage &coverage, const std::vector<int> &policies, Interval interval)
{
    GapCatch all;
    for (const int policy : policies) {
        const PolicyCatch caught = caughtBy(coverage.policies[static_cast<size_t>(policy)], policy, interval);
        all.levels.insert(caught.levels.begin(), caught.levels.end());
        all.nobodySeconds = std::max(all.nobodySeconds, caught.nobodySeconds);
        all.unknownSeconds = std::max(all.unknownSeconds, caught.unknownSeconds);
    }
    return all;
}

} // namespace pdsi
