// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collector/listtask.h"

#include "core/collector/classstate.h"

#include <QUrl>

namespace pdsi {

namespace {
constexpr int deepestBeginning = 3;

QStringList letters()
{
    QStringList all;
    for (const char c : QByteArrayLiteral("abcdefghijklmnopqrstuvwxyz0123456789"))
        all.append(QString(QLatin1Char(c)));
    return all;
}

} // namespace

ListTask::ListTask(ListQuery query, int firstPart, bool alone, ListFilters filters, const PlanFacts &facts, RowFn onRow)
    : m_query(std::move(query)), m_firstPart(firstPart), m_alone(alone), m_filters(filters), m_facts(facts),
      m_onRow(std::move(onRow))
{
}

void ListTask::start(PlanOutput &out) { addPart({}, out); }

void ListTask::addPart(const QString &filter, PlanOutput &out)
{
    ListQuery query = m_query;
    if (!filter.isEmpty())
        query.path += (query.path.contains(QLatin1Char('?')) ? QLatin1Char('&') : QLatin1Char('?')) + filter;
    const int part = m_firstPart + static_cast<int>(m_parts.size());
    m_parts.push_back(std::make_unique<Paginator>(query, part, m_onRow));
    m_parts.back()->start(out);
}

bool ListTask::owns(const ApiRequest &request) const
{
    return request.subject.isEmpty() && request.tag.part >= m_firstPart && request.tag.part < m_firstPart + partsPerTask;
}

void ListTask::answered(const ApiRequest &request, const PlanAnswer &answer, PlanOutput &out)
{
    if (answer.read.result == RequestResult::Answered) {
        const QStringList keys = rowKeys(request, answer.read);
        m_rows += keys.size();
        for (const QString &key : keys)
            m_seen.insert(key);
    }
    m_parts.at(static_cast<size_t>(request.tag.part - m_firstPart))->answered(request, answer, out);
    if (m_alone && m_parts.size() > 1 && allSeen()) {
        m_phase = Phase::Done; // the partitions overlap: what they would still bring is known
        out.requests.clear();
        out.withdraw = true;
    } else if (!open()) {
        nextPhase(out);
    }
}

bool ListTask::open() const
{
    return std::any_of(m_parts.begin(), m_parts.end(),
                       [](const auto &part) { return part->end() == Paginator::End::Open; });
}

bool ListTask::allSeen() const
{
    const auto total = m_parts.front()->total();
    return total && m_seen.size() >= *total;
}

void ListTask::advance(PlanOutput &out)
{
    if (m_phase == Phase::WaitForTeams && m_facts.isFinished(ResourceClass::Teams))
        askTeams(out);
}

void ListTask::nextPhase(PlanOutput &out)
{
    if (m_phase == Phase::Done || m_phase == Phase::WaitForTeams)
        return;
    const bool large = m_parts.front()->end() == Paginator::End::TooLarge;
    if (!large || allSeen()) {
        m_phase = Phase::Done;
    } else if (m_phase == Phase::Plain && m_filters.team) {
        m_phase = Phase::WaitForTeams;
        advance(out);
    } else if (m_phase == Phase::Names) {
        deeperNames(out);
    } else if (m_filters.query && m_phase != Phase::Ceiling) {
        m_phase = Phase::Names;
        askNames(letters(), out);
    } else {
        m_phase = Phase::Ceiling;
        m_parts.front()->readToCeiling(out);
    }
}

void ListTask::askTeams(PlanOutput &out)
{
    m_phase = Phase::Teams;
    for (const QString &team : m_facts.teams) {
        if (m_parts.size() < mostPartitions)
            addPart(QStringLiteral("team_ids[]=") + QString::fromLatin1(QUrl::toPercentEncoding(team)), out);
    }
    if (!open())
        nextPhase(out);
}

void ListTask::askNames(const QStringList &beginnings, PlanOutput &out)
{
    m_namesFrom = m_parts.size();
    m_beginnings.assign(beginnings.begin(), beginnings.end());
    for (const QString &beginning : beginnings)
        addPart(QStringLiteral("query=") + beginning, out);
}

void ListTask::deeperNames(PlanOutput &out)
{
    QStringList deeper;
    bool heeded = false; // a filter that changes nothing is not worth going on with
    for (size_t i = 0; i < m_beginnings.size(); ++i) {
        const Paginator &part = *m_parts.at(m_namesFrom + i);
        heeded = heeded || part.total() != m_parts.front()->total();
        if (part.end() != Paginator::End::TooLarge || m_beginnings[i].size() >= deepestBeginning)
            continue;
        for (const QString &letter : letters())
            deeper.append(m_beginnings[i] + letter);
    }
    if (heeded && !deeper.isEmpty() && m_parts.size() + static_cast<size_t>(deeper.size()) < mostPartitions)
        return askNames(deeper, out);
    m_phase = Phase::Ceiling;
    m_parts.front()->readToCeiling(out);
}

void ListTask::addTo(ResourceClassState &state) const
{
    const Paginator &plain = *m_parts.front();
    using End = Paginator::End;
    bool partial = plain.end() == End::Partial;
    for (const auto &part : m_parts) {
        state.pages += part->pages();
        partial = partial || part->rowsLost();
    }
    if (plain.end() == End::Refused)
        return applyRefusal(state, refusal().result, refusal().status);
    if (m_parts.size() == 1 && plain.end() != End::Partial)
        state.duplicatesDropped += plain.duplicates();
    else
        state.duplicatesDropped += m_rows - m_seen.size();
    state.received += plain.end() == End::Complete ? plain.distinct() : m_seen.size();
    if (!state.reportedTotal)
        state.reportedTotal = plain.total();
    partial = partial || plain.end() == End::Open;
    const bool beyondPaging = plain.end() == End::TooLarge || plain.end() == End::Capped;
    if (beyondPaging && !allSeen())
        applyPartial(state, ReasonCode::Cap);
    else if (partial && state.state == CollectionState::Complete)
        applyPartial(state, ReasonCode::Partial);
}

} // namespace pdsi
