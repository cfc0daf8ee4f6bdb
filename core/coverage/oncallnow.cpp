// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/oncallnow.h"

#include <algorithm>

namespace pdsi {

namespace {

bool isOnCallIn(const OnCallStretch &stretch, int person)
{
    return std::any_of(stretch.people.begin(), stretch.people.end(),
                       [person](const OnCallPerson &other) { return other.person == person; });
}

std::vector<OnCallStretch>::const_iterator stretchAt(const std::vector<OnCallStretch> &stretches, Instant at)
{
    return std::upper_bound(stretches.begin(), stretches.end(), at,
                            [](Instant instant, const OnCallStretch &stretch) { return instant < stretch.end; });
}

} // namespace

OnCallNow onCallNow(const OnCallTimeline &timeline, Instant at)
{
    OnCallNow result;
    const std::vector<OnCallStretch> &stretches = timeline.stretches();
    auto stretch = stretchAt(stretches, at);
    result.unread = stretch == stretches.end() || stretch->unread;
    if (stretch == stretches.end())
        return result;
    for (const OnCallPerson &person : stretch->people)
        result.people.push_back(person.person);
    for (auto before = stretch++; stretch != stretches.end() && !stretch->unread; before = stretch++) {
        for (const OnCallPerson &person : stretch->people) {
            if (!isOnCallIn(*before, person.person))
                result.next.push_back(person.person);
        }
        if (!result.next.empty()) {
            result.nextAt = stretch->start;
            break;
        }
    }
    return result;
}

std::optional<Instant> nextTurn(const OnCallTimeline &timeline, int person, Instant at)
{
    const std::vector<OnCallStretch> &stretches = timeline.stretches();
    auto before = stretchAt(stretches, at);
    if (before == stretches.end())
        return std::nullopt;
    for (auto stretch = before + 1; stretch != stretches.end(); before = stretch++) {
        if (isOnCallIn(*stretch, person) && !isOnCallIn(*before, person))
            return stretch->start;
    }
    return std::nullopt;
}

} // namespace pdsi
