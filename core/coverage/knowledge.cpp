// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/knowledge.h"

namespace pdsi {

namespace {

Knowledge presence(bool deleted, bool listed, const std::optional<ReasonCode> &mayBeHidden)
{
    if (deleted)
        return Knowledge::no();
    if (listed)
        return Knowledge::yes();
    return mayBeHidden ? Knowledge::unknown(*mayBeHidden) : Knowledge::no();
}

} // namespace

Liveness livenessOf(const Knowledge &live)
{
    if (live.isUnknown())
        return Liveness::Unknown;
    return live.isYes() ? Liveness::Live : Liveness::Nobody;
}

std::optional<ReasonCode> limitedSight(const Inventory &inventory)
{
    switch (inventory.keyScope) {
    case KeyScope::Account: return std::nullopt;
    case KeyScope::Limited: return ReasonCode::Permission;
    case KeyScope::Unknown: return ReasonCode::Failed;
    }
    return ReasonCode::Failed;
}

std::optional<ReasonCode> whyMayBeHidden(const Inventory &inventory, std::initializer_list<ResourceClass> classes)
{
    for (const ResourceClass c : classes) {
        if (!inventory.isComplete(c))
            return inventory.reasonNotComplete(c).value_or(ReasonCode::Failed);
    }
    return limitedSight(inventory);
}

ReasonCode reasonOf(const Inventory &inventory, std::initializer_list<ResourceClass> classes)
{
    for (const ResourceClass c : classes) {
        if (!inventory.isComplete(c))
            return inventory.reasonNotComplete(c).value_or(ReasonCode::Failed);
    }
    return ReasonCode::Failed;
}

Knowledge userIsLive(const Inventory &inventory, const QString &id, bool referenceDeleted)
{
    return presence(referenceDeleted, inventory.user(id), whyMayBeHidden(inventory, {ResourceClass::Users}));
}

Knowledge scheduleExists(const Inventory &inventory, const Reference &reference)
{
    return presence(reference.deleted, inventory.schedule(reference.id),
                    whyMayBeHidden(inventory, {ResourceClass::Schedules, ResourceClass::SchedulesV3}));
}

Knowledge policyExists(const Inventory &inventory, const Reference &reference)
{
    return presence(reference.deleted, inventory.policy(reference.id),
                    whyMayBeHidden(inventory, {ResourceClass::EscalationPolicies}));
}

bool isUserTarget(const Reference &reference) { return reference.type == QLatin1String("user"); }

bool isScheduleTarget(const Reference &reference) { return reference.type.startsWith(QLatin1String("schedule")); }

Knowledge targetIsLive(const Inventory &inventory, const Reference &target)
{
    if (isUserTarget(target))
        return userIsLive(inventory, target.id, target.deleted);
    return isScheduleTarget(target) ? scheduleExists(inventory, target) : Knowledge::no();
}

} // namespace pdsi
