// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/snapshot/snapshotfixture.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <vector>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace pdsi;

/// Interrupted collections, and several programs at one database.
class TestSnapshotResume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void resumeRules_data();
    void resumeRules();
    void resumeTakesTheNewest();
    void resumeKeepsItsInstantSaltAndIds();
    void heldSnapshotIsNotResumed();
    void countersOfAllRunsAreAddedUp();
    void killedProcessLosesNothingStored();
    void twoStoresShareOneFile();
    void storesOpenedAtOnceOnANewFile();

private:
    std::unique_ptr<SnapshotStore> open() const;

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
    fixture::StillClock m_clock;
};

void TestSnapshotResume::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(QStringLiteral("data/snapshots.sqlite"));
    m_clock = fixture::StillClock();
}

std::unique_ptr<SnapshotStore> TestSnapshotResume::open() const
{
    auto store = SnapshotStore::open(m_path, m_clock);
    if (!store)
        qFatal("%s", qPrintable(store.error().detail));
    return std::move(store).value();
}

void TestSnapshotResume::resumeRules_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<bool>("resumed");
    const auto row = [](const char *change, bool resumed) { QTest::newRow(change) << QString::fromLatin1(change) << resumed; };
    row("nothing", true);
    row("later now", true);
    row("23 hours later", true);
    row("24 hours later", false);
    row("other key", false);
    row("other parameters", false);
    row("analytics", false);
    row("instant given now", false);
    row("instant was given", false);
    row("same instant given", true);
    row("other instant given", false);
    row("sealed", false);
}

void TestSnapshotResume::resumeRules()
{
    QFETCH(QString, change);
    QFETCH(bool, resumed);
    const auto is = [&](const char *name) { return change == QLatin1String(name); };
    const auto store = open();
    SnapshotStart begun = fixture::start(*store);
    begun.asOfGiven = is("instant was given") || is("same instant given") || is("other instant given");
    auto writer = std::move(store->begin(begun)).value();
    if (is("sealed"))
        QVERIFY(writer->seal(fixture::sealInfo()));
    writer.reset();

    SnapshotStart wanted = begun;
    if (is("later now"))
        wanted.asOf += 500;
    if (is("23 hours later"))
        m_clock.now = m_clock.now.addSecs(23 * 3600);
    if (is("24 hours later"))
        m_clock.now = m_clock.now.addSecs(24 * 3600);
    if (is("other key"))
        wanted.accountFingerprint = store->accountFingerprint(wanted.account, "another");
    if (is("other parameters"))
        wanted.parameters.minAdmins = 3;
    wanted.includesAnalytics = is("analytics");
    if (is("instant given now") || is("instant was given"))
        wanted.asOfGiven = !wanted.asOfGiven;
    if (is("other instant given"))
        wanted.asOf += 1;
    const auto found = store->resume(wanted);
    QVERIFY(found);
    QCOMPARE(*found != nullptr, resumed);
}

void TestSnapshotResume::resumeTakesTheNewest()
{
    const auto store = open();
    QUuid newest;
    for (int i = 0; i < 3; ++i) {
        newest = std::move(store->begin(fixture::start(*store))).value()->id();
        m_clock.now = m_clock.now.addSecs(60);
    }
    QCOMPARE((*store->resume(fixture::start(*store)))->id(), newest);
}

void TestSnapshotResume::resumeKeepsItsInstantSaltAndIds()
{
    const auto store = open();
    auto writer = std::move(store->begin(fixture::start(*store))).value();
    QCOMPARE(writer->pagesAlreadyStored(), 0);
    QVERIFY(writer->store(fixture::page(1, QStringLiteral("/users"))));
    QVERIFY(writer->store(fixture::page(2, QStringLiteral("/teams"), {}, RequestResult::Failed)));
    const QByteArray salt = writer->salt();
    const QUuid id = writer->id();
    writer.reset();

    SnapshotStart later = fixture::start(*store);
    later.asOf += 3600;
    m_clock.now = m_clock.now.addSecs(3600);
    auto resumed = std::move(store->resume(later)).value();
    QVERIFY(resumed);
    QCOMPARE(resumed->id(), id);
    QCOMPARE(resumed->salt(), salt);
    QCOMPARE(resumed->asOf(), fixture::start(*store).asOf);
    QCOMPARE(resumed->startedAt(), m_clock.now.addSecs(-3600));
    QCOMPARE(resumed->pagesAlreadyStored(), 1);
    QCOMPARE(resumed->nextRequestId(), 3);
    QVERIFY(resumed->answered("GET", QStringLiteral("/users")));
}

