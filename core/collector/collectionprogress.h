// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/resourceclass.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace pdsi {

/// Whether a class is still being read; its CollectionState means something only when this is Over.
enum class ClassPhase : quint8 {
    Waiting, ///< nothing of it was asked yet
    Reading,
    Over,    ///< read, refused, or never to be asked
};

/// A request that has left and is not answered yet.
struct RequestInFlight {
    ResourceClass resourceClass = ResourceClass::SignIn;
    QByteArray method;
    QString path;
    int attempt = 1;
    qint64 sinceMs = 0;            ///< how long this attempt has been out

    bool operator==(const RequestInFlight &) const = default;
};

/// What a progress display may show.
struct CollectionProgress {
    int requestsDone = 0;
    int requestsPlanned = 0;       ///< known so far; grows as totals arrive
    int requestsReused = 0;        ///< answered by an earlier, interrupted run
    int inFlight = 0;
    int retries = 0;
    int waitingToRepeat = 0;       ///< failed for a moment, asked again after a delay
    int rateLimitedWaits = 0;      ///< times the queue stood still for the allowance
    qint64 rateLimitWaitMs = 0;    ///< > 0 while the queue waits for the allowance
    int rateLimit = -1;            ///< the whole allowance, last told by the account, -1 unknown
    int rateLimitRemaining = -1;   ///< what is left of it, -1 unknown
    qint64 rateLimitResetMs = -1;  ///< until it is whole again, -1 unknown or past
    bool paused = false;
    bool waitingForSecret = false; ///< the sign-in was refused and can be renewed
    qint64 leftMs = -1;            ///< estimate, -1 while nothing can be said
    qint64 bytes = 0;
    QList<RequestInFlight> flying; ///< oldest first
    QList<ResourceClassState> states; ///< so far, one per class, in enum order
    QList<ClassPhase> phases;      ///< of the same classes
};

} // namespace pdsi
