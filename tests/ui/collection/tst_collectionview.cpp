// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/accounts.h"
#include "tests/support/fakepagerduty.h"
#include "ui/collection/collectionview.h"
#include "ui/collection/rowtable.h"
#include "ui/models/collectionmodel.h"
#include "ui/models/requestlogmodel.h"
#include "ui/shell/selection.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace pdsi;

/// The dock beside a real collection of a fake account.
class TestCollectionView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void emptyStateOffersToCollect();
    void journey();
    void openAuditIsShown();
    void copiesCurlAndRows();
    void showsARequest();
    void refusalSaysWhatToDo();
    void interruptedOnesAreOffered();
    void everythingHasAName();

private:
    QAction *action(const char *verb) const { return m_view->findChild<QAction *>(QStringLiteral("collection.") + QLatin1String(verb)); }
    QString label(const char *name) const { return m_view->findChild<QLabel *>(QStringLiteral("collection.") + QLatin1String(name))->text(); }
    RowTable *table(const char *name) const { return m_view->findChild<RowTable *>(QStringLiteral("collection.") + QLatin1String(name)); }
    bool isEmpty() const { return m_view->findChild<QStackedWidget *>()->currentIndex() == 0; }
    LiveAudit audit(const FakePagerDuty &fake) const;

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<BackgroundCollection> m_collection;
    std::unique_ptr<QMainWindow> m_window;
    CollectionView *m_view = nullptr;
};

void TestCollectionView::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_selection = std::make_unique<Selection>();
    m_collection = std::make_unique<BackgroundCollection>(m_directory->filePath(QStringLiteral("snapshots.sqlite")));
    m_window = std::make_unique<QMainWindow>();
    m_view = new CollectionView(*m_selection, *m_collection, m_window.get());
    m_window->addDockWidget(Qt::RightDockWidgetArea, m_view);
    m_window->resize(1000, 700);
    m_window->show();
    connect(m_collection.get(), &BackgroundCollection::judged, m_selection.get(), &Selection::setAudit);
}

void TestCollectionView::cleanup()
{
    m_window.reset();
    m_collection.reset();
    m_selection.reset();
}

LiveAudit TestCollectionView::audit(const FakePagerDuty &fake) const
{
    LiveAudit audit;
    audit.connection.name = QStringLiteral("Fake");
    audit.connection.baseUrl = fake.url();
    audit.secret = Secret(QByteArrayLiteral("fakefakefakefakefa00"));
    audit.asOf = fake.model().now;
    return audit;
}

void TestCollectionView::emptyStateOffersToCollect()
{
    QVERIFY(isEmpty());
    QVERIFY(label("empty").contains(QStringLiteral("Collect...")));
    for (const char *verb : {"pause", "resume", "cancel", "copy", "copyCurl"})
        QVERIFY2(!action(verb)->isEnabled(), verb);
    QSignalSpy wanted(m_view, &CollectionView::collectRequested);
    m_view->findChild<QPushButton *>(QStringLiteral("collection.collectButton"))->click();
    QCOMPARE(wanted.count(), 1);
}

void TestCollectionView::journey()
{
    FakeOptions options;
    options.latencyMs = 30;
    options.limitPerWindow = 900;
    FakePagerDuty fake(sampleAccount(), options);
    QVERIFY(fake.listen());
    LiveAudit live = audit(fake);
    live.concurrency = 3;
    m_collection->start(live);
    QVERIFY(!isEmpty());
    QVERIFY(label("title").startsWith(QStringLiteral("Fake - 127.0.0.1")));
    QAbstractItemModel *log = table("requests")->model();
    QTRY_VERIFY(log->rowCount() > 5);
    QTRY_VERIFY(label("line").contains(QStringLiteral(" of ")));
    QTRY_VERIFY(label("allowance").contains(QStringLiteral(" of 900 requests left")));
    QTRY_VERIFY(table("flying")->model()->rowCount() > 0);
    QCOMPARE(table("classes")->model()->rowCount(), resourceClassCount);

    action("pause")->trigger();
    QTRY_VERIFY(label("wait").startsWith(QStringLiteral("Paused")));
    QVERIFY(action("resume")->isEnabled() && !action("pause")->isEnabled());
    const int asked = fake.stats().requests;
    action("resume")->trigger();
    QTRY_VERIFY(fake.stats().requests > asked);

    QSignalSpy finished(m_collection.get(), &BackgroundCollection::finished);
    QTRY_VERIFY(action("cancel")->isEnabled());
    action("cancel")->trigger();
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(label("line").startsWith(QStringLiteral("Cancelled. What arrived is kept")));
    const int kept = log->rowCount();
    QVERIFY(label("facts").startsWith(QStringLiteral("In flight 0")));
    QAbstractItemModel *classes = table("classes")->model();
    int unfinished = 0;
    for (int row = 0; row < classes->rowCount(); ++row) { // nothing is still being read, nothing unread is complete
        const QModelIndex index = classes->index(row, 0);
        QCOMPARE(index.data(CollectionModel::PhaseRole).toInt(), int(ClassPhase::Over));
        if (m_collection->progress().phases.at(row) == ClassPhase::Over)
            continue;
        ++unfinished;
        QVERIFY(index.data(CollectionModel::StateRole).toInt() != int(CollectionState::Complete));
    }
    QVERIFY(unfinished > 0);
    QVERIFY(label("offer").contains(QString::number(kept)));
    QSignalSpy resumed(m_view, &CollectionView::resumeRequested);
    action("resume")->trigger();
    QCOMPARE(resumed.count(), 1);
    QVERIFY(!resumed.first().first().toUuid().isNull());

    fake.options().latencyMs = 0;
    m_collection->start(audit(fake)); // as the shell does then
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 30'000);
    QTRY_VERIFY(bool(m_selection->audit()));
    QVERIFY(label("line").contains(QString::number(log->rowCount())));
    QVERIFY(log->rowCount() > kept);
    QVERIFY(!action("resume")->isEnabled() && !action("cancel")->isEnabled());
    QCOMPARE(label("offer"), QString());
}

