// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/controlresultmodel.h"

#include "ui/models/words.h"

namespace pdsi {

void ControlResultModel::setAssessment(std::shared_ptr<const Assessment> assessment)
{
    beginResetModel();
    m_assessment = std::move(assessment);
    endResetModel();
}

int ControlResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_assessment ? 0 : static_cast<int>(m_assessment->controls.size());
}

int ControlResultModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ControlResultModel::display(const ControlResult &control, int column) const
{
    switch (column) {
    case StatusColumn: return wordFor(control.status);
    case IdColumn: return control.info.id;
    case TitleColumn: return control.info.title;
    case SeverityColumn: return wordFor(control.info.severity);
    case FailColumn: return control.counts.fail;
    case NotDeterminedColumn: return control.counts.notDetermined;
    default: return {};
    }
}

QVariant ControlResultModel::sortKey(const ControlResult &control, int column) const
{
    const int severity = static_cast<int>(control.info.severity);
    switch (column) {
    case StatusColumn: return static_cast<int>(control.status) * 1000 + severity * 100 + control.info.id;
    case SeverityColumn: return severity * 1000 + static_cast<int>(control.status) * 100 + control.info.id;
    default: return display(control, column);
    }
}

QVariant ControlResultModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_assessment || index.row() >= m_assessment->controls.size())
        return {};
    const ControlResult &control = m_assessment->controls.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return display(control, index.column());
    case Qt::ToolTipRole: return control.message.toHtmlEscaped(); // a tool tip would read tags in account text
    case Qt::TextAlignmentRole:
        if (index.column() == IdColumn || index.column() == FailColumn || index.column() == NotDeterminedColumn)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case SortRole: return sortKey(control, index.column());
    case StatusRole: return static_cast<int>(control.status);
    case SeverityRole: return static_cast<int>(control.info.severity);
    case ControlIdRole: return control.info.id;
    default: return {};
    }
}

QVariant ControlResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case StatusColumn: return tr("Status");
    case IdColumn: return tr("No.");
    case TitleColumn: return tr("Control");
    case SeverityColumn: return tr("Severity");
    case FailColumn: return tr("Fail");
    case NotDeterminedColumn: return tr("Not det.");
    default: return {};
    }
}

} // namespace pdsi
