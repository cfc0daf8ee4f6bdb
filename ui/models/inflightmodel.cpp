// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/inflightmodel.h"

#include "ui/models/collectionwords.h"
#include "ui/models/requestwords.h"

#include <QLocale>

namespace pdsi {

void InFlightModel::setFlying(const QList<RequestInFlight> &flying)
{
    const int before = rowCount();
    const int after = static_cast<int>(flying.size());
    if (after > before)
        beginInsertRows({}, before, after - 1);
    else if (after < before)
        beginRemoveRows({}, after, before - 1);
    m_flying = flying;
    if (after > before)
        endInsertRows();
    else if (after < before)
        endRemoveRows();
    if (after > 0)
        Q_EMIT dataChanged(index(0, 0), index(after - 1, ColumnCount - 1));
}

int InFlightModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_flying.size());
}

int InFlightModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant InFlightModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_flying.size())
        return {};
    const RequestInFlight &request = m_flying.at(index.row());
    const QString asked = QString::fromLatin1(request.method) + QLatin1Char(' ') + request.path;
    if (role == Qt::ToolTipRole)
        return plainToolTip(asked);
    if (role == Qt::TextAlignmentRole && (index.column() == SinceColumn || index.column() == AttemptColumn))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case SinceColumn: return tr("%1 s").arg(QLocale().toString(static_cast<double>(request.sinceMs) / 1000.0, 'f', 1));
    case ClassColumn: return classWord(request.resourceClass);
    case RequestColumn: return asked;
    case AttemptColumn: return request.attempt;
    default: return {};
    }
}

QVariant InFlightModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case SinceColumn: return tr("Out for");
    case ClassColumn: return tr("Resources");
    case RequestColumn: return tr("Request");
    case AttemptColumn: return tr("Attempt");
    default: return {};
    }
}

} // namespace pdsi
