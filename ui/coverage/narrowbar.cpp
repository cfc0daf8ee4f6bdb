// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/narrowbar.h"

#include <QHBoxLayout>

namespace pdsi {

namespace {
constexpr int least = 240; // pixels that the bar asks for at least
} // namespace

NarrowBar::NarrowBar(QWidget *parent)
    : QWidget(parent)
    , m_halves(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_first(new QHBoxLayout)
    , m_second(new QHBoxLayout)
{
    m_halves->setContentsMargins(6, 4, 6, 4);
    m_halves->setSpacing(4);
    m_halves->addLayout(m_first, 1);
    m_halves->addLayout(m_second);
    setMinimumWidth(least);
}

void NarrowBar::addToFirst(QWidget *widget, int stretch) { m_first->addWidget(widget, stretch); }

void NarrowBar::addToSecond(QWidget *widget, int stretch) { m_second->addWidget(widget, stretch); }

void NarrowBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const QMargins margins = m_halves->contentsMargins();
    const int together = m_first->sizeHint().width() + m_second->sizeHint().width() + m_halves->spacing() + margins.left() + margins.right();
    m_halves->setDirection(width() < together ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace pdsi
