// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collector/listtask.h"

namespace pdsi {

/// Everything a class that is read as a list needs.
struct ListPlan {
    QList<ListQuery> queries;             ///< one, or one per time window
    ListFilters filters;
    QString pathWithoutIncludes;          ///< asked instead when the included form is forbidden; or empty
    std::function<void(const QJsonObject &row, int query)> onRow;
    /// Requests for single resources that the list left open; asked once the list is read.
    std::function<QList<ApiRequest>()> tail;
    /// What to ask instead of a single resource that was refused; an empty path = nothing.
    std::function<ApiRequest(const ApiRequest &, const ReadAnswer &)> instead;
    /// nullopt = wait for other classes, false = not this way.
    std::function<std::optional<bool>()> gate;
};

/// Reads an offset list, with the single resources it left open.
class ListReader : public PlanReader
{
public:
    ListReader(ResourceClass c, ListPlan plan, const PlanFacts &facts);

    bool ready() const override { return !m_plan.gate || m_plan.gate().has_value(); }
    bool concerned() const override { return !m_plan.gate || m_plan.gate().value_or(true); }
    bool waiting() const override;
    void start(PlanOutput &out) override;
    void answered(const ApiRequest &request, const PlanAnswer &answer, PlanOutput &out) override;
    void settled(PlanOutput &out) override;
    void factsChanged(PlanOutput &out) override;
    ResourceClassState state() const override;

private:
    void makeTasks(PlanOutput &out);

    ListPlan m_plan;
    const PlanFacts &m_facts;
    std::vector<std::unique_ptr<ListTask>> m_tasks;
    bool m_fellBack = false;
    bool m_tailAsked = false;
    int m_tailPages = 0;
    bool m_tailMissing = false;
};

} // namespace pdsi
