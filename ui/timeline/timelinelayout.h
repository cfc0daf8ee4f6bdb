// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelinerows.h"
#include "ui/timeline/timelinescale.h"

#include <QHash>
#include <QRectF>

namespace pdsi {

/// Sizes in pixels, all from the height of a line of text.
struct TimelineMetrics {
    int line = 14;           ///< of text
    int headerWidth = 230;   ///< of the frozen column with names
    int axisHeight() const { return 2 * line + 8; }
    int overviewHeight() const { return line + 20; }
    int laneHeight() const { return line + 6; }
    int headingGap() const { return 4; } ///< above the heading of a group
    static constexpr int padding = 3;    ///< above and below the bars of a row
    static constexpr double narrowestGap = 3; ///< however far out: a gap can be seen
    bool operator==(const TimelineMetrics &) const = default;
};

/// Something in a row that can be pointed at.
struct TimelineItem {
    enum class Kind : quint8 { None, Row, Bar, Gap };
    Kind kind = Kind::None;
    int row = -1;
    int index = -1; ///< in the row's bars or gaps
    bool operator==(const TimelineItem &) const = default;
};
inline size_t qHash(const TimelineItem &item, size_t seed = 0) { return qHashMulti(seed, int(item.kind), item.row, item.index); }

/// [first, last) of a row's bars or gaps.
struct IndexRange {
    int first = 0;
    int last = 0;
    int size() const { return last - first; }
    bool operator==(const IndexRange &) const = default;
};

/// Where everything is: rows from top to bottom, bars and gaps by a TimelineScale from left to right. Nothing of it
/// depends on what is visible. y counts from the top of the first row, x from the left of the time area.
class TimelineLayout
{
public:
    TimelineLayout() = default;
    TimelineLayout(std::shared_ptr<const TimelineData> data, std::vector<TimelineRow> rows, const TimelineMetrics &metrics);

    bool isEmpty() const { return m_rows.empty(); }
    const TimelineData &data() const { return *m_data; }
    const std::shared_ptr<const TimelineData> &sharedData() const { return m_data; }
    const std::vector<TimelineRow> &rows() const { return m_rows; }
    const TimelineRow &row(int row) const { return m_rows[size_t(row)]; }
    const TimelineMetrics &metrics() const { return m_metrics; }
    int rowCount() const { return int(m_rows.size()); }

    int height() const { return m_tops.empty() ? 0 : m_tops.back(); }
    int rowTop(int row) const { return m_tops[size_t(row)]; }
    int rowHeight(int row) const { return rowTop(row + 1) - rowTop(row); }
    /// -1 above the first and below the last row.
    int rowAt(int y) const;
    /// Rows that [top, bottom) touches.
    IndexRange rowsIn(int top, int bottom) const;

    std::span<const CoverageBar> bars(int row) const;
    std::span<const CoverageGap> gaps(int row) const { return gapsOf(data(), this->row(row)); }
    IndexRange barsIn(int row, Interval interval) const;
    IndexRange gapsIn(int row, Interval interval) const;
    QRectF barRect(int row, int bar, const TimelineScale &scale) const;
    /// At least narrowestGap wide.
    QRectF gapRect(int row, int gap, const TimelineScale &scale) const;
    Interval extent(const TimelineItem &item) const;

    /// A gap before a bar, a bar before the row; `reach` pixels around count as hit when nothing is nearer.
    TimelineItem itemAt(double x, int y, const TimelineScale &scale, double reach = 2) const;
    /// Row of a resource, the first one if several; -1 when it has none.
    int rowOf(const QString &kind, const QString &id) const;

private:
    int heightOf(const TimelineRow &row) const;

    std::shared_ptr<const TimelineData> m_data;
    std::vector<TimelineRow> m_rows;
    std::vector<int> m_tops; ///< one more than rows
    TimelineMetrics m_metrics;
};

} // namespace pdsi
