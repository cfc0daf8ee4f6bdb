// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QTcpServer>

class QTcpSocket;

namespace pdsi {

/// A proxy on 127.0.0.1 that speaks HTTP (CONNECT only) and SOCKS 5, so that names nobody serves can be reached in tests.
class FakeProxy : public QObject
{
    Q_OBJECT
public:
    explicit FakeProxy(QObject *parent = nullptr);

    bool listen() { return m_server.listen(QHostAddress::LocalHost); }
    quint16 port() const { return m_server.serverPort(); }
    /// `host:port` as asked for -> the port of this machine that answers.
    void route(const QByteArray &authority, quint16 port) { m_routes.insert(authority, port); }

    QByteArray userAndPassword;        ///< `user:password`, demanded when not empty
    QList<QByteArray> connected;       ///< authorities tunnelled to
    QList<QByteArray> requestLines;    ///< everything that was asked by HTTP
    int refused = 0;                   ///< for want of the right password

private:
    void read(QTcpSocket *client);
    void readHttp(QTcpSocket *client);
    void greetSocks(QTcpSocket *client);
    void judgePassword(QTcpSocket *client, const QByteArray &message);
    void connectSocks(QTcpSocket *client, const QByteArray &message);
    void tunnel(QTcpSocket *client, quint16 port, const QByteArray &welcome);

    QTcpServer m_server;
    QHash<QByteArray, quint16> m_routes;
};

} // namespace pdsi
