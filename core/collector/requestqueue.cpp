// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collector/requestqueue.h"

#include "core/base/logging.h"

#include <algorithm>

namespace pdsi {

RequestQueue::RequestQueue(HttpTransport &transport, RetryPolicy policy, const Clock &clock, int concurrency,
                           QObject *parent)
    : QObject(parent), m_transport(transport), m_policy(std::move(policy)), m_clock(clock),
      m_concurrency(std::clamp(concurrency, 1, 32))
{
    m_wake.setSingleShot(true);
    m_wake.setTimerType(Qt::PreciseTimer);
    connect(&m_wake, &QTimer::timeout, this, &RequestQueue::pump);
}

RequestQueue::~RequestQueue() = default;

void RequestQueue::add(const ApiRequest &request)
{
    queue({request});
    wakeIn(0);
}

void RequestQueue::queue(Waiting what)
{
    const Key key{what.request.priority, what.request.sequence};
    m_waiting.insert_or_assign(key, std::move(what));
}

QList<ApiRequest> RequestQueue::withdraw(int reader)
{
    QList<ApiRequest> taken;
    for (auto it = m_waiting.begin(); it != m_waiting.end();) {
        if (it->second.request.tag.reader != reader || it->second.attempts > 0) {
            ++it;
            continue;
        }
        taken.append(it->second.request);
        it = m_waiting.erase(it);
    }
    return taken;
}

void RequestQueue::pause() { m_paused = true; }

void RequestQueue::resume()
{
    m_paused = false;
    wakeIn(0);
}

void RequestQueue::stop()
{
    m_stopped = true;
    m_wake.stop();
    m_waiting.clear();
    m_suspects.clear();
    m_urgent.reset();
    m_flying.clear();
}

void RequestQueue::setSecret(Secret secret)
{
    m_transport.setSecret(std::move(secret));
    if (m_gate == Gate::Refused)
        openGate();
}

qint64 RequestQueue::rateLimitWaitMs() const
{
    return std::max<qint64>(0, m_limitWaitUntil - m_clock.monotonicMs());
}

void RequestQueue::tell(CollectionProgress &progress) const
{
    const qint64 now = m_clock.monotonicMs();
    progress.inFlight = inFlight();
    progress.retries = m_retries;
    progress.rateLimitedWaits = m_rateLimitedWaits;
    progress.rateLimitWaitMs = rateLimitWaitMs();
    progress.rateLimit = m_limiter.limit();
    progress.rateLimitRemaining = m_limiter.remaining();
    progress.rateLimitResetMs = m_limiter.resetIn(now);
    progress.bytes = m_bytes;
    progress.paused = m_paused;
    progress.waitingForSecret = m_gate == Gate::Refused && m_renewable;
    progress.waitingToRepeat = static_cast<int>(
        std::count_if(m_waiting.begin(), m_waiting.end(), [](const auto &w) { return w.second.attempts > 0; }));
    progress.waitingToRepeat += m_urgent && m_urgent->attempts > 0 ? 1 : 0;
    for (const auto &[flight, flying] : m_flying) {
        const ApiRequest &asked = flying.what.request;
        progress.flying.append({asked.resourceClass, asked.method, asked.path, flying.what.attempts, now - flying.since});
    }
    std::stable_sort(progress.flying.begin(), progress.flying.end(), [](const RequestInFlight &a, const RequestInFlight &b) {
        return std::pair(-a.sinceMs, a.path) < std::pair(-b.sinceMs, b.path);
    });
}

void RequestQueue::wakeIn(qint64 ms)
{
    if (m_stopped || (m_wake.isActive() && m_wake.remainingTime() <= ms))
        return;
    m_wake.start(static_cast<int>(std::clamp<qint64>(ms, 0, 3'600'000)));
}

void RequestQueue::pump()
{
    while (!m_stopped && !m_paused && inFlight() < m_concurrency) {
        if (!sendNext(m_clock.monotonicMs()))
            break;
    }
}

bool RequestQueue::sendNext(qint64 now)
{
    if (!m_urgent && (m_gate != Gate::Open || m_waiting.empty()))
        return false;
    if (const qint64 wait = m_limiter.waitFor(now); wait != 0) {
        noteLimitWait(wait, now);
        return false;
    }
    if (m_urgent) {
        if (m_urgent->notBefore > now) {
            wakeIn(m_urgent->notBefore - now);
            return false;
        }
        send(*std::exchange(m_urgent, std::nullopt), now);
        return true;
    }
    const auto next = nextReady(now);
    if (next == m_waiting.end())
        return false;
    Waiting what = std::move(next->second);
    m_waiting.erase(next);
    send(std::move(what), now);
    return true;
}

std::map<RequestQueue::Key, RequestQueue::Waiting>::iterator RequestQueue::nextReady(qint64 now)
{
    qint64 soonest = -1;
    for (auto it = m_waiting.begin(); it != m_waiting.end(); ++it) {
        qint64 wait = it->second.notBefore - now;
        if (wait <= 0)
            wait = m_limiter.waitForOperation(it->second.request.path, now);
        if (wait == 0)
            return it;
        if (wait > 0)
            soonest = soonest < 0 ? wait : std::min(soonest, wait);
    }
    if (soonest >= 0)
        wakeIn(soonest);
    return m_waiting.end();
}

void RequestQueue::noteLimitWait(qint64 waitMs, qint64 now)
{
    if (waitMs < 0)
        return; // an answer in flight will wake us
    if (now >= m_limitWaitUntil)
        ++m_rateLimitedWaits;
    m_limitWaitUntil = std::max(m_limitWaitUntil, now + waitMs);
    wakeIn(waitMs);
}

void RequestQueue::send(Waiting what, qint64 now)
{
    if (++what.attempts > 1)
        ++m_retries;
    const int flight = m_nextFlight++;
    Flying &flying = m_flying[flight];
    flying.ticket = m_limiter.take(what.request.path, now);
    flying.exchange = m_transport.start(what.request);
    flying.since = now;
    flying.what = std::move(what);
    // Queued: the exchange is destroyed while its answer is dealt with.
    connect(flying.exchange.get(), &HttpExchange::finished, this,
            [this, flight](const HttpAnswer &answer) { landed(flight, answer); }, Qt::QueuedConnection);
}

void RequestQueue::landed(int flight, const HttpAnswer &answer)
{
    const auto it = m_flying.find(flight);
    if (m_stopped || it == m_flying.end())
        return;
    Waiting what = std::move(it->second.what);
    const RateLimiter::Ticket ticket = it->second.ticket;
    m_flying.erase(it);
    m_wireRequests += answer.wireRequests;
    m_bytes += answer.body.size();
    m_everAnswered = m_everAnswered || answer.status != 0;
    judge(std::move(what), ticket, answer);
    pump();
}

void RequestQueue::judge(Waiting what, const RateLimiter::Ticket &ticket, const HttpAnswer &answer)
{
    const ReadAnswer read = readAnswer(what.request, answer);
    if (answer.status == 429)
        return rateLimited(std::move(what), ticket, answer, read);
    if (answer.status != 0) {
        m_bareStreak = 0;
        m_lastServed = std::max(m_lastServed, ticket.main.sentAt);
    }
    m_limiter.complete(ticket, RateHeaders::parse(answer.headers), m_clock.monotonicMs());
    if (retry(what, answer, read))
        return;
    if (what.probe)
        return probed(what, answer, read);
    if (answer.status == 401)
        return unauthorised(std::move(what), answer, read);
    const bool suspect = what.refusals > 0 && m_gate == Gate::Repeating && !m_suspectAnswer;
    using Failure = HttpAnswer::Failure;
    const bool hostGone = !m_everAnswered && (answer.failure == Failure::Unreachable || answer.failure == Failure::Untrusted
                                              || answer.failure == Failure::ProxyRefused);
    finish(what, answer, read);
    if (hostGone)
        Q_EMIT unreachable(answer);
    else if (suspect)
        openGate();
}

/// Somebody else was let through after this one was turned away: it is not the allowance of the account.
bool RequestQueue::othersAreServed(const Waiting &what) const { return m_lastServed > what.limitedSince; }

bool RequestQueue::giveUpOnLimit(const Waiting &what, const RateHeaders &headers) const
{
    if (what.limitHits > RetryPolicy::mostRateLimitHits
        || (what.limitHits > RetryPolicy::mostLonelyRateLimitHits && othersAreServed(what)))
        return true;
    if (headers.reset)
        return *headers.reset > RateHeaders::longestResetSeconds
            || (headers.dailyRemaining && *headers.dailyRemaining < 0);
    return m_bareStreak >= RetryPolicy::longestBareStreak || (headers.dailyRemaining && *headers.dailyRemaining < 0);
}

/// How long this request and, by the returned time, the whole queue wait after a 429.
qint64 RequestQueue::holdBack(Waiting &what, const RateHeaders &headers, qint64 now)
{
    // Each time it is turned away it lets more of the others go first.
    const qint64 ownDelay = m_policy.bareLimitDelayMs(what.limitHits - 1);
    if (headers.reset) {
        const qint64 wait = *headers.reset * 1'000LL + RateLimiter::resetMarginMs;
        what.notBefore = now + wait + (what.limitHits > 1 ? ownDelay : 0);
        return wait;
    }
    what.notBefore = now + ownDelay;
    if (what.limitHits > 1 && othersAreServed(what))
        return 0;
    // Several requests of one burst are refused together: that is one refusal, not several in a row.
    if (now >= m_bareSince)
        m_bareSince = now + m_policy.bareLimitDelayMs(m_bareStreak++);
    return m_bareSince - now;
}

void RequestQueue::askAgain(Waiting what)
{
    wakeIn(std::max<qint64>(0, what.notBefore - m_clock.monotonicMs()));
    if (what.probe || (what.refusals > 0 && m_gate == Gate::Repeating))
        m_urgent = std::move(what);
    else
        queue(std::move(what));
}

void RequestQueue::rateLimited(Waiting what, const RateLimiter::Ticket &ticket, const HttpAnswer &answer,
                               const ReadAnswer &read)
{
    const qint64 now = m_clock.monotonicMs();
    const RateHeaders headers = RateHeaders::parse(answer.headers);
    if (++what.limitHits == 1)
        what.limitedSince = now;
    if (giveUpOnLimit(what, headers)) {
        m_limiter.complete(ticket, {}, now);
        if (what.probe)
            return probed(what, answer, read);
        const bool suspect = what.refusals > 0 && m_gate == Gate::Repeating && !m_suspectAnswer;
        finish(what, answer, read);
        if (suspect)
            openGate();
        return;
    }
    if (const qint64 wait = holdBack(what, headers, now); wait > 0) {
        m_limiter.refuse(ticket, wait, now);
        noteLimitWait(wait, now);
    } else {
        m_limiter.complete(ticket, {}, now);
    }
    askAgain(std::move(what));
}

bool RequestQueue::retry(Waiting &what, const HttpAnswer &answer, const ReadAnswer &read)
{
    if (!read.transient)
        return false;
    const bool neverThere = !m_everAnswered && answer.failure == HttpAnswer::Failure::Unreachable;
    const int most = neverThere ? std::min(RetryPolicy::unreachableRetries, what.request.maxRetries)
                                : what.request.maxRetries;
    if (what.failures >= most)
        return false;
    const qint64 delay = m_policy.transientDelayMs(what.failures++);
    what.notBefore = m_clock.monotonicMs() + delay;
    askAgain(std::move(what));
    return true;
}

void RequestQueue::unauthorised(Waiting what, const HttpAnswer &answer, const ReadAnswer &read)
{
    ++what.refusals;
    if (m_gate != Gate::Open && (m_suspects.empty() || what.refusals < 2)) {
        --what.refusals; // it was in flight when the gate closed: judged when it is asked again
        m_suspects.push_back(std::move(what));
        return;
    }
    if (m_gate == Gate::Open) {
        m_gate = Gate::Repeating;
        m_suspectAnswer.reset();
        m_suspects.insert(m_suspects.begin(), what);
        m_urgent = std::move(what);
        return;
    }
    m_suspects.front() = what;
    m_suspectAnswer.emplace(answer, read);
    m_gate = Gate::Probing;
    Waiting probe;
    probe.probe = true;
    const bool askedWho = what.request.path == QLatin1String("/users/me");
    probe.request.resourceClass = askedWho ? ResourceClass::Abilities : ResourceClass::SignIn;
    probe.request.path = askedWho ? QStringLiteral("/abilities") : QStringLiteral("/users/me");
    m_urgent = std::move(probe);
}

void RequestQueue::probed(const Waiting &, const HttpAnswer &answer, const ReadAnswer &)
{
    if (answer.status == 401)
        return refuseSignIn();
    const Waiting suspect = m_suspects.front();
    m_suspects.erase(m_suspects.begin());
    const auto refused = *std::exchange(m_suspectAnswer, std::nullopt);
    finish(suspect, refused.first, refused.second);
    openGate();
}

void RequestQueue::refuseSignIn()
{
    m_gate = Gate::Refused;
    qCInfo(lcCollector) << "sign-in refused";
    if (m_renewable) {
        Q_EMIT renewalNeeded();
        return;
    }
    const Waiting suspect = m_suspects.front();
    const auto refused = *std::exchange(m_suspectAnswer, std::nullopt);
    m_suspects.erase(m_suspects.begin());
    finish(suspect, refused.first, refused.second);
    Q_EMIT signInRefused();
}

void RequestQueue::openGate()
{
    if (m_stopped)
        return;
    // While Repeating, the first suspect is the request that has just been answered or was given up.
    if (m_gate == Gate::Repeating && !m_suspects.empty())
        m_suspects.erase(m_suspects.begin());
    m_gate = Gate::Open;
    m_suspectAnswer.reset();
    for (Waiting &suspect : m_suspects) {
        suspect.refusals = 0;
        queue(std::move(suspect));
    }
    m_suspects.clear();
    wakeIn(0);
}

void RequestQueue::finish(const Waiting &what, const HttpAnswer &answer, const ReadAnswer &read)
{
    Q_EMIT answered(what.request, {answer, read, what.attempts});
}

} // namespace pdsi
