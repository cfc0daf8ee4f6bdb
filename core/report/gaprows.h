// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/gaplist.h"

#include <QStringList>
#include <QTimeZone>

namespace pdsi {

/// One line of a table of gaps. Names are account text: hostile.
struct GapRow {
    Instant start = 0;
    Instant end = 0;
    qint64 seconds = 0;
    GapKind kind = GapKind::Nobody;
    QString kindWords;
    bool counted = true;      ///< as long as the minimum and not intended, so that it weighs in a verdict
    QString subjectKind;      ///< `schedule` or `service`
    QString subjectId;
    QString subjectName;
    QString localTime;        ///< "Sat 18:00 to Sun 09:00 CEST": by the clocks of the schedule's zone
    QString zone;             ///< IANA name
    QString coveredBy;        ///< "level 2", "nobody", "level 2; nobody for 1 h"
    QStringList policies;     ///< names of those that the gap touches
};

/// Makes rows of gaps one by one, so that a table of 100,000 needs no memory of its own.
class GapRowMaker
{
public:
    /// `coverage` must outlive this.
    explicit GapRowMaker(const AccountCoverage &coverage);

    /// Worst first: what counts, then by kind, then the longest, then the earliest.
    const std::vector<GapListEntry> &worstFirst() const { return m_entries; }
    GapRow row(const GapListEntry &entry) const;

private:
    QTimeZone zoneOf(const GapListEntry &entry) const;
    const AccountCoverage &m_coverage;
    std::vector<GapListEntry> m_entries;
    QHash<QString, QTimeZone> m_zones;
};

} // namespace pdsi
