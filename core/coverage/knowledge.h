// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/schedulecoverage.h"
#include "core/snapshot/inventory.h"

#include <initializer_list>

namespace pdsi {

enum class Answer : quint8 { No, Unknown, Yes };

/// An answer that may be unknown, and then says why.
struct Knowledge {
    Answer answer = Answer::No;
    ReasonCode reason = ReasonCode::Failed; ///< meaningful only when unknown

    static Knowledge yes() { return {Answer::Yes}; }
    static Knowledge no() { return {Answer::No}; }
    static Knowledge unknown(ReasonCode why) { return {Answer::Unknown, why}; }

    bool isYes() const { return answer == Answer::Yes; }
    bool isNo() const { return answer == Answer::No; }
    bool isUnknown() const { return answer == Answer::Unknown; }
    /// The answer when everything unknown is taken for `unknownMeans`.
    bool assuming(bool unknownMeans) const { return isUnknown() ? unknownMeans : isYes(); }
};

/// Yes, unknown and no as live, unknown and nobody.
Liveness livenessOf(const Knowledge &live);

/// Why the key may not see every resource; nullopt when it sees the whole account.
std::optional<ReasonCode> limitedSight(const Inventory &inventory);

/// Why a resource that is in none of these classes may exist all the same; nullopt when it does not.
std::optional<ReasonCode> whyMayBeHidden(const Inventory &inventory, std::initializer_list<ResourceClass> classes);

/// The reason of the first of these classes that is not complete; `failed` when all are.
ReasonCode reasonOf(const Inventory &inventory, std::initializer_list<ResourceClass> classes);

/// Is there such a user, and was it not deleted?
Knowledge userIsLive(const Inventory &inventory, const QString &id, bool referenceDeleted);
Knowledge scheduleExists(const Inventory &inventory, const Reference &reference);
Knowledge policyExists(const Inventory &inventory, const Reference &reference);

bool isUserTarget(const Reference &reference);
/// Of either generation.
bool isScheduleTarget(const Reference &reference);
/// A live user, or a schedule that exists. Targets of any other type reach nobody.
Knowledge targetIsLive(const Inventory &inventory, const Reference &target);

} // namespace pdsi
