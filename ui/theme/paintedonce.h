// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <functional>

class QPainter;

namespace pdsi {

/// Paints `box` by `paint` once and keeps the picture for the next box of that size: a frame shows hundreds. `what`
/// names everything the picture depends on but its size. On a screen it lands on whole pixels; vector formats get vectors.
void paintOnce(QPainter &painter, const QRectF &box, quint64 what, const std::function<void(QPainter &into, const QRectF &at)> &paint);

} // namespace pdsi
