// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/differencesmodel.h"

#include "core/report/plaintext.h"
#include "ui/models/coveragewords.h"

namespace pdsi {

void DifferencesModel::setCompared(std::shared_ptr<const ComparedSchedules> compared, const CoverageZones &zones)
{
    beginResetModel();
    m_compared = std::move(compared);
    m_zones = zones;
    collectRows();
    endResetModel();
}

void DifferencesModel::collectRows()
{
    m_rows.clear();
    m_agreeing = m_differing = m_notRecomputed = 0;
    if (!m_compared)
        return;
    for (size_t i = 0; i < m_compared->schedules.size(); ++i) {
        const RecomputedSchedule &schedule = m_compared->schedules[i];
        const int index = static_cast<int>(i), count = static_cast<int>(schedule.differences.size());
        if (schedule.notRecomputed) {
            m_rows.push_back({index, -1});
            ++m_notRecomputed;
            continue;
        }
        ++(count == 0 ? m_agreeing : m_differing);
        for (int difference = 0; difference < count; ++difference)
            m_rows.push_back({index, difference});
    }
}

const RenderingDifference *DifferencesModel::difference(const Row &row) const
{
    return row.difference < 0 ? nullptr : &recomputed(row).differences[static_cast<size_t>(row.difference)];
}

std::optional<Interval> DifferencesModel::intervalOf(int row) const
{
    const RenderingDifference *found = difference(m_rows[static_cast<size_t>(row)]);
    return found ? std::optional(Interval{found->start, found->end}) : std::nullopt;
}

const Schedule &DifferencesModel::scheduleOf(int row) const
{
    return m_compared->inventory->schedules[static_cast<size_t>(m_rows[static_cast<size_t>(row)].schedule)];
}

QString DifferencesModel::personName(const QString &userId) const
{
    if (userId.isEmpty())
        return tr("Nobody");
    const User *user = m_compared->inventory->user(userId);
    return plainText(user ? user->name : userId);
}

int DifferencesModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int DifferencesModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString DifferencesModel::display(const Row &row, int column) const
{
    const Schedule &schedule = m_compared->inventory->schedules[static_cast<size_t>(row.schedule)];
    const RenderingDifference *found = difference(row);
    if (column == ScheduleColumn)
        return plainText(schedule.name);
    if (!found) {
        return column == ResultColumn     ? tr("Not recomputed")
            : column == RecomputedColumn ? wordFor(*recomputed(row).notRecomputed)
                                          : QString();
    }
    switch (column) {
    case ResultColumn: return tr("Differs");
    case StartColumn: return dayAndClockWords(found->start, m_zones.ofSchedule(row.schedule));
    case LengthColumn: return roughDurationWords(found->seconds());
    case RenderedColumn: return personName(found->renderedUserId);
    case RecomputedColumn: return personName(found->recomputedUserId);
    default: return {};
    }
}

QString DifferencesModel::toolTip(const Row &row, int column) const
{
    return difference(row) || column == ScheduleColumn ? display(row, column) : sentenceFor(*recomputed(row).notRecomputed);
}

QVariant DifferencesModel::sortKey(const Row &row, int column) const
{
    const RenderingDifference *found = difference(row);
    switch (column) {
    case ResultColumn: return found ? 0 : 1;
    case StartColumn: return found ? static_cast<qlonglong>(found->start) : 0;
    case LengthColumn: return found ? static_cast<qlonglong>(found->seconds()) : 0;
    default: return display(row, column);
    }
}

QVariant DifferencesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return display(row, index.column());
    case Qt::ToolTipRole: return toolTip(row, index.column()).toHtmlEscaped(); // a tool tip would read tags
    case SortRole: return sortKey(row, index.column());
    case ScheduleRole: return row.schedule;
    default: return {};
    }
}

QVariant DifferencesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case ResultColumn: return tr("Result");
    case ScheduleColumn: return tr("Schedule");
    case StartColumn: return tr("From");
    case LengthColumn: return tr("Length");
    case RenderedColumn: return tr("PagerDuty says");
    case RecomputedColumn: return tr("Recomputed");
    default: return {};
    }
}

} // namespace pdsi
