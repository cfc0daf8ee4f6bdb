// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace pdsi {

/// Where every stage takes its time from; tests put their own in.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Wall time in UTC, millisecond precision.
    virtual QDateTime nowUtc() const = 0;
    /// Milliseconds that never go back; only differences mean anything.
    virtual qint64 monotonicMs() const = 0;

    /// The machine's clock.
    static const Clock &system();
};

} // namespace pdsi
