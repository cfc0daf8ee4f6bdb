// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/oauthsignin.h"
#include "tests/support/fakeidentity.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

#include <memory>

using namespace pdsi;

/// A sign-in with the browser against a fake identity service; the test plays the browser.
class TestOAuthSignIn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void codeBecomesTokens();
    void theQuestionIsAsTheStandardWants();
    void clientSecretIsSent();
    void personSaysNo();
    void strangersChangeNothing_data();
    void strangersChangeNothing();
    void listensToThisMachineOnly();
    void onlyTheFirstCallbackCounts();
    void callbackWithoutCode();
    void tokenEndpointFailures_data();
    void tokenEndpointFailures();
    void plainTextAnswerIsRead();
    void hangingEndpointTimesOut();
    void nobodyComesBack();
    void cancelled();
    void missingClientId();
    void takenPort();
    void regionIsDetected();

private:
    OAuthSettings settings() const;
    void begin(const OAuthSettings &settings, std::chrono::milliseconds timeout = OAuthSignIn::patience,
               const Secret &clientSecret = {});
    QUrl page();                                    ///< once the browser is needed
    int visit(const QUrl &url, QByteArray *body = nullptr);
    bool ended() const { return m_granted || m_failed; }

    std::unique_ptr<FakeIdentity> m_identity;
    std::unique_ptr<OAuthSignIn> m_signIn;
    QNetworkAccessManager m_browser;
    QUrl m_page;
    std::optional<OAuthGrant> m_granted;
    std::optional<Error> m_failed;
    int m_ends = 0;
};

void TestOAuthSignIn::init()
{
    m_signIn.reset();
    m_identity = std::make_unique<FakeIdentity>();
    QVERIFY(m_identity->listen());
}

OAuthSettings TestOAuthSignIn::settings() const
{
    OAuthSettings settings;
    settings.clientId = QStringLiteral("client id/1&2");
    settings.authorizeUrl = m_identity->authorizeUrl();
    settings.tokenUrl = m_identity->tokenUrl();
    settings.scopes = {QStringLiteral("openid"), QStringLiteral("users.read"), QStringLiteral("users:contact_methods.read")};
    return settings;
}

void TestOAuthSignIn::begin(const OAuthSettings &settings, std::chrono::milliseconds timeout, const Secret &clientSecret)
{
    m_page.clear();
    m_granted.reset();
    m_failed.reset();
    m_ends = 0;
    m_signIn = std::make_unique<OAuthSignIn>(settings, NetworkRoute(), clientSecret, Clock::system(), timeout);
    connect(m_signIn.get(), &OAuthSignIn::browserNeeded, this, [this](const QUrl &url) { m_page = url; });
    connect(m_signIn.get(), &OAuthSignIn::granted, this, [this](const OAuthGrant &grant) { m_granted = grant; ++m_ends; });
    connect(m_signIn.get(), &OAuthSignIn::failed, this, [this](const Error &error) { m_failed = error; ++m_ends; });
    m_signIn->start();
}

QUrl TestOAuthSignIn::page()
{
    [this] { QTRY_VERIFY(!m_page.isEmpty()); }();
    return m_page;
}

