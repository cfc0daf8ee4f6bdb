// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/graph/madegraph.h"
#include "ui/graph/graphcanvas.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

using namespace pdsi;
using namespace Qt::StringLiterals;

/// Moving in a graph by pointer and keyboard, and what is said of it.
class TestGraphCanvas : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_canvas.reset(); }
    void wheelZoomsAroundThePointer();
    void pinchZooms();
    void keysZoomPanAndWalk();
    void dragPans();
    void doubleClickFitsOrOpens();
    void miniMapMoves();
    void keepsPlaceWhenTheSameGraphComesAgain();
    void tellsOfEdges();
    void isAccessible();
    void paintsEveryDetailInBothThemes();

private:
    GraphCanvas &canvas() const { return *m_canvas; }
    void wheel(const QPoint &at, int angle) const
    {
        QWheelEvent event(at, canvas().mapToGlobal(at), {}, {0, angle}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_canvas.get(), &event);
    }
    static GraphGeometry laid(const GraphContent &content) { return packedGeometry(content, layeredLayout(content.graph, content.sizes)); }

    std::shared_ptr<const GraphContent> m_content;
    std::unique_ptr<GraphCanvas> m_canvas;
};

void TestGraphCanvas::init()
{
    m_content = madeContent();
    m_canvas = std::make_unique<GraphCanvas>();
    canvas().resize(900, 400);
    canvas().show();
    canvas().activateWindow();
    canvas().setFocus(Qt::OtherFocusReason);
    canvas().setGraph(m_content, laid(*m_content));
    QTRY_VERIFY(canvas().hasFocus());
}

void TestGraphCanvas::wheelZoomsAroundThePointer()
{
    const QPoint at(300, 200);
    const QPointF under = canvas().camera().toDrawing(at);
    const double before = canvas().camera().scale;
    wheel(at, 240);
    QVERIFY(canvas().camera().scale > before * 1.4);
    QVERIFY(QLineF(canvas().camera().toDrawing(at), under).length() < 0.01);
    wheel(at, -240);
    QVERIFY(qFuzzyCompare(canvas().camera().scale, before));
}

void TestGraphCanvas::pinchZooms()
{
    const QPointF at(300, 200), under = canvas().camera().toDrawing(at);
    const double before = canvas().camera().scale;
    QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, at, at, canvas().mapToGlobal(at), 0.5, {});
    QCoreApplication::sendEvent(m_canvas.get(), &pinch);
    QVERIFY(qFuzzyCompare(canvas().camera().scale, before * 1.5));
    QVERIFY(QLineF(canvas().camera().toDrawing(at), under).length() < 0.01);
}

void TestGraphCanvas::keysZoomPanAndWalk()
{
    const double before = canvas().camera().scale;
    QTest::keyClick(m_canvas.get(), Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(canvas().camera().scale > before);
    QTest::keyClick(m_canvas.get(), Qt::Key_Minus, Qt::ControlModifier);
    QVERIFY(qFuzzyCompare(canvas().camera().scale, before));
    const QPointF origin = canvas().camera().origin;
    QTest::keyClick(m_canvas.get(), Qt::Key_Right); // nothing is pointed at: the drawing moves
    QVERIFY(canvas().camera().origin.x() > origin.x());
    QTest::keyClick(m_canvas.get(), Qt::Key_Home);
    QCOMPARE(canvas().current().node, 0);
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QCOMPARE(canvas().current().node, 2);
    QTest::keyClick(m_canvas.get(), Qt::Key_Left);
    QCOMPARE(canvas().current().node, 1);
    QSignalSpy chosen(m_canvas.get(), &GraphCanvas::chosen), detail(m_canvas.get(), &GraphCanvas::detailWanted);
    QTest::keyClick(m_canvas.get(), Qt::Key_Space);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(detail.count(), 0);
    QTest::keyClick(m_canvas.get(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 2);
    QCOMPARE(detail.count(), 1);
    QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
    QCOMPARE(canvas().current().node, -1);
}

void TestGraphCanvas::dragPans()
{
    QSignalSpy chosen(m_canvas.get(), &GraphCanvas::chosen);
    const QPointF origin = canvas().camera().origin;
    const double scale = canvas().camera().scale;
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, {300, 200});
    QTest::mouseMove(m_canvas.get(), {340, 210});
    QTest::mouseMove(m_canvas.get(), {360, 230});
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, {360, 230});
    QVERIFY(QLineF(canvas().camera().origin, origin - QPointF(60, 30) / scale).length() < 0.01);
    QCOMPARE(chosen.count(), 0);
}

void TestGraphCanvas::doubleClickFitsOrOpens()
{
    QSignalSpy open(m_canvas.get(), &GraphCanvas::openWanted);
    for (int i = 0; i < 8; ++i)
        canvas().zoomBy(1.4);
    QVERIFY(!canvas().camera().seen(canvas().size()).contains(canvas().scene().drawing()));
    canvas().setCurrent({1, -1});
    QTest::mouseDClick(m_canvas.get(), Qt::LeftButton, {}, canvas().rectOf({1, -1}).center());
    QCOMPARE(open.count(), 1);
    QCOMPARE(open.first().first().toInt(), 1);
    const QPoint nothing = canvas().rectOf({1, -1}).topLeft() - QPoint(12, 12);
    QCOMPARE(canvas().itemAt(nothing).node, -1);
    QTest::mouseDClick(m_canvas.get(), Qt::LeftButton, {}, nothing);
    QVERIFY(canvas().camera().seen(canvas().size()).contains(canvas().scene().drawing()));
}

