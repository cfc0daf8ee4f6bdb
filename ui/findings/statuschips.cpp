// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/statuschips.h"

#include "ui/findings/flowlayout.h"
#include "ui/models/words.h"
#include "ui/theme/statustheme.h"

#include <QEvent>
#include <QLocale>
#include <QToolButton>

namespace pdsi {

StatusChips::StatusChips(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(fontMetrics().averageCharWidth() / 2);
    for (size_t i = 0; i < m_buttons.size(); ++i) {
        const auto status = static_cast<OutcomeStatus>(i);
        auto *button = new QToolButton(this);
        m_buttons[i] = button;
        button->setObjectName(QStringLiteral("chip.") + outcomeStatusName(status));
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setToolTip(tr("Show outcomes with this status; several may be chosen"));
        layout->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this] {
            QList<int> statuses;
            for (size_t b = 0; b < m_buttons.size(); ++b) {
                if (m_buttons[b]->isChecked())
                    statuses << int(b);
            }
            Q_EMIT chosen(statuses);
        });
    }
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    setCounts({});
    paintIcons();
    showSome();
}

void StatusChips::setTotals(const StatusCounts &totals)
{
    m_totals = totals;
    showSome();
}

void StatusChips::setCounts(const StatusCounts &counts)
{
    for (size_t i = 0; i < m_buttons.size(); ++i) {
        const auto status = static_cast<OutcomeStatus>(i);
        const QString number = locale().toString(counts.of(status));
        m_buttons[i]->setText(QStringLiteral("%1 %2").arg(wordFor(status), number));
        m_buttons[i]->setAccessibleName(tr("%1, %2 outcomes").arg(wordFor(status), number));
    }
}

void StatusChips::setChosen(const QList<int> &statuses)
{
    for (size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(statuses.contains(int(i)));
    showSome();
    markPressed();
}

void StatusChips::showSome()
{
    for (size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setVisible(m_totals.of(static_cast<OutcomeStatus>(i)) > 0 || m_buttons[i]->isChecked());
}

/// Some styles hardly show that a button is down.
void StatusChips::markPressed()
{
    for (QToolButton *button : m_buttons) {
        QFont bold = font();
        bold.setBold(button->isChecked());
        button->setFont(bold);
        QPalette colors = palette();
        if (button->isChecked()) {
            colors.setColor(QPalette::Button, colors.color(QPalette::Highlight));
            colors.setColor(QPalette::ButtonText, colors.color(QPalette::HighlightedText));
        }
        button->setPalette(colors);
    }
}

void StatusChips::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        paintIcons();
        markPressed();
    }
    QWidget::changeEvent(event);
}

void StatusChips::paintIcons()
{
    const int side = fontMetrics().height();
    for (size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setIcon(StatusTheme::icon(static_cast<OutcomeStatus>(i), StatusTheme::isDark(palette())));
        m_buttons[i]->setIconSize(QSize(side, side));
    }
}

} // namespace pdsi
