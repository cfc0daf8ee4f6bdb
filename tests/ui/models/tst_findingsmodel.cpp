// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/models/madefindings.h"
#include "ui/models/findingorder.h"
#include "ui/models/findingsmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

namespace {

/// What the model must hold in the end.
std::vector<quint32> expectedRows(const std::shared_ptr<const Assessment> &assessment, const QString &search, const FindingSort &sort)
{
    const auto index = FindingIndex::build(assessment);
    const FindingFilter filter(index, SearchWords::parse(search));
    std::vector<quint32> rows;
    for (const quint32 row : orderRows(*index, sort)) {
        if (filter.accepts(row))
            rows.push_back(row);
    }
    return rows;
}

} // namespace

class TestFindingsModel : public QObject
{
    Q_OBJECT

private:
    FindingsModel *m_model = nullptr;

private Q_SLOTS:
    void init()
    {
        m_model = new FindingsModel(this);
        new QAbstractItemModelTester(m_model, QAbstractItemModelTester::FailureReportingMode::QtTest, m_model);
    }

    void cleanup() { delete m_model; }

    void allOutcomesWorstFirst()
    {
        const auto assessment = made::randomFindings(1, 700);
        QSignalSpy indexed(m_model, &FindingsModel::indexed);
        m_model->setAssessment(assessment);
        QVERIFY(!m_model->isComplete());
        QTRY_VERIFY(m_model->isComplete());
        QCOMPARE(indexed.count(), 1);
        QCOMPARE(m_model->rows(), expectedRows(assessment, {}, worstFirst()));
        QCOMPARE(m_model->rowCount(), 700);
        QCOMPARE(m_model->columnCount(), findingColumnCount);
        for (int row = 1; row < 700; ++row)
            QVERIFY(m_model->index(row - 1, 0).data(FindingsModel::StatusRole).toInt() <= m_model->index(row, 0).data(FindingsModel::StatusRole).toInt());
    }