void TestGraphCanvas::miniMapMoves()
{
    QVERIFY(canvas().miniMapArea().isEmpty()); // everything is in sight
    for (int i = 0; i < 6; ++i)
        canvas().zoomBy(1.4);
    const QRectF map = canvas().miniMapArea();
    QVERIFY(!map.isEmpty());
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, map.topLeft().toPoint() + QPoint(2, 2));
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, map.topLeft().toPoint() + QPoint(2, 2));
    QVERIFY(canvas().camera().seen(canvas().size()).contains(QPointF(20, 20)));
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, map.bottomRight().toPoint() - QPoint(3, 3));
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, map.bottomRight().toPoint() - QPoint(3, 3));
    const QSizeF all = canvas().scene().geometry.size;
    QVERIFY(canvas().camera().seen(canvas().size()).contains(QPointF(all.width() - 20, all.height() - 20)));
}

void TestGraphCanvas::keepsPlaceWhenTheSameGraphComesAgain()
{
    canvas().setCurrent({4, -1});
    canvas().zoomBy(2);
    const QPoint before = canvas().rectOf({4, -1}).center();
    GraphGeometry moved = laid(*m_content);
    for (QRectF &node : moved.nodes)
        node.translate(37, 11);
    canvas().setGraph(m_content, moved);
    QCOMPARE(canvas().current().node, 4);
    QVERIFY((canvas().rectOf({4, -1}).center() - before).manhattanLength() <= 2);
    EscalationGraph other = madeGraph();
    other.scope = {GraphScopeKind::Policy, u"P2"_s, false, true};
    const auto content = graphContent(other, canvas().font());
    canvas().setGraph(content, laid(*content));
    QCOMPARE(canvas().current().node, -1);
    QVERIFY(canvas().camera().seen(canvas().size()).contains(canvas().scene().drawing()));
}

void TestGraphCanvas::tellsOfEdges()
{
    const auto &points = canvas().scene().geometry.edges[2].points; // from level 1 to level 2
    const QPoint middle = canvas().camera().toView((points[0] + 3 * points[1] + 3 * points[2] + points[3]) / 8).toPoint();
    QCOMPARE(canvas().itemAt(middle).node, -1);
    QHelpEvent help(QEvent::ToolTip, middle, canvas().mapToGlobal(middle));
    QCoreApplication::sendEvent(m_canvas.get(), &help);
    QVERIFY(QToolTip::text().contains(u"Asked after 30 min"_s));
    QToolTip::hideText();
}

void TestGraphCanvas::isAccessible()
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_canvas.get());
    QVERIFY(list);
    QCOMPARE(list->childCount(), 6);
    QAccessibleInterface *policy = list->child(1);
    QVERIFY(policy->text(QAccessible::Name).startsWith(u"Escalation policy Name, 2 levels. Nobody on any level"_s));
    QCOMPARE(list->indexOfChild(policy), 1);
    const QPoint middle = policy->rect().center();
    QCOMPARE(list->childAt(middle.x(), middle.y()), policy);
    QSignalSpy chosen(m_canvas.get(), &GraphCanvas::chosen);
    policy->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(chosen.count(), 1);
    QVERIFY(policy->state().selected && policy->state().focused);
    QCOMPARE(list->focusChild(), policy);
    canvas().clear(u"none"_s);
    QCOMPARE(list->childCount(), 0);
    QVERIFY(!list->focusChild());
}

void TestGraphCanvas::paintsEveryDetailInBothThemes()
{
    for (const bool dark : {false, true}) {
        QPalette palette;
        palette.setColor(QPalette::Window, dark ? QColor(30, 30, 30) : QColor(250, 250, 250));
        palette.setColor(QPalette::Base, palette.color(QPalette::Window));
        palette.setColor(QPalette::WindowText, dark ? Qt::white : Qt::black);
        canvas().setPalette(palette);
        QCOMPARE(canvas().scene().theme.dark, dark);
        canvas().fit();
        for (const GraphDetail detail : {GraphDetail::Full, GraphDetail::Titles, GraphDetail::Blocks}) {
            for (int i = 0; canvas().scene().detail() != detail && i < 60; ++i)
                canvas().zoomBy(0.9);
            QCOMPARE(canvas().scene().detail(), detail);
            const QImage picture = canvas().grab().toImage();
            const QColor band = canvas().scene().theme.kind(GraphNodeKind::Schedule);
            const QRect node = canvas().rectOf({4, -1});
            QVERIFY(canvas().rect().contains(node.center()));
            QCOMPARE(QColor(picture.pixel(node.left() + (detail == GraphDetail::Full ? 4 : 1), node.center().y())).rgb(), band.rgb());
        }
    }
}

QTEST_MAIN(TestGraphCanvas)
#include "tst_graphcanvas.moc"
