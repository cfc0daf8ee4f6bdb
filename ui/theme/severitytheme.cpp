// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/severitytheme.h"

#include "ui/theme/iconcache.h"

namespace pdsi {

namespace {

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

QColor SeverityTheme::color(Severity severity, bool dark)
{
    switch (severity) {
    case Severity::Critical: return dark ? QColor(0xff, 0x8a, 0x9a) : QColor(0xa8, 0x12, 0x2e);
    case Severity::High: return dark ? QColor(0xff, 0xa8, 0x6b) : QColor(0xa8, 0x45, 0x00);
    case Severity::Medium: return dark ? QColor(0xe6, 0xcb, 0x5f) : QColor(0x77, 0x5e, 0x00);
    case Severity::Low: return dark ? QColor(0x8f, 0xc1, 0xd6) : QColor(0x2c, 0x63, 0x7a);
    }
    return {};
}

QIcon SeverityTheme::icon(Severity severity, bool dark)
{
    return cachedIcon(QStringLiteral("severity/%1/%2").arg(severityName(severity)).arg(dark), [=](QPainter &painter) {
        painter.setPen(QPen(color(severity, dark), 9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(strokes(severity));
    });
}

} // namespace pdsi
