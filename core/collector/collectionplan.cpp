// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collector/collectionplan.h"

#include "core/collector/classstate.h"

#include <algorithm>

namespace pdsi {

CollectionPlan::CollectionPlan(const PlanInput &input)
{
    m_facts.parameters = input.parameters;
    m_facts.asOf = input.asOf;
    for (auto &reader : makeReaders(m_facts, input.includeAnalytics)) {
        m_slots.push_back({});
        m_slots.back().reader = std::move(reader);
    }
}

CollectionPlan::~CollectionPlan() = default;

CollectionPlan::Step CollectionPlan::start()
{
    Step step;
    advance(step);
    return step;
}

void CollectionPlan::take(size_t index, const PlanOutput &out, Step &step)
{
    for (ApiRequest request : out.requests) {
        request.sequence = m_sequence++;
        ++m_planned;
        request.tag.reader = static_cast<int>(index);
        ++m_slots[index].pending;
        step.requests.append(request);
    }
    step.superseded += out.superseded;
    if (out.withdraw)
        step.withdraw.append(static_cast<int>(index));
}

void CollectionPlan::settle(size_t index, Step &step)
{
    Slot &slot = m_slots[index];
    if (slot.finished || !slot.started || slot.pending > 0)
        return;
    PlanOutput out;
    slot.reader->settled(out);
    take(index, out, step);
    slot.finished = slot.pending == 0 && !slot.reader->waiting();
}

CollectionPlan::Step CollectionPlan::answered(const ApiRequest &request, const PlanAnswer &answer)
{
    Step step;
    const auto index = static_cast<size_t>(request.tag.reader);
    Slot &slot = m_slots.at(index);
    --slot.pending;
    PlanOutput out;
    slot.reader->answered(request, answer, out);
    take(index, out, step);
    settle(index, step);
    advance(step);
    return step;
}

CollectionPlan::Step CollectionPlan::withdrawn(const QList<ApiRequest> &requests)
{
    Step step;
    for (const ApiRequest &request : requests) {
        const auto index = static_cast<size_t>(request.tag.reader);
        --m_slots.at(index).pending;
        --m_planned;
        settle(index, step);
    }
    advance(step);
    return step;
}

bool CollectionPlan::classOver(ResourceClass c) const
{
    return std::all_of(m_slots.begin(), m_slots.end(),
                       [c](const Slot &slot) { return slot.reader->resourceClass() != c || slot.finished; });
}

void CollectionPlan::noteFinished()
{
    for (const Slot &slot : m_slots) {
        const ResourceClass c = slot.reader->resourceClass();
        if (slot.finished && !m_facts.isFinished(c) && classOver(c))
            m_facts.finished[c] = mergedState(c);
    }
}

void CollectionPlan::advance(Step &step)
{
    size_t known = 0;
    do { // one reader's end may be what another waits for
        noteFinished();
        known = m_facts.finished.size();
        for (size_t i = 0; i < m_slots.size(); ++i) {
            Slot &slot = m_slots[i];
            if (slot.finished)
                continue;
            PlanOutput out;
            if (slot.started) {
                slot.reader->factsChanged(out);
            } else if (slot.reader->ready()) {
                slot.started = true;
                slot.reader->start(out);
            }
            take(i, out, step);
            settle(i, step);
        }
        noteFinished();
    } while (m_facts.finished.size() != known);
}

bool CollectionPlan::finished() const
{
    return std::all_of(m_slots.begin(), m_slots.end(), [](const Slot &slot) { return slot.finished; });
}

void CollectionPlan::refuseRest() { m_refused = true; }

ResourceClassState CollectionPlan::mergedState(ResourceClass c) const
{
    ResourceClassState state;
    state.resourceClass = c;
    state.reason = ReasonCode::NotCollected;
    for (const Slot &slot : m_slots) {
        if (slot.reader->resourceClass() != c || !slot.reader->concerned())
            continue;
        state = slot.reader->state();
        if (!slot.finished && m_refused) {
            if (state.received > 0) {
                applyPartial(state, ReasonCode::Permission);
            } else {
                state.state = CollectionState::Denied;
                state.reason = ReasonCode::Permission;
            }
        } else if (!slot.finished && slot.started && state.state == CollectionState::Complete) {
            applyPartial(state, ReasonCode::Partial);
        }
    }
    if (state.state == CollectionState::NotCollected)
        state.reason = ReasonCode::NotCollected;
    return state;
}

ClassPhase CollectionPlan::phase(ResourceClass c) const
{
    const auto reading = [c](const Slot &slot) { return slot.reader->resourceClass() == c && slot.started; };
    if (classOver(c) || m_refused)
        return ClassPhase::Over;
    return std::any_of(m_slots.begin(), m_slots.end(), reading) ? ClassPhase::Reading : ClassPhase::Waiting;
}

QList<ClassPhase> CollectionPlan::phases() const
{
    QList<ClassPhase> all;
    for (int i = 0; i < resourceClassCount; ++i)
        all.append(phase(static_cast<ResourceClass>(i)));
    return all;
}

QList<ResourceClassState> CollectionPlan::states() const
{
    QList<ResourceClassState> all;
    for (int i = 0; i < resourceClassCount; ++i)
        all.append(mergedState(static_cast<ResourceClass>(i)));
    return all;
}

} // namespace pdsi
