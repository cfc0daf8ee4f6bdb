// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeproxy.h"

#include <QTcpSocket>

namespace pdsi {

FakeProxy::FakeProxy(QObject *parent) : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_server.nextPendingConnection()) {
            client->setParent(this);
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
            connect(client, &QTcpSocket::readyRead, this, [this, client] { read(client); });
        }
    });
}

void FakeProxy::read(QTcpSocket *client)
{
    if (client->peek(1) == "\x05") {
        client->disconnect(this);
        client->readAll();
        greetSocks(client);
    } else {
        readHttp(client);
    }
}

/// RFC 1928: the client offers ways to sign in, we choose one. Messages are short and come one at a time.
void FakeProxy::greetSocks(QTcpSocket *client)
{
    const bool password = !userAndPassword.isEmpty();
    client->write(QByteArray("\x05") + (password ? '\x02' : '\x00'));
    connect(client, &QTcpSocket::readyRead, this, [this, client, password] {
        client->disconnect(this);
        password ? judgePassword(client, client->readAll()) : connectSocks(client, client->readAll());
    });
}

/// RFC 1929: 1, length, user, length, password.
void FakeProxy::judgePassword(QTcpSocket *client, const QByteArray &message)
{
    const qsizetype userLength = message.at(1);
    const QByteArray given = message.mid(2, userLength) + ':' + message.mid(3 + userLength);
    const bool right = given == userAndPassword;
    refused += !right;
    client->write(QByteArray("\x01") + (right ? '\x00' : '\x01'));
    if (!right)
        return client->disconnectFromHost();
    connect(client, &QTcpSocket::readyRead, this, [this, client] {
        client->disconnect(this);
        connectSocks(client, client->readAll());
    });
}

/// 5, connect, 0, "a name follows", length, name, port.
void FakeProxy::connectSocks(QTcpSocket *client, const QByteArray &message)
{
    const QByteArray name = message.mid(5, message.at(4));
    const int port = (quint8(message.at(message.size() - 2)) << 8) | quint8(message.back());
    const QByteArray authority = name + ':' + QByteArray::number(port);
    if (message.at(3) != 3 || !m_routes.contains(authority))
        return client->abort();
    connected.append(authority);
    tunnel(client, m_routes.value(authority), QByteArray("\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x01", 10));
}

void FakeProxy::readHttp(QTcpSocket *client)
{
    if (!client->peek(16 * 1024).contains("\r\n\r\n"))
        return;
    const QByteArray head = client->readAll();
    const QByteArray line = head.left(head.indexOf("\r\n"));
    requestLines.append(line);
    const QList<QByteArray> parts = line.split(' ');
    const QByteArray authority = parts.value(1);
    const QByteArray wanted = "Proxy-Authorization: Basic " + userAndPassword.toBase64();
    if (!userAndPassword.isEmpty() && !head.toLower().contains(wanted.toLower())) {
        ++refused;
        client->write("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\n"
                      "Content-Length: 0\r\n\r\n");
        return;
    }
    if (parts.value(0) != "CONNECT" || !m_routes.contains(authority)) {
        client->write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        return;
    }
    connected.append(authority);
    client->disconnect(this);
    tunnel(client, m_routes.value(authority), "HTTP/1.1 200 Connected\r\n\r\n");
}

void FakeProxy::tunnel(QTcpSocket *client, quint16 port, const QByteArray &welcome)
{
    auto *server = new QTcpSocket(client);
    connect(server, &QTcpSocket::connected, client, [client, welcome] { client->write(welcome); });
    connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
    connect(client, &QTcpSocket::readyRead, server, [client, server] { server->write(client->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    connect(server, &QTcpSocket::errorOccurred, client, &QTcpSocket::disconnectFromHost);
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
}

} // namespace pdsi
