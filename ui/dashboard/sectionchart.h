// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dashboard/chartlook.h"

#include <QChart>

class QBarSet;
class QGraphicsSimpleTextItem;
class QPieSeries;
class QPieSlice;

namespace pdsi {

/// One section drawn by Qt Charts: a donut, or bars one above the other. It has no legend and no numbers of its own; a table
/// beside it has both.
class SectionChart : public QChart
{
    Q_OBJECT
public:
    SectionChart(const DashboardSection &section, const ChartLook &look, QGraphicsItem *parent = nullptr);

    /// How high it wants to be.
    static int heightFor(const DashboardSection &section);
    /// Sets this mark off from the others; -1 = none.
    void highlight(int mark);

Q_SIGNALS:
    /// The pointer came upon this mark, or left it (-1).
    void hovered(int mark);
    void chosen(int mark);

private:
    void drawDonut();
    void drawBars();
    QBarSet *barSet(const DashboardMark &mark);
    void connectSet(QBarSet *set, int column);
    void addAxes(QAbstractSeries *series);
    void placeCenter();
    int markAt(int position, int column) const;

    DashboardSection m_section;
    ChartLook m_look;
    QList<QPieSlice *> m_slices;   ///< of a donut, by mark
    QGraphicsSimpleTextItem *m_center = nullptr;
};

} // namespace pdsi
