// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storedsnapshots.h"
#include "ui/models/snapshotlistmodel.h"
#include "ui/snapshots/snapshotsview.h"

#include <QAction>
#include <QFileDialog>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace pdsi;

class TestSnapshotsView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void emptyStateSaysHowToBegin();
    void actionsFitTheRow();
    void opensAndResumes();
    void savesAnArchive();
    void deletionCanBeUndone();
    void deletionIsCarriedOutWhenClosing();
    void secondDeletionCarriesOutTheFirst();

private:
    void fill();
    int stored() const { return static_cast<int>(m_stored->list().size()); }
    static QAction *action(const SnapshotsView &view, const char *verb)
    {
        return view.findChild<QAction *>(QStringLiteral("snapshots.") + QLatin1String(verb));
    }
    static QTableView *table(const SnapshotsView &view) { return view.findChild<QTableView *>(); }

    std::unique_ptr<StoredSnapshots> m_stored;
    StoredSnapshots::Filled m_ids;
};

void TestSnapshotsView::init() { m_stored = std::make_unique<StoredSnapshots>(); }

void TestSnapshotsView::fill()
{
    m_ids = m_stored->fill();
    QVERIFY(!m_ids.sealed.isNull());
}

void TestSnapshotsView::emptyStateSaysHowToBegin()
{
    SnapshotLibrary library(m_stored->path());
    BackgroundCollection collection(m_stored->path());
    SnapshotsView view(library, collection);
    view.show();
    const auto *empty = view.findChild<QLabel *>(QStringLiteral("snapshots.empty"));
    QTRY_VERIFY(empty->isVisible());
    for (const char *verb : {"open", "resume", "save", "delete", "undoDelete"})
        QVERIFY2(!action(view, verb)->isEnabled(), verb);
}

void TestSnapshotsView::actionsFitTheRow()
{
    fill();
    SnapshotLibrary library(m_stored->path());
    BackgroundCollection collection(m_stored->path());
    SnapshotsView view(library, collection);
    QTRY_COMPARE(table(view)->model()->rowCount(), 2);
    const auto row = [&view](const QUuid &id) { return qobject_cast<SnapshotListModel *>(table(view)->model())->rowOf(id); };
    table(view)->selectRow(row(m_ids.sealed));
    QVERIFY(action(view, "open")->isEnabled() && action(view, "save")->isEnabled() && action(view, "delete")->isEnabled());
    QVERIFY(!action(view, "resume")->isEnabled());
    table(view)->selectRow(row(m_ids.unfinished));
    QVERIFY(action(view, "resume")->isEnabled() && action(view, "delete")->isEnabled());
    QVERIFY(!action(view, "open")->isEnabled() && !action(view, "save")->isEnabled());
}

void TestSnapshotsView::opensAndResumes()
{
    fill();
    SnapshotLibrary library(m_stored->path());
    BackgroundCollection collection(m_stored->path());
    SnapshotsView view(library, collection);
    QSignalSpy opened(&view, &SnapshotsView::openRequested);
    QSignalSpy resumed(&view, &SnapshotsView::resumeRequested);
    view.show();
    QTRY_COMPARE(table(view)->model()->rowCount(), 2);
    auto *model = qobject_cast<SnapshotListModel *>(table(view)->model());
    table(view)->setFocus();
    table(view)->setCurrentIndex(model->index(model->rowOf(m_ids.sealed), 0));
    QTest::keyClick(table(view), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.first().first().toUuid(), m_ids.sealed);
    table(view)->setCurrentIndex(model->index(model->rowOf(m_ids.unfinished), 0));
    QTest::keyClick(table(view), Qt::Key_Return);
    QCOMPARE(resumed.count(), 1);
    QCOMPARE(resumed.first().first().toUuid(), m_ids.unfinished);
}

void TestSnapshotsView::savesAnArchive()
{
    fill();
    SnapshotLibrary library(m_stored->path());
    BackgroundCollection collection(m_stored->path());
    SnapshotsView view(library, collection);
    QTRY_COMPARE(table(view)->model()->rowCount(), 2);
    table(view)->selectRow(qobject_cast<SnapshotListModel *>(table(view)->model())->rowOf(m_ids.sealed));
    action(view, "save")->trigger();
    auto *dialog = view.findChild<QFileDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    const QString path = m_stored->filePath("saved.pdsnap");
    Q_EMIT dialog->fileSelected(path);
    dialog->reject();
    QTRY_VERIFY(QFile::exists(path));
    QTRY_VERIFY(view.findChild<QLabel *>(QStringLiteral("snapshots.note"))->text().startsWith(QStringLiteral("Saved as")));
}

void TestSnapshotsView::deletionCanBeUndone()
{
    fill();
    SnapshotLibrary library(m_stored->path());
    BackgroundCollection collection(m_stored->path());
    SnapshotsView view(library, collection);
    QTRY_COMPARE(table(view)->model()->rowCount(), 2);
    table(view)->selectRow(0);
    action(view, "delete")->trigger();
    QCOMPARE(table(view)->model()->rowCount(), 1);
    action(view, "refresh")->trigger(); // it stays away also when listed again
    QSignalSpy listed(&library, &SnapshotLibrary::listed);
    QTRY_VERIFY(!listed.isEmpty());
    QCOMPARE(table(view)->model()->rowCount(), 1);
    QVERIFY(action(view, "undoDelete")->isEnabled());
    action(view, "undoDelete")->trigger();
    QCOMPARE(table(view)->model()->rowCount(), 2);
    QVERIFY(!action(view, "undoDelete")->isEnabled());
    QCOMPARE(stored(), 2);
}

void TestSnapshotsView::deletionIsCarriedOutWhenClosing()
{
    fill();
    {
        SnapshotLibrary library(m_stored->path());
        BackgroundCollection collection(m_stored->path());
        SnapshotsView view(library, collection);
        QTRY_COMPARE(table(view)->model()->rowCount(), 2);
        table(view)->selectRow(0);
        action(view, "delete")->trigger();
        QCOMPARE(stored(), 2);
    }
    QCOMPARE(stored(), 1);
}

void TestSnapshotsView::secondDeletionCarriesOutTheFirst()
{
    fill();
    SnapshotLibrary library(m_stored->path());
    BackgroundCollection collection(m_stored->path());
    SnapshotsView view(library, collection);
    QTRY_COMPARE(table(view)->model()->rowCount(), 2);
    table(view)->selectRow(0);
    action(view, "delete")->trigger();
    action(view, "delete")->trigger();
    QCOMPARE(table(view)->model()->rowCount(), 0);
    QTRY_COMPARE(stored(), 1);
    action(view, "undoDelete")->trigger();
    QCOMPARE(table(view)->model()->rowCount(), 1);
}

QTEST_MAIN(TestSnapshotsView)
#include "tst_snapshotsview.moc"
