// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/controldetailview.h"
#include "ui/models/controltreemodel.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QDockWidget>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace pdsi;

class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensTheSampleAndListsAllControls();
    void chosenControlIsExplained();
    void hostileTextIsEscaped();
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

QSet<int> controlsIn(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QSet<int> ids;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex node = model.index(row, 0, parent);
        ids.unite(controlsIn(model, node));
        if (const int id = node.data(ControlTreeModel::ControlIdRole).toInt())
            ids.insert(id);
    }
    return ids;
}

} // namespace

void TestMainWindow::opensTheSampleAndListsAllControls()
{
    MainWindow window;
    window.show();
    openSample(window);
    auto *tree = window.findChild<QTreeView *>(QStringLiteral("controlTree"));
    QVERIFY(tree);
    QAbstractItemModelTester tester(tree->model());
    QCOMPARE(controlsIn(*tree->model()).size(), 25);
    openSample(window); // again: models reset whole
    QCOMPARE(controlsIn(*tree->model()).size(), 25);
}

void TestMainWindow::chosenControlIsExplained()
{
    MainWindow window;
    openSample(window);
    auto *tree = window.findChild<QTreeView *>(QStringLiteral("controlTree"));
    const QModelIndex worst = tree->model()->index(0, 0, tree->model()->index(0, 0));
    QCOMPARE(worst.data(ControlTreeModel::StatusRole).toInt(), int(OutcomeStatus::Fail));
    tree->setCurrentIndex(worst);
    auto *detail = window.findChild<ControlDetailView *>();
    QVERIFY(detail->toPlainText().startsWith(worst.data().toString()));
}

void TestMainWindow::hostileTextIsEscaped()
{
    Assessment assessment;
    ControlResult control;
    control.info.title = QStringLiteral("Title");
    control.outcomeCount = 1;
    AssessedOutcome outcome;
    outcome.resource.name = QStringLiteral("<img src=\"https://evil.test/x\"><script>alert(1)</script>");
    outcome.message = outcome.resource.name;
    assessment.outcomes.append(outcome);
    assessment.controls.append(control);
    const QString html = ControlDetailView::page(assessment, assessment.controls.first(), false);
    QVERIFY(!html.contains(QStringLiteral("<img")));
    QVERIFY(!html.contains(QStringLiteral("<script")));
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
