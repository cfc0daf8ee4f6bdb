// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/dashboardsectionmodel.h"

#include <QFrame>

class QBoxLayout;
class QChartView;
class QLabel;
class QTableView;

namespace pdsi {

class SectionChart;

/// One section of the dashboard: title, a sentence, the chart, and the table that says the same. The table is how the
/// chart is read and used without a pointer: every slice and bar is a cell.
class DashboardPanel : public QFrame
{
    Q_OBJECT
public:
    explicit DashboardPanel(QWidget *parent = nullptr);

    void setSection(const DashboardSection &section);
    void setAnimated(bool animated);

Q_SIGNALS:
    /// A slice, a bar or a cell was chosen.
    void chosen(const Facets &facets);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void createTable();
    void choose(const QModelIndex &index);
    void drawChart();
    void arrange();
    void showToolTip(int mark);

    DashboardSection m_section;
    bool m_animated = false;
    QLabel *m_title;
    QLabel *m_summary;
    QBoxLayout *m_body;
    QChartView *m_view;
    SectionChart *m_chart = nullptr; ///< owned by the view's scene
    QTableView *m_table;
    DashboardSectionModel *m_model;
};

} // namespace pdsi
