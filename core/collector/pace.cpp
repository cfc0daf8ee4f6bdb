// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collector/pace.h"

#include <algorithm>

namespace pdsi {

namespace {
constexpr double growthThatMatters = 1.05;
}

void Pace::note(qint64 nowMs, int answered, int planned, bool moving)
{
    if (m_lastMs >= 0 && m_moving)
        m_activeMs += nowMs - m_lastMs;
    m_lastMs = nowMs;
    m_moving = moving;
    m_samples.push_back({m_activeMs, answered, planned});
    while (m_samples.size() > 2 && m_samples[1].activeMs <= m_activeMs - windowMs)
        m_samples.pop_front();
}

bool Pace::planGrows() const
{
    const auto recent = std::find_if(m_samples.begin(), m_samples.end(),
                                     [this](const Sample &s) { return s.activeMs > m_activeMs - shortestMs; });
    return recent != m_samples.end() && m_samples.back().planned > recent->planned * growthThatMatters;
}

qint64 Pace::leftMs(const PaceAllowance &allowance) const
{
    if (m_samples.empty())
        return -1;
    const Sample &first = m_samples.front();
    const Sample &last = m_samples.back();
    const int seen = last.answered - first.answered;
    const qint64 took = last.activeMs - first.activeMs;
    const int open = last.planned - last.answered;
    if (seen < fewestAnswers || took < shortestMs || open < 0 || planGrows())
        return -1;
    const double each = static_cast<double>(took) / seen;
    const auto asking = [each](int requests) { return static_cast<qint64>(each * requests); };
    if (allowance.remaining < 0 || open <= allowance.remaining)
        return std::max(allowance.waitMs, qint64(0)) + asking(open);
    if (allowance.limit <= 0 || allowance.resetMs < 0)
        return -1; // it will not do, and nobody said when there is more
    const int beyond = open - allowance.remaining;
    const int wholeWindows = (beyond - 1) / allowance.limit;
    const qint64 untilReset = std::max({allowance.resetMs, allowance.waitMs, asking(allowance.remaining)});
    return untilReset + std::max(wholeWindows * allowanceWindowMs, asking(wholeWindows * allowance.limit))
        + asking(beyond - wholeWindows * allowance.limit);
}

} // namespace pdsi
