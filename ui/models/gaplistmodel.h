// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/gaplist.h"
#include "ui/models/coveragezones.h"

#include <QAbstractTableModel>

namespace pdsi {

/// Which gaps are listed. All conditions must hold.
struct GapFilter {
    bool countedOnly = false;
    std::optional<GapKind> kind;
    std::optional<GapSubject> subject;
    /// Words, each of which the kind, the schedule or service, or a policy must contain.
    QString text;

    bool isEmpty() const { return *this == GapFilter(); }
    bool operator==(const GapFilter &) const = default;
};

/// All gaps of an account, filtered and ordered by an index over them, so that 100,000 stay quick.
class GapListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        KindColumn, ///< ascending: worst kind first, in it what counts, in it the longest
        SubjectColumn, StartColumn, EndColumn, LengthColumn, LocalColumn, CoveredByColumn, PoliciesColumn, CountedColumn,
        ColumnCount,
    };
    enum Role { KindRole = Qt::UserRole }; ///< int of GapKind

    explicit GapListModel(QObject *parent = nullptr);

    /// Null empties the list.
    void setCoverage(std::shared_ptr<const AccountCoverage> coverage);
    const std::shared_ptr<const AccountCoverage> &coverage() const { return m_coverage; }
    const CoverageZones &zones() const { return m_zones; }
    void setFilter(const GapFilter &filter);
    const GapFilter &filter() const { return m_filter; }
    /// Of the columns start and end; the local time is always that of the schedule.
    void setZone(ZoneChoice choice);

    const GapListEntry &entry(int row) const { return m_entries[m_shown[static_cast<size_t>(row)]]; }
    const QTimeZone &zoneOf(const GapListEntry &entry) const;
    /// Gaps before the filter.
    const std::vector<GapListEntry> &allEntries() const { return m_entries; }
    /// Row of exactly this gap; -1 when it is filtered out or there is none.
    int rowOf(GapSubject subject, int index, Interval interval) const;
    /// First row of a schedule or service; -1 when none.
    int firstRowOf(GapSubject subject, int index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    QString display(const GapListEntry &entry, int column) const;
    QString toolTip(const GapListEntry &entry, int column) const;
    qint64 sortKey(const GapListEntry &entry, int column) const;
    void rankSubjects();
    void refilter();
    void order();

    std::shared_ptr<const AccountCoverage> m_coverage;
    CoverageZones m_zones;
    std::vector<GapListEntry> m_entries; ///< canonical order
    std::vector<quint32> m_shown;        ///< indexes in m_entries, filtered, in the order shown
    // Places among the names as the user's language orders them; schedules and services are one list.
    std::vector<int> m_scheduleRanks, m_serviceRanks, m_policyRanks;
    GapFilter m_filter;
    ZoneChoice m_zone = ZoneChoice::Utc;
    int m_sortColumn = KindColumn;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace pdsi
