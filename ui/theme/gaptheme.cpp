// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/gaptheme.h"

#include "ui/theme/iconcache.h"
#include "ui/theme/statustheme.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace pdsi {

namespace {

OutcomeStatus alike(GapKind kind)
{
    switch (kind) {
    case GapKind::Nobody: return OutcomeStatus::Fail;
    case GapKind::CaughtByLevel: return OutcomeStatus::Manual;
    case GapKind::Unknown: return OutcomeStatus::NotDetermined;
    case GapKind::OffHours:
    case GapKind::Maintenance:
    case GapKind::Disabled: break;
    }
    return OutcomeStatus::NotApplicable;
}

/// Shapes of the kinds that no status shares.
QPainterPath shape(GapKind kind)
{
    const QRectF box(6, 6, iconSide - 12, iconSide - 12);
    QPainterPath path;
    switch (kind) {
    case GapKind::CaughtByLevel: // up the ladder
        path.addPolygon(QPolygonF({{32, 6}, {58, 34}, {42, 34}, {42, 58}, {22, 58}, {22, 34}, {6, 34}}));
        path.closeSubpath();
        break;
    case GapKind::OffHours: { // night
        QPainterPath moon, shadow;
        moon.addEllipse(box);
        shadow.addEllipse(box.translated(18, -8));
        path = moon.subtracted(shadow);
        break;
    }
    case GapKind::Maintenance: // paused
        path.addRoundedRect(QRectF(14, 8, 13, 48), 4, 4);
        path.addRoundedRect(QRectF(37, 8, 13, 48), 4, 4);
        break;
    case GapKind::Disabled: { // off
        QPainterPath ring, hole;
        ring.addEllipse(box);
        hole.addEllipse(box.adjusted(9, 9, -9, -9));
        path = ring.subtracted(hole);
        break;
    }
    case GapKind::Nobody:
    case GapKind::Unknown: break;
    }
    return path;
}

} // namespace

QColor GapTheme::color(GapKind kind, bool dark) { return StatusTheme::color(alike(kind), dark); }

QIcon GapTheme::icon(GapKind kind, bool dark)
{
    if (kind == GapKind::Nobody || kind == GapKind::Unknown)
        return StatusTheme::icon(alike(kind), dark);
    QPixmap pixmap(iconSide, iconSide);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(shape(kind), color(kind, dark));
    return QIcon(pixmap);
}

} // namespace pdsi
