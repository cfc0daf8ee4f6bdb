// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/dashboardsections.h"
#include "ui/theme/chartinks.h"

#include <QPalette>

namespace pdsi {

/// How charts are drawn: on screen, on paper, or as lines for SVG.
struct ChartLook {
    bool dark = false;
    bool animated = false;
    bool linesOnly = false;  ///< hatches SVG can hold
    QColor base;
    QColor text;
    QColor grid;

    static ChartLook of(const QPalette &palette);
    ChartInk ink(const ChartMeaning &meaning) const;
    QBrush brush(const ChartMeaning &meaning) const;
    /// The outline of what the brush fills.
    QColor outline(const ChartMeaning &meaning) const { return linesOnly ? ink(meaning).color : base; }
};

} // namespace pdsi
