// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/controlresultsview.h"
#include "ui/shell/selection.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace pdsi;

namespace {

/// The dock on the sample account, with a selection of its own.
struct Opened {
    Selection selection;
    ControlResultsView view{selection};
    QTreeView *tree = view.findChild<QTreeView *>(QStringLiteral("controlTree"));

    explicit Opened(const JudgedSnapshot &audit)
    {
        selection.setAudit(audit);
        view.resize(340, 700);
        view.show();
    }

    QModelIndex named(const QString &start, const QModelIndex &parent = {}) const
    {
        const QAbstractItemModel &model = *tree->model();
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex child = model.index(row, 0, parent);
            if (child.data().toString().startsWith(start))
                return child;
            if (const QModelIndex below = named(start, child); below.isValid())
                return below;
        }
        return {};
    }
    void click(const QString &start)
    {
        const QModelIndex index = named(start);
        QVERIFY2(index.isValid(), qPrintable(start));
        tree->scrollTo(index);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(index).center());
    }
    void trigger(const QString &action)
    {
        auto *found = view.findChild<QAction *>(QStringLiteral("controls.") + action);
        QVERIFY2(found && view.actions().contains(found), qPrintable(action));
        found->trigger();
    }
    QString filter() const { return selection.filter().text(); }
};

} // namespace

class TestControlResults : public QObject
{
    Q_OBJECT

private:
    JudgedSnapshot m_sample;

private Q_SLOTS:
    void initTestCase()
    {
        const auto judged = judgeSample();
        QVERIFY(judged.ok());
        m_sample = *judged;
    }

    void clickOnAControlPointsAndFilters()
    {
        Opened opened(m_sample);
        QAbstractItemModelTester tester(opened.tree->model());
        opened.selection.setFilter(QStringLiteral("night kind:schedule severity:low status:fail"));
        opened.click(QStringLiteral("8. "));
        QCOMPARE(opened.selection.place().controlId, 8);
        QCOMPARE(opened.filter(), QStringLiteral("night kind:schedule status:fail control:8"));
        opened.click(QStringLiteral("High"));
        QCOMPARE(opened.filter(), QStringLiteral("night kind:schedule status:fail severity:high"));
        QCOMPARE(opened.selection.place().controlId, 8); // a group is no place
        opened.trigger(QStringLiteral("showAll"));
        QCOMPARE(opened.filter(), QStringLiteral("night kind:schedule"));
        QVERIFY(!opened.tree->currentIndex().isValid());
    }

    void keyboardDoesTheSame()
    {
        Opened opened(m_sample);
        opened.tree->setFocus(Qt::TabFocusReason);
        QCOMPARE(opened.filter(), QString()); // tabbing in chooses nothing
        QTest::keyClick(opened.tree, Qt::Key_Home);
        QCOMPARE(opened.filter(), QStringLiteral("severity:critical"));
        QTest::keyClick(opened.tree, Qt::Key_Down);
        const int worst = opened.tree->currentIndex().data(ControlTreeModel::ControlIdRole).toInt();
        QCOMPARE(opened.filter(), QStringLiteral("control:%1").arg(worst));
        QCOMPARE(opened.selection.place().controlId, worst);
        QSignalSpy detail(&opened.selection, &Selection::detailRequested);
        QTest::keyClick(opened.tree, Qt::Key_Return);
        QCOMPARE(detail.count(), 1);
    }

    void ownStatusIsReplacedATypedOneIsNot()
    {
        Opened opened(m_sample);
        opened.trigger(QStringLiteral("groupByStatus"));
        opened.click(QStringLiteral("Manual"));
        QCOMPARE(opened.filter(), QStringLiteral("status:manual"));
        opened.click(QStringLiteral("2. "));
        QCOMPARE(opened.filter(), QStringLiteral("control:2"));
        opened.selection.setFilter(QStringLiteral("-status:pass status:fail"));
        opened.click(QStringLiteral("8. "));
        QCOMPARE(opened.filter(), QStringLiteral("-status:pass status:fail control:8"));
    }

