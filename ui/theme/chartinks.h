// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/controls/outcome.h"

#include <QBrush>
#include <QIcon>

namespace pdsi {

enum class Hatch : quint8 { Solid, Diagonal, BackDiagonal, Crossed, Horizontal, Vertical, Dots };

/// What a slice or bar is filled with. Inks that stand side by side differ in hatch, not in colour alone.
struct ChartInk {
    QColor color;
    Hatch hatch = Hatch::Solid;

    bool operator==(const ChartInk &) const = default;
};

/// Colours and hatches of charts; every colour has at least 3:1 against the base colour of its theme.
class ChartInks
{
public:
    static ChartInk of(OutcomeStatus status, bool dark);
    /// Findings of a severity: open ones solid, waived ones hatched.
    static ChartInk of(Severity severity, bool waived, bool dark);
    static ChartInk of(ReasonCode reason, bool dark);
    static ChartInk of(CollectionState state, bool dark);

    /// The colour crossed by lines of the base colour.
    static QBrush brush(const ChartInk &ink, const QColor &base);
    /// Lines of the colour on nothing: for SVG, which cannot hold the brush above.
    static QBrush lineBrush(const ChartInk &ink);
    /// A square of it with an outline, for legends.
    static QIcon swatch(const ChartInk &ink, const QColor &base);
};

} // namespace pdsi
