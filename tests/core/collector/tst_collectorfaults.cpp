// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectrun.h"

#include <QTcpServer>
#include <QTest>

using namespace pdsi;

/// Collections in which something goes wrong.
class TestCollectorFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void classState_data();
    void classState();
    void passingTroubleIsRetried_data();
    void passingTroubleIsRetried();
    void wrongKeyIsRefused();
    void keyRevokedMidway();
    void tokenIsRenewed();
    void nobodyThere();
    void redirectKeepsTheToken();
    void oneThatIsAlwaysTurnedAwayHoldsNothingUp_data();
    void oneThatIsAlwaysTurnedAwayHoldsNothingUp();
    void fullDisk();
    void everythingAnswers401ButWhoWeAre();
    void beyondPagingIsSaid();
    void exhaustedAnalyticsQuotaHoldsNothingUp();
    void nothingBrokenIsEverComplete_data();
    void nothingBrokenIsEverComplete();
};

void TestCollectorFaults::classState_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<ResourceClass>("kind");
    QTest::addColumn<QString>("state");
    using C = ResourceClass;
    const auto row = [](const char *fault, C c, const char *state) {
        QTest::newRow(fault) << QString::fromLatin1(fault) << c << QString::fromLatin1(state);
    };
    row("status=403@/teams*", C::Teams, "denied/permission");
    row("status=402@/teams*", C::Teams, "unavailable/plan");
    row("status=404@/teams*", C::Teams, "failed/failed");
    row("status=404@/priorities*", C::Priorities, "unavailable/plan");
    row("status=404@/session_configurations*", C::SessionConfigurations, "complete/");
    row("status=403@/audit/records*", C::AuditTokensRecent, "denied/permission");
    row("status=402@/audit/records*", C::AuditHistory, "unavailable/plan");
    row("status=403@/users/*/oauth_delegations*", C::OAuthDelegations, "denied/permission");
    row("status=403@/service_dependencies/business*", C::BusinessDependencies, "denied/permission");
    row("status=403@/users?include*", C::Users, "complete/");
    row("no-includes@/users?*", C::ContactMethods, "complete/");
    row("no-includes@/services?*", C::Integrations, "complete/");
    row("no-final-schedule@/schedules?*", C::Schedules, "complete/");
    row("null-final-schedule@/schedules?*", C::Schedules, "complete/");
    row("no-total", C::Users, "complete/");
    row("no-total@/change_events*", C::ChangeEvents, "complete/");
    row("ignore-filters@/users*", C::Users, "complete/");
}

