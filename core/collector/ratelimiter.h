// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <deque>
#include <optional>

namespace pdsi {

/// What one answer said about the allowance. Names are lower case, reset is in seconds from receipt.
struct RateHeaders {
    std::optional<int> limit, remaining, reset;
    std::optional<int> dailyRemaining;

    static RateHeaders parse(const QHash<QByteArray, QByteArray> &headers);
    /// A reset further away than anybody would wait says nothing about this run.
    bool told() const { return remaining && reset && *reset <= longestResetSeconds; }
    static constexpr int longestResetSeconds = 15 * 60;
};

/// The allowance of one bucket. Pure: every call is told the time.
///
/// An allowance may be spent at once. What is left is the least `remaining` any answer of the current window
/// told, minus what is still in flight; answers may arrive in any order. When nothing is left we wait for the
/// reset and then ask one request what the new window offers. Without headers at most `defaultLimit` requests
/// fall into any 60 seconds.
class RateBucket
{
public:
    /// Remembered by whoever sent a request until its answer is in.
    struct Ticket {
        qint64 sentAt = 0;
        qint64 completedBefore = 0; ///< requests of this bucket that were over when this one left
    };

    explicit RateBucket(int defaultLimit = 960) : m_defaultLimit(defaultLimit) {}

    /// 0 when a request may leave now, else milliseconds to wait; -1 = until an answer arrives.
    qint64 waitFor(qint64 now) const;
    Ticket take(qint64 now);
    /// The request is over; `headers` may be empty (no answer, or none told).
    void complete(const Ticket &ticket, const RateHeaders &headers, qint64 now);
    /// The account answered 429: nothing leaves before `now + waitMs`, then one request at a time until one is answered.
    void refuse(const Ticket &ticket, qint64 waitMs, qint64 now);
    int remaining() const { return m_remaining.value_or(-1); }
    /// The whole allowance as last told, -1 unknown.
    int limit() const { return m_limit.value_or(-1); }
    /// Until the allowance is whole again, -1 unknown or past.
    qint64 resetIn(qint64 now) const { return m_remaining && m_endsLatest > now ? m_endsLatest - now : -1; }
    int inFlight() const { return m_inFlight; }

private:
    bool windowOver(qint64 now) const;
    void openWindow(int remaining, qint64 earliest, qint64 latest);
    qint64 slidingWait(qint64 now) const;

    int m_defaultLimit;
    int m_inFlight = 0;
    qint64 m_completed = 0;
    std::optional<int> m_limit;
    std::optional<int> m_remaining;   ///< least told in the current window
    qint64 m_endsEarliest = 0;        ///< the window ends between these two: what all its answers allow
    qint64 m_endsLatest = 0;
    qint64 m_blockedUntil = 0;        ///< after a 429
    bool m_probing = false;           ///< one at a time until an answer tells more
    std::deque<qint64> m_recent;      ///< completion times of the last 60 s
};

/// Buckets per operation: everything shares one, /oncalls and /analytics have one more of their own.
class RateLimiter
{
public:
    struct Ticket {
        RateBucket::Ticket main, own;
        QString operation; ///< empty = main bucket only
    };

    explicit RateLimiter(int defaultLimit = 960) : m_main(defaultLimit), m_defaultLimit(defaultLimit) {}

    /// As RateBucket::waitFor, for anything at all.
    qint64 waitFor(qint64 now) const { return m_main.waitFor(now); }
    /// The same for the bucket this path has of its own; 0 when it has none.
    qint64 waitForOperation(const QString &path, qint64 now) const;
    Ticket take(const QString &path, qint64 now);
    void complete(const Ticket &ticket, const RateHeaders &headers, qint64 now);
    void refuse(const Ticket &ticket, qint64 waitMs, qint64 now);
    int remaining() const { return m_main.remaining(); }
    int limit() const { return m_main.limit(); }
    qint64 resetIn(qint64 now) const { return m_main.resetIn(now); }

    /// Lets a window's reset pass by this much: servers round seconds either way.
    static constexpr qint64 resetMarginMs = 1'100;

private:
    static QString operationOf(const QString &path);

    RateBucket m_main;
    QHash<QString, RateBucket> m_own;
    int m_defaultLimit;
};

} // namespace pdsi
