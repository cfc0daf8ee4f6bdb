// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportexport.h"
#include "core/report/sarifrules.h"
#include "tests/core/report/madeassessment.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace pdsi;

namespace {

QJsonObject sarifOf(const std::shared_ptr<const Assessment> &assessment)
{
    return QJsonDocument::fromJson(exportReport(Report(assessment), ReportFormat::Sarif)).object();
}

QJsonArray resultsOf(const std::shared_ptr<const Assessment> &assessment)
{
    return sarifOf(assessment)[u"runs"][0][u"results"].toArray();
}

} // namespace

class TestSarif : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRuleAControl()
    {
        const auto catalog = loadControlCatalog();
        QVERIFY(catalog.ok());
        for (const ControlInfo &info : *catalog) {
            const QJsonObject rule = sarifRule(info);
            QCOMPARE(rule[u"id"].toString(), sarifRuleId(info.id));
            QVERIFY(rule[u"properties"][u"tags"].toArray().size() <= 20);
            QVERIFY(rule[u"help"][u"markdown"].toString().contains(info.fix));
            QSet<QString> tags;
            for (const QJsonValue &tag : rule[u"properties"][u"tags"].toArray())
                tags.insert(tag.toString());
            QCOMPARE(tags.size(), rule[u"properties"][u"tags"].toArray().size());
        }
    }

    void levels()
    {
        QCOMPARE(sarifLevel(Severity::Critical), QStringLiteral("error"));
        QCOMPARE(sarifLevel(Severity::High), QStringLiteral("error"));
        QCOMPARE(sarifLevel(Severity::Medium), QStringLiteral("warning"));
        QCOMPARE(sarifLevel(Severity::Low), QStringLiteral("note"));
    }

    void oneResultAFinding()
    {
        const QJsonArray results = resultsOf(made::small());
        QCOMPARE(results.size(), 3);
        int suppressed = 0;
        for (const QJsonValue &result : results) {
            suppressed += int(result[u"suppressions"].toArray().size());
            const QJsonValue location = result[u"locations"][0][u"physicalLocation"];
            QVERIFY(location[u"artifactLocation"][u"uri"].toString().startsWith(QLatin1String("evidence/requests/00000")));
            QCOMPARE(location[u"region"][u"startLine"].toInt(), 1);
            QVERIFY(result[u"baselineState"].isUndefined());
            QCOMPARE(result[u"partialFingerprints"][u"pagerdutySecInspector/v1"].toString().size(), 64);
            QVERIFY(result[u"message"][u"markdown"].toString().contains(QLatin1String("](https://harbour.pagerduty.com/")));
        }
        QCOMPARE(suppressed, 1);
    }

    void anAnswerWithoutBodyIsFoundInTheLog()
    {
        auto assessment = std::make_shared<Assessment>(*made::small());
        assessment->bodiless.insert(1);
        const QJsonArray results = resultsOf(assessment);
        const QJsonValue location = results.at(0)[u"locations"][0][u"physicalLocation"];
        QCOMPARE(location[u"artifactLocation"][u"uri"].toString(), QStringLiteral("evidence/requests.jsonl"));
        QCOMPARE(location[u"region"][u"startLine"].toInt(), 1);
    }

    void baselineStates()
    {
        QStringList states;
        for (const QJsonValue &result : resultsOf(made::compared()))
            states << result[u"baselineState"].toString();
        states.sort();
        QCOMPARE(states, QStringList({QStringLiteral("absent"), QStringLiteral("new"), QStringLiteral("new"),
                                      QStringLiteral("unchanged")}));
    }

    void manyResultsAreSplitAndSaySo()
    {
        const QJsonArray runs = sarifOf(made::large(25'001))[u"runs"].toArray();
        QCOMPARE(runs.size(), 2);
        QCOMPARE(runs.at(0)[u"results"].toArray().size(), 25'000);
        QCOMPARE(runs.at(1)[u"results"].toArray().size(), 1);
        QCOMPARE(runs.at(1)[u"invocations"][0][u"toolExecutionNotifications"][0][u"message"][u"text"].toString(),
                 QStringLiteral("There are more than 25000 results: this is part 2 of 2 runs."));
        QVERIFY(runs.at(0)[u"automationDetails"] != runs.at(1)[u"automationDetails"]);
    }
};

QTEST_GUILESS_MAIN(TestSarif)
#include "tst_sarif.moc"
