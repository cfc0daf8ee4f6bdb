// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace pdsi {

/// How the collection signed in. `Snapshot` and `Sample` are what a report says when it judges a saved archive.
enum class SignInKind : quint8 { ApiKey, OAuth, Snapshot, Sample };

/// `api-key`, `oauth`, `snapshot`, `sample`.
inline QString signInKindName(SignInKind kind)
{
    switch (kind) {
    case SignInKind::ApiKey: return QStringLiteral("api-key");
    case SignInKind::OAuth: return QStringLiteral("oauth");
    case SignInKind::Snapshot: return QStringLiteral("snapshot");
    case SignInKind::Sample: return QStringLiteral("sample");
    }
    return {};
}

/// Which account was asked and by whom, as sealed in the snapshot. Holds no secret.
struct AccountInfo {
    QString baseUrl;                          ///< scheme, host, port; no trailing slash
    SignInKind signIn = SignInKind::ApiKey;   ///< of the collection: ApiKey or OAuth
    QString keyHint;                          ///< last four characters of the key, or empty
    QString requester;                        ///< e-mail address, or empty

    bool operator==(const AccountInfo &) const = default;
};

} // namespace pdsi
