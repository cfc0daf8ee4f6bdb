// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collector/collectionprogress.h"

#include <QAbstractTableModel>

namespace pdsi {

/// The requests that are out right now, oldest first.
class InFlightModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { SinceColumn, ClassColumn, RequestColumn, AttemptColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setFlying(const QList<RequestInFlight> &flying);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<RequestInFlight> m_flying;
};

} // namespace pdsi
