// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/coveredpeople.h"

#include <algorithm>

namespace pdsi {

namespace {

/// One person on one schedule.
struct Duty {
    qint32 person = -1;
    qint32 schedule = -1;
    Interval when;
};

std::vector<Duty> dutiesByPerson(const AccountCoverage &coverage)
{
    std::vector<Duty> duties;
    for (size_t i = 0; i < coverage.schedules.size(); ++i) {
        for (const CoverageBar &bar : coverage.schedules[i].bars) {
            if (bar.liveness != Liveness::Nobody)
                duties.push_back({bar.person, static_cast<qint32>(i), {bar.start, bar.end}});
        }
    }
    std::stable_sort(duties.begin(), duties.end(), [](const Duty &a, const Duty &b) { return a.person < b.person; });
    return duties;
}

struct OnSchedule {
    int schedule = -1;
    IntervalSet when;
};

/// Duties of one person, schedules ascending.
std::vector<OnSchedule> bySchedule(std::vector<Duty>::const_iterator from, std::vector<Duty>::const_iterator to)
{
    std::vector<OnSchedule> result;
    while (from != to) {
        const qint32 schedule = from->schedule;
        std::vector<Interval> when;
        for (; from != to && from->schedule == schedule; ++from)
            when.push_back(from->when);
        result.push_back({schedule, IntervalSet(std::move(when))});
    }
    return result;
}

void addOverlaps(CoveredPerson &person, const OnSchedule &a, const OnSchedule &b)
{
    const Interval hullA{a.when.intervals().front().start, a.when.intervals().back().end};
    if (!b.when.touches(hullA))
        return;
    const IntervalSet both = a.when.intersected(b.when);
    for (const Interval &when : both.intervals())
        person.overlaps.push_back({when.start, when.end, a.schedule, b.schedule});
}

void measure(CoveredPerson &person, const std::vector<OnSchedule> &duties)
{
    std::vector<Interval> all;
    for (size_t i = 0; i < duties.size(); ++i) {
        person.schedules.push_back(duties[i].schedule);
        person.scheduledSeconds += duties[i].when.seconds();
        person.shifts += static_cast<int>(duties[i].when.intervals().size());
        all.insert(all.end(), duties[i].when.intervals().begin(), duties[i].when.intervals().end());
        for (size_t j = i + 1; j < duties.size(); ++j)
            addOverlaps(person, duties[i], duties[j]);
    }
    person.loadSeconds = IntervalSet(std::move(all)).seconds();
    std::stable_sort(person.overlaps.begin(), person.overlaps.end(),
                     [](const PersonOverlap &a, const PersonOverlap &b) { return a.start < b.start; });
}

/// Finds the stretches of a policy in which one person alone is on call.
class SoleCoverSweep
{
public:
    SoleCoverSweep(const AccountCoverage &coverage, int policy) : m_coverage(coverage), m_policy(policy) {}

    void run(std::vector<CoveredPerson> &people)
    {
        if (!collectEdges())
            return;
        std::sort(m_edges.begin(), m_edges.end(), [](const Edge &a, const Edge &b) { return a.at < b.at; });
        int alone = -1;
        Instant since = 0;
        for (size_t i = 0; i < m_edges.size();) {
            const Instant at = m_edges[i].at;
            for (; i < m_edges.size() && m_edges[i].at == at; ++i)
                apply(m_edges[i]);
            const int now = m_active.size() == 1 ? m_active.front().person : -1;
            if (now == alone)
                continue;
            keep(people, alone, {since, at});
            alone = now;
            since = at;
        }
    }

private:
    struct Edge {
        Instant at = 0;
        qint32 person = -1; ///< -1: somebody who may or may not be there
        qint32 step = 0;
    };
    struct Active {
        qint32 person = -1;
        qint32 count = 0;
    };

    void add(qint32 person, Interval when)
    {
        m_edges.push_back({when.start, person, 1});
        m_edges.push_back({when.end, person, -1});
    }
    /// False when nobody can be alone: two people, or one who may be there, are on call all the time.
    bool collectEdges()
    {
        std::vector<int> always, schedules;
        const CoveredPolicy &policy = m_coverage.policies[static_cast<size_t>(m_policy)];
        for (const CoveredLevel &level : policy.levels) {
            if (level.hasUnknownTarget)
                return false;
            always.insert(always.end(), level.people.begin(), level.people.end());
            schedules.insert(schedules.end(), level.schedules.begin(), level.schedules.end());
        }
        for (std::vector<int> *indexes : {&always, &schedules}) {
            std::sort(indexes->begin(), indexes->end());
            indexes->erase(std::unique(indexes->begin(), indexes->end()), indexes->end());
        }
        if (always.size() > 1)
            return false;
        for (const int person : always)
            add(person, m_coverage.window());
        for (const int schedule : schedules)
            addSchedule(m_coverage.schedules[static_cast<size_t>(schedule)]);
        return true;
    }
    void addSchedule(const CoveredSchedule &schedule)
    {
        for (const CoverageBar &bar : schedule.bars) {
            if (bar.liveness == Liveness::Live)
                add(bar.person, {bar.start, bar.end});
        }
        for (const Interval &unknown : schedule.coverage.unknown.intervals())
            add(-1, unknown);
    }
    void apply(const Edge &edge)
    {
        const auto found = std::find_if(m_active.begin(), m_active.end(),
                                        [&](const Active &active) { return active.person == edge.person; });
        if (found == m_active.end())
            m_active.push_back({edge.person, edge.step});
        else if ((found->count += edge.step) == 0)
            m_active.erase(found);
    }
    void keep(std::vector<CoveredPerson> &people, int person, Interval when)
    {
        if (person < 0 || when.seconds() < m_coverage.options.minGapSeconds)
            return;
        std::vector<SoleCover> &covers = people[static_cast<size_t>(person)].soleCover;
        if (covers.empty() || covers.back().policy != m_policy)
            covers.push_back({m_policy, 0, when.start});
        covers.back().seconds += when.seconds();
    }

    const AccountCoverage &m_coverage;
    int m_policy;
    std::vector<Edge> m_edges;
    std::vector<Active> m_active;
};

bool isActive(const AccountCoverage &coverage, int service)
{
    return !coverage.services[static_cast<size_t>(service)].disabled;
}

void findSoleCover(AccountCoverage &coverage)
{
    for (size_t i = 0; i < coverage.policies.size(); ++i) {
        const std::vector<int> &services = coverage.policies[i].services;
        if (std::any_of(services.begin(), services.end(), [&](int service) { return isActive(coverage, service); }))
            SoleCoverSweep(coverage, static_cast<int>(i)).run(coverage.people);
    }
    for (CoveredPerson &person : coverage.people) {
        for (const SoleCover &sole : person.soleCover) {
            for (const int service : coverage.policies[static_cast<size_t>(sole.policy)].services) {
                if (isActive(coverage, service))
                    person.servicesAtRisk.push_back(service);
            }
        }
        std::sort(person.servicesAtRisk.begin(), person.servicesAtRisk.end());
    }
}

} // namespace

void measurePeople(AccountCoverage &coverage)
{
    const std::vector<Duty> duties = dutiesByPerson(coverage);
    for (auto from = duties.begin(); from != duties.end();) {
        const qint32 person = from->person;
        const auto to = std::find_if(from, duties.end(), [person](const Duty &duty) { return duty.person != person; });
        measure(coverage.people[static_cast<size_t>(person)], bySchedule(from, to));
        from = to;
    }
    findSoleCover(coverage);
}

} // namespace pdsi
