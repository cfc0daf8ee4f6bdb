// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/instant.h"

#include <QTest>

using namespace pdsi;

class TestInstant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void formats();
    void timestampsKeepMilliseconds();
    void systemClockRuns();
};

void TestInstant::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("expected");
    const auto row = [](const char *text, qint64 expected) { QTest::newRow(text) << QString::fromLatin1(text) << expected; };
    row("1970-01-01T00:00:00Z", 0);
    row("2026-03-08T20:00:00Z", 1'773'000'000);
    row("2026-03-08t20:00:00z", 1'773'000'000);
    row("2026-03-08 20:00:00Z", 1'773'000'000);
    row("2026-03-08T22:00:00+02:00", 1'773'000'000);
    row("2026-03-08T22:00:00+0200", 1'773'000'000);
    row("2026-03-08T22:00:00+02", 1'773'000'000);
    row("2026-03-09T01:45:00+05:45", 1'773'000'000);
    row("2026-03-08T12:00:00-08:00", 1'773'000'000);
    row("2026-03-08T16:30:00-03:30", 1'773'000'000);
    row("2026-03-08T20:00:00.999Z", 1'773'000'000);
    row("2026-03-08T20:00:00,5+00:00", 1'773'000'000);
    row("2026-03-08T20:00:00.123456789Z", 1'773'000'000);
    row("  2026-03-08T20:00:00Z ", 1'773'000'000);
    row("2026-03-08T24:00:00Z", 1'773'014'400);
    row("2024-02-29T00:00:00Z", 1'709'164'800);
    row("2026-06-30T23:59:60Z", 1'782'864'000); // a leap second is the next second
    row("1969-12-31T23:59:59Z", -1);
    row("9999-12-31T23:59:59Z", 253'402'300'799);
}

void TestInstant::parses()
{
    QFETCH(QString, text);
    QFETCH(qint64, expected);
    const auto instant = parseInstant(text);
    QVERIFY(instant);
    QCOMPARE(*instant, expected);
}

void TestInstant::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "now", "2026-03-08", "2026-03-08T20:00:00", "2026-03-08T20:00Z", "2026-02-29T00:00:00Z",
                             "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-03-08T25:00:00Z", "2026-03-08T24:00:01Z",
                             "2026-03-08T20:60:00Z", "2026-03-08T20:00:61Z", "2026-03-08T20:00:00.Z", "2026-03-08T20:00:00+",
                             "2026-03-08T20:00:00+2", "2026-03-08T20:00:00+02:0", "2026-03-08T20:00:00+02:60",
                             "2026-03-08T20:00:00+19:00", "2026-03-08T20:00:00Zx", "2026-03-08T20:00:00 UTC",
                             "2026/03/08T20:00:00Z", "1773000000", "-026-03-08T20:00:00Z", "2026-03-08T-1:00:00Z"})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("other digits") << QStringLiteral("\u0662\u0660\u0662\u0666-03-08T20:00:00Z");
}

void TestInstant::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!parseInstant(text));
}

void TestInstant::formats()
{
    QCOMPARE(formatInstant(1'773'000'000), QStringLiteral("2026-03-08T20:00:00Z"));
    QCOMPARE(formatInstant(0), QStringLiteral("1970-01-01T00:00:00Z"));
    for (const Instant instant : {Instant(-1), Instant(1'709'164'799), Instant(253'402'300'799)})
        QCOMPARE(parseInstant(formatInstant(instant)), instant);
}

void TestInstant::timestampsKeepMilliseconds()
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(1'773'000'000'007, Qt::UTC);
    QCOMPARE(formatTimestamp(time), QStringLiteral("2026-03-08T20:00:00.007Z"));
    QCOMPARE(formatTimestamp(time.toOffsetFromUtc(3'600)), QStringLiteral("2026-03-08T20:00:00.007Z"));
    QCOMPARE(parseTimestamp(formatTimestamp(time)), time);
    QCOMPARE(parseTimestamp(QStringLiteral("2026-03-08T20:00:00Z")).toMSecsSinceEpoch(), 1'773'000'000'000);
    QVERIFY(!parseTimestamp(QStringLiteral("soon")).isValid());
    QVERIFY(!parseTimestamp({}).isValid());
}

void TestInstant::systemClockRuns()
{
    const Clock &clock = Clock::system();
    const qint64 before = clock.monotonicMs();
    QCOMPARE(clock.nowUtc().timeSpec(), Qt::UTC);
    QTRY_VERIFY(clock.monotonicMs() > before);
}

QTEST_GUILESS_MAIN(TestInstant)
#include "tst_instant.moc"
