// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/coveragebench.h"

#include "tests/support/inventorybuilder.h"
#include "tests/support/prng.h"

#include <QElapsedTimer>

#include <cstdio>

namespace pdsi {

using namespace Qt::StringLiterals;

namespace {

constexpr int runs = 9;
constexpr int days = 90;
constexpr int users = 10'000;
constexpr int schedules = 800;
constexpr int policies = 1'500;
constexpr int services = 2'000;
constexpr Instant hour = 3'600;

QString numbered(const char *prefix, int n) { return QLatin1String(prefix) + QString::number(n); }

/// Hand-offs every day, every twelve hours, every week, or office hours only; one in twenty has somebody who left.
void fill(Schedule &schedule, int n, Prng &prng)
{
    schedule.renderedUntil = schedule.renderedFrom + days * secondsPerDay;
    const int first = prng.below(users);
    const Instant length = n % 8 == 0 ? 12 * hour : n % 8 == 1 ? 7 * secondsPerDay : secondsPerDay;
    const Instant onCall = n % 12 == 5 ? 10 * hour : length;
    int turn = 0;
    for (Instant at = -prng.below(24) * hour; at < days * secondsPerDay; at += length, ++turn) {
        const QString user = n % 20 == 7 && turn % 4 == 3 ? u"PGONE"_s : numbered("PU", (first + turn % 4 * 17) % users);
        InventoryBuilder::entry(schedule, at, at + onCall, user);
    }
}

void maintain(InventoryBuilder &builder, const QString &service, Instant from)
{
    MaintenanceWindow &window = builder.rows().maintenanceWindows.emplace_back();
    window.start = from;
    window.end = from + 6 * hour;
    window.serviceIds = {service};
}

} // namespace

std::shared_ptr<const Inventory> wideAccount()
{
    InventoryBuilder builder;
    Prng prng(2026);
    for (int i = 0; i < users; ++i)
        builder.user(numbered("PU", i));
    for (int i = 0; i < schedules; ++i)
        fill(builder.schedule(numbered("PSCH", i), {u"PU0"_s}), i, prng);
    for (int i = 0; i < policies; ++i) {
        QList<QStringList> levels{{numbered("PSCH", prng.below(schedules))}};
        if (i % 15 != 4)
            levels.append({i % 2 ? numbered("PSCH", prng.below(schedules)) : numbered("PU", prng.below(users))});
        if (i % 3 == 0)
            levels.append({numbered("PSCH", prng.below(schedules)), numbered("PSCH", prng.below(schedules))});
        builder.policy(numbered("PE", i), levels);
    }
    for (int i = 0; i < services; ++i) {
        Service &service = builder.service(numbered("PS", i), numbered("PE", i % policies));
        if (i % 25 == 9)
            service.status = u"disabled"_s;
        if (i % 40 == 3)
            maintain(builder, service.id, InventoryBuilder::now + i * hour);
    }
    return builder.build();
}

CoverageOptions wideWindow()
{
    CoverageOptions options;
    options.window = {InventoryBuilder::now, InventoryBuilder::now + days * secondsPerDay};
    return options;
}

namespace {

std::optional<double> wholeComputation()
{
    const auto inventory = wideAccount();
    const CoverageOptions options = wideWindow();
    QList<double> times;
    for (int run = 0; run <= runs; ++run) { // the first one warms up
        QElapsedTimer timer;
        timer.start();
        const auto coverage = computeCoverage(*inventory, options);
        if (run > 0)
            times.append(double(timer.nsecsElapsed()) / 1e6);
        if (coverage->services.size() != services || worstServicesFirst(*coverage).size() != services) {
            std::fprintf(stderr, "pdsi-bench: not every service was covered\n");
            return std::nullopt;
        }
    }
    return median(times);
}

} // namespace

QList<Benchmark> coverageBenchmarks()
{
    return {Benchmark{u"coverage.effective.2000x90"_s, u"ms"_s, wholeComputation}};
}

} // namespace pdsi
