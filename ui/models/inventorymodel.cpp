// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/inventorymodel.h"

#include "core/report/plaintext.h"

#include <QStringMatcher>

#include <algorithm>

namespace pdsi {

namespace {

constexpr qsizetype longestCell = 300;

QString folded(const InventoryRow &row)
{
    QString text;
    for (const QVariant &cell : row.cells)
        text += cell.toString() + QLatin1Char('\n');
    return (text + row.id).toCaseFolded();
}

/// More and worse findings weigh more.
int weight(const ResourceOutcomes::Findings &findings)
{
    return findings.worst ? (4 - int(*findings.worst)) * 1'000'000 + std::min(findings.open, 999'999) : 0;
}

int compared(const QVariant &a, const QVariant &b)
{
    const bool numbers = a.typeId() == QMetaType::LongLong && b.typeId() == QMetaType::LongLong;
    if (numbers)
        return a.toLongLong() < b.toLongLong() ? -1 : a.toLongLong() > b.toLongLong() ? 1 : 0;
    return a.toString().compare(b.toString(), Qt::CaseInsensitive);
}

} // namespace

void InventoryModel::setResources(const QString &kind, InventoryTable table, const ResourceOutcomes &outcomes)
{
    beginResetModel();
    m_kind = kind;
    m_table = std::move(table);
    m_findings.clear();
    m_folded.clear();
    m_findings.reserve(m_table.rows.size());
    m_folded.reserve(m_table.rows.size());
    for (const InventoryRow &row : std::as_const(m_table.rows)) {
        m_findings << (row.id.isEmpty() ? ResourceOutcomes::Findings() : outcomes.findings(kind, row.id));
        m_folded << folded(row);
    }
    m_sortColumn = std::min(m_sortColumn, int(m_table.columns.size()));
    rebuild();
    endResetModel();
}

void InventoryModel::setFilter(const QString &text)
{
    const QString wanted = text.trimmed().toCaseFolded();
    if (wanted == m_filter)
        return;
    beginResetModel();
    m_filter = wanted;
    rebuild();
    endResetModel();
}

void InventoryModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount())
        return;
    beginResetModel();
    m_sortColumn = column;
    m_sortOrder = order;
    sortShown();
    endResetModel();
}

void InventoryModel::rebuild()
{
    m_shown.clear();
    const QStringMatcher matcher(m_filter);
    for (qsizetype i = 0; i < m_folded.size(); ++i) {
        if (m_filter.isEmpty() || matcher.indexIn(m_folded.at(i)) >= 0)
            m_shown << i;
    }
    sortShown();
}

bool InventoryModel::comesBefore(qsizetype a, qsizetype b) const
{
    const int cell = m_sortColumn - 1;
    const int order = cell < 0 ? weight(m_findings.at(a)) - weight(m_findings.at(b))
                               : compared(m_table.rows.at(a).cells.at(cell), m_table.rows.at(b).cells.at(cell));
    if (order != 0)
        return m_sortOrder == Qt::AscendingOrder ? order < 0 : order > 0;
    return a < b; // the inventory's own order, whichever way the column runs
}

void InventoryModel::sortShown()
{
    std::sort(m_shown.begin(), m_shown.end(), [this](qsizetype a, qsizetype b) { return comesBefore(a, b); });
}

int InventoryModel::rowOf(const QString &id) const
{
    const auto found = std::find_if(m_shown.begin(), m_shown.end(), [&](qsizetype row) { return m_table.rows.at(row).id == id; });
    return id.isEmpty() || found == m_shown.end() ? -1 : int(found - m_shown.begin());
}

int InventoryModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_shown.size()); }

int InventoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_table.columns.isEmpty() ? 0 : int(m_table.columns.size()) + 1;
}

QVariant InventoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const qsizetype at = m_shown.at(index.row());
    const InventoryRow &row = m_table.rows.at(at);
    const ResourceOutcomes::Findings &findings = m_findings.at(at);
    const bool isFindings = index.column() == findingsColumn;
    switch (role) {
    case Qt::DisplayRole:
        if (isFindings)
            return findings.open > 0 ? QVariant(findings.open) : findings.waived > 0 ? QVariant(tr("waived")) : QVariant();
        return row.cells.at(index.column() - 1).typeId() == QMetaType::QString
            ? QVariant(elided(plainText(row.cells.at(index.column() - 1).toString()), longestCell))
            : row.cells.at(index.column() - 1);
    case Qt::TextAlignmentRole:
        return !isFindings && row.cells.at(index.column() - 1).typeId() == QMetaType::LongLong
            ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case KindRole: return m_kind;
    case IdRole: return row.id;
    case UrlRole: return row.url;
    case SeverityRole: return findings.worst ? QVariant(int(*findings.worst)) : QVariant();
    case FindingsRole: return findings.open;
    default: return {};
    }
}

QVariant InventoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section > m_table.columns.size())
        return {};
    return section == findingsColumn ? tr("Findings") : m_table.columns.at(section - 1);
}

} // namespace pdsi
