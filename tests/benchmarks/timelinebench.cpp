// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/timelinebench.h"

#include "tests/support/inventorybuilder.h"
#include "tests/support/prng.h"
#include "ui/timeline/timelinelabels.h"
#include "ui/timeline/timelinenavigation.h"
#include "ui/timeline/timelinescene.h"

#include <QElapsedTimer>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>

#include <cmath>
#include <cstdio>
#include <malloc.h>

namespace pdsi {

using namespace Qt::StringLiterals;

namespace {

constexpr int runs = 7;
constexpr int days = 365;
constexpr int users = 3'000;
constexpr int schedules = 2'000;
constexpr int policies = 1'000;
constexpr QSize picture(1920, 1000);

QString numbered(const char *prefix, int n) { return QLatin1String(prefix) + QString::number(n); }

/// Hand-offs every day in one schedule of four, every week or half week in the others; one in ten has nobody at night.
void fill(Schedule &schedule, int n, Prng &prng)
{
    schedule.timeZone = n % 3 == 0 ? u"America/New_York"_s : u"Europe/Berlin"_s;
    schedule.renderedUntil = schedule.renderedFrom + days * secondsPerDay;
    const int first = prng.below(users);
    const Instant length = n % 4 == 0 ? secondsPerDay : n % 4 == 1 ? 7 * secondsPerDay : secondsPerDay * 7 / 2;
    const Instant onCall = n % 10 == 4 ? length * 10 / 24 : length;
    int turn = 0;
    for (Instant at = -prng.below(24) * 3'600; at < days * secondsPerDay; at += length, ++turn)
        InventoryBuilder::entry(schedule, at, at + onCall, numbered("PU", (first + turn % 5 * 17) % users));
}

std::shared_ptr<const Inventory> account()
{
    InventoryBuilder builder;
    Prng prng(365);
    for (int i = 0; i < users; ++i)
        builder.user(numbered("PU", i)).name = u"Firstname%1 Familyname%2"_s.arg(i).arg(i % 97);
    for (int i = 0; i < schedules; ++i)
        fill(builder.schedule(numbered("PSCH", i), {u"PU0"_s}), i, prng);
    for (int i = 0; i < policies; ++i) {
        builder.policy(numbered("PE", i), {{numbered("PSCH", 2 * i)}, {numbered("PSCH", 2 * i + 1)}});
        builder.service(numbered("PS", i), numbered("PE", i));
    }
    return builder.build();
}

CoverageOptions year()
{
    CoverageOptions options;
    options.window = {InventoryBuilder::now, InventoryBuilder::now + days * secondsPerDay};
    return options;
}

struct Laid {
    std::shared_ptr<const TimelineData> data;
    TimelineLayout layout;
    TimelineOverview overview;
    GapSequence gaps;
};

Laid lay(const std::shared_ptr<const AccountCoverage> &coverage, const std::shared_ptr<const Inventory> &inventory, TimelineGrouping grouping)
{
    Laid laid;
    laid.data = std::make_shared<const TimelineData>(coverage, inventory);
    TimelineMetrics metrics;
    metrics.line = QFontMetrics(QGuiApplication::font()).height();
    laid.layout = TimelineLayout(laid.data, timelineRows(*laid.data, {grouping, false}), metrics);
    laid.overview = TimelineOverview(laid.layout, picture.width() - metrics.headerWidth);
    laid.gaps = GapSequence(laid.layout);
    return laid;
}

size_t barsOf(const AccountCoverage &coverage)
{
    size_t bars = 0;
    for (const CoveredSchedule &schedule : coverage.schedules)
        bars += schedule.bars.size();
    return bars;
}

/// False, after saying so, when there is not enough to measure.
bool isLarge(const AccountCoverage &coverage)
{
    if (barsOf(coverage) >= 200'000)
        return true;
    std::fprintf(stderr, "pdsi-bench: only %zu bars\n", barsOf(coverage));
    return false;
}

std::optional<double> layoutTime()
{
    const auto inventory = account();
    const auto coverage = computeCoverage(*inventory, year());
    if (!isLarge(*coverage))
        return std::nullopt;
    QList<double> times;
    for (int run = 0; run <= runs; ++run) { // the first one warms up
        QElapsedTimer timer;
        timer.start();
        const Laid laid = lay(coverage, inventory, TimelineGrouping::Service);
        if (run > 0)
            times.append(double(timer.nsecsElapsed()) / 1e6);
        if (laid.layout.rowCount() < schedules)
            return std::nullopt;
    }
    return median(times);
}

/// Times of frames while somebody zooms in from the whole year to a day, panning and scrolling on every level.
QList<double> frames(Laid &laid)
{
    TimelineLabels labels(laid.data, QGuiApplication::font());
    const TimelineSearch search(laid.layout, {});
    TimelineScene scene;
    scene.layout = &laid.layout;
    scene.labels = &labels;
    scene.search = &search;
    scene.theme = TimelineTheme::of(false);
    scene.font = QGuiApplication::font();
    scene.size = picture;
    scene.zone = QTimeZone("Europe/Berlin");
    scene.overview = laid.overview;
    scene.asOf = year().window.start;
    QImage image(picture, QImage::Format_RGB32);
    TimelineScale scale = TimelineScale::showing(year().window, picture.width() - laid.layout.metrics().headerWidth);
    QList<double> times;
    for (int level = 0; level < 24; ++level, scale = scale.zoomed(1.3, scale.width / 3).within(year().window)) {
        for (int step = 0; step < 16; ++step) {
            scene.scale = scale.panned(step * 37).within(year().window);
            scene.top = std::fmod(level * 1'733.0 + step * 61, std::max(1, laid.layout.height() - picture.height()));
            QElapsedTimer timer;
            timer.start();
            scene.computeTicks();
            QPainter painter(&image);
            paintTimeline(painter, scene);
            painter.end();
            times.append(double(timer.nsecsElapsed()) / 1e6);
        }
    }
    return times;
}

std::optional<double> frameTime()
{
    const auto inventory = account();
    const auto coverage = computeCoverage(*inventory, year());
    if (!isLarge(*coverage))
        return std::nullopt;
    QList<double> times;
    for (const TimelineGrouping grouping : {TimelineGrouping::Schedule, TimelineGrouping::Service}) {
        Laid laid = lay(coverage, inventory, grouping);
        times += frames(laid);
    }
    std::sort(times.begin(), times.end());
    return times.at(times.size() * 95 / 100);
}

std::optional<double> bytesPerBar()
{
    const auto inventory = account();
    const auto used = [] {
        const struct mallinfo2 info = mallinfo2();
        return double(info.uordblks) + double(info.hblkhd);
    };
    const double before = used();
    const auto coverage = computeCoverage(*inventory, year());
    const Laid laid = lay(coverage, inventory, TimelineGrouping::Service);
    const double after = used();
    if (!isLarge(*coverage) || laid.layout.isEmpty())
        return std::nullopt;
    return (after - before) / double(barsOf(*coverage));
}

} // namespace

QList<Benchmark> timelineBenchmarks()
{
    return {{u"timeline.layout.2000x365"_s, u"ms"_s, layoutTime},
            {u"timeline.frame.p95"_s, u"ms"_s, frameTime},
            {u"timeline.bytes_per_bar"_s, u"B"_s, bytesPerBar}};
}

} // namespace pdsi
