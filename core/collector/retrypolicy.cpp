// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collector/retrypolicy.h"

#include <algorithm>

namespace pdsi {

qint64 RetryPolicy::transientDelayMs(int retry) const
{
    const double base = 500.0 * static_cast<double>(1 << std::clamp(retry, 0, 10));
    return static_cast<qint64>(base * (0.75 + 0.5 * m_jitter()));
}

qint64 RetryPolicy::bareLimitDelayMs(int streak) const
{
    const double base = std::min(1'000.0 * static_cast<double>(1 << std::clamp(streak, 0, 10)), 30'000.0);
    return static_cast<qint64>(base * (1.0 + 0.25 * m_jitter()));
}

} // namespace pdsi
