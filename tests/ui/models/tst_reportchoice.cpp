// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/madeassessment.h"
#include "ui/models/reportchoice.h"

#include <QJsonDocument>
#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

class TestReportChoice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void choicesComeBack()
    {
        ReportChoice choice;
        choice.kind = ReportKind::Oscal;
        choice.depth = ReportDepth::Executive;
        choice.grouping = ReportGrouping::Framework;
        choice.framework = u"SOC 2"_s;
        choice.onlyFiltered = true;
        choice.leastSeverity = Severity::High;
        choice.operatorName = u"Ünal \"the auditor\""_s;
        choice.redacted = true;
        choice.sampleSize = 25;
        choice.sampleSeed = 123'456'789'012'345'678;
        choice.letter = true;
        choice.isSigned = false;
        choice.isStamped = false;
        choice.attachments = false;
        QCOMPARE(ReportChoice::fromJson(choice.toJson()), choice);
        QVERIFY(ReportChoice::fromJson(choice.toJson()) != ReportChoice());
    }

    void strangeJsonKeepsDefaults()
    {
        const auto json = QJsonDocument::fromJson(R"({"kind":"docx","depth":7,"sampleSize":-3,"sampleSeed":"x","attachments":"no"})").object();
        QCOMPARE(ReportChoice::fromJson(json), ReportChoice());
    }

    void presetsComeBackWithoutBuiltInOnes()
    {
        QList<ReportPreset> presets = builtInReportPresets();
        QVERIFY(presets.size() >= 5);
        ReportPreset mine{u"Mine"_s, {}, false};
        mine.choice.kind = ReportKind::Csv;
        presets << mine;
        const QStringList kept = keptReportPresets(presets) + QStringList{u"not json"_s, u"{}"_s};
        QCOMPARE(reportPresetsFrom(kept), QList<ReportPreset>{mine});
    }

    void severityAndFilterMustBothHold()
    {
        ReportChoice choice;
        const auto filter = SearchWords::parse(u"kind:schedule"_s);
        QVERIFY(scopeWords(choice, filter).isEmpty());
        choice.leastSeverity = Severity::High;
        QCOMPARE(scopeWords(choice, filter).text(), u"severity:critical,high"_s);
        choice.onlyFiltered = true;
        QCOMPARE(scopeWords(choice, filter).text(), u"kind:schedule severity:critical,high"_s);
    }

    void scopeHoldsWhatTheWordsLetThrough()
    {
        const auto assessment = made::small();
        const auto whole = reportScope(assessment, {});
        QVERIFY(whole && whole->isWhole());
        const auto failing = reportScope(assessment, SearchWords::parse(u"status:fail"_s));
        QVERIFY(failing.ok());
        QCOMPARE(failing->words, u"status:fail"_s);
        qsizetype expected = 0;
        for (const AssessedOutcome &outcome : assessment->outcomes)
            expected += outcome.status == OutcomeStatus::Fail;
        QVERIFY(expected > 0 && expected < assessment->outcomes.size());
        QCOMPARE(failing->outcomes->size(), expected);
        for (const qsizetype row : *failing->outcomes)
            QCOMPARE(assessment->outcomes.at(row).status, OutcomeStatus::Fail);
    }

    void mistypedWordsAreSaid()
    {
        const auto scope = reportScope(made::small(), SearchWords::parse(u"severity:hihg"_s));
        QVERIFY(!scope);
        QCOMPARE(scope.error().code, ErrorCode::InvalidArgument);
        QVERIFY(scope.error().detail.contains(u"hihg"_s));
    }
};

QTEST_GUILESS_MAIN(TestReportChoice)
#include "tst_reportchoice.moc"
