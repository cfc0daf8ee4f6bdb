// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/findingsearch.h"

#include <QAbstractTableModel>
#include <QFutureWatcher>
#include <QThreadPool>

namespace pdsi {

/// The outcomes of one assessment that match the search words, in order, a row each. Indexing, ordering and searching
/// happen in workers; a newer question cancels an older one, and the first rows of an answer come ahead of the others.
/// Until they come, the rows of the question before stand.
class FindingsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        StatusRole = Qt::UserRole, ///< int of OutcomeStatus, in the status column only
        OutcomeRole,               ///< index in Assessment::outcomes
    };

    explicit FindingsModel(QObject *parent = nullptr);
    ~FindingsModel() override;

    /// Null: nothing is open.
    void setAssessment(std::shared_ptr<const Assessment> assessment);
    void setWords(const SearchWords &words);
    void setSort(const FindingSort &sort);
    const FindingSort &sorting() const { return m_sort; }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    const std::shared_ptr<const Assessment> &assessment() const { return m_assessment; }
    /// Null until the assessment is indexed.
    const std::shared_ptr<const FindingIndex> &findings() const { return m_findings; }
    const QList<FilterProblem> &problems() const { return m_problems; }
    /// Matches by status as if the words did not ask for one. As of the last answer that is complete.
    const StatusCounts &statusCounts() const { return m_counts; }
    /// The rows are all there is to the words and the order asked for last.
    bool isComplete() const { return m_complete; }

    qsizetype outcomeAt(int row) const { return m_rows[size_t(row)]; }
    /// -1 when the outcome does not match.
    int rowOf(qsizetype outcome) const;
    const std::vector<quint32> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// The assessment can be asked now: findings() is there.
    void indexed();
    /// isComplete() is false from now on.
    void started();
    /// isComplete() is true again: all rows and counts are there.
    void completed();
    /// What the words cannot do, known before the rows are.
    void problemsChanged();

private:
    void indexAgain();
    void orderAgain();
    void searchAgain();
    void take(int lot);
    void replaceRows(std::vector<quint32> rows);
    QString toolTip(qsizetype outcome, FindingColumn column) const;

    std::shared_ptr<const Assessment> m_assessment;
    std::shared_ptr<const FindingIndex> m_findings;
    RowOrder m_order;
    SearchWords m_words;
    FindingSort m_sort = worstFirst();
    QList<FilterProblem> m_problems;
    std::vector<quint32> m_rows;
    StatusCounts m_counts;
    bool m_complete = true;
    bool m_orderIsCurrent = false; ///< m_order is the one m_sort asks for
    bool m_firstLot = true;
    QThreadPool m_workers; ///< of its own, so that nothing else keeps a keystroke waiting
    QFutureWatcher<std::shared_ptr<const FindingIndex>> m_indexing;
    QFutureWatcher<RowOrder> m_ordering;
    QFutureWatcher<FoundRowsPtr> m_searching;
};

} // namespace pdsi
