// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectrun.h"

#include <QCryptographicHash>
#include <QTest>

#include <cmath>

using namespace pdsi;

/// Whole collections against accounts in which nothing goes wrong.
class TestCollector : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void referenceAccountIsCheapAndFast();
    void sampleAccountIsComplete();
    void everyUserArrives_data();
    void everyUserArrives();
    void asksNothingTwiceWhenResumed();
    void staysWithinTheAllowance();
    void storesNoSecret();
    void manyRequestsAreInFlight();
    void cancelEndsPromptly();
};

namespace {

/// Requests for which the API has a list: the others are exempt from the budget.
int listRequests(const FakeStats &stats)
{
    int counted = 0;
    for (const QByteArray &target : stats.targets) {
        const bool exempt = target.startsWith("/service_dependencies/technical") || target.startsWith("/v3/schedules/")
            || target.startsWith("/audit") || target.startsWith("/incidents") || target.startsWith("/change_events");
        counted += exempt ? 0 : 1;
    }
    return counted;
}

} // namespace

void TestCollector::referenceAccountIsCheapAndFast()
{
    FakeOptions options;
    options.latencyMs = 120;
    options.limitPerWindow = 960;
    FakePagerDuty fake(referenceAccount(), options);
    QVERIFY(fake.listen());
    MemoryPageStore store;
    const CollectRun run = collect(requestTo(fake), store);
    QCOMPARE(run.outcome.end, CollectionEnd::Finished);
    const FakeStats &stats = fake.stats();
    for (const ResourceClassState &state : run.outcome.states)
        qInfo() << resourceClassName(state.resourceClass) << collectionStateName(state.state) << state.received
                << state.reportedTotal.value_or(-1) << state.pages << state.duplicatesDropped;
    const double ideal = std::ceil(stats.requests / 10.0) * options.latencyMs;
    qInfo() << "requests" << stats.requests << "lists" << listRequests(stats) << "ms" << run.elapsedMs << "ideal"
            << ideal << "in flight" << stats.maxInFlight;
    QVERIFY(listRequests(stats) <= 120);
    QCOMPARE(stats.rateLimited, 0);
#ifndef __SANITIZE_ADDRESS__
    QVERIFY(run.elapsedMs < 2.0 * ideal); // 1.3 on an idle machine; tests share theirs
#endif
    QCOMPARE(run.state(ResourceClass::Users).received, 1000);
    QCOMPARE(run.stateName(ResourceClass::Users), QStringLiteral("complete/"));
    QCOMPARE(run.state(ResourceClass::Services).received, 500);
    QCOMPARE(run.state(ResourceClass::Incidents).received, 1000);
}

void TestCollector::sampleAccountIsComplete()
{
    FakePagerDuty fake(sampleAccount());
    QVERIFY(fake.listen());
    MemoryPageStore store;
    const CollectRun run = collect(requestTo(fake), store);
    QCOMPARE(run.outcome.end, CollectionEnd::Finished);
    for (const ResourceClassState &state : run.outcome.states) {
        const bool onDemand = state.resourceClass == ResourceClass::Analytics
            || state.resourceClass == ResourceClass::LogEntries || state.resourceClass == ResourceClass::TeamMembers;
        if (!onDemand && state.state != CollectionState::Complete && state.state != CollectionState::Unavailable)
            QFAIL(qPrintable(resourceClassName(state.resourceClass) + collectionStateName(state.state)));
    }
    QCOMPARE(fake.stats().authorizations, QSet<QByteArray>{"Token token=fakefakefakefakefa00"});
    QCOMPARE(static_cast<int>(store.pages.size()), fake.stats().requests);
    for (const CollectedPage &page : store.pages) {
        if (page.removed.isEmpty() && !page.body.isEmpty()) {
            QCOMPARE(QCryptographicHash::hash(page.body, QCryptographicHash::Sha256).toHex(), page.record.sha256);
        }
    }
}

void TestCollector::everyUserArrives_data()
{
    QTest::addColumn<int>("users");
    QTest::newRow("below the ceiling") << 9'900;
    QTest::newRow("at the ceiling") << 10'000;
    QTest::newRow("above the ceiling") << 10'400;
}

