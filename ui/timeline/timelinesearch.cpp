// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinesearch.h"

#include <algorithm>

namespace pdsi {

TimelineSearch::TimelineSearch(const TimelineLayout &layout, const QString &text)
    : m_text(layout.isEmpty() ? QString() : text.trimmed())
{
    if (!isActive())
        return;
    const auto holds = [this](const QString &name) { return name.contains(m_text, Qt::CaseInsensitive); };
    const AccountCoverage &coverage = layout.data().coverage();
    std::vector<bool> scheduleHas(coverage.schedules.size());
    for (const CoveredPerson &person : coverage.people) {
        m_people.push_back(holds(person.name));
        for (size_t i = 0; m_people.back() && i < person.schedules.size(); ++i)
            scheduleHas[size_t(person.schedules[i])] = true;
    }
    for (const TimelineRow &row : layout.rows()) {
        m_rows.push_back(holds(nameOf(layout.data(), row)));
        m_has.push_back(m_rows.back() || (row.kind == TimelineRowKind::Schedule && scheduleHas[size_t(row.index)]));
    }
    m_found = int(std::count(m_has.begin(), m_has.end(), true));
}

} // namespace pdsi
