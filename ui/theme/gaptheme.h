// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/coveragerows.h"

#include <QColor>
#include <QIcon>

namespace pdsi {

/// Colour and shape of each kind of gap. Every kind has a shape of its own.
class GapTheme
{
public:
    /// At least 4.5:1 against the window colour of either theme.
    static QColor color(GapKind kind, bool dark);
    /// Crossed octagon, arrow up, diamond with a question mark, crescent, two bars, empty ring.
    static QIcon icon(GapKind kind, bool dark);
};

} // namespace pdsi
