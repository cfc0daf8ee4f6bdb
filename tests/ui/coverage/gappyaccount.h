// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/accountcoverage.h"
#include "tests/support/inventorybuilder.h"

namespace pdsi {

/// A small account whose coverage is known by hand, over the day from InventoryBuilder::now:
/// PSCHDAY (Berlin): PANNA hours 0-8, nobody 8-12, PBERT 12-24. PSCHTWO: PANNA hours 6-10, nobody else.
/// PPOL: level 1 PSCHDAY for 30 minutes, level 2 PSCHTWO. PBOTH: PSCHDAY, then PCARL directly.
/// PSVC uses PPOL, PSAFE uses PBOTH, POFF uses PPOL and is disabled.
inline constexpr Instant hour = 3'600;
inline constexpr Interval gappyWindow{InventoryBuilder::now, InventoryBuilder::now + 24 * hour};

inline InventoryBuilder gappyAccount()
{
    InventoryBuilder account;
    for (const char *id : {"PANNA", "PBERT", "PCARL"})
        account.user(QLatin1String(id));
    Schedule &day = account.schedule(QStringLiteral("PSCHDAY"), {QStringLiteral("PANNA"), QStringLiteral("PBERT")});
    day.timeZone = QStringLiteral("Europe/Berlin");
    InventoryBuilder::entry(day, 0, 8 * hour, QStringLiteral("PANNA"));
    InventoryBuilder::entry(day, 12 * hour, 24 * hour, QStringLiteral("PBERT"));
    Schedule &two = account.schedule(QStringLiteral("PSCHTWO"), {QStringLiteral("PANNA")});
    InventoryBuilder::entry(two, 6 * hour, 10 * hour, QStringLiteral("PANNA"));
    EscalationPolicy &policy = account.policy(QStringLiteral("PPOL"), {{QStringLiteral("PSCHDAY")}, {QStringLiteral("PSCHTWO")}});
    policy.rules[0].delayMinutes = 30;
    policy.rules[1].delayMinutes = 30;
    account.policy(QStringLiteral("PBOTH"), {{QStringLiteral("PSCHDAY")}, {QStringLiteral("PCARL")}}).rules[0].delayMinutes = 15;
    account.service(QStringLiteral("PSVC"), QStringLiteral("PPOL"));
    account.service(QStringLiteral("PSAFE"), QStringLiteral("PBOTH"));
    account.service(QStringLiteral("POFF"), QStringLiteral("PPOL")).status = QStringLiteral("disabled");
    return account;
}

inline std::shared_ptr<const AccountCoverage> coverageOf(const InventoryBuilder &account, Interval window = gappyWindow)
{
    CoverageOptions options;
    options.window = window;
    return computeCoverage(*account.build(), options);
}

} // namespace pdsi
