// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinerows.h"

#include <QSet>

#include <algorithm>

namespace pdsi {

namespace {

class RowList
{
public:
    RowList(const TimelineData &data, const TimelineRowOptions &options)
        : m_data(data)
        , m_options(options)
    {
    }

    std::vector<TimelineRow> services();
    std::vector<TimelineRow> policies();
    std::vector<TimelineRow> teams();
    std::vector<TimelineRow> schedules();

private:
    const AccountCoverage &coverage() const { return m_data.coverage(); }
    TimelineRow row(TimelineRowKind kind, int index, int policy = -1) const;
    bool isWanted(const TimelineRow &row) const { return !m_options.onlyWithGaps || row.summary.gaps > 0; }
    void addGroup(TimelineRow heading, int policy);
    void addTeam(int team, const QSet<int> &schedules);

    const TimelineData &m_data;
    const TimelineRowOptions m_options;
    std::vector<TimelineRow> m_rows;
};

TimelineRow RowList::row(TimelineRowKind kind, int index, int policy) const
{
    TimelineRow result;
    result.kind = kind;
    result.index = index;
    result.policy = policy;
    result.summary = summaryOf(gapsOf(m_data, result));
    return result;
}

void RowList::addGroup(TimelineRow heading, int policy)
{
    if (!isWanted(heading))
        return;
    heading.heading = true;
    const int group = int(m_rows.size());
    m_rows.push_back(heading);
    const bool isOff = heading.kind == TimelineRowKind::Service && coverage().services[size_t(heading.index)].disabled;
    if (policy < 0 || isOff) // nobody answers for it
        return;
    QSet<int> schedules, people;
    const std::vector<CoveredLevel> &levels = coverage().policies[size_t(policy)].levels;
    const auto add = [&](TimelineRowKind kind, int index, size_t level, QSet<int> &seen) {
        if (seen.contains(index))
            return;
        seen.insert(index);
        TimelineRow child = row(kind, index, policy);
        child.level = qint8(level);
        child.group = group;
        m_rows.push_back(child);
    };
    for (size_t level = 0; level < levels.size(); ++level) {
        for (const int schedule : levels[level].schedules)
            add(TimelineRowKind::Schedule, schedule, level, schedules);
        for (const int person : levels[level].people)
            add(TimelineRowKind::Person, person, level, people);
    }
}

std::vector<TimelineRow> RowList::services()
{
    for (const int index : worstServicesFirst(coverage()))
        addGroup(row(TimelineRowKind::Service, index), coverage().services[size_t(index)].policy);
    return std::move(m_rows);
}

std::vector<TimelineRow> RowList::policies()
{
    for (const int index : worstPoliciesFirst(coverage()))
        addGroup(row(TimelineRowKind::Policy, index), index);
    return std::move(m_rows);
}

std::vector<TimelineRow> RowList::schedules()
{
    for (const int index : m_data.worstSchedules()) {
        if (const TimelineRow one = row(TimelineRowKind::Schedule, index); isWanted(one))
            m_rows.push_back(one);
    }
    return std::move(m_rows);
}

void RowList::addTeam(int team, const QSet<int> &schedules)
{
    const int group = int(m_rows.size());
    for (const int index : m_data.worstSchedules()) {
        TimelineRow one = row(TimelineRowKind::Schedule, index);
        if (!schedules.contains(index) || !isWanted(one))
            continue;
        if (int(m_rows.size()) == group) {
            TimelineRow heading = row(TimelineRowKind::Team, team);
            heading.heading = true;
            m_rows.push_back(heading);
        }
        one.group = group;
        m_rows.push_back(one);
    }
}

/// A schedule belongs to the teams of the policies that use it. Teams in the order of their worst schedule.
std::vector<TimelineRow> RowList::teams()
{
    const std::vector<Team> &all = m_data.inventory().teams;
    QHash<QString, int> indexOf;
    for (size_t i = 0; i < all.size(); ++i)
        indexOf.insert(all[i].id, int(i));
    QHash<int, QSet<int>> members;
    std::vector<int> order;
    for (const int index : m_data.worstSchedules()) {
        QSet<int> teams;
        for (const int policy : coverage().schedules[size_t(index)].policies) {
            for (const QString &id : m_data.inventory().policies[size_t(policy)].teamIds)
                teams.insert(indexOf.value(id, -1));
        }
        if (teams.isEmpty())
            teams.insert(-1);
        QList<int> sorted(teams.cbegin(), teams.cend());
        std::sort(sorted.begin(), sorted.end());
        for (const int team : sorted) {
            if (!members.contains(team))
                order.push_back(team);
            members[team].insert(index);
        }
    }
    std::stable_partition(order.begin(), order.end(), [](int team) { return team >= 0; });
    for (const int team : order)
        addTeam(team, members.value(team));
    return std::move(m_rows);
}

} // namespace

std::vector<TimelineRow> timelineRows(const TimelineData &data, const TimelineRowOptions &options)
{
    RowList list(data, options);
    switch (options.grouping) {
    case TimelineGrouping::Service: return list.services();
    case TimelineGrouping::Policy: return list.policies();
    case TimelineGrouping::Team: return list.teams();
    case TimelineGrouping::Schedule: break;
    }
    return list.schedules();
}

std::span<const CoverageGap> gapsOf(const TimelineData &data, const TimelineRow &row)
{
    switch (row.kind) {
    case TimelineRowKind::Service: return data.coverage().services[size_t(row.index)].gaps;
    case TimelineRowKind::Policy: return data.coverage().policies[size_t(row.index)].gaps;
    case TimelineRowKind::Schedule: return row.policy < 0 ? data.scheduleGaps(row.index) : data.scheduleGaps(row.index, row.policy);
    case TimelineRowKind::Team:
    case TimelineRowKind::Person: break;
    }
    return {};
}

QString nameOf(const TimelineData &data, const TimelineRow &row)
{
    switch (row.kind) {
    case TimelineRowKind::Service: return data.coverage().services[size_t(row.index)].name;
    case TimelineRowKind::Policy: return data.coverage().policies[size_t(row.index)].name;
    case TimelineRowKind::Schedule: return data.coverage().schedules[size_t(row.index)].name;
    case TimelineRowKind::Person: return data.coverage().people[size_t(row.index)].name;
    case TimelineRowKind::Team: return row.index < 0 ? QString() : data.inventory().teams[size_t(row.index)].name;
    }
    return {};
}

QString idOf(const TimelineData &data, const TimelineRow &row)
{
    switch (row.kind) {
    case TimelineRowKind::Service: return data.coverage().services[size_t(row.index)].id;
    case TimelineRowKind::Policy: return data.coverage().policies[size_t(row.index)].id;
    case TimelineRowKind::Schedule: return data.coverage().schedules[size_t(row.index)].id;
    case TimelineRowKind::Person: return data.coverage().people[size_t(row.index)].id;
    case TimelineRowKind::Team: return row.index < 0 ? QString() : data.inventory().teams[size_t(row.index)].id;
    }
    return {};
}

QString kindOf(TimelineRowKind kind)
{
    switch (kind) {
    case TimelineRowKind::Service: return QStringLiteral("service");
    case TimelineRowKind::Policy: return QStringLiteral("escalation_policy");
    case TimelineRowKind::Schedule: return QStringLiteral("schedule");
    case TimelineRowKind::Person: return QStringLiteral("user");
    case TimelineRowKind::Team: return QStringLiteral("team");
    }
    return {};
}

} // namespace pdsi
