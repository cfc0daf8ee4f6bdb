// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/judging.h"
#include "tests/core/report/madeassessment.h"
#include "ui/models/controltreemodel.h"

#include <QAbstractItemModelTester>
#include <QSet>
#include <QTest>

using namespace pdsi;

namespace {

const QList<ControlGrouping> groupings{ControlGrouping::Severity, ControlGrouping::Status, ControlGrouping::Category,
                                       ControlGrouping::Framework};
using Model = ControlTreeModel;
using Kind = ControlTreeNode::Kind;

/// Ids of the controls anywhere under a node; those under requirements that only the specification names count for nothing above.
QSet<int> controlsUnder(const Model &model, const QModelIndex &parent)
{
    QSet<int> ids;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex child = model.index(row, 0, parent);
        if (const int id = child.data(Model::ControlIdRole).toInt())
            ids.insert(id);
        if (!child.data(Model::KeyRole).toString().endsWith(QLatin1String("/specified")))
            ids.unite(controlsUnder(model, child));
    }
    return ids;
}

QModelIndex childNamed(const Model &model, const QString &start, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        if (const QModelIndex child = model.index(row, 0, parent); child.data().toString().startsWith(start))
            return child;
    }
    return {};
}

QString textOf(const QModelIndex &index) { return index.data(Qt::AccessibleTextRole).toString(); }

/// Does this control belong under what these facets name? Counted from the assessment, apart from the tree.
bool belongs(const ControlResult &control, const Facets &facets)
{
    for (const Facet &facet : facets) {
        const QString value = facet.values.value(0);
        const auto inFramework = [&](auto test) {
            return std::any_of(control.info.frameworks.begin(), control.info.frameworks.end(), test);
        };
        bool holds = false;
        if (facet.name == QLatin1String("severity"))
            holds = severityName(control.info.severity) == value;
        else if (facet.name == QLatin1String("status"))
            holds = outcomeStatusName(control.status) == value;
        else if (facet.name == QLatin1String("category"))
            holds = control.info.category == value;
        else if (facet.name == QLatin1String("framework"))
            holds = inFramework([&](const FrameworkReference &one) { return one.framework == value && !one.reviewed.isEmpty(); });
        else if (facet.name == QLatin1String("requirement"))
            holds = inFramework([&](const FrameworkReference &one) {
                return one.framework == facets.first().values.value(0) && one.reviewed.contains(value);
            });
        else if (facet.name == QLatin1String("control"))
            holds = facet.values.contains(QString::number(control.info.id));
        if (!holds)
            return false;
    }
    return true;
}

} // namespace

