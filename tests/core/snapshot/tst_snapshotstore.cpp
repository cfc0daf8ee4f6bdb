// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/snapshot/snapshotfixture.h"

#include <QDirIterator>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <vector>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace pdsi;

class TestSnapshotStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void newDatabaseHasEverythingOn();
    void filesAreClosedToOthers();
    void newerDatabaseIsRefused();
    void foreignFileIsRefused();
    void pagesComeBackAsStored();
    void failedPagesAreReplaced();
    void laterReadingOfTheSamePathIsKeptToo();
    void requestIdsAreNeverReused();
    void sealedSnapshotIsComplete();
    void whatMakesASnapshotIncomplete_data();
    void whatMakesASnapshotIncomplete();
    void sealedSnapshotNeverChanges_data();
    void sealedSnapshotNeverChanges();
    void saltIsGoneFromEveryFileOnceSealed();
    void removeDeletesEverything();
    void bodiesAreReadFromManyThreads();
    void fingerprintTellsAccountsApart();
    void defaultPathIsPrivate();

private:
    std::unique_ptr<SnapshotStore> open() const;
    QSqlDatabase raw() const;
    Snapshot sealedSnapshot(SnapshotStore &store) const;

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
    fixture::StillClock m_clock;
};

void TestSnapshotStore::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(QStringLiteral("data/snapshots.sqlite"));
    m_clock = fixture::StillClock();
}

std::unique_ptr<SnapshotStore> TestSnapshotStore::open() const
{
    auto store = SnapshotStore::open(m_path, m_clock);
    if (!store)
        qFatal("%s", qPrintable(store.error().detail));
    return std::move(store).value();
}

/// What somebody with an SQLite shell could do.
QSqlDatabase TestSnapshotStore::raw() const
{
    QSqlDatabase database = QSqlDatabase::contains(m_path) ? QSqlDatabase::database(m_path, false)
                                                           : QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_path);
    database.setDatabaseName(m_path);
    if (!database.open())
        qFatal("cannot open");
    return database;
}

Snapshot TestSnapshotStore::sealedSnapshot(SnapshotStore &store) const
{
    auto writer = std::move(store.begin(fixture::start(store))).value();
    for (const CollectedPage &page : {fixture::page(1, QStringLiteral("/abilities")), fixture::oddPage(2),
                                      fixture::page(3, QStringLiteral("/teams"), {}, RequestResult::Denied)}) {
        if (!writer->store(page))
            qFatal("cannot store");
    }
    return std::move(writer->seal(fixture::sealInfo())).value();
}

