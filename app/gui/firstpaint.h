// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace pdsi {

/// Prints `painted` to standard output once the widget has been painted for the first time, then ends the event loop.
/// What the start-up benchmark waits for.
void announceFirstPaint(QWidget &widget);

} // namespace pdsi
