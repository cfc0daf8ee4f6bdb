// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/timestampwords.h"

#include "ui/models/translate.h"

namespace pdsi {

QString timestampErrorSentence(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Unreachable:
        return tr("The time stamp server does not answer: %1. Check its address, the network and the proxy.").arg(error.detail);
    case ErrorCode::TimedOut:
        return tr("The time stamp server gave no answer in time: %1. Try again later, or name another server in the settings.").arg(error.detail);
    case ErrorCode::Untrusted:
        return tr("The time stamp server could not prove who it is, so nothing was sent: %1. If your network inspects TLS, choose a "
                  "connection with its CA file as the way there, in the settings.").arg(error.detail);
    case ErrorCode::ProxyRefused:
        return tr("The proxy does not let us through to the time stamp server: %1. Check its address, user and password.").arg(error.detail);
    case ErrorCode::KeychainLocked:
    case ErrorCode::KeychainUnavailable:
        return tr("The keychain does not give the password of the proxy, so the time stamp server cannot be asked (%1). Unlock it, "
                  "then try again.").arg(error.detail);
    case ErrorCode::NotFound:
        return tr("The settings name no time stamp server, or as the way there a connection that is gone or whose proxy has no "
                  "password. Look at the page Reports of the settings.");
    case ErrorCode::CannotRead:
        return tr("The CA file cannot be read: %1. Choose it anew, in the settings or in the connection that leads to the server.").arg(error.detail);
    case ErrorCode::Malformed:
        return tr("This is not what it should be: %1. Check that the address is that of an RFC 3161 server and that the CA file "
                  "holds certificates (PEM).").arg(error.detail);
    case ErrorCode::InvalidArgument:
        return tr("The time stamp is not taken: %1. Check the server's address and the CA file in the settings.").arg(error.detail);
    case ErrorCode::Cancelled: return tr("Asking for the time stamp was stopped.");
    default: return tr("The time stamp could not be had: %1.").arg(error.detail);
    }
}

QString timestampSentence(const TimestampVerdict &stamp)
{
    const QString when = stamp.time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"));
    if (!stamp.trusted)
        return tr("%1, by %2. Not trusted here: %3. To trust it, name its CA file in the settings.").arg(when, stamp.authority, stamp.problem);
    return stamp.trustedBySystem ? tr("%1, by %2, trusted by this system.").arg(when, stamp.authority)
                                 : tr("%1, by %2, trusted by the CA file in the settings.").arg(when, stamp.authority);
}

} // namespace pdsi
