// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plaintext.h"
#include "core/report/markdown.h"
#include "core/report/reportexport.h"
#include "core/report/summaryline.h"
#include "tests/core/report/madeassessment.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace pdsi;

namespace {

/// Takes some bytes and then no more, like a full disk.
class FullDevice : public QIODevice
{
public:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64) override { return -1; }
};

} // namespace

class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsFindings()
    {
        const Report report(made::small());
        QCOMPARE(report.findings().open, 2);
        QCOMPARE(report.findings().waived, 1);
        QCOMPARE(report.findings().of(Severity::Critical), 1);
        QCOMPARE(report.findings().of(Severity::High), 1);
        QCOMPARE(report.findings().atLeast(Severity::Critical), 1);
        QCOMPARE(report.findings().atLeast(Severity::Low), 2);
    }

    void scoreLeavesOutTheUnjudged()
    {
        // Passed: 1 (critical, 10). Failed: 2 (critical, 10) and 8 (high, 5).
        QCOMPARE(Report(made::small()).score(), std::optional(40.0));
        QCOMPARE(Report(made::empty()).score(), std::nullopt);
    }

    void summaryInOneLine()
    {
        QCOMPARE(summaryLine(Report(made::small())),
                 QStringLiteral("7 controls: 1 pass, 2 fail, 1 not determined, 1 manual, 1 not applicable, 1 error; "
                                "2 findings and 1 waived"));
        QCOMPARE(summaryLine(Report(made::empty())), QStringLiteral("0 controls: none judged; 0 findings"));
    }

    void formatsHaveNames()
    {
        for (const ReportFormat format : reportFormats())
            QCOMPARE(reportFormatFromName(reportFormatName(format)), std::optional(format));
        QCOMPARE(reportFormatFromName(u"pdf"), std::nullopt);
        QCOMPARE(reportFormatFromName(u"JSON"), std::nullopt);
    }

    void sameReportSameBytes()
    {
        for (const ReportFormat format : reportFormats())
            QCOMPARE(exportReport(Report(made::hostile()), format), exportReport(Report(made::hostile()), format));
    }

    void fullDeviceIsNoticed()
    {
        FullDevice device;
        QVERIFY(device.open(QIODevice::WriteOnly));
        QVERIFY(!exportReport(Report(made::small()), ReportFormat::Json, device));
    }

    void jsonOrderAndNulls()
    {
        const QByteArray bytes = exportReport(Report(made::empty()), ReportFormat::Json);
        qsizetype last = -1;
        for (const char *key : {"schemaVersion", "tool", "assessment", "account", "collection", "summary", "controls",
                                "outcomes", "requests"}) {
            const qsizetype at = bytes.indexOf(QByteArray("\n    \"") + key + '"');
            QVERIFY2(at > last, key);
            last = at;
        }
        const QJsonObject report = QJsonDocument::fromJson(bytes).object();
        QVERIFY(report[u"account"][u"subdomain"].isNull());
        QVERIFY(report[u"account"][u"keyHint"].isNull());
        QVERIFY(report[u"summary"][u"score"][u"overall"].isNull());
        QVERIFY(report[u"collection"][u"finishedAt"].isNull());
        QCOMPARE(report[u"collection"][u"resources"].toArray().size(), resourceClassCount);
        QCOMPARE(report[u"controls"].toArray().size(), 0);
    }

    void comparedReportSaysWhatChanged()
    {
        const QByteArray bytes = exportReport(Report(made::compared()), ReportFormat::Json);
        const QJsonValue baseline = QJsonDocument::fromJson(bytes)[u"baseline"];
        QCOMPARE(baseline[u"name"].toString(), QStringLiteral("earlier.json"));
        QCOMPARE(baseline[u"new"].toInt(), 2);
        QCOMPARE(baseline[u"unchanged"].toInt(), 1);
        QCOMPARE(baseline[u"absent"].toArray().size(), 1);
    }

    void plainTextIsHarmless_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("plain");
        const QChar bad(0xFFFD);
        QTest::newRow("words") << QStringLiteral("Ünïcode ok") << QStringLiteral("Ünïcode ok");
        QTest::newRow("breaks") << QStringLiteral("a\tb\r\nc") << QStringLiteral("a b  c");
        QTest::newRow("control") << QStringLiteral("a\u0007b\u0085c") << QStringLiteral("a%1b%1c").arg(bad);
        QTest::newRow("override") << (QString(QChar(0x202E)) + QLatin1Char('x')) << (QString(bad) + QLatin1Char('x'));
        QTest::newRow("right-to-left mark") << QStringLiteral("x\u200F") << QStringLiteral("x\u200F");
        QTest::newRow("lone high") << (QString(QChar(0xD83D)) + QLatin1Char('x')) << (QString(bad) + QLatin1Char('x'));
        QTest::newRow("lone low at the end") << QString(QChar(0xDC00)) << QString(bad);
        QTest::newRow("pair") << QStringLiteral("\U0001F4DF") << QStringLiteral("\U0001F4DF");
        QTest::newRow("noncharacter of plane 1") << QString::fromUcs4(U"\U0001FFFE") << QString(bad);
    }

    void plainTextIsHarmless()
    {
        QFETCH(QString, text);
        QFETCH(QString, plain);
        QCOMPARE(plainText(text), plain);
    }

    void elidesBetweenCharacters()
    {
        QCOMPARE(elided(QStringLiteral("abc"), 3), QStringLiteral("abc"));
        QCOMPARE(elided(QStringLiteral("abcd"), 3), QStringLiteral("abc…"));
        QCOMPARE(elided(QStringLiteral("ab\U0001F4DFcd"), 3), QStringLiteral("ab…"));
    }

    void onlyPlainHttpsAddressesAreLinked_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("safe");
        QTest::newRow("https") << QStringLiteral("https://x.pagerduty.com/users/P1?a=1&b=2") << true;
        QTest::newRow("http") << QStringLiteral("http://x.pagerduty.com/") << false;
        QTest::newRow("script") << QStringLiteral("javascript:alert(1)") << false;
        QTest::newRow("user name") << QStringLiteral("https://user@evil.example/") << false;
        QTest::newRow("no host") << QStringLiteral("https:///x") << false;
        QTest::newRow("markup") << QStringLiteral("https://x.example/\"><b>") << false;
    }

    void onlyPlainHttpsAddressesAreLinked()
    {
        QFETCH(QString, address);
        QFETCH(bool, safe);
        QCOMPARE(!safeHttpsAddress(address).isEmpty(), safe);
    }

    void workGrowsWithTheFindings()
    {
        for (const ReportFormat format : {ReportFormat::Csv, ReportFormat::Sarif, ReportFormat::Html}) {
            const qsizetype few = exportReport(Report(made::large(1'000)), format).size();
            const Report report(made::large(10'000));
            QElapsedTimer timer;
            timer.start();
            const qsizetype many = exportReport(report, format).size();
            QVERIFY(many < 11 * few);
            QVERIFY(many < 15'000'000);
            qInfo("%s: %lld ms, %lld B", qPrintable(reportFormatName(format)), static_cast<long long>(timer.elapsed()),
                  static_cast<long long>(many));
        }
    }
};

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
