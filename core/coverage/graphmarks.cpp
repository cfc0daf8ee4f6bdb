// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/graphmarks.h"

#include "core/coverage/contactmethods.h"
#include "core/coverage/knowledge.h"
#include "core/coverage/policylevels.h"

#include <algorithm>

namespace pdsi {

namespace {

// The controls that judge what is marked here.
constexpr int servicePolicyControl = 5;
constexpr int multipleLevelsControl = 6;
constexpr int endsInNotificationControl = 7;
constexpr int onCallCoverageControl = 8;
constexpr int notificationRulesControl = 17;
constexpr int reachabilityControl = 18;

GraphMark markOf(GraphMarkKind kind, int control, const char *resourceKind, const QString &id)
{
    return {kind, control, QLatin1String(resourceKind), id};
}

int badness(GraphMarkKind kind)
{
    switch (kind) {
    case GraphMarkKind::MissingPolicy: return 0;
    case GraphMarkKind::NobodyNow: return 1;
    case GraphMarkKind::DeadEnd: return 2;
    case GraphMarkKind::Unreachable: return 3;
    case GraphMarkKind::EmptySchedule: return 4;
    case GraphMarkKind::LevelSkipped: return 5;
    case GraphMarkKind::SamePersonEveryLevel: return 6;
    case GraphMarkKind::SingleLevel: return 7;
    case GraphMarkKind::NotReadable: return 8;
    }
    return 9;
}

/// Control 17 asks responders only.
bool isStakeholder(const User &user)
{
    return user.role == QLatin1String("read_only_user") || user.role == QLatin1String("read_only_limited_user");
}

bool hasUsableHighRule(const User &user)
{
    return std::any_of(user.notificationRules->begin(), user.notificationRules->end(), [&](const NotificationRule &rule) {
        return rule.urgency == QLatin1String("high") && !rule.contactMethodId.isEmpty()
            && std::any_of(user.contactMethods->begin(), user.contactMethods->end(), [&](const ContactMethod &method) {
                   return method.id == rule.contactMethodId && isUsable(method);
               });
    });
}

} // namespace

void sortMarks(std::vector<GraphMark> &marks)
{
    std::stable_sort(marks.begin(), marks.end(), [](const GraphMark &a, const GraphMark &b) {
        return std::pair(badness(a.kind), a.controlId == 0) < std::pair(badness(b.kind), b.controlId == 0);
    });
    marks.erase(std::unique(marks.begin(), marks.end(),
                            [](const GraphMark &a, const GraphMark &b) { return a.kind == b.kind; }),
                marks.end());
}

GraphMarks::GraphMarks(const Inventory &inventory, const AccountCoverage &coverage, Instant at)
    : m_inventory(inventory), m_coverage(coverage), m_at(at), m_real(coverage.options.whatIf.isEmpty())
{
}

bool GraphMarks::isInWindow() const
{
    return m_at >= m_coverage.window().start && m_at < m_coverage.window().end;
}

bool GraphMarks::isPolicyInUse(int policy) const
{
    const std::vector<int> &services = covered(policy).services;
    return std::any_of(services.begin(), services.end(), [this](int service) {
        return !m_coverage.services[static_cast<size_t>(service)].disabled;
    });
}

std::vector<GraphMark> GraphMarks::ofService(const Service &service) const
{
    if (!service.isActive())
        return {};
    const Knowledge policy =
        service.escalationPolicy ? policyExists(m_inventory, *service.escalationPolicy) : Knowledge::no();
    if (policy.isYes())
        return {};
    return {markOf(policy.isUnknown() ? GraphMarkKind::NotReadable : GraphMarkKind::MissingPolicy, servicePolicyControl,
                   "service", service.id)};
}

GraphMarks::Presence GraphMarks::presence(int policy, int level) const
{
    const CoveredLevel &row = covered(policy).levels[static_cast<size_t>(level)];
    if (row.coverage.live.contains(m_at))
        return Presence::Somebody;
    if (isInWindow())
        return row.coverage.unknown.contains(m_at) ? Presence::MayBe : Presence::Nobody;
    const bool direct = std::any_of(row.people.begin(), row.people.end(), [this](int person) {
        return m_coverage.people[static_cast<size_t>(person)].liveness == Liveness::Live;
    });
    if (direct)
        return Presence::Somebody;
    return row.schedules.empty() && !row.hasUnknownTarget ? Presence::Nobody : Presence::MayBe;
}

bool GraphMarks::lastLevelNeverReaches(int policy) const
{
    if (covered(policy).levels.empty())
        return true;
    const Coverage &last = covered(policy).levels.back().coverage;
    return last.live.isEmpty() && last.unknown.isEmpty();
}

bool GraphMarks::hasFindingOfGaps(int schedule) const
{
    const CoveredSchedule &row = m_coverage.schedules[static_cast<size_t>(schedule)];
    if (!row.inUse || !m_real)
        return false;
    const IntervalSet gaps = row.coverage.possible().complementIn(m_coverage.window());
    return std::any_of(gaps.intervals().begin(), gaps.intervals().end(), [this](const Interval &gap) {
        return gap.seconds() >= m_coverage.options.minGapSeconds;
    });
}

GraphMark GraphMarks::nobodyMark(int policy) const
{
    if (isPolicyInUse(policy) && m_real) {
        if (lastLevelNeverReaches(policy))
            return markOf(GraphMarkKind::NobodyNow, endsInNotificationControl, "escalation_policy", row(policy).id);
        for (const CoveredLevel &level : covered(policy).levels) {
            for (const int schedule : level.schedules) {
                if (hasFindingOfGaps(schedule))
                    return markOf(GraphMarkKind::NobodyNow, onCallCoverageControl, "schedule",
                                  m_coverage.schedules[static_cast<size_t>(schedule)].id);
            }
        }
    }
    return markOf(GraphMarkKind::NobodyNow, 0, "escalation_policy", row(policy).id);
}

std::vector<GraphMark> GraphMarks::ofPolicy(int policy) const
{
    std::vector<GraphMark> marks;
    const EscalationPolicy &policyRow = row(policy);
    const auto add = [&](GraphMarkKind kind, int control) {
        marks.push_back(markOf(kind, isPolicyInUse(policy) ? control : 0, "escalation_policy", policyRow.id));
    };
    const bool fewLevels = distinctLevels(m_inventory, policyRow, true) < 2;
    if (onlyPersonOfEveryLevel(m_inventory, m_coverage, policy, m_at) >= 0)
        add(GraphMarkKind::SamePersonEveryLevel, fewLevels ? multipleLevelsControl : 0);
    if (fewLevels)
        add(GraphMarkKind::SingleLevel, multipleLevelsControl);
    const int levels = static_cast<int>(covered(policy).levels.size());
    bool nobody = true, certain = true;
    for (int level = 0; level < levels; ++level) {
        const Presence there = presence(policy, level);
        nobody = nobody && there != Presence::Somebody;
        certain = certain && there != Presence::MayBe;
    }
    if (nobody && certain)
        marks.push_back(nobodyMark(policy));
    else if (nobody)
        add(GraphMarkKind::NotReadable, 0);
    sortMarks(marks);
    return marks;
}

std::vector<GraphMark> GraphMarks::ofLevel(int policy, int level) const
{
    const QString &id = row(policy).id;
    switch (presence(policy, level)) {
    case Presence::Somebody: return {};
    case Presence::MayBe: return {markOf(GraphMarkKind::NotReadable, 0, "escalation_policy", id)};
    case Presence::Nobody: break;
    }
    const bool last = level + 1 == static_cast<int>(covered(policy).levels.size());
    const bool judged = last && m_real && isPolicyInUse(policy) && lastLevelNeverReaches(policy);
    return {markOf(GraphMarkKind::LevelSkipped, judged ? endsInNotificationControl : 0, "escalation_policy", id)};
}

std::vector<GraphMark> GraphMarks::ofSchedule(int schedule, bool unread, bool empty) const
{
    const CoveredSchedule &covered = m_coverage.schedules[static_cast<size_t>(schedule)];
    if (unread)
        return {markOf(GraphMarkKind::NotReadable, covered.inUse && isInWindow() ? onCallCoverageControl : 0, "schedule",
                       covered.id)};
    if (empty)
        return {markOf(GraphMarkKind::EmptySchedule, hasFindingOfGaps(schedule) ? onCallCoverageControl : 0, "schedule",
                       covered.id)};
    return {};
}

std::vector<GraphMark> GraphMarks::ofUser(const QString &id, bool referenceDeleted, int policy) const
{
    const Knowledge live = userIsLive(m_inventory, id, referenceDeleted);
    if (live.isNo()) {
        const bool judged = policy >= 0 && isPolicyInUse(policy) && !id.isEmpty();
        return {markOf(GraphMarkKind::DeadEnd, judged ? reachabilityControl : 0, "escalation_policy",
                       policy >= 0 ? row(policy).id : QString())};
    }
    if (live.isUnknown())
        return {markOf(GraphMarkKind::NotReadable, isInOnCallSet(id) ? reachabilityControl : 0, "user", id)};
    std::vector<GraphMark> marks;
    addReachability(marks, *m_inventory.user(id));
    sortMarks(marks);
    return marks;
}

bool GraphMarks::isInOnCallSet(const QString &userId) const
{
    const int index = m_coverage.personIndex(userId);
    if (index < 0)
        return false;
    const CoveredPerson &person = m_coverage.people[static_cast<size_t>(index)];
    const std::vector<int> &schedules = person.schedules;
    return std::any_of(person.directPolicies.begin(), person.directPolicies.end(),
                       [this](int policy) { return isPolicyInUse(policy); })
        || std::any_of(schedules.begin(), schedules.end(), [this](int schedule) {
               return m_coverage.schedules[static_cast<size_t>(schedule)].inUse;
           });
}

void GraphMarks::addReachability(std::vector<GraphMark> &marks, const User &user) const
{
    const int onCall = isInOnCallSet(user.id) ? reachabilityControl : 0;
    const int rules = isStakeholder(user) ? 0 : notificationRulesControl;
    const auto add = [&](GraphMarkKind kind, int control) { marks.push_back(markOf(kind, control, "user", user.id)); };
    if (!user.contactMethods) {
        add(GraphMarkKind::NotReadable, onCall);
    } else if (std::none_of(user.contactMethods->begin(), user.contactMethods->end(), [](const ContactMethod &method) {
                   return isUsable(method) && alertsDirectly(method);
               })) {
        add(GraphMarkKind::Unreachable, onCall);
    }
    if (!user.notificationRules)
        add(GraphMarkKind::NotReadable, rules);
    else if (user.contactMethods && !hasUsableHighRule(user))
        add(GraphMarkKind::Unreachable, rules);
}

std::vector<GraphMark> GraphMarks::ofMissingSchedule(const Reference &target, int policy, int level) const
{
    const Knowledge exists = isScheduleTarget(target) ? scheduleExists(m_inventory, target) : Knowledge::no();
    const QString &id = row(policy).id;
    if (exists.isUnknown())
        return {markOf(GraphMarkKind::NotReadable, 0, "escalation_policy", id)};
    int control = 0;
    if (isPolicyInUse(policy)) {
        const bool last = level + 1 == static_cast<int>(covered(policy).levels.size());
        if (last && m_real && lastLevelNeverReaches(policy))
            control = endsInNotificationControl;
        else if (distinctLevels(m_inventory, row(policy), true) < 2)
            control = multipleLevelsControl;
    }
    return {markOf(GraphMarkKind::DeadEnd, control, "escalation_policy", id)};
}

std::vector<GraphMark> GraphMarks::ofContactMethod(const ContactMethod &method, const User &user)
{
    if (isUsable(method))
        return {};
    return {markOf(GraphMarkKind::Unreachable, 0, "user", user.id)};
}

} // namespace pdsi
