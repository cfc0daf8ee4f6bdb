// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/judging.h"
#include "ui/models/controltree.h"
#include "ui/models/dashboardsections.h"
#include "ui/models/findingfilter.h"

#include <QSet>
#include <QTest>

using namespace pdsi;

/// The words that the overviews set, as the table of findings understands them.
class TestOverviewFilter : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const FindingIndex> m_index;

    /// Rows that the facets leave, once written as words and read again.
    QList<qsizetype> rowsFor(const Facets &facets) const
    {
        const FindingFilter filter(m_index, SearchWords::parse(withFacets({}, {}, facets).text()));
        QList<qsizetype> rows;
        for (qsizetype row = 0; row < m_index->assessment().outcomes.size(); ++row) {
            if (filter.accepts(row))
                rows << row;
        }
        if (!filter.problems().isEmpty())
            QTest::qFail(qPrintable(filter.problems().first().text), __FILE__, __LINE__);
        return rows;
    }

    QSet<int> controlsFor(const Facets &facets) const
    {
        QSet<int> ids;
        for (const qsizetype row : rowsFor(facets))
            ids.insert(m_index->outcome(row).controlId);
        return ids;
    }

    static QSet<int> controlsUnder(const ControlTree &tree, const ControlTreeNode &node)
    {
        QSet<int> ids;
        if (node.controlId != 0)
            ids.insert(node.controlId);
        for (const int child : node.children) {
            if (const ControlTreeNode &below = tree.nodes.at(size_t(child)); !below.specifiedOnly || node.specifiedOnly)
                ids.unite(controlsUnder(tree, below));
        }
        return ids;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto judged = judgeSample();
        QVERIFY(judged.ok());
        m_index = FindingIndex::build(judged->assessment);
    }

    void treeNodes()
    {
        for (const auto grouping : {ControlGrouping::Severity, ControlGrouping::Status, ControlGrouping::Category, ControlGrouping::Framework}) {
            const ControlTree tree = ControlTree::of(m_index->assessment(), grouping);
            for (const ControlTreeNode &node : tree.nodes) {
                const QSet<int> shown = controlsFor(node.facets);
                const QSet<int> under = controlsUnder(tree, node);
                // A status is one of outcomes there, and a requirement's parts count with it.
                const bool more = grouping == ControlGrouping::Status || node.kind == ControlTreeNode::Kind::Requirement;
                QVERIFY2(more ? shown.contains(under) : shown == under, qPrintable(node.key));
            }
        }
    }

    void chartMarks()
    {
        int marks = 0;
        for (const DashboardSection &section : dashboardSections(DashboardFigures::of(m_index->assessment()))) {
            for (const DashboardMark &mark : section.marks) {
                const qsizetype rows = rowsFor(mark.facets).size();
                const bool countsOutcomes = section.key == QLatin1String("findings") || section.key == QLatin1String("undetermined");
                if (countsOutcomes)
                    QCOMPARE(rows, mark.count);
                ++marks;
            }
            for (const DashboardRow &row : section.rows)
                rowsFor(row.facets);
        }
        QVERIFY(marks > 30);
    }
};

QTEST_GUILESS_MAIN(TestOverviewFilter)
#include "tst_overviewfilter.moc"
