// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/connection.h"
#include "core/account/connectionstore.h"
#include "core/account/credentialstore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace pdsi;

class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void baseUrl_data();
    void baseUrl();
    void refusedBaseUrlNeverShowsItsPassword();
    void regions();
    void connectionsAreKept();
    void connectionFileIsPrivate();
    void oddConnectionsAreRefused();
    void everySettingIsKept();
    void renamingKeepsTheIdAndNamesAreUnique();
    void theDefaultIsKeptWhileItIsThere();
    void filesOfTheFirstVersionAreRead();
    void oddSettingsAreNamed_data();
    void oddSettingsAreNamed();
    void scopesAreTheReadOnesAlone();
    void damagedFileIsNamed();
    void sessionStoreForgets();
    void sessionStoreAnswersNothingOnceGone();
};

void TestConnection::baseUrl_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // empty = refused
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("https://api.pagerduty.com", "https://api.pagerduty.com");
    row("https://api.pagerduty.com/", "https://api.pagerduty.com");
    row("  https://api.eu.pagerduty.com//  ", "https://api.eu.pagerduty.com");
    row("HTTPS://API.PagerDuty.com", "https://api.pagerduty.com");
    row("https://gateway.example.net:8443/pagerduty/", "https://gateway.example.net:8443/pagerduty");
    row("http://127.0.0.1:8080", "http://127.0.0.1:8080");
    row("http://127.9.8.7", "http://127.9.8.7");
    row("http://localhost", "http://localhost");
    row("http://LOCALHOST:3000/", "http://localhost:3000");
    row("http://[::1]:81", "http://[::1]:81");
    row("http://example.com", "");
    row("http://localhost.example.com", "");
    row("http://127.0.0.1.example.com", "");
    row("http://10.0.0.1", "");
    row("http://[2001:db8::1]", "");
    row("http://0.0.0.0", "");
    row("ftp://example.com", "");
    row("file:///etc/passwd", "");
    row("api.pagerduty.com", "");
    row("//api.pagerduty.com", "");
    row("https://", "");
    row("https:///x", "");
    row("", "");
    row("https://user@api.pagerduty.com", "");
    row("https://user:pass@api.pagerduty.com", "");
    row("https://@api.pagerduty.com", "");
    row("http://localhost@example.com", "");
    row("https://api.pagerduty.com?a=b", "");
    row("https://api.pagerduty.com?", "");
    row("https://api.pagerduty.com#x", "");
    row("https://api.pagerduty.com:0", "");
    row("https://api.pagerduty.com:99999", "");
    row("https://api.pager duty.com", "");
    row("https://api.pagerduty.com\r\nHost: x", "");
}

void TestConnection::baseUrl()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto url = parseBaseUrl(text);
    QCOMPARE(url.ok(), !expected.isEmpty());
    if (url)
        QCOMPARE(url->toString(), expected);
    else
        QCOMPARE(url.error().code, ErrorCode::InvalidArgument);
}

void TestConnection::refusedBaseUrlNeverShowsItsPassword()
{
    const auto url = parseBaseUrl(QStringLiteral("https://someone:s3same@api.pagerduty.com"));
    QVERIFY(!url);
    QVERIFY(!url.error().detail.contains(QLatin1String("s3same")));
}

void TestConnection::regions()
{
    QCOMPARE(baseUrlOfRegion(QStringLiteral("us"))->toString(), QStringLiteral("https://api.pagerduty.com"));
    QCOMPARE(baseUrlOfRegion(QStringLiteral("eu"))->toString(), QStringLiteral("https://api.eu.pagerduty.com"));
    QCOMPARE(baseUrlOfRegion(QStringLiteral("mars")).error().code, ErrorCode::InvalidArgument);
}

namespace {
Connection connection(const QString &name)
{
    return {name, QUrl(QStringLiteral("https://api.pagerduty.com")), SignInKind::ApiKey, QStringLiteral("ana@example.com"), name};
}
} // namespace

void TestConnection::connectionsAreKept()
{
    const QTemporaryDir directory;
    ConnectionStore store(directory.filePath(QStringLiteral("config")));
    QVERIFY(store.list()->isEmpty());
    QVERIFY(store.save(connection(QStringLiteral("Süd: zwei"))));
    Connection first = connection(QStringLiteral("Main"));
    QVERIFY(store.save(first));
    first.signIn = SignInKind::OAuth;
    first.baseUrl = QUrl(QStringLiteral("http://[::1]:8080"));
    QVERIFY(store.save(first)); // the same id replaces

    const ConnectionStore again(directory.filePath(QStringLiteral("config")));
    QCOMPARE(again.list()->size(), 2);
    QCOMPARE(again.list()->first(), first);
    QCOMPARE(*again.find(QStringLiteral("Main")), first);
    QCOMPARE(again.find(QStringLiteral("main")).error().code, ErrorCode::NotFound);
    QVERIFY(store.remove(QStringLiteral("Main")));
    QCOMPARE(store.remove(QStringLiteral("Main")).error().code, ErrorCode::NotFound);
    QCOMPARE(again.list()->size(), 1);
}

