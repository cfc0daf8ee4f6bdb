// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/connection.h"
#include "core/account/connectionstore.h"
#include "core/account/credentialstore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

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
    return {name, QUrl(QStringLiteral("https://api.pagerduty.com")), SignInKind::ApiKey, QStringLiteral("ana@example.com")};
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
    QVERIFY(store.save(first)); // the same name replaces

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
    QCOMPARE(listOf("{\"formatVersion\":2}").error().code, ErrorCode::UnsupportedVersion);
    QVERIFY(!ConnectionStore(directory.path()).save(connection(QStringLiteral("Main")))); // and is not overwritten
}

void TestConnection::sessionStoreForgets()
{
    const CredentialKey key{QStringLiteral("Main"), SignInKind::ApiKey};
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
