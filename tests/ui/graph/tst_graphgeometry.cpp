// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/graph/madegraph.h"
#include "ui/graph/graphcamera.h"
#include "ui/graph/graphgeometry.h"
#include "ui/graph/graphwords.h"

#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

/// Where things are, what is written on them and how the keyboard moves, without pixels.
class TestGraphGeometry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cardsHoldTheirText();
    void unconnectedPartsAreSideBySide();
    void quickLayoutKeepsPartsTogether();
    void nothingOverlaps();
    void edgesAreFound();
    void keyboardWalksAlongEdges();
    void wordsStandBeforeTheNode();
    void cameraKeepsThePointUnderThePointer();
    void cameraShowsAndReveals();
    void saysWhatIsWrong();

private:
    /// `copies` of the made graph that have nothing to do with each other.
    static std::shared_ptr<const GraphContent> copies(int count)
    {
        EscalationGraph all;
        for (int copy = 0; copy < count; ++copy) {
            const EscalationGraph one = madeGraph();
            const int first = int(all.nodes.size());
            for (GraphNode node : one.nodes) {
                node.key += u'#' + QString::number(copy);
                all.nodes.push_back(node);
            }
            for (GraphEdge edge : one.edges) {
                edge.from += first;
                edge.to += first;
                all.edges.push_back(edge);
            }
        }
        return graphContent(all, QGuiApplication::font());
    }
    static GraphGeometry laid(const GraphContent &content)
    {
        return packedGeometry(content, layeredLayout(content.graph, content.sizes));
    }
};

void TestGraphGeometry::cardsHoldTheirText()
{
    const auto content = madeContent(QString(500, u'w') + u"\u202e"_s);
    for (size_t i = 0; i < content->cards.size(); ++i) {
        const GraphCard &card = content->cards[i];
        const QRectF node(QPointF(100, 50), content->sizes[i]);
        QVERIFY(node.width() <= 15 * content->metrics.line + 1);
        QVERIFY(!card.title.contains(QChar(0x202e)));
        QCOMPARE(card.marks.size(), qsizetype(content->graph.nodes[i].marks.size()));
        for (int mark = 0; mark < int(card.marks.size()); ++mark)
            QVERIFY(node.contains(content->metrics.markRect(card, node, mark)));
    }
    QVERIFY(content->cards.at(0).title.endsWith(QChar(0x2026)));
    QCOMPARE(content->cards.at(2).title, u"Level 1"_s);
}

void TestGraphGeometry::unconnectedPartsAreSideBySide()
{
    const auto content = copies(24);
    const std::vector<int> parts = connectedParts(content->graph);
    for (size_t i = 0; i < parts.size(); ++i)
        QCOMPARE(parts[i], int(i / 6));
    const GraphGeometry geometry = laid(*content);
    QVERIFY2(geometry.size.width() / geometry.size.height() > 0.7, qPrintable(u"%1 x %2"_s.arg(geometry.size.width()).arg(geometry.size.height())));
    QVERIFY(geometry.size.width() / geometry.size.height() < 5);
}

void TestGraphGeometry::quickLayoutKeepsPartsTogether()
{
    const auto one = madeContent(), many = copies(24);
    const GraphGeometry single = quickGeometry(*one), all = quickGeometry(*many);
    QCOMPARE(all.nodes.size(), many->graph.nodes.size());
    for (size_t i = 0; i < all.nodes.size(); ++i) { // each as if it were alone
        const QPointF own = all.nodes[i].topLeft() - all.nodes[i / 6 * 6].topLeft();
        QVERIFY((own - (single.nodes[i % 6].topLeft() - single.nodes[0].topLeft())).manhattanLength() < 0.01);
    }
    for (size_t i = 0; i < all.edges.size(); ++i)
        QCOMPARE(all.edges[i].points.size(), single.edges[i % 8].points.size());
}

void TestGraphGeometry::edgesAreFound()
{
    const auto content = madeContent();
    const GraphGeometry geometry = quickGeometry(*content);
    for (int i = 0; i < int(geometry.edges.size()); ++i) {
        const GraphEdge &edge = content->graph.edges[size_t(i)];
        if (edge.kind == GraphEdgeKind::OnCallNow || edge.kind == GraphEdgeKind::OnCallNext)
            continue; // the two begin at one point
        const auto &points = geometry.edges[size_t(i)].points;
        const QPointF middle = (points[0] + 3 * points[1] + 3 * points[2] + points[3]) / 8;
        QCOMPARE(edgeAt(geometry, middle + QPointF(0.5, 0.5), 2), i);
    }
    QCOMPARE(edgeAt(geometry, {-100, -100}, 20), -1);
    QCOMPARE(edgeAt(geometry, geometry.edges[4].label, 1), 4); // the words of the way back
    QCOMPARE(graphEdgeTip(content->graph, 2), (QStringList{u"Level 1 \u2192 Level 2"_s, u"Asked after 30 min, when nobody has acknowledged."_s}));
    QCOMPARE(graphEdgeTip(content->graph, 4).at(1), u"Begins again, 2 times, each time after 15 min when nobody has acknowledged."_s);
    QVERIFY(graphTip(content->graph, 3).contains(u"From Level 1: Asked after 30 min, when nobody has acknowledged."_s));
}

