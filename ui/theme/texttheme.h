// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace pdsi {

/// Colours of text that is no verdict: always together with a word or a place, never alone.
class TextTheme
{
public:
    static QColor soft(bool dark);      ///< less important, still at least 4.5:1
    static QColor link(bool dark);
    static QColor mark(bool dark);      ///< behind the value a pointer names
};

} // namespace pdsi