    /// The first rows come ahead of the others, and are the ones that stay first.
    void firstRowsComeFirst()
    {
        const auto assessment = made::randomFindings(2, 20'000);
        m_model->setAssessment(assessment);
        QTRY_VERIFY(m_model->isComplete());
        QSignalSpy reset(m_model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(m_model, &QAbstractItemModel::rowsInserted);
        m_model->setWords(SearchWords::parse(u"night"_s));
        QTRY_COMPARE(reset.count(), 1);
        QVERIFY(m_model->rowCount() > 0);
        QTRY_VERIFY(m_model->isComplete());
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(m_model->rows(), expectedRows(assessment, u"night"_s, worstFirst()));
    }

    void keystrokesSupersedeOneAnother()
    {
        const auto assessment = made::randomFindings(3, 10'000);
        m_model->setAssessment(assessment);
        QTRY_VERIFY(m_model->isComplete());
        QSignalSpy completed(m_model, &FindingsModel::completed);
        const QString search = u"severity:high night"_s;
        for (qsizetype typed = 1; typed <= search.size(); ++typed)
            m_model->setWords(SearchWords::parse(search.left(typed)));
        QTRY_VERIFY(m_model->isComplete());
        QCOMPARE(completed.count(), 1);
        QCOMPARE(m_model->rows(), expectedRows(assessment, search, worstFirst()));
    }

    void sortingWhileSearching()
    {
        const auto assessment = made::randomFindings(4, 8'000);
        const FindingSort byName{{FindingColumn::Name, Qt::DescendingOrder}, {FindingColumn::Control, Qt::AscendingOrder}};
        m_model->setAssessment(assessment);
        m_model->setWords(SearchWords::parse(u"sta"_s));
        m_model->setSort({{FindingColumn::Message, Qt::AscendingOrder}});
        QTRY_VERIFY(m_model->rowCount() > 0 || m_model->isComplete());
        m_model->setWords(SearchWords::parse(u"status:fail"_s));
        m_model->setSort(byName);
        m_model->setWords(SearchWords::parse(u"status:fail night"_s));
        QTRY_VERIFY(m_model->isComplete());
        QCOMPARE(m_model->rows(), expectedRows(assessment, u"status:fail night"_s, byName));
        m_model->sort(-1);
        QTRY_VERIFY(m_model->isComplete());
        QCOMPARE(m_model->rows(), expectedRows(assessment, u"status:fail night"_s, worstFirst()));
    }

    void anotherAssessmentWhileBusy()
    {
        const auto second = made::randomFindings(6, 500);
        m_model->setWords(SearchWords::parse(u"status:fail"_s));
        m_model->setAssessment(made::randomFindings(5, 15'000));
        m_model->setAssessment(second);
        QTRY_VERIFY(m_model->isComplete());
        QCOMPARE(m_model->rows(), expectedRows(second, u"status:fail"_s, worstFirst()));
        m_model->setAssessment(made::randomFindings(7, 15'000));
        m_model->setAssessment(nullptr);
        QVERIFY(m_model->isComplete());
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(!m_model->findings());
        m_model->setAssessment(second);
        QTRY_VERIFY(m_model->isComplete());
        QCOMPARE(m_model->rows(), expectedRows(second, u"status:fail"_s, worstFirst()));
    }

    void endsWhileBusy()
    {
        m_model->setAssessment(made::randomFindings(8, 20'000));
        FindingsModel other;
        other.setAssessment(made::randomFindings(8, 1'000));
        QTRY_VERIFY(other.isComplete());
        other.setSort({{FindingColumn::Fingerprint, Qt::AscendingOrder}});
        other.setWords(SearchWords::parse(u"night"_s));
    }

    void emptyAssessment()
    {
        m_model->setAssessment(std::make_shared<const Assessment>());
        QTRY_VERIFY(m_model->isComplete());
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(m_model->rowOf(0), -1);
    }

    void rowsOfOutcomes()
    {
        m_model->setAssessment(made::randomFindings(9, 400));
        m_model->setWords(SearchWords::parse(u"status:fail"_s));
        QTRY_VERIFY(m_model->isComplete());
        for (int row = 0; row < m_model->rowCount(); ++row)
            QCOMPARE(m_model->rowOf(m_model->outcomeAt(row)), row);
        for (qsizetype outcome = 0; outcome < 400; ++outcome) {
            if (m_model->assessment()->outcomes.at(outcome).status != OutcomeStatus::Fail)
                QCOMPARE(m_model->rowOf(outcome), -1);
        }
        QCOMPARE(m_model->rowOf(-1), -1);
    }

    void problemsAreKnownAtOnce()
    {
        m_model->setAssessment(made::randomFindings(9, 400));
        QTRY_VERIFY(m_model->isComplete());
        QSignalSpy problems(m_model, &FindingsModel::problemsChanged);
        m_model->setWords(SearchWords::parse(u"foo:bar"_s));
        QCOMPARE(problems.count(), 1);
        QCOMPARE(m_model->problems().size(), 1);
        QTRY_COMPARE(m_model->rowCount(), 0);
    }

    void headersTellTheOrder()
    {
        const auto header = [&](FindingColumn column) { return m_model->headerData(int(column), Qt::Horizontal, Qt::DisplayRole).toString(); };
        QCOMPARE(header(FindingColumn::Status), u"Status \u25B21"_s);
        QCOMPARE(header(FindingColumn::Control), u"Control \u25B23"_s);
        QCOMPARE(header(FindingColumn::Name), u"Resource"_s);
        m_model->setSort({{FindingColumn::Name, Qt::DescendingOrder}});
        QCOMPARE(header(FindingColumn::Name), u"Resource \u25BC"_s);
        QCOMPARE(header(FindingColumn::Status), u"Status"_s);
    }

    void hostileTextIsHarmless()
    {
        const QString name = u"<b>x</b>\n\u202Etxt.exe\u202C"_s + QString(10'240, u'W');
        AssessedOutcome outcome = made::findingOf(8, OutcomeStatus::Fail, u"user"_s, u"P1"_s, name);
        outcome.waiver = AppliedWaiver{u"<script>"_s, u"<i>"_s, {}, {}};
        m_model->setAssessment(made::findingsOf({outcome}));
        QTRY_VERIFY(m_model->isComplete());
        for (int column = 0; column < findingColumnCount; ++column) {
            const QModelIndex index = m_model->index(0, column);
            const QString shown = index.data().toString();
            QVERIFY(shown.size() < 400);
            QVERIFY(!shown.contains(u'\n') && !shown.contains(QChar(0x202E)));
            QString tip = index.data(Qt::ToolTipRole).toString();
            QVERIFY(tip.size() < 10'000);
            tip.remove(u"<p>"_s).remove(u"</p>"_s);
            QVERIFY2(!tip.contains(u'<'), qPrintable(tip));
        }
    }
};

QTEST_GUILESS_MAIN(TestFindingsModel)
#include "tst_findingsmodel.moc"
