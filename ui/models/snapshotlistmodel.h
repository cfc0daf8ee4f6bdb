// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/snapshotstore.h"

#include <QAbstractTableModel>
#include <QSet>

namespace pdsi {

/// What the snapshot database holds, newest first. Rows that are about to be deleted can be hidden.
class SnapshotListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { StateColumn, AccountColumn, CollectedColumn, AsOfColumn, AnswersColumn, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole,
        IdRole,      ///< QUuid
        StateRole,   ///< int of State
    };
    enum class State : quint8 { Complete, Incomplete, Unfinished, TooOld, Running };

    using QAbstractTableModel::QAbstractTableModel;

    /// `now` decides which unfinished ones can still be resumed.
    void setSummaries(const QList<SnapshotSummary> &summaries, const QDateTime &now);
    void setHidden(const QSet<QUuid> &hidden);
    /// The one that is being collected right now; null for none.
    void setRunning(const QUuid &id);

    const SnapshotSummary &summary(int row) const { return m_shown.at(row); }
    State state(int row) const;
    int rowOf(const QUuid &id) const;
    static QString accountText(const AccountInfo &account);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void choose();
    QVariant display(int row, int column) const;

    QList<SnapshotSummary> m_all;
    QList<SnapshotSummary> m_shown;
    QSet<QUuid> m_hidden;
    QUuid m_running;
    QDateTime m_now;
};

} // namespace pdsi
