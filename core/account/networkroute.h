// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/connection.h"
#include "core/base/secret.h"

#include <QList>
#include <QSslCertificate>

#include <memory>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace pdsi {

/// How the requests of one connection leave this machine: by which proxy, and whose certificates are trusted.
/// A value; made by default it uses the system's proxy and certificates.
class NetworkRoute
{
public:
    NetworkRoute() = default;
    /// Reads the connection's extra certificates: CannotRead or Malformed with the file's name.
    static Result<NetworkRoute> of(const Connection &connection, const Secret &proxyPassword);

    /// A new one that goes this way, keeps nothing and follows no redirect. Replies are the caller's to delete.
    std::unique_ptr<QNetworkAccessManager> makeNetwork() const;
    /// No cookies, cache or stored sign-ins; trusts the extra certificates.
    void prepare(QNetworkRequest &request) const;

private:
    ProxySettings m_proxy;
    Secret m_proxyPassword;
    QList<QSslCertificate> m_trusted; ///< system's and extra ones; empty = the system's
};

/// Why a reply that brought no answer failed: Unreachable, Untrusted, ProxyRefused or TimedOut, with the host's name.
Error networkError(const QNetworkReply &reply);

} // namespace pdsi
