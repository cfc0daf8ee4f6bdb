// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/models/madefindings.h"
#include "ui/models/findingindex.h"

#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

class TestFindingIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsEqualTheOutcomes()
    {
        const auto index = FindingIndex::build(made::randomFindings(3, 5'000));
        QCOMPARE(index->size(), 5'000);
        for (qsizetype row = 0; row < index->size(); ++row) {
            const AssessedOutcome &outcome = index->outcome(row);
            QCOMPARE(index->statusOf(row), outcome.status);
            QCOMPARE(index->info(row).id, outcome.controlId);
            QCOMPARE(index->kinds().at(index->kindOf(row)), outcome.resource.kind);
            QCOMPARE(int(index->reasonOf(row)), outcome.reason ? int(*outcome.reason) + 1 : 0);
            QCOMPARE((index->flagsOf(row) & FindingIndex::waivedFlag) != 0, outcome.waiver.has_value());
            QCOMPARE((index->flagsOf(row) & FindingIndex::attestedFlag) != 0, outcome.attestation.has_value());
            QCOMPARE(index->flagsOf(row) >> FindingIndex::baselineShift, int(outcome.baseline));
            QVERIFY(index->name(row) == FindingIndex::folded(outcome.resource.name));
            QVERIFY(index->id(row) == FindingIndex::folded(outcome.resource.id));
            QVERIFY(index->text(row).find(FindingIndex::folded(outcome.message)) != std::string_view::npos);
        }
    }

    void textIsFolded()
    {
        QCOMPARE(FindingIndex::folded(u"PayMENTS 1"_s), "payments 1");
        QCOMPARE(FindingIndex::folded(u"ΣΊΣΥΦΟΣ"_s), FindingIndex::folded(u"σίσυφος"_s));
        QCOMPARE(FindingIndex::folded(u"U\u0308nal"_s), FindingIndex::folded(u"\u00fcnal"_s)); // composed or not
        QCOMPARE(FindingIndex::folded(u"ÜNAL"_s), FindingIndex::folded(u"ünal"_s));
    }

    /// Whatever stands in account text, no word is found across the border of two texts.
    void textsAreApart()
    {
        QList<AssessedOutcome> outcomes{made::findingOf(8, OutcomeStatus::Fail, u"user"_s, u"P1"_s, u"ab"_s),
                                        made::findingOf(8, OutcomeStatus::Fail, u"user"_s, u"cd"_s, u"\u00ff"_s + QChar(0xD800) + QChar(0))};
        const auto index = FindingIndex::build(made::findingsOf(outcomes));
        QCOMPARE(index->texts(0, 2).size(), index->text(0).size() + index->text(1).size());
        for (qsizetype row = 0; row < 2; ++row)
            QCOMPARE(std::count(index->text(row).begin(), index->text(row).end(), '\xFF'), 3);
    }

    void nothingToIndex()
    {
        const auto index = FindingIndex::build(std::make_shared<const Assessment>());
        QCOMPARE(index->size(), 0);
        QVERIFY(index->ranks(FindingColumn::Name).empty());
    }

    void outcomeOfAnUnknownControl()
    {
        auto assessment = std::make_shared<Assessment>();
        assessment->outcomes << made::findingOf(4711, OutcomeStatus::Fail, u"user"_s, u"P1"_s, u"Ana"_s);
        const auto index = FindingIndex::build(assessment);
        QCOMPARE(index->info(0).id, 0);
        QVERIFY(!findingCell(*index, 0, FindingColumn::Name).isEmpty());
        QCOMPARE(findingCell(*index, 0, FindingColumn::Frameworks), QString());
    }

    void stopsWhenCancelled()
    {
        int asked = 0;
        QVERIFY(!FindingIndex::build(made::randomFindings(1, 20'000), [&asked] { return ++asked == 2; }));
        QCOMPARE(asked, 2);
    }

    void cells()
    {
        AssessedOutcome outcome = made::findingOf(8, OutcomeStatus::Pass, u"escalation_policy"_s, u"P1"_s, u"Core"_s);
        outcome.attestation = AppliedAttestation{};
        outcome.reason = ReasonCode::Permission;
        outcome.waiver = AppliedWaiver{{}, {}, {}, QDateTime(QDate(2027, 3, 31), QTime(23, 59), Qt::UTC)};
        outcome.baseline = BaselineState::Absent;
        const auto index = FindingIndex::build(made::findingsOf({outcome}));
        const QStringList expected{u"Pass, attested"_s, u"High"_s, u"8 24/7 coverage"_s, u"Escalation policy"_s, u"Core"_s,
                                   outcome.message, u"No permission"_s, u"Until 2027-03-31"_s, u"Resolved"_s};
        for (int column = 0; column < expected.size(); ++column)
            QCOMPARE(findingCell(*index, 0, static_cast<FindingColumn>(column)), expected.at(column));
        QVERIFY(findingCell(*index, 0, FindingColumn::Frameworks).contains(u"SOC 2 "_s));
        QCOMPARE(findingCell(*index, 0, FindingColumn::ResourceId), u"P1"_s);
        QCOMPARE(findingCell(*index, 0, FindingColumn::Fingerprint), QString());
    }
};

QTEST_GUILESS_MAIN(TestFindingIndex)
#include "tst_findingindex.moc"
