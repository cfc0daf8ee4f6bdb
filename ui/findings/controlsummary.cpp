// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/controlsummary.h"

#include "ui/findings/flowlayout.h"
#include "ui/models/scorewords.h"
#include "ui/models/words.h"
#include "ui/theme/statustheme.h"

#include <QEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace pdsi {

ControlSummary::ControlSummary(QWidget *parent)
    : QWidget(parent)
    , m_score(new QLabel)
    , m_basis(new QLabel)
{
    m_score->setTextFormat(Qt::PlainText);
    m_score->setObjectName(QStringLiteral("controlScore"));
    QFont large = m_score->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setBold(true);
    m_score->setFont(large);
    m_basis->setTextFormat(Qt::PlainText);
    m_basis->setWordWrap(true);
    auto *counts = new FlowLayout;
    counts->setSpacing(2);
    for (int i = 0; i <= int(OutcomeStatus::NotApplicable); ++i) {
        auto *button = new QToolButton;
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setObjectName(QStringLiteral("controlCount.") + outcomeStatusName(static_cast<OutcomeStatus>(i)));
        connect(button, &QToolButton::clicked, this, [this, i] { Q_EMIT statusChosen(static_cast<OutcomeStatus>(i)); });
        m_buttons << button;
        counts->addWidget(button);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(2);
    layout->addWidget(m_score);
    layout->addWidget(m_basis);
    layout->addLayout(counts);
    updateIcons();
    setAssessment({});
}

void ControlSummary::setAssessment(const std::shared_ptr<const Assessment> &assessment)
{
    m_score->setVisible(assessment != nullptr);
    const DashboardFigures figures = assessment ? DashboardFigures::ofControls(*assessment) : DashboardFigures();
    m_score->setText(scoreInWords(figures));
    m_basis->setText(assessment ? scoreBasisInWords(figures)
                                : tr("No snapshot is open. Open one, or the sample account, from the File menu."));
    for (int i = 0; i < m_buttons.size(); ++i) {
        const auto status = static_cast<OutcomeStatus>(i);
        const int n = figures.controls.of(status);
        m_buttons.at(i)->setVisible(n > 0);
        m_buttons.at(i)->setText(tr("%1 %2").arg(wordFor(status)).arg(n));
        m_buttons.at(i)->setAccessibleName(tr("Controls with status %1: %2").arg(wordFor(status)).arg(n));
        m_buttons.at(i)->setToolTip(tr("Show the outcomes with this status"));
    }
}

void ControlSummary::updateIcons()
{
    for (int i = 0; i < m_buttons.size(); ++i)
        m_buttons.at(i)->setIcon(StatusTheme::icon(static_cast<OutcomeStatus>(i), StatusTheme::isDark(palette())));
}

void ControlSummary::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcons();
}

} // namespace pdsi
