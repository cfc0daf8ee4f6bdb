// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/requestlogmodel.h"

#include "ui/models/collectionwords.h"
#include "ui/models/requestwords.h"

namespace pdsi {

namespace {

bool isNumber(int column)
{
    using M = RequestLogModel;
    return column == M::IdColumn || column == M::StatusColumn || column == M::DurationColumn || column == M::BytesColumn
        || column == M::AttemptsColumn;
}

QString resultText(const RequestRecord &record)
{
    return record.superseded ? RequestLogModel::tr("%1, read again").arg(wordFor(record.result)) : wordFor(record.result);
}

} // namespace

void RequestLogModel::setRequests(const QList<RequestRecord> &requests)
{
    beginResetModel();
    m_requests = requests;
    m_rows.clear();
    m_rows.reserve(requests.size());
    for (int row = 0; row < requests.size(); ++row)
        m_rows.insert(requests.at(row).id, row);
    endResetModel();
}

void RequestLogModel::append(const QList<RequestRecord> &requests)
{
    if (requests.isEmpty())
        return;
    const int first = static_cast<int>(m_requests.size());
    beginInsertRows({}, first, first + static_cast<int>(requests.size()) - 1);
    for (const RequestRecord &request : requests) {
        m_rows.insert(request.id, static_cast<int>(m_requests.size()));
        m_requests.append(request);
    }
    endInsertRows();
}

void RequestLogModel::markSuperseded(const QList<int> &requestIds)
{
    for (const int id : requestIds) {
        const int row = rowOf(id);
        if (row < 0 || m_requests.at(row).superseded)
            continue;
        m_requests[row].superseded = true;
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

int RequestLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_requests.size());
}

int RequestLogModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant RequestLogModel::display(const RequestRecord &record, int column)
{
    switch (column) {
    case IdColumn: return record.id;
    case ClassColumn: return classWord(record.resourceClass);
    case MethodColumn: return QString::fromLatin1(record.method);
    case PathColumn: return record.path;
    case StatusColumn: return record.status > 0 ? QString::number(record.status) : tr("none");
    case ResultColumn: return resultText(record);
    case SentColumn: return timeText(record.sentAt);
    case DurationColumn: return durationMs(record) >= 0 ? QString::number(durationMs(record)) : QString();
    case BytesColumn: return record.bytes;
    case AttemptsColumn: return record.attempts;
    case DigestColumn: return QString::fromLatin1(record.sha256);
    case ServerIdColumn: return record.serverRequestId;
    default: return {};
    }
}

QVariant RequestLogModel::sortKey(const RequestRecord &record, int column)
{
    switch (column) {
    case ClassColumn: return static_cast<int>(record.resourceClass);
    case StatusColumn: return record.status;
    case ResultColumn: return static_cast<int>(record.result) * 2 + (record.superseded ? 1 : 0);
    case SentColumn: return record.sentAt;
    case DurationColumn: return durationMs(record);
    default: return display(record, column);
    }
}

QVariant RequestLogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_requests.size())
        return {};
    const RequestRecord &record = m_requests.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return display(record, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(index.column() == PathColumn || index.column() == DigestColumn || index.column() == ServerIdColumn
                                ? display(record, index.column()).toString() : QString());
    case Qt::TextAlignmentRole:
        if (isNumber(index.column()))
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case SortRole: return sortKey(record, index.column());
    case RequestIdRole: return record.id;
    default: return {};
    }
}

QVariant RequestLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case IdColumn: return tr("No.");
    case ClassColumn: return tr("Resources");
    case MethodColumn: return tr("Method");
    case PathColumn: return tr("Path and query");
    case StatusColumn: return tr("Status");
    case ResultColumn: return tr("Result");
    case SentColumn: return tr("Sent (UTC)");
    case DurationColumn: return tr("ms");
    case BytesColumn: return tr("Bytes");
    case AttemptsColumn: return tr("Attempts");
    case DigestColumn: return tr("SHA-256");
    case ServerIdColumn: return tr("Server's id");
    default: return {};
    }
}

} // namespace pdsi
