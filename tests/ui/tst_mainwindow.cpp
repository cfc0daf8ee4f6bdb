// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/connectionaccess.h"
#include "tests/support/fakecredentialstore.h"
#include "ui/evidence/answerview.h"
#include "ui/evidence/evidenceview.h"
#include "ui/findings/findingstable.h"
#include "ui/findings/findingsview.h"
#include "ui/models/actionmodel.h"
#include "ui/models/controltreemodel.h"
#include "ui/models/findingsmodel.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/selection.h"

#include <QAccessible>
#include <QAction>
#include <QDockWidget>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>
#include <QTreeView>

using namespace pdsi;

/// The window on the sample account and on files, without any network.
class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void opensTheSampleWorstFirst();
    void searchSelectReadEvidence();
    void goesBackAndForward();
    void badFileLeavesTheOpenOneAlone();
    void archiveCanBeDropped();
    void layoutIsKeptAndNewDocksAppear();
    void whatWasOpenIsOfferedAfterACrash();
    void everyActionIsInThePalette();
    void shortcutsAreNotAmbiguous();
    void everythingHasAName();

private:
    std::unique_ptr<MainWindow> window()
    {
        auto made = std::make_unique<MainWindow>(*m_settings, *m_access);
        made->show();
        return made;
    }
    static void openSample(MainWindow &window)
    {
        QSignalSpy opened(&window, &MainWindow::opened);
        window.openSample();
        QTRY_COMPARE(opened.count(), 1);
        QVERIFY(opened.first().first().toBool());
    }
    static QString sampleArchive() { return qEnvironmentVariable("PDSI_SOURCE_DIR") + QStringLiteral("/resources/sample/sample.pdsnap"); }
    static QString detailText(const MainWindow &window)
    {
        return window.findChild<QTextEdit *>(QStringLiteral("detailPage"))->toPlainText();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<ConnectionAccess> m_access;
};

void TestMainWindow::init()
{
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_access = std::make_unique<ConnectionAccess>(m_folder->path(), std::make_unique<FakeCredentialStore>(), Clock::system());
    m_settings = std::make_unique<AppSettings>();
}

void TestMainWindow::opensTheSampleWorstFirst()
{
    const auto main = window();
    QVERIFY(!main->selection().audit());
    openSample(*main);
    QCOMPARE(main->selection().audit().assessment->controls.size(), 25);
    auto *tree = main->findChild<QTreeView *>(QStringLiteral("controlTree"));
    const QModelIndex worst = tree->model()->index(0, 0, tree->model()->index(0, 0));
    QCOMPARE(worst.data(ControlTreeModel::StatusRole).toInt(), int(OutcomeStatus::Fail));
    const Place place = main->selection().place();
    QVERIFY(place.outcome >= 0);
    const AssessedOutcome &first = main->selection().audit().assessment->outcomes.at(place.outcome);
    QVERIFY(first.isOpenFinding());
    QVERIFY(detailText(*main).contains(first.message));
    QVERIFY(main->windowTitle().contains(QStringLiteral("harbour-finch")));
    openSample(*main); // again: models reset whole
    QCOMPARE(main->selection().audit().assessment->controls.size(), 25);
}

void TestMainWindow::searchSelectReadEvidence()
{
    const auto main = window();
    openSample(*main);
    auto *findings = main->findChild<FindingsView *>();
    findings->focusSearch();
    QTest::keyClicks(findings->findChild<QLineEdit *>(), QStringLiteral("status:fail kind:schedule control:8"));
    QTRY_COMPARE(main->selection().filter().text(), QStringLiteral("status:fail kind:schedule control:8"));
    int expected = 0;
    for (const AssessedOutcome &outcome : main->selection().audit().assessment->outcomes)
        expected += outcome.controlId == 8 && outcome.status == OutcomeStatus::Fail ? 1 : 0;
    QVERIFY(expected > 0);
    QTRY_COMPARE(findings->model()->rowCount(), expected);
    findings->table()->selectRow(expected - 1);
    QTRY_COMPARE(main->selection().place().controlId, 8);
    const AssessedOutcome &chosen = main->selection().audit().assessment->outcomes.at(main->selection().place().outcome);
    QTRY_VERIFY(detailText(*main).contains(chosen.message));
    main->docks().raise(QStringLiteral("evidence"));
    auto *evidence = main->findChild<EvidenceView *>();
    QTRY_COMPARE(evidence->model().rowCount(), int(chosen.evidence.size()));
    QTRY_VERIFY(!evidence->findChild<AnswerView *>()->findChildren<QWidget *>().isEmpty());
}

void TestMainWindow::goesBackAndForward()
{
    const auto main = window();
    openSample(*main);
    QAction *back = main->actionModel().action(QStringLiteral("go.back"));
    main->selection().selectControl(8);
    main->selection().selectControl(9);
    QVERIFY(back->isEnabled());
    back->trigger();
    QCOMPARE(main->selection().place().controlId, 8);
    main->actionModel().action(QStringLiteral("go.forward"))->trigger();
    QCOMPARE(main->selection().place().controlId, 9);
}

void TestMainWindow::badFileLeavesTheOpenOneAlone()
{
    const auto main = window();
    openSample(*main);
    const auto before = main->selection().audit().assessment;
    QFile bad(m_folder->filePath(QStringLiteral("bad.pdsnap")));
    QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write("not an archive") > 0);
    bad.close();
    QSignalSpy opened(main.get(), &MainWindow::opened);
    main->openArchive(bad.fileName());
    QTRY_COMPARE(opened.count(), 1);
    QVERIFY(!opened.first().first().toBool());
    QCOMPARE(main->selection().audit().assessment, before);
    auto *bar = main->findChild<MessageBar *>();
    QVERIFY(bar->isVisible());
    QVERIFY2(bar->text().contains(QStringLiteral("archive")), qPrintable(bar->text()));
}