void TestSnapshotStore::newDatabaseHasEverythingOn()
{
    const auto store = open();
    QSqlQuery query(raw());
    QVERIFY(query.exec(QStringLiteral("PRAGMA journal_mode")) && query.next());
    QCOMPARE(query.value(0).toString(), QStringLiteral("wal"));
    QVERIFY(query.exec(QStringLiteral("PRAGMA user_version")) && query.next());
    QCOMPARE(query.value(0).toInt(), 1);
    QVERIFY(query.exec(QStringLiteral("SELECT COUNT(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                                      "AND name NOT LIKE 'sqlite_%' AND strict = 0")) && query.next());
    QCOMPARE(query.value(0).toInt(), 0);
    QVERIFY(open()->list()->isEmpty()); // opening again applies nothing twice
}

void TestSnapshotStore::filesAreClosedToOthers()
{
#ifdef Q_OS_UNIX
    ::umask(0);
    const auto store = open();
    auto writer = std::move(store->begin(fixture::start(*store))).value();
    QVERIFY(writer->store(fixture::page(1, QStringLiteral("/users"))));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFile::permissions(m_directory->filePath(QStringLiteral("data"))) & others, QFile::Permissions());
    QStringList seen;
    QDirIterator it(m_directory->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        seen << it.next();
        QVERIFY2((QFile::permissions(seen.last()) & others) == QFile::Permissions(), qPrintable(seen.last()));
    }
    QCOMPARE(seen.size(), 4); // the database, -wal, -shm and the lock
    ::umask(022);
#endif
}

void TestSnapshotStore::newerDatabaseIsRefused()
{
    open().reset();
    QVERIFY(QSqlQuery(raw()).exec(QStringLiteral("PRAGMA user_version = 99")));
    const auto store = SnapshotStore::open(m_path, m_clock);
    QVERIFY(!store);
    QCOMPARE(store.error().code, ErrorCode::UnsupportedVersion);
}

void TestSnapshotStore::foreignFileIsRefused()
{
    QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("this is no database").repeated(500));
    file.close();
    QCOMPARE(SnapshotStore::open(m_path, m_clock).error().code, ErrorCode::CannotRead);
    QCOMPARE(SnapshotStore::open(m_path + QStringLiteral("/below/a/file"), m_clock).error().code, ErrorCode::CannotWrite);
}

void TestSnapshotStore::pagesComeBackAsStored()
{
    const auto store = open();
    auto writer = std::move(store->begin(fixture::start(*store))).value();
    const CollectedPage odd = fixture::oddPage(7);
    QVERIFY(writer->store(odd));
    const auto back = writer->answered("GET", odd.record.path);
    QVERIFY(back);
    QCOMPARE(back->record, odd.record);
    QCOMPARE(back->body, odd.body);
    QCOMPARE(back->removed, odd.removed);
    QVERIFY(!writer->answered("POST", odd.record.path));
    QVERIFY(!writer->answered("GET", odd.record.path + QLatin1Char('0')));
    QCOMPARE(writer->store(odd).error().code, ErrorCode::CannotWrite); // an id is used once
    QCOMPARE(writer->store(fixture::page(0, QStringLiteral("/x"))).error().code, ErrorCode::InvalidArgument);
}

void TestSnapshotStore::failedPagesAreReplaced()
{
    const auto store = open();
    auto writer = std::move(store->begin(fixture::start(*store))).value();
    const QString path = QStringLiteral("/users");
    QVERIFY(writer->store(fixture::page(1, path, {}, RequestResult::Failed)));
    QVERIFY(!writer->answered("GET", path));
    QVERIFY(writer->store(fixture::page(2, path, "<html>", RequestResult::Unreadable)));
    QVERIFY(!writer->answered("GET", path));
    QVERIFY(writer->store(fixture::page(3, path)));
    const Snapshot snapshot = std::move(writer->seal(fixture::sealInfo())).value();
    QCOMPARE(snapshot.requests().size(), 1);
    QCOMPARE(snapshot.requests().first().id, 3);
    QVERIFY(snapshot.body(2).isEmpty());
}

void TestSnapshotStore::laterReadingOfTheSamePathIsKeptToo()
{
    const auto store = open();
    auto writer = std::move(store->begin(fixture::start(*store))).value();
    const QString path = QStringLiteral("/users");
    QVERIFY(writer->store(fixture::page(1, path, "{\"first\":1}")));
    QVERIFY(writer->store(fixture::page(2, path, "{\"second\":1}")));
    QCOMPARE(writer->answered("GET", path)->record.id, 2);
    QVERIFY(writer->markSuperseded({2}));
    QCOMPARE(writer->answered("GET", path)->body, QByteArray("{\"first\":1}"));
    QVERIFY(writer->markSuperseded({1}));
    QVERIFY(!writer->answered("GET", path));
    const Snapshot snapshot = std::move(writer->seal(fixture::sealInfo())).value();
    QCOMPARE(snapshot.requests().size(), 2);
    QVERIFY(snapshot.requests().at(0).superseded && snapshot.requests().at(1).superseded);
}

void TestSnapshotStore::requestIdsAreNeverReused()
{
    const auto store = open();
    auto writer = std::move(store->begin(fixture::start(*store))).value();
    QCOMPARE(writer->nextRequestId(), 1);
    QVERIFY(writer->store(fixture::page(1, QStringLiteral("/a"))));
    QVERIFY(writer->store(fixture::page(9, QStringLiteral("/b"), {}, RequestResult::Failed)));
    QCOMPARE(writer->nextRequestId(), 10);
    QVERIFY(writer->store(fixture::page(4, QStringLiteral("/b")))); // deletes row 9, the largest
    QCOMPARE(writer->nextRequestId(), 10);
    writer.reset();
    QCOMPARE(std::move(store->resume(fixture::start(*store))).value()->nextRequestId(), 10);
}

void TestSnapshotStore::whatMakesASnapshotIncomplete_data()
{
    using S = CollectionState;
    using R = ReasonCode;
    QTest::addColumn<CollectionState>("state");
    QTest::addColumn<ReasonCode>("reason");
    QTest::addColumn<bool>("complete");
    QTest::newRow("pages missing") << S::Partial << R::Partial << false;
    QTest::newRow("ceiling") << S::Partial << R::Cap << false;
    QTest::newRow("denied") << S::Denied << R::Permission << false;
    QTest::newRow("failed") << S::Failed << R::Failed << false;
    QTest::newRow("the plan lacks it") << S::Unavailable << R::Plan << true;
    QTest::newRow("not asked for") << S::NotCollected << R::NotCollected << true;
    QTest::newRow("part of it not asked for") << S::Partial << R::NotCollected << true;
}

void TestSnapshotStore::whatMakesASnapshotIncomplete()
{
    QFETCH(CollectionState, state);
    QFETCH(ReasonCode, reason);
    QFETCH(bool, complete);
    SnapshotInfo info;
    info.states = {{ResourceClass::Users, CollectionState::Complete, {}, 1, 1, 1, 0},
                   {ResourceClass::Tags, state, reason, 0, {}, 1, 0}};
    QCOMPARE(info.complete(), complete);
}

void TestSnapshotStore::sealedSnapshotIsComplete()
{
    const auto store = open();
    const Snapshot sealed = sealedSnapshot(*store);
    const SnapshotInfo &info = sealed.info();
    QCOMPARE(info.account, fixture::start(*store).account);
    QCOMPARE(info.asOf, 1'773'000'000);
    QCOMPARE(info.startedAt, m_clock.now);
    QCOMPARE(info.finishedAt, fixture::sealInfo().finishedAt);
    QCOMPARE(info.states, fixture::sealInfo().states);
    QCOMPARE(info.requests, 9);
    QVERIFY(!info.toolVersion.isEmpty());
    QVERIFY(info.complete());
    QCOMPARE(sealed.requests().size(), 3);
    QCOMPARE(sealed.requests().at(1), fixture::oddPage(2).record);
    QCOMPARE(sealed.body(2), fixture::oddPage(2).body);
    QCOMPARE(sealed.removed(2), fixture::oddPage(2).removed);
    QVERIFY(sealed.body(3).isEmpty());
    QVERIFY(sealed.body(99).isEmpty());

    const auto loaded = open()->load(info.id);
    QVERIFY(loaded);
    QCOMPARE(loaded->info(), info);
    QCOMPARE(loaded->requests(), sealed.requests());
    QCOMPARE(loaded->body(1), sealed.body(1));
    const auto listed = store->list();
    QCOMPARE(listed->size(), 1);
    QCOMPARE(listed->first().id, info.id);
    QCOMPARE(listed->first().requests, 3);
    QVERIFY(listed->first().complete);
    QCOMPARE(store->load(QUuid::createUuid()).error().code, ErrorCode::NotFound);
}

void TestSnapshotStore::sealedSnapshotNeverChanges_data()
{
    QTest::addColumn<QString>("sql");
    for (const char *table : {"requests", "bodies", "removed_fields", "resource_states", "runs"}) {
        const QString name = QLatin1String(table);
        QTest::newRow(qPrintable(name + QStringLiteral(" delete"))) << QStringLiteral("DELETE FROM %1").arg(name);
        QTest::newRow(qPrintable(name + QStringLiteral(" update"))) << QStringLiteral("UPDATE %1 SET snapshot_key = 1").arg(name);
        QTest::newRow(qPrintable(name + QStringLiteral(" insert")))
            << QStringLiteral("INSERT OR REPLACE INTO %1 SELECT * FROM %1").arg(name);
    }
    QTest::newRow("snapshot update") << QStringLiteral("UPDATE snapshots SET as_of = 1");
    QTest::newRow("snapshot unseal") << QStringLiteral("UPDATE snapshots SET finished_at = NULL");
    QTest::newRow("snapshot delete") << QStringLiteral("DELETE FROM snapshots");
    QTest::newRow("snapshot replace") << QStringLiteral("INSERT OR REPLACE INTO snapshots SELECT * FROM snapshots");
}

void TestSnapshotStore::sealedSnapshotNeverChanges()
{
    QFETCH(QString, sql);
    const auto store = open();
    const Snapshot sealed = sealedSnapshot(*store);
    QSqlQuery query(raw());
    QVERIFY2(!query.exec(sql), "a change went through");
    QVERIFY2(query.lastError().text().contains(QLatin1String("never changes")), qPrintable(query.lastError().text()));
    query.finish();
    QCOMPARE(store->load(sealed.info().id)->requests(), sealed.requests());

    auto writer = std::move(store->begin(fixture::start(*store))).value();
    QVERIFY(writer->seal(fixture::sealInfo()));
    QVERIFY(!writer->store(fixture::page(50, QStringLiteral("/late"))));
    QVERIFY(!writer->seal(fixture::sealInfo()));
}

void TestSnapshotStore::saltIsGoneFromEveryFileOnceSealed()
{
    const auto store = open();
    auto writer = std::move(store->begin(fixture::start(*store))).value();
    const QByteArray salt = QByteArray(writer->salt().constData(), writer->salt().size());
    QCOMPARE(salt.size(), 32);
    const auto found = [&] {
        int times = 0;
        QDirIterator it(m_directory->path(), QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(salt))
                ++times;
        }
        return times;
    };
    QVERIFY(found() > 0);
    QVERIFY(writer->seal(fixture::sealInfo()));
    QVERIFY(writer->salt().isEmpty());
    QCOMPARE(found(), 0);
    auto other = std::move(store->begin(fixture::start(*store))).value();
    QVERIFY(other->salt() != salt);
}

void TestSnapshotStore::removeDeletesEverything()
{
    const auto store = open();
    const QUuid id = sealedSnapshot(*store).info().id;
    const QUuid kept = sealedSnapshot(*store).info().id;
    QVERIFY(store->remove(id));
    QCOMPARE(store->load(id).error().code, ErrorCode::NotFound);
    QCOMPARE(store->load(kept)->requests().size(), 3);
    for (const char *table : {"requests", "bodies", "removed_fields", "resource_states", "runs", "removals"}) {
        QSqlQuery query(raw());
        QVERIFY(query.exec(QStringLiteral("SELECT COUNT(DISTINCT snapshot_key) FROM %1").arg(QLatin1String(table))) && query.next());
        QCOMPARE(query.value(0).toInt(), QLatin1String(table) == QLatin1String("removals") ? 0 : 1);
    }
    QCOMPARE(store->remove(id).error().code, ErrorCode::NotFound);
    auto writer = std::move(store->begin(fixture::start(*store))).value();
    QCOMPARE(store->remove(writer->id()).error().code, ErrorCode::CannotWrite); // it is being collected
    QVERIFY(writer->store(fixture::page(1, QStringLiteral("/a"))));
    const QUuid unfinished = writer->id();
    writer.reset();
    QVERIFY(store->remove(unfinished));
}

void TestSnapshotStore::bodiesAreReadFromManyThreads()
{
    const auto store = open();
    auto writer = std::move(store->begin(fixture::start(*store))).value();
    for (int i = 1; i <= 40; ++i)
        QVERIFY(writer->store(fixture::page(i, QStringLiteral("/p%1").arg(i), QByteArray::number(i).repeated(1'000))));
    const Snapshot snapshot = std::move(writer->seal(fixture::sealInfo())).value();
    std::atomic<int> right = 0;
    std::vector<std::unique_ptr<QThread>> threads;
    for (int t = 0; t < 6; ++t) {
        threads.emplace_back(QThread::create([&] {
            for (int i = 1; i <= 40; ++i)
                right += snapshot.body(i) == QByteArray::number(i).repeated(1'000);
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        QTRY_VERIFY_WITH_TIMEOUT(thread->isFinished(), 60'000);
    QCOMPARE(right.load(), 240);
}

void TestSnapshotStore::fingerprintTellsAccountsApart()
{
    const auto store = open();
    AccountInfo account = fixture::start(*store).account;
    const QByteArray one = store->accountFingerprint(account, "secret");
    QCOMPARE(one.size(), 32);
    QCOMPARE(open()->accountFingerprint(account, "secret"), one);
    QVERIFY(store->accountFingerprint(account, "Secret") != one);
    account.signIn = SignInKind::OAuth;
    QVERIFY(store->accountFingerprint(account, "secret") != one);
    const QTemporaryDir elsewhere;
    const auto other = SnapshotStore::open(elsewhere.filePath(QStringLiteral("s.sqlite")), m_clock);
    QVERIFY((*other)->accountFingerprint(fixture::start(*store).account, "secret") != one); // keyed per store
}

void TestSnapshotStore::defaultPathIsPrivate()
{
    qputenv("XDG_DATA_HOME", m_directory->filePath(QStringLiteral("xdg")).toUtf8());
    const auto path = SnapshotStore::defaultPath();
    QVERIFY(path);
    QCOMPARE(*path, m_directory->filePath(QStringLiteral("xdg/pagerduty-sec-inspector/snapshots.sqlite")));
    const auto mode = QFile::permissions(QFileInfo(*path).path());
    QCOMPARE(mode & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther), QFile::Permissions());
}

QTEST_GUILESS_MAIN(TestSnapshotStore)
#include "tst_snapshotstore.moc"
