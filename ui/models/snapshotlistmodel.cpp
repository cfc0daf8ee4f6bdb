// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/snapshotlistmodel.h"

#include "ui/models/requestwords.h"

#include <QUrl>

#include <algorithm>

namespace pdsi {

namespace {

QString stateText(SnapshotListModel::State state)
{
    using State = SnapshotListModel::State;
    switch (state) {
    case State::Complete: return SnapshotListModel::tr("Complete");
    case State::Incomplete: return SnapshotListModel::tr("Incomplete");
    case State::Unfinished: return SnapshotListModel::tr("Unfinished");
    case State::TooOld: return SnapshotListModel::tr("Abandoned");
    case State::Running: return SnapshotListModel::tr("Running");
    }
    return {};
}

QString stateExplained(SnapshotListModel::State state)
{
    using State = SnapshotListModel::State;
    switch (state) {
    case State::Complete: return SnapshotListModel::tr("Everything the key may read has arrived.");
    case State::Incomplete: return SnapshotListModel::tr("Some resources were denied, failed or arrived in part.");
    case State::Unfinished: return SnapshotListModel::tr("The collection was interrupted and can be resumed.");
    case State::TooOld: return SnapshotListModel::tr("The collection was interrupted more than 24 hours ago: the account has "
                                                     "moved on, so it cannot be resumed.");
    case State::Running: return SnapshotListModel::tr("This is being collected right now.");
    }
    return {};
}

QString minuteText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm")) : QString();
}

} // namespace

void SnapshotListModel::setSummaries(const QList<SnapshotSummary> &summaries, const QDateTime &now)
{
    beginResetModel();
    m_all = summaries;
    m_now = now;
    choose();
    endResetModel();
}

void SnapshotListModel::setHidden(const QSet<QUuid> &hidden)
{
    beginResetModel();
    m_hidden = hidden;
    choose();
    endResetModel();
}

void SnapshotListModel::setRunning(const QUuid &id)
{
    m_running = id;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void SnapshotListModel::choose()
{
    m_shown.clear();
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(m_shown),
                 [this](const SnapshotSummary &s) { return !m_hidden.contains(s.id); });
}

SnapshotListModel::State SnapshotListModel::state(int row) const
{
    const SnapshotSummary &s = m_shown.at(row);
    if (s.id == m_running)
        return State::Running;
    if (s.finishedAt.isValid())
        return s.complete ? State::Complete : State::Incomplete;
    return s.isResumable(m_now) ? State::Unfinished : State::TooOld;
}

int SnapshotListModel::rowOf(const QUuid &id) const
{
    const auto it = std::find_if(m_shown.begin(), m_shown.end(), [&id](const SnapshotSummary &s) { return s.id == id; });
    return it == m_shown.end() ? -1 : static_cast<int>(it - m_shown.begin());
}

QString SnapshotListModel::accountText(const AccountInfo &account)
{
    const QUrl url(account.baseUrl);
    QString text = url.host().isEmpty() ? account.baseUrl : url.host();
    if (url.port() >= 0)
        text += QLatin1Char(':') + QString::number(url.port());
    if (account.signIn == SignInKind::OAuth)
        return tr("%1, OAuth").arg(text);
    return account.keyHint.isEmpty() ? text : tr("%1, key ...%2").arg(text, account.keyHint);
}

int SnapshotListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int SnapshotListModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant SnapshotListModel::display(int row, int column) const
{
    const SnapshotSummary &s = m_shown.at(row);
    switch (column) {
    case CollectedColumn: return minuteText(s.startedAt);
    case AccountColumn: return accountText(s.account);
    case StateColumn: return stateText(state(row));
    case AsOfColumn: return minuteText(QDateTime::fromSecsSinceEpoch(s.asOf, Qt::UTC));
    case AnswersColumn: return s.requests;
    default: return {};
    }
}

QVariant SnapshotListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_shown.size())
        return {};
    const SnapshotSummary &s = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return display(index.row(), index.column());
    case SortRole:
        return index.column() == CollectedColumn ? QVariant(s.startedAt)
            : index.column() == AsOfColumn       ? QVariant(s.asOf)
                                                 : display(index.row(), index.column());
    case Qt::ToolTipRole:
        return plainToolTip(index.column() == AccountColumn ? s.account.baseUrl + QLatin1Char(' ') + s.account.requester
                                                            : stateExplained(state(index.row())));
    case Qt::TextAlignmentRole:
        if (index.column() == AnswersColumn)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case IdRole: return s.id;
    case StateRole: return static_cast<int>(state(index.row()));
    default: return {};
    }
}

QVariant SnapshotListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case CollectedColumn: return tr("Collected (UTC)");
    case AccountColumn: return tr("Account");
    case StateColumn: return tr("State");
    case AsOfColumn: return tr("As of (UTC)");
    case AnswersColumn: return tr("Answers");
    default: return {};
    }
}

} // namespace pdsi
