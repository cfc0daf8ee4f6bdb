// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/connectiontest.h"
#include "tests/support/accounts.h"
#include "tests/support/fakepagerduty.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTcpServer>
#include <QTest>

using namespace pdsi;

/// What a connection's key is told to be good for.
class TestConnectionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void accountKeySeesEverything();
    void rolesDecideTheSight_data();
    void rolesDecideTheSight();
    void whatIsDeniedIsNamed();
    void oneRefusedAreaIsNoRefusedKey();
    void refusedKeySuggestsTheOtherRegion();
    void nobodyThere();
    void slowAccountTimesOutAreaByArea();
    void cancelled();
    void expiredTokenIsRenewed();
    void renewalThatFailsEndsIt();
    void unreadableCaFile();

private:
    Connection connection() const;
    ConnectionSecrets key() const;
    void begin(const Connection &connection, const ConnectionSecrets &secrets);
    const ConnectionTestResult &result();
    TestedArea area(ResourceClass c);

    std::unique_ptr<FakePagerDuty> m_account;
    std::unique_ptr<ConnectionTest> m_test;
    std::optional<ConnectionTestResult> m_result;
    int m_ends = 0;
};

void TestConnectionTest::init()
{
    m_account = std::make_unique<FakePagerDuty>(sampleAccount());
    QVERIFY(m_account->listen());
}

Connection TestConnectionTest::connection() const { return {QStringLiteral("x"), m_account->url()}; }

ConnectionSecrets TestConnectionTest::key() const
{
    ConnectionSecrets secrets;
    secrets.signIn = Secret(m_account->options().apiKey);
    return secrets;
}