int TestOAuthSignIn::visit(const QUrl &url, QByteArray *body)
{
    const std::unique_ptr<QNetworkReply> reply(m_browser.get(QNetworkRequest(url)));
    [&reply] { QTRY_VERIFY(reply->isFinished()); }();
    if (body)
        *body = reply->readAll();
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

void TestOAuthSignIn::codeBecomesTokens()
{
    begin(settings());
    QByteArray answer;
    QCOMPARE(visit(m_identity->approve(page()), &answer), 200);
    QVERIFY(answer.contains("You may close this window"));
    QTRY_VERIFY(ended());
    QVERIFY2(m_granted, m_failed ? qPrintable(m_failed->detail) : "");
    QCOMPARE(m_granted->tokens.access.reveal(), m_identity->access());
    QCOMPARE(m_granted->tokens.refresh.reveal(), m_identity->refresh());
    QVERIFY(m_granted->missingScopes.isEmpty());
    QCOMPARE(m_identity->asked.size(), 1); // the code came with all its odd characters, or it would have been refused
    QCOMPARE(m_identity->asked.first().value(QStringLiteral("client_id")), settings().clientId);
    QVERIFY(!m_identity->asked.first().contains(QStringLiteral("client_secret")));
    QCOMPARE(m_ends, 1);
}

void TestOAuthSignIn::theQuestionIsAsTheStandardWants()
{
    begin(settings());
    const QUrlQuery first(page());
    const auto item = [](const QUrlQuery &query, const char *name) {
        return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
    };
    QCOMPARE(item(first, "response_type"), QStringLiteral("code"));
    QCOMPARE(item(first, "client_id"), settings().clientId);
    QCOMPARE(item(first, "scope"), QStringLiteral("openid users.read users:contact_methods.read"));
    QCOMPARE(item(first, "code_challenge_method"), QStringLiteral("S256"));
    QCOMPARE(item(first, "code_challenge").size(), 43);
    QVERIFY(item(first, "state").size() >= 32);
    QVERIFY(QUrl(item(first, "redirect_uri")).host() == QLatin1String("127.0.0.1"));
    begin(settings());
    const QUrlQuery second(page());
    QVERIFY(item(first, "state") != item(second, "state"));
    QVERIFY(item(first, "code_challenge") != item(second, "code_challenge"));
    visit(m_identity->approve(m_page));
    QTRY_VERIFY(m_granted);
    QVERIFY(m_identity->asked.first().value(QStringLiteral("code_verifier")).size() >= 43);
}

void TestOAuthSignIn::clientSecretIsSent()
{
    m_identity->clientSecret = "s3cret&+/";
    begin(settings(), OAuthSignIn::patience, Secret("s3cret&+/"));
    visit(m_identity->approve(page()));
    QTRY_VERIFY(m_granted);
    begin(settings(), OAuthSignIn::patience, Secret("wrong"));
    visit(m_identity->approve(page()));
    QTRY_VERIFY(m_failed);
    QCOMPARE(m_failed->code, ErrorCode::SignInRefused);
    QVERIFY(m_failed->detail.contains(QLatin1String("invalid_client")));
}

void TestOAuthSignIn::personSaysNo()
{
    begin(settings());
    QByteArray answer;
    QCOMPARE(visit(m_identity->deny(page()), &answer), 200);
    QVERIFY(answer.contains("refused"));
    QTRY_VERIFY(m_failed);
    QCOMPARE(m_failed->code, ErrorCode::SignInDenied);
    QVERIFY(m_failed->detail.contains(QLatin1String("The person said no")));
    QVERIFY(m_identity->asked.isEmpty());
}

void TestOAuthSignIn::strangersChangeNothing_data()
{
    QTest::addColumn<QString>("pathAndQuery"); // %1 = the right state
    QTest::addColumn<int>("status");
    QTest::newRow("other state") << QStringLiteral("/callback?code=x&state=wrong") << 400;
    QTest::newRow("no state") << QStringLiteral("/callback?code=x") << 400;
    QTest::newRow("no query") << QStringLiteral("/callback") << 400;
    QTest::newRow("two states") << QStringLiteral("/callback?code=x&state=wrong&state=%1") << 400;
    QTest::newRow("error with other state") << QStringLiteral("/callback?error=access_denied&state=wrong") << 400;
    QTest::newRow("other path") << QStringLiteral("/elsewhere?code=x&state=%1") << 404;
    QTest::newRow("path below") << QStringLiteral("/callback/x?code=x&state=%1") << 404;
    QTest::newRow("favicon") << QStringLiteral("/favicon.ico") << 404;
}

void TestOAuthSignIn::strangersChangeNothing()
{
    QFETCH(QString, pathAndQuery);
    QFETCH(int, status);
    begin(settings());
    const QUrl good = m_identity->approve(page());
    const QString state = QUrlQuery(good).queryItemValue(QStringLiteral("state"));
    const QUrl stranger(good.toString(QUrl::RemovePath | QUrl::RemoveQuery)
                        + (pathAndQuery.contains(QLatin1String("%1")) ? pathAndQuery.arg(state) : pathAndQuery));
    QByteArray answer;
    QCOMPARE(visit(stranger, &answer), status);
    QVERIFY(!answer.contains("wrong")); // nothing of the question comes back
    QVERIFY(!ended());
    QVERIFY(m_identity->asked.isEmpty());
    QCOMPARE(visit(good), 200); // and the sign-in goes on
    QTRY_VERIFY(m_granted);
}

void TestOAuthSignIn::listensToThisMachineOnly()
{
    begin(settings());
    const QUrl redirect(QUrlQuery(page()).queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded));
    for (const char *address : {"127.0.0.2", "::1"}) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QLatin1String(address)), quint16(redirect.port()));
        QTRY_VERIFY(socket.state() == QAbstractSocket::UnconnectedState);
    }
    const std::unique_ptr<QNetworkReply> posted(m_browser.post(QNetworkRequest(m_identity->approve(m_page)), QByteArray("x")));
    QTRY_VERIFY(posted->isFinished());
    QCOMPARE(posted->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 405);
    QVERIFY(!ended());
}

