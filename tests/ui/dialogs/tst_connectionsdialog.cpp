// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialogs/connectiondialogfixture.h"
#include "ui/dialogs/connectionsdialog.h"

#include <QSignalSpy>
#include <QTreeWidget>
#include <QUndoStack>

using namespace pdsi;

/// The list of connections: add, edit, duplicate, remove and think again.
class TestConnectionsDialog : public ConnectionDialogFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void listAddsEditsDuplicates();
    void removedConnectionComesBack();
    void removedForGoodForgetsItsSecrets();
    void defaultIsChosen();
    void emptyListSaysWhatToDo();
    void damagedListSaysSo();
    void environmentCannotBeChanged();
    void everythingHasAName();

private:
    void openList();
    QTreeWidget *list() const { return part<QTreeWidget>("connectionList"); }
};

void TestConnectionsDialog::init() { begin(); }

void TestConnectionsDialog::openList()
{
    m_dialog = std::make_unique<ConnectionsDialog>(*m_access);
    m_dialog->show();
}

void TestConnectionsDialog::listAddsEditsDuplicates()
{
    stored(QStringLiteral("B"));
    openList();
    QCOMPARE(list()->topLevelItemCount(), 1);
    const auto inner = [this] { return m_dialog->findChild<ConnectionDialog *>(); };
    press("addConnection");
    QTRY_VERIFY(inner());
    inner()->findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("A"));
    inner()->findChild<QLineEdit *>(QStringLiteral("apiKey"))->setText(QStringLiteral("k"));
    inner()->accept();
    QTRY_COMPARE(list()->topLevelItemCount(), 2);
    QCOMPARE(list()->currentItem()->text(0), QStringLiteral("A"));
    QTRY_VERIFY(!inner());
    press("duplicateConnection");
    QTRY_VERIFY(inner());
    QCOMPARE(inner()->findChild<QLineEdit *>(QStringLiteral("name"))->text(), QStringLiteral("A 2"));
    inner()->findChild<QLineEdit *>(QStringLiteral("apiKey"))->setText(QStringLiteral("k2"));
    inner()->accept();
    QTRY_COMPARE(list()->topLevelItemCount(), 3);
    QTRY_VERIFY(!inner());
    press("editConnection");
    QTRY_VERIFY(inner());
    inner()->findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("Z"));
    inner()->accept();
    QTRY_COMPARE(list()->topLevelItem(2)->text(0), QStringLiteral("Z"));
    QCOMPARE(m_keychain->secrets.size(), 3);
}

void TestConnectionsDialog::removedConnectionComesBack()
{
    const Connection connection = stored();
    QVERIFY(m_access->setDefault(connection.id));
    openList();
    press("removeConnection");
    QCOMPARE(list()->topLevelItemCount(), 0);
    QVERIFY(m_access->list()->isEmpty());
    QVERIFY(words("connectionsNotice").contains(QLatin1String("Undo brings it back")));
    press("undoConnections");
    QCOMPARE(list()->topLevelItemCount(), 1);
    QCOMPARE(m_access->list()->first(), connection);
    QCOMPARE(*m_access->defaultId(), connection.id);
    static_cast<ConnectionsDialog *>(m_dialog.get())->undoStack().redo();
    QCOMPARE(list()->topLevelItemCount(), 0);
    press("undoConnections");
    m_dialog->reject();
    open(connection); // its secret never went
    press("testButton");
    QTRY_VERIFY(testWords().contains(QLatin1String("It works")));
}

void TestConnectionsDialog::removedForGoodForgetsItsSecrets()
{
    stored();
    stored(QStringLiteral("Other"));
    openList();
    QVERIFY(list()->currentItem()->text(0) == QLatin1String("Harbour"));
    press("removeConnection");
    QCOMPARE(m_keychain->secrets.size(), 2);
    m_dialog->close();
    QTRY_COMPARE(m_keychain->secrets.keys(), QStringList{QStringLiteral("Other-id:api-key")});
}

void TestConnectionsDialog::defaultIsChosen()
{
    stored(QStringLiteral("A"));
    stored(QStringLiteral("B"));
    openList();
    list()->setCurrentItem(list()->topLevelItem(1));
    press("defaultConnection");
    QCOMPARE(list()->topLevelItem(1)->text(3), QStringLiteral("default"));
    QCOMPARE(m_access->preferred()->name, QStringLiteral("B"));
    QSignalSpy collect(m_dialog.get(), SIGNAL(collectRequested(pdsi::Connection)));
    press("collectWithConnection");
    QCOMPARE(collect.count(), 1);
    QCOMPARE(collect.first().first().value<Connection>().name, QStringLiteral("B"));
    QVERIFY(!m_dialog->isVisible());
}

void TestConnectionsDialog::emptyListSaysWhatToDo()
{
    openList();
    QVERIFY(words("connectionsNotice").contains(QLatin1String("No connections yet")));
    QVERIFY(!part<QPushButton>("editConnection")->isEnabled());
    QVERIFY(part<QPushButton>("addConnection")->isEnabled());
}

void TestConnectionsDialog::damagedListSaysSo()
{
    QFile file(m_folder->filePath(QStringLiteral("connections.json")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") > 0);
    file.close();
    openList();
    QVERIFY(words("connectionsNotice").contains(file.fileName()));
}

void TestConnectionsDialog::environmentCannotBeChanged()
{
    QVERIFY(m_access->useEnvironment({{QStringLiteral("PAGERDUTY_API_KEY"), QStringLiteral("fakefakefakefakefa00")}}));
    openList();
    QCOMPARE(list()->topLevelItemCount(), 1);
    for (const char *name : {"removeConnection", "defaultConnection", "duplicateConnection"})
        QVERIFY(!part<QPushButton>(name)->isEnabled());
    QVERIFY(part<QPushButton>("collectWithConnection")->isEnabled());
}

void TestConnectionsDialog::everythingHasAName()
{
    openList();
    checkNames();
}

QTEST_MAIN(TestConnectionsDialog)
#include "tst_connectionsdialog.moc"
