// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace pdsi {

/// Which part of the drawing is seen, and how large.
struct GraphCamera {
    double scale = 1;
    QPointF origin; ///< of the drawing, at the top left of the view

    QPointF toView(const QPointF &drawing) const { return (drawing - origin) * scale; }
    QRectF toView(const QRectF &drawing) const { return {toView(drawing.topLeft()), drawing.size() * scale}; }
    QPointF toDrawing(const QPointF &view) const { return view / scale + origin; }
    QRectF seen(const QSizeF &view) const { return {origin, view / scale}; }

    /// The point of the drawing under `at` stays there.
    GraphCamera zoomed(double factor, const QPointF &at) const;
    GraphCamera panned(const QPointF &view) const { return {scale, origin - view / scale}; }
    /// Moved as little as possible to show `rect`, or its middle when it is larger than the view.
    GraphCamera revealing(const QRectF &rect, const QSizeF &view) const;
    /// The drawing cannot be lost out of sight.
    GraphCamera within(const QSizeF &drawing, const QSizeF &view) const;
    /// All of `rect`, in the middle, never larger than life.
    static GraphCamera showing(const QRectF &rect, const QSizeF &view);

    static constexpr double smallest = 0.005, largest = 4;
    bool operator==(const GraphCamera &) const = default;
};

} // namespace pdsi
