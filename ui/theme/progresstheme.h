// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collector/collectionprogress.h"

#include <QColor>
#include <QIcon>

namespace pdsi {

/// What is under way, as colour and shape.
class ProgressTheme
{
public:
    /// Three dots while waiting, a triangle while reading; empty when over.
    static QIcon icon(ClassPhase phase, bool dark);
    /// Of the part of an allowance that is left; `share` from 0 to 1.
    static QColor allowance(double share, bool dark);
};

} // namespace pdsi
