// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialogs/connectiondialogfixture.h"
#include "ui/dialogs/signinwords.h"

#include <QDirIterator>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSpinBox>

using namespace pdsi;
/// Journeys through the dialog for one connection, against accounts and identity services with real sockets.
class TestConnectionDialog : public ConnectionDialogFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keyConnectionIsAddedTestedAndSaved();
    void storedKeyIsNeverShown();
    void typedKeyReplacesTheStoredOne();
    void wrongKeyOffersTheOtherRegion();
    void browserSignInIsSaved();
    void browserThatDoesNotOpen();
    void browserSignInIsStopped();
    void grantChangesTheRegion();
    void missingScopesAreTold();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
    void proxyAndCaFileAreSaved();
    void environmentIsTestedAndNotSaved();
    void refusedTokenIsRenewedByTheTest();
    void testIsStopped();
    void everythingHasAName();
    void noSecretIsWritten();
    void accountTextIsEscaped();

private:
    void fillOAuth();

    QNetworkAccessManager m_browser;
};

void TestConnectionDialog::init() { begin(); }

void TestConnectionDialog::fillOAuth()
{
    type("name", QStringLiteral("By browser"));
    choose("region", QStringLiteral("Other address"));
    type("address", m_account->url().toString());
    choose("signInKind", QStringLiteral("With the browser (OAuth 2.0)"));
    type("clientId", QStringLiteral("client-1"));
    type("authorizeUrl", m_identity->authorizeUrl().toString());
    type("tokenUrl", m_identity->tokenUrl().toString());
}

void TestConnectionDialog::keyConnectionIsAddedTestedAndSaved()
{
    open();
    type("name", QStringLiteral("Harbour"));
    choose("region", QStringLiteral("Other address"));
    type("address", m_account->url().toString());
    type("email", QStringLiteral("dana@example.com"));
    type("apiKey", QString::fromLatin1(m_account->options().apiKey));
    press("testButton");
    QTRY_VERIFY(testWords().contains(QLatin1String("It works")));
    QVERIFY(testWords().contains(QLatin1String("The whole account")));
    QVERIFY(testWords().contains(QLatin1String("Escalation policies")));
    QVERIFY(m_keychain->secrets.isEmpty()); // testing saves nothing
    pressSave();
    QTRY_VERIFY(!m_dialog->isVisible());
    const auto saved = m_access->list();
    QCOMPARE(saved->size(), 1);
    QCOMPARE(saved->first().name, QStringLiteral("Harbour"));
    QCOMPARE(saved->first().requesterEmail, QStringLiteral("dana@example.com"));
    QCOMPARE(m_keychain->secrets.value(saved->first().id + QStringLiteral(":api-key")).reveal(), m_account->options().apiKey);
}

void TestConnectionDialog::storedKeyIsNeverShown()
{
    open(stored());
    QVERIFY(part<QLineEdit>("apiKey")->text().isEmpty());
    QCOMPARE(part<QLineEdit>("apiKey")->echoMode(), QLineEdit::Password);
    QVERIFY(part<QLineEdit>("apiKey")->placeholderText().contains(QLatin1String("type to replace")));
    press("testButton"); // with the stored one
    QTRY_VERIFY(testWords().contains(QLatin1String("It works")));
    type("name", QStringLiteral("Renamed"));
    QVERIFY(testWords().isEmpty()); // of other settings
    pressSave();
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(m_access->list()->first().name, QStringLiteral("Renamed"));
    QCOMPARE(m_keychain->secrets.value(QStringLiteral("Harbour-id:api-key")).reveal(), m_account->options().apiKey);
}

void TestConnectionDialog::typedKeyReplacesTheStoredOne()
{
    open(stored());
    type("apiKey", QStringLiteral("anotherkey"));
    press("testButton");
    QTRY_VERIFY(testWords().contains(QLatin1String("It does not work")));
    QVERIFY(m_account->stats().authorizations.contains("Token token=anotherkey"));
    pressSave();
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(m_keychain->secrets.value(QStringLiteral("Harbour-id:api-key")).reveal(), QByteArray("anotherkey"));
}

