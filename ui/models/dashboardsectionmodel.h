// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/dashboardsections.h"

#include <QAbstractTableModel>

namespace pdsi {

/// The numbers of one chart as a table: column 0 names the row, the others count. Resets whole; never patched.
class DashboardSectionModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        FacetsRole = Qt::UserRole, ///< Facets of the mark, or of the row in column 0; empty when nothing is there
        MeaningRole,               ///< ChartMeaning of the mark, if one is there
        MarkRole,                  ///< index in DashboardSection::marks, or -1
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setSection(const DashboardSection &section);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const DashboardMark *mark(const QModelIndex &index) const { return m_section.mark(index.row(), index.column() - 1); }

    DashboardSection m_section;
};

} // namespace pdsi
