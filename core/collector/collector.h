// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/parameters.h"
#include "core/base/secret.h"
#include "core/account/connection.h"
#include "core/account/networkroute.h"
#include "core/collector/collectedpage.h"
#include "core/collector/collectionprogress.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace pdsi {

/// Everything one collection needs to know.
struct CollectionRequest {
    Connection connection;
    NetworkRoute route;                             ///< proxy and trusted certificates of the connection
    Secret secret;                                  ///< API key or access token
    Parameters parameters;
    Instant asOf = 0;                               ///< start of the window
    bool includeAnalytics = false;
    int concurrency = 10;                           ///< 1..32 requests in flight
    std::chrono::milliseconds timeout{30'000};      ///< per attempt, from sending to the last byte
    QByteArray salt;                                ///< for digests of removed fields; from the snapshot writer
    bool secretRenewable = false;                   ///< on a refused sign-in wait for renewSecret() instead of ending
};

enum class CollectionEnd : quint8 {
    Finished,       ///< every planned request has its final answer (states say how complete that is)
    SignInRefused,  ///< 401 before anything was read
    Unreachable,    ///< no answer at all
    Cancelled,
    StoreFailed,    ///< an answer could not be stored; `error` says why
};

struct CollectionOutcome {
    CollectionEnd end = CollectionEnd::Finished;
    Error error;                           ///< for StoreFailed, Unreachable, SignInRefused
    QList<ResourceClassState> states;      ///< one per class, in enum order
    int requests = 0;                      ///< sent on the wire, retries included
    int retries = 0;
    int rateLimitedWaits = 0;
    qint64 bytes = 0;
};

/// Runs a CollectionPlan against the account through a RequestQueue and hands every final answer to a PageStore
/// as it arrives. Answers the store already has are not asked again. Lives in one thread with an event loop.
class Collector : public QObject
{
    Q_OBJECT
public:
    /// `store` and `clock` must outlive the collector.
    Collector(CollectionRequest request, PageStore &store, const Clock &clock, QObject *parent = nullptr);
    ~Collector() override;

    void start();
    /// Aborts what is in flight; `finished` follows with CollectionEnd::Cancelled. What was stored stays.
    void cancel();
    /// Nothing new is sent until resume(); what is in flight completes.
    void pause();
    void resume();
    /// A fresh access token: what was refused is asked again. An empty one ends the collection as refused.
    void renewSecret(Secret secret);
    CollectionProgress progress() const;

Q_SIGNALS:
    void renewalNeeded();                                 ///< only with CollectionRequest::secretRenewable
    void progressed();                                    ///< at most ten times a second, at least twice while it runs
    /// A request has its final answer and is stored; also those an earlier run had stored, as they are used.
    void answered(const pdsi::RequestRecord &record);
    void superseded(const QList<int> &requestIds);        ///< marked so in the store
    void finished(const pdsi::CollectionOutcome &outcome); ///< exactly once

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pdsi
