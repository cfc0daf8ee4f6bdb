// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/requestrecord.h"

#include <QAbstractTableModel>
#include <QHash>

namespace pdsi {

/// The request log, a row for each request that got its final answer. Grows while a collection runs; thousands of
/// rows are fine.
class RequestLogModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        IdColumn, ClassColumn, MethodColumn, PathColumn, StatusColumn, ResultColumn, SentColumn, DurationColumn,
        BytesColumn, AttemptsColumn, DigestColumn, ServerIdColumn, ColumnCount
    };
    enum Role {
        SortRole = Qt::UserRole, ///< numbers as numbers, times as times
        RequestIdRole,
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setRequests(const QList<RequestRecord> &requests);
    void append(const QList<RequestRecord> &requests);
    void markSuperseded(const QList<int> &requestIds);

    const RequestRecord &record(int row) const { return m_requests.at(row); }
    /// -1 when the log has no such request.
    int rowOf(int requestId) const { return m_rows.value(requestId, -1); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    static QVariant display(const RequestRecord &record, int column);
    static QVariant sortKey(const RequestRecord &record, int column);

    QList<RequestRecord> m_requests;
    QHash<int, int> m_rows; ///< request id -> row
};

} // namespace pdsi
