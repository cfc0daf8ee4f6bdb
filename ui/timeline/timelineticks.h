// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelinescale.h"

#include <QString>
#include <QTimeZone>

#include <functional>

namespace pdsi {

/// Width of a text in pixels, in the font the axis is painted in.
using TextWidth = std::function<double(const QString &)>;

/// A boundary on the axis: the line stands at `x`, the label (if there is room for it) begins at `labelX`.
struct TimelineTick {
    Instant at = 0;
    double x = 0;
    QString label;
    double labelX = 0;
    double labelWidth = 0;
};

/// Something else that wants a label on the upper row of the axis: now, the cursor, a change of the clocks.
struct AxisTag {
    enum class Kind : quint8 { Cursor, AsOf, Now, ClockChange };
    Kind kind = Kind::Now;
    Instant at = 0;
    QString label;        ///< cleared when it found no room
    double x = 0;         ///< set by TimelineTicks
    double labelX = 0;    ///< set by TimelineTicks
    double labelWidth = 0;///< set by TimelineTicks
};

/// The time axis in a zone: two rows of labels that never collide, grid lines, weekends and changes of the clocks.
/// The upper row names days, months or years; the lower one what they consist of.
struct TimelineTicks {
    std::vector<TimelineTick> upper;
    std::vector<TimelineTick> lower;
    std::vector<double> minor;        ///< lines without label
    std::vector<Interval> weekends;   ///< Saturday and Sunday by the clocks of the zone
    std::vector<AxisTag> tags;        ///< as given, then the changes of the clocks

    /// `tags` come first where room is short, in the order given.
    static TimelineTicks compute(const TimelineScale &scale, const QTimeZone &zone, const TextWidth &width,
                                 std::vector<AxisTag> tags = {});
};

/// When the clocks of the zone change within the interval, and by how many seconds (+3600: they go forward).
struct ClockChange {
    Instant at = 0;
    int seconds = 0;
    bool operator==(const ClockChange &) const = default;
};
std::vector<ClockChange> clockChanges(const QTimeZone &zone, Interval interval);

/// Saturdays and Sundays by the clocks of the zone, cut to nothing.
std::vector<Interval> weekends(const QTimeZone &zone, Interval interval);

} // namespace pdsi
