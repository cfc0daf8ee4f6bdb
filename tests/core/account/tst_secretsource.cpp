// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/connectionaccess.h"
#include "tests/support/fakecredentialstore.h"
#include "tests/support/fakeidentity.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pdsi;

/// Keys and tokens on their way from the keychain to whoever signs in, renewed where needed.
class TestSecretSource : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keyIsGivenWithTheProxyPassword();
    void keyCannotBeRenewed();
    void livingTokenIsGivenAsItIs();
    void expiringTokenIsRenewedAndKeptFirst();
    void refusedTokenIsRenewedThoughItLives();
    void callsAtOnceShareOneRenewal();
    void failingKeychainKeepsItForTheSession();
    void tokenRenewedElsewhereIsTaken();
    void deadTokenSaysSo();
    void tokenWithoutRenewal();
    void clientSecretComesFromTheKeychain();
    void lockedAndAbsentAreTold();
    void sessionGoesBeforeKeychain();
    void forgottenIsGoneEverywhere();
    void environmentIsNeverWritten();
    void preferredConnection();

private:
    Connection oauth() const;
    void putTokens(int expiresIn = 3600);
    Result<ConnectionSecrets> answerOf(const std::function<void(SecretSource::Answer)> &call);
    Result<ConnectionSecrets> get(const Connection &c) { return answerOf([&](auto a) { m_access->secretsOf(c).get(a); }); }
    Result<ConnectionSecrets> renew(const Connection &c) { return answerOf([&](auto a) { m_access->secretsOf(c).renew(a); }); }
    OAuthTokens stored() const
    {
        return OAuthTokens::fromSecret(m_keychain->secrets.value(QStringLiteral("id:oauth"))).value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeIdentity> m_identity;
    FakeCredentialStore *m_keychain = nullptr;
    std::unique_ptr<ConnectionAccess> m_access;
};

void TestSecretSource::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_identity = std::make_unique<FakeIdentity>();
    QVERIFY(m_identity->listen());
    auto keychain = std::make_unique<FakeCredentialStore>();
    m_keychain = keychain.get();
    m_access = std::make_unique<ConnectionAccess>(m_folder->path(), std::move(keychain), Clock::system());
}

Connection TestSecretSource::oauth() const
{
    Connection connection;
    connection.name = QStringLiteral("Harbour");
    connection.id = QStringLiteral("id");
    connection.baseUrl = QUrl(QStringLiteral("https://api.pagerduty.com"));
    connection.signIn = SignInKind::OAuth;
    connection.oauth.clientId = QStringLiteral("client");
    connection.oauth.tokenUrl = m_identity->tokenUrl();
    return connection;
}

void TestSecretSource::putTokens(int expiresIn)
{
    m_identity->give();
    OAuthTokens tokens;
    tokens.access = Secret(m_identity->access());
    tokens.refresh = Secret(m_identity->refresh());
    tokens.expiresAt = QDateTime::currentDateTimeUtc().addSecs(expiresIn);
    m_keychain->secrets.insert(QStringLiteral("id:oauth"), tokens.toSecret());
}

Result<ConnectionSecrets> TestSecretSource::answerOf(const std::function<void(SecretSource::Answer)> &call)
{
    std::optional<Result<ConnectionSecrets>> heard;
    call([&heard](const Result<ConnectionSecrets> &answer) { heard = answer; });
    const bool early = heard.has_value();
    [&heard] { QTRY_VERIFY(heard.has_value()); }();
    return early || !heard ? Result<ConnectionSecrets>(Error{ErrorCode::Internal, QStringLiteral("too early or never")}) : *heard;
}

void TestSecretSource::keyIsGivenWithTheProxyPassword()
{
    Connection connection = oauth();
    connection.signIn = SignInKind::ApiKey;
    connection.proxy = {ProxySettings::Kind::Http, QStringLiteral("proxy"), 80, QStringLiteral("ana")};
    m_keychain->secrets.insert(QStringLiteral("id:api-key"), Secret("key"));
    QVERIFY(get(connection)->proxyPassword.isEmpty()); // none is fine
    m_keychain->secrets.insert(QStringLiteral("id:proxy"), Secret("pw"));
    const auto secrets = get(connection);
    QVERIFY(secrets);
    QCOMPARE(secrets->signIn.reveal(), QByteArray("key"));
    QCOMPARE(secrets->proxyPassword.reveal(), QByteArray("pw"));
    QVERIFY(!secrets->renewable);
}

void TestSecretSource::keyCannotBeRenewed()
{
    Connection connection = oauth();
    connection.signIn = SignInKind::ApiKey;
    m_keychain->secrets.insert(QStringLiteral("id:api-key"), Secret("key"));
    QCOMPARE(renew(connection).error().code, ErrorCode::InvalidArgument);
    QVERIFY(get(connection));
}

