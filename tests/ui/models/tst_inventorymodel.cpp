// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/judging.h"
#include "tests/support/inventorybuilder.h"
#include "ui/models/collectionwords.h"
#include "ui/models/inventorykindmodel.h"
#include "ui/models/inventorymodel.h"
#include "ui/models/words.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

using namespace pdsi;

class TestInventoryModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKindOfTheSample();
    void countsAgreeWithTheLists();
    void filters();
    void sorts();
    void findingsOfAResource();
    void whatWasNotReadSaysSo();
    void hostileTextStaysOneLine();
    void kindsSayHowCompleteTheyAre();
    void manyRowsStayQuick();
    void words();
};

namespace {

const auto userKind = QStringLiteral("user");

QStringList column(const InventoryModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, column).data().toString();
    return texts;
}

std::shared_ptr<const Assessment> findingsOn(const QString &id, int n, Severity severity)
{
    auto made = std::make_shared<Assessment>();
    ControlResult control;
    control.info.id = 1;
    control.info.severity = severity;
    made->controls << control;
    for (int i = 0; i < n; ++i) {
        AssessedOutcome outcome;
        outcome.controlId = 1;
        outcome.status = OutcomeStatus::Fail;
        outcome.resource = {userKind, id, {}, {}};
        made->outcomes << outcome;
    }
    return made;
}

} // namespace

void TestInventoryModel::everyKindOfTheSample()
{
    const auto judged = judgeSample();
    QVERIFY(judged.ok());
    const ResourceOutcomes outcomes(judged->assessment);
    InventoryModel model;
    QAbstractItemModelTester tester(&model);
    qsizetype all = 0;
    for (const InventoryKind &kind : inventoryKinds()) {
        const InventoryTable table = inventoryTable(*judged->inventory, kind.kind);
        QVERIFY2(!table.columns.isEmpty(), qPrintable(kind.kind));
        for (const InventoryRow &row : table.rows)
            QCOMPARE(row.cells.size(), table.columns.size());
        model.setResources(kind.kind, table, outcomes);
        QCOMPARE(model.rowCount(), table.rows.size());
        QCOMPARE(model.columnCount(), table.columns.size() + 1);
        all += table.rows.size();
    }
    QVERIFY(all > 700);
    QVERIFY(inventoryTable(*judged->inventory, QStringLiteral("nonsense")).columns.isEmpty());
    // Nothing that was collected is left out.
    const Inventory &in = *judged->inventory;
    QCOMPARE(inventoryTable(in, userKind).rows.size(), in.users.size());
    for (const GenericResource &other : in.others)
        QVERIFY2(inventoryKind(kindOfClassName(other.className)), qPrintable(other.className));
}

void TestInventoryModel::countsAgreeWithTheLists()
{
    const auto judged = judgeSample();
    QVERIFY(judged.ok());
    for (const InventoryKind &kind : inventoryKinds())
        QCOMPARE(inventoryCount(*judged->inventory, kind.kind), inventoryTable(*judged->inventory, kind.kind).rows.size());
    InventoryKindModel kinds;
    QAbstractItemModelTester tester(&kinds);
    kinds.setInventory(judged->inventory);
    const int users = kinds.rowOf(userKind);
    QCOMPARE(kinds.index(users, InventoryKindModel::CountColumn).data().toString(), QStringLiteral("60 of 60"));
    QCOMPARE(kinds.index(users, 0).data(InventoryKindModel::CountRole).toInt(), 60);
    // The account counts services, not integrations: their number is nobody's total.
    const int integrations = kinds.rowOf(QStringLiteral("integration"));
    QCOMPARE(kinds.index(integrations, InventoryKindModel::CountColumn).data().toString(), QStringLiteral("37"));
    QVERIFY(!kinds.index(integrations, 0).data(InventoryKindModel::TotalRole).isValid());
    QCOMPARE(kinds.index(users, InventoryKindModel::StateColumn).data().toString(), wordFor(CollectionState::Complete));
}

