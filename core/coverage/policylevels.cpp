// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/policylevels.h"

#include "core/coverage/knowledge.h"

#include <set>

namespace pdsi {

namespace {

/// Adds everybody who is on call on the schedule within the window or takes part in it after `at`; false when that
/// could not be read completely.
bool addParticipants(std::set<int> &people, const Inventory &inventory, const AccountCoverage &coverage, int schedule,
                     Instant at)
{
    const CoveredSchedule &covered = coverage.schedules[static_cast<size_t>(schedule)];
    if (!covered.coverage.unknown.isEmpty())
        return false;
    for (const CoverageBar &bar : covered.bars) {
        if (bar.liveness == Liveness::Live)
            people.insert(bar.person);
    }
    if (coverage.options.whatIf.removedSchedules.contains(covered.id))
        return true;
    const Schedule &row = inventory.schedules[static_cast<size_t>(schedule)];
    for (const ScheduleLayer &layer : row.layers) {
        if (layer.end && *layer.end <= at)
            continue;
        for (const Reference &user : layer.users) {
            const int person = user.deleted ? -1 : coverage.personIndex(user.id);
            if (person >= 0 && coverage.people[static_cast<size_t>(person)].liveness != Liveness::Nobody)
                people.insert(person);
        }
    }
    return row.layersKnown;
}

} // namespace

qsizetype distinctLevels(const Inventory &inventory, const EscalationPolicy &policy, bool unknownIsLive)
{
    QSet<QSet<QString>> levels;
    for (const EscalationRule &rule : policy.rules) {
        QSet<QString> targets;
        for (const Reference &target : rule.targets) {
            if (targetIsLive(inventory, target).assuming(unknownIsLive))
                targets.insert((isUserTarget(target) ? QLatin1String("user ") : QLatin1String("schedule ")) + target.id);
        }
        if (!targets.isEmpty())
            levels.insert(targets);
    }
    return levels.size();
}

int onlyPersonOfEveryLevel(const Inventory &inventory, const AccountCoverage &coverage, int policy, Instant at)
{
    const CoveredPolicy &row = coverage.policies[static_cast<size_t>(policy)];
    int only = -1;
    for (const CoveredLevel &level : row.levels) {
        std::set<int> people(level.people.begin(), level.people.end());
        if (level.hasUnknownTarget || people.size() > 1)
            return -1;
        for (const int schedule : level.schedules) {
            if (!addParticipants(people, inventory, coverage, schedule, at) || people.size() > 1)
                return -1;
        }
        if (people.size() != 1 || (only >= 0 && *people.begin() != only))
            return -1;
        only = *people.begin();
    }
    return row.levels.size() > 1 ? only : -1;
}

} // namespace pdsi
