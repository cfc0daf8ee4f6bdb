// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collector/classstate.h"

#include <array>

namespace pdsi {

namespace {

/// Classes that exist only on some plans: their 404 says the plan lacks them.
bool isPlanFeature(ResourceClass c)
{
    switch (c) {
    case ResourceClass::Priorities:
    case ResourceClass::IncidentWorkflows:
    case ResourceClass::WorkflowTriggers:
    case ResourceClass::IpAllowLists:
    case ResourceClass::StandardsScores:
    case ResourceClass::AuditRecent:
    case ResourceClass::AuditHistory:
    case ResourceClass::AuditTokensRecent:
    case ResourceClass::AuditTokensOld:
    case ResourceClass::Tags:
    case ResourceClass::Licenses:
    case ResourceClass::Addons:
    case ResourceClass::OAuthDelegations:
    case ResourceClass::SchedulesV3: return true;
    default: return false;
    }
}

void set(ResourceClassState &state, CollectionState to, std::optional<ReasonCode> reason)
{
    state.state = to;
    state.reason = reason;
}

} // namespace

bool isWorse(CollectionState a, CollectionState b)
{
    static constexpr std::array order{CollectionState::Complete, CollectionState::NotCollected,
                                      CollectionState::Partial, CollectionState::Unavailable,
                                      CollectionState::Failed, CollectionState::Denied};
    const auto rank = [](CollectionState s) { return std::find(order.begin(), order.end(), s); };
    return rank(a) > rank(b);
}

void applyRefusal(ResourceClassState &state, RequestResult result, int status)
{
    const ResourceClass c = state.resourceClass;
    if (result == RequestResult::Denied)
        return set(state, CollectionState::Denied, ReasonCode::Permission);
    if (result == RequestResult::PlanGated)
        return set(state, CollectionState::Unavailable, ReasonCode::Plan);
    if (result == RequestResult::Missing && c == ResourceClass::SessionConfigurations)
        return set(state, CollectionState::Complete, std::nullopt); // never configured: the defaults hold
    if (result == RequestResult::Missing && isPlanFeature(c))
        return set(state, CollectionState::Unavailable, ReasonCode::Plan);
    if (result == RequestResult::Refused && c == ResourceClass::SignIn && status == 400)
        return set(state, CollectionState::Complete, std::nullopt); // how an account-level key is answered
    set(state, CollectionState::Failed, ReasonCode::Failed);
}

void applyPartial(ResourceClassState &state, ReasonCode reason)
{
    set(state, CollectionState::Partial, reason);
}

} // namespace pdsi
