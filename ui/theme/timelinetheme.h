// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/coveragerows.h"

#include <QColor>
#include <QRectF>

class QPainter;
class QPalette;

namespace pdsi {

/// How one kind of gap looks. Kinds differ in hatching as well as in colour.
struct GapLook {
    enum class Hatch : quint8 { None, Diagonal, Cross, Dots, Lines };
    QColor fill;
    QColor line;  ///< of the hatching and the outline
    QColor ink;   ///< of text on `fill`: at least 4.5:1
    Hatch hatch = Hatch::None;
    int spacing = 6;
};

/// The timeline's colours and patterns in one of the two themes.
struct TimelineTheme {
    bool dark = false;
    QColor background, header, text, muted;
    QColor grid, gridStrong;   ///< lines of the lower and the upper row of the axis
    QColor weekend, offHours;  ///< shades under the bars
    QColor covered;            ///< level 1 has somebody
    QColor now, asOf, cursor, clockChange;
    QColor range;              ///< outline of the stretch of time pointed at; its fill is translucent
    QColor focus;              ///< outline of what the keyboard is at
    QColor match;              ///< outline of what was searched for

    static TimelineTheme of(bool dark);
    static TimelineTheme of(const QPalette &palette);
    GapLook gap(GapKind kind) const;
    /// A colour that steps back when something else was searched for.
    QColor dimmed(const QColor &color) const;
};

/// Draws the pattern of a gap as lines, so that vector formats get vectors. `phase` keeps the pattern still on what
/// it covers while that moves.
void drawHatch(QPainter &painter, const QRectF &area, const GapLook &look, double phase);

/// The shape that says a kind without colour: cross, arrow, question mark, moon, spanner, dash.
void drawGapMark(QPainter &painter, const QRectF &box, GapKind kind, const TimelineTheme &theme);
/// The same on the gap itself, and in what colour the gap is.
void drawMarkOnGap(QPainter &painter, const QRectF &box, GapKind kind, const GapLook &look);
/// A tick: no gap.
void drawCoveredMark(QPainter &painter, const QRectF &box, const TimelineTheme &theme);

} // namespace pdsi