void TestCollectionView::openAuditIsShown()
{
    const auto sample = judgeSample();
    QVERIFY(sample.ok());
    m_selection->setAudit(*sample);
    QVERIFY(!isEmpty());
    QCOMPARE(table("requests")->model()->rowCount(), static_cast<int>(sample->assessment->requests.size()));
    const QAbstractItemModel *classes = table("classes")->model();
    const auto &users = sample->assessment->snapshot.state(ResourceClass::Users);
    const int row = static_cast<int>(ResourceClass::Users);
    QCOMPARE(classes->index(row, CollectionModel::ReceivedColumn).data().toString(), QString::number(users.received));
    QCOMPARE(classes->index(row, CollectionModel::StateColumn).data().toString(), QStringLiteral("Complete"));
    QVERIFY(label("facts").startsWith(QStringLiteral("Collected ")));
    m_selection->setAudit({});
    QVERIFY(isEmpty());
}

void TestCollectionView::copiesCurlAndRows()
{
    m_selection->setAudit(*judgeSample());
    m_view->showRequest(2);
    QVERIFY(action("copyCurl")->isEnabled());
    action("copyCurl")->trigger();
    const QString command = QGuiApplication::clipboard()->text();
    QVERIFY(command.startsWith(QStringLiteral("curl ")));
    QVERIFY(command.contains(QStringLiteral("$PAGERDUTY_API_KEY")));
    const QString host = QUrl(m_selection->audit().assessment->snapshot.account.baseUrl).host();
    QVERIFY(command.contains(host) && label("note").contains(host));
    m_window->activateWindow();
    QTRY_VERIFY(m_window->isActiveWindow());
    table("requests")->setFocus();
    QTest::keyClick(table("requests"), Qt::Key_C, Qt::ControlModifier);
    const QString row = QGuiApplication::clipboard()->text();
    QVERIFY(row.startsWith(QStringLiteral("2\t")));
    QCOMPARE(row.count(QLatin1Char('\t')), RequestLogModel::ColumnCount - 1);
}

void TestCollectionView::showsARequest()
{
    m_selection->setAudit(*judgeSample());
    auto *filter = m_view->findChild<QLineEdit *>(QStringLiteral("collection.filterText"));
    filter->setText(QStringLiteral("no such words"));
    QCOMPARE(table("requests")->model()->rowCount(), 0);
    m_view->showRequest(5);
    QCOMPARE(table("requests")->currentIndex().data(RequestLogModel::RequestIdRole).toInt(), 5);
    QVERIFY(table("requests")->isVisible());
    QCOMPARE(filter->text(), QString());
    m_view->showRequest(1'000'000);
    QVERIFY(label("note").contains(QStringLiteral("1000000")));
    action("filter")->trigger();
    QTRY_VERIFY(filter->hasFocus());
}

void TestCollectionView::refusalSaysWhatToDo()
{
    FakePagerDuty fake(sampleAccount());
    QVERIFY(fake.listen());
    LiveAudit live = audit(fake);
    live.secret = Secret(QByteArrayLiteral("wrongwrongwrongwrong"));
    QSignalSpy finished(m_collection.get(), &BackgroundCollection::finished);
    m_collection->start(live);
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(label("line").contains(QStringLiteral("Check the key")));
}

void TestCollectionView::interruptedOnesAreOffered()
{
    SnapshotSummary old, young;
    old.id = QUuid::createUuid();
    old.startedAt = QDateTime::currentDateTimeUtc().addDays(-3);
    young.id = QUuid::createUuid();
    young.startedAt = QDateTime::currentDateTimeUtc().addSecs(-600);
    old.requests = young.requests = 42;
    m_view->offerResume({old});
    QVERIFY(!action("resume")->isEnabled());
    m_view->offerResume({old, young});
    QVERIFY(action("resume")->isEnabled());
    QVERIFY(label("offer").contains(QStringLiteral("42 answers are kept")));
    QSignalSpy resumed(m_view, &CollectionView::resumeRequested);
    action("resume")->trigger();
    QCOMPARE(resumed.first().first().toUuid(), young.id);
    m_view->offerResume({});
    QVERIFY(!action("resume")->isEnabled());
}

void TestCollectionView::everythingHasAName()
{
    QAccessible::setActive(true);
    m_selection->setAudit(*judgeSample());
    const QList<QWidget *> widgets = m_view->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const bool control = widget->inherits("QTableView") || widget->inherits("QLineEdit") || widget->inherits("QAbstractButton")
            || widget->inherits("QProgressBar");
        if (!control || widget->objectName().startsWith(QStringLiteral("qt_")) || !widget->isVisible())
            continue;
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName() + QLatin1String(widget->metaObject()->className())));
    }
}

QTEST_MAIN(TestCollectionView)
#include "tst_collectionview.moc"
