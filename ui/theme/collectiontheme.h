// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/resourceclass.h"

#include <QColor>
#include <QIcon>

namespace pdsi {

/// How far something was read, as colour and shape. Every state has a shape of its own.
class CollectionTheme
{
public:
    static QColor color(CollectionState state, bool dark);
    /// Full disc with a tick, half disc, barred disc, dash, cross, empty ring.
    static QIcon icon(CollectionState state, bool dark);
};

} // namespace pdsi
