// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

#include <QWidget>

#include <array>

class QToolButton;

namespace pdsi {

/// A row of buttons, one a status, each with its number of outcomes: pressed ones are shown. None pressed shows all.
class StatusChips : public QWidget
{
    Q_OBJECT
public:
    explicit StatusChips(QWidget *parent = nullptr);

    /// Statuses that the assessment has none of get no button, unless it is pressed.
    void setTotals(const StatusCounts &totals);
    void setCounts(const StatusCounts &counts);
    void setChosen(const QList<int> &statuses);

Q_SIGNALS:
    /// By the user; ints of OutcomeStatus, worst first.
    void chosen(const QList<int> &statuses);

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintIcons();
    void showSome();
    void markPressed();

    std::array<QToolButton *, 6> m_buttons;
    StatusCounts m_totals;
};

} // namespace pdsi
