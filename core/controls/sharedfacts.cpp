// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/sharedfacts.h"

#include <algorithm>

namespace pdsi {

namespace {

/// Coverage of one schedule, what was not rendered counted as unknown.
void cover(const Inventory &inventory, const Schedule &schedule, Interval window, ScheduleFacts &facts)
{
    const auto ofEntry = [&](const ScheduleEntry &entry) {
        if (entry.userId.isEmpty())
            return Liveness::Nobody;
        return livenessOf(userIsLive(inventory, entry.userId, entry.userDeleted));
    };
    RenderedCoverage rendered = renderedCoverage(schedule, window, ofEntry);
    facts.coverage = std::move(rendered.coverage);
    facts.rendered = rendered.rendered;
    facts.onCallUnknown = !rendered.unread.isEmpty();
    if (rendered.unknownPeople)
        facts.whyUnknown = whyMayBeHidden(inventory, {ResourceClass::Users}).value_or(ReasonCode::Failed);
    if (facts.onCallUnknown && schedule.finalEntries)
        facts.whyUnknown = ReasonCode::NotCollected;
}

} // namespace

SharedFacts::SharedFacts(const Inventory &inventory, Instant now, const Parameters &parameters)
    : window{now, now + parameters.scheduleCoverageDays * secondsPerDay},
      m_inventory(inventory),
      m_schedules(inventory.schedules.size())
{
    findPoliciesInUse();
    findSchedulesInUse();
    coverSchedules();
    findOnCallUsers();
}

void SharedFacts::findPoliciesInUse()
{
    const Knowledge unseen = m_inventory.isComplete(ResourceClass::Services)
        ? Knowledge::no()
        : Knowledge::unknown(reasonOf(m_inventory, {ResourceClass::Services}));
    for (const EscalationPolicy &policy : m_inventory.policies)
        m_policyUse.insert(policy.id, unseen);
    for (const Service &service : m_inventory.services) {
        if (!service.isActive() || !service.escalationPolicy)
            continue;
        const auto found = m_policyUse.find(service.escalationPolicy->id);
        if (found != m_policyUse.end())
            *found = Knowledge::yes();
    }
}

void SharedFacts::findSchedulesInUse()
{
    if (!m_inventory.isComplete(ResourceClass::EscalationPolicies)) {
        const ReasonCode why = reasonOf(m_inventory, {ResourceClass::EscalationPolicies});
        for (ScheduleFacts &facts : m_schedules)
            facts.inUse = Knowledge::unknown(why);
    }
    for (const EscalationPolicy &policy : m_inventory.policies) {
        const Knowledge policyUse = policyInUse(policy);
        for (size_t level = 0; level < policy.rules.size(); ++level) {
            for (const Reference &target : policy.rules[level].targets) {
                const Schedule *schedule = isScheduleTarget(target) ? m_inventory.schedule(target.id) : nullptr;
                if (!schedule)
                    continue;
                ScheduleFacts &facts = m_schedules[static_cast<size_t>(schedule - m_inventory.schedules.data())];
                if (policyUse.isYes())
                    facts.uses.append({&policy, static_cast<qsizetype>(level), &target});
                if (policyUse.isYes() || (policyUse.isUnknown() && facts.inUse.isNo()))
                    facts.inUse = policyUse;
            }
        }
    }
}

void SharedFacts::coverSchedules()
{
    for (size_t i = 0; i < m_schedules.size(); ++i)
        cover(m_inventory, m_inventory.schedules[i], window, m_schedules[i]);
}

void SharedFacts::findOnCallUsers()
{
    QSet<QString> seen;
    const auto add = [&](const QString &id, const QString &name, bool deleted, const SourceRef &namedAt) {
        const Knowledge live = userIsLive(m_inventory, id, deleted);
        if (id.isEmpty() || live.isNo() || seen.contains(id))
            return;
        seen.insert(id);
        const User *user = m_inventory.user(id);
        onCall.push_back({id, user ? user->name : name.isEmpty() ? id : name, live, namedAt});
    };
    for (const EscalationPolicy &policy : m_inventory.policies) {
        if (!policyInUse(policy).isYes())
            continue;
        for (const EscalationRule &rule : policy.rules) {
            for (const Reference &target : rule.targets) {
                if (isUserTarget(target))
                    add(target.id, target.name, target.deleted,
                        {policy.source.requestId, target.pointer + QStringLiteral("/id")});
            }
        }
    }
    for (const Schedule &schedule : m_inventory.schedules) {
        if (!this->schedule(schedule).inUse.isYes() || !schedule.finalEntries)
            continue;
        for (const ScheduleEntry &entry : *schedule.finalEntries) {
            if (entry.start < entry.end && entry.start < window.end && entry.end > window.start)
                add(entry.userId, {}, entry.userDeleted,
                    {schedule.source.requestId, schedule.source.pointer + QStringLiteral("/id")});
        }
    }
}

const ScheduleFacts &SharedFacts::schedule(const Schedule &schedule) const
{
    return m_schedules[static_cast<size_t>(&schedule - m_inventory.schedules.data())];
}

Coverage SharedFacts::targetCoverage(const Reference &target) const
{
    const IntervalSet all({window});
    const Knowledge live = targetIsLive(m_inventory, target);
    if (live.isNo())
        return {};
    if (live.isUnknown())
        return {{}, all};
    if (isUserTarget(target))
        return {all, {}};
    return schedule(*m_inventory.schedule(target.id)).coverage;
}

} // namespace pdsi