void TestConnection::connectionFileIsPrivate()
{
    const QTemporaryDir directory;
    const QString config = directory.filePath(QStringLiteral("config"));
    QVERIFY(ConnectionStore(config).save(connection(QStringLiteral("Main"))));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFile::permissions(config) & others, QFile::Permissions());
    QCOMPARE(QFile::permissions(config + QStringLiteral("/connections.json")) & others, QFile::Permissions());
}

void TestConnection::oddConnectionsAreRefused()
{
    const QTemporaryDir directory;
    ConnectionStore store(directory.path());
    const QStringList names{QString(), QStringLiteral(" x"), QStringLiteral("a\nb"), QString(101, QLatin1Char('n'))};
    for (const QString &name : names)
        QCOMPARE(store.save(connection(name)).error().code, ErrorCode::InvalidArgument);
    Connection odd = connection(QStringLiteral("Main"));
    odd.baseUrl = QUrl(QStringLiteral("http://example.com"));
    QCOMPARE(store.save(odd).error().code, ErrorCode::InvalidArgument);
    odd = connection(QStringLiteral("Main"));
    odd.signIn = SignInKind::Sample;
    QCOMPARE(store.save(odd).error().code, ErrorCode::InvalidArgument);
    QVERIFY(store.list()->isEmpty());
}

void TestConnection::everySettingIsKept()
{
    const QTemporaryDir directory;
    Connection full = connection(QStringLiteral("Full"));
    full.id = newConnectionId();
    full.signIn = SignInKind::OAuth;
    full.oauth = {QStringLiteral("client-1"), QUrl(QStringLiteral("https://id.example.net/authorize")),
                  QUrl(QStringLiteral("http://127.0.0.1:81/token")), {QStringLiteral("openid"), QStringLiteral("users.read")}, true, 4711};
    full.proxy = {ProxySettings::Kind::Socks5, QStringLiteral("proxy.example.net"), 1080, QStringLiteral("ana")};
    full.caFile = QStringLiteral("/etc/ssl/corporate.pem");
    QVERIFY(ConnectionStore(directory.path()).save(full));
    QCOMPARE(*ConnectionStore(directory.path()).find(QStringLiteral("Full")), full);
    full.proxy = {ProxySettings::Kind::None, {}, 0, {}};
    full.oauth = {};
    QVERIFY(ConnectionStore(directory.path()).save(full));
    QCOMPARE(*ConnectionStore(directory.path()).find(QStringLiteral("Full")), full);
    QVERIFY(newConnectionId() != newConnectionId());
}

void TestConnection::renamingKeepsTheIdAndNamesAreUnique()
{
    const QTemporaryDir directory;
    ConnectionStore store(directory.path());
    Connection one = connection(QStringLiteral("One"));
    one.id = QStringLiteral("id-1");
    QVERIFY(store.save(one));
    one.name = QStringLiteral("Uno");
    QVERIFY(store.save(one));
    QCOMPARE(store.list()->size(), 1);
    QCOMPARE(store.find(QStringLiteral("Uno"))->id, QStringLiteral("id-1"));
    Connection other = connection(QStringLiteral("Uno"));
    other.id = QStringLiteral("id-2");
    const auto refused = store.save(other);
    QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    QVERIFY(refused.error().detail.startsWith(QLatin1String("name:")));
    QCOMPARE(store.list()->size(), 1);
}

void TestConnection::theDefaultIsKeptWhileItIsThere()
{
    const QTemporaryDir directory;
    ConnectionStore store(directory.path());
    QCOMPARE(*store.defaultId(), QString());
    QCOMPARE(store.setDefault(QStringLiteral("nobody")).error().code, ErrorCode::NotFound);
    QVERIFY(store.save(connection(QStringLiteral("A"))));
    QVERIFY(store.save(connection(QStringLiteral("B"))));
    QVERIFY(store.setDefault(QStringLiteral("B")));
    QVERIFY(store.save(connection(QStringLiteral("C"))));
    QCOMPARE(*ConnectionStore(directory.path()).defaultId(), QStringLiteral("B"));
    QVERIFY(store.remove(QStringLiteral("B")));
    QCOMPARE(*store.defaultId(), QString());
    QVERIFY(store.setDefault({}));
}

void TestConnection::filesOfTheFirstVersionAreRead()
{
    const QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("connections.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"formatVersion\":1,\"connections\":[{\"name\":\"Old\",\"baseUrl\":\"https://api.eu.pagerduty.com\","
               "\"signIn\":\"api-key\",\"requesterEmail\":\"a@b.c\"},{\"name\":\"Older\",\"signIn\":\"oauth\","
               "\"baseUrl\":\"https://api.pagerduty.com\"}]}");
    file.close();
    ConnectionStore store(directory.path());
    const auto read = store.list();
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    Connection expected = connection(QStringLiteral("Old"));
    expected.baseUrl = QUrl(QStringLiteral("https://api.eu.pagerduty.com"));
    expected.requesterEmail = QStringLiteral("a@b.c");
    QCOMPARE(read->at(0), expected); // its secret was kept under the name
    QCOMPARE(read->at(1).signIn, SignInKind::OAuth);
    QVERIFY(store.save(connection(QStringLiteral("New"))));
    QCOMPARE(store.list()->size(), 3);
}

