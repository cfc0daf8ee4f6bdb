// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include <optional>

class QEvent;
class QWidget;

namespace pdsi {

/// Two fingers that ask for larger or smaller, around a point of the widget.
struct Pinch {
    double factor = 1; ///< 1 = it began, ended or only moved
    QPointF at;
};

/// The pinch an event tells of, on a touch screen (the widget grabs Qt::PinchGesture) or a touchpad; it is accepted then.
std::optional<Pinch> pinchOf(QEvent &event, const QWidget &widget);

} // namespace pdsi