void TestInventoryModel::filters()
{
    InventoryBuilder b;
    for (const char *id : {"PUSRA", "PUSRB", "PUSRC"})
        b.user(QLatin1String(id)).email = QLatin1String(id).toString().toLower() + QStringLiteral("@example.test");
    b.rows().users[1].name = QStringLiteral("Zo\u00EB Stra\u00DFe");
    InventoryModel model;
    QAbstractItemModelTester tester(&model);
    model.setResources(userKind, inventoryTable(*b.build(), userKind), {});
    QCOMPARE(model.rowCount(), 3);
    model.setFilter(QStringLiteral("  pusrC "));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowOf(QStringLiteral("PUSRC")), 0);
    QCOMPARE(model.rowOf(QStringLiteral("PUSRA")), -1);
    model.setFilter(QStringLiteral("ZO\u00CB"));
    QCOMPARE(column(model, 1), QStringList{QStringLiteral("Zo\u00EB Stra\u00DFe")});
    model.setFilter(QStringLiteral("@EXAMPLE"));
    QCOMPARE(model.rowCount(), 3);
    model.setFilter(QStringLiteral("nobody"));
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.totalRows(), 3);
    model.setFilter({});
    QCOMPARE(model.rowCount(), 3);
}

void TestInventoryModel::sorts()
{
    InventoryBuilder b;
    b.policy(QStringLiteral("PP1"), {{QStringLiteral("PUSR1")}}).name = QStringLiteral("beta");
    b.policy(QStringLiteral("PP2"), QList<QStringList>(10, {QStringLiteral("PUSR1")})).name = QStringLiteral("Alpha");
    b.policy(QStringLiteral("PP3"), {{QStringLiteral("PUSR1")}, {QStringLiteral("PUSR1")}}).name = QStringLiteral("gamma");
    const auto kind = QStringLiteral("escalation_policy");
    InventoryModel model;
    QAbstractItemModelTester tester(&model);
    model.setResources(kind, inventoryTable(*b.build(), kind), {});
    model.sort(1, Qt::AscendingOrder);
    QCOMPARE(column(model, 1), (QStringList{QStringLiteral("Alpha"), QStringLiteral("beta"), QStringLiteral("gamma")}));
    model.sort(2, Qt::DescendingOrder); // numbers, not texts: 10 is more than 2
    QCOMPARE(column(model, 2), (QStringList{QStringLiteral("10"), QStringLiteral("2"), QStringLiteral("1")}));
    model.sort(99, Qt::AscendingOrder);
    QCOMPARE(model.rowCount(), 3);
}

void TestInventoryModel::findingsOfAResource()
{
    InventoryBuilder b;
    b.user(QStringLiteral("PUSR1"));
    b.user(QStringLiteral("PUSR2"));
    InventoryModel model;
    QAbstractItemModelTester tester(&model);
    model.setResources(userKind, inventoryTable(*b.build(), userKind),
                       ResourceOutcomes(findingsOn(QStringLiteral("PUSR2"), 2, Severity::High)));
    // Worst first without being asked.
    QCOMPARE(model.rowOf(QStringLiteral("PUSR2")), 0);
    const QModelIndex worst = model.index(0, InventoryModel::findingsColumn);
    QCOMPARE(worst.data().toInt(), 2);
    QCOMPARE(worst.data(InventoryModel::SeverityRole).toInt(), int(Severity::High));
    QVERIFY(!model.index(1, InventoryModel::findingsColumn).data(InventoryModel::SeverityRole).isValid());
    QVERIFY(!model.index(1, InventoryModel::findingsColumn).data().isValid());
}

void TestInventoryModel::whatWasNotReadSaysSo()
{
    InventoryBuilder b;
    User &user = b.user(QStringLiteral("PUSR1"));
    user.contactMethods = std::nullopt;
    user.teamIds = std::nullopt;
    b.service(QStringLiteral("PSVC1")).integrations = std::nullopt;
    b.schedule(QStringLiteral("PSCH1")).finalEntries = std::nullopt;
    const auto inventory = b.build();
    const QList<QVariant> cells = inventoryTable(*inventory, userKind).rows.first().cells;
    QCOMPARE(cells.at(3).toString(), QStringLiteral("not read"));
    QCOMPARE(cells.at(4).toString(), QStringLiteral("not read"));
    QCOMPARE(inventoryTable(*inventory, QStringLiteral("service")).rows.first().cells.at(3).toString(), QStringLiteral("not read"));
    QCOMPARE(inventoryTable(*inventory, QStringLiteral("schedule")).rows.first().cells.at(4).toString(), QStringLiteral("not rendered"));
}

