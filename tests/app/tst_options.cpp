// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/options.h"
#include "app/cli/outputfile.h"
#include "app/cli/progressprinter.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pdsi;
using namespace pdsi::cli;

namespace {

const QHash<QString, QString> withKey{{QStringLiteral("PAGERDUTY_API_KEY"), QStringLiteral("abcdefghij0123456789")}};

Result<ParsedCommandLine> parse(const QString &line, const QHash<QString, QString> &environment = withKey)
{
    return parseCommandLine(QStringList{QStringLiteral("program")} + line.split(QLatin1Char(' '), Qt::SkipEmptyParts), environment);
}

} // namespace

class TestOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void defaults();
    void wrongUse_data();
    void wrongUse();
    void rightUse();
    void reportOptions();
    void passwordsOfReports();
    void keyNeedsNoNetworkForSavedSnapshots();
    void durations_data();
    void durations();
    void outputIsPrivateAndReplaced();
    void outputErrors();
    void progressLine();
};

void TestOptions::defaults()
{
    const auto parsed = parse(QString());
    QVERIFY(parsed);
    const Options &options = parsed->options;
    QCOMPARE(options.baseUrl, QUrl(QStringLiteral("https://api.pagerduty.com")));
    QCOMPARE(options.concurrency, 10);
    QCOMPARE(options.timeout, std::chrono::seconds(30));
    QCOMPARE(options.leastSeverity, Severity::Low);
    QVERIFY(options.source == Source::Live && options.format == ReportFormat::Json);
    QVERIFY(!options.failOn && !options.now && options.outputPath.isEmpty());
    QCOMPARE(options.apiKey.hint(), QStringLiteral("6789"));
}

void TestOptions::wrongUse_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("named"); // what the message must name
    const auto row = [](const char *line, const char *named) {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(named);
    };
    row("--nonsense", "nonsense");
    row("positional", "positional");
    row("--format xml", "xml");
    row("--format xlsx", "--output"); // nothing for a terminal
    row("--depth deep", "deep");
    row("--group-by colour", "colour");
    row("--framework COBIT", "SOC 2"); // the message lists what there is
    row("--group-by severity --framework CIS", "--group-by");
    row("--sample-size -1", "sample-size");
    row("--sample-size 10001", "sample-size");
    row("--sample-size all", "all");
    row("--sample-size 25 --sample-seed -1", "sample-seed");
    row("--sample-size 25 --sample-seed 18446744073709551616", "sample-seed");
    row("--sample-seed 7", "--sample-size");
    row("--format pdf", "--output");
    row("--pdf-password-stdin", "--pdf-password-stdin");
    row("--pdf-archive --format html", "--pdf-archive");
    row("--format pdf --output r.pdf --pdf-password-stdin --api-key-stdin", "--api-key-stdin");
    row("--format pdf --output r.pdf --pdf-password-stdin --pdf-archive", "--pdf-password-stdin");
    row("--severity severe", "severe");
    row("--fail-on some", "some");
    row("--concurrency 0", "concurrency");
    row("--concurrency 33", "concurrency");
    row("--concurrency ten", "ten");
    row("--timeout 30", "timeout");
    row("--timeout 11m", "timeout");
    row("--schedule-coverage-days 91", "schedule-coverage-days");
    row("--schedule-coverage-days 0", "schedule-coverage-days");
    row("--api-key-max-age x", "api-key-max-age");
    row("--set minParticipants", "NAME=VALUE");
    row("--set nothing=1", "nothing");
    row("--set dependencyDepth=deep", "dependencyDepth");
    row("--controls 1,a", "controls");
    row("--now yesterday", "yesterday");
    row("--now 2026-10-19T08:00:00", "2026-10-19T08:00:00"); // no zone
    row("--base-url http://example.test", "API address");
    row("--base-url ftp://example.test", "API address");
    row("--region mars", "API address");
    row("--region eu --base-url https://example.test", "--region");
    row("--sample --snapshot x.pdsnap", "--sample");
    row("--api-key-stdin --connection home", "--connection");
    row("--progress loud", "loud");
    row("--profile small", "small");
    row("--unsigned", "--bundle");
    row("--timestamp-url https://tsa.example", "--bundle");
    row("--bundle b.zip --timestamp-url ftp://tsa.example", "ftp://tsa.example");
    row("--redaction-key k", "--redact");
    row("--redaction-table t", "--redact");
    row("--bundle=", "--bundle");
}

void TestOptions::wrongUse()
{
    QFETCH(QString, line);
    QFETCH(QString, named);
    const auto parsed = parse(line);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(parsed.error().detail.contains(named), qPrintable(parsed.error().detail));
}

void TestOptions::rightUse()
{
    const auto parsed = parse(QStringLiteral(
        "--region eu --controls 1,8 --skip-controls 8 --severity high --set minParticipants=3 --set max-admin-percent=5 "
        "--schedule-coverage-days 90 --api-key-max-age 30 --format sarif --output r.sarif --concurrency 32 --timeout 1m30s "
        "--now 2026-10-19T10:00:00+02:00 --fail-on critical --progress plain --fresh --include-analytics"));
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().detail));
    const Options &options = parsed->options;
    QCOMPARE(options.baseUrl, QUrl(QStringLiteral("https://api.eu.pagerduty.com")));
    QCOMPARE(options.controls, (QSet<int>{1, 8}));
    QCOMPARE(options.skippedControls, (QSet<int>{8}));
    QCOMPARE(formatInstant(options.now.value_or(0)), QStringLiteral("2026-10-19T08:00:00Z"));
    QCOMPARE(options.failOn, std::optional(Severity::Critical));
    QCOMPARE(options.parameters.size(), 4);
    QVERIFY(options.fresh && options.includeAnalytics);
    QVERIFY(options.format == ReportFormat::Sarif && options.progress == ProgressStyle::Plain);
}

