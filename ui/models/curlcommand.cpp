// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/curlcommand.h"

#include "core/account/connection.h"
#include "core/collector/apirequest.h"

namespace pdsi {

namespace {

/// Only visible ASCII: a terminal must not be driven by what is pasted into it.
QString visible(const QString &path)
{
    QString encoded;
    for (const char byte : path.toUtf8()) {
        const auto code = static_cast<uchar>(byte);
        if (code > 0x20 && code < 0x7f)
            encoded += QLatin1Char(byte);
        else
            encoded += QStringLiteral("%%1").arg(uint(code), 2, 16, QLatin1Char('0')).toUpper();
    }
    return encoded;
}

QString header(const QByteArray &line) { return QStringLiteral(" --header ") + shellQuoted(QString::fromLatin1(line)); }

} // namespace

QString shellQuoted(const QString &text)
{
    QString quoted = text;
    quoted.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + quoted + QLatin1Char('\'');
}

QString curlCommand(const RequestRecord &record, const AccountInfo &account)
{
    const auto base = parseBaseUrl(account.baseUrl);
    if (!base)
        return {};
    QString path = visible(record.path);
    if (!path.startsWith(QLatin1Char('/'))) // or it could change the host
        path.prepend(QLatin1Char('/'));
    // Brackets in a query are no patterns.
    QString command = QStringLiteral("curl --globoff");
    if (record.method == "POST")
        command += QStringLiteral(" --request POST --data @body.json") + header("Content-Type: application/json");
    // Double quotes, so that the shell puts the key in; nothing of the log is between them.
    command += account.signIn == SignInKind::OAuth
        ? QStringLiteral(" --header \"Authorization: Bearer $PAGERDUTY_ACCESS_TOKEN\"")
        : QStringLiteral(" --header \"Authorization: Token token=$PAGERDUTY_API_KEY\"");
    command += header("Accept: " + acceptedTypes());
    if (const QByteArray early = earlyAccessOf(record.resourceClass); !early.isEmpty())
        command += header("X-EARLY-ACCESS: " + early);
    return command + QStringLiteral(" --url ") + shellQuoted(base->toString(QUrl::FullyEncoded) + path);
}

} // namespace pdsi
