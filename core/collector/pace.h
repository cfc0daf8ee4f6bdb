// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <deque>

namespace pdsi {

/// What the account still allows, as far as it told.
struct PaceAllowance {
    int limit = -1;       ///< -1 unknown
    int remaining = -1;   ///< -1 unknown
    qint64 resetMs = -1;  ///< until it is whole again, -1 unknown
    qint64 waitMs = 0;    ///< the queue stands still this long
};

/// Estimates the time left from how fast answers came lately. Pure: every call is told the time.
/// It says nothing until it has seen enough, and while the plan still grows.
class Pace
{
public:
    /// `answered`: by the account in this run, `planned`: known so far without those of an earlier run.
    /// Time in which nothing may leave (`moving` false) does not count as slowness.
    void note(qint64 nowMs, int answered, int planned, bool moving);
    /// Milliseconds for what is open, -1 when nothing can be said.
    qint64 leftMs(const PaceAllowance &allowance) const;

    static constexpr qint64 windowMs = 10'000;      ///< how far back "lately" goes
    static constexpr qint64 shortestMs = 1'000;     ///< less than this tells nothing
    static constexpr int fewestAnswers = 8;
    static constexpr qint64 allowanceWindowMs = 60'000;

private:
    struct Sample {
        qint64 activeMs;
        int answered;
        int planned;
    };
    bool planGrows() const;

    std::deque<Sample> m_samples;
    qint64 m_lastMs = -1;
    qint64 m_activeMs = 0;
    bool m_moving = false;
};

} // namespace pdsi
