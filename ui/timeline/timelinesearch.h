// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelinelayout.h"

namespace pdsi {

/// Which people and rows a search names. Without text everything matches and nothing is dimmed.
class TimelineSearch
{
public:
    TimelineSearch() = default;
    TimelineSearch(const TimelineLayout &layout, const QString &text);

    bool isActive() const { return !m_text.isEmpty(); }
    const QString &text() const { return m_text; }
    bool rowMatches(int row) const { return !isActive() || m_rows[size_t(row)]; }
    bool personMatches(int person) const { return !isActive() || (person >= 0 && m_people[size_t(person)]); }
    /// Rows that match or have somebody who does.
    int rowsFound() const { return m_found; }
    bool rowHasMatch(int row) const { return m_has[size_t(row)]; }

private:
    QString m_text;
    std::vector<bool> m_rows, m_people, m_has;
    int m_found = 0;
};

} // namespace pdsi
