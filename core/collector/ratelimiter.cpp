// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collector/ratelimiter.h"

#include <algorithm>

namespace pdsi {

namespace {

constexpr qint64 slidingWindowMs = 60'000;
/// The reset is told in whole seconds, rounded either way.
constexpr qint64 roundingMs = 1'000;
/// Added to the latest instant at which a window may end.
constexpr qint64 safetyMs = 100;

std::optional<int> number(const QHash<QByteArray, QByteArray> &headers, const char *name)
{
    const auto it = headers.constFind(QByteArray(name));
    if (it == headers.constEnd())
        return std::nullopt;
    bool ok = false;
    const int value = it->trimmed().toInt(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

} // namespace

RateHeaders RateHeaders::parse(const QHash<QByteArray, QByteArray> &headers)
{
    RateHeaders told;
    told.limit = number(headers, "ratelimit-limit");
    told.remaining = number(headers, "ratelimit-remaining");
    told.reset = number(headers, "ratelimit-reset");
    told.dailyRemaining = number(headers, "daily-ratelimit-remaining");
    if (told.reset && *told.reset < 0)
        told.reset.reset();
    return told;
}

bool RateBucket::windowOver(qint64 now) const
{
    return now >= m_endsLatest + safetyMs;
}

qint64 RateBucket::slidingWait(qint64 now) const
{
    const auto first = std::lower_bound(m_recent.begin(), m_recent.end(), now - slidingWindowMs);
    const auto counted = static_cast<qint64>(m_recent.end() - first) + m_inFlight;
    if (counted < m_defaultLimit)
        return 0;
    return first == m_recent.end() ? -1 : *first + slidingWindowMs + 1 - now;
}

qint64 RateBucket::waitFor(qint64 now) const
{
    if (now < m_blockedUntil)
        return m_blockedUntil - now;
    if (m_probing)
        return m_inFlight == 0 ? 0 : -1;
    if (!m_remaining)
        return slidingWait(now);
    if (*m_remaining - m_inFlight > 0)
        return 0;
    if (windowOver(now))
        return m_inFlight == 0 ? 0 : -1;
    return m_endsLatest + safetyMs - now;
}

RateBucket::Ticket RateBucket::take(qint64 now)
{
    ++m_inFlight;
    return {now, m_completed};
}

void RateBucket::openWindow(int remaining, qint64 earliest, qint64 latest)
{
    m_remaining = std::max(remaining, 0);
    m_endsEarliest = earliest;
    m_endsLatest = latest;
}

void RateBucket::complete(const Ticket &ticket, const RateHeaders &headers, qint64 now)
{
    const qint64 othersSince = m_completed - ticket.completedBefore;
    --m_inFlight;
    ++m_completed;
    m_recent.push_back(now);
    while (m_recent.front() < now - slidingWindowMs)
        m_recent.pop_front();
    if (ticket.sentAt >= m_blockedUntil)
        m_probing = false;
    if (!headers.told()) {
        if (m_remaining)
            m_remaining = std::max(*m_remaining - 1, 0);
        return;
    }
    if (headers.limit && *headers.limit > 0)
        m_limit = headers.limit;
    // The answer was given at some time between sending and now, so its window ends between these two.
    const qint64 earliest = ticket.sentAt + *headers.reset * 1'000LL - roundingMs;
    const qint64 latest = now + *headers.reset * 1'000LL + roundingMs;
    const bool sentAfterReset = m_remaining && windowOver(ticket.sentAt);
    if (!m_remaining || sentAfterReset || earliest > m_endsLatest) {
        // Others that were answered since this one left may have been served after it; count them as spent.
        openWindow(*headers.remaining - static_cast<int>(othersSince), earliest, latest);
    } else if (latest >= m_endsEarliest) {
        // Whoever told the least also tells how long that lasts: a sliding window has no end of its own.
        m_endsLatest = *headers.remaining <= *m_remaining ? latest : std::min(m_endsLatest, latest);
        m_endsEarliest = std::max(m_endsEarliest, earliest);
        m_remaining = std::min(*m_remaining, std::max(*headers.remaining, 0));
    } else {
        // Of an earlier window. A server without fixed windows may still have counted it against this one.
        m_remaining = std::max(*m_remaining - 1, 0);
    }
}

void RateBucket::refuse(const Ticket &ticket, qint64 waitMs, qint64 now)
{
    Q_UNUSED(ticket)
    --m_inFlight;
    ++m_completed;
    m_recent.push_back(now);
    m_blockedUntil = std::max(m_blockedUntil, now + waitMs);
    m_probing = true;
}

QString RateLimiter::operationOf(const QString &path)
{
    for (const auto &operation : {QLatin1String("/oncalls"), QLatin1String("/analytics")}) {
        if (path.startsWith(operation))
            return operation;
    }
    return {};
}

qint64 RateLimiter::waitForOperation(const QString &path, qint64 now) const
{
    const auto own = m_own.constFind(operationOf(path));
    return own == m_own.constEnd() ? 0 : own->waitFor(now);
}

RateLimiter::Ticket RateLimiter::take(const QString &path, qint64 now)
{
    Ticket ticket;
    ticket.main = m_main.take(now);
    ticket.operation = operationOf(path);
    if (!ticket.operation.isEmpty()) {
        if (!m_own.contains(ticket.operation))
            m_own.insert(ticket.operation, RateBucket(m_defaultLimit));
        ticket.own = m_own[ticket.operation].take(now);
    }
    return ticket;
}

void RateLimiter::complete(const Ticket &ticket, const RateHeaders &headers, qint64 now)
{
    // The headers of an operation with a limit of its own show that limit: they say nothing about the rest.
    m_main.complete(ticket.main, ticket.operation.isEmpty() ? headers : RateHeaders(), now);
    if (!ticket.operation.isEmpty())
        m_own[ticket.operation].complete(ticket.own, headers, now);
}

void RateLimiter::refuse(const Ticket &ticket, qint64 waitMs, qint64 now)
{
    m_main.refuse(ticket.main, waitMs, now);
    if (!ticket.operation.isEmpty())
        m_own[ticket.operation].refuse(ticket.own, waitMs, now);
}

} // namespace pdsi
