// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/accountcoverage.h"

namespace pdsi {

/// Builds one AccountCoverage. To be used once.
class CoverageComputation
{
public:
    CoverageComputation(const Inventory &inventory, const CoverageOptions &options);
    std::shared_ptr<const AccountCoverage> run();

private:
    void listUsers();
    void coverSchedules();
    void coverPolicies();
    void coverServices();
    void findServicesOfPolicies();

    /// Whom an entry names, and whether that one can be paged.
    struct Named {
        int person = -1;
        Liveness liveness = Liveness::Nobody;
    };
    std::vector<Named> namedIn(const std::vector<ScheduleEntry> &entries);
    CoveredSchedule covered(const Schedule &schedule);
    void addRendering(CoveredSchedule &row, const Schedule &schedule);
    std::vector<CoverageBar> barsOf(const Schedule &schedule, const std::vector<Named> &named) const;
    CoveredPolicy covered(const EscalationPolicy &policy, int index);
    CoveredLevel covered(const EscalationRule &rule, int policyIndex);
    void addTarget(CoveredLevel &level, const Reference &target, int policyIndex, std::vector<Coverage> &targets);
    CoveredService covered(const Service &service, const std::vector<Interval> &maintenance) const;
    /// The person behind a user id; one who is not in the list is added.
    int person(const QString &userId, const QString &name = {});
    Interval window() const { return m_result->options.window; }
    bool isAway(const QString &userId) const { return m_result->options.whatIf.awayPeople.contains(userId); }
    bool isRemoved(const QString &scheduleId) const
    {
        return m_result->options.whatIf.removedSchedules.contains(scheduleId);
    }

    const Inventory &m_inventory;
    std::shared_ptr<AccountCoverage> m_result;
    Liveness m_absent; ///< of users who are not in the list
};

} // namespace pdsi
