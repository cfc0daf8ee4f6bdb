// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/selection.h"

#include <QSignalSpy>
#include <QTest>

using namespace pdsi;

class TestSelection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anOutcomeBringsItsControlAndResource();
    void goesBackAndForward();
    void choosingAgainIsNoStep();
    void anotherAuditForgetsPlacesButKeepsTheFilter();
    void facetsReplaceEachOther();

private:
    static JudgedSnapshot audit(int outcomes)
    {
        auto assessment = std::make_shared<Assessment>();
        for (int i = 0; i < outcomes; ++i) {
            AssessedOutcome outcome;
            outcome.controlId = 8;
            outcome.resource = {QStringLiteral("schedule"), QStringLiteral("P%1").arg(i), {}, {}};
            assessment->outcomes << outcome;
        }
        return {nullptr, assessment};
    }
};

void TestSelection::anOutcomeBringsItsControlAndResource()
{
    Selection selection;
    selection.selectOutcome(0); // nothing is open
    QVERIFY(selection.place().isEmpty());
    selection.setAudit(audit(3));
    selection.selectOutcome(2);
    QCOMPARE(selection.place(), (Place{8, 2, QStringLiteral("schedule"), QStringLiteral("P2")}));
    selection.selectOutcome(3); // out of range
    QCOMPARE(selection.place().outcome, qsizetype(2));
}

void TestSelection::goesBackAndForward()
{
    Selection selection;
    selection.setAudit(audit(5));
    QSignalSpy changed(&selection, &Selection::placeChanged);
    QVERIFY(!selection.canGoBack());
    selection.selectControl(1);
    selection.selectOutcome(1);
    selection.selectResource(QStringLiteral("user"), QStringLiteral("PU"));
    selection.goBack();
    selection.goBack();
    QCOMPARE(selection.place().controlId, 1);
    QVERIFY(!selection.canGoBack());
    selection.goBack(); // nothing
    selection.goForward();
    QCOMPARE(selection.place().outcome, qsizetype(1));
    selection.selectControl(9); // what lay ahead is gone
    QVERIFY(!selection.canGoForward());
    QCOMPARE(changed.count(), 7);
    for (int i = 0; i < 1000; ++i)
        selection.selectControl(10 + i % 5);
    int steps = 0;
    for (; selection.canGoBack(); ++steps)
        selection.goBack();
    QCOMPARE(steps, 199);
}

void TestSelection::choosingAgainIsNoStep()
{
    Selection selection;
    selection.setAudit(audit(2));
    selection.selectOutcome(1);
    QSignalSpy changed(&selection, &Selection::placeChanged);
    selection.selectOutcome(1);
    QCOMPARE(changed.count(), 0);
    QVERIFY(!selection.canGoBack());
}

void TestSelection::anotherAuditForgetsPlacesButKeepsTheFilter()
{
    Selection selection;
    selection.setAudit(audit(2));
    selection.selectOutcome(1);
    selection.setFilter(QStringLiteral("status:fail"));
    selection.setInstant(5);
    selection.setAudit(audit(1));
    QVERIFY(selection.place().isEmpty() && !selection.canGoBack() && !selection.instant());
    QCOMPARE(selection.filter().text(), QStringLiteral("status:fail"));
}

void TestSelection::facetsReplaceEachOther()
{
    Selection selection;
    QSignalSpy changed(&selection, &Selection::filterChanged);
    selection.setFilter(QStringLiteral("night control:8"));
    selection.setFilterFacet(QStringLiteral("control"), {QStringLiteral("9")});
    QCOMPARE(selection.filter().text(), QStringLiteral("night control:9"));
    selection.setFilterFacet(QStringLiteral("control"), {});
    QCOMPARE(selection.filter().text(), QStringLiteral("night"));
    selection.setFilter(QStringLiteral("night"));
    QCOMPARE(changed.count(), 3);
}

QTEST_MAIN(TestSelection)
#include "tst_selection.moc"
