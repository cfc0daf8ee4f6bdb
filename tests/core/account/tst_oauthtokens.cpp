// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/oauthtokens.h"

#include <QTest>

using namespace pdsi;

/// What the token endpoint may answer, and what is made of it.
class TestOAuthTokens : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusals_data();
    void refusals();
    void grants();
    void oddLifetimes_data();
    void oddLifetimes();
    void whatIsNotSaidStays();
    void missingScopesAreNamed();
    void idTokens_data();
    void idTokens();
    void storedTokensComeBack();
    void otherSecretsAreNoTokens();
    void hostileDescriptionIsCut();
};

namespace {

const QDateTime now = QDateTime::fromString(QStringLiteral("2026-11-02T10:00:00Z"), Qt::ISODate);
const QStringList asked{QStringLiteral("openid"), QStringLiteral("users.read"), QStringLiteral("teams.read")};

Result<OAuthGrant> read(int status, const QByteArray &body) { return readTokenAnswer(status, body, asked, {}, now); }

QByteArray jwt(const QByteArray &claims)
{
    const auto part = [](const QByteArray &text) {
        return text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return part("{\"alg\":\"RS256\"}") + '.' + part(claims) + ".c2ln";
}

} // namespace

void TestOAuthTokens::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, int status, const char *body, ErrorCode code) {
        QTest::newRow(name) << status << QByteArray(body) << code;
    };
    row("expired", 400, R"({"error":"invalid_grant"})", ErrorCode::SignInExpired);
    row("denied", 400, R"({"error":"access_denied"})", ErrorCode::SignInDenied);
    row("client", 401, R"({"error":"invalid_client","error_description":"x"})", ErrorCode::SignInRefused);
    row("error with 200", 200, R"({"error":"invalid_request"})", ErrorCode::SignInRefused);
    row("error beats token", 400, R"({"error":"invalid_scope","access_token":"a"})", ErrorCode::SignInRefused);
    row("down", 503, "<html>", ErrorCode::Unreachable);
    row("page", 200, "<html>", ErrorCode::Malformed);
    row("empty", 200, "", ErrorCode::Malformed);
    row("array", 200, "[]", ErrorCode::Malformed);
    row("no token", 200, R"({"refresh_token":"r"})", ErrorCode::Malformed);
    row("token is a number", 200, R"({"access_token":5})", ErrorCode::Malformed);
    row("line break in token", 200, R"({"access_token":"a\r\nHost: x"})", ErrorCode::Malformed);
    row("other kind of token", 200, R"({"access_token":"a","token_type":"mac"})", ErrorCode::Malformed);
    row("redirect", 302, R"({"access_token":"a"})", ErrorCode::Malformed);
    row("400 without error", 400, R"({"access_token":"a"})", ErrorCode::Malformed);
}

void TestOAuthTokens::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorCode, code);
    const auto grant = read(status, body);
    QVERIFY(!grant);
    QCOMPARE(grant.error().code, code);
}

void TestOAuthTokens::grants()
{
    const auto grant = read(200, R"({"access_token":"pdus+_0A","refresh_token":"pdus+_1B","token_type":"Bearer","expires_in":60,
                                     "scope":["openid","users.read","teams.read"]})");
    QVERIFY(grant);
    QCOMPARE(grant->tokens.access.reveal(), QByteArray("pdus+_0A"));
    QCOMPARE(grant->tokens.refresh.reveal(), QByteArray("pdus+_1B"));
    QCOMPARE(grant->tokens.expiresAt, now.addSecs(60));
    QCOMPARE(grant->tokens.scopes, asked);
    QVERIFY(grant->missingScopes.isEmpty());
    QVERIFY(grant->tokens.expiresWithin(std::chrono::seconds(60), now));
    QVERIFY(!grant->tokens.expiresWithin(std::chrono::seconds(59), now));
}

void TestOAuthTokens::oddLifetimes_data()
{
    QTest::addColumn<QByteArray>("expiresIn");
    QTest::addColumn<QDateTime>("expiresAt");
    QTest::newRow("text") << QByteArray("\"3600\"") << now.addSecs(3600);
    QTest::newRow("negative") << QByteArray("-5") << now;
    QTest::newRow("not said") << QByteArray("null") << QDateTime();
    QTest::newRow("words") << QByteArray("\"soon\"") << QDateTime();
    QTest::newRow("endless") << QByteArray("9007199254740991") << now.addSecs(10LL * 366 * 24 * 3600);
}

void TestOAuthTokens::oddLifetimes()
{
    QFETCH(QByteArray, expiresIn);
    QFETCH(QDateTime, expiresAt);
    const auto grant = read(200, R"({"access_token":"a","expires_in":)" + expiresIn + '}');
    QVERIFY(grant);
    QCOMPARE(grant->tokens.expiresAt, expiresAt);
    QCOMPARE(grant->tokens.expiresWithin(std::chrono::seconds(0), now), expiresAt == now);
}

