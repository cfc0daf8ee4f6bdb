// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/accountinfo.h"
#include "core/base/result.h"

#include <QStringList>
#include <QUrl>

namespace pdsi {

/// How a sign-in with the browser is set up.
struct OAuthSettings {
    QString clientId;
    QUrl authorizeUrl = QUrl(QStringLiteral("https://identity.pagerduty.com/oauth/authorize"));
    QUrl tokenUrl = QUrl(QStringLiteral("https://identity.pagerduty.com/oauth/token"));
    QStringList scopes;             ///< asked for; empty = readScopes()
    bool usesClientSecret = false;  ///< apps with scoped OAuth have one; it is in the keychain
    quint16 redirectPort = 0;       ///< of 127.0.0.1; 0 = any free one

    bool operator==(const OAuthSettings &) const = default;
};

/// The way out to the network. A proxy is never used to reach this machine itself.
struct ProxySettings {
    enum class Kind : quint8 {
        System, ///< what the desktop or the environment says
        None,
        Http,
        Socks5,
    };
    Kind kind = Kind::System;
    QString host;       ///< Http and Socks5 only, as are the next two
    quint16 port = 0;
    QString user;       ///< empty = no sign-in; the password is in the keychain

    bool isByHand() const { return kind == Kind::Http || kind == Kind::Socks5; }
    bool operator==(const ProxySettings &) const = default;
};

/// Whom we ask and how we sign in. Holds no secret: those are in the keychain under `id`.
struct Connection {
    QString name;
    QUrl baseUrl;                            ///< validated by parseBaseUrl
    SignInKind signIn = SignInKind::ApiKey;  ///< ApiKey or OAuth
    QString requesterEmail = {};
    QString id = {};                         ///< stays when the name changes; see newConnectionId
    OAuthSettings oauth = {};
    ProxySettings proxy = {};
    QString caFile = {};                     ///< PEM file of certificates to trust beside the system's; empty = none

    bool operator==(const Connection &) const = default;
};

QString newConnectionId();

/// Accepts https to anywhere and http to a loopback address only, without user info, query or fragment;
/// drops a trailing slash. InvalidArgument with a detail that says what is wrong.
Result<QUrl> parseBaseUrl(const QString &text);

/// https://api.pagerduty.com (us), https://api.eu.pagerduty.com (eu); InvalidArgument for another region.
Result<QUrl> baseUrlOfRegion(const QString &region);
/// "us", "eu", or empty for another address.
QString regionOf(const QUrl &baseUrl);

/// This machine itself, by name or number.
bool isLoopbackHost(const QString &host);

/// Every read scope the collection can use; what scoped OAuth apps are asked for.
const QStringList &readScopes();

/// Whether everything in it is in range; InvalidArgument with a detail that begins with the field.
Result<Done> checkConnection(const Connection &connection);

} // namespace pdsi