void TestInventoryModel::hostileTextStaysOneLine()
{
    InventoryBuilder b;
    b.user(QStringLiteral("PUSR1")).name = QStringLiteral("a\nb\u202Ec\u0007") + QString(1'000, QLatin1Char('x'));
    InventoryModel model;
    model.setResources(userKind, inventoryTable(*b.build(), userKind), {});
    const QString shown = model.index(0, 1).data().toString();
    QVERIFY(shown.startsWith(QStringLiteral("a b\uFFFDc\uFFFDxxx")));
    QVERIFY(shown.size() < 400);
}

void TestInventoryModel::kindsSayHowCompleteTheyAre()
{
    InventoryBuilder b;
    b.setState(ResourceClass::SchedulesV3, CollectionState::Denied, ReasonCode::Permission);
    b.setState(ResourceClass::Users, CollectionState::Partial, ReasonCode::Cap);
    b.setReportedTotal(ResourceClass::Users, 12'000);
    InventoryKindModel model;
    QAbstractItemModelTester tester(&model);
    model.setInventory(b.build());
    const int schedules = model.rowOf(QStringLiteral("schedule")), users = model.rowOf(userKind);
    QCOMPARE(model.index(schedules, InventoryKindModel::StateColumn).data().toString(), wordFor(CollectionState::Denied));
    QVERIFY(model.reconciliation(schedules).contains(classWord(ResourceClass::Schedules)));
    QVERIFY(model.reconciliation(schedules).contains(sentenceFor(ReasonCode::Permission)));
    QCOMPARE(model.index(users, 0).data(InventoryKindModel::TotalRole).toLongLong(), 12'000);
    QVERIFY(model.reconciliation(users).contains(QStringLiteral("12000")));
    QVERIFY(model.reconciliation(users).contains(sentenceFor(ReasonCode::Cap)));
    model.setInventory(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestInventoryModel::manyRowsStayQuick()
{
    InventoryTable table{{QStringLiteral("Name"), QStringLiteral("E-mail"), QStringLiteral("ID")}, {}};
    for (int i = 0; i < 50'000; ++i) {
        const QString id = QStringLiteral("P%1").arg(i, 6, 10, QLatin1Char('0'));
        table.rows << InventoryRow{id, {}, {QStringLiteral("Person number %1").arg(i * 7919 % 50'000), id + QStringLiteral("@example.test"), id}};
    }
    InventoryModel model;
    model.setResources(userKind, table, {});
    QElapsedTimer timer;
    timer.start();
    for (const char *typed : {"n", "nu", "num", "number 4", "number 42", "zzz", ""})
        model.setFilter(QLatin1String(typed));
    const qint64 seven = timer.elapsed();
    qInfo("7 keystrokes over 50,000 rows: %lld ms", seven);
    QCOMPARE(model.rowCount(), 50'000);
    QVERIFY2(seven < 7 * 400, "a keystroke must not be felt"); // generous: sanitizers and busy machines
}

void TestInventoryModel::words()
{
    QCOMPARE(kindWord(QStringLiteral("escalation_policy")), QStringLiteral("Escalation policy"));
    QCOMPARE(kindWord(QStringLiteral("something_new")), QStringLiteral("Something new"));
    QCOMPARE(kindWord({}), QString());
    QCOMPARE(durationWords(0), QStringLiteral("0 s"));
    QCOMPARE(durationWords(86'400 + 3'600 + 61), QStringLiteral("1 d 1 h 1 min 1 s"));
    for (int i = 0; i < resourceClassCount; ++i)
        QVERIFY(!classWord(static_cast<ResourceClass>(i)).isEmpty());
}

QTEST_GUILESS_MAIN(TestInventoryModel)
#include "tst_inventorymodel.moc"
