// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportexport.h"
#include "tests/core/report/madeassessment.h"

#include <QTest>

using namespace pdsi;

namespace {

QString page(std::shared_ptr<const Assessment> assessment, const ReportOptions &options)
{
    return QString::fromUtf8(exportReport(Report({std::move(assessment), nullptr, nullptr}, options), ReportFormat::Html));
}

bool hasChapter(const QString &html, const char *id)
{
    return html.contains(QStringLiteral("<section id=%1 ").arg(QLatin1String(id)));
}

} // namespace

/// What the options make of the HTML report. How it looks and whether it is valid is for the judges of the formats.
class TestHtml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void depthDecidesTheChapters_data()
    {
        QTest::addColumn<int>("depth");
        QTest::addColumn<QByteArrayList>("present");
        QTest::addColumn<QByteArrayList>("absent");
        QTest::newRow("executive") << int(ReportDepth::Executive) << QByteArrayList{"summary", "open", "reading"}
                                   << QByteArrayList{"findings", "coverage", "controls", "population", "accepted", "parameters", "requests"};
        QTest::newRow("manager") << int(ReportDepth::Manager)
                                 << QByteArrayList{"summary", "findings", "coverage", "open", "controls", "population"}
                                 << QByteArrayList{"accepted", "parameters", "requests", "sample", "frameworks", "baseline"};
        QTest::newRow("auditor") << int(ReportDepth::Auditor)
                                 << QByteArrayList{"findings", "coverage", "accepted", "parameters", "requests"}
                                 << QByteArrayList{"sample", "frameworks", "baseline"};
    }

    void depthDecidesTheChapters()
    {
        QFETCH(int, depth);
        QFETCH(QByteArrayList, present);
        QFETCH(QByteArrayList, absent);
        ReportOptions options;
        options.depth = static_cast<ReportDepth>(depth);
        const QString html = page(made::small(), options);
        for (const QByteArray &id : present)
            QVERIFY2(hasChapter(html, id), id);
        for (const QByteArray &id : absent) {
            QVERIFY2(!hasChapter(html, id), id);
            QVERIFY2(!html.contains(QStringLiteral("href=\"#%1\"").arg(QLatin1String(id))), id);
        }
        QCOMPARE(html.contains(QLatin1String("/users/0/role")), options.depth == ReportDepth::Auditor);
    }

    void everyFindingHasItsAnchorOnce()
    {
        const auto assessment = made::hostile();
        const QString html = page(assessment, {});
        for (const AssessedOutcome &outcome : assessment->outcomes)
            QCOMPARE(html.count(QStringLiteral("<tr id=f-%1 ").arg(outcome.fingerprint)), 1);
        auto twice = std::make_shared<Assessment>(*made::large(2));
        twice->outcomes[1].fingerprint = twice->outcomes[0].fingerprint;
        QCOMPARE(page(twice, {}).count(QStringLiteral("<tr id=f-")), 1);
    }

    void scopeLeavesOutTheRestAndSaysSo()
    {
        ReportOptions options;
        options.scope = {QStringLiteral("control:2 <b>"), QList<qsizetype>{1}};
        const QString html = page(made::small(), options);
        QVERIFY(html.contains(QStringLiteral("1 of 3, those that match <code>control:2 &lt;b&gt;</code>")));
        QCOMPARE(html.count(QStringLiteral("<tr id=f-")), 1);
        QVERIFY(hasChapter(html, "findings") && !html.contains(QStringLiteral("href=\"#f8\"")));
    }

    void headSaysRedactionAndOperator()
    {
        ReportOptions options;
        QVERIFY(!page(made::small(), options).contains(QStringLiteral("Redacted:")));
        options.redacted = true;
        options.operatorName = QStringLiteral("<i>Dana");
        const QString html = page(made::small(), options);
        QVERIFY(html.contains(QStringLiteral("Redacted:")));
        QVERIFY(html.contains(QStringLiteral("report made by <bdi>&lt;i&gt;Dana</bdi>")));
    }

    void frameworkGroupingNamesEditionAndReview()
    {
        ReportOptions options;
        options.grouping = ReportGrouping::Framework;
        options.framework = QStringLiteral("SOC 2");
        const QString html = page(made::small(), options);
        const qsizetype start = html.indexOf(QStringLiteral("<section id=frameworks ")), end = html.indexOf(QStringLiteral("</section>"), start);
        QVERIFY(start > 0);
        const QString chapter = html.mid(start, end - start);
        QVERIFY(chapter.contains(QStringLiteral("<h3>SOC 2</h3>")) && chapter.contains(QStringLiteral("Edition: ")));
        QVERIFY(!chapter.contains(QStringLiteral("<h3>FedRAMP")));
        QVERIFY(chapter.contains(QStringLiteral("href=\"#c2\"")));
    }

    void sampleIsListed()
    {
        ReportOptions options;
        options.sampleSize = 2;
        options.sampleSeed = 7;
        const QString html = page(made::small(), options);
        QVERIFY(hasChapter(html, "sample"));
        QVERIFY(html.contains(QStringLiteral("2 of 3 findings in scope")));
    }

    void longTablesComeInParts()
    {
        const auto partsOf = [](int findings) { return page(made::large(findings), {}).count(QStringLiteral("<div class=\"scroll part\" ")); };
        QCOMPARE(partsOf(200), 0);
        QCOMPARE(partsOf(201), 2);
        QCOMPARE(partsOf(400), 2);
        const QString html = page(made::large(401), {});
        QVERIFY(html.contains(QStringLiteral(": 1 to 200 of 401</caption>")) && html.contains(QStringLiteral(": 401 to 401 of 401</caption>")));
        QCOMPARE(html.count(QStringLiteral("<tr id=f-")), 401);
        QCOMPARE(html.count(QStringLiteral("<div")), html.count(QStringLiteral("</div>")));
        QCOMPARE(html.count(QStringLiteral("<tbody>")), html.count(QStringLiteral("</tbody>")));
    }

    void withoutTheSnapshotThereIsNoCoverage()
    {
        QVERIFY(page(made::small(), {}).contains(QStringLiteral("there is no coverage in it")));
    }
};

QTEST_GUILESS_MAIN(TestHtml)
#include "tst_html.moc"
