// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/assess.h"
#include "core/assessment/fingerprint.h"
#include "core/assessment/rollup.h"
#include "tests/core/assessment/madesnapshot.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QThreadPool>

#include <atomic>
#include <latch>
#include <stdexcept>

using namespace pdsi;
using enum OutcomeStatus;

namespace {

AssessmentOptions options()
{
    AssessmentOptions chosen;
    chosen.asOf = made::asOf;
    chosen.assessedAt = QDateTime::fromSecsSinceEpoch(made::asOf, Qt::UTC);
    chosen.toolVersion = QStringLiteral("0.1.0");
    return chosen;
}

QList<Outcome> mixed(const Inventory &, const EvaluationContext &)
{
    Outcome unsure = made::outcome(NotDetermined, QStringLiteral("*"));
    unsure.reason = ReasonCode::Partial;
    Outcome seen = made::outcome(Fail, QStringLiteral("PU1"), QStringLiteral("b"));
    seen.evidence = {{1, QStringLiteral("/users/0/role"), {}}};
    return {made::outcome(Pass, QStringLiteral("PU9")), unsure, seen, made::outcome(Fail, QStringLiteral("PU2"), QStringLiteral("a")),
            made::outcome(Fail, QStringLiteral("PU0"), QStringLiteral("b")), made::outcome(NotApplicable, QStringLiteral("PU5"))};
}
QList<Outcome> manual(const Inventory &, const EvaluationContext &)
{
    return {made::outcome(Manual, QStringLiteral("PU1"))};
}
QList<Outcome> throwing(const Inventory &, const EvaluationContext &)
{
    throw std::runtime_error("broken");
}
QList<Outcome> nothing(const Inventory &, const EvaluationContext &)
{
    return {};
}

const QList<ControlInfo> catalog{made::control(1), made::control(2, Severity::Low), made::control(3), made::control(4),
                                 made::control(5), made::control(101)};
const QList<Control> controls{{1, mixed, {}}, {2, manual, {}}, {3, throwing, {}}, {4, nothing, {}}, {101, nothing, {}}};

std::shared_ptr<const Assessment> run(const AssessmentOptions &chosen)
{
    return assess(made::inventory(), chosen, catalog, controls);
}

QList<int> idsOf(const Assessment &assessment)
{
    QList<int> ids;
    for (const ControlResult &control : assessment.controls)
        ids << control.info.id;
    return ids;
}

} // namespace

