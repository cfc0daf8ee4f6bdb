// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/backgroundcollection.h"
#include "tests/support/accounts.h"
#include "tests/support/fakepagerduty.h"
#include "tests/support/storedsnapshots.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QThread>

using namespace pdsi;

/// Collections in a thread of their own; the fake account runs in the test's.
class TestBackgroundCollection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void collectsAndJudges();
    void everythingArrivesInThisThread();
    void newsDoNotPileUp();
    void supersededMarksAreNotLost();
    void pausesAndResumes();
    void cancelledIsResumed();
    void tokenIsRenewed();
    void wrongKeyIsRefused();
    void nobodyThere();
    void storeCannotBeOpened();
    void waitsAreTold();
    void stopKeepsWhatArrived();
    void destroyedInMidCollection();

private:
    LiveAudit audit(const FakePagerDuty &fake) const;
    /// Starts and waits until `answers` have been logged.
    void startAndAwait(BackgroundCollection &collection, const LiveAudit &audit, int answers);

    std::unique_ptr<StoredSnapshots> m_stored;
};

namespace {

constexpr int patienceMs = 60'000;

CollectedSnapshot endOf(QSignalSpy &finished)
{
    if (finished.isEmpty())
        finished.wait(patienceMs);
    return finished.count() == 1 ? finished.first().first().value<CollectedSnapshot>()
                                 : CollectedSnapshot{CollectionEnd::StoreFailed, {}, -1, {}};
}

int countOf(const QSignalSpy &logged)
{
    int count = 0;
    for (const QList<QVariant> &batch : logged)
        count += static_cast<int>(batch.first().value<QList<RequestRecord>>().size());
    return count;
}

} // namespace

void TestBackgroundCollection::init() { m_stored = std::make_unique<StoredSnapshots>(); }

LiveAudit TestBackgroundCollection::audit(const FakePagerDuty &fake) const
{
    LiveAudit audit;
    audit.connection.name = QStringLiteral("test");
    audit.connection.baseUrl = fake.url();
    audit.secret = Secret(QByteArrayLiteral("fakefakefakefakefa00"));
    audit.asOf = fake.model().now;
    return audit;
}

void TestBackgroundCollection::startAndAwait(BackgroundCollection &collection, const LiveAudit &live, int answers)
{
    QSignalSpy logged(&collection, &BackgroundCollection::requestsLogged);
    collection.start(live);
    QTRY_VERIFY_WITH_TIMEOUT(countOf(logged) >= answers, patienceMs);
}

void TestBackgroundCollection::collectsAndJudges()
{
    FakePagerDuty fake(sampleAccount());
    QVERIFY(fake.listen());
    BackgroundCollection collection(m_stored->path());
    QSignalSpy started(&collection, &BackgroundCollection::started);
    QSignalSpy progressed(&collection, &BackgroundCollection::progressed);
    QSignalSpy logged(&collection, &BackgroundCollection::requestsLogged);
    QSignalSpy finished(&collection, &BackgroundCollection::finished);
    QSignalSpy judged(&collection, &BackgroundCollection::judged);
    collection.start(audit(fake));
    QCOMPARE(collection.state(), BackgroundCollection::State::Collecting);
    collection.start(audit(fake)); // one at a time
    const CollectedSnapshot collected = endOf(finished);
    QCOMPARE(collected.end, CollectionEnd::Finished);
    QCOMPARE(started.count(), 1);
    QVERIFY(!progressed.isEmpty());
    QCOMPARE(countOf(logged), static_cast<int>(collected.snapshot->requests().size()));
    QTRY_COMPARE_WITH_TIMEOUT(judged.count(), 1, patienceMs);
    const auto result = judged.first().first().value<JudgedSnapshot>();
    QCOMPARE(result.assessment->snapshot.id, collected.snapshot->info().id);
    QCOMPARE(result.assessment->controls.size(), 25);
    QCOMPARE(started.first().first().value<CollectionStartNotice>().snapshotId, collected.snapshot->info().id);
    QCOMPARE(collection.state(), BackgroundCollection::State::Idle);
    const CollectionProgress last = collection.progress();
    QCOMPARE(last.states.size(), resourceClassCount);
    QCOMPARE(last.phases.size(), resourceClassCount);
}

