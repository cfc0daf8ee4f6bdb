// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/connectionaccess.h"
#include "core/session/auditsession.h"
#include "tests/support/accounts.h"
#include "tests/support/fakecredentialstore.h"
#include "tests/support/fakeidentity.h"
#include "tests/support/fakepagerduty.h"
#include "tests/support/fakeproxy.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pdsi;

/// Whole collections that depend on how we sign in: tokens that expire on the way, proxies, own certificates.
class TestSignedInAudit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void tokenExpiresInMidCollection();
    void deadTokenKeepsWhatWasRead();
    void renewedTokenResumesWhatTheOldOneBegan();
    void collectsThroughProxyWithOwnCertificate();
    void untrustedCertificateSaysSo();
    void absentCaFileStartsNothing();
    void noSecretInTheDatabase();

private:
    void signInByOAuth(int requestsPerToken);
    LiveAudit audit();
    CollectedSnapshot run(const LiveAudit &audit, int stopAfter = -1);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakePagerDuty> m_account;
    std::unique_ptr<FakeIdentity> m_identity;
    FakeCredentialStore *m_keychain = nullptr;
    std::unique_ptr<ConnectionAccess> m_access;
    Connection m_connection;
    int m_renewals = 0;
};

void TestSignedInAudit::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_account = std::make_unique<FakePagerDuty>(randomAccount(7));
    QVERIFY(m_account->listen());
    m_identity = std::make_unique<FakeIdentity>();
    QVERIFY(m_identity->listen());
    auto keychain = std::make_unique<FakeCredentialStore>();
    m_keychain = keychain.get();
    m_access = std::make_unique<ConnectionAccess>(m_folder->filePath(QStringLiteral("config")), std::move(keychain), Clock::system());
    m_connection = {QStringLiteral("Harbour"), m_account->url(), SignInKind::ApiKey, {}, QStringLiteral("id")};
    m_keychain->secrets.insert(QStringLiteral("id:api-key"), Secret(m_account->options().apiKey));
    m_renewals = 0;
}

/// Each token is good for so many requests, then the account refuses it.
void TestSignedInAudit::signInByOAuth(int requestsPerToken)
{
    m_connection.signIn = SignInKind::OAuth;
    m_connection.oauth.clientId = QStringLiteral("client");
    m_connection.oauth.tokenUrl = m_identity->tokenUrl();
    m_identity->give();
    OAuthTokens tokens;
    tokens.access = Secret(m_identity->access());
    tokens.refresh = Secret(m_identity->refresh());
    tokens.subject = "ACCOUNT:USER";
    m_keychain->secrets.insert(QStringLiteral("id:oauth"), tokens.toSecret());
    auto left = std::make_shared<int>(requestsPerToken);
    m_account->options().apiKey = "nobody";
    m_account->options().bearerToken = m_identity->access();
    connect(m_account.get(), &FakePagerDuty::asked, m_account.get(), [this, left] {
        if (--*left < 0)
            m_account->options().bearerToken = "expired";
    });
    connect(m_identity.get(), &FakeIdentity::tokensGiven, m_account.get(), [this, left, requestsPerToken] {
        *left = requestsPerToken;
        m_account->options().bearerToken = m_identity->access();
    });
}

LiveAudit TestSignedInAudit::audit()
{
    LiveAudit audit;
    audit.connection = m_connection;
    audit.asOf = m_account->model().now;
    std::optional<Result<ConnectionSecrets>> secrets;
    m_access->secretsOf(m_connection).get([&secrets](const Result<ConnectionSecrets> &answer) { secrets = answer; });
    [&secrets] { QTRY_VERIFY(secrets.has_value()); }();
    if (secrets && *secrets)
        audit.signInWith(secrets->value());
    return audit;
}

