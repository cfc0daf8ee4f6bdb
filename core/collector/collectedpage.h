// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/requestrecord.h"
#include "core/base/result.h"

namespace pdsi {

/// One final answer, ready to be stored: its request-log row and its body with secrets taken out.
struct CollectedPage {
    RequestRecord record;
    /// Stored form: UTF-8 JSON without credentials, integration keys, feed addresses or contact addresses.
    /// The bytes as received where nothing had to go; empty where the body was not JSON.
    QByteArray body;
    QList<RemovedField> removed;
};

/// Where the collector puts answers the moment they arrive, and asks what an earlier,
/// interrupted run already got. Implemented by the snapshot stage; tests use one in memory.
class PageStore
{
public:
    virtual ~PageStore() = default;

    /// The answered page for exactly this method and path with query, or nullopt.
    /// Only `Answered`, `Denied`, `PlanGated`, `Missing` and `Refused` pages are ever returned.
    virtual std::optional<CollectedPage> answered(const QByteArray &method, const QString &path) = 0;

    /// Stores the page in a transaction of its own before returning. A page with the same method and path
    /// replaces an earlier one whose result was `Failed` or `Unreadable`. Error: CannotWrite.
    virtual Result<Done> store(const CollectedPage &page) = 0;

    /// Marks pages as replaced by a later reading of the same list.
    virtual Result<Done> markSuperseded(const QList<int> &requestIds) = 0;

    /// The id the next page shall carry (one more than the largest stored).
    virtual int nextRequestId() = 0;
};

} // namespace pdsi
