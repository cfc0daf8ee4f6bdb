// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/progresstheme.h"

#include "ui/theme/iconcache.h"
#include "ui/theme/statustheme.h"

#include <QPainter>
#include <QPixmap>

namespace pdsi {

namespace {
constexpr double plenty = 0.25;
constexpr double little = 0.05;
} // namespace

QIcon ProgressTheme::icon(ClassPhase phase, bool dark)
{
    if (phase == ClassPhase::Over)
        return {};
    QPixmap pixmap(iconSide, iconSide);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (phase == ClassPhase::Reading) {
        painter.setBrush(StatusTheme::color(OutcomeStatus::Manual, dark));
        painter.drawPolygon(QPolygonF({{14, 8}, {56, 32}, {14, 56}}));
    } else {
        painter.setBrush(StatusTheme::color(OutcomeStatus::NotApplicable, dark));
        for (const int x : {12, 32, 52})
            painter.drawEllipse(QPointF(x, 32), 6, 6);
    }
    painter.end();
    return QIcon(pixmap);
}

QColor ProgressTheme::allowance(double share, bool dark)
{
    return StatusTheme::color(share > plenty       ? OutcomeStatus::Pass
                                  : share > little ? OutcomeStatus::NotDetermined
                                                   : OutcomeStatus::Fail,
                              dark);
}

} // namespace pdsi
