// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inventory/inventoryview.h"
#include "ui/models/inventorykindmodel.h"
#include "ui/models/inventorymodel.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace pdsi;

class TestInventoryView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void browsesEveryKind();
    void saysHowCompleteAListIs();
    void choosingAResourceSelectsIt();
    void followsTheSelection();
    void searchKeepsTheChosenRow();
    void actions();
    void contextMenu();
    void emptyAndReplaced();
    void everythingHasAName();

private:
    JudgedSnapshot m_sample;
};

namespace {

struct Dock {
    Selection selection;
    InventoryView view{selection};
    QTableView *kinds = view.findChild<QTableView *>(QStringLiteral("inventoryKinds"));
    QTableView *resources = view.findChild<QTableView *>(QStringLiteral("inventoryResources"));
    QLineEdit *filter = view.findChild<QLineEdit *>(QStringLiteral("inventoryFilter"));

    QAction *action(const char *name) const { return view.findChild<QAction *>(QLatin1String(name)); }
    QString chosenId() const { return resources->currentIndex().data(InventoryModel::IdRole).toString(); }
    void choose(int row) { resources->setCurrentIndex(resources->model()->index(row, 1)); }
};

} // namespace

void TestInventoryView::initTestCase()
{
    const auto judged = judgeSample();
    QVERIFY(judged.ok());
    m_sample = *judged;
}

void TestInventoryView::browsesEveryKind()
{
    Dock dock;
    dock.selection.setAudit(m_sample);
    QCOMPARE(dock.resources->model()->rowCount(), int(m_sample.inventory->users.size())); // the first kind, unasked
    for (int row = 0; row < dock.kinds->model()->rowCount(); ++row) {
        dock.kinds->setCurrentIndex(dock.kinds->model()->index(row, 0));
        QCOMPARE(dock.resources->model()->rowCount(), dock.kinds->currentIndex().data(InventoryKindModel::CountRole).toInt());
    }
    QVERIFY(dock.selection.place().isEmpty()); // looking around selects nothing
}

