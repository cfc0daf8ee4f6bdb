// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/collection/ratelimitgauge.h"

#include "ui/theme/progresstheme.h"
#include "ui/theme/statustheme.h"

#include <QPainter>

namespace pdsi {

namespace {
constexpr double hatchedBelow = 0.25;
}

RateLimitGauge::RateLimitGauge(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("collection.rateLimit"));
    setAccessibleName(tr("Rate limit"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RateLimitGauge::setAllowance(int remaining, int limit, const QString &words)
{
    setAccessibleDescription(words);
    setToolTip(words);
    if (remaining == m_remaining && limit == m_limit)
        return;
    m_remaining = remaining;
    m_limit = limit;
    update();
}

double RateLimitGauge::share() const
{
    return m_remaining < 0 || m_limit <= 0 ? -1 : qBound(0.0, double(m_remaining) / m_limit, 1.0);
}

QSize RateLimitGauge::sizeHint() const { return {160, fontMetrics().height() / 2 + 4}; }

QSize RateLimitGauge::minimumSizeHint() const { return {60, sizeHint().height()}; }

void RateLimitGauge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool dark = StatusTheme::isDark(palette());
    const QRectF track = QRectF(rect()).adjusted(0.5, 1.5, -0.5, -1.5);
    painter.setPen(QPen(palette().color(QPalette::Mid), 1, share() < 0 ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(track, 3, 3);
    if (share() <= 0)
        return;
    QRectF filled = track.adjusted(1, 1, -1, -1);
    filled.setWidth(filled.width() * share());
    painter.setPen(Qt::NoPen);
    painter.setBrush(QBrush(ProgressTheme::allowance(share(), dark), share() < hatchedBelow ? Qt::BDiagPattern : Qt::SolidPattern));
    painter.drawRoundedRect(filled, 2, 2);
}

} // namespace pdsi
