// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/controlresultmodel.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QDockWidget>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>

using namespace pdsi;

class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensTheSampleAndListsAllControls();
    void worstControlIsFirst();
    void badFileLeavesTheOpenOneAlone();
    void everythingHasAName();
};

namespace {

void openSample(MainWindow &window)
{
    QSignalSpy opened(&window, &MainWindow::opened);
    window.openSample();
    QTRY_COMPARE(opened.count(), 1);
    QVERIFY(opened.first().first().toBool());
}

} // namespace

void TestMainWindow::opensTheSampleAndListsAllControls()
{
    MainWindow window;
    window.show();
    openSample(window);
    auto *table = window.findChild<QTableView *>(QStringLiteral("controlResultsTable"));
    QVERIFY(table);
    QAbstractItemModelTester tester(table->model());
    QCOMPARE(table->model()->rowCount(), 25);
    QSet<int> ids;
    for (int row = 0; row < 25; ++row)
        ids.insert(table->model()->index(row, 0).data(ControlResultModel::ControlIdRole).toInt());
    QCOMPARE(ids.size(), 25);
    openSample(window); // again: models reset whole
    QCOMPARE(table->model()->rowCount(), 25);
}

void TestMainWindow::worstControlIsFirst()
{
    MainWindow window;
    openSample(window);
    auto *table = window.findChild<QTableView *>(QStringLiteral("controlResultsTable"));
    int last = -1;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const int status = table->model()->index(row, 0).data(ControlResultModel::StatusRole).toInt();
        QVERIFY(status >= last);
        last = status;
    }
    QCOMPARE(table->model()->index(0, 0).data(ControlResultModel::StatusRole).toInt(), int(OutcomeStatus::Fail));
    auto *detail = window.findChild<QTextEdit *>(QStringLiteral("detailPage"));
    QVERIFY(detail);
    QVERIFY(detail->toPlainText().contains(table->model()->index(0, ControlResultModel::TitleColumn).data().toString()));
}

void TestMainWindow::badFileLeavesTheOpenOneAlone()
{
    MainWindow window;
    openSample(window);
    const auto before = window.assessment();
    QTemporaryDir folder;
    QFile bad(folder.filePath(QStringLiteral("bad.pdsnap")));
    QVERIFY(bad.open(QIODevice::WriteOnly));
    bad.write("not an archive");
    bad.close();
    QSignalSpy opened(&window, &MainWindow::opened);
    window.openArchive(bad.fileName());
    QTRY_COMPARE(opened.count(), 1);
    QVERIFY(!opened.first().first().toBool());
    QCOMPARE(window.assessment(), before);
    auto *message = window.findChild<QMessageBox *>();
    QVERIFY(message && message->isVisible());
    QVERIFY(message->text().contains(bad.fileName()) || message->text().contains(QStringLiteral("archive")));
}

void TestMainWindow::everythingHasAName()
{
    QAccessible::setActive(true);
    MainWindow window;
    window.show();
    openSample(window);
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        const bool control = widget->inherits("QAbstractItemView") || widget->inherits("QTextEdit") || widget->inherits("QDockWidget");
        if (!control || widget->inherits("QHeaderView") || !widget->isVisible())
            continue;
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
    }
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
