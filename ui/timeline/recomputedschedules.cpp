// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/recomputedschedules.h"

namespace pdsi {

RecomputedSchedules::RecomputedSchedules(QObject *parent)
    : QObject(parent)
{
    m_idle.setInterval(0);
    connect(&m_idle, &QTimer::timeout, this, &RecomputedSchedules::recomputeNext);
}

void RecomputedSchedules::setData(std::shared_ptr<const TimelineData> data)
{
    m_data = std::move(data);
    m_differences.clear();
    m_known.clear();
    m_wanted.clear();
    m_idle.stop();
    m_last = -1;
    m_lastResult = {};
}

const RecomputedSchedule &RecomputedSchedules::of(int schedule)
{
    if (schedule != m_last) {
        m_lastResult = recompute(m_data->inventory().schedules[size_t(schedule)], m_data->coverage().window());
        m_last = schedule;
        keep(schedule, m_lastResult);
    }
    return m_lastResult;
}

const std::vector<Interval> *RecomputedSchedules::differences(int schedule) const
{
    const auto found = m_differences.constFind(schedule);
    return found == m_differences.constEnd() ? nullptr : &*found;
}

void RecomputedSchedules::want(const std::vector<int> &schedules)
{
    m_wanted.clear();
    for (const int schedule : schedules) {
        if (!m_known.contains(schedule))
            m_wanted.push_back(schedule);
    }
    if (!m_wanted.empty())
        m_idle.start();
}

/// True when there is something to show.
bool RecomputedSchedules::keep(int schedule, const RecomputedSchedule &result)
{
    m_known.insert(schedule);
    if (result.notRecomputed)
        return false;
    std::vector<Interval> &found = m_differences[schedule];
    found.clear();
    for (const RenderingDifference &one : result.differences)
        found.push_back({one.start, one.end});
    return !found.empty();
}

void RecomputedSchedules::recomputeNext()
{
    if (m_wanted.empty()) {
        m_idle.stop();
        return;
    }
    const int schedule = m_wanted.back();
    m_wanted.pop_back();
    if (m_known.contains(schedule))
        return;
    if (keep(schedule, recompute(m_data->inventory().schedules[size_t(schedule)], m_data->coverage().window())))
        Q_EMIT differencesFound();
}

} // namespace pdsi
