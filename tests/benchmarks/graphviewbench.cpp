// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/graphviewbench.h"

#include "core/coverage/accountcoverage.h"
#include "core/snapshot/snapshotarchive.h"
#include "tests/benchmarks/referencebench.h"
#include "tests/support/inventorybuilder.h"
#include "tests/support/prng.h"
#include "ui/graph/graphgeometry.h"
#include "ui/graph/graphpainter.h"
#include "ui/graph/graphsource.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>

#include <cstdio>

namespace pdsi {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize graphView(1920, 1000);
constexpr int viewRuns = 3, policyStep = 4, accountRuns = 3;

struct GraphAccount {
    std::shared_ptr<const Inventory> inventory;
    std::shared_ptr<const AccountCoverage> coverage;
};

QString graphId(const char *prefix, int n) { return QLatin1String(prefix) + QString::number(n); }

/// Teams of some services, policies and schedules; one policy in ten also asks a schedule of another team.
GraphAccount graphAccount(int services, int policies, int schedules)
{
    InventoryBuilder builder;
    Prng prng(17);
    for (int i = 0; i < schedules; ++i) {
        builder.user(graphId("PU", i)).name = u"Firstname%1 Familyname%2"_s.arg(i).arg(i % 97);
        Schedule &schedule = builder.schedule(graphId("PSCH", i), {graphId("PU", i)});
        InventoryBuilder::entry(schedule, 0, 30 * secondsPerDay, graphId("PU", i));
    }
    for (int i = 0; i < policies; ++i) {
        const int own = i * schedules / policies, other = i % 10 == 0 ? prng.below(schedules) : std::min(own + 1, schedules - 1);
        builder.policy(graphId("PE", i), {{graphId("PSCH", own)}, {graphId("PSCH", other)}});
    }
    for (int i = 0; i < services; ++i)
        builder.service(graphId("PS", i), graphId("PE", i * policies / services));
    CoverageOptions options;
    options.window = {InventoryBuilder::now, InventoryBuilder::now + 30 * secondsPerDay};
    const auto inventory = builder.build();
    return {inventory, computeCoverage(*inventory, options)};
}

/// Milliseconds until Graphviz's layout is there; nothing when it did not come.
std::optional<double> drawingTime(const GraphAccount &account, const GraphScope &scope, Instant at)
{
    GraphSource source(DotLayout::installedProgram());
    bool byGraphviz = false;
    QObject::connect(&source, &GraphSource::drawn, &source,
                     [&](const std::shared_ptr<const GraphContent> &, const GraphGeometry &, GraphLayoutKind kind) {
                         byGraphviz = kind == GraphLayoutKind::Graphviz;
                         if (kind != GraphLayoutKind::Preview)
                             QCoreApplication::exit();
                     });
    QElapsedTimer timer;
    timer.start();
    source.request({account.inventory, account.coverage, scope, at, QGuiApplication::font()});
    QCoreApplication::exec();
    if (byGraphviz)
        return double(timer.nsecsElapsed()) / 1e6;
    std::fprintf(stderr, "pdsi-bench: Graphviz laid nothing out\n");
    return std::nullopt;
}

std::optional<double> medianDrawingTime(const GraphAccount &account, const GraphScope &scope, Instant at, int runs)
{
    QList<double> times;
    for (int run = 0; run < runs; ++run) {
        const std::optional<double> time = drawingTime(account, scope, at);
        if (!time)
            return std::nullopt;
        times.append(*time);
    }
    return median(times);
}

/// Of the slowest of many policies of the reference account, with everything its view shows.
std::optional<double> policyTime()
{
    const QTemporaryDir directory;
    const QString path = collectedReference(directory);
    const auto snapshot = path.isEmpty() ? Result<Snapshot>(Error{}) : openSnapshotArchive(path);
    if (!snapshot)
        return std::nullopt;
    GraphAccount account;
    account.inventory = Inventory::load(*snapshot);
    account.coverage = computeCoverage(*account.inventory, coverageOptions(snapshot->info()));
    const Instant at = account.coverage->window().start;
    double slowest = 0;
    for (size_t i = 0; i < account.inventory->policies.size(); i += policyStep) {
        const auto time = medianDrawingTime(account, {GraphScopeKind::Policy, account.inventory->policies[i].id, false, true}, at, viewRuns);
        if (!time)
            return std::nullopt;
        slowest = std::max(slowest, *time);
    }
    return slowest;
}

std::optional<double> accountTime()
{
    const GraphAccount account = graphAccount(2'000, 1'500, 800);
    return medianDrawingTime(account, {GraphScopeKind::Account, {}, false, false}, InventoryBuilder::now, accountRuns);
}

/// Frames while somebody zooms in from the whole account to single nodes, panning at every step.
std::optional<double> graphFrameTime()
{
    const GraphAccount account = graphAccount(2'400, 1'700, 900);
    GraphScene scene;
    scene.content = graphContent(escalationGraph(*account.inventory, *account.coverage, {}, InventoryBuilder::now), QGuiApplication::font());
    scene.geometry = packedGeometry(*scene.content, layeredLayout(scene.content->graph, scene.content->sizes));
    if (scene.geometry.nodes.size() < 5'000)
        return std::nullopt;
    scene.theme = GraphTheme::of(false);
    scene.font = QGuiApplication::font();
    scene.size = graphView;
    scene.current = 7;
    QImage image(graphView, QImage::Format_RGB32);
    QList<double> times;
    const QPointF middle(graphView.width() / 2.0, graphView.height() / 2.0);
    const GraphCamera whole = GraphCamera::showing(scene.drawing(), scene.size);
    for (GraphCamera camera = whole; camera.scale < 2; camera = camera.zoomed(1.25, middle)) {
        for (int step = 0; step < 8; ++step) {
            scene.camera = camera.panned(QPointF(step * 41, step * 23));
            QElapsedTimer timer;
            timer.start();
            QPainter painter(&image);
            GraphPainter(painter, scene).paint();
            painter.end();
            times.append(double(timer.nsecsElapsed()) / 1e6);
        }
    }
    std::sort(times.begin(), times.end());
    return times.at(times.size() * 95 / 100);
}

} // namespace

QList<Benchmark> graphViewBenchmarks()
{
    return {{u"graph.policy"_s, u"ms"_s, policyTime}, {u"graph.account.layout"_s, u"ms"_s, accountTime}, {u"graph.frame.p95"_s, u"ms"_s, graphFrameTime}};
}

} // namespace pdsi
