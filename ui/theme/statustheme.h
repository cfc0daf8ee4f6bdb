// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/controls/outcome.h"

#include <QColor>
#include <QIcon>

class QPalette;

namespace pdsi {

/// The one place where meaning becomes colour and shape. Every status has a shape of its own, so that
/// nothing rests on colour alone; colours are chosen against the palette's window colour (light or dark).
class StatusTheme
{
public:
    static bool isDark(const QPalette &palette);
    /// At least 4.5:1 against the window and base colours of either theme.
    static QColor color(OutcomeStatus status, bool dark);
    /// Cross, question mark, hand, tick, dash or exclamation mark on a filled shape. Painted once, then cached.
    static QIcon icon(OutcomeStatus status, bool dark);
    /// As readable as those of a status.
    static QColor color(Severity severity, bool dark);
    /// Two chevrons up, one up, two bars, one chevron down: no shape is that of a status.
    static QIcon icon(Severity severity, bool dark);
};

} // namespace pdsi