void TestSecretSource::livingTokenIsGivenAsItIs()
{
    putTokens();
    const auto secrets = get(oauth());
    QVERIFY(secrets);
    QCOMPARE(secrets->signIn.reveal(), m_identity->access());
    QVERIFY(secrets->renewable);
    QVERIFY(m_identity->asked.isEmpty());
}

void TestSecretSource::expiringTokenIsRenewedAndKeptFirst()
{
    putTokens(59);
    const QByteArray old = m_identity->access();
    const auto secrets = get(oauth());
    QVERIFY(secrets);
    QVERIFY(secrets->signIn.reveal() != old);
    QVERIFY(!secrets->notKept);
    QCOMPARE(m_identity->asked.size(), 1);
    QCOMPARE(stored().access.reveal(), secrets->signIn.reveal());
    QCOMPARE(stored().refresh.reveal(), m_identity->refresh()); // rotated
}

void TestSecretSource::refusedTokenIsRenewedThoughItLives()
{
    putTokens();
    QVERIFY(get(oauth()));
    for (int i = 1; i <= 3; ++i) {
        const auto secrets = renew(oauth());
        QVERIFY(secrets);
        QCOMPARE(m_identity->asked.size(), i);
        QCOMPARE(secrets->signIn.reveal(), m_identity->access());
        QCOMPARE(stored().access.reveal(), m_identity->access());
    }
}

void TestSecretSource::callsAtOnceShareOneRenewal()
{
    putTokens(0);
    QList<QByteArray> heard;
    const auto note = [&heard](const Result<ConnectionSecrets> &answer) { heard << (answer ? answer->signIn.reveal() : QByteArray()); };
    SecretSource &source = m_access->secretsOf(oauth());
    source.get(note);
    source.renew(note);
    // One more while the renewal is on its way, before its answer has arrived.
    connect(m_identity.get(), &FakeIdentity::tokensGiven, this, [&] { m_access->secretsOf(oauth()).renew(note); });
    QTRY_COMPARE(heard.size(), 3);
    QCOMPARE(heard, QList<QByteArray>(3, m_identity->access()));
    QCOMPARE(m_identity->asked.size(), 1);
}

void TestSecretSource::failingKeychainKeepsItForTheSession()
{
    putTokens(0);
    m_keychain->writeError = ErrorCode::KeychainLocked;
    const auto secrets = get(oauth());
    QVERIFY(secrets);
    QVERIFY(secrets->notKept);
    QCOMPARE(secrets->notKept->code, ErrorCode::KeychainLocked);
    QVERIFY(stored().access.reveal() != secrets->signIn.reveal());
    const auto again = get(oauth()); // from the session, without another renewal
    QCOMPARE(again->signIn.reveal(), secrets->signIn.reveal());
    QVERIFY(renew(oauth()));
    QCOMPARE(m_identity->asked.size(), 2);
}

void TestSecretSource::tokenRenewedElsewhereIsTaken()
{
    putTokens();
    const auto first = get(oauth());
    putTokens(); // another program renewed and kept the new pair
    const auto second = renew(oauth());
    QVERIFY(second);
    QVERIFY(second->signIn.reveal() != first->signIn.reveal());
    QVERIFY(m_identity->asked.isEmpty());

    // It renews between our reading and our asking.
    m_keychain->afterRead = [this] {
        m_keychain->afterRead = nullptr;
        putTokens();
    };
    const auto third = renew(oauth());
    QVERIFY2(third, third ? "" : qPrintable(third.error().detail));
    QCOMPARE(third->signIn.reveal(), m_identity->access());
    QCOMPARE(m_identity->asked.size(), 1); // refused: that one was spent
}

void TestSecretSource::deadTokenSaysSo()
{
    putTokens(0);
    m_identity->give(); // spent by nobody knows whom
    QCOMPARE(get(oauth()).error().code, ErrorCode::SignInExpired);
    m_identity->canned = FakeIdentity::Canned{503, "text/html", "", false};
    QCOMPARE(get(oauth()).error().code, ErrorCode::Unreachable);
}

void TestSecretSource::tokenWithoutRenewal()
{
    OAuthTokens tokens;
    tokens.access = Secret("a");
    m_keychain->secrets.insert(QStringLiteral("id:oauth"), tokens.toSecret());
    QVERIFY(!get(oauth())->renewable);
    QCOMPARE(renew(oauth()).error().code, ErrorCode::SignInExpired);
    m_keychain->secrets.insert(QStringLiteral("id:oauth"), Secret("rubbish"));
    QCOMPARE(get(oauth()).error().code, ErrorCode::Malformed);
}

