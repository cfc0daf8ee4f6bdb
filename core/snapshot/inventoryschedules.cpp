// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/inventoryschedules.h"

#include <QUrlQuery>

#include <algorithm>
#include <iterator>

namespace pdsi {

namespace {

/// How much an answer says about a schedule: a bare reference, its data, its data with layers.
int detailOf(const Schedule &schedule)
{
    if (schedule.layersKnown)
        return 2;
    return schedule.timeZone.isEmpty() ? 0 : 1;
}

void append(std::vector<ScheduleEntry> &to, std::vector<ScheduleEntry> &&more)
{
    std::move(more.begin(), more.end(), std::back_inserter(to));
}

} // namespace

std::optional<std::pair<Instant, Instant>> windowOfPath(const QString &path)
{
    const qsizetype mark = path.indexOf(u'?');
    if (mark < 0)
        return std::nullopt;
    const QUrlQuery query(path.mid(mark + 1));
    const auto since = parseInstant(query.queryItemValue(QStringLiteral("since"), QUrl::FullyDecoded));
    const auto until = parseInstant(query.queryItemValue(QStringLiteral("until"), QUrl::FullyDecoded));
    if (!since || !until || *since >= *until)
        return std::nullopt;
    return std::pair(*since, *until);
}

void ScheduleAssembly::add(Schedule schedule, std::optional<ScheduleRendering> rendering)
{
    const auto found = m_index.constFind(schedule.id);
    if (found == m_index.constEnd()) {
        m_index.insert(schedule.id, m_assemblies.size());
        m_assemblies.push_back({std::move(schedule), {}});
        if (rendering)
            m_assemblies.back().renderings.push_back(std::move(*rendering));
        return;
    }
    Assembly &assembly = m_assemblies[*found];
    if (detailOf(schedule) > detailOf(assembly.schedule))
        assembly.schedule = std::move(schedule);
    if (rendering)
        assembly.renderings.push_back(std::move(*rendering));
}

std::vector<Schedule> ScheduleAssembly::take()
{
    std::vector<Schedule> schedules;
    schedules.reserve(m_assemblies.size());
    for (Assembly &assembly : m_assemblies) {
        join(assembly.schedule, std::move(assembly.renderings));
        schedules.push_back(std::move(assembly.schedule));
    }
    m_assemblies.clear();
    m_index.clear();
    return schedules;
}

void ScheduleAssembly::join(Schedule &schedule, std::vector<ScheduleRendering> renderings)
{
    std::stable_sort(renderings.begin(), renderings.end(), [](const ScheduleRendering &a, const ScheduleRendering &b) {
        return a.from != b.from ? a.from < b.from : a.until > b.until;
    });
    for (ScheduleRendering &rendering : renderings) {
        if (!schedule.finalEntries) {
            schedule.finalEntries = std::move(rendering.entries);
            schedule.overrides = std::move(rendering.overrides);
            schedule.renderedFrom = rendering.from;
            schedule.renderedUntil = rendering.until;
            schedule.finalSource = rendering.source;
            continue;
        }
        if (rendering.from > schedule.renderedUntil)
            return;
        if (rendering.until <= schedule.renderedUntil)
            continue; // the same stretch again
        append(*schedule.finalEntries, std::move(rendering.entries));
        if (schedule.overrides && rendering.overrides)
            append(*schedule.overrides, std::move(*rendering.overrides));
        else
            schedule.overrides = std::nullopt; // known for a part of the time only
        schedule.renderedUntil = rendering.until;
        schedule.moreFinalSources.push_back(rendering.source);
    }
}

} // namespace pdsi