void TestConnectionTest::begin(const Connection &connection, const ConnectionSecrets &secrets)
{
    m_result.reset();
    m_ends = 0;
    m_test = std::make_unique<ConnectionTest>(Clock::system(), std::chrono::milliseconds(2'000));
    connect(m_test.get(), &ConnectionTest::finished, this, [this](const ConnectionTestResult &result) {
        m_result = result;
        ++m_ends;
    });
    m_test->start(connection, secrets);
}

const ConnectionTestResult &TestConnectionTest::result()
{
    [this] { QTRY_VERIFY_WITH_TIMEOUT(m_result.has_value(), 30'000); }();
    if (!m_result) {
        m_result.emplace();
        m_result->error = Error{ErrorCode::Internal, QStringLiteral("never ended")};
    }
    return *m_result;
}

TestedArea TestConnectionTest::area(ResourceClass c)
{
    for (const TestedArea &tested : result().areas) {
        if (tested.area == c)
            return tested;
    }
    return {};
}

void TestConnectionTest::accountKeySeesEverything()
{
    begin(connection(), key());
    QVERIFY(!result().error);
    QVERIFY(result().accountKey);
    QCOMPARE(result().scope, KeyScope::Account);
    QCOMPARE(result().sight, Sight::Account);
    QVERIFY(!result().subdomain.isEmpty());
    QVERIFY(result().abilities.contains(QStringLiteral("teams")));
    QVERIFY(result().readsAnything());
    QCOMPARE(area(ResourceClass::Users).access, AreaAccess::Readable);
    QCOMPARE(area(ResourceClass::AuditRecent).access, AreaAccess::Readable);
    QCOMPARE(area(ResourceClass::Licenses).access, AreaAccess::Readable);
    QCOMPARE(m_account->stats().requests, 18); // one row each: no collection
    QCOMPARE(m_ends, 1);
    for (qsizetype i = 1; i < result().areas.size(); ++i)
        QVERIFY(result().areas.at(i - 1).area < result().areas.at(i).area);
}

void TestConnectionTest::rolesDecideTheSight_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<Sight>("sight");
    QTest::addColumn<KeyScope>("scope");
    QTest::newRow("owner") << QStringLiteral("owner") << Sight::Account << KeyScope::Account;
    QTest::newRow("admin") << QStringLiteral("admin") << Sight::Account << KeyScope::Account;
    QTest::newRow("user") << QStringLiteral("user") << Sight::User << KeyScope::Limited;
    QTest::newRow("restricted") << QStringLiteral("restricted_access") << Sight::Teams << KeyScope::Limited;
    QTest::newRow("unheard of") << QStringLiteral("wizard") << Sight::User << KeyScope::Limited;
}

void TestConnectionTest::rolesDecideTheSight()
{
    QFETCH(QString, role);
    QFETCH(Sight, sight);
    QFETCH(KeyScope, scope);
    AccountModel model = sampleAccount();
    QJsonArray users = model.list(QStringLiteral("users"));
    QJsonObject user = users.first().toObject();
    user.insert(QStringLiteral("role"), role);
    user.insert(QStringLiteral("name"), QStringLiteral("Dana <b>"));
    users.replace(0, user);
    model.lists.insert(QStringLiteral("users"), users);
    model.me = user;
    m_account = std::make_unique<FakePagerDuty>(model);
    QVERIFY(m_account->listen());
    begin(connection(), key());
    QVERIFY(!result().error);
    QVERIFY(!result().accountKey);
    QCOMPARE(result().userName, QStringLiteral("Dana <b>"));
    QCOMPARE(result().userRole, role);
    QCOMPARE(result().userEmail, user.value(QStringLiteral("email")).toString());
    QCOMPARE(result().sight, sight);
    QCOMPARE(result().scope, scope);
}

void TestConnectionTest::whatIsDeniedIsNamed()
{
    m_account->addFault(QStringLiteral("status=403@/audit/records*"));
    m_account->addFault(QStringLiteral("status=402@/incident_workflows*"));
    m_account->addFault(QStringLiteral("status=404@/session_configurations*"));
    m_account->addFault(QStringLiteral("status=500@/licenses*"));
    m_account->addFault(QStringLiteral("html@/teams*"));
    m_account->addFault(QStringLiteral("status=500@/users/me#1x2"));
    begin(connection(), key());
    QVERIFY(!result().error);
    QCOMPARE(area(ResourceClass::AuditRecent).access, AreaAccess::Denied);
    QCOMPARE(area(ResourceClass::AuditRecent).status, 403);
    QCOMPARE(area(ResourceClass::IncidentWorkflows).access, AreaAccess::PlanLacks);
    QCOMPARE(area(ResourceClass::SessionConfigurations).access, AreaAccess::Absent);
    QCOMPARE(area(ResourceClass::Licenses).access, AreaAccess::Failed);
    QCOMPARE(area(ResourceClass::Teams).access, AreaAccess::Failed);
    QCOMPARE(area(ResourceClass::Services).access, AreaAccess::Readable);
    QCOMPARE(result().sight, Sight::Unknown);
    QCOMPARE(result().scope, KeyScope::Unknown);
}

void TestConnectionTest::oneRefusedAreaIsNoRefusedKey()
{
    m_account->addFault(QStringLiteral("status=401@/extensions*"));
    begin(connection(), key());
    QVERIFY(!result().error);
    QCOMPARE(area(ResourceClass::Extensions).access, AreaAccess::Denied);
    QCOMPARE(area(ResourceClass::Services).access, AreaAccess::Readable);
}

void TestConnectionTest::refusedKeySuggestsTheOtherRegion()
{
    ConnectionSecrets wrong;
    wrong.signIn = Secret("wrongwrongwrongwrong");
    begin(connection(), wrong);
    QVERIFY(result().error);
    QCOMPARE(result().error->code, ErrorCode::SignInRefused);
    QVERIFY(result().areas.isEmpty() && !result().accountKey);
    QCOMPARE(result().otherRegion, QString()); // this address is no region
    QVERIFY(m_account->stats().requests < 10);
    QCOMPARE(ConnectionTest::otherRegion(QUrl(QStringLiteral("https://api.pagerduty.com"))), QStringLiteral("eu"));
    QCOMPARE(ConnectionTest::otherRegion(QUrl(QStringLiteral("https://api.eu.pagerduty.com"))), QStringLiteral("us"));
}

void TestConnectionTest::nobodyThere()
{
    Connection gone = connection();
    m_account.reset();
    ConnectionSecrets secrets;
    secrets.signIn = Secret("fakefakefakefakefa00");
    begin(gone, secrets);
    QVERIFY(result().error);
    QCOMPARE(result().error->code, ErrorCode::Unreachable);
    QCOMPARE(m_ends, 1);
}

void TestConnectionTest::slowAccountTimesOutAreaByArea()
{
    m_account->addFault(QStringLiteral("stall@/teams*"));
    begin(connection(), key());
    QVERIFY(!result().error);
    QCOMPARE(area(ResourceClass::Teams).access, AreaAccess::Failed);
    QCOMPARE(area(ResourceClass::Users).access, AreaAccess::Readable);
}

void TestConnectionTest::cancelled()
{
    m_account->options().latencyMs = 200;
    begin(connection(), key());
    m_test->cancel();
    m_test->cancel();
    QVERIFY(!m_result);
    QCOMPARE(result().error->code, ErrorCode::Cancelled);
    QCOMPARE(m_ends, 1);
}

void TestConnectionTest::expiredTokenIsRenewed()
{
    m_account->options().bearerToken = "pdus+_0FRESH";
    Connection oauth = connection();
    oauth.signIn = SignInKind::OAuth;
    ConnectionSecrets stale;
    stale.signIn = Secret("pdus+_0STALE");
    stale.renewable = true;
    begin(oauth, stale);
    connect(m_test.get(), &ConnectionTest::renewalNeeded, m_test.get(), [this] { m_test->renewSecret(Secret("pdus+_0FRESH")); });
    QVERIFY(!result().error);
    QCOMPARE(area(ResourceClass::Users).access, AreaAccess::Readable);
}

void TestConnectionTest::renewalThatFailsEndsIt()
{
    m_account->options().bearerToken = "pdus+_0FRESH";
    Connection oauth = connection();
    oauth.signIn = SignInKind::OAuth;
    ConnectionSecrets stale;
    stale.signIn = Secret("pdus+_0STALE");
    stale.renewable = true;
    begin(oauth, stale);
    connect(m_test.get(), &ConnectionTest::renewalNeeded, m_test.get(), [this] { m_test->renewSecret({}); });
    QVERIFY(result().error);
    QCOMPARE(result().error->code, ErrorCode::SignInRefused);
}

void TestConnectionTest::unreadableCaFile()
{
    Connection odd = connection();
    odd.caFile = QStringLiteral("/nowhere/ca.pem");
    begin(odd, key());
    QVERIFY(!m_result); // never from inside start()
    QCOMPARE(result().error->code, ErrorCode::CannotRead);
    QCOMPARE(m_account->stats().requests, 0);
}

QTEST_GUILESS_MAIN(TestConnectionTest)
#include "tst_connectiontest.moc"
