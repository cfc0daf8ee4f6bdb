// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeidentity.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QUrlQuery>

namespace pdsi {

namespace {

QString decodedItem(const QUrl &url, const char *name)
{
    return QUrlQuery(url).queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
}

FakeIdentity::Form readForm(const QByteArray &body)
{
    FakeIdentity::Form form;
    for (QByteArray pair : body.split('&')) {
        pair.replace('+', ' ');
        const qsizetype equals = pair.indexOf('=');
        form.insert(QString::fromUtf8(QByteArray::fromPercentEncoding(pair.left(equals))),
                    QString::fromUtf8(QByteArray::fromPercentEncoding(pair.mid(equals + 1))));
    }
    return form;
}

FakeIdentity::Canned refusal(const char *error)
{
    return {400, "application/json", QByteArray("{\"error\":\"") + error + "\",\"error_description\":\"no\"}", false};
}

} // namespace

FakeIdentity::FakeIdentity(QObject *parent) : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            auto *connection = new HttpConnection(socket, this);
            connect(connection, &HttpConnection::requested, this,
                    [this, connection](const HttpRequest &request) { take(connection, request); });
        }
    });
}

bool FakeIdentity::listen() { return m_server.listen(QHostAddress::LocalHost); }

QUrl FakeIdentity::url(const QString &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(path));
}

QUrl FakeIdentity::back(const QUrl &authorizePage, const QByteArray &parameters) const
{
    return QUrl::fromEncoded(decodedItem(authorizePage, "redirect_uri").toUtf8() + '?' + parameters
                             + "&state=" + QUrl::toPercentEncoding(decodedItem(authorizePage, "state")));
}

QUrl FakeIdentity::approve(const QUrl &authorizePage)
{
    m_challenge = decodedItem(authorizePage, "code_challenge");
    m_redirectUri = decodedItem(authorizePage, "redirect_uri");
    m_askedScope = decodedItem(authorizePage, "scope");
    return back(authorizePage, "code=" + QUrl::toPercentEncoding(QString::fromUtf8(code)));
}

QUrl FakeIdentity::deny(const QUrl &authorizePage) const
{
    return back(authorizePage, "error=access_denied&error_description=The+person+said+no");
}

void FakeIdentity::give() { ++m_given; }

FakeIdentity::Canned FakeIdentity::answer(const Form &form)
{
    const auto field = [&form](const char *name) { return form.value(QLatin1String(name)); };
    if (!clientSecret.isEmpty() && field("client_secret").toUtf8() != clientSecret)
        return refusal("invalid_client");
    if (field("grant_type") == QLatin1String("refresh_token")) {
        if (field("refresh_token").toUtf8() != refresh())
            return refusal("invalid_grant");
    } else {
        const QByteArray proof = QCryptographicHash::hash(field("code_verifier").toLatin1(), QCryptographicHash::Sha256)
                                     .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        if (field("code").toUtf8() != code || proof != m_challenge.toLatin1() || field("redirect_uri") != m_redirectUri)
            return refusal("invalid_grant");
    }
    give();
    QJsonObject json{{QStringLiteral("access_token"), QString::fromLatin1(access())},
                     {QStringLiteral("refresh_token"), QString::fromLatin1(refresh())},
                     {QStringLiteral("token_type"), QStringLiteral("bearer")},
                     {QStringLiteral("scope"), scope.isEmpty() ? m_askedScope : scope},
                     {QStringLiteral("expires_in"), expiresIn}};
    if (!idToken.isEmpty())
        json.insert(QStringLiteral("id_token"), QString::fromLatin1(idToken));
    return {200, "application/json", QJsonDocument(json).toJson(), false};
}

void FakeIdentity::take(HttpConnection *connection, const HttpRequest &request)
{
    const Form form = readForm(request.body);
    asked.append(form);
    const int before = m_given;
    const Canned reply = canned ? *canned : answer(form);
    if (reply.hang)
        return;
    connection->send("HTTP/1.1 " + QByteArray::number(reply.status) + " Status\r\nContent-Type: " + reply.contentType
                     + "\r\nContent-Length: " + QByteArray::number(reply.body.size()) + "\r\n\r\n" + reply.body);
    connection->finish();
    if (m_given != before)
        Q_EMIT tokensGiven();
}

} // namespace pdsi
