// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/accountcoverage.h"

#include "core/coverage/coveragecomputation.h"

#include <algorithm>
#include <tuple>

namespace pdsi {

namespace {

/// Row numbers by what `keyOf` makes of the rows, smallest first.
template<typename Row, typename KeyOf>
std::vector<int> sortedBy(const std::vector<Row> &rows, KeyOf keyOf)
{
    std::vector<std::pair<decltype(keyOf(rows.front())), int>> keyed;
    keyed.reserve(rows.size());
    for (size_t i = 0; i < rows.size(); ++i)
        keyed.emplace_back(keyOf(rows[i]), static_cast<int>(i));
    std::sort(keyed.begin(), keyed.end());
    std::vector<int> order;
    order.reserve(keyed.size());
    for (const auto &[key, index] : keyed)
        order.push_back(index);
    return order;
}

template<typename Row>
auto gapKey(const Row &row, bool last)
{
    return std::tuple(last, -gapSeconds(row.gaps, GapKind::Nobody), -gapSeconds(row.gaps, GapKind::CaughtByLevel),
                      -gapSeconds(row.gaps, GapKind::Unknown), row.name, row.id);
}

} // namespace

CoverageOptions coverageOptions(Instant asOf, const Parameters &parameters)
{
    CoverageOptions options;
    options.window = {asOf, asOf + parameters.scheduleCoverageDays * secondsPerDay};
    options.minGapSeconds = parameters.minGapSeconds;
    return options;
}

CoverageOptions coverageOptions(const SnapshotInfo &info) { return coverageOptions(info.asOf, info.parameters); }

std::shared_ptr<const AccountCoverage> computeCoverage(const Inventory &inventory, const CoverageOptions &options)
{
    return CoverageComputation(inventory, options).run();
}

qint64 gapSeconds(const std::vector<CoverageGap> &gaps, GapKind kind)
{
    const bool countedOnly = kind == GapKind::Nobody || kind == GapKind::CaughtByLevel;
    qint64 seconds = 0;
    for (const CoverageGap &gap : gaps) {
        if (gap.kind == kind && (gap.counted || !countedOnly))
            seconds += gap.seconds();
    }
    return seconds;
}

std::vector<int> worstSchedulesFirst(const AccountCoverage &coverage)
{
    return sortedBy(coverage.schedules, [](const CoveredSchedule &row) { return gapKey(row, !row.inUse); });
}

std::vector<int> worstPoliciesFirst(const AccountCoverage &coverage)
{
    return sortedBy(coverage.policies, [](const CoveredPolicy &row) { return gapKey(row, row.services.empty()); });
}

std::vector<int> worstServicesFirst(const AccountCoverage &coverage)
{
    return sortedBy(coverage.services, [](const CoveredService &row) { return gapKey(row, row.disabled); });
}

std::vector<int> busiestPeopleFirst(const AccountCoverage &coverage)
{
    const auto isNeverOnCall = [&](int index) {
        const CoveredPerson &person = coverage.people[static_cast<size_t>(index)];
        return person.schedules.empty() && person.directPolicies.empty();
    };
    std::vector<int> order = sortedBy(coverage.people, [](const CoveredPerson &row) {
        return std::tuple(-static_cast<qint64>(row.servicesAtRisk.size()), -row.loadSeconds, row.name, row.id);
    });
    std::erase_if(order, isNeverOnCall);
    return order;
}

} // namespace pdsi
