// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collector/changeeventsreader.h"

#include "core/collector/auditreader.h"
#include "core/collector/classstate.h"

#include <QJsonArray>

#include <algorithm>

namespace pdsi {

namespace {
constexpr size_t mostWindows = 2'000;
}

ChangeEventsReader::ChangeEventsReader(PlanFacts &facts) : PlanReader(ResourceClass::ChangeEvents), m_facts(facts) {}

void ChangeEventsReader::start(PlanOutput &out)
{
    open(m_facts.asOf - m_facts.parameters.changeEventLookbackDays * secondsPerDay, m_facts.asOf, out);
}

void ChangeEventsReader::open(Instant from, Instant to, PlanOutput &out)
{
    ListQuery query;
    query.resourceClass = resourceClass();
    query.path = QStringLiteral("/change_events?since=%1&until=%2").arg(formatInstant(from), formatInstant(to));
    query.firstPriority = m_windows.empty() ? 1 : 4;
    query.pagePriority = 5;
    query.stopWhenUntold = true;
    const size_t index = m_windows.size();
    const auto onRow = [this, index](const QJsonObject &row) {
        const QJsonArray services = row.value(QLatin1String("services")).toArray();
        for (const QJsonValue &service : services)
            m_facts.servicesWithChangeEvents.insert(service.toObject().value(QLatin1String("id")).toString());
        const auto at = parseInstant(row.value(QLatin1String("timestamp")).toString());
        std::optional<Instant> &oldest = m_windows[index].oldest;
        if (at && (!oldest || *at < *oldest))
            oldest = at;
    };
    Window window{from, to, {}, nullptr, false};
    window.pages = std::make_unique<Paginator>(query, static_cast<int>(index), onRow);
    m_windows.push_back(std::move(window));
    m_windows.back().pages->start(out);
}

void ChangeEventsReader::cut(size_t index, PlanOutput &out)
{
    const Instant from = m_windows[index].from, to = m_windows[index].to;
    const std::optional<Instant> oldest = m_windows[index].oldest;
    const bool told = m_windows[index].pages->total().has_value();
    const bool inside = oldest && *oldest >= from && *oldest <= to;
    const int pieces = told ? 2 : inside ? slicesFor(from, *oldest, to) : 1;
    if (pieces < 2 || to - from < 4 || m_windows.size() > mostWindows)
        return m_windows[index].pages->readToCeiling(out);
    m_windows[index].cut = true;
    const Instant end = told ? to : std::min(*oldest + 1, to);
    const Instant length = end - from;
    for (int i = pieces; i > 0; --i) // neighbours share a second, see the audit slices
        open(from + length * (i - 1) / pieces, i == pieces ? end : from + length * i / pieces + 1, out);
}

void ChangeEventsReader::answered(const ApiRequest &request, const PlanAnswer &answer, PlanOutput &out)
{
    ++m_state.pages;
    if (answer.read.result == RequestResult::Answered) {
        const QStringList keys = rowKeys(request, answer.read);
        m_rows += keys.size();
        for (const QString &key : keys)
            m_keys.insert(key);
    }
    const auto index = static_cast<size_t>(request.tag.part);
    Paginator &pages = *m_windows[index].pages;
    const bool wasOpen = pages.end() == Paginator::End::Open;
    pages.answered(request, answer, out);
    if (wasOpen && pages.end() == Paginator::End::TooLarge)
        cut(index, out);
    factsChanged(out);
}

bool ChangeEventsReader::everyServiceSeen() const
{
    if (!m_facts.isFinished(ResourceClass::Services)
        || m_facts.stateOf(ResourceClass::Services) != CollectionState::Complete)
        return false;
    return std::all_of(m_facts.services.begin(), m_facts.services.end(), [this](const auto &service) {
        return !service.second || m_facts.servicesWithChangeEvents.count(service.first) != 0;
    });
}

void ChangeEventsReader::factsChanged(PlanOutput &out)
{
    const bool firstPageIn = !m_windows.empty()
        && (m_windows.front().oldest || m_windows.front().pages->end() != Paginator::End::Open);
    if (!m_satisfied && (!firstPageIn || !everyServiceSeen()))
        return;
    m_satisfied = true;
    out.requests.clear();
    out.withdraw = true;
}

ResourceClassState ChangeEventsReader::state() const
{
    ResourceClassState state = m_state;
    if (m_windows.empty())
        return state;
    const Paginator &whole = *m_windows.front().pages;
    if (whole.end() == Paginator::End::Refused) {
        applyRefusal(state, whole.refusal().result, whole.refusal().status);
        return state;
    }
    state.state = CollectionState::Complete;
    state.received = m_keys.size();
    state.reportedTotal = whole.total();
    state.duplicatesDropped = m_rows - m_keys.size();
    for (const Window &window : m_windows) {
        const auto end = window.pages->end();
        if (window.pages->rowsLost())
            applyPartial(state, ReasonCode::Partial);
        if (window.cut || end == Paginator::End::Complete || m_satisfied)
            continue;
        const bool capped = end == Paginator::End::Capped;
        applyPartial(state, capped ? ReasonCode::Cap : ReasonCode::Partial);
    }
    return state;
}

} // namespace pdsi