void TestSnapshotResume::heldSnapshotIsNotResumed()
{
    const auto store = open();
    const auto other = open();
    auto writer = std::move(store->begin(fixture::start(*store))).value();
    QVERIFY(!*other->resume(fixture::start(*other)));
    writer.reset();
    auto resumed = std::move(other->resume(fixture::start(*other))).value();
    QVERIFY(resumed);
    QVERIFY(!*store->resume(fixture::start(*store)));
}

void TestSnapshotResume::countersOfAllRunsAreAddedUp()
{
    const auto store = open();
    auto writer = std::move(store->begin(fixture::start(*store))).value();
    QVERIFY(writer->store(fixture::oddPage(1))); // three attempts
    SealInfo counters;
    counters.requests = 10;
    counters.retries = 5;
    counters.rateLimitedWaits = 1;
    counters.bytes = 1'000;
    QVERIFY(writer->suspend(counters));
    writer.reset();
    // The second run dies without a word; its replaced page was sent all the same.
    writer = std::move(store->resume(fixture::start(*store))).value();
    CollectedPage failed = fixture::page(2, QStringLiteral("/b"), {}, RequestResult::Failed);
    failed.record.attempts = 4;
    QVERIFY(writer->store(failed));
    QVERIFY(writer->store(fixture::page(3, QStringLiteral("/b"))));
    writer.reset();
    writer = std::move(store->resume(fixture::start(*store))).value();
    const Snapshot sealed = std::move(writer->seal(fixture::sealInfo())).value();
    QCOMPARE(sealed.info().requests, 10 + 5 + 9);
    QCOMPARE(sealed.info().retries, 5 + 3 + 4);
    QCOMPARE(sealed.info().rateLimitedWaits, 1 + 0 + 2);
    QCOMPARE(sealed.info().bytes, 1'000 + 7 + (12 + 7) + 5'000);
}

void TestSnapshotResume::killedProcessLosesNothingStored()
{
#ifdef Q_OS_UNIX
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--store-and-die"), m_path});
    QTRY_COMPARE_WITH_TIMEOUT(child.state(), QProcess::NotRunning, 30'000);
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    const auto store = open();
    QCOMPARE(store->list()->size(), 1);
    auto resumed = std::move(store->resume(fixture::start(*store))).value();
    QVERIFY(resumed); // the dead process' lock is taken over
    QCOMPARE(resumed->pagesAlreadyStored(), 20);
    for (int i = 1; i <= 20; ++i)
        QVERIFY(resumed->answered("GET", QStringLiteral("/users?offset=%1").arg(i)));
    QCOMPARE(resumed->nextRequestId(), 21);
    QCOMPARE((*resumed->seal(fixture::sealInfo())).info().requests, 20 + 9);
#endif
}

void TestSnapshotResume::twoStoresShareOneFile()
{
    const auto first = open();
    const auto second = open();
    auto one = std::move(first->begin(fixture::start(*first))).value();
    auto two = std::move(second->begin(fixture::start(*second))).value();
    for (int i = 1; i <= 30; ++i) {
        QVERIFY(one->store(fixture::page(i, QStringLiteral("/users?offset=%1").arg(i))));
        QVERIFY(two->store(fixture::page(i, QStringLiteral("/teams?offset=%1").arg(i))));
    }
    QVERIFY(one->seal(fixture::sealInfo()));
    QVERIFY(two->seal(fixture::sealInfo()));
    QCOMPARE(first->list()->size(), 2);
    QCOMPARE(first->load(two->id())->requests().first().path, QStringLiteral("/teams?offset=1"));
}

void TestSnapshotResume::storesOpenedAtOnceOnANewFile()
{
    std::atomic<int> opened = 0;
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back(QThread::create([&] {
            const auto store = SnapshotStore::open(m_path, m_clock);
            if (store && (*store)->begin(fixture::start(**store)))
                ++opened;
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        QTRY_VERIFY_WITH_TIMEOUT(thread->isFinished(), 60'000);
    QCOMPARE(opened.load(), 8);
    QCOMPARE(open()->list()->size(), 8);
}

namespace {

/// The child of killedProcessLosesNothingStored.
void storeAndDie(const QString &path)
{
#ifdef Q_OS_UNIX
    const fixture::StillClock clock;
    const auto store = SnapshotStore::open(path, clock);
    const auto writer = (*store)->begin(fixture::start(**store));
    for (int i = 1; i <= 20; ++i)
        (void)(*writer)->store(fixture::page(i, QStringLiteral("/users?offset=%1").arg(i)));
    std::raise(SIGKILL);
#else
    Q_UNUSED(path);
#endif
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == QLatin1String("--store-and-die"))
        storeAndDie(application.arguments().value(2));
    TestSnapshotResume test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_snapshotstoreresume.moc"
