// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collector/paginator.h"

#include <memory>

namespace pdsi {

/// What a list can be cut by when it is larger than paging can reach.
struct ListFilters {
    bool team = false;   ///< team_ids[]
    bool query = false;  ///< query
};

/// Reads one whole list: plainly, or, above the paging ceiling, cut by team, then by the beginnings of names,
/// then whatever paging reaches. What was read is compared with the total the account told.
class ListTask
{
public:
    /// `alone`: no other list shares the reader, so that what is unsent may be taken back once all is seen.
    ListTask(ListQuery query, int firstPart, bool alone, ListFilters filters, const PlanFacts &facts, RowFn onRow);

    void start(PlanOutput &out);
    bool owns(const ApiRequest &request) const;
    void answered(const ApiRequest &request, const PlanAnswer &answer, PlanOutput &out);
    /// Everything asked is answered, or the teams have become known.
    void advance(PlanOutput &out);
    /// Waits for the teams.
    bool waiting() const { return m_phase == Phase::WaitForTeams; }
    bool refused() const { return m_parts.front()->end() == Paginator::End::Refused; }
    const ReadAnswer &refusal() const { return m_parts.front()->refusal(); }
    /// Adds what this list found to the state of its class.
    void addTo(ResourceClassState &state) const;

    static constexpr int partsPerTask = 100'000;
    static constexpr int mostPartitions = 4'000;

private:
    enum class Phase : quint8 { Plain, WaitForTeams, Teams, Names, Ceiling, Done };

    void addPart(const QString &filter, PlanOutput &out);
    void askTeams(PlanOutput &out);
    void askNames(const QStringList &beginnings, PlanOutput &out);
    void deeperNames(PlanOutput &out);
    void nextPhase(PlanOutput &out);
    bool open() const;
    bool allSeen() const;

    ListQuery m_query;
    int m_firstPart;
    bool m_alone;
    ListFilters m_filters;
    const PlanFacts &m_facts;
    RowFn m_onRow;
    Phase m_phase = Phase::Plain;
    std::vector<std::unique_ptr<Paginator>> m_parts; ///< first: the list without further filter
    std::vector<QString> m_beginnings;               ///< of the current depth, by part from m_namesFrom
    size_t m_namesFrom = 0;
    QSet<QString> m_seen;
    qint64 m_rows = 0;
};

} // namespace pdsi
