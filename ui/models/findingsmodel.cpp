// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/findingsmodel.h"

#include "core/report/plaintext.h"
#include "ui/models/findingorder.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace pdsi {

namespace {

constexpr qsizetype longestCell = 300;  // no screen is wider; a name of 10,000 characters costs no more
constexpr qsizetype longestTip = 1'500;

QString shortened(const QString &text, qsizetype most)
{
    return elided(plainText(QStringView(text).left(most + 1)), most);
}

} // namespace

FindingsModel::FindingsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_workers.setMaxThreadCount(3); // one for each kind of work
    connect(&m_indexing, &QFutureWatcherBase::finished, this, [this] {
        if (m_indexing.isCanceled() || m_indexing.future().resultCount() == 0)
            return;
        m_findings = m_indexing.result();
        Q_EMIT indexed();
        orderAgain();
    });
    connect(&m_ordering, &QFutureWatcherBase::finished, this, [this] {
        if (m_ordering.isCanceled())
            return;
        m_order = m_ordering.result();
        m_orderIsCurrent = true;
        searchAgain();
    });
    connect(&m_searching, &QFutureWatcherBase::resultReadyAt, this, &FindingsModel::take);
}

FindingsModel::~FindingsModel()
{
    m_indexing.cancel();
    m_searching.cancel();
}

void FindingsModel::setAssessment(std::shared_ptr<const Assessment> assessment)
{
    m_indexing.cancel();
    m_ordering.cancel();
    m_searching.cancel();
    beginResetModel();
    m_rows.clear();
    m_assessment = std::move(assessment);
    m_findings.reset();
    m_order.reset();
    m_counts = {};
    m_problems.clear();
    m_complete = m_assessment == nullptr;
    endResetModel();
    Q_EMIT problemsChanged();
    if (!m_assessment) {
        Q_EMIT completed();
        return;
    }
    Q_EMIT started();
    indexAgain();
}

void FindingsModel::indexAgain()
{
    using Index = std::shared_ptr<const FindingIndex>;
    m_indexing.setFuture(QtConcurrent::run(&m_workers, [assessment = m_assessment](QPromise<Index> &promise) {
        Index index = FindingIndex::build(assessment, [&promise] { return promise.isCanceled(); });
        if (index)
            promise.addResult(std::move(index));
    }));
}

void FindingsModel::orderAgain()
{
    m_ordering.cancel();
    m_orderIsCurrent = false;
    m_complete = false;
    Q_EMIT started();
    m_ordering.setFuture(QtConcurrent::run(&m_workers, [findings = m_findings, sort = m_sort] {
        return RowOrder(std::make_shared<std::vector<quint32>>(orderRows(*findings, sort)));
    }));
}

void FindingsModel::searchAgain()
{
    m_searching.cancel();
    FindingFilter filter(m_findings, m_words);
    m_problems = filter.problems();
    m_complete = false;
    m_firstLot = true;
    Q_EMIT started();
    Q_EMIT problemsChanged();
    m_searching.setFuture(QtConcurrent::run(
        &m_workers, [filter = std::move(filter), order = m_order](QPromise<FoundRowsPtr> &promise) { searchFindings(promise, filter, order); }));
}

void FindingsModel::setWords(const SearchWords &words)
{
    m_words = words;
    if (m_order)
        searchAgain();
}

void FindingsModel::setSort(const FindingSort &sort)
{
    m_sort = sort;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, findingColumnCount - 1);
    if (m_findings)
        orderAgain();
}

void FindingsModel::sort(int column, Qt::SortOrder order)
{
    setSort(column < 0 ? worstFirst() : FindingSort{{static_cast<FindingColumn>(column), order}});
}

void FindingsModel::take(int lot)
{
    const FoundRowsPtr found = m_searching.resultAt(lot);
    if (m_firstLot) {
        replaceRows(found->rows);
    } else if (!found->rows.empty()) {
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + found->rows.size()) - 1);
        m_rows.insert(m_rows.end(), found->rows.begin(), found->rows.end());
        endInsertRows();
    }
    m_firstLot = false;
    if (!found->isLast)
        return;
    m_counts = found->counts;
    m_complete = m_orderIsCurrent;
    if (m_complete)
        Q_EMIT completed();
}

void FindingsModel::replaceRows(std::vector<quint32> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int FindingsModel::rowOf(qsizetype outcome) const
{
    const auto found = std::find(m_rows.begin(), m_rows.end(), quint32(outcome));
    return outcome < 0 || found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : findingColumnCount;
}

QString FindingsModel::toolTip(qsizetype outcome, FindingColumn column) const
{
    const AssessedOutcome &row = m_findings->outcome(outcome);
    QString text = findingCell(*m_findings, outcome, column);
    if (column == FindingColumn::Waived && row.waiver)
        text += QStringLiteral(": ") + tr("%1 (approved by %2)").arg(row.waiver->reason, row.waiver->approver);
    if (column == FindingColumn::Status && row.attestation)
        text += QStringLiteral(": ") + tr("%1 (stated by %2)").arg(row.attestation->statement, row.attestation->attestedBy);
    // Rich text, so that it wraps; and so that no account text is taken for markup.
    return text.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(shortened(text, longestTip).toHtmlEscaped());
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_rows.size())
        return {};
    const qsizetype outcome = outcomeAt(index.row());
    const auto column = static_cast<FindingColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole: return shortened(findingCell(*m_findings, outcome, column), longestCell);
    case Qt::ToolTipRole: return toolTip(outcome, column);
    case StatusRole: return column == FindingColumn::Status ? QVariant(int(m_findings->statusOf(outcome))) : QVariant();
    case OutcomeRole: return QVariant::fromValue(outcome);
    default: return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= findingColumnCount)
        return QAbstractTableModel::headerData(section, orientation, role);
    const auto column = static_cast<FindingColumn>(section);
    const auto key = std::find_if(m_sort.begin(), m_sort.end(), [&](const FindingSortKey &k) { return k.column == column; });
    if (key == m_sort.end())
        return columnTitle(column);
    const QChar arrow(key->order == Qt::AscendingOrder ? 0x25B2 : 0x25BC);
    const QString place = m_sort.size() > 1 ? QString::number(key - m_sort.begin() + 1) : QString();
    return QStringLiteral("%1 %2%3").arg(columnTitle(column), arrow, place);
}

} // namespace pdsi