void TestConnectionDialog::wrongKeyOffersTheOtherRegion()
{
    ConnectionTestResult result;
    result.error = Error{ErrorCode::SignInRefused, QStringLiteral("api.pagerduty.com")};
    result.otherRegion = QStringLiteral("eu");
    QVERIFY(testResultPage(result).contains(QLatin1String("another region")));
    // The address of a region cannot be asked here; what the button does can be looked at.
    Connection connection = stored();
    connection.baseUrl = baseUrlOfRegion(QStringLiteral("us")).value();
    connection.proxy = {ProxySettings::Kind::Http, QStringLiteral("127.0.0.1"), 1, {}};
    open(connection);
    QVERIFY(!part<QPushButton>("otherRegionButton")->isVisible());
    auto *view = part<QTextBrowser>("testResult")->parentWidget();
    QVERIFY(QMetaObject::invokeMethod(view, "otherRegionRequested", Q_ARG(QString, QStringLiteral("eu"))));
    QCOMPARE(part<QComboBox>("region")->currentText(), QStringLiteral("Europe"));
    QCOMPARE(part<QLineEdit>("address")->text(), QStringLiteral("https://api.eu.pagerduty.com"));
    QTRY_VERIFY(testWords().contains(QLatin1String("proxy does not let us through"))); // it was tested at once
}

void TestConnectionDialog::browserSignInIsSaved()
{
    m_account->options().bearerToken = "pdus+_0access1";
    m_account->options().apiKey = "nobody";
    open();
    fillOAuth();
    type("clientSecret", QStringLiteral("app-secret"));
    m_identity->clientSecret = "app-secret";
    press("browserButton");
    QTRY_COMPARE(m_pages.size(), 1);
    QTRY_VERIFY(words("browserStatus").contains(QLatin1String("Finish the sign-in in the browser")));
    m_browser.get(QNetworkRequest(m_identity->approve(m_pages.first())));
    QTRY_VERIFY(words("browserStatus").startsWith(QLatin1String("Signed in.")));
    QVERIFY(m_keychain->secrets.isEmpty());
    press("testButton");
    QTRY_VERIFY(testWords().contains(QLatin1String("It works")));
    pressSave();
    QTRY_VERIFY(!m_dialog->isVisible());
    const Connection saved = m_access->list()->first();
    QCOMPARE(saved.signIn, SignInKind::OAuth);
    QVERIFY(saved.oauth.usesClientSecret && saved.oauth.scopes.isEmpty());
    QCOMPARE(m_keychain->secrets.value(saved.id + QStringLiteral(":oauth-client")).reveal(), QByteArray("app-secret"));
    const auto tokens = OAuthTokens::fromSecret(m_keychain->secrets.value(saved.id + QStringLiteral(":oauth")));
    QCOMPARE(tokens->access.reveal(), m_identity->access());

    open(saved); // again: nothing of it is shown, and it can be tested as it is kept
    QVERIFY(part<QLineEdit>("clientSecret")->text().isEmpty());
    QVERIFY(words("browserStatus").contains(QLatin1String("Signed in before")));
    press("testButton");
    QTRY_VERIFY(testWords().contains(QLatin1String("It works")));
}

void TestConnectionDialog::browserThatDoesNotOpen()
{
    open();
    fillOAuth();
    static_cast<ConnectionDialog *>(m_dialog.get())->setBrowser([](const QUrl &) { return false; });
    press("browserButton");
    QTRY_VERIFY(words("browserStatus").contains(QLatin1String("Copy the address")));
    QVERIFY(part<QPushButton>("copyAddressButton")->isVisible());
}

void TestConnectionDialog::browserSignInIsStopped()
{
    open();
    fillOAuth();
    press("browserButton");
    QTRY_COMPARE(m_pages.size(), 1);
    press("browserButton");
    QTRY_VERIFY(words("browserStatus").contains(QLatin1String("Stopped")));
    press("browserButton");
    QTRY_COMPARE(m_pages.size(), 2);
    m_browser.get(QNetworkRequest(m_identity->deny(m_pages.last())));
    QTRY_VERIFY(words("browserStatus").contains(QLatin1String("turned down")));
    pressSave();
    QVERIFY(words("problem").contains(QLatin1String("Sign in with the browser first")));
}

