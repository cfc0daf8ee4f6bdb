// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpconnection.h"

#include <QTcpSocket>

#include <sys/socket.h>

namespace pdsi {

QByteArray HttpRequest::header(const QByteArray &lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

HttpConnection::HttpConnection(QTcpSocket *socket, QObject *parent) : QObject(parent), m_socket(socket)
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::readMore);
    connect(m_socket, &QTcpSocket::disconnected, this, [this] {
        if (!std::exchange(m_gone, true))
            Q_EMIT gone(m_busy);
        deleteLater();
    });
}

HttpConnection::~HttpConnection()
{
    m_socket->disconnect(this);
}

void HttpConnection::send(const QByteArray &bytes)
{
    if (!m_gone)
        m_socket->write(bytes);
}

void HttpConnection::finish()
{
    m_busy = false;
    if (!m_gone)
        QMetaObject::invokeMethod(this, &HttpConnection::readMore, Qt::QueuedConnection);
}

void HttpConnection::close()
{
    m_socket->disconnectFromHost();
}

void HttpConnection::reset()
{
    const linger immediately{1, 0};
    setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &immediately,
               sizeof immediately);
    m_socket->abort();
}

void HttpConnection::readMore()
{
    m_buffer += m_socket->readAll();
    HttpRequest request;
    if (m_busy || !takeRequest(&request))
        return;
    m_busy = true;
    Q_EMIT requested(request);
}

bool HttpConnection::takeRequest(HttpRequest *request)
{
    const qsizetype headEnd = m_buffer.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return false;
    QList<QByteArray> lines = m_buffer.left(headEnd).split('\n');
    const QList<QByteArray> start = lines.takeFirst().trimmed().split(' ');
    request->method = start.value(0);
    request->target = start.value(1);
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        request->headers.append({line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed()});
    }
    const qsizetype length = request->header("content-length").toLongLong();
    if (m_buffer.size() < headEnd + 4 + length)
        return false;
    request->body = m_buffer.mid(headEnd + 4, length);
    m_buffer.remove(0, headEnd + 4 + length);
    return true;
}

} // namespace pdsi
