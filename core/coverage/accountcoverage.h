// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/coveragerows.h"
#include "core/snapshot/inventory.h"

#include <QHash>
#include <QSet>

#include <memory>

namespace pdsi {

/// What somebody wonders about. It only changes what is computed; it is never written anywhere, here or at PagerDuty.
struct WhatIf {
    QSet<QString> awayPeople;       ///< ids: they take no call
    QSet<QString> removedSchedules; ///< ids: nobody is on call there

    bool isEmpty() const { return awayPeople.isEmpty() && removedSchedules.isEmpty(); }
    bool operator==(const WhatIf &) const = default;
};

struct CoverageOptions {
    Interval window;
    int minGapSeconds = 60;
    /// Intended off-hours by schedule id, by the clocks of that schedule's zone.
    QHash<QString, std::vector<RecurringTime>> offHours;
    WhatIf whatIf;

    bool operator==(const CoverageOptions &) const = default;
};

/// The window and the minimum gap length that the snapshot was collected and is judged with.
CoverageOptions coverageOptions(const SnapshotInfo &info);
CoverageOptions coverageOptions(Instant asOf, const Parameters &parameters);

/// When the account has somebody on call: computed once per audit, immutable, travels whole.
/// Time that could not be read is unknown: never covered, never a gap that counts.
struct AccountCoverage {
    CoverageOptions options;
    std::vector<CoveredSchedule> schedules; ///< parallel to Inventory::schedules
    std::vector<CoveredPolicy> policies;    ///< parallel to Inventory::policies
    std::vector<CoveredService> services;   ///< parallel to Inventory::services
    std::vector<CoveredPerson> people;      ///< first those of Inventory::users in that order, then ids only named elsewhere

    Interval window() const { return options.window; }
    /// Index lookups; -1 when absent.
    int scheduleIndex(const QString &id) const { return m_scheduleIndex.value(id, -1); }
    int policyIndex(const QString &id) const { return m_policyIndex.value(id, -1); }
    int serviceIndex(const QString &id) const { return m_serviceIndex.value(id, -1); }
    int personIndex(const QString &id) const { return m_personIndex.value(id, -1); }

private:
    friend class CoverageComputation;
    QHash<QString, int> m_scheduleIndex, m_policyIndex, m_serviceIndex, m_personIndex;
};

/// Pure and safe to call in a worker. Keeps nothing of the inventory.
std::shared_ptr<const AccountCoverage> computeCoverage(const Inventory &inventory, const CoverageOptions &options);

/// Seconds of the gaps of one kind; of Nobody and CaughtByLevel only those that count.
qint64 gapSeconds(const std::vector<CoverageGap> &gaps, GapKind kind);

/// Indexes in stable order, worst first: most counted seconds without anybody, then most caught by a later level,
/// then most unknown, then by name and id. Disabled services and schedules out of use come last.
std::vector<int> worstSchedulesFirst(const AccountCoverage &coverage);
std::vector<int> worstPoliciesFirst(const AccountCoverage &coverage);
std::vector<int> worstServicesFirst(const AccountCoverage &coverage);
/// Most services at risk, then most time on call, then by name and id. People who are never on call are left out.
std::vector<int> busiestPeopleFirst(const AccountCoverage &coverage);

} // namespace pdsi
