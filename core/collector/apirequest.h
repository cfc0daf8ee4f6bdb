// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/resourceclass.h"

#include <QByteArray>
#include <QString>

namespace pdsi {

/// Which reader of the plan a request belongs to, and what that reader needs to recognise the answer.
struct RequestTag {
    int reader = -1;   ///< index of the reader in the plan
    int part = 0;      ///< list, slice or window within the reader
    int reading = 1;   ///< 1.. ; only the first reading of a list may be answered from the store
    int offset = 0;    ///< offset lists: as asked
    int limit = 0;     ///< offset lists: as asked
};

/// One question to the account: a value that can be queued, repeated and compared.
struct ApiRequest {
    int sequence = 0;                 ///< order in which the plan issued it
    int priority = 0;                 ///< smaller goes first; work that opens further work is small
    ResourceClass resourceClass = ResourceClass::SignIn;
    QString subject;                  ///< id of the one resource asked about, or empty
    QByteArray method = QByteArrayLiteral("GET");
    QString path;                     ///< path and query exactly as sent
    QByteArray body;                  ///< POST only
    QByteArray earlyAccess;           ///< value of X-EARLY-ACCESS, or empty
    int maxRetries = 4;               ///< transient failures after which it is given up
    RequestTag tag;
};

/// The value of X-EARLY-ACCESS that requests of a class need, or empty.
inline QByteArray earlyAccessOf(ResourceClass resourceClass)
{
    return resourceClass == ResourceClass::IpAllowLists ? QByteArrayLiteral("ip-allow-lists") : QByteArray();
}

/// Which representation is asked for.
inline QByteArray acceptedTypes()
{
    return QByteArrayLiteral("application/vnd.pagerduty+json;version=2, application/json;q=0.9");
}

} // namespace pdsi
