// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/prng.h"
#include "tests/ui/models/madefindings.h"
#include "ui/models/findingindex.h"
#include "ui/models/findingorder.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace pdsi;
using namespace Qt::StringLiterals;

class TestFindingOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Any columns, any directions: what a stable sort by the ranks, column after column, would give.
    void equalsAStableSort()
    {
        const auto index = FindingIndex::build(made::randomFindings(5, 3'000));
        Prng random(11);
        for (int i = 0; i < 40; ++i) {
            FindingSort sort;
            for (int keys = random.below(4); keys > 0; --keys)
                sort.append({static_cast<FindingColumn>(random.below(findingColumnCount)), random.chance(50) ? Qt::AscendingOrder : Qt::DescendingOrder});
            std::vector<quint32> expected(size_t(index->size()));
            std::iota(expected.begin(), expected.end(), 0u);
            std::stable_sort(expected.begin(), expected.end(), [&](quint32 a, quint32 b) {
                for (const FindingSortKey &key : sort) {
                    const auto &ranks = index->ranks(key.column);
                    if (ranks[a] != ranks[b])
                        return (ranks[a] < ranks[b]) == (key.order == Qt::AscendingOrder);
                }
                return false;
            });
            QCOMPARE(orderRows(*index, sort), expected);
        }
    }

    /// Ranks start at 0 without a hole, equal cells have equal ranks and different cells different ones.
    void ranksAreThoseOfTheCells()
    {
        const auto index = FindingIndex::build(made::randomFindings(6, 800));
        for (int c = 0; c < findingColumnCount; ++c) {
            const auto column = static_cast<FindingColumn>(c);
            const std::vector<quint32> &ranks = index->ranks(column);
            QCOMPARE(qsizetype(ranks.size()), index->size());
            QHash<quint32, QString> cellOf;
            QHash<QString, quint32> rankOf;
            for (qsizetype row = 0; row < index->size(); ++row) {
                // An attested pass is a pass; a day may hold several ends; spellings of one text may be one.
                const bool exact = column != FindingColumn::Status && column != FindingColumn::Waived && column != FindingColumn::Name
                    && column != FindingColumn::Message;
                const QString cell = findingCell(*index, row, column);
                const quint32 rank = ranks[size_t(row)];
                if (exact)
                    QCOMPARE(cellOf.value(rank, cell), cell);
                if (column != FindingColumn::Waived)
                    QCOMPARE(rankOf.value(cell, rank), rank);
                cellOf.insert(rank, cell);
                rankOf.insert(cell, rank);
            }
            QCOMPARE(quint32(cellOf.size()), *std::max_element(ranks.begin(), ranks.end()) + 1);
        }
    }

    void worstFirstIsWorstFirst()
    {
        const auto index = FindingIndex::build(made::randomFindings(7, 2'000));
        const std::vector<quint32> order = orderRows(*index, worstFirst());
        const auto key = [&](quint32 row) { return std::tuple(index->statusOf(row), index->info(row).severity, index->info(row).id); };
        for (size_t i = 1; i < order.size(); ++i)
            QVERIFY(key(order[i - 1]) <= key(order[i]));
    }

    void severityIsNoAlphabet()
    {
        const auto index = FindingIndex::build(made::findingsOf({made::findingOf(2, OutcomeStatus::Fail, u"user"_s, u"critical"_s, u"a"_s),
                                                                 made::findingOf(8, OutcomeStatus::Fail, u"user"_s, u"high"_s, u"b"_s),
                                                                 made::findingOf(25, OutcomeStatus::Fail, u"user"_s, u"low"_s, u"c"_s),
                                                                 made::findingOf(9, OutcomeStatus::Fail, u"user"_s, u"medium"_s, u"d"_s)}));
        QStringList ids;
        for (const quint32 row : orderRows(*index, {{FindingColumn::Severity, Qt::AscendingOrder}}))
            ids << index->outcome(row).resource.id;
        QCOMPARE(ids, (QStringList{u"critical"_s, u"high"_s, u"medium"_s, u"low"_s}));
    }

    void nothingToOrder()
    {
        const auto index = FindingIndex::build(std::make_shared<const Assessment>());
        QVERIFY(orderRows(*index, worstFirst()).empty());
    }
};

QTEST_GUILESS_MAIN(TestFindingOrder)
#include "tst_findingorder.moc"
