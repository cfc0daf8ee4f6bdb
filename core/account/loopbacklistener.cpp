// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/loopbacklistener.h"

#include <QCoreApplication>
#include <QTcpSocket>

#include <optional>

namespace pdsi {

namespace {

constexpr qint64 largestRequest = 16 * 1024;
constexpr int mostConnections = 32;

QString words(const char *text) { return QCoreApplication::translate("pdsi::LoopbackListener", text); }

void reply(QTcpSocket *socket, const QByteArray &status, const QString &text)
{
    const QByteArray page = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>PagerDuty Security "
                            "Inspector</title></head><body><p>" + text.toHtmlEscaped().toUtf8() + "</p></body></html>\n";
    socket->write("HTTP/1.1 " + status + "\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n"
                  "Content-Security-Policy: default-src 'none'\r\nReferrer-Policy: no-referrer\r\n"
                  "X-Content-Type-Options: nosniff\r\nConnection: close\r\nContent-Length: "
                  + QByteArray::number(page.size()) + "\r\n\r\n" + page);
    socket->flush(); // whoever hears of the answer may delete us
    socket->disconnectFromHost();
}

QString decoded(QByteArray text)
{
    text.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
}

/// nullopt when a name comes twice: nobody knows which one is meant.
std::optional<QHash<QString, QString>> readQuery(const QByteArray &query)
{
    QHash<QString, QString> parameters;
    for (const QByteArray &pair : query.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        const QString name = decoded(pair.left(equals < 0 ? pair.size() : equals));
        if (parameters.contains(name))
            return std::nullopt;
        parameters.insert(name, equals < 0 ? QString() : decoded(pair.mid(equals + 1)));
    }
    return parameters;
}

} // namespace

LoopbackListener::LoopbackListener(const QString &state, QObject *parent) : QObject(parent), m_state(state)
{
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackListener::accept);
}

QString LoopbackListener::callbackPath() { return QStringLiteral("/callback"); }

Result<Done> LoopbackListener::listen(quint16 port)
{
    if (!m_server.listen(QHostAddress::LocalHost, port))
        return Error{ErrorCode::Internal, QStringLiteral("127.0.0.1:%1: %2").arg(port).arg(m_server.errorString())};
    m_port = m_server.serverPort();
    return Done{};
}

QUrl LoopbackListener::redirectUri() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(callbackPath()));
}

void LoopbackListener::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (m_server.findChildren<QTcpSocket *>().size() > mostConnections) {
            socket->abort();
            continue;
        }
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    }
}

void LoopbackListener::read(QTcpSocket *socket)
{
    if (socket->bytesAvailable() > largestRequest)
        return socket->abort();
    if (!socket->peek(largestRequest).contains("\r\n\r\n"))
        return;
    const QByteArray requestLine = socket->readLine().trimmed();
    socket->readAll();
    socket->disconnect(this);
    judge(socket, requestLine);
}

void LoopbackListener::judge(QTcpSocket *socket, const QByteArray &requestLine)
{
    const QList<QByteArray> parts = requestLine.split(' ');
    if (parts.size() != 3 || parts.at(0) != "GET")
        return reply(socket, "405 Method Not Allowed", words("Only a sign-in is answered here."));
    const qsizetype mark = parts.at(1).indexOf('?');
    const QByteArray path = mark < 0 ? parts.at(1) : parts.at(1).left(mark);
    if (path != callbackPath().toLatin1())
        return reply(socket, "404 Not Found", words("Only a sign-in is answered here."));
    const auto parameters = mark < 0 ? std::nullopt : readQuery(parts.at(1).mid(mark + 1));
    if (!parameters || parameters->value(QStringLiteral("state")) != m_state)
        return reply(socket, "400 Bad Request", words("This does not belong to the sign-in under way and was ignored."));
    if (!m_server.isListening())
        return reply(socket, "400 Bad Request", words("This sign-in is over."));
    m_server.close();
    reply(socket, "200 OK", parameters->contains(QStringLiteral("error"))
              ? words("The sign-in was refused. You may close this window and go back to the program.")
              : words("You may close this window and go back to the program."));
    Q_EMIT arrived(*parameters);
}

} // namespace pdsi