CollectedSnapshot TestSignedInAudit::run(const LiveAudit &audit, int stopAfter)
{
    auto store = SnapshotStore::open(m_folder->filePath(QStringLiteral("data/snapshots.sqlite")), Clock::system());
    CollectedSnapshot collected;
    collected.end = CollectionEnd::StoreFailed;
    if (!store)
        return collected;
    AuditSession session(*store.value(), Clock::system());
    bool ended = false;
    connect(&session, &AuditSession::finished, &session, [&](const CollectedSnapshot &end) {
        collected = end;
        ended = true;
    });
    connect(&session, &AuditSession::renewalNeeded, &session, [&] {
        ++m_renewals;
        m_access->secretsOf(m_connection).renew([&session](const Result<ConnectionSecrets> &fresh) {
            session.renewSecret(fresh ? fresh->signIn : Secret());
        });
    });
    connect(&session, &AuditSession::progressed, &session, [&](const CollectionProgress &progress) {
        if (stopAfter >= 0 && progress.requestsDone >= stopAfter)
            session.cancel();
    });
    const auto started = session.start(audit);
    collected.error = started ? Error() : started.error();
    if (started)
        [&ended] { QTRY_VERIFY_WITH_TIMEOUT(ended, 60'000); }();
    return collected;
}

void TestSignedInAudit::tokenExpiresInMidCollection()
{
    signInByOAuth(15);
    const CollectedSnapshot collected = run(audit());
    QCOMPARE(collected.end, CollectionEnd::Finished);
    QVERIFY2(m_renewals >= 2, qPrintable(QString::number(m_renewals)));
    QCOMPARE(m_identity->asked.size(), m_renewals);
    QVERIFY(collected.snapshot->info().complete());
    for (const RequestRecord &request : collected.snapshot->requests())
        QVERIFY2(request.status != 401, qPrintable(request.path)); // what was refused was asked again
    QCOMPARE(OAuthTokens::fromSecret(m_keychain->secrets.value(QStringLiteral("id:oauth")))->refresh.reveal(), m_identity->refresh());
}

void TestSignedInAudit::deadTokenKeepsWhatWasRead()
{
    signInByOAuth(15);
    const LiveAudit live = audit();
    m_identity->canned = FakeIdentity::Canned{400, "application/json", R"({"error":"invalid_grant"})", false};
    const CollectedSnapshot collected = run(live);
    QCOMPARE(collected.end, CollectionEnd::Finished);
    QCOMPARE(m_renewals, 1);
    QVERIFY(!collected.snapshot->info().complete());
}

void TestSignedInAudit::renewedTokenResumesWhatTheOldOneBegan()
{
    signInByOAuth(100'000);
    LiveAudit first = audit();
    first.asOf.reset();
    first.concurrency = 1;
    QCOMPARE(run(first, 10).end, CollectionEnd::Cancelled);
    std::optional<Result<ConnectionSecrets>> renewed;
    m_access->secretsOf(m_connection).renew([&renewed](const Result<ConnectionSecrets> &answer) { renewed = answer; });
    QTRY_VERIFY(renewed.has_value());
    m_account->resetStats();
    LiveAudit second = audit();
    QVERIFY(second.secret.reveal() != first.secret.reveal());
    second.asOf.reset();
    const CollectedSnapshot resumed = run(second);
    QCOMPARE(resumed.end, CollectionEnd::Finished);
    QVERIFY(m_account->stats().requests < resumed.snapshot->requests().size());
}

void TestSignedInAudit::collectsThroughProxyWithOwnCertificate()
{
    FakeOptions options;
    options.certificate = MadeCertificate::forHost("api.harbour.test");
    m_account = std::make_unique<FakePagerDuty>(randomAccount(7), options);
    QVERIFY(m_account->listen());
    FakeProxy proxy;
    QVERIFY(proxy.listen());
    proxy.userAndPassword = "ana:secret-of-the-proxy";
    proxy.route("api.harbour.test:443", quint16(m_account->url().port()));
    QFile file(m_folder->filePath(QStringLiteral("ca.pem")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(options.certificate.certificate) > 0);
    file.close();
    m_connection.baseUrl = QUrl(QStringLiteral("https://api.harbour.test"));
    m_connection.proxy = {ProxySettings::Kind::Http, QStringLiteral("127.0.0.1"), proxy.port(), QStringLiteral("ana")};
    m_connection.caFile = file.fileName();
    m_keychain->secrets.insert(QStringLiteral("id:proxy"), Secret("secret-of-the-proxy"));
    const CollectedSnapshot collected = run(audit());
    QVERIFY2(collected.end == CollectionEnd::Finished, qPrintable(collected.error.detail));
    QVERIFY(collected.snapshot->info().complete());
    QVERIFY(!proxy.connected.isEmpty());
    QCOMPARE(m_account->stats().hosts, QSet<QByteArray>{"api.harbour.test"});
    for (const QByteArray &line : std::as_const(proxy.requestLines))
        QVERIFY2(line.startsWith("CONNECT "), line.constData()); // the proxy sees no key and no question
}

void TestSignedInAudit::untrustedCertificateSaysSo()
{
    FakeOptions options;
    options.certificate = MadeCertificate::forHost("localhost");
    m_account = std::make_unique<FakePagerDuty>(randomAccount(7), options);
    QVERIFY(m_account->listen());
    m_connection.baseUrl = QUrl(QStringLiteral("https://localhost:%1").arg(m_account->url().port()));
    const CollectedSnapshot collected = run(audit());
    QCOMPARE(collected.end, CollectionEnd::Unreachable);
    QCOMPARE(collected.error.code, ErrorCode::Untrusted);
    QVERIFY(collected.error.detail.contains(QLatin1String("localhost")));
    QCOMPARE(m_account->stats().requests, 0);
}

void TestSignedInAudit::absentCaFileStartsNothing()
{
    m_connection.caFile = m_folder->filePath(QStringLiteral("absent.pem"));
    QCOMPARE(run(audit()).error.code, ErrorCode::CannotRead);
    QCOMPARE(m_account->stats().requests, 0);
}

void TestSignedInAudit::noSecretInTheDatabase()
{
    const QByteArray apiKey = m_account->options().apiKey;
    QVERIFY(m_access->save(m_connection));
    QCOMPARE(run(audit()).end, CollectionEnd::Finished);
    signInByOAuth(40);
    m_account->addFault(QStringLiteral("echo-authorization@/users*"));
    QVERIFY(m_access->save(m_connection));
    QCOMPARE(run(audit()).end, CollectionEnd::Finished);
    int files = 0;
    for (QDirIterator it(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext(); ++files) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        for (const QByteArray &secret : {apiKey, QByteArray("pdus+_0access"), QByteArray("pdus+_1refresh")})
            QVERIFY2(!content.contains(secret), qPrintable(file.fileName()));
    }
    QVERIFY(files >= 2); // connections and database
}

QTEST_GUILESS_MAIN(TestSignedInAudit)
#include "tst_signedinaudit.moc"