void TestConnectionDialog::grantChangesTheRegion()
{
    m_identity->idToken = "e30." + QByteArray(R"({"aud":["https://api.eu.pagerduty.com"],"subdomain":"harbour"})")
                                       .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) + ".c2ln";
    open();
    fillOAuth();
    choose("region", QStringLiteral("United States"));
    press("browserButton");
    QTRY_COMPARE(m_pages.size(), 1);
    m_browser.get(QNetworkRequest(m_identity->approve(m_pages.first())));
    QTRY_COMPARE(part<QComboBox>("region")->currentText(), QStringLiteral("Europe"));
    QVERIFY(words("problem").contains(QLatin1String("api.eu.pagerduty.com")));
    QVERIFY(words("browserStatus").contains(QLatin1String("harbour")));
}

void TestConnectionDialog::missingScopesAreTold()
{
    m_identity->scope = QStringLiteral("openid users.read");
    open();
    fillOAuth();
    choose("scopeSet", QStringLiteral("Other"));
    type("scopes", QStringLiteral("users.read teams.read"));
    press("browserButton");
    QTRY_COMPARE(m_pages.size(), 1);
    QVERIFY(m_pages.first().toString(QUrl::FullyEncoded).contains(QLatin1String("scope=users.read%20teams.read")));
    m_browser.get(QNetworkRequest(m_identity->approve(m_pages.first())));
    QTRY_VERIFY(words("browserStatus").contains(QLatin1String("Not granted: teams.read")));
}

void TestConnectionDialog::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("no name") << QStringLiteral("name") << QString() << QStringLiteral("a name of its own");
    QTest::newRow("taken name") << QStringLiteral("name") << QStringLiteral("Taken") << QStringLiteral("no other connection has");
    QTest::newRow("http address") << QStringLiteral("address") << QStringLiteral("http://example.com") << QStringLiteral("must be https");
    QTest::newRow("no key") << QStringLiteral("apiKey") << QString() << QStringLiteral("Enter the API key");
    QTest::newRow("blank in key") << QStringLiteral("apiKey") << QStringLiteral("a b") << QStringLiteral("such as a blank");
    QTest::newRow("absent CA file") << QStringLiteral("caFile") << QStringLiteral("/nowhere/x.pem") << QStringLiteral("CA file cannot be read");
}

void TestConnectionDialog::whatIsWrongIsSaid()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, said);
    stored(QStringLiteral("Taken"));
    open();
    type("name", QStringLiteral("Harbour"));
    choose("region", QStringLiteral("Other address"));
    type("apiKey", QStringLiteral("some-key"));
    type(field.toLatin1().constData(), text);
    if (field == QLatin1String("address"))
        QVERIFY(words("addressProblem").contains(said)); // while typing
    pressSave();
    QTRY_VERIFY2(words("problem").contains(said), qPrintable(words("problem")));
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(m_access->list()->size(), 1);
}

