// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"

class QPainter;

namespace pdsi {

class PdfTypesetter;

/// Paints a figure on white paper, its top left corner at the painter's origin, a point of the figure as `scale` units.
/// Every role has its own pattern or weight besides its colour, so that a black and white print still tells them apart.
void paintFigure(QPainter &painter, const Figure &figure, double scale, const PdfTypesetter &typesetter);

/// Line segments of a hatch within `rect`; for tests, and the one place that knows what patterns look like.
enum class PdfHatch : quint8 { None, Rising, Falling, Crossed, Across, Upright };
std::vector<std::pair<QPointF, QPointF>> hatchLines(const QRectF &rect, PdfHatch hatch, double distance);

/// How a role fills a box.
PdfHatch figureHatch(FigureRole role);

} // namespace pdsi
