// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/controls/outcome.h"

#include <QColor>
#include <QIcon>

class QPalette;

namespace pdsi {

/// The one place where meaning becomes colour, shape and word. Every status has a shape of its own, so that
/// nothing rests on colour alone; colours are chosen against the palette's window colour (light or dark).
class StatusTheme
{
public:
    static bool isDark(const QPalette &palette);
    /// A word for people: "Fail", "Not determined", ...
    static QString word(OutcomeStatus status);
    static QString word(Severity severity);
    /// At least 4.5:1 against the window colour of either theme.
    static QColor color(OutcomeStatus status, bool dark);
    /// Cross, question mark, hand, tick, dash or exclamation mark on a filled shape.
    static QIcon icon(OutcomeStatus status, bool dark);
};

} // namespace pdsi
