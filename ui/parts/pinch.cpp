// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/pinch.h"

#include <QGestureEvent>
#include <QNativeGestureEvent>
#include <QWidget>

namespace pdsi {

std::optional<Pinch> pinchOf(QEvent &event, const QWidget &widget)
{
    if (event.type() == QEvent::NativeGesture) {
        const auto &native = static_cast<QNativeGestureEvent &>(event);
        return native.gestureType() == Qt::ZoomNativeGesture ? std::optional(Pinch{1 + native.value(), native.position()}) : std::nullopt;
    }
    if (event.type() != QEvent::Gesture)
        return std::nullopt;
    const auto *gesture = static_cast<QPinchGesture *>(static_cast<QGestureEvent &>(event).gesture(Qt::PinchGesture));
    if (!gesture)
        return std::nullopt;
    event.accept();
    const bool scales = gesture->changeFlags() & QPinchGesture::ScaleFactorChanged;
    return Pinch{scales ? gesture->scaleFactor() : 1, widget.mapFromGlobal(gesture->hotSpot())};
}

} // namespace pdsi