    void followsThePlaceWithoutFiltering()
    {
        Opened opened(m_sample);
        QSignalSpy filtered(&opened.selection, &Selection::filterChanged);
        QSignalSpy moved(&opened.selection, &Selection::placeChanged);
        opened.selection.selectControl(18);
        QCOMPARE(opened.tree->currentIndex().data(ControlTreeModel::ControlIdRole).toInt(), 18);
        const auto &outcomes = m_sample.assessment->outcomes;
        const auto outcome = std::find_if(outcomes.begin(), outcomes.end(), [](const auto &one) { return one.controlId == 22; });
        opened.selection.selectOutcome(outcome - outcomes.begin());
        QCOMPARE(opened.tree->currentIndex().data(ControlTreeModel::ControlIdRole).toInt(), 22);
        opened.trigger(QStringLiteral("groupByFramework"));
        QCOMPARE(opened.tree->currentIndex().data(ControlTreeModel::ControlIdRole).toInt(), 22);
        opened.selection.clearPlace();
        QVERIFY(!opened.tree->currentIndex().isValid());
        QCOMPARE(filtered.count(), 0);
        QCOMPARE(moved.count(), 3);
    }

    void searchFindsAndChoosesNothing()
    {
        Opened opened(m_sample);
        opened.selection.selectControl(18);
        auto *search = opened.view.findChild<QLineEdit *>(QStringLiteral("controlSearch"));
        search->setText(QStringLiteral("webhook"));
        QVERIFY(opened.named(QStringLiteral("14. ")).isValid());
        QVERIFY(opened.named(QStringLiteral("15. ")).isValid());
        QVERIFY(!opened.named(QStringLiteral("18. ")).isValid());
        QVERIFY(opened.tree->visualRect(opened.named(QStringLiteral("15. "))).isValid()); // not hidden in a closed group
        QCOMPARE(opened.filter(), QString());
        QCOMPARE(opened.selection.place().controlId, 18);
        search->clear();
        QCOMPARE(opened.tree->currentIndex().data(ControlTreeModel::ControlIdRole).toInt(), 18);
    }

    void remembersGroupingAndWhatIsOpen()
    {
        Opened first(m_sample);
        first.tree->collapse(first.named(QStringLiteral("High")));
        first.trigger(QStringLiteral("groupByFramework"));
        QVERIFY(!first.tree->isExpanded(first.named(QStringLiteral("CMMC"))));
        first.tree->expand(first.named(QStringLiteral("CMMC")));
        const QByteArray state = first.view.saveState();

        Opened second(m_sample);
        QVERIFY(!second.view.restoreState("nonsense"));
        QCOMPARE(second.view.grouping(), ControlGrouping::Severity);
        QVERIFY(second.view.restoreState(state));
        QCOMPARE(second.view.grouping(), ControlGrouping::Framework);
        QCOMPARE(second.view.findChild<QComboBox *>(QStringLiteral("controlGroupBy"))->currentIndex(), 3);
        QVERIFY(second.tree->isExpanded(second.named(QStringLiteral("CMMC"))));
        QVERIFY(!second.tree->isExpanded(second.named(QStringLiteral("FedRAMP"))));
        second.trigger(QStringLiteral("groupBySeverity"));
        QVERIFY(!second.tree->isExpanded(second.named(QStringLiteral("High"))));
        QVERIFY(second.tree->isExpanded(second.named(QStringLiteral("Critical"))));
        second.trigger(QStringLiteral("expandAll"));
        second.selection.setAudit(m_sample); // another assessment: the same groups stay open
        QVERIFY(second.tree->isExpanded(second.named(QStringLiteral("High"))));
        second.trigger(QStringLiteral("collapseAll"));
        QVERIFY(!second.tree->isExpanded(second.named(QStringLiteral("Critical"))));
    }

    void summaryTellsTheScore()
    {
        Opened opened(m_sample);
        const auto *score = opened.view.findChild<QLabel *>(QStringLiteral("controlScore"));
        QCOMPARE(score->text(), QStringLiteral("Score %1 %").arg(*m_sample.assessment->score(), 0, 'f', 1));
        const StatusCounts counts = m_sample.assessment->controlCounts();
        auto *fail = opened.view.findChild<QToolButton *>(QStringLiteral("controlCount.fail"));
        QCOMPARE(fail->text(), QStringLiteral("Fail %1").arg(counts.fail));
        QVERIFY(!fail->icon().isNull());
        QVERIFY(opened.view.findChild<QToolButton *>(QStringLiteral("controlCount.error"))->isHidden());
        fail->click();
        QCOMPARE(opened.filter(), QStringLiteral("status:fail"));
        opened.selection.setAudit({});
        QVERIFY(score->isHidden());
        QCOMPARE(opened.tree->model()->rowCount(), 0);
    }

    void fitsANarrowDock()
    {
        Opened opened(m_sample);
        QVERIFY2(opened.view.minimumSizeHint().width() <= 320, qPrintable(QString::number(opened.view.minimumSizeHint().width())));
    }
};

QTEST_MAIN(TestControlResults)
#include "tst_controlresults.moc"
