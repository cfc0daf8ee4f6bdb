// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/dashboardsectionmodel.h"

namespace pdsi {

void DashboardSectionModel::setSection(const DashboardSection &section)
{
    beginResetModel();
    m_section = section;
    endResetModel();
}

int DashboardSectionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_section.rows.size());
}

int DashboardSectionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_section.columns.size()) + 1;
}

QVariant DashboardSectionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const DashboardRow &row = m_section.rows.at(index.row());
    const bool names = index.column() == 0;
    const DashboardMark *its = names ? nullptr : mark(index);
    switch (role) {
    case Qt::DisplayRole: return names ? QVariant(row.label) : QVariant(its ? its->count : 0);
    case Qt::ToolTipRole: {
        const QString words = names ? row.label : its ? its->sentence : QString();
        return words.isEmpty() || row.note.isEmpty()
            ? words.toHtmlEscaped()
            : QStringLiteral("<p>%1</p><p>%2</p>").arg(words.toHtmlEscaped(), row.note.toHtmlEscaped());
    }
    case Qt::AccessibleTextRole:
        if (names)
            return row.label;
        return its ? its->sentence : tr("%1, %2: none").arg(row.label, m_section.columns.at(index.column() - 1));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment((names ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    case MeaningRole: return its ? QVariant::fromValue(its->meaning) : QVariant();
    case MarkRole: return its ? int(its - m_section.marks.constData()) : -1;
    case FacetsRole: return QVariant::fromValue(names ? row.facets : its ? its->facets : Facets());
    default: return {};
    }
}

QVariant DashboardSectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    const QString words = section == 0 ? m_section.rowHeader : m_section.columns.value(section - 1);
    if (role == Qt::DisplayRole)
        return QString(words).replace(QLatin1Char(' '), QLatin1Char('\n')); // numbers need less room than words
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return words;
    return {};
}

} // namespace pdsi