void TestOAuthSignIn::onlyTheFirstCallbackCounts()
{
    begin(settings());
    const QUrl good = m_identity->approve(page());
    QCOMPARE(visit(good), 200);
    QTRY_VERIFY(m_granted);
    QCOMPARE(visit(good), 0); // nobody listens any more
    QCOMPARE(m_identity->asked.size(), 1);
}

void TestOAuthSignIn::callbackWithoutCode()
{
    begin(settings());
    QUrl empty = m_identity->approve(page());
    empty.setQuery(QStringLiteral("state=") + QUrlQuery(empty).queryItemValue(QStringLiteral("state")));
    visit(empty);
    QTRY_VERIFY(m_failed);
    QCOMPARE(m_failed->code, ErrorCode::Malformed);
}

void TestOAuthSignIn::tokenEndpointFailures_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("code too old") << 400 << QByteArray(R"({"error":"invalid_grant"})") << ErrorCode::SignInExpired;
    QTest::newRow("web page") << 200 << QByteArray("<html>hello") << ErrorCode::Malformed;
    QTest::newRow("down") << 502 << QByteArray("bad gateway") << ErrorCode::Unreachable;
    QTest::newRow("huge") << 200 << QByteArray(2'000'000, ' ') << ErrorCode::Malformed;
}

void TestOAuthSignIn::tokenEndpointFailures()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorCode, code);
    m_identity->canned = FakeIdentity::Canned{status, "application/json", body, false};
    begin(settings());
    visit(m_identity->approve(page()));
    QTRY_VERIFY(ended());
    QVERIFY(m_failed);
    QCOMPARE(m_failed->code, code);
}

void TestOAuthSignIn::plainTextAnswerIsRead()
{
    m_identity->canned = FakeIdentity::Canned{200, "text/plain", R"({"access_token":"a","scope":["openid","users.read"]})", false};
    begin(settings());
    visit(m_identity->approve(page()));
    QTRY_VERIFY(m_granted);
    QCOMPARE(m_granted->missingScopes, QStringList{QStringLiteral("users:contact_methods.read")});
}

void TestOAuthSignIn::hangingEndpointTimesOut()
{
    m_identity->canned = FakeIdentity::Canned{200, {}, {}, true};
    begin(settings(), std::chrono::milliseconds(400));
    visit(m_identity->approve(page()));
    QTRY_VERIFY(m_failed);
    QCOMPARE(m_failed->code, ErrorCode::TimedOut);
}

void TestOAuthSignIn::nobodyComesBack()
{
    begin(settings(), std::chrono::milliseconds(50));
    const QUrl late = m_identity->approve(page());
    QTRY_VERIFY(m_failed);
    QCOMPARE(m_failed->code, ErrorCode::TimedOut);
    QCOMPARE(visit(late), 0);
    QCOMPARE(m_ends, 1);
}

void TestOAuthSignIn::cancelled()
{
    begin(settings());
    const QUrl late = m_identity->approve(page());
    m_signIn->cancel();
    m_signIn->cancel();
    QVERIFY(!ended()); // never from inside the call
    QTRY_VERIFY(m_failed);
    QCOMPARE(m_failed->code, ErrorCode::Cancelled);
    QCOMPARE(visit(late), 0);
    QCOMPARE(m_ends, 1);
}

void TestOAuthSignIn::missingClientId()
{
    OAuthSettings nameless = settings();
    nameless.clientId.clear();
    begin(nameless);
    QTRY_VERIFY(m_failed);
    QCOMPARE(m_failed->code, ErrorCode::InvalidArgument);
    QVERIFY(m_page.isEmpty());
}

void TestOAuthSignIn::takenPort()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    OAuthSettings fixed = settings();
    fixed.redirectPort = other.serverPort();
    begin(fixed);
    QTRY_VERIFY(m_failed);
    QCOMPARE(m_failed->code, ErrorCode::Internal);
    QVERIFY(m_failed->detail.contains(QString::number(other.serverPort())));
    other.close();
    begin(fixed);
    QCOMPARE(QUrl(QUrlQuery(page()).queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded)).port(), int(fixed.redirectPort));
}

void TestOAuthSignIn::regionIsDetected()
{
    m_identity->idToken = "e30." + QByteArray(R"({"aud":["x","https://api.eu.pagerduty.com"],"subdomain":"harbour"})")
                                       .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) + ".c2ln";
    begin(settings());
    visit(m_identity->approve(page()));
    QTRY_VERIFY(m_granted);
    QCOMPARE(m_granted->hints.apiBaseUrl.value_or(QUrl()), QUrl(QStringLiteral("https://api.eu.pagerduty.com")));
    QCOMPARE(m_granted->hints.subdomain, QStringLiteral("harbour"));
}

QTEST_GUILESS_MAIN(TestOAuthSignIn)
#include "tst_oauthsignin.moc"
