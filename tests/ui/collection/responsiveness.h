// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace pdsi {

/// What a 5 ms heartbeat in the window's thread saw.
struct Responsiveness {
    double longestMs = 0;     ///< longest time without a beat, beyond the 5 ms
    /// The longest without the time the thread was ready but no processor was free for it: its own work, and whatever
    /// it blocked on. What a machine with nothing else to do would show.
    double longestOwnMs = 0;
    double longestWorkMs = 0; ///< most processor time of the thread between two beats
    int beats = 0;
    int answers = 0;
    qint64 tookMs = 0;
};

/// Collects the reference account from `fakeProgram` (fake-pagerduty), with the Collection dock shown and its log
/// in view, until it is judged. Runs the application's event loop.
Result<Responsiveness> collectReferenceWatched(const QString &fakeProgram);

} // namespace pdsi
