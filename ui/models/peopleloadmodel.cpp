// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/peopleloadmodel.h"

#include "core/report/plaintext.h"
#include "ui/models/coveragewords.h"

#include <algorithm>

namespace pdsi {

namespace {

QVariant alignment(int column)
{
    return QVariant::fromValue(Qt::Alignment((column == PeopleLoadModel::PersonColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
}

QVariant sortKey(const CoveredPerson &person, int column)
{
    switch (column) {
    case PeopleLoadModel::AtRiskColumn: return static_cast<qlonglong>(person.servicesAtRisk.size());
    case PeopleLoadModel::LoadColumn: return static_cast<qlonglong>(person.loadSeconds);
    case PeopleLoadModel::ShiftsColumn: return person.shifts;
    case PeopleLoadModel::SchedulesColumn: return static_cast<qlonglong>(person.schedules.size());
    case PeopleLoadModel::OverlapsColumn: return static_cast<qlonglong>(overlapSeconds(person));
    default: return person.name;
    }
}

} // namespace

qint64 overlapSeconds(const CoveredPerson &person)
{
    qint64 seconds = 0;
    for (const PersonOverlap &overlap : person.overlaps)
        seconds += overlap.end - overlap.start;
    return seconds;
}

void PeopleLoadModel::setCoverage(std::shared_ptr<const AccountCoverage> coverage)
{
    beginResetModel();
    m_coverage = std::move(coverage);
    m_people = m_coverage ? busiestPeopleFirst(*m_coverage) : std::vector<int>();
    endResetModel();
}

int PeopleLoadModel::rowOf(const QString &userId) const
{
    const int person = m_coverage ? m_coverage->personIndex(userId) : -1;
    const auto found = std::find(m_people.begin(), m_people.end(), person);
    return person < 0 || found == m_people.end() ? -1 : static_cast<int>(found - m_people.begin());
}

int PeopleLoadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_people.size());
}

int PeopleLoadModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant PeopleLoadModel::display(const CoveredPerson &person, int column) const
{
    switch (column) {
    case PersonColumn: return plainText(person.name);
    case AtRiskColumn: return static_cast<int>(person.servicesAtRisk.size());
    case LoadColumn: return person.schedules.empty() ? tr("Direct only") : roughDurationWords(person.loadSeconds);
    case ShiftsColumn: return person.shifts;
    case SchedulesColumn: return static_cast<int>(person.schedules.size());
    case OverlapsColumn: return person.overlaps.empty() ? QString() : roughDurationWords(overlapSeconds(person));
    default: return {};
    }
}

QVariant PeopleLoadModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int person = m_people[static_cast<size_t>(index.row())];
    const CoveredPerson &row = m_coverage->people[static_cast<size_t>(person)];
    switch (role) {
    case Qt::DisplayRole: return display(row, index.column());
    case Qt::ToolTipRole: return display(row, index.column()).toString().toHtmlEscaped(); // a tool tip would read tags
    case Qt::TextAlignmentRole:
        return alignment(index.column());
    case SortRole: return sortKey(row, index.column());
    case PersonRole: return person;
    default: return {};
    }
}

QVariant PeopleLoadModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignment(section);
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return QAbstractTableModel::headerData(section, orientation, role);
    const bool tip = role == Qt::ToolTipRole;
    switch (section) {
    case PersonColumn: return tr("Person");
    case AtRiskColumn: return tip ? tr("Services that lose cover without this person") : tr("At risk");
    case LoadColumn: return tip ? tr("Time on call on at least one schedule") : tr("On call");
    case ShiftsColumn: return tip ? tr("Stretches on call without a break, summed over schedules") : tr("Shifts");
    case SchedulesColumn: return tip ? tr("Schedules on which this person is on call") : tr("Schedules");
    case OverlapsColumn: return tip ? tr("Time on call on two schedules at once") : tr("Overlaps");
    default: return {};
    }
}

} // namespace pdsi
