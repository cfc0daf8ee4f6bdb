// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collector/planreader.h"

#include <map>
#include <optional>

namespace pdsi {

/// An offset list to read.
struct ListQuery {
    ResourceClass resourceClass = ResourceClass::Users;
    QString path;                 ///< with its filters, without paging
    int limit = 100;
    bool askTotal = true;
    int mostRows = 0;             ///< the first so many are enough; 0 = all
    int firstPriority = 1;
    int pagePriority = 3;
    bool halveWhenSlow = false;   ///< ask smaller pages when the server cannot answer large ones in time
    bool stopWhenUntold = false;  ///< no `total` and more than a page: leave it to the owner to split the list
};

/// Reads one offset list: the first page tells the total, the others go out side by side. Lists move while they
/// are read, so a reading that does not add up is repeated, at most twice.
class Paginator
{
public:
    enum class End : quint8 {
        Open,      ///< still reading
        Complete,
        Partial,   ///< pages missing, or no two readings agree
        Refused,   ///< the first page was not answered: see refusal()
        TooLarge,  ///< more rows than paging can reach, or untold: the owner decides
        Capped,    ///< read up to the ceiling
    };

    static constexpr int ceiling = 10'000;
    static constexpr int mostReadings = 3;

    Paginator(ListQuery query, int part, RowFn onRow);

    void start(PlanOutput &out);
    void answered(const ApiRequest &request, const PlanAnswer &answer, PlanOutput &out);
    /// After TooLarge: reads what paging can reach.
    void readToCeiling(PlanOutput &out);

    End end() const { return m_end; }
    const ReadAnswer &refusal() const { return m_refusal; }
    std::optional<qint64> total() const { return m_total; }
    int pages() const { return m_pagesRead; }
    /// Distinct rows of the last reading.
    qint64 distinct() const { return m_distinct; }
    qint64 duplicates() const { return m_duplicates; }
    bool rowsLost() const { return m_rowsLost; }
    int readings() const { return m_reading; }

private:
    struct Page {
        QStringList keys;
        std::optional<qint64> total;
    };

    void ask(int offset, int limit, PlanOutput &out);
    bool halve(const ApiRequest &request, const PlanAnswer &answer, PlanOutput &out);
    void keep(const ApiRequest &request, const PlanAnswer &answer);
    void planRest(const ApiRequest &request, const ReadAnswer &answer, PlanOutput &out);
    void walkOn(const ApiRequest &request, const ReadAnswer &answer, PlanOutput &out);
    void evaluate(PlanOutput &out);
    bool addsUp(const QStringList &sequence) const;
    void readAgain(PlanOutput &out);

    ListQuery m_query;
    int m_part;
    RowFn m_onRow;
    End m_end = End::Open;
    int m_reading = 1;
    int m_step = 100;
    int m_pending = 0;
    bool m_failed = false;      ///< a page of this reading is missing
    bool m_untold = false;      ///< no total: walking on `more`
    bool m_capped = false;
    bool m_rowsLost = false;
    int m_pagesRead = 0;
    qint64 m_distinct = 0;
    qint64 m_duplicates = 0;
    std::optional<qint64> m_total;
    ReadAnswer m_refusal;
    std::map<int, Page> m_pages;      ///< of this reading, by offset
    QStringList m_earlierSequence;    ///< of the reading before
    QList<int> m_requestIds, m_earlierIds;
};

} // namespace pdsi
