// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/layeredlayout.h"

#include "core/coverage/spacedpositions.h"
#include "core/snapshot/snapshotarchive.h"
#include "tests/support/prng.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>

using namespace pdsi;
using namespace Qt::StringLiterals;

namespace {

int addNode(EscalationGraph &graph, GraphNodeKind kind, const QString &id, int level = -1)
{
    GraphNode &node = graph.nodes.emplace_back();
    node.kind = kind;
    node.id = id;
    node.level = level;
    node.key = id + u'/' + QString::number(graph.nodes.size());
    return int(graph.nodes.size()) - 1;
}

void addEdge(EscalationGraph &graph, int from, int to, GraphEdgeKind kind)
{
    GraphEdge &edge = graph.edges.emplace_back();
    edge.from = from;
    edge.to = to;
    edge.kind = kind;
}

/// Any kind next to any other, edges in every direction, dependencies in circles.
EscalationGraph madeGraph(quint64 seed, int nodes)
{
    Prng prng(seed);
    EscalationGraph graph;
    for (int kind = 0; kind < 7; ++kind) {
        for (int i = 0, n = prng.below(std::max(2, nodes / 4)); i < n; ++i)
            addNode(graph, GraphNodeKind(kind), kind == 3 ? u"P%1"_s.arg(i / 3) : u"N%1"_s.arg(i), kind == 3 ? i % 3 : -1);
    }
    const int count = int(graph.nodes.size());
    for (int i = 0; count > 0 && i < nodes * 2; ++i) {
        const int from = prng.below(count), to = prng.below(count);
        const bool levels = graph.nodes[size_t(from)].kind == GraphNodeKind::Level && to == from + 1
            && graph.nodes[size_t(to)].id == graph.nodes[size_t(from)].id;
        addEdge(graph, from, to, levels ? GraphEdgeKind::Escalates
                : from == to ? GraphEdgeKind::LoopsBack : GraphEdgeKind(prng.below(7) * (prng.below(7) != 2)));
        if (!levels && graph.edges.back().kind == GraphEdgeKind::Escalates)
            graph.edges.back().kind = GraphEdgeKind::Targets;
    }
    return graph;
}

GraphNodeSizes madeSizes(const EscalationGraph &graph, quint64 seed)
{
    Prng prng(seed);
    GraphNodeSizes sizes;
    for (size_t i = 0; i < graph.nodes.size(); ++i)
        sizes.emplace_back(80 + prng.below(120), 24 + prng.below(40));
    return sizes;
}

bool same(const GraphGeometry &a, const GraphGeometry &b)
{
    return a.nodes == b.nodes && a.size == b.size
        && std::equal(a.edges.begin(), a.edges.end(), b.edges.begin(), b.edges.end(), [](const auto &x, const auto &y) {
               return x.points == y.points && x.label == y.label;
           });
}

QPointF onCurve(const std::vector<QPointF> &points, size_t piece, double t)
{
    const QPointF *p = &points[piece * 3];
    const double s = 1 - t;
    return p[0] * s * s * s + p[1] * 3 * s * s * t + p[2] * 3 * s * t * t + p[3] * t * t * t;
}

/// A node that this edge passes over although it is neither end; -1 when there is none.
int nodeUnder(const EscalationGraph &graph, const GraphGeometry &geometry, size_t edge)
{
    const std::vector<QPointF> &points = geometry.edges[edge].points;
    for (size_t piece = 0; piece * 3 + 3 < points.size(); ++piece) {
        for (double t = 0; t <= 1; t += 0.125) {
            const QPointF at = onCurve(points, piece, t);
            for (size_t node = 0; node < geometry.nodes.size(); ++node) {
                const bool end = int(node) == graph.edges[edge].from || int(node) == graph.edges[edge].to;
                if (!end && geometry.nodes[node].adjusted(1, 1, -1, -1).contains(at))
                    return int(node);
            }
        }
    }
    return -1;
}

EscalationGraph without(EscalationGraph graph, int node)
{
    graph.nodes.erase(graph.nodes.begin() + node);
    std::erase_if(graph.edges, [node](const GraphEdge &edge) { return edge.from == node || edge.to == node; });
    for (GraphEdge &edge : graph.edges) {
        edge.from -= edge.from > node;
        edge.to -= edge.to > node;
    }
    return graph;
}

bool isCarryingText(GraphEdgeKind kind)
{
    return kind != GraphEdgeKind::DependsOn && kind != GraphEdgeKind::UsesPolicy && kind != GraphEdgeKind::Targets;
}

} // namespace

class TestLayeredLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothing();
    void columnsByKind();
    void levelsBelowEachOther();
    void dependentsToTheLeft();
    void loopsBackBesideTheLevels();
    void anyGraph_data();
    void anyGraph();
    void textDoesNotMatter();
    void fewCrossings();
    void smallChangesMoveLittle();
    void sampleAccount();
    void manyNodesAreQuick();
    void spacedPositionsKeepOrderAndDistance();

private:
    std::vector<EscalationGraph> m_sample; ///< of every policy of the sample account
};

void TestLayeredLayout::initTestCase()
{
    const auto snapshot = openSnapshotArchive(qEnvironmentVariable("PDSI_SOURCE_DIR") + u"/resources/sample/sample.pdsnap"_s);
    QVERIFY(snapshot.ok());
    const auto inventory = Inventory::load(*snapshot);
    const auto coverage = computeCoverage(*inventory, coverageOptions(inventory->info()));
    for (const EscalationPolicy &policy : inventory->policies) {
        GraphScope scope;
        scope.kind = GraphScopeKind::Policy;
        scope.id = policy.id;
        scope.businessServices = true;
        m_sample.push_back(escalationGraph(*inventory, *coverage, scope, coverage->window().start));
    }
}

void TestLayeredLayout::nothing()
{
    QVERIFY(layeredLayout({}, {}).nodes.empty());
    EscalationGraph one;
    addNode(one, GraphNodeKind::Person, u"PADA"_s);
    const GraphGeometry geometry = layeredLayout(one, {QSizeF(100, 30)});
    QCOMPARE(geometry.nodes[0].size(), QSizeF(100, 30));
    QVERIFY(QRectF({}, geometry.size).contains(geometry.nodes[0]));
}

void TestLayeredLayout::columnsByKind()
{
    EscalationGraph graph;
    const int service = addNode(graph, GraphNodeKind::Service, u"PS1"_s);
    const int policy = addNode(graph, GraphNodeKind::Policy, u"PE1"_s);
    const int schedule = addNode(graph, GraphNodeKind::Schedule, u"PSCH1"_s);
    addEdge(graph, service, policy, GraphEdgeKind::UsesPolicy);
    addEdge(graph, policy, schedule, GraphEdgeKind::Targets);
    const GraphGeometry geometry = layeredLayout(graph, GraphNodeSizes(3, {100, 30}));
    QVERIFY(geometry.nodes[0].right() < geometry.nodes[1].left());
    QVERIFY(geometry.nodes[1].right() < geometry.nodes[2].left());
    QCOMPARE(geometry.nodes[0].center().y(), geometry.nodes[1].center().y());
    const std::vector<QPointF> &points = geometry.edges[0].points;
    QCOMPARE(points.front(), QPointF(geometry.nodes[0].right(), geometry.nodes[0].center().y()));
    QCOMPARE(points.back(), QPointF(geometry.nodes[1].left(), geometry.nodes[1].center().y()));
}

void TestLayeredLayout::levelsBelowEachOther()
{
    EscalationGraph graph;
    std::vector<int> policies, levels;
    for (int i = 0; i < 2; ++i)
        policies.push_back(addNode(graph, GraphNodeKind::Policy, u"P%1"_s.arg(i)));
    for (int i = 0; i < 6; ++i)
        levels.push_back(addNode(graph, GraphNodeKind::Level, u"P%1"_s.arg(i / 3), i % 3));
    std::vector<int> people;
    for (int i = 0; i < 6; ++i) {
        people.push_back(addNode(graph, GraphNodeKind::Person, u"N%1"_s.arg(i)));
        addEdge(graph, levels[size_t(i)], people.back(), GraphEdgeKind::Targets);
        if (i % 3)
            addEdge(graph, levels[size_t(i) - 1], levels[size_t(i)], GraphEdgeKind::Escalates);
    }
    std::swap(graph.edges[0].to, graph.edges.back().to); // pulls the levels apart and upside down
    const GraphGeometry geometry = layeredLayout(graph, GraphNodeSizes(graph.nodes.size(), {100, 30}));
    for (const int first : {0, 3}) {
        const QRectF &top = geometry.nodes[size_t(levels[size_t(first)])];
        const QRectF &middle = geometry.nodes[size_t(levels[size_t(first) + 1])];
        const QRectF &bottom = geometry.nodes[size_t(levels[size_t(first) + 2])];
        QVERIFY(top.bottom() + labelRoom.height() < middle.top() && middle.bottom() < bottom.top());
        QCOMPARE(top.left(), bottom.left());
    }
    const bool secondBelow = geometry.nodes[size_t(levels[3])].top() > geometry.nodes[size_t(levels[2])].bottom();
    const bool secondAbove = geometry.nodes[size_t(levels[5])].bottom() < geometry.nodes[size_t(levels[0])].top();
    QVERIFY(secondBelow || secondAbove);
}