void TestOAuthTokens::whatIsNotSaidStays()
{
    OAuthTokens before;
    before.refresh = Secret("r0");
    before.scopes = {QStringLiteral("users.read")};
    before.subject = "A:U";
    const auto grant = readTokenAnswer(200, R"({"access_token":"a"})", asked, before, now);
    QVERIFY(grant);
    QCOMPARE(grant->tokens.refresh.reveal(), QByteArray("r0"));
    QCOMPARE(grant->tokens.scopes, before.scopes);
    QCOMPARE(grant->tokens.subject, QByteArray("A:U"));
    QCOMPARE(read(200, R"({"access_token":"a"})")->tokens.scopes, asked); // RFC 6749: as asked
}

void TestOAuthTokens::missingScopesAreNamed()
{
    const auto grant = read(200, R"({"access_token":"a","scope":"openid users.read extra"})");
    QVERIFY(grant);
    QCOMPARE(grant->missingScopes, QStringList{QStringLiteral("teams.read")});
    const auto little = read(200, R"({"access_token":"a","scope":""})");
    QCOMPARE(little->missingScopes, (QStringList{QStringLiteral("users.read"), QStringLiteral("teams.read")}));
}

void TestOAuthTokens::idTokens_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("api"); // empty = no hint
    QTest::addColumn<QByteArray>("subject");
    const auto row = [](const char *name, const QByteArray &token, const char *api, const char *subject) {
        QTest::newRow(name) << token << QString::fromLatin1(api) << QByteArray(subject);
    };
    row("eu by audience", jwt(R"({"aud":["client","https://api.eu.pagerduty.com/"],"account_id":"A","user_id":"U","sub":"s"})"),
        "https://api.eu.pagerduty.com", "A:U");
    row("us by audience", jwt(R"({"aud":"https://api.pagerduty.com","sub":"s"})"), "https://api.pagerduty.com", "s");
    row("by region", jwt(R"({"region":"UnitedStates"})"), "https://api.pagerduty.com", "");
    row("elsewhere", jwt(R"({"aud":"https://api.evil.example"})"), "", "");
    row("look-alike", jwt(R"({"aud":"https://api.evilpagerduty.com"})"), "", "");
    row("with a password", jwt(R"({"aud":"https://u:p@api.pagerduty.com"})"), "", "");
    row("in clear", jwt(R"({"aud":"http://api.pagerduty.com"})"), "", "");
    row("no JWT", "abc", "", "");
    row("no JSON", "a.!!!!.c", "", "");
}

void TestOAuthTokens::idTokens()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, api);
    QFETCH(QByteArray, subject);
    const IdTokenHints hints = readIdToken(token);
    QCOMPARE(hints.apiBaseUrl.has_value(), !api.isEmpty());
    QCOMPARE(hints.apiBaseUrl.value_or(QUrl()).toString(), api);
    QCOMPARE(hints.subject, subject);
}

void TestOAuthTokens::storedTokensComeBack()
{
    OAuthTokens tokens;
    tokens.access = Secret("a");
    tokens.refresh = Secret("r");
    tokens.expiresAt = now;
    tokens.scopes = asked;
    tokens.subject = "A:U";
    const auto back = OAuthTokens::fromSecret(tokens.toSecret());
    QVERIFY(back);
    QCOMPARE(back->access.reveal(), QByteArray("a"));
    QCOMPARE(back->refresh.reveal(), QByteArray("r"));
    QCOMPARE(back->expiresAt, now);
    QCOMPARE(back->expiresAt.timeSpec(), Qt::UTC);
    QCOMPARE(back->scopes, asked);
    QCOMPARE(back->subject, QByteArray("A:U"));
    tokens.expiresAt = QDateTime();
    QVERIFY(!OAuthTokens::fromSecret(tokens.toSecret())->expiresAt.isValid());
}

void TestOAuthTokens::otherSecretsAreNoTokens()
{
    for (const char *text : {"", "pdus+_0abc", "{}", "{\"access\":\"\"}", "{\"access\":\"a\\nb\"}", "[1]"})
        QCOMPARE(OAuthTokens::fromSecret(Secret(text)).error().code, ErrorCode::Malformed);
}

void TestOAuthTokens::hostileDescriptionIsCut()
{
    const Error error = oauthError(QStringLiteral("odd"), QStringLiteral("a\r\nb\u001b[31m") + QString(1000, u'x'));
    QVERIFY(error.detail.size() <= 300);
    QVERIFY(!error.detail.contains(u'\n') && !error.detail.contains(u'\u001b'));
}

QTEST_GUILESS_MAIN(TestOAuthTokens)
#include "tst_oauthtokens.moc"
