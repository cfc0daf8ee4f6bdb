// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/inventorykindmodel.h"

#include "ui/models/collectionwords.h"
#include "ui/models/words.h"
#include "ui/models/inventorytable.h"

namespace pdsi {

namespace {

/// What the account said there is, over all classes that were asked; nullopt when one of them did not say.
std::optional<qint64> reportedTotal(const InventoryKind &kind, const Inventory &inventory)
{
    qint64 total = 0;
    for (const ResourceClass c : kind.classes) {
        const ResourceClassState &state = inventory.state(c);
        if (state.reportedTotal)
            total += *state.reportedTotal;
        else if (state.received > 0 || kind.classes.size() == 1)
            return std::nullopt;
    }
    return kind.classes.isEmpty() ? std::nullopt : std::optional(total);
}

} // namespace

void InventoryKindModel::setInventory(std::shared_ptr<const Inventory> inventory)
{
    beginResetModel();
    m_inventory = std::move(inventory);
    m_counts.clear();
    if (m_inventory) {
        for (const InventoryKind &kind : inventoryKinds())
            m_counts << inventoryCount(*m_inventory, kind.kind);
    }
    endResetModel();
}

int InventoryKindModel::rowOf(const QString &kind) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (inventoryKinds().at(row).kind == kind)
            return row;
    }
    return -1;
}

QString InventoryKindModel::reconciliation(int row) const
{
    QStringList sentences;
    if (!m_inventory || row < 0 || row >= rowCount())
        return {};
    const InventoryKind &kind = inventoryKinds().at(row);
    const QList<ResourceClass> all = kind.classes + kind.supporting;
    for (const ResourceClass c : all) {
        const ResourceClassState &state = m_inventory->state(c);
        // Fallbacks that were not needed say nothing about the list.
        const bool unused = c != all.first() && state.received == 0 && state.state != CollectionState::Denied
            && state.state != CollectionState::Failed && state.state != CollectionState::Partial;
        if (!unused)
            sentences << reconciliationSentence(state);
    }
    if (m_inventory->keyScope != KeyScope::Account)
        sentences << tr("The key may not see everything: there may be more than the account reports to it.");
    return sentences.join(QLatin1Char('\n'));
}

int InventoryKindModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_counts.size()); }
int InventoryKindModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant InventoryKindModel::total(int row) const
{
    const auto reported = reportedTotal(inventoryKinds().at(row), *m_inventory);
    return reported ? QVariant(*reported) : QVariant();
}

QString InventoryKindModel::display(int row, int column) const
{
    const InventoryKind &kind = inventoryKinds().at(row);
    const QVariant reported = total(row);
    switch (column) {
    case KindColumn: return kind.words;
    case CountColumn:
        return reported.isValid() ? tr("%1 of %2").arg(m_counts.at(row)).arg(reported.toLongLong()) : QString::number(m_counts.at(row));
    case StateColumn: return wordFor(stateOf(kind, *m_inventory).state);
    default: return {};
    }
}

QVariant InventoryKindModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const InventoryKind &kind = inventoryKinds().at(index.row());
    switch (role) {
    case Qt::DisplayRole: return display(index.row(), index.column());
    case Qt::ToolTipRole: return reconciliation(index.row());
    case Qt::TextAlignmentRole:
        return index.column() == CountColumn ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case KindRole: return kind.kind;
    case StateRole: return int(stateOf(kind, *m_inventory).state);
    case CountRole: return m_counts.at(index.row());
    case TotalRole: return total(index.row());
    default: return {};
    }
}

QVariant InventoryKindModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::ToolTipRole && section == CountColumn)
        return tr("How many are listed, of how many the account itself says there are, where it says so");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KindColumn: return tr("Kind");
    case CountColumn: return tr("Received");
    case StateColumn: return tr("Read");
    default: return {};
    }
}

} // namespace pdsi
