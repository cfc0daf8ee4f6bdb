// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/accountcoverage.h"
#include "tests/support/inventorybuilder.h"
#include "tests/support/prng.h"

namespace pdsi {

/// A small account with schedules full of trouble around a clock change, and what to compute it with.
struct RandomCoverage {
    std::shared_ptr<const Inventory> inventory;
    CoverageOptions options;
};

/// Makes the account of one seed: five schedules, a few policies and services.
class RandomCoverageBuilder
{
public:
    explicit RandomCoverageBuilder(quint64 seed);
    RandomCoverage build();

private:
    void users();
    void schedules();
    void layeredSchedule(Schedule &schedule);
    void shiftSchedule(Schedule &schedule);
    void renderAsPagerDuty(Schedule &schedule);
    ScheduleLayer layer();
    std::vector<RecurringTime> recurringTimes(int chanceOfNone);
    std::vector<ScheduleEntry> overrides();
    void policies();
    void services();
    void maintenance();
    void urgency(Service &service);
    QString anyUser();
    QString anyZone();
    int anyTimeOfDay();
    /// An instant in the window or a little around it.
    Instant anyInstant();

    Prng m_prng;
    InventoryBuilder m_builder;
    Interval m_window;
    QString m_zone;
    CoverageOptions m_options;
};

} // namespace pdsi
