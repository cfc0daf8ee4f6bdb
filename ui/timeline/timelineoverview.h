// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelinelayout.h"

#include <optional>

namespace pdsi {

/// The whole window in one strip: the worst gap of any row, pixel column by pixel column.
class TimelineOverview
{
public:
    struct Mark {
        int from = 0; ///< columns [from, to)
        int to = 0;
        GapKind kind = GapKind::Nobody;
        bool operator==(const Mark &) const = default;
    };

    TimelineOverview() = default;
    TimelineOverview(const TimelineLayout &layout, int width);

    /// Stretches of columns of one kind, from left to right. Only gaps that matter.
    const std::vector<Mark> &marks() const { return m_marks; }
    const TimelineScale &scale() const { return m_scale; }

private:
    std::vector<Mark> m_marks;
    TimelineScale m_scale;
};

} // namespace pdsi