void TestMainWindow::archiveCanBeDropped()
{
    const auto main = window();
    main->begin();
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(sampleArchive())});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(main.get(), &enter);
    QVERIFY(enter.isAccepted());
    QSignalSpy opened(main.get(), &MainWindow::opened);
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(main.get(), &drop);
    QTRY_COMPARE(opened.count(), 1);
    QVERIFY(opened.first().first().toBool());
    QCOMPARE(m_settings->recent().size(), 1);
    QCOMPARE(m_settings->recent().first().path, QFileInfo(sampleArchive()).absoluteFilePath());

    QMimeData text;
    text.setUrls({QUrl::fromLocalFile(QStringLiteral("/etc/hostname"))});
    QDragEnterEvent other({10, 10}, Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
    other.ignore();
    QCoreApplication::sendEvent(main.get(), &other);
    QVERIFY(!other.isAccepted());
}

void TestMainWindow::layoutIsKeptAndNewDocksAppear()
{
    {
        const auto main = window();
        main->begin();
        main->docks().dock(QStringLiteral("detail"))->hide();
        main->docks().dock(QStringLiteral("inventory"))->setFloating(true);
        main->close();
    }
    const auto again = window();
    again->begin();
    QVERIFY(again->docks().dock(QStringLiteral("detail"))->isHidden());
    QVERIFY(again->docks().dock(QStringLiteral("inventory"))->isFloating());
    again->actionModel().action(QStringLiteral("view.restoreLayout"))->trigger();
    QVERIFY(!again->docks().dock(QStringLiteral("detail"))->isHidden());
    QVERIFY(!again->docks().dock(QStringLiteral("inventory"))->isFloating());
    // Saved by a version that did not know the timeline, and with everything hidden.
    for (const DockPlacement &placement : again->docks().placements())
        placement.dock->hide();
    again->close();
    QStringList known = m_settings->list(QStringLiteral("layoutDocks"));
    QVERIFY(known.removeOne(QStringLiteral("timeline")));
    m_settings->setList(QStringLiteral("layoutDocks"), known);
    const auto upgraded = window();
    upgraded->begin();
    QVERIFY(!upgraded->docks().dock(QStringLiteral("timeline"))->isHidden());
    QVERIFY(upgraded->docks().dock(QStringLiteral("detail"))->isHidden());
}

void TestMainWindow::whatWasOpenIsOfferedAfterACrash()
{
    m_settings->addRecent({sampleArchive(), {}, QStringLiteral("harbour-finch")});
    QVERIFY(!m_settings->takeUncleanEnd()); // that one never closes its window
    const auto main = window();
    main->begin();
    auto *bar = main->findChild<MessageBar *>();
    QVERIFY(bar->isVisible());
    QVERIFY(bar->text().contains(QStringLiteral("did not close properly")));
    main->close();
    const auto next = window();
    next->begin();
    QVERIFY(!next->findChild<MessageBar *>()->isVisible());
    next->close();
}

void TestMainWindow::everyActionIsInThePalette()
{
    const auto main = window();
    openSample(*main);
    QStringList missing;
    for (const QAction *action : main->findChildren<QAction *>()) {
        // What Qt makes by itself (text fields, menus) has names of its own.
        const QString id = action->objectName();
        if (id.contains(QLatin1Char('.')) && !action->text().isEmpty() && !main->actionModel().action(id))
            missing << id;
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char(' '))));
    QVERIFY(main->actionModel().rowCount() > 40);
    main->actionModel().action(QStringLiteral("help.palette"))->trigger();
    QTRY_VERIFY(main->findChild<CommandPalette *>() && main->findChild<CommandPalette *>()->isVisible());
}

void TestMainWindow::shortcutsAreNotAmbiguous()
{
    const auto main = window();
    const ActionModel &actions = main->actionModel();
    for (int row = 0; row < actions.rowCount(); ++row) {
        const auto other = actions.conflict(row, actions.defaultShortcut(row));
        QVERIFY2(!other, qPrintable(QStringLiteral("%1 and %2 share %3")
                                        .arg(actions.index(row, 0).data(ActionModel::IdRole).toString(),
                                             other ? actions.index(*other, 0).data(ActionModel::IdRole).toString() : QString(),
                                             actions.defaultShortcut(row).toString())));
    }
}

void TestMainWindow::everythingHasAName()
{
    QAccessible::setActive(true);
    const auto main = window();
    openSample(*main);
    QStringList nameless;
    for (const DockPlacement &placement : main->docks().placements())
        placement.dock->show();
    for (QWidget *widget : main->findChildren<QWidget *>()) {
        const bool control = widget->inherits("QAbstractItemView") || widget->inherits("QTextEdit") || widget->inherits("QDockWidget")
            || widget->inherits("QLineEdit") || widget->inherits("QComboBox") || widget->inherits("QAbstractButton")
            || widget->inherits("QPlainTextEdit") || widget->inherits("QAbstractSpinBox") || widget->inherits("QProgressBar");
        // What belongs to another control (a spin box's text, a completer's list) is named by that.
        const QString name = widget->objectName();
        if (!control || widget->inherits("QHeaderView") || !widget->isVisible() || name.startsWith(QLatin1String("qt_")))
            continue;
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->text(QAccessible::Name).isEmpty())
            nameless << QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') + name;
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
