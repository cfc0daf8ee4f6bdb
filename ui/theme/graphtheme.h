// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/escalationgraph.h"

#include <QColor>
#include <QRectF>

class QPainter;
class QPalette;

namespace pdsi {

/// How much a mark says: wrong, weak, or not known. Each has an outline of its own.
enum class GraphMarkWeight : quint8 { Wrong, Weak, Unknown };
GraphMarkWeight weightOf(GraphMarkKind kind);

/// The escalation graph's colours and shapes in one of the two themes.
struct GraphTheme {
    bool dark = false;
    QColor background, card, outline, text, muted;
    QColor edge, edgeNow;  ///< who is on call now is drawn in a colour of its own, and thicker
    QColor current;        ///< outline of what is pointed at
    QColor match;          ///< outline of what was searched for
    QColor changed;        ///< hatching of what a what-if takes away

    static GraphTheme of(bool dark);
    static GraphTheme of(const QPalette &palette);

    QColor kind(GraphNodeKind kind) const;    ///< of the band on the left of a node
    QColor kindFaded(GraphNodeKind of) const; ///< of a node from afar, so that what is wrong stands out; below `text`
    QColor kindInk() const;                   ///< on it
    QColor mark(GraphMarkWeight weight) const;
    QColor markInk(GraphMarkWeight weight) const; ///< on it: at least 4.5:1
};

/// Cubes, stairs, a rung, a calendar, a person, a telephone: the kinds told apart without colour.
void drawGraphKind(QPainter &painter, const QRectF &box, GraphNodeKind kind, const QColor &ink);
/// Octagon with a cross, triangle with an exclamation mark, or diamond with a question mark.
void drawGraphMark(QPainter &painter, const QRectF &box, GraphMarkWeight weight, const GraphTheme &theme);
/// The pattern of what a what-if changed.
void drawGraphChange(QPainter &painter, const QRectF &area, const GraphTheme &theme);

} // namespace pdsi
