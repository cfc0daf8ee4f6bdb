// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/texttheme.h"

namespace pdsi {

QColor TextTheme::soft(bool dark) { return dark ? QColor(0xb0, 0xb4, 0xba) : QColor(0x5a, 0x60, 0x68); }
QColor TextTheme::link(bool dark) { return dark ? QColor(0x8c, 0xb8, 0xff) : QColor(0x1f, 0x57, 0xb5); }
QColor TextTheme::mark(bool dark) { return dark ? QColor(0x33, 0x2d, 0x10) : QColor(0xff, 0xec, 0xb0); }

} // namespace pdsi
