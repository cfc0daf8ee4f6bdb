// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineoverview.h"

#include <algorithm>
#include <cmath>

namespace pdsi {

namespace {

constexpr GapKind byBadness[] = {GapKind::Unknown, GapKind::CaughtByLevel, GapKind::Nobody};

int badness(GapKind kind)
{
    return int(std::find(std::begin(byBadness), std::end(byBadness), kind) - std::begin(byBadness)) + 1;
}

} // namespace

TimelineOverview::TimelineOverview(const TimelineLayout &layout, int width)
{
    if (layout.isEmpty() || width <= 0)
        return;
    const Interval window = layout.data().coverage().window();
    m_scale = TimelineScale::showing(window, width);
    m_scale.secondsPerPixel = double(window.seconds()) / width;
    std::vector<int> worst(size_t(width), 0);
    for (const TimelineRow &row : layout.rows()) {
        for (const CoverageGap &gap : gapsOf(layout.data(), row)) {
            if (!matters(gap))
                continue;
            const int from = std::clamp(int(std::floor(m_scale.xOf(gap.start))), 0, width - 1);
            const int to = std::clamp(int(std::ceil(m_scale.xOf(gap.end))), from + 1, width);
            for (int x = from; x < to; ++x)
                worst[size_t(x)] = std::max(worst[size_t(x)], badness(gap.kind));
        }
    }
    for (int x = 0; x < width; ++x) {
        const int bad = worst[size_t(x)];
        if (bad == 0)
            continue;
        const GapKind kind = byBadness[bad - 1];
        if (!m_marks.empty() && m_marks.back().to == x && m_marks.back().kind == kind)
            m_marks.back().to = x + 1;
        else
            m_marks.push_back({x, x + 1, kind});
    }
}

} // namespace pdsi
