// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/collectionmodel.h"

#include "ui/models/collectionwords.h"
#include "ui/models/requestwords.h"

namespace pdsi {

namespace {

bool isNumber(int column)
{
    return column == CollectionModel::ReceivedColumn || column == CollectionModel::ReportedColumn
        || column == CollectionModel::PagesColumn || column == CollectionModel::DuplicatesColumn;
}

int badness(CollectionState state)
{
    static constexpr std::array worstFirst{CollectionState::Denied, CollectionState::Failed, CollectionState::Partial,
                                           CollectionState::Unavailable, CollectionState::NotCollected,
                                           CollectionState::Complete};
    return static_cast<int>(std::find(worstFirst.begin(), worstFirst.end(), state) - worstFirst.begin());
}

} // namespace

void CollectionModel::setStates(const QList<ResourceClassState> &states, const QList<ClassPhase> &phases)
{
    if (states.size() != m_states.size()) {
        beginResetModel();
        m_states = states;
        m_phases = phases;
        endResetModel();
        return;
    }
    const QList<ResourceClassState> before = std::exchange(m_states, states);
    const QList<ClassPhase> phasesBefore = std::exchange(m_phases, phases);
    for (int row = 0; row < states.size(); ++row) {
        if (before.at(row) != states.at(row) || phasesBefore.value(row, ClassPhase::Over) != phase(row))
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

int CollectionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_states.size());
}

int CollectionModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString CollectionModel::why(int row) const
{
    const ResourceClassState &state = m_states.at(row);
    return state.reason && phase(row) == ClassPhase::Over ? sentenceFor(*state.reason) : QString();
}

QVariant CollectionModel::display(int row, int column) const
{
    const ResourceClassState &state = m_states.at(row);
    const bool asked = phase(row) != ClassPhase::Waiting && (state.pages > 0 || state.state != CollectionState::NotCollected);
    switch (column) {
    case ClassColumn: return classWord(state.resourceClass);
    case StateColumn: return phase(row) == ClassPhase::Over ? wordFor(state.state) : wordFor(phase(row));
    case ReceivedColumn: return asked ? QString::number(state.received) : QString();
    case ReportedColumn: return state.reportedTotal ? QString::number(*state.reportedTotal) : QString();
    case PagesColumn: return asked ? QString::number(state.pages) : QString();
    case DuplicatesColumn: return state.duplicatesDropped > 0 ? QString::number(state.duplicatesDropped) : QString();
    case WhyColumn: return why(row);
    default: return {};
    }
}

QVariant CollectionModel::sortKey(int row, int column) const
{
    const ResourceClassState &state = m_states.at(row);
    switch (column) {
    case ClassColumn: return row;
    case StateColumn: return (phase(row) == ClassPhase::Over ? badness(state.state) : -1) * resourceClassCount + row;
    case ReceivedColumn: return state.received;
    case ReportedColumn: return state.reportedTotal.value_or(-1);
    case PagesColumn: return state.pages;
    case DuplicatesColumn: return state.duplicatesDropped;
    default: return display(row, column);
    }
}

QVariant CollectionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_states.size())
        return {};
    const int row = index.row();
    switch (role) {
    case Qt::DisplayRole: return display(row, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(phase(row) == ClassPhase::Over ? reconciliationSentence(m_states.at(row)) : QString());
    case Qt::TextAlignmentRole:
        if (isNumber(index.column()))
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case SortRole: return sortKey(row, index.column());
    case StateRole: return static_cast<int>(m_states.at(row).state);
    case PhaseRole: return static_cast<int>(phase(row));
    case ClassRole: return static_cast<int>(m_states.at(row).resourceClass);
    default: return {};
    }
}

QVariant CollectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::ToolTipRole && section == ReportedColumn)
        return tr("How many there are, as the account says");
    if (role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case ClassColumn: return tr("Resources");
    case StateColumn: return tr("State");
    case ReceivedColumn: return tr("Received");
    case ReportedColumn: return tr("Reported");
    case PagesColumn: return tr("Pages");
    case DuplicatesColumn: return tr("Duplicates");
    case WhyColumn: return tr("Why");
    default: return {};
    }
}

} // namespace pdsi