void TestOptions::reportOptions()
{
    QVERIFY(parse(QString())->options.report == ReportOptions{});
    const auto parsed = parse(QStringLiteral("--depth manager --framework cis --operator Dana --sample-size 25 "
                                             "--sample-seed 18446744073709551615 --format xlsx --output r.xlsx"));
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().detail));
    const ReportOptions &report = parsed->options.report;
    QVERIFY(parsed->options.format == ReportFormat::Xlsx && report.depth == ReportDepth::Manager);
    QVERIFY(report.grouping == ReportGrouping::Framework && report.framework == QLatin1String("CIS"));
    QCOMPARE(report.operatorName, QStringLiteral("Dana"));
    QVERIFY(report.sampleSize == 25 && report.sampleSeed == ~quint64(0));
    const auto grouped = parse(QStringLiteral("--group-by framework --format oscal"));
    QVERIFY(grouped && grouped->options.report.framework.isEmpty() && grouped->options.format == ReportFormat::Oscal);
}

void TestOptions::passwordsOfReports()
{
    const auto with = [](const char *password) {
        auto environment = withKey;
        environment.insert(QStringLiteral("PAGERDUTY_REPORT_PASSWORD"), QString::fromLatin1(password));
        return environment;
    };
    const QString pdf = QStringLiteral("--format pdf --output r.pdf"), archive = pdf + QStringLiteral(" --pdf-archive");
    QVERIFY(parse(pdf)->options.pdf.password.isEmpty());
    QCOMPARE(parse(pdf, with("correct horse"))->options.pdf.password.reveal(), QByteArray("correct horse"));
    QVERIFY(parse(QStringLiteral("--format html"), with(""))->options.pdf.password.isEmpty());
    QVERIFY(parse(archive)->options.pdf.archival);
    for (const auto &refused : {parse(pdf, with("")), parse(archive, with("correct horse")), parse(pdf, with(QByteArray(128, 'x').constData()))}) {
        QVERIFY(!refused);
        QVERIFY(refused.error().detail.contains(QStringLiteral("PAGERDUTY_REPORT_PASSWORD")));
        QVERIFY(!refused.error().detail.contains(QStringLiteral("horse")));
    }
}

void TestOptions::keyNeedsNoNetworkForSavedSnapshots()
{
    QVERIFY(!parse(QString(), {}));
    QVERIFY(parse(QStringLiteral("--sample"), {}));
    QVERIFY(parse(QStringLiteral("--snapshot some.pdsnap"), {}));
    QVERIFY(parse(QStringLiteral("--api-key-stdin"), {}));
    QVERIFY(!parse(QString(), {{QStringLiteral("PAGERDUTY_API_KEY"), QStringLiteral("two words")}}));
}

void TestOptions::durations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds"); // -1 = refused
    QTest::newRow("seconds") << QStringLiteral("30s") << qint64(30'000);
    QTest::newRow("minutes and seconds") << QStringLiteral("1m30s") << qint64(90'000);
    QTest::newRow("milliseconds") << QStringLiteral("500ms") << qint64(500);
    QTest::newRow("minutes") << QStringLiteral("2m") << qint64(120'000);
    QTest::newRow("all three") << QStringLiteral("1m1s1ms") << qint64(61'001);
    QTest::newRow("no unit") << QStringLiteral("30") << qint64(-1);
    QTest::newRow("zero") << QStringLiteral("0s") << qint64(-1);
    QTest::newRow("negative") << QStringLiteral("-1s") << qint64(-1);
    QTest::newRow("empty") << QString() << qint64(-1);
    QTest::newRow("too long") << QStringLiteral("11m") << qint64(-1);
}

void TestOptions::durations()
{
    QFETCH(QString, text);
    QFETCH(qint64, milliseconds);
    const auto parsed = parseDuration(text);
    QCOMPARE(parsed ? parsed->count() : qint64(-1), milliseconds);
}

void TestOptions::outputIsPrivateAndReplaced()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("report.json"));
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.close();
    QVERIFY(old.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther | QFile::ReadGroup));
    QVERIFY(writeOutput(path, [](QIODevice &device) { return device.write("new") == 3; }));
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("new"));
    QVERIFY(!(old.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
}

void TestOptions::outputErrors()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("report.json"));
    QVERIFY(writeOutput(path, [](QIODevice &device) { return device.write("whole") == 5; }));
    QVERIFY(!writeOutput(path, [](QIODevice &device) { device.write("half"); return false; }));
    QFile kept(path);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("whole")); // a failed write leaves the old report alone
    QVERIFY(!checkWritable(folder.filePath(QStringLiteral("missing/report.json"))));
    QVERIFY(!checkWritable(folder.path()));
    QVERIFY(checkWritable(path));
}

void TestOptions::progressLine()
{
    CollectionProgress progress;
    progress.requestsDone = 40;
    progress.requestsPlanned = 120;
    progress.inFlight = 10;
    QCOMPARE(ProgressPrinter::line(progress, 2'000), QStringLiteral("40 of 120 requests, 10 in flight, about 4 s left"));
    progress.rateLimitWaitMs = 11'500;
    progress.retries = 2;
    QCOMPARE(ProgressPrinter::line(progress, 2'000),
             QStringLiteral("40 of 120 requests, 10 in flight, 2 retries, rate limit: waiting 12 s"));
}

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
