// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>

namespace pdsi {

/// A number in [0, 1): injected so that tests see no chance.
using Jitter = std::function<double()>;

/// How long to wait before asking again, and when to stop. Pure.
class RetryPolicy
{
public:
    explicit RetryPolicy(Jitter jitter) : m_jitter(std::move(jitter)) {}

    /// Delay before retry number `retry` (0..): 0.5 s * 2^n, spread over [75 %, 125 %).
    qint64 transientDelayMs(int retry) const;
    /// Pause of the whole queue after the n-th 429 in a row that named no reset: 1 s * 2^n, at most 30 s, spread upwards.
    qint64 bareLimitDelayMs(int streak) const;

    /// A 429 does not use up retries, but has this bound of its own per request.
    static constexpr int mostRateLimitHits = 12;
    /// The bound for a request that keeps being turned away while others are served.
    static constexpr int mostLonelyRateLimitHits = 4;
    /// 429s in a row without a reset, nobody served in between, after which waiting is over: about a minute and a half.
    static constexpr int longestBareStreak = 7;
    /// Retries when nothing was ever answered and the host refuses or is unknown.
    static constexpr int unreachableRetries = 2;

private:
    Jitter m_jitter;
};

} // namespace pdsi
