// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/controls/outcome.h"

#include <QColor>
#include <QIcon>

namespace pdsi {

/// Colour and shape of a severity: two chevrons up, one up, two bars, one down. No shape is that of a status.
class SeverityTheme
{
public:
    /// At least 4.5:1 against the window and base colours of either theme.
    static QColor color(Severity severity, bool dark);
    static QIcon icon(Severity severity, bool dark);
};

} // namespace pdsi
