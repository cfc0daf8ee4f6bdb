// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/chartinks.h"

#include "ui/theme/iconcache.h"
#include "ui/theme/statustheme.h"

#include <QImage>

namespace pdsi {

namespace {

constexpr int tileSide = 8;

/// One tile of the hatch; lines that leave it go on in the next.
void paintHatch(QPainter &painter, Hatch hatch)
{
    constexpr qreal side = tileSide;
    const bool rising = hatch == Hatch::Diagonal || hatch == Hatch::Crossed;
    const bool falling = hatch == Hatch::BackDiagonal || hatch == Hatch::Crossed;
    for (const qreal shift : {-side, 0.0, side}) {
        if (rising)
            painter.drawLine(QPointF(shift, side), QPointF(shift + side, 0));
        if (falling)
            painter.drawLine(QPointF(shift, 0), QPointF(shift + side, side));
    }
    if (hatch == Hatch::Horizontal)
        painter.drawLine(QPointF(0, side / 2), QPointF(side, side / 2));
    if (hatch == Hatch::Vertical)
        painter.drawLine(QPointF(side / 2, 0), QPointF(side / 2, side));
    if (hatch == Hatch::Dots)
        painter.drawEllipse(QPointF(side / 2, side / 2), 1.2, 1.2);
}

Qt::BrushStyle lineStyle(Hatch hatch)
{
    switch (hatch) {
    case Hatch::Solid: return Qt::SolidPattern;
    case Hatch::Diagonal: return Qt::BDiagPattern;
    case Hatch::BackDiagonal: return Qt::FDiagPattern;
    case Hatch::Crossed: return Qt::DiagCrossPattern;
    case Hatch::Horizontal: return Qt::HorPattern;
    case Hatch::Vertical: return Qt::VerPattern;
    case Hatch::Dots: return Qt::Dense6Pattern;
    }
    return Qt::SolidPattern;
}

} // namespace

ChartInk ChartInks::of(OutcomeStatus status, bool dark)
{
    const QColor color = StatusTheme::color(status, dark);
    switch (status) {
    case OutcomeStatus::Error: return {color, Hatch::Crossed};
    case OutcomeStatus::Fail: return {color, Hatch::Solid};
    case OutcomeStatus::NotDetermined: return {color, Hatch::Diagonal};
    case OutcomeStatus::Manual: return {color, Hatch::Dots};
    case OutcomeStatus::Pass: return {color, Hatch::Horizontal};
    case OutcomeStatus::NotApplicable: return {color, Hatch::Vertical};
    }
    return {};
}

ChartInk ChartInks::of(Severity severity, bool waived, bool dark)
{
    return {StatusTheme::color(severity, dark), waived ? Hatch::Diagonal : Hatch::Solid};
}

ChartInk ChartInks::of(ReasonCode reason, bool dark)
{
    const QColor unknown = StatusTheme::color(OutcomeStatus::NotDetermined, dark);
    switch (reason) {
    case ReasonCode::Permission: return {unknown, Hatch::Solid};
    case ReasonCode::Plan: return {unknown, Hatch::Horizontal};
    case ReasonCode::NotExposed: return {unknown, Hatch::Dots};
    case ReasonCode::Partial: return {unknown, Hatch::Diagonal};
    case ReasonCode::Cap: return {unknown, Hatch::Vertical};
    case ReasonCode::Failed: return {unknown, Hatch::Crossed};
    case ReasonCode::NotCollected: return {unknown, Hatch::BackDiagonal};
    }
    return {};
}

ChartInk ChartInks::of(CollectionState state, bool dark)
{
    const QColor refused = StatusTheme::color(OutcomeStatus::Fail, dark);
    const QColor absent = StatusTheme::color(OutcomeStatus::NotApplicable, dark);
    switch (state) {
    case CollectionState::Complete: return {StatusTheme::color(OutcomeStatus::Pass, dark), Hatch::Solid};
    case CollectionState::Partial: return {StatusTheme::color(OutcomeStatus::NotDetermined, dark), Hatch::Diagonal};
    case CollectionState::Denied: return {refused, Hatch::Vertical};
    case CollectionState::Unavailable: return {absent, Hatch::Horizontal};
    case CollectionState::Failed: return {refused, Hatch::Crossed};
    case CollectionState::NotCollected: return {absent, Hatch::BackDiagonal};
    }
    return {};
}

QBrush ChartInks::brush(const ChartInk &ink, const QColor &base)
{
    if (ink.hatch == Hatch::Solid)
        return ink.color;
    QImage tile(tileSide, tileSide, QImage::Format_ARGB32_Premultiplied);
    tile.fill(ink.color);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(base, 1.6));
    painter.setBrush(base);
    paintHatch(painter, ink.hatch);
    painter.end();
    return QBrush(tile);
}

QBrush ChartInks::lineBrush(const ChartInk &ink) { return QBrush(ink.color, lineStyle(ink.hatch)); }

QIcon ChartInks::swatch(const ChartInk &ink, const QColor &base)
{
    const QString name = QStringLiteral("swatch/%1/%2/%3").arg(ink.color.name(), base.name()).arg(int(ink.hatch));
    return cachedIcon(name, [&](QPainter &painter) {
        // Icons are scaled down to a quarter; the hatch must not be.
        painter.scale(4, 4);
        painter.setPen(QPen(ink.color, 1));
        painter.setBrush(brush(ink, base));
        painter.drawRect(QRectF(1.5, 1.5, iconSide / 4 - 3, iconSide / 4 - 3));
    });
}

} // namespace pdsi
