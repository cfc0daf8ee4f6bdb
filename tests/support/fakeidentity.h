// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httpconnection.h"

#include <QHash>
#include <QTcpServer>
#include <QUrl>

#include <optional>

namespace pdsi {

/// An identity service on 127.0.0.1 that gives OAuth tokens: checks PKCE, rotates refresh tokens, and can be told to
/// misbehave. The page for people is left out: `approve` and `deny` say what the browser would be sent back with.
class FakeIdentity : public QObject
{
    Q_OBJECT
public:
    using Form = QHash<QString, QString>;
    /// Sent instead of a real answer.
    struct Canned {
        int status = 200;
        QByteArray contentType = QByteArrayLiteral("application/json");
        QByteArray body;
        bool hang = false;      ///< never answers
    };

    explicit FakeIdentity(QObject *parent = nullptr);

    bool listen();
    QUrl authorizeUrl() const { return url(QStringLiteral("/oauth/authorize")); }
    QUrl tokenUrl() const { return url(QStringLiteral("/oauth/token")); }

    /// Where the browser is sent after the person agreed, or did not.
    QUrl approve(const QUrl &authorizePage);
    QUrl deny(const QUrl &authorizePage) const;

    /// Tokens as if somebody had signed in before.
    void give();
    QByteArray access() const { return "pdus+_0access" + QByteArray::number(m_given); }
    QByteArray refresh() const { return "pdus+_1refresh" + QByteArray::number(m_given); }

    QList<Form> asked;                    ///< of the token endpoint
    std::optional<Canned> canned;
    QByteArray code = "4/0A+b=c&d%e f";   ///< handed to the browser: every character that needs care
    QByteArray clientSecret;              ///< demanded when not empty
    QByteArray idToken;
    QString scope;                        ///< granted; empty = as asked
    int expiresIn = 3600;

Q_SIGNALS:
    void tokensGiven();

private:
    QUrl url(const QString &path) const;
    QUrl back(const QUrl &authorizePage, const QByteArray &parameters) const;
    void take(HttpConnection *connection, const HttpRequest &request);
    Canned answer(const Form &form);

    QTcpServer m_server;
    QString m_challenge, m_redirectUri, m_askedScope;
    int m_given = 0;
};

} // namespace pdsi
