// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/pagingpath.h"

namespace pdsi {

/// How long an incident leaves the people of one level to be told.
struct TimeOnLevel {
    qint64 afterSeconds = 0; ///< since the trigger, when they are assigned
    int minutes = 0;         ///< until it escalates
    bool last = false;       ///< it never escalates: every rule comes due
};

/// Fills in what PagerDuty sends this person, from `userId`'s rules for the urgency.
void addNotifications(PagedPerson &person, const Inventory &inventory, const QString &userId, bool lowUrgency,
                      const TimeOnLevel &time);

/// When the first of these people is told for certain, by the rules of the step (round robin: when each would be).
std::optional<qint64> firstTold(const PagingStep &step, std::optional<qint64> PagedPerson::*when);

} // namespace pdsi
