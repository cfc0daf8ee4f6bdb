// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/accountinfo.h"
#include "core/base/result.h"

#include <QUrl>

namespace pdsi {

/// Whom we ask and how we sign in. Holds no secret: that is in the keychain under `name`.
struct Connection {
    QString name;
    QUrl baseUrl;                            ///< validated by parseBaseUrl
    SignInKind signIn = SignInKind::ApiKey;  ///< ApiKey or OAuth
    QString requesterEmail;

    bool operator==(const Connection &) const = default;
};

/// Accepts https to anywhere and http to a loopback address only, without user info, query or fragment;
/// drops a trailing slash. InvalidArgument with a detail that says what is wrong.
Result<QUrl> parseBaseUrl(const QString &text);

/// https://api.pagerduty.com (us), https://api.eu.pagerduty.com (eu); InvalidArgument for another region.
Result<QUrl> baseUrlOfRegion(const QString &region);

} // namespace pdsi
