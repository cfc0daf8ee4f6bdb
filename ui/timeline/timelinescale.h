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
    /// The same zoom, panned as little as needed to have the interval, or its beginning, in sight.
    TimelineScale reaching(Interval interval) const;
    /// As reaching(), and zoomed if the interval were less than `minimum` pixels wide or did not fit.
    TimelineScale revealing(Interval interval, double minimum) const;

    bool operator==(const TimelineScale &) const = default;
};

} // namespace pdsi