void TestGraphGeometry::nothingOverlaps()
{
    const auto content = copies(9);
    const GraphGeometry geometry = laid(*content);
    const QRectF all(QPointF(), geometry.size);
    for (size_t i = 0; i < geometry.nodes.size(); ++i) {
        QVERIFY(all.contains(geometry.nodes[i]));
        for (size_t other = 0; other < i; ++other)
            QVERIFY(!geometry.nodes[i].intersects(geometry.nodes[other]));
    }
    for (const GraphGeometry::Route &route : geometry.edges) {
        for (const QPointF &point : route.points)
            QVERIFY(all.contains(point));
    }
    QVERIFY(geometry.nodes == laid(*content).nodes); // the same account, the same picture
}

void TestGraphGeometry::keyboardWalksAlongEdges()
{
    const auto content = madeContent();
    const GraphGeometry geometry = laid(*content);
    int at = -1;
    const auto go = [&](GraphStep step) { return at = graphNeighbour(*content, geometry, at, step); };
    QCOMPARE(go(GraphStep::Right), 0);
    QCOMPARE(go(GraphStep::Right), 1);
    QCOMPARE(go(GraphStep::Right), 2);
    const int after = go(GraphStep::Right);
    QVERIFY(after == 3 || after == 4);
    at = 3;
    QCOMPARE(go(GraphStep::Left), 2);
    at = 3;
    QCOMPARE(go(GraphStep::Right), 4);
    QCOMPARE(go(GraphStep::Right), 5);
    QCOMPARE(go(GraphStep::Right), 5); // the end
    at = 0;
    QCOMPARE(go(GraphStep::Left), 0);
    QCOMPARE(graphNeighbour(GraphContent(), GraphGeometry(), 3, GraphStep::Up), -1);
}

void TestGraphGeometry::wordsStandBeforeTheNode()
{
    const auto content = madeContent();
    const GraphGeometry geometry = laid(*content);
    for (size_t i = 0; i < geometry.edges.size(); ++i) {
        const GraphEdge &edge = content->graph.edges[i];
        const QRectF place(geometry.edges[i].label - QPointF(2, 2), QSizeF(4, 4));
        for (const QRectF &node : geometry.nodes)
            QVERIFY(content->edgeWords[i].isEmpty() || !node.intersects(place));
        if (content->edgeWords[i].isEmpty() || edge.kind == GraphEdgeKind::LoopsBack || edge.to == 3)
            continue;
        QVERIFY(geometry.edges[i].label.x() < geometry.nodes[size_t(edge.to)].left());
        QVERIFY(geometry.edges[i].label.x() > geometry.nodes[size_t(edge.from)].left());
    }
    QCOMPARE(content->edgeWords.at(2), u"after 30 min"_s);
    QCOMPARE(content->edgeWords.at(4), u"repeats 2 times"_s);
}

void TestGraphGeometry::cameraKeepsThePointUnderThePointer()
{
    GraphCamera camera{0.7, {30, -20}};
    const QPointF at(200, 120), under = camera.toDrawing(at);
    for (const double factor : {1.3, 0.2, 8.0, 1e9, 1e-9}) {
        camera = camera.zoomed(factor, at);
        QVERIFY(QLineF(camera.toDrawing(at), under).length() < 1e-6);
        QVERIFY(camera.scale >= GraphCamera::smallest && camera.scale <= GraphCamera::largest);
    }
}

void TestGraphGeometry::cameraShowsAndReveals()
{
    const QSizeF view(800, 300);
    const GraphCamera all = GraphCamera::showing({0, 0, 4000, 600}, view);
    QVERIFY(all.seen(view).contains(QRectF(0, 0, 4000, 600)));
    QCOMPARE(GraphCamera::showing({0, 0, 40, 60}, view).scale, 1.0);
    const GraphCamera near{1, {0, 0}};
    QCOMPARE(near.revealing({100, 100, 50, 50}, view), near);
    QVERIFY(near.revealing({3000, 500, 50, 50}, view).seen(view).contains(QRectF(3000, 500, 50, 50)));
    const GraphCamera lost = GraphCamera{1, {90'000, 90'000}}.within({4000, 600}, view);
    QVERIFY(lost.seen(view).intersects(QRectF(0, 0, 4000, 600)));
}

void TestGraphGeometry::saysWhatIsWrong()
{
    const EscalationGraph graph = madeGraph(u"Pay\nments"_s);
    QCOMPARE(spokenGraphNode(graph, 1), u"Escalation policy Pay ments, 2 levels. Nobody on any level: No level has anybody on call at this "
                                        "time: PagerDuty creates no incident"_s);
    QCOMPARE(spokenGraphNode(graph, 3), u"Level 2. From Level 1: Asked after 30 min, when nobody has acknowledged"_s);
    QStringList words;
    for (int kind = 0; kind <= int(GraphMarkKind::NotReadable); ++kind) {
        words << graphMarkWord(GraphMarkKind(kind), GraphNodeKind::Person);
        QVERIFY(!graphMarkSentence(GraphMarkKind(kind), GraphNodeKind::ContactMethod).isEmpty());
    }
    QCOMPARE(QSet<QString>(words.begin(), words.end()).size(), words.size()); // each has a word of its own
}

QTEST_MAIN(TestGraphGeometry)
#include "tst_graphgeometry.moc"
