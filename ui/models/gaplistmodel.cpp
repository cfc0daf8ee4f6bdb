// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/gaplistmodel.h"

#include "ui/models/coveragewords.h"
#include "ui/models/gapmatcher.h"

#include <QCollator>

#include <algorithm>
#include <numeric>

namespace pdsi {

namespace {

/// For every name its place among them; equal names share one.
std::vector<int> ranksOf(const QStringList &names)
{
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<QCollatorSortKey> keys;
    for (const QString &name : names)
        keys.push_back(collator.sortKey(name));
    std::vector<size_t> order(keys.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return keys[a].compare(keys[b]) < 0; });
    std::vector<int> ranks(keys.size());
    int rank = 0;
    for (size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && keys[order[i - 1]].compare(keys[order[i]]) != 0)
            ++rank;
        ranks[order[i]] = rank;
    }
    return ranks;
}

template<typename Row>
void addNames(QStringList &names, const std::vector<Row> &rows)
{
    for (const Row &row : rows)
        names << row.name;
}

QVariant alignment(int column)
{
    return QVariant::fromValue(Qt::Alignment((column == GapListModel::LengthColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
}

int rankIn(const std::vector<int> &ranks, int index) { return index < 0 ? -1 : ranks[static_cast<size_t>(index)]; }

} // namespace

GapListModel::GapListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void GapListModel::setCoverage(std::shared_ptr<const AccountCoverage> coverage)
{
    beginResetModel();
    m_coverage = std::move(coverage);
    m_zones = m_coverage ? CoverageZones(*m_coverage) : CoverageZones();
    m_entries = m_coverage ? gapList(*m_coverage) : std::vector<GapListEntry>();
    rankSubjects();
    refilter();
    endResetModel();
}

void GapListModel::setFilter(const GapFilter &filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    refilter();
    endResetModel();
}

void GapListModel::setZone(ZoneChoice choice)
{
    if (choice == m_zone)
        return;
    m_zone = choice;
    Q_EMIT headerDataChanged(Qt::Horizontal, StartColumn, EndColumn);
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, StartColumn), index(rowCount() - 1, EndColumn), {Qt::DisplayRole});
}

const QTimeZone &GapListModel::zoneOf(const GapListEntry &entry) const
{
    return entry.subject == GapSubject::Schedule ? m_zones.ofSchedule(entry.index) : m_zones.ofService(entry.index);
}

int GapListModel::rowOf(GapSubject subject, int index, Interval interval) const
{
    const auto found = std::find_if(m_shown.begin(), m_shown.end(), [&](quint32 i) {
        const GapListEntry &entry = m_entries[i];
        return entry.index == index && entry.subject == subject && entry.start == interval.start && entry.end == interval.end;
    });
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

int GapListModel::firstRowOf(GapSubject subject, int index) const
{
    const auto found = std::find_if(m_shown.begin(), m_shown.end(), [&](quint32 i) {
        return m_entries[i].index == index && m_entries[i].subject == subject;
    });
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

void GapListModel::rankSubjects()
{
    m_scheduleRanks.clear();
    m_serviceRanks.clear();
    m_policyRanks.clear();
    if (!m_coverage)
        return;
    QStringList subjects, policies;
    addNames(subjects, m_coverage->schedules);
    addNames(subjects, m_coverage->services);
    addNames(policies, m_coverage->policies);
    m_scheduleRanks = ranksOf(subjects);
    const auto firstService = m_scheduleRanks.begin() + static_cast<std::ptrdiff_t>(m_coverage->schedules.size());
    m_serviceRanks.assign(firstService, m_scheduleRanks.end());
    m_scheduleRanks.erase(firstService, m_scheduleRanks.end());
    m_policyRanks = ranksOf(policies);
}

void GapListModel::refilter()
{
    m_shown.clear();
    if (!m_coverage)
        return;
    const GapMatcher matcher(*m_coverage, m_filter);
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (matcher.matches(m_entries[i]))
            m_shown.push_back(static_cast<quint32>(i));
    }
    order();
}

qint64 GapListModel::sortKey(const GapListEntry &entry, int column) const
{
    constexpr qint64 longer = qint64(1) << 40; // than any gap, in seconds
    const qint64 kind = static_cast<qint64>(entry.kind);
    switch (column) {
    case KindColumn: return (kind * 2 + (entry.counted ? 0 : 1)) * longer - entry.seconds();
    case SubjectColumn:
        return rankIn(entry.subject == GapSubject::Schedule ? m_scheduleRanks : m_serviceRanks, entry.index) * 2
            + static_cast<qint64>(entry.subject);
    case StartColumn: return entry.start;
    case EndColumn: return entry.end;
    case LengthColumn: return entry.seconds();
    case LocalColumn: return secondOfWeek(entry.start, zoneOf(entry));
    case CoveredByColumn: return kind * 256 + entry.level;
    case PoliciesColumn: {
        const std::vector<int> policies = policiesAffected(*m_coverage, entry);
        return policies.empty() ? -1 : rankIn(m_policyRanks, policies.front());
    }
    case CountedColumn: return entry.counted ? 0 : 1;
    default: return 0;
    }
}

/// Ties keep the canonical order in either direction.
void GapListModel::order()
{
    struct Key {
        qint64 value;
        quint32 entry;
    };
    const qint64 sign = m_sortOrder == Qt::AscendingOrder ? 1 : -1;
    std::vector<Key> keys;
    keys.reserve(m_shown.size());
    for (const quint32 i : m_shown)
        keys.push_back({sign * sortKey(m_entries[i], m_sortColumn), i});
    std::sort(keys.begin(), keys.end(), [](const Key &a, const Key &b) {
        return a.value != b.value ? a.value < b.value : a.entry < b.entry;
    });
    for (size_t i = 0; i < keys.size(); ++i)
        m_shown[i] = keys[i].entry;
}

void GapListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount || (column == m_sortColumn && order == m_sortOrder))
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<quint32> entries;
    for (const QModelIndex &index : before)
        entries.push_back(m_shown[static_cast<size_t>(index.row())]);
    this->order();
    std::vector<int> rows(m_entries.size(), -1);
    for (size_t row = 0; row < m_shown.size(); ++row)
        rows[m_shown[row]] = static_cast<int>(row);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after << index(rows[entries[static_cast<size_t>(i)]], before.at(i).column());
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

int GapListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int GapListModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString GapListModel::display(const GapListEntry &entry, int column) const
{
    switch (column) {
    case KindColumn: return gapWords(entry);
    case SubjectColumn: return subjectName(*m_coverage, entry);
    case StartColumn: return clockWords(entry.start, chosenZone(m_zone, zoneOf(entry)));
    case EndColumn: return clockWords(entry.end, chosenZone(m_zone, zoneOf(entry)));
    case LengthColumn: return roughDurationWords(entry.seconds());
    case LocalColumn: return wallClockWords({entry.start, entry.end}, zoneOf(entry));
    case CoveredByColumn: return coveredByWords(*m_coverage, entry);
    case PoliciesColumn: return policyWords(*m_coverage, entry);
    case CountedColumn: return entry.counted ? tr("Yes") : tr("No");
    default: return {};
    }
}

QString GapListModel::toolTip(const GapListEntry &entry, int column) const
{
    switch (column) {
    case SubjectColumn:
        return (entry.subject == GapSubject::Schedule ? tr("Schedule %1") : tr("Service %1")).arg(subjectName(*m_coverage, entry));
    case StartColumn: return dayAndClockWords(entry.start, zoneOf(entry));
    case EndColumn: return dayAndClockWords(entry.end, zoneOf(entry));
    case LocalColumn: return tr("%1 (%2)").arg(display(entry, column), QString::fromLatin1(zoneOf(entry).id()));
    case CountedColumn:
        return entry.counted ? tr("Nobody is on call, or another level must catch it, for at least the minimum gap length.")
                             : tr("Too short, intended, without incidents anyway, or not known.");
    default: return display(entry, column);
    }
}

QVariant GapListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const GapListEntry &row = entry(index.row());
    switch (role) {
    case Qt::DisplayRole: return display(row, index.column());
    case Qt::ToolTipRole: return toolTip(row, index.column()).toHtmlEscaped(); // a tool tip would read tags
    case Qt::TextAlignmentRole:
        return alignment(index.column());
    case KindRole: return static_cast<int>(row.kind);
    default: return {};
    }
}

QVariant GapListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignment(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    const QString zone = m_zone == ZoneChoice::Utc ? tr("UTC") : m_zone == ZoneChoice::Mine ? tr("my time") : tr("local");
    switch (section) {
    case KindColumn: return tr("Kind");
    case SubjectColumn: return tr("Schedule or service");
    case StartColumn: return tr("Start (%1)").arg(zone);
    case EndColumn: return tr("End (%1)").arg(zone);
    case LengthColumn: return tr("Length");
    case LocalColumn: return tr("Local time");
    case CoveredByColumn: return tr("Covered by");
    case PoliciesColumn: return tr("Policies affected");
    case CountedColumn: return tr("Counted");
    default: return {};
    }
}

} // namespace pdsi
