// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelinescene.h"

/// The parts of a picture of the timeline, from back to front. For paintTimeline() only.
namespace pdsi {

void paintShades(QPainter &painter, const TimelineScene &scene);
void paintRow(QPainter &painter, const TimelineScene &scene, int row);
void paintInstants(QPainter &painter, const TimelineScene &scene);
void paintAxis(QPainter &painter, const TimelineScene &scene);
void paintNames(QPainter &painter, const TimelineScene &scene);
void paintOverview(QPainter &painter, const TimelineScene &scene);

/// Fills the pixels of the rectangle: no half-covered edges.
void fillPixels(QPainter &painter, const QRectF &rect, const QColor &color);
/// On whole pixels, in the middle of the pixel.
void lineDown(QPainter &painter, double x, double top, double bottom, const QPen &pen);

} // namespace pdsi