class TestAssess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Windows judge in the global pool. When all its threads do, none may wait for another.
    void manyAtOnceDoNotWaitForEachOther()
    {
        QThreadPool &pool = *QThreadPool::globalInstance();
        const int threads = pool.maxThreadCount();
        std::latch together(threads);
        std::atomic<int> judged = 0;
        for (int i = 0; i < threads; ++i) {
            pool.start([&together, &judged] {
                together.arrive_and_wait();
                if (!run(options())->outcomes.isEmpty())
                    ++judged;
            });
        }
        QTRY_COMPARE_WITH_TIMEOUT(judged.load(), threads, 60'000);
    }

    void rollsUpToTheWorst_data()
    {
        QTest::addColumn<QList<OutcomeStatus>>("outcomes");
        QTest::addColumn<OutcomeStatus>("status");
        QTest::newRow("none") << QList<OutcomeStatus>{} << NotApplicable;
        QTest::newRow("not applicable") << QList{NotApplicable, NotApplicable} << NotApplicable;
        QTest::newRow("pass") << QList{NotApplicable, Pass} << Pass;
        QTest::newRow("manual over pass") << QList{Pass, Manual} << Manual;
        QTest::newRow("not determined over manual") << QList{Manual, NotDetermined, Pass} << NotDetermined;
        QTest::newRow("fail over not determined") << QList{NotDetermined, Fail} << Fail;
        QTest::newRow("error over fail") << QList{Fail, OutcomeStatus::Error} << OutcomeStatus::Error;
    }

    void rollsUpToTheWorst()
    {
        QFETCH(QList<OutcomeStatus>, outcomes);
        QFETCH(OutcomeStatus, status);
        QList<AssessedOutcome> assessed;
        for (const OutcomeStatus one : outcomes) {
            AssessedOutcome added;
            added.status = one;
            added.resource.id = QString::number(assessed.size());
            if (one == NotDetermined)
                added.reason = ReasonCode::Cap;
            assessed << added;
        }
        const ControlResult result = rollUp(made::control(1), {assessed.constData(), std::size_t(assessed.size())});
        QCOMPARE(result.status, status);
        QCOMPARE(result.population, int(outcomes.size()));
        QCOMPARE(result.reason.has_value(), status == NotDetermined);
        QVERIFY(result.message.endsWith(QLatin1Char('.')));
    }

    void ordersOutcomesAndCounts()
    {
        const auto assessment = run(options());
        const ControlResult &control = assessment->controls.first();
        QStringList order;
        for (qsizetype i = 0; i < control.outcomeCount; ++i)
            order << assessment->outcomes.at(control.firstOutcome + i).resource.id;
        QCOMPARE(order, QStringLiteral("PU2 PU0 PU1 * PU9 PU5").split(QLatin1Char(' ')));
        QCOMPARE(control.status, Fail);
        QCOMPARE(control.population, 5);
        QCOMPARE(control.counts.fail, 3);
        QCOMPARE(control.counts.notDetermined, 1);
        QCOMPARE(control.message,
                 QStringLiteral("Of 5 resources looked at: 3 failed, 1 not determined, 1 passed, 1 not applicable."));
        for (const AssessedOutcome &outcome : assessment->outcomes)
            QCOMPARE(outcome.fingerprint.isEmpty(), outcome.status != Fail);
        QCOMPARE(assessment->outcomes.at(2).evidence.first().value, QJsonValue(QStringLiteral("admin")));
        QCOMPARE(assessment->outcomes.at(2).fingerprint,
                 findingFingerprint(1, QStringLiteral("user"), QStringLiteral("PU1")));
    }

    void ourFailuresAreErrors()
    {
        QTest::ignoreMessage(QtWarningMsg, "control 3 failed: broken");
        QTest::ignoreMessage(QtWarningMsg, "control 5 is in the catalogue but not in the program");
        const auto assessment = run(options());
        QCOMPARE(assessment->controls.at(2).status, OutcomeStatus::Error);
        QCOMPARE(assessment->controls.at(3).status, NotApplicable);
        QCOMPARE(assessment->controls.at(4).status, OutcomeStatus::Error);
    }

    void judgesWhatIsAsked()
    {
        QCOMPARE(idsOf(*run(options())), QList({1, 2, 3, 4, 5}));
        AssessmentOptions chosen = options();
        chosen.profile = QStringLiteral("extended");
        QCOMPARE(idsOf(*run(chosen)), QList({1, 2, 3, 4, 5, 101}));
        chosen.leastSeverity = Severity::Medium;
        QCOMPARE(idsOf(*run(chosen)), QList({1, 3, 4, 5, 101}));
        chosen.controls = QSet<int>{2, 4, 101};
        QCOMPARE(idsOf(*run(chosen)), QList({4, 101}));
    }

    void waiversAreFlags()
    {
        AssessmentOptions chosen = options();
        chosen.controls = QSet<int>{1};
        chosen.waivers = WaiverBook({Waiver{1, QStringLiteral("user"), QStringLiteral("PU1"), {}, QStringLiteral("r"),
                                            QStringLiteral("a"), {}, made::asOf + 1}});
        const auto assessment = run(chosen);
        QCOMPARE(assessment->controls.first().status, Fail);
        QCOMPARE(assessment->controls.first().waived, 1);
        QVERIFY(assessment->outcomes.at(2).waiver);
        QVERIFY(!assessment->outcomes.at(2).isOpenFinding());
        QVERIFY(assessment->outcomes.at(0).isOpenFinding());
    }

    void attestationsSettleAndCanFail()
    {
        AssessmentOptions chosen = options();
        chosen.controls = QSet<int>{2};
        Attestation attestation{2, {}, {}, Fail, QStringLiteral("s"), QStringLiteral("Dana"),
                                QDateTime::fromSecsSinceEpoch(made::asOf, Qt::UTC), made::asOf + 1};
        chosen.attestations = AttestationBook({attestation});
        const auto assessment = run(chosen);
        QCOMPARE(assessment->controls.first().status, Fail);
        QVERIFY(!assessment->outcomes.first().fingerprint.isEmpty());
        QCOMPARE(assessment->outcomes.first().attestation->original, Manual);
    }

    void baselineTellsNewUnchangedAndGone()
    {
        const auto failure = [](int control, const char *id) {
            const QString name = QString::fromLatin1(id);
            return QJsonObject{{QStringLiteral("controlId"), control}, {QStringLiteral("status"), QStringLiteral("fail")},
                               {QStringLiteral("fingerprint"), findingFingerprint(control, QStringLiteral("user"), name)},
                               {QStringLiteral("resource"), QJsonObject{{QStringLiteral("kind"), QStringLiteral("user")},
                                                                        {QStringLiteral("id"), name}}}};
        };
        // 4 is judged and empty now; 2 is undetermined for PU1 only; 1 is unsure of the whole class.
        const QJsonObject report{{QStringLiteral("outcomes"),
                                  QJsonArray{failure(1, "PU1"), failure(1, "PUGONE"), failure(2, "PU1"),
                                             failure(2, "PUGONE"), failure(4, "PU1"), failure(77, "PU1")}}};
        AssessmentOptions chosen = options();
        chosen.controls = QSet<int>{1, 2, 4};
        chosen.baseline = Baseline::fromJson(QJsonDocument(report).toJson(), QStringLiteral("old.json")).value();
        const auto assessment = run(chosen);
        QCOMPARE(assessment->baselineName, QStringLiteral("old.json"));
        QCOMPARE(assessment->outcomes.at(2).baseline, BaselineState::Unchanged);
        QCOMPARE(assessment->outcomes.at(0).baseline, BaselineState::New);
        QList<std::pair<int, QString>> gone;
        for (const BaselineFinding &finding : assessment->resolved)
            gone << std::pair(finding.controlId, finding.resource.id);
        QCOMPARE(gone, (QList<std::pair<int, QString>>{{2, QStringLiteral("PUGONE")}, {4, QStringLiteral("PU1")}}));
    }

    void sameInputSameAssessment()
    {
        const auto first = assess(made::inventory(), options());
        const auto second = assess(made::inventory(), options());
        QCOMPARE(first->controls.size(), 25);
        QCOMPARE(first->outcomes.size(), second->outcomes.size());
        for (qsizetype i = 0; i < first->outcomes.size(); ++i) {
            QCOMPARE(first->outcomes.at(i).message, second->outcomes.at(i).message);
            QCOMPARE(first->outcomes.at(i).resource.id, second->outcomes.at(i).resource.id);
        }
    }
};

Q_DECLARE_METATYPE(pdsi::OutcomeStatus)

QTEST_GUILESS_MAIN(TestAssess)
#include "tst_assess.moc"
