// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collector/answerreader.h"
#include "core/collector/collectionprogress.h"
#include "core/collector/ratelimiter.h"
#include "core/collector/retrypolicy.h"

#include <QObject>

#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace pdsi {

/// The answer a request ends with, once retries are over.
struct FinalAnswer {
    HttpAnswer http;
    ReadAnswer read;
    int attempts = 1;
};

/// Keeps `concurrency` requests in flight as far as the allowance lets it, repeats what failed for a moment, and
/// stops everything while a 401 is being cleared up. Requests go out by priority, then in the order they came.
class RequestQueue : public QObject
{
    Q_OBJECT
public:
    RequestQueue(HttpTransport &transport, RetryPolicy policy, const Clock &clock, int concurrency,
                 QObject *parent = nullptr);
    ~RequestQueue() override;

    void add(const ApiRequest &request);
    /// Takes back what `reader` has not sent yet.
    QList<ApiRequest> withdraw(int reader);
    void pause();
    void resume();
    /// Aborts everything; no signal follows.
    void stop();
    /// With true, a refused sign-in waits for setSecret() instead of ending the queue.
    void setRenewable(bool renewable) { m_renewable = renewable; }
    /// A new key or token: what was refused is asked again.
    void setSecret(Secret secret);

    int inFlight() const { return static_cast<int>(m_flying.size()); }
    int wireRequests() const { return m_wireRequests; }
    int retries() const { return m_retries; }
    int rateLimitedWaits() const { return m_rateLimitedWaits; }
    qint64 rateLimitWaitMs() const;
    /// Fills in what the queue knows: flights, waits, retries and the allowance.
    void tell(CollectionProgress &progress) const;
    /// Nothing keeps requests from leaving but the answers of others.
    bool moving() const { return !m_paused && m_gate == Gate::Open && rateLimitWaitMs() == 0; }
    qint64 bytes() const { return m_bytes; }

Q_SIGNALS:
    void answered(const pdsi::ApiRequest &request, const pdsi::FinalAnswer &answer);
    void signInRefused();   ///< 401, again 401, and 401 to the question who we are
    void renewalNeeded();   ///< the same, when setRenewable(true)
    /// Nothing was ever answered: the host refuses connections, is not trusted, or the proxy refuses us.
    void unreachable(const pdsi::HttpAnswer &answer);

private:
    struct Waiting {
        ApiRequest request;
        int attempts = 0;      ///< made so far
        int failures = 0;      ///< transient ones
        int limitHits = 0;     ///< 429s
        qint64 limitedSince = 0; ///< when the first of them came
        int refusals = 0;      ///< 401s
        qint64 notBefore = 0;
        bool probe = false;    ///< decides whether the sign-in is refused
    };
    struct Flying {
        Waiting what;
        RateLimiter::Ticket ticket;
        std::unique_ptr<HttpExchange> exchange;
        qint64 since = 0;
    };
    enum class Gate : quint8 { Open, Repeating, Probing, Refused };
    using Key = std::pair<int, int>; ///< priority, sequence

    void pump();
    bool sendNext(qint64 now);
    std::map<Key, Waiting>::iterator nextReady(qint64 now);
    void send(Waiting what, qint64 now);
    void noteLimitWait(qint64 waitMs, qint64 now);
    void wakeIn(qint64 ms);
    void landed(int flight, const HttpAnswer &answer);
    void judge(Waiting what, const RateLimiter::Ticket &ticket, const HttpAnswer &answer);
    void rateLimited(Waiting what, const RateLimiter::Ticket &ticket, const HttpAnswer &answer, const ReadAnswer &read);
    bool giveUpOnLimit(const Waiting &what, const RateHeaders &headers) const;
    bool othersAreServed(const Waiting &what) const;
    qint64 holdBack(Waiting &what, const RateHeaders &headers, qint64 now);
    void askAgain(Waiting what);
    bool retry(Waiting &what, const HttpAnswer &answer, const ReadAnswer &read);
    void unauthorised(Waiting what, const HttpAnswer &answer, const ReadAnswer &read);
    void probed(const Waiting &what, const HttpAnswer &answer, const ReadAnswer &read);
    void refuseSignIn();
    void openGate();
    void queue(Waiting what);
    void finish(const Waiting &what, const HttpAnswer &answer, const ReadAnswer &read);

    HttpTransport &m_transport;
    RetryPolicy m_policy;
    const Clock &m_clock;
    int m_concurrency;
    RateLimiter m_limiter;
    QTimer m_wake;
    std::map<Key, Waiting> m_waiting;
    std::unordered_map<int, Flying> m_flying;
    std::vector<Waiting> m_suspects;   ///< answered 401, kept until the gate opens
    std::optional<Waiting> m_urgent;   ///< the repeat or the probe that may pass the closed gate
    std::optional<std::pair<HttpAnswer, ReadAnswer>> m_suspectAnswer; ///< of m_suspects.front()
    Gate m_gate = Gate::Open;
    bool m_paused = false;
    bool m_stopped = false;
    bool m_renewable = false;
    bool m_everAnswered = false;
    int m_nextFlight = 0;
    int m_bareStreak = 0;              ///< 429s without a reset in a row
    qint64 m_bareSince = 0;
    qint64 m_lastServed = -1;          ///< when the latest request left that was not answered 429
    qint64 m_limitWaitUntil = 0;
    int m_wireRequests = 0;
    int m_retries = 0;
    int m_rateLimitedWaits = 0;
    qint64 m_bytes = 0;
};

} // namespace pdsi