void TestCollector::everyUserArrives()
{
    QFETCH(int, users);
    FakePagerDuty fake(largeAccount(users));
    QVERIFY(fake.listen());
    MemoryPageStore store;
    const CollectRun run = collect(requestTo(fake), store, 200'000);
    QCOMPARE(run.outcome.end, CollectionEnd::Finished);
    qInfo() << run.stateName(ResourceClass::Users) << run.state(ResourceClass::Users).received << fake.stats().requests;
    const bool complete = run.stateName(ResourceClass::Users) == QStringLiteral("complete/");
    QVERIFY(complete || (users > 10'000 && run.stateName(ResourceClass::Users) == QStringLiteral("partial/cap")));
    if (complete)
        QCOMPARE(run.state(ResourceClass::Users).received, users);
}

void TestCollector::asksNothingTwiceWhenResumed()
{
    FakePagerDuty fake(sampleAccount());
    QVERIFY(fake.listen());
    MemoryPageStore store;
    const CollectRun first = collect(requestTo(fake), store);
    MemoryPageStore half; // as if the program had been killed in the middle
    half.pages = store.pages.mid(0, store.pages.size() / 2);
    half.lastId = half.pages.last().record.id;
    fake.resetStats();
    const CollectRun second = collect(requestTo(fake), half);
    QCOMPARE(second.outcome.end, CollectionEnd::Finished);
    QCOMPARE(fake.stats().requests, static_cast<int>(store.pages.size() - store.pages.size() / 2));
    QCOMPARE(second.outcome.states, first.outcome.states);
}

void TestCollector::staysWithinTheAllowance()
{
    FakeOptions options;
    options.limitPerWindow = 60;
    options.windowMs = 2'000;
    options.latencyMs = 5;
    FakePagerDuty fake(sampleAccount(), options);
    QVERIFY(fake.listen());
    MemoryPageStore store;
    CollectionRequest request = requestTo(fake);
    request.concurrency = 32;
    const CollectRun run = collect(request, store);
    QCOMPARE(run.outcome.end, CollectionEnd::Finished);
    qInfo() << fake.stats().requests << run.elapsedMs << run.outcome.rateLimitedWaits;
    QCOMPARE(fake.stats().rateLimited, 0);
    QVERIFY(run.outcome.rateLimitedWaits >= 1);
}

void TestCollector::storesNoSecret()
{
    FakePagerDuty fake(sampleAccount());
    QVERIFY(fake.listen());
    fake.addFault(QStringLiteral("echo-authorization"));
    MemoryPageStore store;
    collect(requestTo(fake), store);
    QVERIFY(!store.pages.isEmpty());
    for (const CollectedPage &page : store.pages) {
        QVERIFY2(!page.body.contains("PLANTED-SECRET"), qPrintable(page.record.path));
        QVERIFY2(!page.body.contains("fakefakefake"), qPrintable(page.record.path));
    }
}

void TestCollector::manyRequestsAreInFlight()
{
    FakeOptions options;
    options.latencyMs = 60;
    FakePagerDuty fake(sampleAccount(), options);
    QVERIFY(fake.listen());
    MemoryPageStore store;
    CollectionRequest request = requestTo(fake);
    request.concurrency = 32;
    collect(request, store);
    QVERIFY2(fake.stats().maxInFlight > 24, qPrintable(QString::number(fake.stats().maxInFlight)));
    QVERIFY(fake.stats().maxInFlight <= 32);
}

void TestCollector::cancelEndsPromptly()
{
    FakeOptions options;
    options.latencyMs = 2'000;
    FakePagerDuty fake(sampleAccount(), options);
    QVERIFY(fake.listen());
    MemoryPageStore store;
    Collector collector(requestTo(fake), store, Clock::system());
    QSignalSpy spy(&collector, &Collector::finished);
    collector.start();
    QTRY_VERIFY(fake.stats().inFlight > 0);
    QElapsedTimer timer;
    timer.start();
    collector.cancel();
    QVERIFY(spy.wait(1'000));
    QVERIFY(timer.elapsed() < 500);
    QCOMPARE(spy.count(), 1);
}

QTEST_GUILESS_MAIN(TestCollector)
#include "tst_collector.moc"
