// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/controlresultmodel.h"

#include <QDockWidget>

class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace pdsi {

/// Dock with the controls of the open assessment, worst first.
class ControlResultsView : public QDockWidget
{
    Q_OBJECT
public:
    explicit ControlResultsView(QWidget *parent = nullptr);

    void setAssessment(std::shared_ptr<const Assessment> assessment);

Q_SIGNALS:
    /// Row in Assessment::controls, or -1.
    void controlSelected(int row);

private:
    ControlResultModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
    QLabel *m_counts;
};

} // namespace pdsi
