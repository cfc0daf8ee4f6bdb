// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinescale.h"

#include <algorithm>
#include <cmath>

namespace pdsi {

namespace {
constexpr double windowMargin = 0.02; // of the window, on either side, so that its ends can be seen
} // namespace

Interval TimelineScale::visible() const
{
    return {Instant(std::floor(start)), Instant(std::ceil(instantAt(width)))};
}

TimelineScale TimelineScale::showing(Interval interval, double width)
{
    TimelineScale scale;
    scale.start = double(interval.start);
    scale.width = std::max(1.0, width);
    scale.secondsPerPixel = std::max(finest, double(interval.seconds()) / scale.width);
    return scale;
}

TimelineScale TimelineScale::zoomed(double factor, double x) const
{
    TimelineScale scale = *this;
    scale.secondsPerPixel = std::max(finest, secondsPerPixel / factor);
    scale.start = instantAt(x) - x * scale.secondsPerPixel;
    return scale;
}

TimelineScale TimelineScale::panned(double byPixels) const
{
    TimelineScale scale = *this;
    scale.start += byPixels * secondsPerPixel;
    return scale;
}

TimelineScale TimelineScale::resized(double toWidth) const
{
    TimelineScale scale = *this;
    scale.width = std::max(1.0, toWidth);
    return scale;
}

TimelineScale TimelineScale::within(Interval window) const
{
    TimelineScale scale = *this;
    const double length = std::max<double>(60, double(window.seconds()));
    const double widest = length * (1 + 2 * windowMargin);
    scale.secondsPerPixel = std::clamp(secondsPerPixel, finest, std::max(finest, widest / std::max(1.0, width)));
    const double first = double(window.start) - length * windowMargin;
    const double last = double(window.end) + length * windowMargin - scale.secondsPerPixel * scale.width;
    scale.start = std::max(first, std::min(scale.start, last));
    return scale;
}

TimelineScale TimelineScale::reaching(Interval interval) const
{
    TimelineScale scale = *this;
    const double wide = std::min(pixels(interval.seconds()), width);
    const double context = std::min(width * 0.1, (width - wide) / 2); // not glued to the edge
    if (xOf(interval.start) < context && (wide < width || xOf(interval.start) > 0 || xOf(interval.end) < context))
        scale.start = double(interval.start) - context * secondsPerPixel;
    else if (xOf(interval.start) + wide > width - context && (wide < width || xOf(interval.start) > width - context))
        scale.start = double(interval.start) - (width - context - wide) * secondsPerPixel;
    return scale;
}

TimelineScale TimelineScale::revealing(Interval interval, double minimum) const
{
    const double wide = pixels(interval.seconds());
    if (wide >= minimum && wide <= width)
        return reaching(interval);
    TimelineScale scale = *this;
    const double share = wide < minimum ? minimum : width * 0.7;
    scale.secondsPerPixel = std::max(finest, double(interval.seconds()) / share);
    scale.start = double(interval.start) - (width * scale.secondsPerPixel - double(interval.seconds())) / 2;
    return scale;
}

} // namespace pdsi
