// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace pdsi {

/// Head of the control results: the score, what it rests on, and how many controls have which status.
class ControlSummary : public QWidget
{
    Q_OBJECT
public:
    explicit ControlSummary(QWidget *parent = nullptr);

    /// nullptr: says that nothing is open.
    void setAssessment(const std::shared_ptr<const Assessment> &assessment);

Q_SIGNALS:
    /// The count of this status was pressed.
    void statusChosen(OutcomeStatus status);

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateIcons();

    QLabel *m_score;
    QLabel *m_basis;
    QList<QToolButton *> m_buttons; ///< one a status, by OutcomeStatus
};

} // namespace pdsi