class TestControlTree : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Assessment> m_sample;

    /// Every node's counts and worst status, against a recount by its facets.
    void recount(const Model &model, const QModelIndex &parent)
    {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex node = model.index(row, 0, parent);
            if (node.data(Model::ControlIdRole).toInt() != 0)
                continue;
            StatusCounts counts;
            QSet<int> ids;
            auto worst = OutcomeStatus::NotApplicable;
            for (const ControlResult &control : m_sample->controls) {
                if (!belongs(control, node.data(Model::FacetsRole).value<Facets>()))
                    continue;
                ids.insert(control.info.id);
                counts.add(control.status);
                worst = std::min(worst, control.status);
            }
            QVERIFY2(!ids.isEmpty(), qPrintable(textOf(node)));
            QCOMPARE(controlsUnder(model, node), ids);
            QCOMPARE(node.data(Model::StatusRole).toInt(), int(worst));
            const auto shown = node.data(Model::CountsRole).value<StatusCounts>();
            for (int status = 0; status <= int(OutcomeStatus::NotApplicable); ++status)
                QCOMPARE(shown.of(static_cast<OutcomeStatus>(status)), counts.of(static_cast<OutcomeStatus>(status)));
            recount(model, node);
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto judged = judgeSample();
        QVERIFY(judged.ok());
        m_sample = judged->assessment;
    }

    void everyGroupingHoldsAllControls()
    {
        Model model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setAssessment(m_sample);
        for (const ControlGrouping grouping : groupings) {
            model.setGrouping(grouping);
            QCOMPARE(controlsUnder(model, {}).size(), 25);
            recount(model, {});
        }
        model.setAssessment({});
        QCOMPARE(model.rowCount(), 0);
    }

    void controlsStandOnceButInFrameworks()
    {
        for (const ControlGrouping grouping : groupings) {
            const ControlTree tree = ControlTree::of(*m_sample, grouping);
            const auto controls = std::count_if(tree.nodes.begin(), tree.nodes.end(),
                                                [](const ControlTreeNode &node) { return node.kind == Kind::Control; });
            QVERIFY(grouping == ControlGrouping::Framework ? controls >= 25 * 8 : controls == 25);
        }
    }

    void worstFirst()
    {
        Model model;
        model.setAssessment(m_sample);
        for (const ControlGrouping grouping : groupings) {
            model.setGrouping(grouping);
            for (int group = 0; group < model.rowCount(); ++group) {
                const QModelIndex parent = model.index(group, 0);
                int last = -1;
                bool first = true;
                for (int row = 0; row < model.rowCount(parent); ++row) {
                    const QModelIndex child = model.index(row, 0, parent);
                    // Requirements that no reviewer confirmed start a second run.
                    if (textOf(child).endsWith(QLatin1String("not confirmed by review")) && first && row > 0) {
                        first = false;
                        last = -1;
                    }
                    const int status = child.data(Model::StatusRole).toInt();
                    QVERIFY2(status >= last, qPrintable(textOf(child)));
                    last = status;
                }
            }
        }
        model.setGrouping(ControlGrouping::Severity);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Critical"));
    }

    void countsInWords()
    {
        Model model;
        model.setAssessment(made::small());
        QCOMPARE(textOf(model.index(0, 0)), QStringLiteral("Critical - 1 fail of 2"));
        QCOMPARE(textOf(model.index(1, 0)), QStringLiteral("High - 1 fail, 1 not determined of 2"));
        const QModelIndex coverage = model.index(0, 0, model.index(1, 0));
        QCOMPARE(textOf(coverage), QStringLiteral("8. 24/7 coverage - Fail: 2 of 4"));
        QCOMPARE(textOf(coverage.siblingAtRow(1)), QStringLiteral("11. Audit logging - Not determined, no permission"));
        model.setGrouping(ControlGrouping::Status);
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(textOf(model.index(0, 0)), QStringLiteral("Error - 1 error of 1"));
        QCOMPARE(textOf(model.index(0, 0, model.index(0, 0))), QStringLiteral("22. Acknowledgement timeout - Error (medium)"));
        QCOMPARE(textOf(model.index(5, 0)), QStringLiteral("Not applicable - 1 not applicable of 1"));
    }

    void frameworkRequirements()
    {
        Model model;
        model.setAssessment(m_sample);
        model.setGrouping(ControlGrouping::Framework);
        QCOMPARE(model.rowCount(), 8);
        const QModelIndex pci = childNamed(model, QStringLiteral("PCI-DSS, v4.0.1"));
        QVERIFY(pci.isValid());
        QCOMPARE(pci.data(Model::FacetsRole).value<Facets>(), (Facets{{QStringLiteral("framework"), {QStringLiteral("PCI-DSS")}}}));
        // Control 1 names 8.3.1, which the review disputes.
        const QModelIndex disputed = childNamed(model, QStringLiteral("8.3.1 "), pci);
        QVERIFY(disputed.isValid());
        QVERIFY2(childNamed(model, QStringLiteral("1. "), disputed).data(Model::DetailRole).toString().endsWith(QLatin1String("mapping disputed")),
                 qPrintable(textOf(disputed)));
        QVERIFY(disputed.data(Qt::ToolTipRole).toString().contains(QLatin1String("never proof")));
        // ISM-1557 sets passwords on another network: the specification names it for control 1, the review does not.
        const QModelIndex irap = childNamed(model, QStringLiteral("IRAP"));
        const QModelIndex specified = childNamed(model, QStringLiteral("ISM-1557 "), irap);
        QVERIFY2(textOf(specified).endsWith(QLatin1String("specified, not confirmed by review")), qPrintable(textOf(specified)));
        const auto facets = specified.data(Model::FacetsRole).value<Facets>();
        QCOMPARE(facets.size(), 1); // the search knows no such requirement: its controls, by number
        QCOMPARE(facets.first().name, QStringLiteral("control"));
        QVERIFY(facets.first().values.contains(QStringLiteral("1")));
        const QModelIndex confirmed = childNamed(model, QStringLiteral("ISM-1546 "), irap);
        QVERIFY(confirmed.isValid() && confirmed.row() < specified.row());
        QCOMPARE(confirmed.data(Model::FacetsRole).value<Facets>(),
                 (Facets{frameworkFacet(QStringLiteral("IRAP")), requirementFacet(QStringLiteral("ISM-1546"))}));
        // No catalogue text was there to decide eight of ISMAP's, so that its counts leave them out.
        const QModelIndex ismap = childNamed(model, QStringLiteral("ISMAP"));
        QVERIFY(textOf(ismap).endsWith(QStringLiteral("of %1").arg(controlsUnder(model, ismap).size())));
        QVERIFY(controlsUnder(model, ismap).size() < 25);
        QVERIFY(!textOf(confirmed).contains(QLatin1String("confirmed by review")));
    }

    void keysAreUnique()
    {
        for (const ControlGrouping grouping : groupings) {
            QSet<QString> keys;
            const ControlTree tree = ControlTree::of(*m_sample, grouping);
            for (const ControlTreeNode &node : tree.nodes)
                keys.insert(node.key);
            QCOMPARE(keys.size(), qsizetype(tree.nodes.size()));
            QCOMPARE(controlGroupingFromName(controlGroupingName(grouping)), std::optional(grouping));
        }
    }

    void hostileTextIsEscaped()
    {
        Model model;
        Assessment assessment = *made::hostile();
        for (ControlResult &control : assessment.controls)
            control.message = made::hostileTexts().first();
        model.setAssessment(std::make_shared<const Assessment>(assessment));
        const QString toolTip = model.index(0, 0, model.index(0, 0)).data(Qt::ToolTipRole).toString();
        QVERIFY(toolTip.contains(QLatin1String("&lt;script&gt;")));
        QVERIFY(!toolTip.contains(QLatin1String("<script")));
    }

    void facetsReplaceOnlyTheirOwn()
    {
        const SearchWords typed = SearchWords::parse(QStringLiteral("night severity:low \"a b\" control:3 kind:user"));
        const Facets set{statusFacet(OutcomeStatus::Fail), frameworkFacet(QStringLiteral("SOC 2"))};
        QCOMPARE(withFacets(typed, overviewFacets(), set).text(),
                 QStringLiteral("night \"a b\" kind:user status:fail framework:\"SOC 2\""));
        QCOMPARE(withFacets(typed, overviewFacets(), {}).text(), QStringLiteral("night \"a b\" kind:user"));
    }
};

QTEST_GUILESS_MAIN(TestControlTree)
#include "tst_controltree.moc"
