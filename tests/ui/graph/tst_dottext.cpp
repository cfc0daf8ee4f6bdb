// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/graph/madegraph.h"
#include "ui/graph/dottext.h"

#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

/// What is said to Graphviz, and what is understood of its answer.
class TestDotText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isNumbersOnly();
    void hostileNamesStayOut();
    void namedTextQuotes();
    void readsAnAnswer();
    void refusesWhatIsIncomplete_data();
    void refusesWhatIsIncomplete();

private:
    static GraphNodeSizes sizes() { return GraphNodeSizes(6, QSizeF(144, 36)); }
    static QByteArray answer()
    {
        QByteArray text = "graph 1 12 3\n";
        for (int i = 0; i < 6; ++i)
            text += "node " + QByteArray::number(i) + ' ' + QByteArray::number(1 + 2 * i) + " 0.5 2 0.5 \"\" solid box black lightgrey\n";
        for (const GraphEdge &edge : madeGraph().edges)
            text += "edge " + QByteArray::number(edge.from) + ' ' + QByteArray::number(edge.to) + " 4 1 1 2 1 3 1 4 2 solid black\n";
        return text + "stop\n";
    }
};

void TestDotText::isNumbersOnly()
{
    const QByteArray expected = "digraph g {\n"
                                "graph [rankdir=LR, ordering=out, nodesep=0.22, ranksep=1.1, nslimit=2, nslimit1=2, mclimit=0.5];\n"
                                "node [shape=box, fixedsize=true, label=\"\"];\n"
                                "edge [dir=none, tailport=e, headport=w];\n"
                                "0 [width=2.000, height=0.500];\n1 [width=2.000, height=0.500];\n2 [width=2.000, height=0.500];\n"
                                "3 [width=2.000, height=0.500];\n4 [width=2.000, height=0.500];\n5 [width=2.000, height=0.500];\n"
                                "0 -> 1;\n1 -> 2;\n2 -> 3;\n2 -> 4;\n3 -> 2 [constraint=false];\n3 -> 4;\n4 -> 5;\n4 -> 5;\n"
                                "}\n";
    QCOMPARE(dotText(madeGraph(), sizes()), expected);
}

void TestDotText::hostileNamesStayOut()
{
    QCOMPARE(dotText(madeGraph(u"x\"]; 0 -> 0; \\ <script> \n"_s), sizes()), dotText(madeGraph(), sizes()));
}

void TestDotText::namedTextQuotes()
{
    const QByteArray text = namedDotText(madeGraph(u"a\"];b\\\nc<b>"_s), u"t\"\\"_s);
    QVERIFY(text.contains("label=\"t\\\"\\\\\""));
    QVERIFY(text.contains("\"service:P1\" [label=\"a\\\"];b\\\\ c<b>\\nService\"]"));
    QVERIFY(text.contains("\"level:P1/0\" -> \"level:P1/1\" [label=\"after 30 min\"]"));
    QVERIFY(text.contains("! Nobody on any level"));
    // Quotation marks that end nothing come in pairs.
    QByteArray bare = text;
    bare.replace("\\\\", "").replace("\\\"", "");
    QCOMPARE(bare.count('"') % 2, 0);
}

void TestDotText::readsAnAnswer()
{
    const auto geometry = geometryFromPlain(answer(), madeGraph(), sizes());
    QVERIFY(geometry);
    QCOMPARE(geometry->size, QSizeF(12 * 72, 3 * 72));
    QCOMPARE(geometry->nodes.at(1).center(), QPointF(3 * 72, 2.5 * 72)); // upside down
    QCOMPARE(geometry->nodes.at(1).size(), QSizeF(144, 36));
    QCOMPARE(geometry->edges.size(), madeGraph().edges.size());
    for (const GraphGeometry::Route &route : geometry->edges)
        QCOMPARE(route.points.size(), size_t(4));
    QCOMPARE(geometry->edges.front().points.back(), QPointF(4 * 72, 72));
}

void TestDotText::refusesWhatIsIncomplete_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("node missing") << QByteArray("node 3") << QByteArray("nope 3");
    QTest::newRow("edge missing") << QByteArray("edge 0 1 ") << QByteArray("nope 0 1 ");
    QTest::newRow("edge of nobody") << QByteArray("edge 0 1 ") << QByteArray("edge 5 0 ");
    QTest::newRow("node out of range") << QByteArray("node 3") << QByteArray("node 30");
    QTest::newRow("negative node") << QByteArray("node 3") << QByteArray("node -3");
    QTest::newRow("no number") << QByteArray("node 3 7") << QByteArray("node 3 x");
    QTest::newRow("not finite") << QByteArray("node 3 7") << QByteArray("node 3 nan");
    QTest::newRow("too many points") << QByteArray("edge 0 1 4") << QByteArray("edge 0 1 4000");
    QTest::newRow("too few points") << QByteArray("edge 0 1 4") << QByteArray("edge 0 1 1");
}

void TestDotText::refusesWhatIsIncomplete()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QByteArray text = answer();
    QVERIFY(text.contains(before));
    QVERIFY(!geometryFromPlain(text.replace(before, after), madeGraph(), sizes()));
    QVERIFY(!geometryFromPlain({}, madeGraph(), sizes()));
}

QTEST_MAIN(TestDotText)
#include "tst_dottext.moc"