void TestLayeredLayout::dependentsToTheLeft()
{
    EscalationGraph graph;
    for (int i = 0; i < 3; ++i)
        addNode(graph, GraphNodeKind::Service, u"PS%1"_s.arg(i));
    addEdge(graph, 1, 0, GraphEdgeKind::DependsOn);
    addEdge(graph, 2, 1, GraphEdgeKind::DependsOn);
    const GraphGeometry geometry = layeredLayout(graph, GraphNodeSizes(3, {100, 30}));
    QVERIFY(geometry.nodes[2].right() < geometry.nodes[1].left());
    QVERIFY(geometry.nodes[1].right() < geometry.nodes[0].left());
}

void TestLayeredLayout::loopsBackBesideTheLevels()
{
    EscalationGraph graph;
    addNode(graph, GraphNodeKind::Policy, u"P1"_s);
    addNode(graph, GraphNodeKind::Level, u"P1"_s, 0);
    addNode(graph, GraphNodeKind::Level, u"P1"_s, 1);
    addEdge(graph, 0, 1, GraphEdgeKind::Escalates);
    addEdge(graph, 1, 2, GraphEdgeKind::Escalates);
    addEdge(graph, 2, 1, GraphEdgeKind::LoopsBack);
    const GraphGeometry geometry = layeredLayout(graph, GraphNodeSizes(3, {100, 30}));
    for (const QPointF &point : geometry.edges[2].points)
        QVERIFY(point.x() <= geometry.nodes[1].left() && point.x() > geometry.nodes[0].right());
    QCOMPARE(geometry.edges[2].points.front().x(), geometry.nodes[2].left());
    QVERIFY(QRectF(geometry.nodes[2]).contains(geometry.edges[2].points.front()));
    QVERIFY(QRectF(geometry.nodes[1]).contains(geometry.edges[2].points.back()));
}

void TestLayeredLayout::anyGraph_data()
{
    QTest::addColumn<EscalationGraph>("graph");
    for (quint64 seed = 1; seed <= 60; ++seed)
        QTest::newRow(qPrintable(u"seed %1"_s.arg(seed))) << madeGraph(seed, 4 + int(seed) * 2);
}

void TestLayeredLayout::anyGraph()
{
    QFETCH(const EscalationGraph, graph);
    const GraphNodeSizes sizes = madeSizes(graph, 5);
    const GraphGeometry geometry = layeredLayout(graph, sizes);
    QVERIFY(same(geometry, layeredLayout(graph, sizes)));
    const QRectF all({}, geometry.size);
    QCOMPARE(geometry.nodes.size(), graph.nodes.size());
    QCOMPARE(geometry.edges.size(), graph.edges.size());
    for (size_t i = 0; i < geometry.nodes.size(); ++i) {
        QCOMPARE(geometry.nodes[i].size(), sizes[i]);
        QVERIFY(all.contains(geometry.nodes[i]));
        for (size_t j = 0; j < i; ++j)
            QVERIFY(!geometry.nodes[i].intersects(geometry.nodes[j]));
    }
    for (size_t i = 0; i < geometry.edges.size(); ++i) {
        const GraphGeometry::Route &route = geometry.edges[i];
        QVERIFY(route.points.size() >= 4 && route.points.size() % 3 == 1);
        for (const QPointF &point : route.points)
            QVERIFY(all.contains(point));
        QCOMPARE(nodeUnder(graph, geometry, i), -1);
        // Into a side it comes along the row, or the head of the arrow would point up or down.
        if (route.points.back().x() == geometry.nodes[size_t(graph.edges[i].to)].left())
            QCOMPARE(route.points.back().y(), route.points[route.points.size() - 2].y());
        if (!isCarryingText(graph.edges[i].kind))
            continue;
        const QRectF label(route.label - QPointF(labelRoom.width(), labelRoom.height()) / 2, labelRoom);
        QVERIFY(all.contains(label));
        // Ways back that no escalation has go round below, where no node is.
        for (const QRectF &node : geometry.nodes)
            QVERIFY(!node.intersects(label) || graph.edges[i].kind == GraphEdgeKind::Escalates);
    }
}

void TestLayeredLayout::textDoesNotMatter()
{
    EscalationGraph graph = madeGraph(7, 60);
    const GraphNodeSizes sizes = madeSizes(graph, 5);
    const GraphGeometry before = layeredLayout(graph, sizes);
    for (GraphNode &node : graph.nodes) {
        node.name = u"<b>%1"_s.arg(node.key);
        node.id = u"x%1"_s.arg(node.id);
        node.key.prepend(u'z');
    }
    QVERIFY(same(layeredLayout(graph, sizes), before));
}

