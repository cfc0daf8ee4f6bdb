// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineoverview.h"

#include "ui/timeline/timelinenavigation.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pdsi {

namespace {

constexpr std::array<GapKind, 3> worstFirst{GapKind::Nobody, GapKind::CaughtByLevel, GapKind::Unknown};

/// How many rows have a gap of a kind in each column.
std::vector<int> countColumns(const TimelineLayout &layout, const TimelineScale &scale, GapKind kind)
{
    const int width = int(scale.width);
    std::vector<int> change(size_t(width) + 1, 0), columns;
    for (int row = 0; row < layout.rowCount(); ++row) {
        if (!tellsGaps(layout, row))
            continue;
        int taken = 0; // columns of this row that are counted already
        for (const CoverageGap &gap : layout.gaps(row)) {
            if (gap.kind != kind || !matters(gap))
                continue;
            const int from = std::clamp(int(std::floor(scale.xOf(gap.start))), taken, width);
            const int to = std::clamp(int(std::ceil(scale.xOf(gap.end))), from, width);
            ++change[size_t(from)];
            --change[size_t(to)];
            taken = to;
        }
    }
    int count = 0;
    for (int x = 0; x < width; ++x)
        columns.push_back(count += change[size_t(x)]);
    return columns;
}

} // namespace

TimelineOverview::TimelineOverview(const TimelineLayout &layout, int width)
{
    if (layout.isEmpty() || width <= 0)
        return;
    const Interval window = layout.data().coverage().window();
    m_scale.start = double(window.start);
    m_scale.width = width;
    m_scale.secondsPerPixel = double(window.seconds()) / width;
    std::array<std::vector<int>, worstFirst.size()> counts;
    std::vector<int> total(size_t(width), 0);
    for (size_t kind = 0; kind < worstFirst.size(); ++kind) {
        counts[kind] = countColumns(layout, m_scale, worstFirst[kind]);
        for (size_t x = 0; x < total.size(); ++x)
            total[x] += counts[kind][x];
    }
    const double most = std::max(1, *std::max_element(total.begin(), total.end()));
    std::vector<double> below(size_t(width), 0);
    for (size_t kind = 0; kind < worstFirst.size(); ++kind) {
        for (size_t x = 0; x < total.size(); ++x) {
            if (counts[kind][x] == 0)
                continue;
            const double share = below[x] + counts[kind][x] / most;
            Mark mark{int(x), int(x) + 1, worstFirst[kind], below[x], share};
            below[x] = share;
            Mark *last = m_marks.empty() ? nullptr : &m_marks.back();
            if (last && last->kind == mark.kind && last->to == mark.from && last->below == mark.below && last->share == mark.share)
                last->to = mark.to;
            else
                m_marks.push_back(mark);
        }
    }
}

} // namespace pdsi