void TestCollectorFaults::classState()
{
    QFETCH(QString, fault);
    QFETCH(ResourceClass, kind);
    QFETCH(QString, state);
    FakePagerDuty fake(sampleAccount());
    QVERIFY(fake.listen());
    fake.addFault(fault);
    MemoryPageStore store;
    const CollectRun run = collect(requestTo(fake), store);
    QCOMPARE(run.outcome.end, CollectionEnd::Finished);
    QCOMPARE(run.stateName(kind), state);
    QVERIFY(fake.stats().requests < 1'000);
}

void TestCollectorFaults::passingTroubleIsRetried_data()
{
    QTest::addColumn<QString>("fault");
    for (const char *fault :
         {"status=503@/teams*#1x2", "status=408@/teams*#1x1", "reset@/teams*#1x1", "close@/teams*#1x1",
          "truncated@/teams*#1x1", "chunked-truncated@/teams*#1x1", "html@/teams*#1x1", "invalid-json@/teams*#1x1",
          "invalid-utf8@/teams*#1x1", "empty-body@/teams*#1x1", "wrong-type=teams:string@/teams*#1x1",
          "bare-rate-limit@/teams*#1x1", "rate-limit=1@/teams*#1x1", "status=401@/teams*#1x1", "stall@/teams*#1x1",
          "shrink=1@/teams*#1x1", "duplicate@/users?*#2x1", "status=500@/schedules*#1x4"})
        QTest::newRow(fault) << QString::fromLatin1(fault);
}

void TestCollectorFaults::passingTroubleIsRetried()
{
    QFETCH(QString, fault);
    FakePagerDuty fake(sampleAccount());
    QVERIFY(fake.listen());
    fake.addFault(fault);
    MemoryPageStore store;
    CollectionRequest request = requestTo(fake);
    request.timeout = std::chrono::milliseconds(1'000);
    const CollectRun run = collect(request, store);
    QCOMPARE(run.outcome.end, CollectionEnd::Finished);
    QCOMPARE(run.stateName(ResourceClass::Teams), QStringLiteral("complete/"));
    QCOMPARE(run.stateName(ResourceClass::Users), QStringLiteral("complete/"));
    QCOMPARE(run.stateName(ResourceClass::Schedules), QStringLiteral("complete/"));
}

void TestCollectorFaults::wrongKeyIsRefused()
{
    FakePagerDuty fake(sampleAccount());
    QVERIFY(fake.listen());
    CollectionRequest request = requestTo(fake);
    request.secret = Secret(QByteArrayLiteral("wrongwrongwrongwrong"));
    MemoryPageStore store;
    const CollectRun run = collect(request, store);
    QCOMPARE(run.outcome.end, CollectionEnd::SignInRefused);
    QCOMPARE(run.outcome.error.code, ErrorCode::SignInRefused);
    QCOMPARE(run.stateName(ResourceClass::Users), QStringLiteral("denied/permission"));
    QVERIFY(fake.stats().requests <= 13);
}

void TestCollectorFaults::keyRevokedMidway()
{
    FakePagerDuty fake(sampleAccount());
    QVERIFY(fake.listen());
    fake.addFault(QStringLiteral("status=401#31"));
    MemoryPageStore store;
    const CollectRun run = collect(requestTo(fake), store);
    QCOMPARE(run.outcome.end, CollectionEnd::Finished);
    QCOMPARE(run.stateName(ResourceClass::StandardsScores), QStringLiteral("denied/permission"));
    QVERIFY(fake.stats().requests < 50);
}

void TestCollectorFaults::tokenIsRenewed()
{
    FakeOptions options;
    options.bearerToken = QByteArrayLiteral("pdus+_0FRESH00000000");
    FakePagerDuty fake(sampleAccount(), options);
    QVERIFY(fake.listen());
    CollectionRequest request = requestTo(fake);
    request.connection.signIn = SignInKind::OAuth;
    request.secret = Secret(QByteArrayLiteral("pdus+_0STALE00000000"));
    request.secretRenewable = true;
    MemoryPageStore store;
    Collector collector(request, store, Clock::system());
    QSignalSpy renewals(&collector, &Collector::renewalNeeded);
    connect(&collector, &Collector::renewalNeeded, &collector,
            [&collector, options] { collector.renewSecret(Secret(options.bearerToken)); });
    CollectionOutcome outcome;
    connect(&collector, &Collector::finished, &collector, [&outcome](const CollectionOutcome &end) { outcome = end; });
    QSignalSpy spy(&collector, &Collector::finished);
    collector.start();
    QVERIFY(spy.wait(20'000));
    QCOMPARE(renewals.count(), 1);
    QCOMPARE(outcome.end, CollectionEnd::Finished);
    QCOMPARE(outcome.states.at(static_cast<int>(ResourceClass::Users)).state, CollectionState::Complete);
}

void TestCollectorFaults::nobodyThere()
{
    CollectionRequest request;
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        request.connection.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort()));
    }
    request.secret = Secret(QByteArrayLiteral("fakefakefakefakefa00"));
    request.asOf = 1'800'000'000;
    MemoryPageStore store;
    const CollectRun run = collect(request, store);
    QCOMPARE(run.outcome.end, CollectionEnd::Unreachable);
    QVERIFY(run.elapsedMs < 6'000);
}

void TestCollectorFaults::oneThatIsAlwaysTurnedAwayHoldsNothingUp_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<ResourceClass>("kind");
    QTest::newRow("asked first") << QStringLiteral("bare-rate-limit@/abilities") << ResourceClass::Abilities;
    QTest::newRow("asked first, with headers") << QStringLiteral("rate-limit=1@/abilities") << ResourceClass::Abilities;
}

void TestCollectorFaults::oneThatIsAlwaysTurnedAwayHoldsNothingUp()
{
    QFETCH(QString, fault);
    QFETCH(ResourceClass, kind);
    FakePagerDuty fake(sampleAccount());
    QVERIFY(fake.listen());
    fake.addFault(fault);
    MemoryPageStore store;
    const CollectRun run = collect(requestTo(fake), store);
    QCOMPARE(run.outcome.end, CollectionEnd::Finished);
    QCOMPARE(run.stateName(kind), QStringLiteral("failed/failed"));
    QCOMPARE(run.stateName(ResourceClass::Users), QStringLiteral("complete/"));
    QVERIFY(run.elapsedMs < 60'000);
}

void TestCollectorFaults::redirectKeepsTheToken()
{
    FakePagerDuty fake(sampleAccount());
    QVERIFY(fake.listen());
    fake.addFault(QStringLiteral("redirect@/teams*"));
    MemoryPageStore store;
    const CollectRun run = collect(requestTo(fake), store);
    QCOMPARE(run.stateName(ResourceClass::Teams), QStringLiteral("failed/failed"));
    QCOMPARE(fake.stats().decoyRequests.size(), 0);
}

void TestCollectorFaults::fullDisk()
{
    FakePagerDuty fake(sampleAccount());
    QVERIFY(fake.listen());
    MemoryPageStore store;
    store.failAfter = 5;
    const CollectRun run = collect(requestTo(fake), store);
    QCOMPARE(run.outcome.end, CollectionEnd::StoreFailed);
    QCOMPARE(run.outcome.error.code, ErrorCode::CannotWrite);
}

void TestCollectorFaults::everythingAnswers401ButWhoWeAre()
{
    FakePagerDuty fake(sampleAccount());
    QVERIFY(fake.listen());
    fake.addFault(QStringLiteral("status=401@/teams*"));
    fake.addFault(QStringLiteral("status=401@/tags*"));
    MemoryPageStore store;
    const CollectRun run = collect(requestTo(fake), store);
    QCOMPARE(run.outcome.end, CollectionEnd::Finished);
    QCOMPARE(run.stateName(ResourceClass::Teams), QStringLiteral("denied/permission"));
    QCOMPARE(run.stateName(ResourceClass::Tags), QStringLiteral("denied/permission"));
    QCOMPARE(run.stateName(ResourceClass::Users), QStringLiteral("complete/"));
}

void TestCollectorFaults::beyondPagingIsSaid()
{
    FakePagerDuty fake(largeAccount(10'200));
    QVERIFY(fake.listen());
    fake.addFault(QStringLiteral("ignore-filters@/users*"));
    MemoryPageStore store;
    const CollectRun run = collect(requestTo(fake), store, 120'000);
    QCOMPARE(run.outcome.end, CollectionEnd::Finished);
    QCOMPARE(run.stateName(ResourceClass::Users), QStringLiteral("partial/cap"));
    QCOMPARE(run.state(ResourceClass::Users).received, 10'000);
    QCOMPARE(run.state(ResourceClass::Users).reportedTotal, 10'200);
}

void TestCollectorFaults::exhaustedAnalyticsQuotaHoldsNothingUp()
{
    FakePagerDuty fake(sampleAccount());
    QVERIFY(fake.listen());
    fake.options().readOnlyKey = false;
    fake.addFault(QStringLiteral("daily-rate-limit@/analytics*"));
    MemoryPageStore store;
    CollectionRequest request = requestTo(fake);
    request.includeAnalytics = true;
    const CollectRun run = collect(request, store, 20'000);
    QCOMPARE(run.outcome.end, CollectionEnd::Finished);
    QCOMPARE(run.stateName(ResourceClass::Analytics), QStringLiteral("failed/failed"));
    QCOMPARE(run.stateName(ResourceClass::Users), QStringLiteral("complete/"));
    QCOMPARE(run.outcome.rateLimitedWaits, 0);
}

void TestCollectorFaults::nothingBrokenIsEverComplete_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("state");
    const auto row = [](const char *fault, const char *state) {
        QTest::newRow(fault) << QString::fromLatin1(fault) << QString::fromLatin1(state);
    };
    row("status=503@/users?*", "failed/failed");
    row("status=400@/users?*", "failed/failed");
    row("html@/users?*", "failed/failed");
    row("invalid-utf8@/users?*", "failed/failed");
    row("wrong-type=users:missing@/users?*", "failed/failed");
    row("huge=65@/users?*#1", "failed/failed");
    row("reset@/users?*", "failed/failed");
    row("drip@/users?*", "failed/failed");
    row("wrong-type=id:object:0@/users?*", "partial/partial");
}

void TestCollectorFaults::nothingBrokenIsEverComplete()
{
    QFETCH(QString, fault);
    QFETCH(QString, state);
    FakePagerDuty fake(sampleAccount());
    QVERIFY(fake.listen());
    fake.addFault(fault);
    MemoryPageStore store;
    CollectionRequest request = requestTo(fake);
    request.timeout = std::chrono::milliseconds(fault.startsWith(QLatin1String("drip")) ? 500 : 5'000);
    const CollectRun run = collect(request, store, 120'000);
    QCOMPARE(run.outcome.end, CollectionEnd::Finished);
    QCOMPARE(run.stateName(ResourceClass::Users), state);
    for (const CollectedPage &page : store.ofClass(ResourceClass::Users)) {
        const bool readable = page.record.result == RequestResult::Answered;
        QCOMPARE(readable, state.startsWith(QLatin1String("partial")));
    }
}

QTEST_GUILESS_MAIN(TestCollectorFaults)
#include "tst_collectorfaults.moc"
