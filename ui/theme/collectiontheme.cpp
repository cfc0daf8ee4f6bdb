// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/collectiontheme.h"

#include "ui/theme/iconcache.h"
#include "ui/theme/statustheme.h"

#include <QPainter>
#include <QPixmap>

namespace pdsi {

namespace {

const QRectF disc(6, 6, iconSide - 12, iconSide - 12);

void paint(QPainter &painter, CollectionState state, const QColor &color, const QColor &ink)
{
    const QPen ring(color, 8), stroke(ink, 9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (state) {
    case CollectionState::Complete:
        painter.drawEllipse(disc);
        painter.setPen(stroke);
        painter.drawPolyline(QPolygonF({{20, 33}, {29, 43}, {45, 23}}));
        return;
    case CollectionState::Partial:
        painter.drawPie(disc, 90 * 16, 180 * 16);
        break;
    case CollectionState::Denied:
        painter.drawEllipse(disc);
        painter.setPen(stroke);
        painter.drawLine(QPointF(20, 32), QPointF(44, 32));
        return;
    case CollectionState::Failed:
        painter.setPen(QPen(color, 12, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(14, 14), QPointF(50, 50));
        painter.drawLine(QPointF(50, 14), QPointF(14, 50));
        return;
    case CollectionState::Unavailable:
        painter.setPen(QPen(color, 10, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(14, 32), QPointF(50, 32));
        return;
    case CollectionState::NotCollected: break;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(ring);
    painter.drawEllipse(disc.adjusted(3, 3, -3, -3));
}

} // namespace

QColor CollectionTheme::color(CollectionState state, bool dark)
{
    switch (state) {
    case CollectionState::Complete: return StatusTheme::color(OutcomeStatus::Pass, dark);
    case CollectionState::Partial: return StatusTheme::color(OutcomeStatus::NotDetermined, dark);
    case CollectionState::Denied:
    case CollectionState::Failed: return StatusTheme::color(OutcomeStatus::Fail, dark);
    case CollectionState::Unavailable:
    case CollectionState::NotCollected: return StatusTheme::color(OutcomeStatus::NotApplicable, dark);
    }
    return {};
}

QIcon CollectionTheme::icon(CollectionState state, bool dark)
{
    QPixmap pixmap(iconSide, iconSide);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, state, color(state, dark), dark ? QColor(0x16, 0x18, 0x1c) : QColor(Qt::white));
    painter.end();
    return QIcon(pixmap);
}

} // namespace pdsi
