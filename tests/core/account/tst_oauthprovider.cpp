// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/connectionaccess.h"
#include "core/account/oauthsignin.h"
#include "core/account/tokenendpoint.h"
#include "tests/support/fakecredentialstore.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace pdsi;

/// Against a real OpenID provider that others wrote (npm's oidc-provider): it insists on PKCE and rotates.
class TestOAuthProvider : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void publicClientSignsInAndRenews();
    void confidentialClientSignsIn();
    void personDenies();
    void wrongClientSecret();
    void spentTokenIsRefused();
    void sourceRenewsAndKeeps();

private:
    OAuthSettings settings(const char *client) const;
    Result<OAuthGrant> signIn(const OAuthSettings &settings, const Secret &clientSecret = {}, bool allow = true);
    Result<OAuthGrant> refresh(const OAuthTokens &tokens);

    QProcess m_provider;
    QString m_address;
};

void TestOAuthProvider::initTestCase()
{
    const QString tests = qEnvironmentVariable("PDSI_SOURCE_DIR") + QStringLiteral("/tests");
    if (QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty())
        QSKIP("node is not installed");
    if (!QFile::exists(tests + QStringLiteral("/node_modules/oidc-provider/package.json")))
        QSKIP("oidc-provider is not installed (npm ci --prefix tests)");
    m_provider.start(QStringLiteral("node"), {tests + QStringLiteral("/support/oidcprovider.mjs"), tests});
    QString said;
    QTRY_VERIFY_WITH_TIMEOUT((said += QString::fromUtf8(m_provider.readAllStandardOutput())).contains(QLatin1String("listening "))
                                 && said.endsWith(QLatin1Char('\n')), 30'000);
    m_address = said.section(QStringLiteral("listening "), 1).section(QLatin1Char('\n'), 0, 0);
}

void TestOAuthProvider::cleanupTestCase()
{
    m_provider.closeWriteChannel();
    QTRY_COMPARE(m_provider.state(), QProcess::NotRunning);
}

OAuthSettings TestOAuthProvider::settings(const char *client) const
{
    OAuthSettings settings;
    settings.clientId = QLatin1String(client);
    settings.authorizeUrl = QUrl(m_address + QStringLiteral("/auth"));
    settings.tokenUrl = QUrl(m_address + QStringLiteral("/token"));
    settings.scopes = {QStringLiteral("openid"), QStringLiteral("users.read"), QStringLiteral("teams.read"), QStringLiteral("audit_records.read")};
    return settings;
}

Result<OAuthGrant> TestOAuthProvider::signIn(const OAuthSettings &settings, const Secret &clientSecret, bool allow)
{
    OAuthSignIn signIn(settings, NetworkRoute(), clientSecret, Clock::system(), std::chrono::seconds(30));
    std::optional<Result<OAuthGrant>> end;
    QProcess browser;
    connect(&signIn, &OAuthSignIn::browserNeeded, &browser, [&](const QUrl &url) {
        browser.start(QStringLiteral("node"), {qEnvironmentVariable("PDSI_SOURCE_DIR") + QStringLiteral("/tests/support/oidcbrowser.mjs"),
                                               url.toString(QUrl::FullyEncoded), allow ? QStringLiteral("allow") : QStringLiteral("deny")});
    });
    connect(&signIn, &OAuthSignIn::granted, &browser, [&end](const OAuthGrant &grant) { end = grant; });
    connect(&signIn, &OAuthSignIn::failed, &browser, [&end](const Error &error) { end = error; });
    signIn.start();
    [&end] { QTRY_VERIFY_WITH_TIMEOUT(end.has_value(), 40'000); }();
    [&browser] { QTRY_COMPARE(browser.state(), QProcess::NotRunning); }();
    const QByteArray lastPage = browser.readAllStandardOutput().trimmed();
    if (!end || lastPage != "200")
        return Error{ErrorCode::Internal, QStringLiteral("the browser ended at ") + QString::fromUtf8(lastPage + browser.readAllStandardError())};
    return *end;
}

Result<OAuthGrant> TestOAuthProvider::refresh(const OAuthTokens &tokens)
{
    TokenEndpoint endpoint(settings("public"), NetworkRoute(), {}, Clock::system());
    std::optional<Result<OAuthGrant>> end;
    endpoint.refresh(tokens, [&end](const Result<OAuthGrant> &grant) { end = grant; });
    [&end] { QTRY_VERIFY(end.has_value()); }();
    return end ? *end : Result<OAuthGrant>(Error{ErrorCode::Internal, QStringLiteral("no answer")});
}

void TestOAuthProvider::publicClientSignsInAndRenews()
{
    const auto grant = signIn(settings("public"));
    QVERIFY2(grant, grant ? "" : qPrintable(grant.error().detail));
    QVERIFY(!grant->tokens.access.isEmpty() && !grant->tokens.refresh.isEmpty());
    QVERIFY(grant->tokens.expiresWithin(std::chrono::seconds(5), Clock::system().nowUtc()));
    QCOMPARE(grant->tokens.subject, QByteArray("auditor"));
    QCOMPARE(grant->missingScopes, QStringList{QStringLiteral("audit_records.read")}); // the provider does not know it
    OAuthTokens tokens = grant->tokens;
    for (int i = 0; i < 3; ++i) {
        const auto renewed = refresh(tokens);
        QVERIFY2(renewed, renewed ? "" : qPrintable(renewed.error().detail));
        QVERIFY(renewed->tokens.access.reveal() != tokens.access.reveal());
        QVERIFY(renewed->tokens.refresh.reveal() != tokens.refresh.reveal());
        tokens = renewed->tokens;
    }
}

void TestOAuthProvider::confidentialClientSignsIn()
{
    const auto grant = signIn(settings("confidential"), Secret("app-secret"));
    QVERIFY2(grant, grant ? "" : qPrintable(grant.error().detail));
}

void TestOAuthProvider::personDenies()
{
    const auto grant = signIn(settings("public"), {}, false);
    QVERIFY(!grant);
    QVERIFY2(grant.error().code == ErrorCode::SignInDenied, qPrintable(grant.error().detail));
}

void TestOAuthProvider::wrongClientSecret()
{
    const auto grant = signIn(settings("confidential"), Secret("guessed"));
    QVERIFY(!grant);
    QVERIFY2(grant.error().code == ErrorCode::SignInRefused, qPrintable(grant.error().detail));
    QVERIFY(grant.error().detail.startsWith(QLatin1String("invalid_client")));
}

void TestOAuthProvider::spentTokenIsRefused()
{
    const auto grant = signIn(settings("public"));
    QVERIFY(grant);
    QVERIFY(refresh(grant->tokens));
    const auto again = refresh(grant->tokens);
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::SignInExpired);
}

void TestOAuthProvider::sourceRenewsAndKeeps()
{
    const auto grant = signIn(settings("public"));
    QVERIFY(grant);
    const QTemporaryDir folder;
    auto store = std::make_unique<FakeCredentialStore>();
    FakeCredentialStore *keychain = store.get();
    keychain->secrets.insert(QStringLiteral("id:oauth"), grant->tokens.toSecret());
    ConnectionAccess access(folder.path(), std::move(store), Clock::system());
    Connection connection{QStringLiteral("x"), QUrl(QStringLiteral("https://api.pagerduty.com")), SignInKind::OAuth, {}, QStringLiteral("id")};
    connection.oauth = settings("public");
    for (int i = 0; i < 2; ++i) { // it lives for five seconds only: each asking renews
        std::optional<Result<ConnectionSecrets>> secrets;
        access.secretsOf(connection).get([&secrets](const Result<ConnectionSecrets> &answer) { secrets = answer; });
        QTRY_VERIFY(secrets.has_value());
        QVERIFY2(*secrets, *secrets ? "" : qPrintable(secrets->error().detail));
        const auto kept = OAuthTokens::fromSecret(keychain->secrets.value(QStringLiteral("id:oauth")));
        QCOMPARE(kept->access.reveal(), (*secrets)->signIn.reveal());
        QVERIFY(kept->refresh.reveal() != grant->tokens.refresh.reveal());
    }
}

QTEST_GUILESS_MAIN(TestOAuthProvider)
#include "tst_oauthprovider.moc"
