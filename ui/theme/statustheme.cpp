// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/statustheme.h"

#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QPixmap>

namespace pdsi {

namespace {

constexpr int iconSide = 64; // painted large, scaled down by QIcon

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

QPainterPath outline(Severity severity)
{
    QPainterPath path;
    const auto add = [&path](std::initializer_list<QPointF> corners) {
        path.addPolygon(QPolygonF(QList<QPointF>(corners)));
        path.closeSubpath();
    };
    switch (severity) {
    case Severity::Critical:
        add({{32, 2}, {58, 32}, {6, 32}});
        add({{32, 30}, {58, 60}, {6, 60}});
        break;
    case Severity::High: add({{32, 8}, {60, 56}, {4, 56}}); break;
    case Severity::Medium: add({{32, 6}, {58, 32}, {32, 58}, {6, 32}}); break;
    case Severity::Low: add({{8, 16}, {56, 16}, {32, 54}}); break;
    }
    return path;
}

QString glyph(OutcomeStatus status)
{
    switch (status) {
    case OutcomeStatus::Error: return QStringLiteral("!");
    case OutcomeStatus::Fail: return QStringLiteral("\u2715");
    case OutcomeStatus::NotDetermined: return QStringLiteral("?");
    case OutcomeStatus::Manual: return QStringLiteral("M");
    case OutcomeStatus::Pass: return QStringLiteral("\u2713");
    case OutcomeStatus::NotApplicable: return QStringLiteral("\u2013");
    }
    return {};
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
    QPixmap pixmap(iconSide, iconSide);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(outline(status), color(status, dark));
    QFont font = painter.font();
    font.setPixelSize(iconSide / 2);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(dark ? QColor(0x16, 0x18, 0x1c) : QColor(Qt::white));
    painter.drawText(pixmap.rect(), Qt::AlignCenter, glyph(status));
    return QIcon(pixmap);
}

QColor StatusTheme::color(Severity severity, bool dark)
{
    switch (severity) {
    case Severity::Critical: return dark ? QColor(0xff, 0x8f, 0x85) : QColor(0xa8, 0x14, 0x0a);
    case Severity::High: return dark ? QColor(0xff, 0xac, 0x70) : QColor(0xa8, 0x47, 0x00);
    case Severity::Medium: return dark ? QColor(0xf0, 0xc0, 0x5a) : QColor(0x80, 0x58, 0x00);
    case Severity::Low: return dark ? QColor(0xa9, 0xc0, 0xd6) : QColor(0x47, 0x5a, 0x6e);
    }
    return {};
}

QIcon StatusTheme::icon(Severity severity, bool dark)
{
    QPixmap pixmap(iconSide, iconSide);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(outline(severity), color(severity, dark));
    return QIcon(pixmap);
}

} // namespace pdsi
