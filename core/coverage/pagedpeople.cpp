// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/pagedpeople.h"

#include "core/coverage/contactmethods.h"

#include <algorithm>

namespace pdsi {

namespace {

constexpr qint64 secondsAMinute = 60;

const ContactMethod *methodOf(const User &user, const QString &id)
{
    const auto found = std::find_if(user.contactMethods->begin(), user.contactMethods->end(),
                                    [&id](const ContactMethod &method) { return method.id == id; });
    return found == user.contactMethods->end() || id.isEmpty() ? nullptr : &*found;
}

NotificationStep stepOf(const NotificationRule &rule, const User &user, const TimeOnLevel &time)
{
    NotificationStep step;
    step.delayMinutes = std::max(0, rule.startDelayMinutes);
    if (const ContactMethod *method = methodOf(user, rule.contactMethodId)) {
        step.methodType = method->type;
        step.methodLabel = method->label;
        step.usable = isUsable(*method);
        step.direct = alertsDirectly(*method);
    }
    step.fires = step.usable && (step.delayMinutes == 0 || time.last || step.delayMinutes < time.minutes);
    return step;
}

void keepEarlier(std::optional<qint64> &first, qint64 seconds) { first = std::min(first.value_or(seconds), seconds); }

} // namespace

void addNotifications(PagedPerson &person, const Inventory &inventory, const QString &userId, bool lowUrgency,
                      const TimeOnLevel &time)
{
    const User *user = inventory.user(userId);
    person.rulesKnown = user && user->contactMethods && user->notificationRules;
    if (!person.rulesKnown)
        return;
    const QLatin1String urgency(lowUrgency ? "low" : "high");
    for (const NotificationRule &rule : *user->notificationRules) {
        if (rule.urgency == urgency)
            person.steps.push_back(stepOf(rule, *user, time));
    }
    std::stable_sort(person.steps.begin(), person.steps.end(), [](const NotificationStep &a, const NotificationStep &b) {
        return a.delayMinutes < b.delayMinutes;
    });
    for (const NotificationStep &step : person.steps) {
        const qint64 due = time.afterSeconds + step.delayMinutes * secondsAMinute;
        if (step.fires)
            keepEarlier(person.firstNoticeSeconds, due);
        if (step.fires && step.direct)
            keepEarlier(person.firstHumanSeconds, due);
    }
}

std::optional<qint64> firstTold(const PagingStep &step, std::optional<qint64> PagedPerson::*when)
{
    std::optional<qint64> first, last;
    bool all = true;
    for (const PagedPerson &person : step.people) {
        const std::optional<qint64> &told = person.*when;
        const bool certainly = person.liveness == Liveness::Live && told;
        all = all && certainly;
        if (!certainly)
            continue;
        first = std::min(first.value_or(*told), *told);
        last = std::max(last.value_or(*told), *told);
    }
    if (!step.roundRobin)
        return first;
    return all ? last : std::nullopt;
}

} // namespace pdsi
