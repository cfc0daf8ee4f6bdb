// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

namespace pdsi {

/// Colours of people: always the same for the same id. They help to follow somebody along a row; who it is says the
/// name. None of them is red, amber or plain grey: those mean gaps.
class PersonTheme
{
public:
    static constexpr int colours = 16;
    /// 0 .. colours - 1, the same in every run and on every machine.
    static int colourOf(const QString &personId);
    static QColor fill(int colour, bool dark);
    /// For text on any of the fills: at least 4.5:1.
    static QColor ink(bool dark);
};

} // namespace pdsi
