// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphcamera.h"

#include <algorithm>

namespace pdsi {

namespace {

/// As little as brings [from, to] into [0, length]; its middle into the middle when it is longer.
double shiftInto(double from, double to, double length)
{
    if (to - from > length)
        return length / 2 - (from + to) / 2;
    return from < 0 ? -from : to > length ? length - to : 0;
}

} // namespace

GraphCamera GraphCamera::zoomed(double factor, const QPointF &at) const
{
    GraphCamera camera = *this;
    camera.scale = std::clamp(scale * factor, smallest, largest);
    camera.origin = toDrawing(at) - at / camera.scale;
    return camera;
}

GraphCamera GraphCamera::revealing(const QRectF &rect, const QSizeF &view) const
{
    constexpr double edge = 24;
    const QRectF seen = toView(rect).adjusted(-edge, -edge, edge, edge);
    return panned({shiftInto(seen.left(), seen.right(), view.width()), shiftInto(seen.top(), seen.bottom(), view.height())});
}

GraphCamera GraphCamera::within(const QSizeF &drawing, const QSizeF &view) const
{
    constexpr double kept = 60; // pixels of the drawing that stay in sight
    const QSizeF seen = view / scale;
    const double spareX = std::max(0.0, seen.width() - kept / scale), spareY = std::max(0.0, seen.height() - kept / scale);
    GraphCamera camera = *this;
    camera.origin.setX(std::clamp(origin.x(), -spareX, std::max(-spareX, drawing.width() - kept / scale)));
    camera.origin.setY(std::clamp(origin.y(), -spareY, std::max(-spareY, drawing.height() - kept / scale)));
    return camera;
}

GraphCamera GraphCamera::showing(const QRectF &rect, const QSizeF &view)
{
    if (rect.isEmpty() || view.isEmpty())
        return {};
    GraphCamera camera;
    camera.scale = std::clamp(std::min(view.width() / rect.width(), view.height() / rect.height()), smallest, 1.0);
    camera.origin = rect.center() - QPointF(view.width(), view.height()) / (2 * camera.scale);
    return camera;
}

} // namespace pdsi
