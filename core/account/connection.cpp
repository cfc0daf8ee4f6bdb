// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/connection.h"

#include <QHostAddress>

namespace pdsi {

namespace {

/// The text itself is not repeated: it may hold a password.
Error refused(const QString &why) { return {ErrorCode::InvalidArgument, QStringLiteral("base URL: ") + why}; }

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

Result<QUrl> parseBaseUrl(const QString &text)
{
    QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return refused(QStringLiteral("is not an address like https://api.pagerduty.com"));
    if (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http"))
        return refused(QStringLiteral("begins with neither https nor http"));
    if (!url.userInfo().isEmpty() || url.authority().contains(QLatin1Char('@')))
        return refused(QStringLiteral("holds a user name or password"));
    if (url.hasQuery() || url.hasFragment())
        return refused(QStringLiteral("holds a query or fragment"));
    if (url.port() == 0)
        return refused(QStringLiteral("port 0 is none"));
    if (url.scheme() == QLatin1String("http") && !isLoopback(url.host()))
        return refused(QStringLiteral("http is allowed to this machine only, use https"));
    QString path = url.path();
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    url.setPath(path);
    return url;
}

Result<QUrl> baseUrlOfRegion(const QString &region)
{
    if (region == QLatin1String("us"))
        return QUrl(QStringLiteral("https://api.pagerduty.com"));
    if (region == QLatin1String("eu"))
        return QUrl(QStringLiteral("https://api.eu.pagerduty.com"));
    return Error{ErrorCode::InvalidArgument, QStringLiteral("region: \"%1\" is not allowed (us or eu)").arg(region)};
}

} // namespace pdsi
