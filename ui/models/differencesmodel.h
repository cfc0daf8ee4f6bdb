// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/coveragezones.h"
#include "ui/models/scheduledifferences.h"

#include <QAbstractTableModel>

namespace pdsi {

/// Where PagerDuty's rendering and our recomputation name different people, and which schedules were not recomputed.
class DifferencesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { ResultColumn, ScheduleColumn, StartColumn, LengthColumn, RenderedColumn, RecomputedColumn, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole,
        ScheduleRole, ///< index in Inventory::schedules
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setCompared(std::shared_ptr<const ComparedSchedules> compared, const CoverageZones &zones);
    /// The stretch of a row; nullopt for a schedule that was not recomputed.
    std::optional<Interval> intervalOf(int row) const;
    const Schedule &scheduleOf(int row) const;
    int agreeing() const { return m_agreeing; }
    int differing() const { return m_differing; }
    int notRecomputed() const { return m_notRecomputed; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        int schedule = -1;
        int difference = -1; ///< -1: not recomputed
    };
    void collectRows();
    const RecomputedSchedule &recomputed(const Row &row) const { return m_compared->schedules[static_cast<size_t>(row.schedule)]; }
    const RenderingDifference *difference(const Row &row) const;
    QString display(const Row &row, int column) const;
    QString toolTip(const Row &row, int column) const;
    QVariant sortKey(const Row &row, int column) const;
    QString personName(const QString &userId) const;

    std::shared_ptr<const ComparedSchedules> m_compared;
    CoverageZones m_zones;
    std::vector<Row> m_rows;
    int m_agreeing = 0, m_differing = 0, m_notRecomputed = 0;
};

} // namespace pdsi
