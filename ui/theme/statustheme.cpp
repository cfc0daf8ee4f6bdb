// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/statustheme.h"

#include "ui/theme/iconcache.h"

#include <QPalette>

namespace pdsi {

namespace {

/// The outline that tells a status apart without colour.
QPainterPath outline(OutcomeStatus status)
{
    const QRectF box(4, 4, iconSide - 8, iconSide - 8);
    QPainterPath path;
    switch (status) {
    case OutcomeStatus::Fail:
    case OutcomeStatus::Error: { // octagon: stop
        const qreal cut = 17;
        path.addPolygon(QPolygonF({{box.left() + cut, box.top()}, {box.right() - cut, box.top()},
                                   {box.right(), box.top() + cut}, {box.right(), box.bottom() - cut},
                                   {box.right() - cut, box.bottom()}, {box.left() + cut, box.bottom()},
                                   {box.left(), box.bottom() - cut}, {box.left(), box.top() + cut}}));
        path.closeSubpath();
        break;
    }
    case OutcomeStatus::NotDetermined: // diamond: unknown
        path.addPolygon(QPolygonF({{box.center().x(), box.top()}, {box.right(), box.center().y()},
                                   {box.center().x(), box.bottom()}, {box.left(), box.center().y()}}));
        path.closeSubpath();
        break;
    case OutcomeStatus::Manual: // square: a form to fill in
        path.addRoundedRect(box, 8, 8);
        break;
    case OutcomeStatus::Pass:
    case OutcomeStatus::NotApplicable:
        path.addEllipse(box);
        break;
    }
    return path;
}

/// Lines rather than letters where a font might lack the sign.
QPainterPath strokes(OutcomeStatus status)
{
    QPainterPath path;
    switch (status) {
    case OutcomeStatus::Fail: // cross
        path.moveTo(22, 22);
        path.lineTo(42, 42);
        path.moveTo(42, 22);
        path.lineTo(22, 42);
        break;
    case OutcomeStatus::Pass: // tick
        path.moveTo(19, 33);
        path.lineTo(28, 43);
        path.lineTo(45, 22);
        break;
    case OutcomeStatus::NotApplicable: // dash
        path.moveTo(20, 32);
        path.lineTo(44, 32);
        break;
    case OutcomeStatus::Error:
    case OutcomeStatus::NotDetermined:
    case OutcomeStatus::Manual:
        break;
    }
    return path;
}

QString letter(OutcomeStatus status)
{
    switch (status) {
    case OutcomeStatus::Error: return QStringLiteral("!");
    case OutcomeStatus::NotDetermined: return QStringLiteral("?");
    case OutcomeStatus::Manual: return QStringLiteral("M");
    default: return {};
    }
}

void paintIcon(QPainter &painter, OutcomeStatus status, bool dark)
{
    painter.fillPath(outline(status), StatusTheme::color(status, dark));
    const QColor ink = dark ? QColor(0x16, 0x18, 0x1c) : QColor(Qt::white);
    painter.setPen(QPen(ink, 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(strokes(status));
    QFont font = painter.font();
    font.setPixelSize(iconSide * 5 / 8);
    font.setBold(true);
    painter.setFont(font);
    painter.drawText(QRect(0, 0, iconSide, iconSide), Qt::AlignCenter, letter(status));
}

/// A chevron whose tip is at `tip`; `rise` is positive when it points up.
void addChevron(QPainterPath &path, qreal tip, qreal rise)
{
    path.moveTo(12, tip + rise);
    path.lineTo(32, tip);
    path.lineTo(52, tip + rise);
}

QPainterPath strokes(Severity severity)
{
    QPainterPath path;
    switch (severity) {
    case Severity::Critical:
        addChevron(path, 10, 18);
        addChevron(path, 34, 18);
        break;
    case Severity::High:
        addChevron(path, 22, 18);
        break;
    case Severity::Medium:
        path.moveTo(12, 24);
        path.lineTo(52, 24);
        path.moveTo(12, 42);
        path.lineTo(52, 42);
        break;
    case Severity::Low:
        addChevron(path, 42, -18);
        break;
    }
    return path;
}

} // namespace

bool StatusTheme::isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

QColor StatusTheme::color(OutcomeStatus status, bool dark)
{
    switch (status) {
    case OutcomeStatus::Error: return dark ? QColor(0xff, 0x8a, 0xd8) : QColor(0x9c, 0x1a, 0x6e);
    case OutcomeStatus::Fail: return dark ? QColor(0xff, 0x8f, 0x85) : QColor(0xb3, 0x1d, 0x12);
    case OutcomeStatus::NotDetermined: return dark ? QColor(0xf0, 0xc0, 0x5a) : QColor(0x8a, 0x5a, 0x00);
    case OutcomeStatus::Manual: return dark ? QColor(0x8c, 0xb8, 0xff) : QColor(0x1f, 0x57, 0xb5);
    case OutcomeStatus::Pass: return dark ? QColor(0x7c, 0xd6, 0x92) : QColor(0x1b, 0x6e, 0x34);
    case OutcomeStatus::NotApplicable: return dark ? QColor(0xb0, 0xb4, 0xba) : QColor(0x5a, 0x60, 0x68);
    }
    return {};
}

QIcon StatusTheme::icon(OutcomeStatus status, bool dark)
{
    return cachedIcon(QStringLiteral("status/%1/%2").arg(outcomeStatusName(status)).arg(dark),
                      [=](QPainter &painter) { paintIcon(painter, status, dark); });
}

QColor StatusTheme::color(Severity severity, bool dark)
{
    switch (severity) {
    case Severity::Critical: return dark ? QColor(0xff, 0x8a, 0x9a) : QColor(0xa8, 0x12, 0x2e);
    case Severity::High: return dark ? QColor(0xff, 0xa8, 0x6b) : QColor(0xa8, 0x45, 0x00);
    case Severity::Medium: return dark ? QColor(0xe6, 0xcb, 0x5f) : QColor(0x77, 0x5e, 0x00);
    case Severity::Low: return dark ? QColor(0x8f, 0xc1, 0xd6) : QColor(0x2c, 0x63, 0x7a);
    }
    return {};
}

QIcon StatusTheme::icon(Severity severity, bool dark)
{
    return cachedIcon(QStringLiteral("severity/%1/%2").arg(severityName(severity)).arg(dark), [=](QPainter &painter) {
        painter.setPen(QPen(color(severity, dark), 9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(strokes(severity));
    });
}

} // namespace pdsi