void TestBackgroundCollection::everythingArrivesInThisThread()
{
    FakePagerDuty fake(sampleAccount());
    QVERIFY(fake.listen());
    BackgroundCollection collection(m_stored->path());
    int elsewhere = 0, here = 0;
    const auto note = [&] { ++(QThread::currentThread() == thread() ? here : elsewhere); };
    connect(&collection, &BackgroundCollection::progressed, &collection, note, Qt::DirectConnection);
    connect(&collection, &BackgroundCollection::requestsLogged, &collection, note, Qt::DirectConnection);
    connect(&collection, &BackgroundCollection::finished, &collection, note, Qt::DirectConnection);
    connect(&collection, &BackgroundCollection::judged, &collection, note, Qt::DirectConnection);
    QSignalSpy judged(&collection, &BackgroundCollection::judged);
    collection.start(audit(fake));
    QTRY_COMPARE_WITH_TIMEOUT(judged.count(), 1, patienceMs);
    QCOMPARE(elsewhere, 0);
    QVERIFY(here > 3);
}

void TestBackgroundCollection::newsDoNotPileUp()
{
    FakeOptions options;
    options.latencyMs = 50;
    FakePagerDuty fake(sampleAccount(), options);
    QVERIFY(fake.listen());
    // The program is kept from its event loop for long; what then arrives in one go is one round of news.
    BackgroundCollection collection(m_stored->path());
    LiveAudit live = audit(fake);
    live.concurrency = 2;
    startAndAwait(collection, live, 4);
    QSignalSpy progressed(&collection, &BackgroundCollection::progressed);
    QSignalSpy logged(&collection, &BackgroundCollection::requestsLogged);
    QElapsedTimer busy;
    busy.start();
    while (busy.elapsed() < 1'500) // several heartbeats of the collection
        continue;
    QCoreApplication::sendPostedEvents(&collection);
    QVERIFY2(progressed.count() <= 1, qPrintable(QString::number(progressed.count())));
    QVERIFY(logged.count() <= 1);
    QTRY_VERIFY(progressed.count() > 2); // and it goes on
    QSignalSpy finished(&collection, &BackgroundCollection::finished);
    collection.cancel();
    QCOMPARE(endOf(finished).end, CollectionEnd::Cancelled);
}

void TestBackgroundCollection::supersededMarksAreNotLost()
{
    FakePagerDuty fake(largeAccount(250));
    QVERIFY(fake.listen());
    fake.addFault(QStringLiteral("shrink=1@/users?*#2x1")); // the list is read again
    BackgroundCollection collection(m_stored->path());
    QSet<int> marked, seen;
    connect(&collection, &BackgroundCollection::requestsLogged, this, [&](const QList<RequestRecord> &records) {
        for (const RequestRecord &record : records) {
            seen.insert(record.id);
            if (record.superseded)
                marked.insert(record.id);
        }
    });
    connect(&collection, &BackgroundCollection::superseded, this, [&](const QList<int> &ids) {
        for (const int id : ids) {
            if (seen.contains(id)) // a log cannot mark what it does not have yet
                marked.insert(id);
        }
    });
    QSignalSpy finished(&collection, &BackgroundCollection::finished);
    collection.start(audit(fake));
    const CollectedSnapshot collected = endOf(finished);
    QCOMPARE(collected.end, CollectionEnd::Finished);
    QSet<int> sealed;
    for (const RequestRecord &record : collected.snapshot->requests()) {
        if (record.superseded)
            sealed.insert(record.id);
    }
    QVERIFY(!sealed.isEmpty());
    QCOMPARE(marked, sealed);
}

void TestBackgroundCollection::pausesAndResumes()
{
    FakeOptions options;
    options.latencyMs = 40;
    FakePagerDuty fake(sampleAccount(), options);
    QVERIFY(fake.listen());
    BackgroundCollection collection(m_stored->path());
    LiveAudit live = audit(fake);
    live.concurrency = 2;
    startAndAwait(collection, live, 3);
    collection.pause();
    QTRY_VERIFY(collection.progress().paused && collection.progress().inFlight == 0 && fake.stats().inFlight == 0);
    const int asked = fake.stats().requests;
    QCOMPARE(collection.progress().leftMs, -1);
    QSignalSpy progressed(&collection, &BackgroundCollection::progressed);
    QTRY_VERIFY(progressed.count() >= 2); // the heart beats on
    QCOMPARE(fake.stats().requests, asked);
    QSignalSpy finished(&collection, &BackgroundCollection::finished);
    collection.resume();
    QCOMPARE(endOf(finished).end, CollectionEnd::Finished);
    QVERIFY(!collection.progress().paused);
}

void TestBackgroundCollection::cancelledIsResumed()
{
    FakeOptions options;
    options.latencyMs = 20;
    FakePagerDuty fake(sampleAccount(), options);
    QVERIFY(fake.listen());
    BackgroundCollection collection(m_stored->path());
    LiveAudit live = audit(fake);
    live.concurrency = 2;
    QSignalSpy started(&collection, &BackgroundCollection::started);
    QSignalSpy finished(&collection, &BackgroundCollection::finished);
    startAndAwait(collection, live, 10);
    collection.cancel();
    QCOMPARE(endOf(finished).end, CollectionEnd::Cancelled);
    QCOMPARE(collection.state(), BackgroundCollection::State::Idle);
    const QList<SnapshotSummary> kept = m_stored->list();
    QCOMPARE(kept.size(), 1);
    QVERIFY(kept.first().requests >= 10 && kept.first().isResumable(QDateTime::currentDateTimeUtc()));

    fake.resetStats();
    fake.options().latencyMs = 0;
    finished.clear();
    QSignalSpy logged(&collection, &BackgroundCollection::requestsLogged);
    collection.start(audit(fake));
    const CollectedSnapshot collected = endOf(finished);
    QCOMPARE(collected.end, CollectionEnd::Finished);
    const auto notice = started.at(1).first().value<CollectionStartNotice>();
    QVERIFY(notice.resumed);
    QCOMPARE(notice.answersKept, kept.first().requests);
    const int all = static_cast<int>(collected.snapshot->requests().size());
    QCOMPARE(fake.stats().requests, all - notice.answersKept);
    QCOMPARE(countOf(logged), all); // kept answers are in the log too
}

void TestBackgroundCollection::tokenIsRenewed()
{
    FakeOptions options;
    options.bearerToken = QByteArrayLiteral("pdus+_0FRESH00000000");
    FakePagerDuty fake(sampleAccount(), options);
    QVERIFY(fake.listen());
    BackgroundCollection collection(m_stored->path());
    LiveAudit live = audit(fake);
    live.connection.signIn = SignInKind::OAuth;
    live.secret = Secret(QByteArrayLiteral("pdus+_0STALE00000000"));
    live.secretRenewable = true;
    QSignalSpy renewals(&collection, &BackgroundCollection::renewalNeeded);
    QSignalSpy finished(&collection, &BackgroundCollection::finished);
    collection.start(live);
    QTRY_COMPARE(renewals.count(), 1);
    QTRY_VERIFY(collection.progress().waitingForSecret);
    collection.renewSecret(Secret(options.bearerToken));
    QCOMPARE(endOf(finished).end, CollectionEnd::Finished);
    QCOMPARE(renewals.count(), 1);
}

void TestBackgroundCollection::wrongKeyIsRefused()
{
    FakePagerDuty fake(sampleAccount());
    QVERIFY(fake.listen());
    BackgroundCollection collection(m_stored->path());
    LiveAudit live = audit(fake);
    live.secret = Secret(QByteArrayLiteral("wrongwrongwrongwrong"));
    QSignalSpy finished(&collection, &BackgroundCollection::finished);
    QSignalSpy judged(&collection, &BackgroundCollection::judged);
    collection.start(live);
    const CollectedSnapshot collected = endOf(finished);
    QCOMPARE(collected.end, CollectionEnd::SignInRefused);
    QCOMPARE(collected.error.code, ErrorCode::SignInRefused);
    QCOMPARE(collection.state(), BackgroundCollection::State::Idle);
    QVERIFY(judged.isEmpty());
    QVERIFY(m_stored->list().isEmpty());
}

void TestBackgroundCollection::nobodyThere()
{
    BackgroundCollection collection(m_stored->path());
    LiveAudit live;
    live.secret = Secret(QByteArrayLiteral("fakefakefakefakefa00"));
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        live.connection.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort()));
    }
    QSignalSpy finished(&collection, &BackgroundCollection::finished);
    collection.start(live);
    QCOMPARE(endOf(finished).end, CollectionEnd::Unreachable);
}

