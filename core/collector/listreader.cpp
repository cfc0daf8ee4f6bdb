// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collector/listreader.h"

#include "core/collector/classstate.h"

#include <algorithm>

namespace pdsi {

ListReader::ListReader(ResourceClass c, ListPlan plan, const PlanFacts &facts)
    : PlanReader(c), m_plan(std::move(plan)), m_facts(facts)
{
}

void ListReader::start(PlanOutput &out)
{
    if (concerned())
        makeTasks(out);
}

void ListReader::makeTasks(PlanOutput &out)
{
    m_tasks.clear();
    for (int i = 0; i < m_plan.queries.size(); ++i) {
        RowFn onRow;
        if (m_plan.onRow)
            onRow = [this, i](const QJsonObject &row) { m_plan.onRow(row, i); };
        m_tasks.push_back(std::make_unique<ListTask>(m_plan.queries.at(i), i * ListTask::partsPerTask,
                                                     m_plan.queries.size() == 1, m_plan.filters, m_facts, onRow));
        m_tasks.back()->start(out);
    }
}

bool ListReader::waiting() const
{
    return std::any_of(m_tasks.begin(), m_tasks.end(), [](const auto &task) { return task->waiting(); });
}

void ListReader::answered(const ApiRequest &request, const PlanAnswer &answer, PlanOutput &out)
{
    if (!request.subject.isEmpty()) {
        ++m_tailPages;
        if (answer.read.result == RequestResult::Answered) {
            m_tailMissing = m_tailMissing || !answer.read.unreadableRows.isEmpty();
            return;
        }
        const ApiRequest other = m_plan.instead ? m_plan.instead(request, answer.read) : ApiRequest();
        if (other.path.isEmpty())
            m_tailMissing = true;
        else
            out.requests.append(other);
        return;
    }
    for (const auto &task : m_tasks) {
        if (task->owns(request))
            task->answered(request, answer, out);
    }
    ListTask &first = *m_tasks.front();
    if (!m_fellBack && !m_plan.pathWithoutIncludes.isEmpty() && first.refused() && first.refusal().status == 403) {
        m_fellBack = true;
        out.superseded.append(answer.requestId);
        m_plan.queries.first().path = m_plan.pathWithoutIncludes;
        makeTasks(out);
    }
}

void ListReader::settled(PlanOutput &out)
{
    if (m_tailAsked || !m_plan.tail || waiting())
        return;
    m_tailAsked = true;
    out.requests += m_plan.tail();
}

void ListReader::factsChanged(PlanOutput &out)
{
    for (const auto &task : m_tasks)
        task->advance(out);
}

ResourceClassState ListReader::state() const
{
    ResourceClassState state = m_state;
    if (m_tasks.empty())
        return state;
    state.state = CollectionState::Complete;
    ResourceClassState worst = state;
    qint64 received = 0;
    for (const auto &task : m_tasks) {
        ResourceClassState one = state;
        task->addTo(one);
        worst.pages += one.pages;
        worst.duplicatesDropped += one.duplicatesDropped;
        received = std::max(received, one.received); // windows of one list hold the same resources
        if (!worst.reportedTotal)
            worst.reportedTotal = one.reportedTotal;
        if (isWorse(one.state, worst.state)) {
            worst.state = one.state;
            worst.reason = one.reason;
        }
    }
    worst.received = received;
    worst.pages += m_tailPages;
    if (received > 0 && worst.state != CollectionState::Complete && worst.state != CollectionState::Partial)
        applyPartial(worst, ReasonCode::Partial); // one window refused, another read
    if (worst.state == CollectionState::Complete && m_tailMissing)
        applyPartial(worst, ReasonCode::Partial);
    return worst;
}

} // namespace pdsi