void TestLayeredLayout::fewCrossings()
{
    // Services and policies paired the wrong way round come out side by side.
    EscalationGraph graph;
    constexpr int count = 40;
    for (int i = 0; i < count; ++i)
        addNode(graph, GraphNodeKind::Service, u"PS%1"_s.arg(i));
    for (int i = 0; i < count; ++i)
        addEdge(graph, i, addNode(graph, GraphNodeKind::Policy, u"PE%1"_s.arg(i)), GraphEdgeKind::UsesPolicy);
    for (int i = 0; i < count; ++i)
        graph.edges[size_t(i)].to = count + (i * 7) % count;
    const GraphGeometry geometry = layeredLayout(graph, GraphNodeSizes(graph.nodes.size(), {100, 30}));
    for (const GraphEdge &edge : graph.edges)
        QCOMPARE(geometry.nodes[size_t(edge.from)].center().y(), geometry.nodes[size_t(edge.to)].center().y());
}

void TestLayeredLayout::smallChangesMoveLittle()
{
    // Without one of its services, the rest of a policy keeps its order in every column.
    int compared = 0;
    for (const EscalationGraph &graph : m_sample) {
        const auto isService = [](const GraphNode &node) { return node.kind == GraphNodeKind::Service; };
        if (std::count_if(graph.nodes.begin(), graph.nodes.end(), isService) < 2)
            continue;
        const size_t gone = size_t(std::find_if(graph.nodes.begin(), graph.nodes.end(), isService) - graph.nodes.begin());
        const GraphGeometry before = layeredLayout(graph, GraphNodeSizes(graph.nodes.size(), {150, 36}));
        GraphGeometry after = layeredLayout(without(graph, int(gone)), GraphNodeSizes(graph.nodes.size() - 1, {150, 36}));
        after.nodes.insert(after.nodes.begin() + std::ptrdiff_t(gone), before.nodes[gone]);
        for (size_t i = 0; i < before.nodes.size(); ++i) {
            for (size_t j = 0; j < i; ++j) {
                if (i == gone || j == gone || graph.nodes[i].kind != graph.nodes[j].kind)
                    continue;
                QCOMPARE(after.nodes[i].top() < after.nodes[j].top(), before.nodes[i].top() < before.nodes[j].top());
                ++compared;
            }
        }
    }
    QVERIFY(compared > 20);
}

void TestLayeredLayout::sampleAccount()
{
    QVERIFY(m_sample.size() > 5);
    for (const EscalationGraph &graph : m_sample) {
        const GraphGeometry geometry = layeredLayout(graph, GraphNodeSizes(graph.nodes.size(), {150, 36}));
        for (size_t i = 0; i < graph.edges.size(); ++i) {
            QCOMPARE(nodeUnder(graph, geometry, i), -1);
            QVERIFY(graph.edges[i].kind == GraphEdgeKind::LoopsBack
                    || geometry.edges[i].points.front().x() <= geometry.edges[i].points.back().x());
        }
    }
}

void TestLayeredLayout::manyNodesAreQuick()
{
    const EscalationGraph graph = madeGraph(4, 8'000);
    QVERIFY(graph.nodes.size() > 5'000);
    const GraphNodeSizes sizes(graph.nodes.size(), {120, 32});
    QElapsedTimer timer;
    timer.start();
    const GraphGeometry geometry = layeredLayout(graph, sizes);
    QCOMPARE(geometry.nodes.size(), graph.nodes.size());
    QVERIFY2(timer.elapsed() < 5'000, "something is far from linear"); // also unoptimized and with sanitizers
}

void TestLayeredLayout::spacedPositionsKeepOrderAndDistance()
{
    QCOMPARE(spacedPositions({{10, 1, 0}, {50, 1, 20}}), std::vector<double>({10, 50}));
    QCOMPARE(spacedPositions({{10, 1, 0}, {10, 1, 20}}), std::vector<double>({0, 20}));
    QCOMPARE(spacedPositions({{10, 3, 0}, {10, 1, 20}}), std::vector<double>({5, 25}));
    QCOMPARE(spacedPositions({{100, 1, 0}, {0, 1, 20}, {300, 1, 20}}), std::vector<double>({40, 60, 300}));
    Prng prng(1);
    std::vector<PositionWish> wishes;
    for (int i = 0; i < 300; ++i)
        wishes.push_back({double(prng.below(2'000)), 1.0 + prng.below(3), double(prng.below(30))});
    const std::vector<double> places = spacedPositions(wishes);
    for (size_t i = 1; i < places.size(); ++i)
        QVERIFY(places[i] - places[i - 1] >= wishes[i].apart - 1e-6);
}

Q_DECLARE_METATYPE(pdsi::EscalationGraph)
QTEST_GUILESS_MAIN(TestLayeredLayout)
#include "tst_layeredlayout.moc"
