// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/intervalset.h"

namespace pdsi {

/// How time lies on pixels: linear, with x = 0 at the left edge of the time area.
struct TimelineScale {
    double start = 0;             ///< instant at x = 0
    double secondsPerPixel = 3600;
    double width = 0;             ///< of the time area, in pixels

    static constexpr double finest = 2.0; ///< seconds a pixel at the closest

    double xOf(Instant instant) const { return (double(instant) - start) / secondsPerPixel; }
    double instantAt(double x) const { return start + x * secondsPerPixel; }
    /// Every whole second that is at least partly visible.
    Interval visible() const;
    double pixels(qint64 seconds) const { return double(seconds) / secondsPerPixel; }

    static TimelineScale showing(Interval interval, double width);
    /// factor > 1 shows less time; the instant at `x` stays there.
    TimelineScale zoomed(double factor, double x) const;
    TimelineScale panned(double byPixels) const;
    TimelineScale resized(double toWidth) const;
    /// Not further out than the window with a little margin, not outside of it, not closer than `finest`.
    TimelineScale within(Interval window) const;
    /// Keeps the zoom if `interval` is at least `minimum` pixels wide and fits; otherwise zooms so that it takes up
    /// a third of the width. Pans as little as needed.
    TimelineScale revealing(Interval interval, double minimum) const;

    bool operator==(const TimelineScale &) const = default;
};

} // namespace pdsi
