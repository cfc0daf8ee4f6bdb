// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/findingsample.h"
#include "tests/core/report/madeassessment.h"

#include <QSet>
#include <QTest>

using namespace pdsi;

namespace {

FindingSample sampleOf(const std::shared_ptr<const Assessment> &assessment, int size, quint64 seed,
                       const ReportScope &scope = {})
{
    ReportOptions options;
    options.sampleSize = size;
    options.sampleSeed = seed;
    options.scope = scope;
    return drawSample(Report({assessment, nullptr, nullptr}, options));
}

QList<int> numbersOf(const std::shared_ptr<const Assessment> &assessment, const FindingSample &sample)
{
    QList<int> numbers;
    for (const DrawnFinding &drawn : sample.drawn)
        numbers << assessment->outcomes.at(drawn.outcome).resource.id.mid(1).toInt();
    return numbers;
}

} // namespace

class TestFindingSample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Worked out with Python's hashlib from the words of sampleMethod() alone.
    void equalsVectorsWorkedOutElsewhere_data()
    {
        QTest::addColumn<quint64>("seed");
        QTest::addColumn<QString>("firstTicket");
        QTest::addColumn<QList<int>>("numbers");
        QTest::newRow("zero") << quint64(0) << QStringLiteral("00a6c945a986b7e457e0059bfdb882e94e1095bbc0a6df7c13a69473ee6cd309")
                              << QList<int>{22, 33, 9, 29, 30};
        QTest::newRow("a date") << quint64(20'260'302)
                                << QStringLiteral("00f66de54cb67158fcf2de6b4d0c9bf9be670b282d1f99f73854d312c465d44f")
                                << QList<int>{7, 39, 22, 28, 34};
        QTest::newRow("largest") << ~quint64(0)
                                 << QStringLiteral("042ab01b32c321d0c12de29663b61cd036eca2a9d63787cf8d0c1df4109d0e05")
                                 << QList<int>{38, 7, 16, 34, 4};
    }

    void equalsVectorsWorkedOutElsewhere()
    {
        QFETCH(quint64, seed);
        QFETCH(QString, firstTicket);
        QFETCH(QList<int>, numbers);
        const auto assessment = made::large(40);
        const FindingSample sample = sampleOf(assessment, 5, seed);
        QCOMPARE(sample.populationSize, 40);
        QCOMPARE(sample.populationDigest, QStringLiteral("d2c5793d012dc9ec99934eb7192d356f62982f3aa2cc1087ad282d5011a84e49"));
        QCOMPARE(sample.drawn.first().ticket, firstTicket);
        QCOMPARE(numbersOf(assessment, sample), numbers);
    }

    void orderOfTheAssessmentDoesNotMatter()
    {
        const auto straight = made::large(200);
        auto reversed = std::make_shared<Assessment>(*straight);
        std::reverse(reversed->outcomes.begin(), reversed->outcomes.end());
        const FindingSample a = sampleOf(straight, 25, 7), b = sampleOf(reversed, 25, 7);
        QCOMPARE(a.populationDigest, b.populationDigest);
        QCOMPARE(numbersOf(straight, a), numbersOf(reversed, b));
    }

    void aLargerSampleBeginsWithTheSmaller()
    {
        const auto assessment = made::large(200);
        const QList<int> small = numbersOf(assessment, sampleOf(assessment, 10, 3));
        QCOMPARE(numbersOf(assessment, sampleOf(assessment, 25, 3)).first(10), small);
        QVERIFY(numbersOf(assessment, sampleOf(assessment, 10, 4)) != small);
    }

    void neverMoreThanThereAreAndNoneTwice()
    {
        const auto assessment = made::large(7);
        const FindingSample sample = sampleOf(assessment, 25, 1);
        QCOMPARE(sample.asked, 25);
        QCOMPARE(sample.drawn.size(), 7);
        const QList<int> numbers = numbersOf(assessment, sample);
        QCOMPARE(QSet<int>(numbers.begin(), numbers.end()).size(), 7);
        QVERIFY(sampleOf(assessment, 0, 1).isEmpty());
        QCOMPARE(sampleOf(assessment, 0, 1).populationSize, 7);
        QVERIFY(sampleOf(made::empty(), 25, 1).isEmpty());
    }

    void onlyFailingOutcomesInScopeAreDrawn()
    {
        const auto small = made::small();
        const FindingSample all = sampleOf(small, 25, 1);
        QCOMPARE(all.drawn.size(), 3);
        for (const DrawnFinding &drawn : all.drawn) {
            const AssessedOutcome &outcome = small->outcomes.at(drawn.outcome);
            QCOMPARE(outcome.status, OutcomeStatus::Fail);
            QCOMPARE(drawn.address, outcome.resource.url);
        }
        const FindingSample one = sampleOf(small, 25, 1, {QStringLiteral("control:2"), QList<qsizetype>{1}});
        QCOMPARE(one.populationSize, 1);
        QCOMPARE(one.drawn.first().outcome, 1);
        QVERIFY(one.populationDigest != all.populationDigest);
        const auto hostile = made::hostile();
        for (const DrawnFinding &drawn : sampleOf(hostile, 100, 1).drawn)
            QVERIFY(drawn.address.isEmpty() || drawn.address.startsWith(QLatin1String("https://")));
    }
};

QTEST_GUILESS_MAIN(TestFindingSample)
#include "tst_findingsample.moc"
