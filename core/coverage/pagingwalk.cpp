// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/pagingwalk.h"

#include "core/coverage/knowledge.h"
#include "core/coverage/pagedpeople.h"
#include "core/coverage/zonedtime.h"

#include <algorithm>

namespace pdsi {

namespace {

PathUrgency urgencyNamed(const QString &urgency)
{
    if (urgency == QLatin1String("high"))
        return PathUrgency::High;
    if (urgency == QLatin1String("low"))
        return PathUrgency::Low;
    return urgency == QLatin1String("severity_based") ? PathUrgency::BySeverity : PathUrgency::NotKnown;
}

/// The support hours as recurring times; hours that end before they begin last into the next day.
std::vector<RecurringTime> recurring(const SupportHours &hours)
{
    const int length = hours.endSecond - hours.startSecond;
    const int duration = length > 0 ? length : length + static_cast<int>(secondsPerDay);
    std::vector<RecurringTime> times;
    for (const int day : hours.daysOfWeek)
        times.push_back({day, hours.startSecond, duration});
    return times;
}

/// Instants within the window at which being in the set changes.
Instant nextChange(const IntervalSet &set, Instant after, Instant end)
{
    for (const Interval &interval : set.intervals()) {
        if (interval.start > after)
            return interval.start;
        if (interval.end > after)
            return interval.end;
    }
    return end;
}

bool isCertain(const OnCallPerson &person) { return person.liveness == Liveness::Live; }

/// Somebody who is not known to be reached may be told earlier or at all.
bool mayTellMore(const PagingStep &step)
{
    return step.unknown || std::any_of(step.people.begin(), step.people.end(), [](const PagedPerson &person) {
        return person.liveness == Liveness::Unknown || !person.rulesKnown;
    });
}

} // namespace

PagingWalk::PagingWalk(const Inventory &inventory, const AccountCoverage &coverage, int service)
    : m_inventory(inventory), m_coverage(coverage), m_service(service),
      m_serviceRow(inventory.services[static_cast<size_t>(service)])
{
    const int policy = coverage.services[static_cast<size_t>(service)].policy;
    if (policy >= 0)
        m_policy = &coverage.policies[static_cast<size_t>(policy)];
    for (int level = 0; level < levelCount(); ++level) {
        for (const int schedule : m_policy->levels[static_cast<size_t>(level)].schedules) {
            if (std::find(m_schedules.begin(), m_schedules.end(), schedule) != m_schedules.end())
                continue;
            m_schedules.push_back(schedule);
            m_timelines.emplace_back(coverage.schedules[static_cast<size_t>(schedule)], coverage.window());
        }
    }
    if (!m_serviceRow.supportHours)
        return;
    const QTimeZone zone = zoneNamed(m_serviceRow.supportHours->timeZone);
    m_supportHoursKnown = zone.isValid();
    if (m_supportHoursKnown)
        m_supportHours = occurrences(recurring(*m_serviceRow.supportHours), zone, coverage.window());
}

void PagingWalk::limit(Instant stretchEnd, qint64 afterSeconds)
{
    m_sameUntil = std::min(m_sameUntil, stretchEnd - afterSeconds);
}

PathUrgency PagingWalk::urgencyNow()
{
    const UrgencyRule &rule = m_serviceRow.urgencyRule;
    if (rule.type == QLatin1String("constant"))
        return urgencyNamed(rule.urgency);
    if (rule.type != QLatin1String("use_support_hours") || !m_supportHoursKnown)
        return PathUrgency::NotKnown;
    limit(nextChange(m_supportHours, m_at, m_coverage.window().end), 0);
    return urgencyNamed(m_supportHours.contains(m_at) ? rule.duringUrgency : rule.outsideUrgency);
}

PagingStep PagingWalk::lookUp(int level, qint64 afterSeconds)
{
    const CoveredLevel &row = m_policy->levels[static_cast<size_t>(level)];
    PagingStep step;
    step.level = level;
    step.afterSeconds = afterSeconds;
    step.delayMinutes = row.delayMinutes;
    step.roundRobin = row.roundRobin;
    bool certain = false, unread = row.hasUnknownTarget;
    const auto add = [&](const OnCallPerson &person, int schedule) {
        certain = certain || isCertain(person);
        const auto same = [&](const PagedPerson &other) { return other.person == person.person; };
        if (std::none_of(step.people.begin(), step.people.end(), same)) {
            step.people.emplace_back();
            step.people.back().person = person.person;
            step.people.back().schedule = schedule;
            step.people.back().liveness = person.liveness;
        }
    };
    for (const int person : row.people)
        add({person, m_coverage.people[static_cast<size_t>(person)].liveness}, -1);
    for (size_t i = 0; i < m_schedules.size(); ++i) {
        if (std::find(row.schedules.begin(), row.schedules.end(), m_schedules[i]) == row.schedules.end())
            continue;
        const OnCallStretch &stretch = m_timelines[i].at(m_at + afterSeconds);
        limit(stretch.end, afterSeconds);
        unread = unread || stretch.unread;
        for (const OnCallPerson &person : stretch.people)
            add(person, m_schedules[i]);
    }
    step.unknown = !certain && (unread || !step.people.empty());
    step.skipped = !certain && !step.unknown;
    return step;
}

bool PagingWalk::isSomebodyOnCall(bool *certainly)
{
    bool possible = false;
    *certainly = false;
    for (int level = 0; level < levelCount(); ++level) {
        const PagingStep step = lookUp(level, 0);
        possible = possible || !step.skipped;
        *certainly = *certainly || (!step.skipped && !step.unknown);
    }
    return possible;
}

/// Is there a level the incident goes to when the time on this one is over?
bool PagingWalk::canMoveOn(int pass, int level, qint64 afterSeconds)
{
    const int first = pass < m_policy->loops ? 0 : level + 1;
    for (int other = first; other < levelCount(); ++other) {
        if (!lookUp(other, afterSeconds).skipped)
            return true;
    }
    return false;
}

std::optional<PagingEnd> PagingWalk::endBeforeStart()
{
    const CoveredService &service = m_coverage.services[static_cast<size_t>(m_service)];
    const Interval window = m_coverage.window();
    limit(nextChange(service.maintenance, m_at, window.end), 0);
    if (service.disabled)
        return PagingEnd::Disabled;
    if (m_at < window.start || m_at >= window.end)
        return PagingEnd::Unknown;
    if (service.maintenance.contains(m_at))
        return PagingEnd::Maintenance;
    if (!m_policy) {
        const auto &reference = m_serviceRow.escalationPolicy;
        return reference && policyExists(m_inventory, *reference).isUnknown() ? PagingEnd::Unknown : PagingEnd::NoPolicy;
    }
    return isSomebodyOnCall(&m_certainlyCreated) ? std::nullopt : std::optional(PagingEnd::NobodyOnCall);
}

bool PagingWalk::visit(PagingPath &path, PagingStep step, Extent extent)
{
    if (step.skipped) {
        path.steps.push_back(std::move(step));
        return true;
    }
    const qint64 next = step.afterSeconds + step.delayMinutes * secondsPerMinute;
    const bool low = path.urgency == PathUrgency::Low;
    const bool last = low || !canMoveOn(step.pass, step.level, next);
    const TimeOnLevel time{step.afterSeconds, step.delayMinutes, last};
    for (PagedPerson &person : step.people)
        addNotifications(person, m_inventory, m_coverage.people[static_cast<size_t>(person.person)].id, low, time);
    const bool open = !path.firstHumanSeconds;
    if (!path.firstNoticeSeconds)
        path.firstNoticeSeconds = firstTold(step, &PagedPerson::firstNoticeSeconds);
    if (open)
        path.firstHumanSeconds = firstTold(step, &PagedPerson::firstHumanSeconds);
    if (open && !path.firstHumanSeconds && mayTellMore(step))
        path.certain = false;
    path.endsAfterSeconds = step.afterSeconds;
    path.steps.push_back(std::move(step));
    if (last)
        path.end = low ? PagingEnd::LowUrgency : PagingEnd::StaysAssigned;
    return !last && (extent == Extent::Whole || !path.firstHumanSeconds);
}

void PagingWalk::walkLevels(PagingPath &path, Extent extent)
{
    qint64 after = 0;
    for (int pass = 0; pass < path.passes; ++pass) {
        for (int level = 0; level < levelCount(); ++level) {
            PagingStep step = lookUp(level, after);
            step.pass = pass;
            const qint64 stay = step.skipped ? 0 : step.delayMinutes * secondsPerMinute;
            if (!visit(path, std::move(step), extent))
                return;
            after += stay;
        }
    }
}

PagingPath PagingWalk::path(Instant at, Extent extent)
{
    m_at = at;
    m_sameUntil = std::max(at + 1, m_coverage.window().end);
    PagingPath path;
    path.at = at;
    path.service = m_service;
    path.policy = m_coverage.services[static_cast<size_t>(m_service)].policy;
    path.urgency = urgencyNow();
    if (const auto end = endBeforeStart()) {
        path.end = *end;
        path.certain = *end != PagingEnd::Unknown;
        return path;
    }
    path.passes = 1 + m_policy->loops;
    walkLevels(path, extent);
    if (!m_certainlyCreated)
        path.end = PagingEnd::Unknown;
    return path;
}

} // namespace pdsi