void TestBackgroundCollection::storeCannotBeOpened()
{
    FakePagerDuty fake(sampleAccount());
    QVERIFY(fake.listen());
    BackgroundCollection collection(m_stored->directory()); // a directory is no database
    QSignalSpy finished(&collection, &BackgroundCollection::finished);
    collection.start(audit(fake));
    const CollectedSnapshot collected = endOf(finished);
    QCOMPARE(collected.end, CollectionEnd::StoreFailed);
    QVERIFY(!collected.error.detail.isEmpty());
    QCOMPARE(collection.state(), BackgroundCollection::State::Idle);
    QCOMPARE(fake.stats().requests, 0);
}

void TestBackgroundCollection::waitsAreTold()
{
    FakeOptions options;
    options.limitPerWindow = 30;
    options.windowMs = 3'000;
    FakePagerDuty fake(sampleAccount(), options);
    QVERIFY(fake.listen());
    BackgroundCollection collection(m_stored->path());
    QSignalSpy finished(&collection, &BackgroundCollection::finished);
    collection.start(audit(fake));
    QTRY_VERIFY(collection.progress().rateLimitWaitMs > 0);
    const CollectionProgress waiting = collection.progress();
    QCOMPARE(waiting.rateLimit, 30);
    QVERIFY(waiting.rateLimitRemaining >= 0 && waiting.rateLimitRemaining <= 30);
    QVERIFY(waiting.rateLimitResetMs > 0 && waiting.rateLimitResetMs <= 5'000);
    QTRY_VERIFY(collection.progress().rateLimitWaitMs < waiting.rateLimitWaitMs); // counts down
    collection.cancel();
    QCOMPARE(endOf(finished).end, CollectionEnd::Cancelled);
}

void TestBackgroundCollection::stopKeepsWhatArrived()
{
    FakeOptions options;
    options.latencyMs = 20;
    FakePagerDuty fake(sampleAccount(), options);
    QVERIFY(fake.listen());
    BackgroundCollection collection(m_stored->path());
    LiveAudit live = audit(fake);
    live.concurrency = 2;
    QSignalSpy finished(&collection, &BackgroundCollection::finished);
    QSignalSpy stopped(&collection, &BackgroundCollection::stopped);
    startAndAwait(collection, live, 5);
    QElapsedTimer timer;
    timer.start();
    collection.stop();
    QVERIFY(timer.elapsed() < 100); // it does not wait
    QCOMPARE(collection.state(), BackgroundCollection::State::Stopping);
    collection.start(live);
    QTRY_COMPARE(stopped.count(), 1);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(endOf(finished).end, CollectionEnd::Cancelled);
    QCOMPARE(m_stored->list().size(), 1);
    QVERIFY(m_stored->list().first().requests >= 5);
    collection.start(audit(fake)); // and it can begin again
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, patienceMs);
    QCOMPARE(finished.last().first().value<CollectedSnapshot>().end, CollectionEnd::Finished);
    BackgroundCollection idle(m_stored->path() + QStringLiteral("-other"));
    QSignalSpy idleStopped(&idle, &BackgroundCollection::stopped);
    idle.stop();
    QVERIFY(idleStopped.isEmpty());
    QTRY_COMPARE(idleStopped.count(), 1);
}

void TestBackgroundCollection::destroyedInMidCollection()
{
    FakeOptions options;
    options.latencyMs = 20;
    FakePagerDuty fake(sampleAccount(), options);
    QVERIFY(fake.listen());
    {
        BackgroundCollection collection(m_stored->path());
        LiveAudit live = audit(fake);
        live.concurrency = 2;
        startAndAwait(collection, live, 5);
    }
    QCOMPARE(m_stored->list().size(), 1);
    QVERIFY(m_stored->list().first().requests >= 5);
    QVERIFY(!m_stored->list().first().finishedAt.isValid());
}

QTEST_GUILESS_MAIN(TestBackgroundCollection)
#include "tst_backgroundcollection.moc"
