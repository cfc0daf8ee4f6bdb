// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/accountcoverage.h"
#include "tests/support/inventorybuilder.h"
#include "ui/timeline/timelinelayout.h"

namespace pdsi {

/// A small account over ten days from InventoryBuilder::now, with one gap of every kind that matters.
struct TimelineFixture {
    static constexpr Instant day = secondsPerDay;
    static constexpr Instant now = InventoryBuilder::now;
    InventoryBuilder builder;
    std::shared_ptr<const Inventory> inventory;
    std::shared_ptr<const TimelineData> data;

    /// PSCH1: PANA, nobody on day 2..3, PBEN, and on day 6..6.5 nobody. PSCH2: PCLEO on days 0..5, then nobody.
    /// PEP1: PSCH1, then PSCH2. PEP2: PSCH2 alone. PSRV1 uses PEP1, PSRV2 uses PEP2.
    TimelineFixture()
    {
        for (const char *id : {"PANA", "PBEN", "PCLEO"})
            builder.user(QLatin1String(id)).name = QLatin1String(id) + QStringLiteral(" Lindqvist");
        Schedule &first = builder.schedule(QStringLiteral("PSCH1"), {QStringLiteral("PANA"), QStringLiteral("PBEN")});
        first.name = QStringLiteral("First line");
        first.timeZone = QStringLiteral("Europe/Berlin");
        first.renderedUntil = now + 10 * day;
        InventoryBuilder::entry(first, 0, 2 * day, QStringLiteral("PANA"));
        InventoryBuilder::entry(first, 3 * day, 6 * day, QStringLiteral("PBEN"));
        InventoryBuilder::entry(first, 6 * day + day / 2, 10 * day, QStringLiteral("PANA"));
        Schedule &second = builder.schedule(QStringLiteral("PSCH2"), {QStringLiteral("PCLEO")});
        second.name = QStringLiteral("Second line");
        second.timeZone = QStringLiteral("Europe/Berlin");
        second.renderedUntil = now + 10 * day;
        InventoryBuilder::entry(second, 0, 5 * day, QStringLiteral("PCLEO"));
        builder.policy(QStringLiteral("PEP1"), {{QStringLiteral("PSCH1")}, {QStringLiteral("PSCH2")}}).name = QStringLiteral("Both lines");
        builder.policy(QStringLiteral("PEP2"), {{QStringLiteral("PSCH2")}}).name = QStringLiteral("Second alone");
        builder.service(QStringLiteral("PSRV1"), QStringLiteral("PEP1")).name = QStringLiteral("Shop");
        builder.service(QStringLiteral("PSRV2"), QStringLiteral("PEP2")).name = QStringLiteral("Archive");
        finish();
    }

    void finish()
    {
        inventory = builder.build();
        CoverageOptions options;
        options.window = {now, now + 10 * day};
        data = std::make_shared<const TimelineData>(computeCoverage(*inventory, options), inventory);
    }

    TimelineLayout layout(TimelineGrouping grouping, bool onlyWithGaps = false) const
    {
        return {data, timelineRows(*data, {grouping, onlyWithGaps}), TimelineMetrics()};
    }
};

} // namespace pdsi
