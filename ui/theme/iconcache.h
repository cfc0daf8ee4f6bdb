// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPainter>
#include <QPainterPath>

#include <functional>

namespace pdsi {

/// Icons are painted on a square of this side and scaled down by QIcon.
constexpr int iconSide = 64;

/// The icon of this name; `paint` paints it, antialiased and on nothing, the first time it is asked for.
QIcon cachedIcon(const QString &name, const std::function<void(QPainter &)> &paint);

} // namespace pdsi
