// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelinelayout.h"

#include <optional>

namespace pdsi {

/// The whole window in one strip: how many rows have a gap, pixel column by pixel column, as a share of the most there are.
class TimelineOverview
{
public:
    struct Mark {
        int from = 0; ///< columns [from, to)
        int to = 0;
        GapKind kind = GapKind::Nobody;
        double below = 0; ///< begins at this share of the height, on top of worse gaps
        double share = 0; ///< ends at this one
        bool operator==(const Mark &) const = default;
    };

    TimelineOverview() = default;
    TimelineOverview(const TimelineLayout &layout, int width);

    /// Stretches of columns alike, kind by kind. Only gaps that matter; of groups only the headings' own.
    const std::vector<Mark> &marks() const { return m_marks; }
    const TimelineScale &scale() const { return m_scale; }

private:
    std::vector<Mark> m_marks;
    TimelineScale m_scale;
};

} // namespace pdsi
