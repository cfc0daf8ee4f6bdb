// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/resourceclass.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace pdsi {

/// What became of a request once retries were over.
enum class RequestResult : quint8 {
    Answered,    ///< 2xx with a body of the expected shape
    Denied,      ///< 401 or 403
    PlanGated,   ///< 402
    Missing,     ///< 404 or 410
    Refused,     ///< any other 4xx
    Unreadable,  ///< 2xx, but truncated, not JSON, or not the documented shape
    Failed,      ///< 5xx, 429 without end, time-out, dropped connection
};
QString requestResultName(RequestResult result);
std::optional<RequestResult> requestResultFromName(QStringView name);

/// One row of the request log: a request that got its final answer (or none).
/// Retries of one request are one row; `attempts` counts them.
struct RequestRecord {
    int id = 0;                          ///< 1.. in the order answers arrived; unique in a snapshot
    ResourceClass resourceClass = ResourceClass::SignIn;
    QString subject;                     ///< id of the one resource asked about (per-id requests), else empty
    QByteArray method = QByteArrayLiteral("GET");
    QString path;                        ///< path and query as sent, never a host or a secret
    QDateTime sentAt;                    ///< of the last attempt, UTC
    QDateTime receivedAt;                ///< when the body was complete (or the attempt given up), UTC
    int status = 0;                      ///< HTTP status of the last attempt, 0 when there was no answer
    qint64 bytes = 0;                    ///< size of the body as received
    QByteArray sha256;                   ///< lower-case hex over the body as received; empty when there was none
    QString serverRequestId;             ///< x-request-id, empty when absent
    int attempts = 1;
    RequestResult result = RequestResult::Answered;
    bool superseded = false;             ///< a later reading of the same list replaces this page; never judged
    QList<int> unreadableRows;           ///< indexes in the list whose fields have wrong types; never judged

    bool operator==(const RequestRecord &) const = default;
};

/// A field that was taken out of a body before it was stored.
struct RemovedField {
    QString pointer;      ///< JSON pointer in the body
    QByteArray digest;    ///< hex HMAC-SHA256 with the snapshot's salt, so that equal values stay comparable; empty for values nothing compares

    bool operator==(const RemovedField &) const = default;
};

} // namespace pdsi