void TestSecretSource::clientSecretComesFromTheKeychain()
{
    putTokens(0);
    m_identity->clientSecret = "cs";
    Connection connection = oauth();
    connection.oauth.usesClientSecret = true;
    QCOMPARE(get(connection).error().code, ErrorCode::NotFound);
    m_keychain->secrets.insert(QStringLiteral("id:oauth-client"), Secret("cs"));
    QVERIFY(get(connection));
}

void TestSecretSource::lockedAndAbsentAreTold()
{
    for (const ErrorCode code : {ErrorCode::KeychainLocked, ErrorCode::KeychainUnavailable}) {
        m_keychain->readError = code;
        QCOMPARE(get(oauth()).error().code, code);
    }
    m_keychain->readError.reset();
    QCOMPARE(get(oauth()).error().code, ErrorCode::NotFound);
}

void TestSecretSource::sessionGoesBeforeKeychain()
{
    Connection connection = oauth();
    connection.signIn = SignInKind::ApiKey;
    m_keychain->secrets.insert(QStringLiteral("id:api-key"), Secret("kept"));
    bool done = false;
    m_access->keep(connection.id, {{SecretKind::ApiKey, Secret("passing")}}, ConnectionAccess::Keeping::SessionOnly,
                   [&done](const Result<Done> &kept) { done = kept.ok(); });
    QTRY_VERIFY(done);
    QCOMPARE(get(connection)->signIn.reveal(), QByteArray("passing"));
    QCOMPARE(m_keychain->secrets.value(QStringLiteral("id:api-key")).reveal(), QByteArray("kept"));
    done = false;
    m_access->keep(connection.id, {{SecretKind::ApiKey, Secret("new")}}, ConnectionAccess::Keeping::Keychain,
                   [&done](const Result<Done> &kept) { done = kept.ok(); });
    QTRY_VERIFY(done);
    QCOMPARE(get(connection)->signIn.reveal(), QByteArray("new"));
}

void TestSecretSource::forgottenIsGoneEverywhere()
{
    for (const char *kind : {"api-key", "oauth", "oauth-client", "proxy"})
        m_keychain->secrets.insert(QStringLiteral("id:") + QLatin1String(kind), Secret("x"));
    m_keychain->secrets.insert(QStringLiteral("other:api-key"), Secret("y"));
    bool done = false;
    m_access->forget(QStringLiteral("id"), [&done](const Result<Done> &gone) { done = gone.ok(); });
    QTRY_VERIFY(done);
    QCOMPARE(m_keychain->secrets.keys(), QStringList{QStringLiteral("other:api-key")});
}

void TestSecretSource::environmentIsNeverWritten()
{
    QSignalSpy changed(m_access.get(), &ConnectionAccess::changed);
    QVERIFY(m_access->useEnvironment({}));
    QVERIFY(!m_access->environmentConnection());
    QVERIFY(m_access->useEnvironment({{QStringLiteral("PAGERDUTY_API_KEY"), QStringLiteral("fakefakefakefakefa00\n")},
                                      {QStringLiteral("PAGERDUTY_BASE_URL"), QStringLiteral("https://api.eu.pagerduty.com/")}}));
    QCOMPARE(changed.count(), 1);
    const Connection environment = *m_access->environmentConnection();
    QCOMPARE(environment.baseUrl, QUrl(QStringLiteral("https://api.eu.pagerduty.com")));
    QCOMPARE(m_access->list()->size(), 1);
    QCOMPARE(get(environment)->signIn.reveal(), QByteArray("fakefakefakefakefa00"));
    QCOMPARE(m_access->save(environment).error().code, ErrorCode::InvalidArgument);
    QVERIFY(m_keychain->secrets.isEmpty());
    QVERIFY(QDir(m_folder->path()).isEmpty());
    QVERIFY(!m_access->useEnvironment({{QStringLiteral("PAGERDUTY_API_KEY"), QStringLiteral("k")},
                                       {QStringLiteral("PAGERDUTY_BASE_URL"), QStringLiteral("http://example.com")}}));
    QVERIFY(!m_access->environmentConnection());
}

void TestSecretSource::preferredConnection()
{
    QVERIFY(!m_access->preferred());
    Connection a = oauth(), b = oauth();
    a.id = a.name = QStringLiteral("A");
    b.id = b.name = QStringLiteral("B");
    QVERIFY(m_access->save(b));
    QVERIFY(m_access->save(a));
    QCOMPARE(m_access->preferred()->name, QStringLiteral("A"));
    QVERIFY(m_access->setDefault(QStringLiteral("B")));
    QCOMPARE(m_access->preferred()->name, QStringLiteral("B"));
    QVERIFY(m_access->useEnvironment({{QStringLiteral("PAGERDUTY_API_KEY"), QStringLiteral("k")}}));
    QCOMPARE(m_access->preferred()->name, QStringLiteral("B"));
}

QTEST_GUILESS_MAIN(TestSecretSource)
#include "tst_secretsource.moc"
