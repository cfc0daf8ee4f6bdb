// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/oracle/randomcoverage.h"

#include "core/coverage/schedulerecomputation.h"

#include <algorithm>

namespace pdsi {

using namespace Qt::StringLiterals;

namespace {

constexpr int userCount = 6;
constexpr int schedulesPerAccount = 5;
constexpr int hour = 3'600;
constexpr int day = 24 * hour;

/// A zone and an instant at which its clocks change, or ceased to.
struct ClockChange {
    const char *zone;
    const char *at;
};
constexpr ClockChange clockChanges[] = {
    {"America/New_York", "2026-03-08T07:00:00Z"},     {"Eastern Time (US & Canada)", "2026-11-01T06:00:00Z"},
    {"Europe/London", "2026-03-29T01:00:00Z"},        {"London", "2026-10-25T01:00:00Z"},
    {"Australia/Lord_Howe", "2026-04-04T15:00:00Z"},  {"Australia/Lord_Howe", "2026-10-03T15:30:00Z"},
    {"Asia/Tokyo", "2026-05-01T00:00:00Z"},           {"Europe/Istanbul", "2016-03-27T01:00:00Z"},
    {"Istanbul", "2016-10-30T01:00:00Z"},             {"America/Sao_Paulo", "2019-02-17T02:00:00Z"},
    {"Brasilia", "2019-11-03T03:00:00Z"},             {"Asia/Amman", "2022-10-28T00:00:00Z"},
    {"Pacific/Apia", "2011-12-30T10:00:00Z"},         {"Africa/Casablanca", "2026-02-15T02:00:00Z"},
    {"America/St_Johns", "2026-03-08T05:30:00Z"},     {"UTC", "2026-01-01T00:00:00Z"},
    {"Asia/Kathmandu", "2026-07-01T00:00:00Z"},       {"America/Santiago", "2026-04-05T03:00:00Z"}};

constexpr const char *methodTypes[] = {"email_contact_method", "phone_contact_method", "sms_contact_method",
                                       "push_notification_contact_method"};

} // namespace

RandomCoverageBuilder::RandomCoverageBuilder(quint64 seed) : m_prng(seed)
{
    const ClockChange &change = clockChanges[m_prng.below(int(std::size(clockChanges)))];
    m_zone = QString::fromLatin1(change.zone);
    const Instant around = *parseInstant(QString::fromLatin1(change.at));
    m_window.start = around - m_prng.below(8 * day);
    m_window.end = around + 1 + m_prng.below(8 * day);
    m_options.window = m_window;
    m_options.minGapSeconds = m_prng.pick({1, 60, 61, 3'600});
}

QString RandomCoverageBuilder::anyZone()
{
    if (m_prng.chance(60))
        return m_zone;
    return QString::fromLatin1(clockChanges[m_prng.below(int(std::size(clockChanges)))].zone);
}

/// The last one was deleted, or is unknown where the list of users is not complete.
QString RandomCoverageBuilder::anyUser() { return u"PUSR%1"_s.arg(m_prng.below(userCount + 1)); }

/// Often at an hour at which clocks change somewhere.
int RandomCoverageBuilder::anyTimeOfDay()
{
    if (m_prng.chance(40))
        return m_prng.pick({0, 900, 3'600, 5'400, 6'300, 7'200, 8'100, 9'000, 10'800, 86'399});
    return m_prng.chance(80) ? 900 * m_prng.below(96) : m_prng.below(day);
}

Instant RandomCoverageBuilder::anyInstant()
{
    const Instant at = m_window.start - day + m_prng.below(int(m_window.seconds()) + 2 * day);
    return m_prng.chance(70) ? at / 900 * 900 : at;
}

void RandomCoverageBuilder::users()
{
    for (int i = 0; i < userCount; ++i) {
        User &user = m_builder.user(u"PUSR%1"_s.arg(i));
        user.contactMethods = std::vector<ContactMethod>();
        user.notificationRules = std::vector<NotificationRule>();
        const int methods = m_prng.chance(15) ? 0 : m_prng.between(1, 4);
        for (int n = 0; n < methods; ++n) {
            ContactMethod method = InventoryBuilder::contactMethod(
                u"PM%1-%2"_s.arg(i).arg(n), QString::fromLatin1(methodTypes[m_prng.below(int(std::size(methodTypes)))]));
            method.enabled = m_prng.pick<std::optional<bool>>({std::nullopt, true, true, true, true, false});
            method.blacklisted = m_prng.pick<std::optional<bool>>({std::nullopt, false, false, false, false, true});
            user.contactMethods->push_back(method);
        }
        for (int n = m_prng.below(5); n > 0; --n) {
            NotificationRule rule;
            rule.urgency = m_prng.chance(75) ? u"high"_s : u"low"_s;
            rule.startDelayMinutes = m_prng.pick({0, 0, 1, 5, 10, 15, 30, 60});
            rule.contactMethodId = u"PM%1-%2"_s.arg(i).arg(m_prng.chance(8) ? 9 : m_prng.below(std::max(1, methods)));
            user.notificationRules->push_back(rule);
        }
        if (m_prng.chance(8))
            user.notificationRules.reset();
    }
    if (m_prng.chance(20))
        m_builder.setState(ResourceClass::Users, CollectionState::Partial, ReasonCode::Partial);
}

std::vector<RecurringTime> RandomCoverageBuilder::recurringTimes(int chanceOfNone)
{
    std::vector<RecurringTime> times;
    if (m_prng.chance(chanceOfNone))
        return times;
    const bool daily = m_prng.chance(50);
    for (int n = daily ? m_prng.between(1, 2) : m_prng.between(1, 7); n > 0; --n) {
        const int length = m_prng.pick({hour, 2 * hour, 8 * hour, 12 * hour, 23 * hour, day, 30 * 60, 4'501});
        times.push_back({daily ? 0 : m_prng.between(1, 7), anyTimeOfDay(),
                         daily || m_prng.chance(80) ? length : m_prng.between(1, 7 * day)});
    }
    return times;
}

ScheduleLayer RandomCoverageBuilder::layer()
{
    ScheduleLayer layer;
    layer.start = m_prng.chance(70) ? m_window.start - 100 * day : anyInstant();
    if (m_prng.chance(25))
        layer.end = anyInstant();
    layer.virtualStart = m_prng.chance(15) ? anyInstant() : m_window.start - m_prng.below(400 * day);
    if (m_prng.chance(80))
        layer.virtualStart = *layer.virtualStart / 900 * 900;
    layer.turnSeconds = m_prng.pick({hour, 5'400, 12 * hour, day, day, 25 * hour, 2 * day, 7 * day, 7 * day, 14 * day});
    for (int n = m_prng.below(5); n > 0; --n)
        layer.users.push_back(InventoryBuilder::reference(anyUser(), u"user"_s));
    layer.restrictions = recurringTimes(40);
    return layer;
}

/// Mostly side by side; PagerDuty does not say who counts where two lie over each other.
std::vector<ScheduleEntry> RandomCoverageBuilder::overrides()
{
    std::vector<ScheduleEntry> entries;
    Instant at = anyInstant();
    for (int n = m_prng.below(4); n > 0; --n) {
        ScheduleEntry entry;
        entry.start = at;
        entry.end = at + m_prng.pick({1, 59, 900, hour, 8 * hour, day});
        entry.userId = anyUser();
        entries.push_back(entry);
        at = m_prng.chance(95) ? entry.end + m_prng.pick({0, 1, hour, day}) : entry.end - 1;
    }
    return entries;
}

/// What PagerDuty would have rendered, but for the mistakes worked in.
void RandomCoverageBuilder::renderAsPagerDuty(Schedule &schedule)
{
    const LayerOrder order = m_prng.chance(50) ? LayerOrder::FirstWins : LayerOrder::LastWins;
    const std::vector<RecomputedEntry> entries = recompute(schedule, m_window, order).entries;
    for (const RecomputedEntry &made : entries) {
        ScheduleEntry entry;
        entry.start = made.start;
        entry.end = made.end;
        entry.userId = made.userId;
        if (m_prng.chance(3))
            entry.userId = anyUser();
        if (m_prng.chance(3))
            entry.end -= std::min<Instant>(entry.end - entry.start, m_prng.pick({1, 60, hour}));
        if (m_prng.chance(97))
            schedule.finalEntries->push_back(entry);
    }
    if (m_prng.chance(30))
        std::reverse(schedule.finalEntries->begin(), schedule.finalEntries->end());
}

void RandomCoverageBuilder::layeredSchedule(Schedule &schedule)
{
    schedule.layers.clear();
    for (int n = m_prng.below(4); n > 0; --n)
        schedule.layers.push_back(layer());
    schedule.overrides = overrides();
    renderAsPagerDuty(schedule);
}

void RandomCoverageBuilder::shiftSchedule(Schedule &schedule)
{
    schedule.generation = ScheduleGeneration::ShiftBased;
    for (int n = m_prng.below(12); n > 0; --n) {
        ScheduleEntry entry;
        entry.start = anyInstant();
        entry.end = entry.start + m_prng.pick({0, 1, hour, 8 * hour, day, 3 * day});
        entry.userId = m_prng.chance(15) ? QString() : anyUser();
        entry.userDeleted = !entry.userId.isEmpty() && m_prng.chance(4);
        schedule.finalEntries->push_back(entry);
    }
}

void RandomCoverageBuilder::schedules()
{
    for (int i = 0; i < schedulesPerAccount; ++i) {
        Schedule &schedule = m_builder.schedule(u"PSCH%1"_s.arg(i), {u"PUSR0"_s});
        schedule.timeZone = anyZone();
        schedule.renderedFrom = m_window.start;
        schedule.renderedUntil = m_prng.chance(88) ? m_window.end : std::max(m_window.start + 1, anyInstant());
        if (m_prng.chance(20))
            shiftSchedule(schedule);
        else
            layeredSchedule(schedule);
        if (m_prng.chance(40))
            m_options.offHours.insert(schedule.id, recurringTimes(0));
    }
}

void RandomCoverageBuilder::policies()
{
    for (int i = m_prng.between(2, 4); i > 0; --i) {
        QList<QStringList> levels;
        for (int n = m_prng.chance(8) ? 0 : m_prng.between(1, 4); n > 0; --n) {
            QStringList targets;
            for (int t = m_prng.pick({0, 1, 1, 1, 2, 3}); t > 0; --t)
                targets.append(m_prng.chance(75) ? u"PSCH%1"_s.arg(m_prng.below(schedulesPerAccount + 1)) : anyUser());
            levels.append(targets);
        }
        EscalationPolicy &policy = m_builder.policy(u"PPOL%1"_s.arg(i), levels);
        policy.numLoops = m_prng.pick({0, 0, 1, 2});
        for (EscalationRule &rule : policy.rules) {
            rule.delayMinutes = m_prng.pick({1, 5, 15, 30, 60});
            rule.roundRobin = m_prng.chance(15);
        }
    }
    if (m_prng.chance(10))
        m_builder.setState(ResourceClass::EscalationPolicies, CollectionState::Partial, ReasonCode::Partial);
    if (m_prng.chance(10))
        m_builder.setState(ResourceClass::SchedulesV3, CollectionState::Denied, ReasonCode::Permission);
}

void RandomCoverageBuilder::urgency(Service &service)
{
    service.urgencyRule.urgency = m_prng.pick({u"high"_s, u"high"_s, u"low"_s, u"severity_based"_s});
    if (m_prng.chance(70))
        return;
    service.urgencyRule = {u"use_support_hours"_s, {}, u"high"_s, m_prng.pick({u"low"_s, u"severity_based"_s})};
    if (m_prng.chance(85))
        service.supportHours = SupportHours{anyZone(), {1, 2, 3, 4, m_prng.between(5, 7)}, anyTimeOfDay(), anyTimeOfDay()};
}

void RandomCoverageBuilder::services()
{
    for (int i = m_prng.between(2, 5); i > 0; --i) {
        Service &service = m_builder.service(u"PSVC%1"_s.arg(i), u"PPOL%1"_s.arg(m_prng.chance(6) ? 0 : m_prng.between(1, 3)));
        if (m_prng.chance(5))
            service.escalationPolicy.reset();
        if (m_prng.chance(10))
            service.status = u"disabled"_s;
        urgency(service);
    }
}

void RandomCoverageBuilder::maintenance()
{
    for (int i = m_prng.below(4); i > 0; --i) {
        MaintenanceWindow window;
        window.id = u"PMW%1"_s.arg(i);
        window.start = anyInstant();
        window.end = *window.start + m_prng.pick({1, hour, 6 * hour, 2 * day});
        if (m_prng.chance(10))
            window.end.reset();
        window.serviceIds = {u"PSVC1"_s, u"PSVC%1"_s.arg(m_prng.between(2, 5))};
        m_builder.rows().maintenanceWindows.push_back(window);
    }
}

RandomCoverage RandomCoverageBuilder::build()
{
    users();
    schedules();
    policies();
    services();
    maintenance();
    return {m_builder.build(), m_options};
}

} // namespace pdsi
