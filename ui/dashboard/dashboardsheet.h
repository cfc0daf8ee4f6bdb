// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dashboard/chartlook.h"

class QPainter;

namespace pdsi {

/// The dashboard as one page for paper and pictures, always on white: every section with its chart and its table.
class DashboardSheet
{
public:
    /// `linesOnly`: with hatches that SVG can hold.
    DashboardSheet(const QString &title, const QString &subtitle, const QList<DashboardSection> &sections, bool linesOnly = false);

    /// At its natural scale, 1000 wide.
    QSizeF size() const { return m_size; }
    /// Scaled to fit into `target`, at its top.
    void paint(QPainter &painter, const QRectF &target) const;

private:
    struct Cell {
        QRectF area;
        qreal chartTop = 0;
        qreal tableTop = 0;
    };

    void placeCells();
    Cell measure(const DashboardSection &section, qreal left, qreal top) const;
    void paintHead(QPainter &painter) const;
    void paintSection(QPainter &painter, const DashboardSection &section, const Cell &cell) const;
    void paintChart(QPainter &painter, const DashboardSection &section, const Cell &cell) const;
    void paintTable(QPainter &painter, const DashboardSection &section, const Cell &cell) const;
    void paintRow(QPainter &painter, const DashboardSection &section, int row, const QRectF &line) const;

    QString m_title;
    QString m_subtitle;
    QList<DashboardSection> m_sections;
    ChartLook m_look;
    QList<Cell> m_cells;
    QSizeF m_size;
};

} // namespace pdsi
