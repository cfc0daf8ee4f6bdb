// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/messages.h"

#include <cstdio>

namespace pdsi::cli {

QString sentenceFor(const Error &error)
{
    const QString &detail = error.detail;
    switch (error.code) {
    case ErrorCode::InvalidArgument: return detail;
    case ErrorCode::NotFound: return QStringLiteral("Not found: %1.").arg(detail);
    case ErrorCode::CannotRead: return QStringLiteral("Cannot read %1.").arg(detail);
    case ErrorCode::CannotWrite: return QStringLiteral("Cannot write %1. Check the path, its permissions and the free space.").arg(detail);
    case ErrorCode::Malformed: return QStringLiteral("The content is not what its format promises: %1.").arg(detail);
    case ErrorCode::DigestMismatch:
        return QStringLiteral("The archive was changed after it was written: %1 does not match its recorded digest.").arg(detail);
    case ErrorCode::UnsupportedVersion:
        return QStringLiteral("Written by a newer version of this program: %1. Update, then try again.").arg(detail);
    case ErrorCode::KeychainUnavailable:
        return QStringLiteral("No keychain is available (%1). Set PAGERDUTY_API_KEY or use --api-key-stdin instead.").arg(detail);
    case ErrorCode::KeychainLocked:
        return QStringLiteral("The keychain is locked or refuses access (%1). Unlock it, or set PAGERDUTY_API_KEY.").arg(detail);
    case ErrorCode::SignInRefused:
        return QStringLiteral("The sign-in was refused: %1. Check the key or app, and the region: what belongs to an EU account "
                              "needs --region eu or a connection to it.").arg(detail);
    case ErrorCode::Unreachable:
        return QStringLiteral("The account could not be reached: %1. Check the network, the proxy and the address.").arg(detail);
    case ErrorCode::Untrusted:
        return QStringLiteral("The host could not prove who it is, so nothing was sent: %1. If your network inspects TLS, name "
                              "its certificate in the connection's CA file.").arg(detail);
    case ErrorCode::ProxyRefused:
        return QStringLiteral("The proxy does not let us through: %1. Check its address, user and password.").arg(detail);
    case ErrorCode::SignInDenied:
        return QStringLiteral("The sign-in was refused: %1.").arg(detail);
    case ErrorCode::SignInExpired:
        return QStringLiteral("The access has expired and cannot be renewed (%1). Sign in again in the workbench.").arg(detail);
    case ErrorCode::TimedOut: return QStringLiteral("No answer in time: %1. Try again.").arg(detail);
    case ErrorCode::Cancelled: return QStringLiteral("Cancelled.");
    case ErrorCode::Internal: return QStringLiteral("Internal error: %1. Please report this.").arg(detail);
    }
    return detail;
}

void complain(const QString &text)
{
    std::fprintf(stderr, "pagerduty-sec-inspector: %s\n", text.toUtf8().constData());
}

} // namespace pdsi::cli