void TestInventoryView::saysHowCompleteAListIs()
{
    Dock dock;
    dock.selection.setAudit(m_sample);
    const auto *label = dock.view.findChild<QLabel *>(QStringLiteral("inventoryReconciliation"));
    QVERIFY(label->text().contains(QStringLiteral("60 received of 60")));
    dock.view.showKind(QStringLiteral("schedule"));
    QVERIFY(label->text().contains(QStringLiteral("17 received of 17")));
    QVERIFY(label->text().contains(QStringLiteral("3 received, the account reports no total")));
    QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestInventoryView::choosingAResourceSelectsIt()
{
    Dock dock;
    dock.selection.setAudit(m_sample);
    dock.view.showKind(QStringLiteral("service"));
    dock.choose(4);
    QCOMPARE(dock.selection.place().resourceKind, QStringLiteral("service"));
    QCOMPARE(dock.selection.place().resourceId, dock.chosenId());
    QSignalSpy detail(&dock.selection, &Selection::detailRequested);
    Q_EMIT dock.resources->activated(dock.resources->currentIndex());
    QCOMPARE(detail.count(), 1);
}

void TestInventoryView::followsTheSelection()
{
    Dock dock;
    dock.selection.setAudit(m_sample);
    const QString policy = m_sample.inventory->policies.at(3).id;
    dock.selection.selectResource(QStringLiteral("escalation_policy"), policy);
    QCOMPARE(dock.chosenId(), policy);
    QCOMPARE(dock.selection.place().resourceId, policy);
    // A verdict moves the list only within its kind.
    for (qsizetype i = 0; i < m_sample.assessment->outcomes.size(); ++i) {
        if (m_sample.assessment->outcomes.at(i).resource.kind == QLatin1String("user")) {
            dock.selection.selectOutcome(i);
            break;
        }
    }
    QCOMPARE(dock.resources->currentIndex().data(InventoryModel::KindRole).toString(), QStringLiteral("escalation_policy"));
    dock.selection.goBack();
    QCOMPARE(dock.chosenId(), policy);
    dock.selection.selectResource(QStringLiteral("account"), QStringLiteral("harbour-finch")); // of no kind that is browsed
    QCOMPARE(dock.selection.place().resourceKind, QStringLiteral("account"));
}

void TestInventoryView::searchKeepsTheChosenRow()
{
    Dock dock;
    dock.selection.setAudit(m_sample);
    const QString user = m_sample.inventory->users.at(11).id;
    dock.selection.selectResource(QStringLiteral("user"), user);
    const Place before = dock.selection.place();
    dock.filter->setText(user.toLower());
    QCOMPARE(dock.resources->model()->rowCount(), 1);
    QCOMPARE(dock.chosenId(), user);
    dock.filter->setText(QStringLiteral("no such thing"));
    QCOMPARE(dock.resources->model()->rowCount(), 0);
    dock.filter->clear();
    QCOMPARE(dock.resources->model()->rowCount(), 60);
    QCOMPARE(dock.selection.place(), before); // searching selects nothing
}

void TestInventoryView::actions()
{
    Dock dock;
    QList<QUrl> opened;
    dock.view.setUrlOpener([&](const QUrl &url) { opened << url; });
    QVERIFY(!dock.action("inventory.showFindings")->isEnabled());
    dock.selection.setAudit(m_sample);
    const User &user = m_sample.inventory->users.front();
    dock.selection.selectResource(QStringLiteral("user"), user.id);
    QSignalSpy wanted(&dock.view, &InventoryView::findingsRequested);
    dock.action("inventory.showFindings")->trigger();
    QCOMPARE(dock.selection.filter().facet(QStringLiteral("id")), QStringList{user.id});
    QCOMPARE(wanted.count(), 1);
    dock.action("inventory.openInPagerDuty")->trigger();
    QCOMPARE(opened, QList<QUrl>{QUrl(user.htmlUrl)});
    dock.action("inventory.copy")->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(user.email));
    dock.view.showKind(QStringLiteral("oncall")); // rows without identity or address
    dock.choose(0);
    QVERIFY(!dock.action("inventory.showFindings")->isEnabled());
    QVERIFY(!dock.action("inventory.openInPagerDuty")->isEnabled());
    QVERIFY(dock.action("inventory.copy")->isEnabled());
}

void TestInventoryView::contextMenu()
{
    Dock dock;
    dock.view.show();
    dock.selection.setAudit(m_sample);
    dock.choose(0);
    Q_EMIT dock.resources->customContextMenuRequested(QPoint(5, 5));
    auto *menu = dock.view.findChild<QMenu *>();
    QVERIFY(menu && menu->isVisible());
    QCOMPARE(menu->actions().size(), 3);
    menu->close();
}

void TestInventoryView::emptyAndReplaced()
{
    Dock dock;
    dock.view.show();
    QCOMPARE(dock.kinds->model()->rowCount(), 0);
    QVERIFY(dock.view.findChild<QLabel *>(QStringLiteral("inventoryReconciliation"))->text().contains(QStringLiteral("Nothing is open")));
    dock.selection.setAudit(m_sample);
    dock.view.showKind(QStringLiteral("team"));
    dock.selection.setAudit(m_sample); // the kind looked at stays
    QCOMPARE(dock.resources->model()->rowCount(), int(m_sample.inventory->teams.size()));
    dock.selection.setAudit({});
    QCOMPARE(dock.kinds->model()->rowCount(), 0);
    QCOMPARE(dock.resources->model()->rowCount(), 0);
}

void TestInventoryView::everythingHasAName()
{
    QAccessible::setActive(true);
    Dock dock;
    dock.view.show();
    dock.selection.setAudit(m_sample);
    for (QWidget *widget : {static_cast<QWidget *>(dock.kinds), static_cast<QWidget *>(dock.resources), static_cast<QWidget *>(dock.filter)}) {
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(interface && !interface->text(QAccessible::Name).isEmpty());
    }
}

QTEST_MAIN(TestInventoryView)
#include "tst_inventoryview.moc"
