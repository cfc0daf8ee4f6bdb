// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPair>

class QTcpSocket;

namespace pdsi {

/// One HTTP/1.1 request as it came in.
struct HttpRequest {
    QByteArray method;
    QByteArray target;                              ///< path and query as sent
    QList<QPair<QByteArray, QByteArray>> headers;   ///< names in lower case
    QByteArray body;

    QByteArray header(const QByteArray &lowerCaseName) const;
    QByteArray path() const { return target.split('?').first(); }
};

/// A keep-alive HTTP/1.1 server connection. Gives one request at a time: the next one follows
/// only after finish().
class HttpConnection : public QObject
{
    Q_OBJECT
public:
    /// Takes the socket over; deletes itself when the peer goes away.
    explicit HttpConnection(QTcpSocket *socket, QObject *parent = nullptr);
    ~HttpConnection() override;

    void send(const QByteArray &bytes);
    /// The answer is complete: the next request may come.
    void finish();
    /// Closes in an orderly way after everything was sent.
    void close();
    /// Sends a TCP reset.
    void reset();
    bool busy() const { return m_busy; }

Q_SIGNALS:
    void requested(const pdsi::HttpRequest &request);
    void gone(bool wasBusy);

private:
    void readMore();
    bool takeRequest(HttpRequest *request);

    QTcpSocket *m_socket;
    QByteArray m_buffer;
    bool m_busy = false;
    bool m_gone = false;
};

} // namespace pdsi
