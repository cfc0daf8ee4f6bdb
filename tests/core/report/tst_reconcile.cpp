// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/findingsread.h"
#include "core/report/reconcile.h"
#include "tests/core/report/madeassessment.h"

#include <QTest>

using namespace pdsi;

Q_DECLARE_METATYPE(ReportFormat)

namespace {

Report reportOf(const std::shared_ptr<const Assessment> &assessment, const ReportOptions &options = {})
{
    return Report({assessment, nullptr, nullptr}, options);
}

QHash<ReportFormat, QByteArray> everyFormat(const Report &report)
{
    QHash<ReportFormat, QByteArray> produced;
    for (const ReportFormat format : reportFormats())
        produced.insert(format, exportReport(report, format));
    return produced;
}

QString difference(const Report &report, ReportFormat format, const QByteArray &bytes)
{
    const auto compared = reconcile(report, {{format, bytes}});
    return compared ? QString() : compared.error().detail;
}

QString oneFingerprint(const std::shared_ptr<const Assessment> &assessment)
{
    for (const AssessedOutcome &outcome : assessment->outcomes) {
        if (!outcome.fingerprint.isEmpty())
            return outcome.fingerprint;
    }
    return {};
}

/// Formats that hold findings as text that can be changed in place.
const QList<ReportFormat> textFormats{ReportFormat::Json, ReportFormat::Csv, ReportFormat::Sarif, ReportFormat::Html,
                                      ReportFormat::Oscal};

} // namespace

class TestReconcile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allFormatsAgree_data()
    {
        QTest::addColumn<std::shared_ptr<const Assessment>>("assessment");
        QTest::newRow("small") << made::small();
        QTest::newRow("compared") << made::compared(); // what is gone is no finding
        QTest::newRow("hostile") << made::hostile();
        QTest::newRow("empty") << made::empty();
        QTest::newRow("a thousand") << made::large(1'000);
    }

    void allFormatsAgree()
    {
        QFETCH(std::shared_ptr<const Assessment>, assessment);
        const Report report = reportOf(assessment);
        const auto compared = reconcile(report, everyFormat(report));
        QVERIFY2(compared, compared ? "" : qPrintable(compared.error().detail));
    }

    void resultsInTwoRunsAreCountedTogether()
    {
        const Report report = reportOf(made::large(25'001));
        QVERIFY(difference(report, ReportFormat::Sarif, exportReport(report, ReportFormat::Sarif)).isEmpty());
    }

    void theyAgreeOnAScopeToo()
    {
        ReportOptions options;
        options.scope = {QStringLiteral("control:8"), QList<qsizetype>{2, 4, 5}};
        const Report report = reportOf(made::small(), options);
        QCOMPARE(report.findingsInScope().size(), 1);
        const auto produced = everyFormat(report);
        const auto compared = reconcile(report, produced);
        QVERIFY2(compared, compared ? "" : qPrintable(compared.error().detail));
        QCOMPARE(readFindings(ReportFormat::Json, produced.value(ReportFormat::Json))->size(), 3);
        for (const ReportFormat format : {ReportFormat::Csv, ReportFormat::Sarif, ReportFormat::Xlsx, ReportFormat::Html})
            QCOMPARE(readFindings(format, produced.value(format)).value_or(QStringList()).size(), 1);
        // A report on everything is not the report on a part.
        QVERIFY(!difference(report, ReportFormat::Csv, exportReport(reportOf(made::small()), ReportFormat::Csv)).isEmpty());
    }

    void aChangedFingerprintIsNamed()
    {
        const auto assessment = made::small();
        const Report report = reportOf(assessment);
        const QString fingerprint = oneFingerprint(assessment);
        for (const ReportFormat format : textFormats) {
            QByteArray bytes = exportReport(report, format);
            bytes.replace(fingerprint.toLatin1(), QByteArray(64, '0'));
            const QString said = difference(report, format, bytes);
            QVERIFY2(said.contains(QStringLiteral("the %1 report").arg(reportFormatName(format))), qPrintable(said));
            QVERIFY2(said.contains(QString(64, QLatin1Char('0'))), qPrintable(said));
        }
    }

    void anotherNumberIsSaid()
    {
        const Report report = reportOf(made::large(12));
        const Report shorter = reportOf(made::large(11));
        for (const ReportFormat format : reportFormats())
            QVERIFY(difference(report, format, exportReport(shorter, format)).contains(QLatin1String("it holds 11 findings, there are 12")));
    }

    void accountTextIsNotTakenForFindings()
    {
        auto assessment = std::make_shared<Assessment>(*made::large(3));
        const QString zeros(64, QLatin1Char('0'));
        assessment->outcomes[1].resource.name = QStringLiteral("x id=f-%1 \" id=f-%1 ><tr id=f-%1>").arg(zeros);
        assessment->outcomes[2].resource.name = QStringLiteral("\",fail,\"%1\"\r\n{\"fingerprint\":\"%1\"}").arg(zeros);
        const Report report = reportOf(assessment);
        const auto compared = reconcile(report, everyFormat(report));
        QVERIFY2(compared, compared ? "" : qPrintable(compared.error().detail));
    }

    void twoFindingsOfOneIdentityAreTwo()
    {
        auto assessment = std::make_shared<Assessment>(*made::large(3));
        assessment->outcomes[1].resource.id = assessment->outcomes.at(0).resource.id;
        assessment->outcomes[1].fingerprint = assessment->outcomes.at(0).fingerprint;
        const Report report = reportOf(assessment);
        const auto compared = reconcile(report, everyFormat(report));
        QVERIFY2(compared, compared ? "" : qPrintable(compared.error().detail));
        QVERIFY(!difference(report, ReportFormat::Csv, exportReport(reportOf(made::large(3)), ReportFormat::Csv)).isEmpty());
    }

    void asManyButOthersAreTold()
    {
        const auto assessment = made::small();
        const Report report = reportOf(assessment);
        for (const ReportFormat format : reportFormats()) {
            const QString said = difference(report, format, exportReport(reportOf(made::large(3)), format));
            QVERIFY2(said.contains(QLatin1String("finding ")), qPrintable(said));
        }
    }

    void whatCannotBeReadBackIsRefused()
    {
        const Report report = reportOf(made::small());
        for (const ReportFormat format : reportFormats()) {
            const QByteArray whole = exportReport(report, format);
            QVERIFY(!difference(report, format, QByteArray()).isEmpty());
            QVERIFY(difference(report, format, "no report").contains(QLatin1String("cannot be read back")));
            QVERIFY(!difference(report, format, whole.first(whole.size() / 2)).isEmpty());
        }
    }

    void forExecutivesFindingsAreCountedNotListed()
    {
        ReportOptions options;
        options.depth = ReportDepth::Executive;
        const Report report = reportOf(made::small(), options);
        QVERIFY(difference(report, ReportFormat::Html, exportReport(report, ReportFormat::Html)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestReconcile)
#include "tst_reconcile.moc"
