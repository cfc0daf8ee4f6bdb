// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/control.h"
#include "core/report/report.h"
#include "core/session/judging.h"
#include "tests/core/report/madeassessment.h"
#include "ui/models/dashboardsectionmodel.h"
#include "ui/models/scorewords.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace pdsi;

namespace {

using Assessed = std::shared_ptr<const Assessment>;

const DashboardSection *section(const QList<DashboardSection> &sections, const char *key)
{
    const auto found = std::find_if(sections.begin(), sections.end(),
                                    [=](const DashboardSection &one) { return one.key == QLatin1String(key); });
    return found == sections.end() ? nullptr : &*found;
}

int sumOf(const DashboardSection &section)
{
    int sum = 0;
    for (const DashboardMark &mark : section.marks)
        sum += mark.count;
    return sum;
}

const ControlResult &controlOf(const Assessment &assessment, int id)
{
    return *std::find_if(assessment.controls.begin(), assessment.controls.end(),
                         [=](const ControlResult &control) { return control.info.id == id; });
}

/// Does the outcome answer to these facets? Written apart from the search of the findings table.
bool answers(const Assessment &assessment, const AssessedOutcome &outcome, const Facets &facets)
{
    const ControlResult &control = controlOf(assessment, outcome.controlId);
    return std::all_of(facets.begin(), facets.end(), [&](const Facet &facet) {
        QString value;
        if (facet.name == QLatin1String("status"))
            value = outcomeStatusName(outcome.status);
        else if (facet.name == QLatin1String("severity"))
            value = severityName(control.info.severity);
        else if (facet.name == QLatin1String("control"))
            value = QString::number(control.info.id);
        else if (facet.name == QLatin1String("reason"))
            value = outcome.reason ? reasonCodeName(*outcome.reason) : QString();
        else if (facet.name == QLatin1String("waived"))
            value = outcome.waiver ? QStringLiteral("yes") : QStringLiteral("no");
        return facet.values.contains(value);
    });
}

int outcomesFor(const Assessment &assessment, const Facets &facets)
{
    return int(std::count_if(assessment.outcomes.begin(), assessment.outcomes.end(),
                             [&](const AssessedOutcome &outcome) { return answers(assessment, outcome, facets); }));
}

} // namespace

class TestDashboard : public QObject
{
    Q_OBJECT

private:
    Assessed m_sample;

    /// The sample with a denied class, a waived finding and every reason once.
    Assessed troubled() const
    {
        auto assessment = std::make_shared<Assessment>(*m_sample);
        int reason = 0;
        for (AssessedOutcome &outcome : assessment->outcomes) {
            if (outcome.status == OutcomeStatus::Fail && outcome.controlId == 8 && !outcome.waiver)
                outcome.waiver = AppliedWaiver{QStringLiteral("known"), QStringLiteral("Dana"), {}, {}};
            if (outcome.status == OutcomeStatus::Pass && outcome.controlId == 22 && reason <= int(ReasonCode::NotCollected)) {
                outcome.status = OutcomeStatus::NotDetermined;
                outcome.reason = static_cast<ReasonCode>(reason++);
            }
        }
        ResourceClassState &schedules = assessment->snapshot.states[int(ResourceClass::Schedules)];
        schedules.state = CollectionState::Denied;
        schedules.reason = ReasonCode::Permission;
        return assessment;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto judged = judgeSample();
        QVERIFY(judged.ok());
        m_sample = judged->assessment;
    }

    void figuresAreTheReports_data()
    {
        QTest::addColumn<Assessed>("assessment");
        QTest::newRow("sample") << m_sample;
        QTest::newRow("one of each status") << made::small();
        QTest::newRow("troubled") << troubled();
        QTest::newRow("empty") << made::empty();
    }

    void figuresAreTheReports()
    {
        QFETCH(Assessed, assessment);
        const Report report(assessment);
        const DashboardFigures figures = DashboardFigures::of(*assessment);
        QCOMPARE(figures.score, report.score());
        QCOMPARE(figures.openFindings(), report.findings().open);
        QCOMPARE(figures.waivedFindings(), report.findings().waived);
        for (const SeverityFigures &one : figures.findings)
            QCOMPARE(one.open, report.findings().of(one.severity));
        QCOMPARE(figures.controls.pass + figures.controls.fail, figures.judged());

        const QList<DashboardSection> sections = dashboardSections(figures);
        QCOMPARE(sections.size(), 6);
        QCOMPARE(sumOf(*section(sections, "status")), int(assessment->controls.size()));
        QCOMPARE(sumOf(*section(sections, "findings")), report.findings().open + report.findings().waived);
        QCOMPARE(sumOf(*section(sections, "collection")), int(assessment->snapshot.states.size()));
        int undetermined = 0;
        for (const AssessedOutcome &outcome : assessment->outcomes)
            undetermined += outcome.status == OutcomeStatus::NotDetermined || outcome.status == OutcomeStatus::Manual
                || outcome.status == OutcomeStatus::Error;
        QCOMPARE(sumOf(*section(sections, "undetermined")), undetermined);
        for (const DashboardSection &one : sections) {
            QVERIFY2(!one.title.isEmpty() && !one.summary.isEmpty(), qPrintable(one.key));
            for (const DashboardMark &mark : one.marks)
                QVERIFY2(mark.size > 0 && !mark.facets.isEmpty() && !mark.sentence.isEmpty(), qPrintable(one.key));
        }
    }

