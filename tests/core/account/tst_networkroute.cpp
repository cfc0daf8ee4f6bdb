// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/networkroute.h"
#include "tests/support/fakeidentity.h"
#include "tests/support/fakeproxy.h"
#include "tests/support/madecertificate.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace pdsi;

/// Proxies and extra certificates, on real sockets with real TLS.
class TestNetworkRoute : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void proxyByHandIsUsed();
    void proxyPasswordIsSent();
    void wrongProxyPassword();
    void socksProxyIsUsed();
    void noProxyThere();
    void systemProxyIsUsed();
    void noneIgnoresTheSystem();
    void thisMachineIsReachedDirectly_data();
    void thisMachineIsReachedDirectly();
    void unknownCertificateIsRefused();
    void extraCertificateAddsToTheSystems();
    void unusableCaFiles_data();
    void unusableCaFiles();

private:
    Connection connection() const;
    Connection throughProxy() const;
    std::unique_ptr<QNetworkReply> ask(const Connection &connection, const QUrl &url, const char *password = "");

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSslServer> m_server;
    std::unique_ptr<FakeProxy> m_proxy;
    std::unique_ptr<QNetworkAccessManager> m_network;
    const QUrl m_url = QUrl(QStringLiteral("https://api.harbour.test/x"));
};

void TestNetworkRoute::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const MadeCertificate made = MadeCertificate::forHost("api.harbour.test");
    QVERIFY(!made.certificate.isEmpty());
    QFile file(m_folder->filePath(QStringLiteral("ca.pem")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(made.certificate) > 0);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(made.certificate));
    tls.setPrivateKey(QSslKey(made.key, QSsl::Ec));
    m_server = std::make_unique<QSslServer>();
    m_server->setSslConfiguration(tls);
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        QTcpSocket *socket = m_server->nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            if (socket->readAll().contains("\r\n\r\n"))
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        });
    });
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
    m_proxy = std::make_unique<FakeProxy>();
    QVERIFY(m_proxy->listen());
    m_proxy->route("api.harbour.test:443", m_server->serverPort());
}

void TestNetworkRoute::cleanup()
{
    qunsetenv("https_proxy");
    qunsetenv("http_proxy");
}

Connection TestNetworkRoute::connection() const
{
    Connection connection;
    connection.caFile = m_folder->filePath(QStringLiteral("ca.pem"));
    return connection;
}

Connection TestNetworkRoute::throughProxy() const
{
    Connection c = connection();
    c.proxy = {ProxySettings::Kind::Http, QStringLiteral("127.0.0.1"), m_proxy->port(), {}};
    return c;
}

