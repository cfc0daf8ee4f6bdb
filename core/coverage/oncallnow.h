// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/oncalltimeline.h"

namespace pdsi {

/// Who is on call on one schedule at an instant, and who takes over next. People are indexes in AccountCoverage::people.
struct OnCallNow {
    std::vector<int> people;        ///< may include people of whom nobody knows whether they are there
    bool unread = false;            ///< nobody knows; also outside the window
    std::vector<int> next;          ///< who is on call then and was not just before
    std::optional<Instant> nextAt;  ///< nullopt: nobody within the window, or not read that far
};
OnCallNow onCallNow(const OnCallTimeline &timeline, Instant at);

/// When this person is next put on call after `at`; nullopt when never, as far as was read.
std::optional<Instant> nextTurn(const OnCallTimeline &timeline, int person, Instant at);

} // namespace pdsi
