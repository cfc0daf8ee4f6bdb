// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httpconnection.h"

#include <QTcpServer>
#include <QUrl>

struct evp_pkey_st;
struct x509_st;

namespace pdsi {

/// A time stamp authority on this computer: a real socket, a certificate of its own.
class MadeAuthority
{
public:
    enum class Mood { Good, Refuses, NotFound, Garbage, Silent };

    explicit MadeAuthority(const char *purpose = "critical,timeStamping");
    ~MadeAuthority();
    MadeAuthority(const MadeAuthority &) = delete;
    MadeAuthority &operator=(const MadeAuthority &) = delete;

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/stamp").arg(m_server.serverPort())); }
    QByteArray answerTo(const QByteArray &question) const;

    /// PEM.
    QByteArray certificate() const;

    Mood mood = Mood::Good;
    QByteArray answersInstead;   ///< this question, whatever it is asked
    HttpRequest asked;

private:
    void serve();

    QTcpServer m_server;
    evp_pkey_st *m_key = nullptr;
    x509_st *m_certificate = nullptr;
};

} // namespace pdsi
