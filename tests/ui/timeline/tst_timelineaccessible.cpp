// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/timeline/opentimeline.h"

#include <QLineEdit>
#include <QTest>
#include <QToolButton>

using namespace pdsi;

class TestTimelineAccessible : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyBarAndGapInSightHasAName();
    void focusIsWhereTheKeyboardIs();
    void actionsWork();
    void controlsHaveNames();
    void survivesNewRows();
};

void TestTimelineAccessible::initTestCase() { QAccessible::setActive(true); }

void TestTimelineAccessible::everyBarAndGapInSightHasAName()
{
    OpenTimeline bench;
    QTRY_VERIFY(bench.isReady());
    QAccessibleInterface *canvas = bench.accessible();
    QCOMPARE(canvas->text(QAccessible::Name), QStringLiteral("On-call timeline"));
    const IndexRange rows = bench.canvas().visibleRows();
    QCOMPARE(canvas->childCount(), rows.size());
    int gaps = 0, bars = 0;
    for (int i = 0; i < canvas->childCount(); ++i) {
        QAccessibleInterface *row = canvas->child(i);
        QVERIFY(row && row->isValid());
        QVERIFY(!row->text(QAccessible::Name).isEmpty());
        QCOMPARE(row->parent(), canvas);
        QCOMPARE(canvas->indexOfChild(row), i);
        for (int k = 0; k < row->childCount(); ++k) {
            QAccessibleInterface *item = row->child(k);
            const QString name = item->text(QAccessible::Name);
            QVERIFY2(name.contains(QStringLiteral(", from ")) && name.contains(QStringLiteral(" to ")), qPrintable(name));
            QCOMPARE(item->parent(), row);
            QCOMPARE(row->indexOfChild(item), k);
            QVERIFY(!item->rect().isEmpty());
            QVERIFY(item->state().focusable);
            gaps += name.startsWith(QStringLiteral("Gap on "));
            bars += name.contains(QStringLiteral(" on call on "));
        }
    }
    QVERIFY(gaps > 20);
    QVERIFY(bars > 5);
    QCOMPARE(canvas->child(0)->child(0)->text(QAccessible::Name),
             QStringLiteral("Gap on Data Lake Loader, from Mon 19 Oct 2026 10:00 CEST to Wed 18 Nov 2026 09:00 CET, 30 days. "
                            "Nobody is paged: no level has anybody on call, no incident is created."));
}

void TestTimelineAccessible::focusIsWhereTheKeyboardIs()
{
    OpenTimeline bench;
    QTRY_VERIFY(bench.isReady());
    QVERIFY(!bench.accessible()->focusChild() || bench.accessible()->focusChild()->role() == QAccessible::Row);
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(&bench.canvas(), Qt::Key_N);
        QAccessibleInterface *focused = bench.accessible()->focusChild();
        QVERIFY(focused && focused->state().focused && focused->role() == QAccessible::Cell);
        QVERIFY(focused->text(QAccessible::Name).startsWith(QStringLiteral("Gap on ")));
        QVERIFY(focused->parent()->indexOfChild(focused) >= 0); // it is among what is in sight
        QVERIFY(!focused->rect().isEmpty());
    }
}

void TestTimelineAccessible::actionsWork()
{
    OpenTimeline bench;
    QTRY_VERIFY(bench.isReady());
    QAccessibleInterface *item = bench.accessible()->child(1)->child(1);
    auto *actions = static_cast<QAccessibleActionInterface *>(item->interface_cast(QAccessible::ActionInterface));
    QVERIFY(actions && actions->actionNames().contains(QAccessibleActionInterface::pressAction()));
    actions->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(bench.canvas().current().row, 1);
    QVERIFY(bench.selection.range());
    const QPoint middle = item->rect().center();
    QAccessibleInterface *row = bench.accessible()->childAt(middle.x(), middle.y());
    QVERIFY(row);
    QCOMPARE(row->childAt(middle.x(), middle.y()), item);
}

void TestTimelineAccessible::controlsHaveNames()
{
    OpenTimeline bench;
    QTRY_VERIFY(bench.isReady());
    for (QWidget *widget : bench.view->findChildren<QWidget *>()) {
        const bool control = qobject_cast<QToolButton *>(widget) || qobject_cast<QLineEdit *>(widget) || widget->inherits("QAbstractScrollArea");
        if (!control || !widget->isVisible() || widget->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        if (qobject_cast<QToolButton *>(widget->parentWidget()) || qobject_cast<QLineEdit *>(widget->parentWidget()))
            continue; // parts of a control
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        const QString name = interface ? interface->text(QAccessible::Name) : QString();
        QVERIFY2(name.size() > 1 && name.front().isLetter(), qPrintable(QLatin1String(widget->metaObject()->className()) + name));
    }
}

void TestTimelineAccessible::survivesNewRows()
{
    OpenTimeline bench;
    QTRY_VERIFY(bench.isReady());
    QVERIFY(bench.accessible()->child(0)->child(0)->isValid());
    bench.view->setGrouping(TimelineGrouping::Schedule);
    QVERIFY(bench.accessible()->child(0)->text(QAccessible::Name).startsWith(QStringLiteral("Schedule ")));
    bench.source.setAudit({});
    QTRY_COMPARE(bench.accessible()->childCount(), 0);
    QVERIFY(!bench.accessible()->focusChild());
}

QTEST_MAIN(TestTimelineAccessible)
#include "tst_timelineaccessible.moc"
