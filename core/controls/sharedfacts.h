// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameters.h"
#include "core/coverage/knowledge.h"
#include "core/coverage/schedulecoverage.h"

#include <QHash>

namespace pdsi {

/// One level of a policy in use that has a schedule as target.
struct ScheduleUse {
    const EscalationPolicy *policy = nullptr;
    qsizetype level = 0; ///< index of the rule
    const Reference *target = nullptr;
};

struct ScheduleFacts {
    Knowledge inUse;
    Coverage coverage; ///< over the window; stretches that were not rendered are unknown
    ReasonCode whyUnknown = ReasonCode::Failed; ///< why `coverage.unknown` is unknown
    bool rendered = false; ///< final entries are known, or known to be none
    bool onCallUnknown = false; ///< some of the window was not rendered, so somebody else may be on call
    QList<ScheduleUse> uses; ///< by policies certainly in use, in policy and level order
};

/// A user somebody would page during the window.
struct OnCallUser {
    QString id;
    QString name;
    Knowledge live;
    SourceRef namedAt; ///< the target of a rule or the schedule that names the user
};

/// What several controls need to know, computed once. Points into the inventory it was made from.
struct SharedFacts {
    SharedFacts(const Inventory &inventory, Instant now, const Parameters &parameters);

    Interval window;
    std::vector<OnCallUser> onCall; ///< of policies and schedules certainly in use, no user twice

    Knowledge policyInUse(const EscalationPolicy &policy) const { return m_policyUse.value(policy.id); }
    const ScheduleFacts &schedule(const Schedule &schedule) const;
    /// When this target can take a call during the window.
    Coverage targetCoverage(const Reference &target) const;

private:
    void findPoliciesInUse();
    void findSchedulesInUse();
    void coverSchedules();
    void findOnCallUsers();

    const Inventory &m_inventory;
    QHash<QString, Knowledge> m_policyUse;
    std::vector<ScheduleFacts> m_schedules; ///< parallel to the inventory's schedules
};

} // namespace pdsi