    void frameworksCountReviewedMappings()
    {
        const DashboardFigures figures = DashboardFigures::of(*m_sample);
        QCOMPARE(figures.frameworks.size(), 8);
        for (const FrameworkFigures &one : figures.frameworks) {
            StatusCounts counts;
            int unmapped = 0;
            for (const ControlResult &control : m_sample->controls) {
                for (const FrameworkReference &reference : control.info.frameworks) {
                    if (reference.framework != one.framework)
                        continue;
                    if (reference.reviewed.isEmpty())
                        ++unmapped;
                    else
                        counts.add(control.status);
                }
            }
            QCOMPARE(one.unmapped, unmapped);
            QCOMPARE(one.controls.fail, counts.fail);
            QCOMPARE(one.controls.pass, counts.pass);
            QCOMPARE(one.controls.manual, counts.manual);
            QCOMPARE(counts.pass + counts.fail + counts.manual + unmapped, 25);
        }
    }

    /// The number told is the number of rows the table of findings will show.
    void marksShowAsManyOutcomesAsTheySay()
    {
        const Assessed assessment = troubled();
        const QList<DashboardSection> sections = dashboardSections(DashboardFigures::of(*assessment));
        int checked = 0;
        for (const char *key : {"findings", "undetermined"}) {
            for (const DashboardMark &mark : section(sections, key)->marks) {
                QCOMPARE(outcomesFor(*assessment, mark.facets), mark.count);
                ++checked;
            }
        }
        QVERIFY2(checked >= 4 + 1 + 7 + 1, qPrintable(QString::number(checked))); // severities, one waived, reasons, manual
        QCOMPARE(section(sections, "undetermined")->rows.size(), int(ReasonCode::NotCollected) + 2);
    }

    void deniedClassNamesItsControls()
    {
        const DashboardFigures figures = DashboardFigures::of(*troubled());
        const auto state = [&](CollectionState wanted) {
            return *std::find_if(figures.collection.begin(), figures.collection.end(),
                                 [=](const CollectionFigures &one) { return one.state == wanted; });
        };
        const CollectionFigures denied = state(CollectionState::Denied);
        QCOMPARE(denied.classes, QList<ResourceClass>{ResourceClass::Schedules});
        QVERIFY(denied.controls.contains(8));
        QVERIFY(!denied.controls.contains(14)); // webhooks need no schedules
        for (const int id : state(CollectionState::Complete).controls)
            QVERIFY(!denied.controls.contains(id));
        const QList<DashboardSection> sections = dashboardSections(figures);
        const DashboardSection *collection = section(sections, "collection");
        const auto row = std::find_if(collection->rows.begin(), collection->rows.end(),
                                      [](const DashboardRow &one) { return one.label == QLatin1String("Denied"); });
        QVERIFY(row != collection->rows.end());
        QCOMPARE(row->facets, (Facets{controlFacet(denied.controls), statusFacet(OutcomeStatus::NotDetermined)}));
        QVERIFY(row->note.startsWith(QLatin1String("Layer-based schedules.")));
    }

    void scoreInWordsSaysWhatIsLeftOut()
    {
        const DashboardFigures figures = DashboardFigures::of(*made::small());
        QCOMPARE(scoreInWords(figures), QStringLiteral("Score 40.0 %"));
        QCOMPARE(scoreBasisInWords(figures),
                 QStringLiteral("1 of 3 judged controls pass, weighted critical 10, high 5, medium 3, low 1. "
                                "Left out: 1 error, 1 not determined, 1 manual, 1 not applicable."));
        const DashboardFigures none = DashboardFigures::of(*made::empty());
        QCOMPARE(scoreInWords(none), QStringLiteral("No score"));
        QVERIFY(section(dashboardSections(none), "score")->marks.isEmpty());
    }

    void tableSaysWhatTheChartDraws()
    {
        const QList<DashboardSection> sections = dashboardSections(DashboardFigures::of(*troubled()));
        DashboardSectionModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (const DashboardSection &one : sections) {
            model.setSection(one);
            QCOMPARE(model.rowCount(), int(one.rows.size()));
            int sum = 0;
            int marks = 0;
            for (int row = 0; row < model.rowCount(); ++row) {
                for (int column = 1; column < model.columnCount(); ++column) {
                    const QModelIndex cell = model.index(row, column);
                    sum += cell.data().toInt();
                    const int mark = cell.data(DashboardSectionModel::MarkRole).toInt();
                    marks += mark >= 0;
                    QCOMPARE(cell.data(DashboardSectionModel::FacetsRole).value<Facets>(),
                             mark >= 0 ? one.marks.at(mark).facets : Facets());
                    QVERIFY(!cell.data(Qt::AccessibleTextRole).toString().isEmpty());
                }
            }
            QCOMPARE(sum, sumOf(one));
            QCOMPARE(marks, int(one.marks.size()));
        }
        model.setSection(*section(sections, "findings"));
        QCOMPARE(model.index(0, 2).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Critical, Waived: none"));
    }
};

QTEST_GUILESS_MAIN(TestDashboard)
#include "tst_dashboard.moc"
