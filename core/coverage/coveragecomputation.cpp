// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/coveragecomputation.h"

#include "core/coverage/coveredpeople.h"
#include "core/coverage/gapcutting.h"
#include "core/coverage/knowledge.h"
#include "core/coverage/zonedtime.h"

#include <algorithm>
#include <limits>

namespace pdsi {

namespace {

template<typename Row>
QHash<QString, int> indexOf(const std::vector<Row> &rows)
{
    QHash<QString, int> index;
    index.reserve(static_cast<qsizetype>(rows.size()));
    for (size_t i = 0; i < rows.size(); ++i)
        index.insert(rows[i].id, static_cast<int>(i));
    return index;
}

/// PagerDuty allows nine; a hostile answer must not send anybody round for ever.
constexpr int mostLoops = 99;

void addOnce(std::vector<int> &indexes, int index)
{
    if (std::find(indexes.begin(), indexes.end(), index) == indexes.end())
        indexes.push_back(index);
}

/// What a layer-based answer lets one tell about the source of a bar.
EntrySource sourceOf(const CoverageBar &bar, const QString &userId, const std::vector<ScheduleEntry> &overrides)
{
    EntrySource source = EntrySource::Rotation;
    for (const ScheduleEntry &entry : overrides) {
        if (entry.end <= bar.start || bar.end <= entry.start)
            continue;
        if (entry.start <= bar.start && bar.end <= entry.end && entry.userId == userId)
            return EntrySource::Override;
        source = EntrySource::NotSaid;
    }
    return source;
}

/// When every one of these schedules is in its off-hours; never when there is none.
IntervalSet commonOffHours(const std::vector<CoveredSchedule> &schedules, const std::vector<int> &indexes)
{
    IntervalSet common;
    for (size_t i = 0; i < indexes.size(); ++i) {
        const IntervalSet &off = schedules[static_cast<size_t>(indexes[i])].offHours;
        common = i == 0 ? off : common.intersected(off);
        if (common.isEmpty())
            break;
    }
    return common;
}

} // namespace

CoverageComputation::CoverageComputation(const Inventory &inventory, const CoverageOptions &options)
    : m_inventory(inventory),
      m_result(std::make_shared<AccountCoverage>()),
      m_absent(whyMayBeHidden(inventory, {ResourceClass::Users}) ? Liveness::Unknown : Liveness::Nobody)
{
    m_result->options = options;
}

std::shared_ptr<const AccountCoverage> CoverageComputation::run()
{
    listUsers();
    coverSchedules();
    findServicesOfPolicies();
    coverPolicies();
    coverServices();
    measurePeople(*m_result);
    return std::move(m_result);
}

void CoverageComputation::listUsers()
{
    m_result->people.reserve(m_inventory.users.size());
    for (const User &user : m_inventory.users) {
        CoveredPerson &person = m_result->people.emplace_back();
        person.id = user.id;
        person.name = user.name;
        person.liveness = isAway(user.id) ? Liveness::Nobody : Liveness::Live;
    }
    m_result->m_personIndex = indexOf(m_result->people);
}

int CoverageComputation::person(const QString &userId, const QString &name)
{
    const int known = m_result->personIndex(userId);
    if (known >= 0 || userId.isEmpty())
        return known;
    const int index = static_cast<int>(m_result->people.size());
    CoveredPerson &person = m_result->people.emplace_back();
    person.id = userId;
    person.name = name.isEmpty() ? userId : name;
    person.liveness = isAway(userId) ? Liveness::Nobody : m_absent;
    m_result->m_personIndex.insert(userId, index);
    return index;
}

void CoverageComputation::coverSchedules()
{
    m_result->schedules.reserve(m_inventory.schedules.size());
    for (const Schedule &schedule : m_inventory.schedules)
        m_result->schedules.push_back(covered(schedule));
    m_result->m_scheduleIndex = indexOf(m_result->schedules);
}

std::vector<CoverageComputation::Named> CoverageComputation::namedIn(const std::vector<ScheduleEntry> &entries)
{
    std::vector<Named> named;
    named.reserve(entries.size());
    for (const ScheduleEntry &entry : entries) {
        const int index = person(entry.userId);
        const bool live = index >= 0 && !entry.userDeleted;
        named.push_back({index, live ? m_result->people[static_cast<size_t>(index)].liveness : Liveness::Nobody});
    }
    return named;
}

void CoverageComputation::addRendering(CoveredSchedule &row, const Schedule &schedule)
{
    std::vector<Named> named;
    if (schedule.finalEntries)
        named = namedIn(*schedule.finalEntries);
    row.bars = barsOf(schedule, named);
    row.coverage = renderedCoverage(schedule, window(), [&](const ScheduleEntry &entry) {
        return named[static_cast<size_t>(&entry - schedule.finalEntries->data())].liveness;
    }).coverage;
}

CoveredSchedule CoverageComputation::covered(const Schedule &schedule)
{
    CoveredSchedule row;
    row.id = schedule.id;
    row.name = schedule.name;
    row.zone = schedule.timeZone;
    row.generation = schedule.generation;
    if (!isRemoved(schedule.id))
        addRendering(row, schedule);
    const auto off = m_result->options.offHours.constFind(schedule.id);
    if (off != m_result->options.offHours.constEnd()) {
        const QTimeZone zone = zoneNamed(schedule.timeZone);
        if (zone.isValid())
            row.offHours = occurrences(*off, zone, window());
    }
    row.gaps = scheduleGaps(row, window(), m_result->options.minGapSeconds);
    return row;
}

std::vector<CoverageBar> CoverageComputation::barsOf(const Schedule &schedule, const std::vector<Named> &named) const
{
    std::vector<CoverageBar> bars;
    if (!schedule.finalEntries)
        return bars;
    const Interval read{std::max(window().start, schedule.renderedFrom), std::min(window().end, schedule.renderedUntil)};
    const bool layered = schedule.generation == ScheduleGeneration::LayerBased;
    bars.reserve(schedule.finalEntries->size());
    for (size_t i = 0; i < named.size(); ++i) {
        const ScheduleEntry &entry = (*schedule.finalEntries)[i];
        CoverageBar bar{std::max(entry.start, read.start), std::min(entry.end, read.end)};
        if (bar.end <= bar.start)
            continue;
        bar.person = named[i].person;
        bar.liveness = named[i].liveness;
        bar.source = entry.entrySource;
        if (layered && schedule.overrides)
            bar.source = sourceOf(bar, entry.userId, *schedule.overrides);
        if (bar.source == EntrySource::Rotation && layered && schedule.layers.size() == 1)
            bar.layer = 0;
        bars.push_back(bar);
    }
    std::stable_sort(bars.begin(), bars.end(),
                     [](const CoverageBar &a, const CoverageBar &b) { return a.start < b.start; });
    return bars;
}

/// Before the policies are covered: only those that matter are looked at for single points of failure.
void CoverageComputation::findServicesOfPolicies()
{
    m_result->m_policyIndex = indexOf(m_inventory.policies);
    m_result->policies.resize(m_inventory.policies.size());
    m_result->services.resize(m_inventory.services.size());
    for (size_t i = 0; i < m_inventory.services.size(); ++i) {
        const Service &service = m_inventory.services[i];
        const int policy = service.escalationPolicy ? m_result->policyIndex(service.escalationPolicy->id) : -1;
        m_result->services[i].policy = policy;
        m_result->services[i].disabled = !service.isActive();
        if (policy >= 0)
            m_result->policies[static_cast<size_t>(policy)].services.push_back(static_cast<int>(i));
    }
}

void CoverageComputation::coverPolicies()
{
    for (size_t i = 0; i < m_inventory.policies.size(); ++i) {
        const int index = static_cast<int>(i);
        std::vector<int> services = std::move(m_result->policies[i].services);
        CoveredPolicy policy = covered(m_inventory.policies[i], index);
        policy.services = std::move(services);
        const bool used = std::any_of(policy.services.begin(), policy.services.end(), [this](int service) {
            return !m_result->services[static_cast<size_t>(service)].disabled;
        });
        for (const CoveredLevel &level : policy.levels) {
            for (const int schedule : level.schedules) {
                CoveredSchedule &row = m_result->schedules[static_cast<size_t>(schedule)];
                addOnce(row.policies, index);
                row.inUse = row.inUse || used;
            }
        }
        m_result->policies[i] = std::move(policy);
    }
}

CoveredPolicy CoverageComputation::covered(const EscalationPolicy &policy, int index)
{
    CoveredPolicy row;
    row.id = policy.id;
    row.name = policy.name;
    row.loops = std::clamp(policy.numLoops, 0, mostLoops);
    std::vector<int> schedules;
    // PagerDuty allows 20 levels; more than fit are not an answer it would give.
    const size_t levels = std::min(policy.rules.size(), size_t{std::numeric_limits<qint8>::max()});
    std::vector<Coverage> coverages;
    for (size_t i = 0; i < levels; ++i) {
        row.levels.push_back(covered(policy.rules[i], index));
        coverages.push_back(row.levels.back().coverage);
        for (const int schedule : row.levels.back().schedules)
            addOnce(schedules, schedule);
    }
    row.stretches = levelStretches(row.levels, window());
    row.effective = effectiveCoverage(coverages);
    row.offHours = commonOffHours(m_result->schedules, schedules);
    const IntervalSet firstOff =
        row.levels.empty() ? IntervalSet() : commonOffHours(m_result->schedules, row.levels.front().schedules);
    row.gaps = policyGaps(row, firstOff, window(), m_result->options.minGapSeconds);
    return row;
}

CoveredLevel CoverageComputation::covered(const EscalationRule &rule, int policyIndex)
{
    CoveredLevel level;
    level.delayMinutes = std::max(0, rule.delayMinutes);
    level.roundRobin = rule.roundRobin;
    std::vector<Coverage> targets;
    for (const Reference &target : rule.targets)
        addTarget(level, target, policyIndex, targets);
    level.coverage = targets.size() == 1 ? std::move(targets.front()) : effectiveCoverage(targets);
    return level;
}

void CoverageComputation::addTarget(CoveredLevel &level, const Reference &target, int policyIndex,
                                    std::vector<Coverage> &targets)
{
    const Liveness live = livenessOf(targetIsLive(m_inventory, target));
    const bool isUser = isUserTarget(target);
    if (live == Liveness::Nobody || (isUser && isAway(target.id)))
        return;
    if (isUser) {
        const int index = person(target.id, target.name);
        addOnce(level.people, index);
        addOnce(m_result->people[static_cast<size_t>(index)].directPolicies, policyIndex);
    }
    if (live == Liveness::Unknown) {
        level.hasUnknownTarget = true;
        targets.push_back({{}, IntervalSet({window()})});
    } else if (isUser) {
        targets.push_back({IntervalSet({window()}), {}});
    } else {
        const int index = m_result->scheduleIndex(target.id);
        addOnce(level.schedules, index);
        targets.push_back(m_result->schedules[static_cast<size_t>(index)].coverage);
    }
}

void CoverageComputation::coverServices()
{
    QHash<QString, std::vector<Interval>> maintenance;
    for (const MaintenanceWindow &row : m_inventory.maintenanceWindows) {
        const Interval when{std::max(window().start, row.start.value_or(window().start)),
                            std::min(window().end, row.end.value_or(window().end))};
        for (const QString &service : row.serviceIds)
            maintenance[service].push_back(when);
    }
    for (size_t i = 0; i < m_inventory.services.size(); ++i) {
        const Service &service = m_inventory.services[i];
        CoveredService row = covered(service, maintenance.value(service.id));
        m_result->services[i] = std::move(row);
    }
    m_result->m_serviceIndex = indexOf(m_result->services);
}

CoveredService CoverageComputation::covered(const Service &service, const std::vector<Interval> &maintenance) const
{
    const int minSeconds = m_result->options.minGapSeconds;
    CoveredService row;
    row.id = service.id;
    row.name = service.name;
    row.policy = service.escalationPolicy ? m_result->policyIndex(service.escalationPolicy->id) : -1;
    row.disabled = !service.isActive();
    row.maintenance = IntervalSet(maintenance);
    row.maintenanceKnown = m_inventory.isComplete(ResourceClass::MaintenanceWindows);
    if (row.policy >= 0) {
        row.gaps = serviceGaps(m_result->policies[static_cast<size_t>(row.policy)].gaps, row, minSeconds);
        return row;
    }
    const bool unknown = service.escalationPolicy && policyExists(m_inventory, *service.escalationPolicy).isUnknown();
    const CoverageGap whole{window().start, window().end, unknown ? GapKind::Unknown : GapKind::Nobody, -1, !unknown};
    row.gaps = serviceGaps({whole}, row, minSeconds);
    return row;
}

} // namespace pdsi
