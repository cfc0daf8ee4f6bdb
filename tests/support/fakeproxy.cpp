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
    tunnel(client, m_routes.value(authority));
}

void FakeProxy::tunnel(QTcpSocket *client, quint16 port)
{
    auto *server = new QTcpSocket(client);
    client->disconnect(this);
    connect(server, &QTcpSocket::connected, client, [client] { client->write("HTTP/1.1 200 Connected\r\n\r\n"); });
    connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
    connect(client, &QTcpSocket::readyRead, server, [client, server] { server->write(client->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    connect(server, &QTcpSocket::errorOccurred, client, &QTcpSocket::disconnectFromHost);
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
}

} // namespace pdsi