void TestConnectionDialog::proxyAndCaFileAreSaved()
{
    QFile file(m_folder->filePath(QStringLiteral("ca.pem")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(MadeCertificate::forHost("x").certificate) > 0);
    file.close();
    open(stored());
    choose("proxyKind", QStringLiteral("SOCKS 5 proxy"));
    pressSave();
    QVERIFY(words("problem").contains(QLatin1String("proxy's host")));
    type("proxyHost", QStringLiteral("proxy.example.net"));
    part<QSpinBox>("proxyPort")->setValue(1080);
    type("proxyUser", QStringLiteral("ana"));
    type("proxyPassword", QStringLiteral("proxy-secret"));
    type("caFile", file.fileName());
    pressSave();
    QTRY_VERIFY(!m_dialog->isVisible());
    const Connection saved = m_access->list()->first();
    QCOMPARE(saved.proxy, (ProxySettings{ProxySettings::Kind::Socks5, QStringLiteral("proxy.example.net"), 1080, QStringLiteral("ana")}));
    QCOMPARE(saved.caFile, file.fileName());
    QCOMPARE(m_keychain->secrets.value(QStringLiteral("Harbour-id:proxy")).reveal(), QByteArray("proxy-secret"));
    open(saved);
    QVERIFY(part<QLineEdit>("proxyPassword")->text().isEmpty());
    choose("proxyKind", QStringLiteral("None"));
    pressSave();
    QTRY_VERIFY(!m_dialog->isVisible());
    QVERIFY(!m_keychain->secrets.contains(QStringLiteral("Harbour-id:proxy")));
}

void TestConnectionDialog::environmentIsTestedAndNotSaved()
{
    QVERIFY(m_access->useEnvironment({{QStringLiteral("PAGERDUTY_API_KEY"), QString::fromLatin1(m_account->options().apiKey)},
                                      {QStringLiteral("PAGERDUTY_BASE_URL"), m_account->url().toString()}}));
    open(*m_access->environmentConnection());
    QVERIFY(!part<QLineEdit>("name")->isEnabled());
    QVERIFY(words("problem").contains(QLatin1String("PAGERDUTY_API_KEY")));
    press("testButton");
    QTRY_VERIFY(testWords().contains(QLatin1String("It works")));
    m_dialog->accept();
    QVERIFY(m_keychain->secrets.isEmpty());
}

void TestConnectionDialog::refusedTokenIsRenewedByTheTest()
{
    Connection connection{QStringLiteral("By browser"), m_account->url(), SignInKind::OAuth, {}, QStringLiteral("id")};
    connection.oauth.clientId = QStringLiteral("client");
    connection.oauth.tokenUrl = m_identity->tokenUrl();
    QVERIFY(m_access->save(connection));
    m_identity->give();
    OAuthTokens tokens;
    tokens.access = Secret(m_identity->access());
    tokens.refresh = Secret(m_identity->refresh());
    m_keychain->secrets.insert(QStringLiteral("id:oauth"), tokens.toSecret());
    m_account->options().bearerToken = "pdus+_0access2"; // the next one
    open(connection);
    type("tokenUrl", QStringLiteral("https://elsewhere.example/token")); // not saved: gets no token to see
    press("testButton");
    QTRY_VERIFY(testWords().contains(QLatin1String("It works")));
    QCOMPARE(m_identity->asked.size(), 1);
    m_identity->canned = FakeIdentity::Canned{400, "application/json", R"({"error":"invalid_grant"})", false};
    m_account->options().bearerToken = "another";
    press("testButton");
    QTRY_VERIFY(testWords().contains(QLatin1String("Sign in with the browser again")));
}

void TestConnectionDialog::testIsStopped()
{
    m_account->options().latencyMs = 300;
    open(stored());
    press("testButton");
    QTRY_VERIFY(m_account->stats().requests > 0);
    press("testButton");
    QTRY_VERIFY(testWords().contains(QLatin1String("Test stopped")));
    press("testButton");
    QTRY_VERIFY(m_account->stats().inFlight > 0);
    m_dialog.reset(); // in the middle of it
}

void TestConnectionDialog::accountTextIsEscaped()
{
    ConnectionTestResult result;
    const QString hostile = QStringLiteral("<img src=\"https://evil.test/x\"><b>%1</b>");
    result.userName = result.userEmail = result.userRole = result.subdomain = hostile;
    result.sight = Sight::Teams;
    result.teams = {hostile};
    result.abilities = {hostile};
    result.areas = {{ResourceClass::Users, AreaAccess::Denied, 403, {hostile}}};
    const QString page = testResultPage(result);
    QVERIFY(!page.contains(QLatin1String("<img")));
    QCOMPARE(page.count(QLatin1String("&lt;img")), 7);
    result.error = Error{ErrorCode::SignInRefused, hostile};
    QVERIFY(!testResultPage(result).contains(QLatin1String("<img")));
}

void TestConnectionDialog::everythingHasAName()
{
    open();
    checkNames();
}

void TestConnectionDialog::noSecretIsWritten()
{
    browserSignInIsSaved();
    open();
    type("name", QStringLiteral("By key"));
    type("apiKey", QStringLiteral("fakefakefakefakefa00"));
    pressSave();
    QTRY_VERIFY(!m_dialog->isVisible());
    int files = 0;
    for (QDirIterator it(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext(); ++files) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        for (const char *secret : {"fakefakefakefakefa00", "app-secret", "pdus+_0access", "pdus+_1refresh"})
            QVERIFY2(!content.contains(secret), secret);
    }
    QCOMPARE(files, 1);
}

QTEST_MAIN(TestConnectionDialog)
#include "tst_connectiondialog.moc"
