// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/graphviewbench.h"

#include "core/coverage/accountcoverage.h"
#include "core/snapshot/snapshotarchive.h"
#include "tests/benchmarks/referencebench.h"
#include "tests/support/inventorybuilder.h"
#include "tests/support/prng.h"
#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphsource.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLineF>
#include <QMouseEvent>
#include <QTemporaryDir>
#include <QTimer>
#include <QWheelEvent>
#include <QWindow>

#include <algorithm>
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

/// Teams of some services, policies and schedules; one policy in ten also asks a schedule of another team, no further
/// away than `reach` schedules. One schedule in ten is empty, one policy in seven has a single level.
GraphAccount graphAccount(int services, int policies, int schedules, int reach)
{
    InventoryBuilder builder;
    Prng prng(17);
    for (int i = 0; i < schedules; ++i) {
        builder.user(graphId("PU", i)).name = u"Firstname%1 Familyname%2"_s.arg(i).arg(i % 97);
        Schedule &schedule = builder.schedule(graphId("PSCH", i), {graphId("PU", i)});
        if (i % 10 != 0)
            InventoryBuilder::entry(schedule, 0, 30 * secondsPerDay, graphId("PU", i));
    }
    for (int i = 0; i < policies; ++i) {
        const int own = i * schedules / policies;
        const int other = i % 10 == 0 ? own / reach * reach + prng.below(reach) : own | 1;
        QList<QStringList> levels{{graphId("PSCH", own)}, {graphId("PSCH", std::min(other, schedules - 1))}};
        if (i % 7 == 3)
            levels.removeLast();
        builder.policy(graphId("PE", i), levels);
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
    const GraphAccount account = graphAccount(2'000, 1'500, 800, 800);
    return medianDrawingTime(account, {GraphScopeKind::Account, {}, false, false}, InventoryBuilder::now, accountRuns);
}

/// A canvas under a pointer: each event and the frame it leads to are timed together.
class FrameClock
{
public:
    explicit FrameClock(GraphCanvas &canvas) : m_canvas(canvas) {}

    void turnWheel(const QPointF &at, int angle)
    {
        QWheelEvent event(at, m_canvas.mapToGlobal(at), {}, {0, angle}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        time(event);
    }
    /// There and back: the view is where it was.
    void drag(const QPointF &from, int steps)
    {
        send(QEvent::MouseButtonPress, from, Qt::LeftButton);
        for (int step = 1; step <= steps; ++step)
            move(from + step * pace);
        for (int step = steps; step >= 0; --step)
            move(from + step * pace);
        send(QEvent::MouseButtonRelease, from, Qt::NoButton);
    }
    double percentile(size_t percent)
    {
        std::sort(m_times.begin(), m_times.end());
        return m_times.at(m_times.size() * percent / 100);
    }

private:
    static constexpr QPointF pace{41, 23};

    void send(QEvent::Type type, const QPointF &at, Qt::MouseButtons held)
    {
        QMouseEvent event(type, at, m_canvas.mapToGlobal(at), Qt::LeftButton, held, {});
        QCoreApplication::sendEvent(&m_canvas, &event);
    }
    void move(const QPointF &at)
    {
        QMouseEvent event(QEvent::MouseMove, at, m_canvas.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        time(event);
    }
    void time(QEvent &event)
    {
        QElapsedTimer timer;
        timer.start();
        QCoreApplication::sendEvent(&m_canvas, &event);
        m_canvas.repaint();
        m_times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }

    GraphCanvas &m_canvas;
    std::vector<double> m_times;
};

/// Of the node in the middle of the view, so that something is in sight at every scale.
QPointF middleNode(const GraphCanvas &canvas)
{
    const QPointF middle = canvas.rect().center();
    QPointF best = middle;
    double nearest = 1e18;
    for (int node = 0; node < canvas.count(); ++node) {
        const QPointF at = canvas.scene().nodeRect(node).center();
        if (const double distance = QLineF(at, middle).length(); distance < nearest) {
            nearest = distance;
            best = at;
        }
    }
    return best;
}

/// Frames while somebody zooms in from the whole account to single nodes and out again, dragging at every step.
std::optional<double> graphFrameTime()
{
    const GraphAccount account = graphAccount(2'400, 1'700, 900, 20);
    const auto content = graphContent(escalationGraph(*account.inventory, *account.coverage, {}, InventoryBuilder::now), QGuiApplication::font());
    GraphCanvas canvas;
    canvas.resize(graphView);
    canvas.show();
    QTimer::singleShot(0, &canvas, [] { QCoreApplication::exit(); });
    QCoreApplication::exec(); // nothing is painted before the window is on the screen
    canvas.setGraph(content, quickGeometry(*content));
    canvas.setCurrent({7, -1});
    canvas.fit();
    canvas.repaint();
    if (canvas.count() < 5'000 || !canvas.windowHandle()->isExposed())
        return std::nullopt;
    constexpr int notch = 120, dragged = 6;
    constexpr double nearest = 2;
    const double whole = canvas.camera().scale;
    FrameClock clock(canvas);
    while (canvas.camera().scale < nearest) {
        const QPointF at = middleNode(canvas);
        clock.turnWheel(at, notch);
        clock.drag(at, dragged);
    }
    while (canvas.camera().scale > whole)
        clock.turnWheel(middleNode(canvas), -notch);
    return clock.percentile(95);
}

} // namespace

QList<Benchmark> graphViewBenchmarks()
{
    return {{u"graph.policy"_s, u"ms"_s, policyTime}, {u"graph.account.layout"_s, u"ms"_s, accountTime}, {u"graph.frame.p95"_s, u"ms"_s, graphFrameTime}};
}

} // namespace pdsi
