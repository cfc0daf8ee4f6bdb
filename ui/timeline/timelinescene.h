// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/timelinetheme.h"
#include "ui/timeline/timelineoverview.h"
#include "ui/timeline/timelinesearch.h"
#include "ui/timeline/timelineticks.h"

#include <QCoreApplication>
#include <QFont>
#include <QSizeF>

class QPainter;

namespace pdsi {

class TimelineLabels;

/// Everything a picture of the timeline is made from. Knows no widget: the view, image export and reports paint the
/// same scenes. What it points at must outlive the painting.
struct TimelineScene {
    const TimelineLayout *layout = nullptr; ///< null: nothing is open; then only `emptyText` is painted
    TimelineLabels *labels = nullptr;
    const TimelineSearch *search = nullptr; ///< null: nothing is dimmed
    TimelineTheme theme;
    QFont font;
    QSizeF size;                 ///< of the whole picture: axis, column of names, rows, overview
    TimelineScale scale;         ///< of the time area
    double top = 0;              ///< y of the layout at the top of the rows
    QTimeZone zone;
    TimelineTicks ticks;         ///< of `scale` in `zone`, with the tags of asOf, now and cursor
    TimelineOverview overview;   ///< not painted when it has no width
    TimelineTicks overviewTicks;
    std::optional<Instant> asOf, now, cursor;
    std::optional<Interval> range;
    TimelineItem current, hovered;
    bool focused = false;
    /// Where PagerDuty's rendering differs from the schedule's own rules; null while not known, empty when it agrees.
    std::function<const std::vector<Interval> *(int schedule)> differences;
    QString emptyText;

    const TimelineMetrics &metrics() const { return layout->metrics(); }
    bool hasOverview() const { return overview.scale().width > 0; }
    QRectF axisArea() const;     ///< right of the column of names
    QRectF rowsArea() const;     ///< the time area of the rows
    QRectF headerArea() const;   ///< the column of names beside the rows
    QRectF overviewArea() const; ///< right of the column of names
    /// Layout y to picture y.
    double yOf(double layoutY) const { return axisArea().bottom() + layoutY - top; }
    double xOf(Instant instant) const { return rowsArea().left() + scale.xOf(instant); }

    /// Works out `ticks` and `overviewTicks` from what is set.
    void computeTicks();

    Q_DECLARE_TR_FUNCTIONS(pdsi::TimelineScene)
};

/// Paints the scene into [0, size). Only QPainter's own coordinates: works on images, SVG and PDF alike.
void paintTimeline(QPainter &painter, const TimelineScene &scene);

} // namespace pdsi
