// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace pdsi {

/// Waits on 127.0.0.1 for the browser to come back from the identity service. What does not name the right path and
/// `state` is turned away and changes nothing, so that nobody else can end or take over the sign-in.
class LoopbackListener : public QObject
{
    Q_OBJECT
public:
    explicit LoopbackListener(const QString &state, QObject *parent = nullptr);

    /// Port 0 takes a free one. Internal with the reason when it cannot be had.
    Result<Done> listen(quint16 port);
    void close() { m_server.close(); }
    /// Where the browser is to come back to; also after close().
    QUrl redirectUri() const;
    static QString callbackPath();

Q_SIGNALS:
    /// Once: the decoded query of the callback. The listener is closed by then.
    void arrived(const QHash<QString, QString> &parameters);

private:
    void accept();
    void read(QTcpSocket *socket);
    void judge(QTcpSocket *socket, const QByteArray &requestLine);

    const QString m_state;
    QTcpServer m_server;
    quint16 m_port = 0;
};

} // namespace pdsi