std::unique_ptr<QNetworkReply> TestNetworkRoute::ask(const Connection &connection, const QUrl &url, const char *password)
{
    const auto route = NetworkRoute::of(connection, Secret(password));
    if (!route)
        return nullptr;
    m_network = route->makeNetwork();
    QNetworkRequest request(url);
    route->prepare(request);
    std::unique_ptr<QNetworkReply> reply(m_network->get(request));
    reply->setParent(nullptr); // the next question has a manager of its own
    [&reply] { QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 20'000); }();
    return reply;
}

void TestNetworkRoute::proxyByHandIsUsed()
{
    const auto reply = ask(throughProxy(), m_url);
    QVERIFY2(reply->error() == QNetworkReply::NoError, qPrintable(reply->errorString()));
    QCOMPARE(reply->readAll(), QByteArray("ok"));
    QCOMPARE(m_proxy->connected, QList<QByteArray>{"api.harbour.test:443"}); // the name travels, unresolved
    for (const QByteArray &line : std::as_const(m_proxy->requestLines))
        QVERIFY(!line.contains("/x")); // and nothing of the question
}

void TestNetworkRoute::proxyPasswordIsSent()
{
    m_proxy->userAndPassword = "ana:p:ss&%";
    Connection c = throughProxy();
    c.proxy.user = QStringLiteral("ana");
    const auto reply = ask(c, m_url, "p:ss&%");
    QVERIFY2(reply->error() == QNetworkReply::NoError, qPrintable(reply->errorString()));
    QCOMPARE(m_proxy->connected.size(), 1);
}

void TestNetworkRoute::wrongProxyPassword()
{
    m_proxy->userAndPassword = "ana:right";
    Connection c = throughProxy();
    c.proxy.user = QStringLiteral("ana");
    const auto reply = ask(c, m_url, "wrong");
    QCOMPARE(networkError(*reply).code, ErrorCode::ProxyRefused);
    QVERIFY(!networkError(*reply).detail.contains(QLatin1String("wrong")));
    QVERIFY(m_proxy->connected.isEmpty());
}

void TestNetworkRoute::socksProxyIsUsed()
{
    Connection c = throughProxy();
    c.proxy.kind = ProxySettings::Kind::Socks5;
    QCOMPARE(ask(c, m_url)->readAll(), QByteArray("ok"));
    QCOMPARE(m_proxy->connected, QList<QByteArray>{"api.harbour.test:443"}); // the name travels, unresolved
    m_proxy->userAndPassword = "ana:right";
    c.proxy.user = QStringLiteral("ana");
    QCOMPARE(ask(c, m_url, "right")->readAll(), QByteArray("ok"));
    const auto refused = ask(c, m_url, "wrong");
    QCOMPARE(networkError(*refused).code, ErrorCode::ProxyRefused);
    QCOMPARE(m_proxy->connected.size(), 2);
    QCOMPARE(m_proxy->refused, 1);
}

void TestNetworkRoute::noProxyThere()
{
    const Connection c = throughProxy();
    m_proxy.reset();
    const auto reply = ask(c, m_url);
    QCOMPARE(networkError(*reply).code, ErrorCode::ProxyRefused);
}

void TestNetworkRoute::systemProxyIsUsed()
{
    qputenv("https_proxy", "http://127.0.0.1:" + QByteArray::number(m_proxy->port()));
    const auto reply = ask(connection(), m_url);
    QVERIFY2(reply->error() == QNetworkReply::NoError, qPrintable(reply->errorString()));
    QCOMPARE(m_proxy->connected.size(), 1);
}

void TestNetworkRoute::noneIgnoresTheSystem()
{
    qputenv("https_proxy", "http://127.0.0.1:" + QByteArray::number(m_proxy->port()));
    Connection c = connection();
    c.proxy.kind = ProxySettings::Kind::None;
    const auto reply = ask(c, m_url);
    QCOMPARE(networkError(*reply).code, ErrorCode::Unreachable); // there is no such host
    QVERIFY(m_proxy->requestLines.isEmpty());
}

void TestNetworkRoute::thisMachineIsReachedDirectly_data()
{
    QTest::addColumn<ProxySettings::Kind>("kind");
    QTest::newRow("system") << ProxySettings::Kind::System;
    QTest::newRow("by hand") << ProxySettings::Kind::Http;
    QTest::newRow("socks") << ProxySettings::Kind::Socks5;
}

void TestNetworkRoute::thisMachineIsReachedDirectly()
{
    QFETCH(ProxySettings::Kind, kind);
    qputenv("http_proxy", "http://127.0.0.1:" + QByteArray::number(m_proxy->port()));
    FakeIdentity local;
    QVERIFY(local.listen());
    Connection c = throughProxy();
    c.proxy.kind = kind;
    QVERIFY(ask(c, local.tokenUrl())->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() > 0);
    QVERIFY(m_proxy->requestLines.isEmpty());
}

void TestNetworkRoute::unknownCertificateIsRefused()
{
    Connection c = throughProxy();
    c.caFile.clear();
    const auto reply = ask(c, m_url);
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 0);
    QCOMPARE(networkError(*reply).code, ErrorCode::Untrusted);
    // Nor is it trusted for another name.
    m_proxy->route("api.other.test:443", m_server->serverPort());
    const auto other = ask(throughProxy(), QUrl(QStringLiteral("https://api.other.test/x")));
    QCOMPARE(networkError(*other).code, ErrorCode::Untrusted);
}

void TestNetworkRoute::extraCertificateAddsToTheSystems()
{
    const auto route = NetworkRoute::of(connection(), {});
    QVERIFY(route);
    QNetworkRequest request(m_url);
    route->prepare(request);
    const auto system = QSslConfiguration::systemCaCertificates();
    QCOMPARE(request.sslConfiguration().caCertificates().size(), system.size() + 1);
    QNetworkRequest plain(m_url);
    NetworkRoute().prepare(plain);
    QCOMPARE(plain.sslConfiguration(), QSslConfiguration::defaultConfiguration());
}

void TestNetworkRoute::unusableCaFiles_data()
{
    QTest::addColumn<QByteArray>("content"); // null = no file
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("absent") << QByteArray() << ErrorCode::CannotRead;
    QTest::newRow("empty") << QByteArray("") << ErrorCode::Malformed;
    QTest::newRow("text") << QByteArray("hello") << ErrorCode::Malformed;
    QTest::newRow("damaged") << QByteArray("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n") << ErrorCode::Malformed;
    QTest::newRow("key") << MadeCertificate::forHost("x").key << ErrorCode::Malformed;
}

void TestNetworkRoute::unusableCaFiles()
{
    QFETCH(QByteArray, content);
    QFETCH(ErrorCode, code);
    Connection c = connection();
    c.caFile = m_folder->filePath(QStringLiteral("odd.pem"));
    QFile file(c.caFile);
    if (!content.isNull())
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    const auto route = NetworkRoute::of(c, {});
    QVERIFY(!route);
    QCOMPARE(route.error().code, code);
    QVERIFY(route.error().detail.contains(c.caFile));
}

QTEST_GUILESS_MAIN(TestNetworkRoute)
#include "tst_networkroute.moc"