void TestConnection::oddSettingsAreNamed_data()
{
    QTest::addColumn<Connection>("odd");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const char *field, const std::function<void(Connection &)> &change) {
        Connection odd = connection(QStringLiteral("Odd"));
        odd.signIn = SignInKind::OAuth;
        odd.oauth.clientId = QStringLiteral("client");
        change(odd);
        QTest::newRow(name) << odd << QString::fromLatin1(field);
    };
    row("blank in client id", "clientId", [](Connection &c) { c.oauth.clientId = QStringLiteral("a b"); });
    row("token address in clear", "tokenUrl", [](Connection &c) { c.oauth.tokenUrl = QUrl(QStringLiteral("http://example.com")); });
    row("page address is a file", "authorizeUrl", [](Connection &c) { c.oauth.authorizeUrl = QUrl(QStringLiteral("file:///x")); });
    row("scope with a quote", "scopes", [](Connection &c) { c.oauth.scopes = {QStringLiteral("a\n")}; });
    row("proxy without host", "proxy host", [](Connection &c) { c.proxy = {ProxySettings::Kind::Http, {}, 80, {}}; });
    row("proxy with scheme", "proxy host", [](Connection &c) { c.proxy = {ProxySettings::Kind::Http, QStringLiteral("http://x"), 80, {}}; });
    row("proxy without port", "proxy port", [](Connection &c) { c.proxy = {ProxySettings::Kind::Socks5, QStringLiteral("x"), 0, {}}; });
}

void TestConnection::oddSettingsAreNamed()
{
    QFETCH(Connection, odd);
    QFETCH(QString, field);
    const QTemporaryDir directory;
    const auto saved = ConnectionStore(directory.path()).save(odd);
    QVERIFY(!saved);
    QVERIFY2(saved.error().detail.startsWith(field + QLatin1Char(':')), qPrintable(saved.error().detail));
}

void TestConnection::scopesAreTheReadOnesAlone()
{
    QVERIFY(readScopes().size() > 30);
    for (const QString &scope : readScopes())
        QVERIFY2(scope == QLatin1String("openid") || scope.endsWith(QLatin1String(".read")), qPrintable(scope));
}

void TestConnection::damagedFileIsNamed()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("connections.json"));
    const auto listOf = [&](const QByteArray &content) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) < 0)
            qFatal("cannot write");
        file.close();
        return ConnectionStore(directory.path()).list();
    };
    for (const char *content : {"", "{", "[]", "{\"formatVersion\":1}", "{\"formatVersion\":1,\"connections\":[3]}",
                                "{\"formatVersion\":1,\"connections\":[{\"name\":\"x\",\"baseUrl\":\"http://evil.example\","
                                "\"signIn\":\"api-key\"}]}"}) {
        const auto read = listOf(content);
        QVERIFY2(!read, content);
        QCOMPARE(read.error().code, ErrorCode::Malformed);
        QVERIFY(read.error().detail.contains(path));
    }
    QCOMPARE(listOf("{\"formatVersion\":3}").error().code, ErrorCode::UnsupportedVersion);
    QVERIFY(!ConnectionStore(directory.path()).save(connection(QStringLiteral("Main")))); // and is not overwritten
}

void TestConnection::sessionStoreForgets()
{
    const CredentialKey key{QStringLiteral("Main"), SecretKind::ApiKey};
    QStringList heard;
    {
        const auto store = CredentialStore::sessionOnly();
        store->write(key, Secret("abcdefghijklmnop"), [&](const Result<Done> &r) { heard << (r ? QStringLiteral("w") : QString()); });
        store->read(key, [&](const Result<Secret> &r) { heard << (r ? QString::fromUtf8(r->reveal()) : QString()); });
        QVERIFY(heard.isEmpty()); // never before the call returned
        QTRY_COMPARE(heard, (QStringList{QStringLiteral("w"), QStringLiteral("abcdefghijklmnop")}));
        store->remove(key, [](const Result<Done> &) {});
        store->read(key, [&](const Result<Secret> &r) { heard << (r ? QString() : QString::number(int(r.error().code))); });
        QTRY_COMPARE(heard.value(2), QString::number(int(ErrorCode::NotFound)));
    }
    bool probed = false;
    const auto fresh = CredentialStore::sessionOnly();
    fresh->probe([&](const Result<Done> &r) { probed = r.ok(); });
    QTRY_VERIFY(probed);
}

void TestConnection::sessionStoreAnswersNothingOnceGone()
{
    bool heard = false;
    CredentialStore::sessionOnly()->probe([&](const Result<Done> &) { heard = true; });
    bool later = false;
    const auto other = CredentialStore::sessionOnly();
    other->probe([&](const Result<Done> &) { later = true; });
    QTRY_VERIFY(later);
    QVERIFY(!heard);
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
