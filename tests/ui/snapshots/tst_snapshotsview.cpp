// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/snapshotlistmodel.h"
#include "ui/snapshots/snapshotsview.h"

#include <QAction>
#include <QFileDialog>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
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
    /// One sealed snapshot and one unfinished; the newest first.
    void fill();
    int stored() const;
    static QAction *action(const SnapshotsView &view, const char *verb)
    {
        return view.findChild<QAction *>(QStringLiteral("snapshots.") + QLatin1String(verb));
    }
    static QTableView *table(const SnapshotsView &view) { return view.findChild<QTableView *>(); }

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
    QUuid m_sealed, m_unfinished;
};

void TestSnapshotsView::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(QStringLiteral("snapshots.sqlite"));
}

void TestSnapshotsView::fill()
{
    auto store = SnapshotStore::open(m_path, Clock::system());
    SnapshotStart start;
    start.account.baseUrl = QStringLiteral("https://api.pagerduty.com");
    start.asOf = 1'800'000'000;
    auto sealed = store.value()->begin(start);
    SealInfo info;
    info.finishedAt = QDateTime::currentDateTimeUtc();
    for (int i = 0; i < resourceClassCount; ++i)
        info.states.append({static_cast<ResourceClass>(i), CollectionState::Complete, {}, 0, {}, 0, 0});
    m_sealed = sealed.value()->id();
    QVERIFY(sealed.value()->seal(info).ok());
    auto unfinished = store.value()->begin(start);
    m_unfinished = unfinished.value()->id();
}

int TestSnapshotsView::stored() const
{
    return static_cast<int>(SnapshotStore::open(m_path, Clock::system()).value()->list()->size());
}

void TestSnapshotsView::emptyStateSaysHowToBegin()
{
    SnapshotLibrary library(m_path);
    BackgroundCollection collection(m_path);
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
    SnapshotLibrary library(m_path);
    BackgroundCollection collection(m_path);
    SnapshotsView view(library, collection);
    QTRY_COMPARE(table(view)->model()->rowCount(), 2);
    const auto row = [&view](const QUuid &id) { return qobject_cast<SnapshotListModel *>(table(view)->model())->rowOf(id); };
    table(view)->selectRow(row(m_sealed));
    QVERIFY(action(view, "open")->isEnabled() && action(view, "save")->isEnabled() && action(view, "delete")->isEnabled());
    QVERIFY(!action(view, "resume")->isEnabled());
    table(view)->selectRow(row(m_unfinished));
    QVERIFY(action(view, "resume")->isEnabled() && action(view, "delete")->isEnabled());
    QVERIFY(!action(view, "open")->isEnabled() && !action(view, "save")->isEnabled());
}

void TestSnapshotsView::opensAndResumes()
{
    fill();
    SnapshotLibrary library(m_path);
    BackgroundCollection collection(m_path);
    SnapshotsView view(library, collection);
    QSignalSpy opened(&view, &SnapshotsView::openRequested);
    QSignalSpy resumed(&view, &SnapshotsView::resumeRequested);
    view.show();
    QTRY_COMPARE(table(view)->model()->rowCount(), 2);
    auto *model = qobject_cast<SnapshotListModel *>(table(view)->model());
    table(view)->setFocus();
    table(view)->setCurrentIndex(model->index(model->rowOf(m_sealed), 0));
    QTest::keyClick(table(view), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.first().first().toUuid(), m_sealed);
    table(view)->setCurrentIndex(model->index(model->rowOf(m_unfinished), 0));
    QTest::keyClick(table(view), Qt::Key_Return);
    QCOMPARE(resumed.count(), 1);
    QCOMPARE(resumed.first().first().toUuid(), m_unfinished);
}

void TestSnapshotsView::savesAnArchive()
{
    fill();
    SnapshotLibrary library(m_path);
    BackgroundCollection collection(m_path);
    SnapshotsView view(library, collection);
    QTRY_COMPARE(table(view)->model()->rowCount(), 2);
    table(view)->selectRow(qobject_cast<SnapshotListModel *>(table(view)->model())->rowOf(m_sealed));
    action(view, "save")->trigger();
    auto *dialog = view.findChild<QFileDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    const QString path = m_directory->filePath(QStringLiteral("saved.pdsnap"));
    Q_EMIT dialog->fileSelected(path);
    dialog->reject();
    QTRY_VERIFY(QFile::exists(path));
    QTRY_VERIFY(view.findChild<QLabel *>(QStringLiteral("snapshots.note"))->text().startsWith(QStringLiteral("Saved as")));
}

void TestSnapshotsView::deletionCanBeUndone()
{
    fill();
    SnapshotLibrary library(m_path);
    BackgroundCollection collection(m_path);
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
        SnapshotLibrary library(m_path);
        BackgroundCollection collection(m_path);
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
    SnapshotLibrary library(m_path);
    BackgroundCollection collection(m_path);
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
