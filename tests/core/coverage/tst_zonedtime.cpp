// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/zonedtime.h"

#include <QTest>

using namespace pdsi;

namespace {

Instant at(const char *text) { return *parseInstant(QString::fromLatin1(text)); }

int clockTime(const char *text)
{
    return QTime(0, 0).secsTo(QTime::fromString(QString::fromLatin1(text), QStringLiteral("HH:mm:ss")));
}

} // namespace

/// The tables are made by hand from the published rules of each zone, not by a program.
class TestZonedTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void wallClocks_data();
    void wallClocks();
    void restrictionsOnChangeDays_data();
    void restrictionsOnChangeDays();
    void occurrencesAreCutAndJoined();
    void overMidnightAndAcrossTheStart();
};

void TestZonedTime::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("iana");
    const auto row = [](const char *name, const char *iana) { QTest::newRow(name) << QString::fromUtf8(name) << QByteArray(iana); };
    row("America/New_York", "America/New_York");
    row("Eastern Time (US & Canada)", "America/New_York");
    row("International Date Line West", "Etc/GMT+12");
    row("Nuku'alofa", "Pacific/Tongatapu");
    row("Zurich", "Europe/Zurich");
    row("Abu Dhabi", "Asia/Muscat");
    row("US/Eastern", "America/New_York");
    row("UTC", "UTC");
    row("Etc/UTC", "Etc/UTC");
    row("", "");
    row("Somewhere/Else", "");
    row("Nowhere", "");
    row("eastern time (us & canada)", "");
    row("../../etc/localtime", "");
}

void TestZonedTime::names()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, iana);
    const QTimeZone zone = zoneNamed(name);
    QCOMPARE(zone.isValid(), !iana.isEmpty());
    if (zone.isValid())
        QCOMPARE(zone.id(), iana);
}

void TestZonedTime::wallClocks_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QDate>("date");
    QTest::addColumn<int>("second");
    QTest::addColumn<Instant>("instant");
    const auto row = [](const char *zone, QDate date, const char *time, const char *instant) {
        QTest::addRow("%s %s %s", zone, qPrintable(date.toString(Qt::ISODate)), time)
            << QString::fromLatin1(zone) << date << clockTime(time) << at(instant);
    };
    row("America/New_York", {2026, 3, 8}, "01:59:59", "2026-03-08T06:59:59Z");
    row("America/New_York", {2026, 3, 8}, "02:30:00", "2026-03-08T07:30:00Z"); // skipped
    row("America/New_York", {2026, 3, 8}, "03:00:00", "2026-03-08T07:00:00Z");
    row("America/New_York", {2026, 11, 1}, "00:59:59", "2026-11-01T04:59:59Z");
    row("America/New_York", {2026, 11, 1}, "01:30:00", "2026-11-01T05:30:00Z"); // twice
    row("America/New_York", {2026, 11, 1}, "02:00:00", "2026-11-01T07:00:00Z");
    row("Europe/London", {2026, 3, 29}, "00:59:59", "2026-03-29T00:59:59Z");
    row("Europe/London", {2026, 3, 29}, "01:30:00", "2026-03-29T01:30:00Z"); // skipped
    row("Europe/London", {2026, 3, 29}, "02:00:00", "2026-03-29T01:00:00Z");
    row("Europe/London", {2026, 10, 25}, "01:30:00", "2026-10-25T00:30:00Z"); // twice
    row("Europe/London", {2026, 10, 25}, "02:00:00", "2026-10-25T02:00:00Z");
    // Lord Howe moves its clocks by half an hour.
    row("Australia/Lord_Howe", {2026, 4, 5}, "01:45:00", "2026-04-04T14:45:00Z"); // twice
    row("Australia/Lord_Howe", {2026, 4, 5}, "02:00:00", "2026-04-04T15:30:00Z");
    row("Australia/Lord_Howe", {2026, 10, 4}, "01:59:59", "2026-10-03T15:29:59Z");
    row("Australia/Lord_Howe", {2026, 10, 4}, "02:15:00", "2026-10-03T15:45:00Z"); // skipped
    row("Australia/Lord_Howe", {2026, 10, 4}, "02:30:00", "2026-10-03T15:30:00Z");
    row("Asia/Tokyo", {2026, 3, 8}, "02:30:00", "2026-03-07T17:30:00Z");
    row("Asia/Tokyo", {2026, 10, 25}, "01:30:00", "2026-10-24T16:30:00Z");
    // Turkey went to summer time in March 2016 and stayed there.
    row("Europe/Istanbul", {2015, 1, 15}, "09:00:00", "2015-01-15T07:00:00Z");
    row("Europe/Istanbul", {2016, 3, 27}, "03:30:00", "2016-03-27T01:30:00Z"); // skipped
    row("Europe/Istanbul", {2016, 10, 30}, "03:30:00", "2016-10-30T00:30:00Z"); // once
    row("Europe/Istanbul", {2017, 1, 15}, "09:00:00", "2017-01-15T06:00:00Z");
    // Brazil put its clocks back in February 2019 and never forward again.
    row("America/Sao_Paulo", {2018, 11, 4}, "00:30:00", "2018-11-04T03:30:00Z"); // skipped
    row("America/Sao_Paulo", {2018, 11, 5}, "09:00:00", "2018-11-05T11:00:00Z");
    row("America/Sao_Paulo", {2019, 2, 16}, "23:30:00", "2019-02-17T01:30:00Z"); // twice
    row("America/Sao_Paulo", {2019, 11, 4}, "09:00:00", "2019-11-04T12:00:00Z");
    // Samoa skipped 30 December 2011.
    row("Pacific/Apia", {2011, 12, 29}, "23:59:59", "2011-12-30T09:59:59Z");
    row("Pacific/Apia", {2011, 12, 31}, "00:00:00", "2011-12-30T10:00:00Z");
}

void TestZonedTime::wallClocks()
{
    QFETCH(QString, zone);
    QFETCH(QDate, date);
    QFETCH(int, second);
    QFETCH(Instant, instant);
    const QTimeZone timeZone = zoneNamed(zone);
    QCOMPARE(formatInstant(instantOfWallClock(date, second, timeZone)), formatInstant(instant));
    QCOMPARE(instantOfWallClock(date.addDays(-1), second + secondsPerDay, timeZone), instant);
    const bool skipped = secondOfDayAt(instant, timeZone) != second;
    QVERIFY(skipped || dateAt(instant, timeZone) == date);
}

void TestZonedTime::restrictionsOnChangeDays_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<RecurringTime>("time");
    QTest::addColumn<Instant>("start");
    QTest::addColumn<Instant>("end");
    const auto row = [](const char *zone, RecurringTime time, const char *start, const char *end) {
        QTest::addRow("%s %s", zone, start) << QString::fromLatin1(zone) << time << at(start) << at(end);
    };
    const RecurringTime nights{0, 3'600, 4 * 3'600}, sunday{7, 0, 86'400}, half{0, 5'400, 3'600};
    row("America/New_York", nights, "2026-03-08T06:00:00Z", "2026-03-08T09:00:00Z"); // 3 h
    row("America/New_York", nights, "2026-03-09T05:00:00Z", "2026-03-09T09:00:00Z"); // 4 h
    row("America/New_York", nights, "2026-11-01T05:00:00Z", "2026-11-01T10:00:00Z"); // 5 h
    row("Europe/London", sunday, "2026-03-29T00:00:00Z", "2026-03-29T23:00:00Z"); // 23 h
    row("Europe/London", sunday, "2026-10-24T23:00:00Z", "2026-10-26T00:00:00Z"); // 25 h
    row("Australia/Lord_Howe", half, "2026-04-04T14:30:00Z", "2026-04-04T16:00:00Z"); // 01:30 to 02:30, 90 min
    row("Australia/Lord_Howe", half, "2026-10-03T15:00:00Z", "2026-10-03T15:30:00Z"); // 30 min
    row("Asia/Tokyo", sunday, "2026-03-07T15:00:00Z", "2026-03-08T15:00:00Z"); // 24 h
    row("Europe/Istanbul", sunday, "2016-03-26T22:00:00Z", "2016-03-27T21:00:00Z"); // 23 h
    row("Europe/Istanbul", sunday, "2016-10-29T21:00:00Z", "2016-10-30T21:00:00Z"); // 24 h: no change
    row("America/Sao_Paulo", RecurringTime{6, 0, 86'400}, "2019-02-16T02:00:00Z", "2019-02-17T03:00:00Z"); // 25 h
}

void TestZonedTime::restrictionsOnChangeDays()
{
    QFETCH(QString, zone);
    QFETCH(RecurringTime, time);
    QFETCH(Instant, start);
    QFETCH(Instant, end);
    const IntervalSet found = occurrences({time}, zoneNamed(zone), {start - 3'600, end + 3'600});
    QCOMPARE(found, IntervalSet({{start, end}}));
}

void TestZonedTime::occurrencesAreCutAndJoined()
{
    const Interval window{at("2026-05-04T10:00:00Z"), at("2026-05-05T10:00:00Z")};
    const auto utc = [&](std::vector<RecurringTime> times) { return occurrences(times, zoneNamed(QStringLiteral("UTC")), window); };
    QVERIFY(utc({}).isEmpty());
    QCOMPARE(utc({{0, 0, 86'400}}), IntervalSet({window}));
    QCOMPARE(utc({{0, 9 * 3'600, 2 * 3'600}}),
             IntervalSet({{window.start, window.start + 3'600}, {window.end - 3'600, window.end}}));
    QVERIFY(occurrences({{0, 0, 86'400}}, zoneNamed(QStringLiteral("UTC")), {window.end, window.start}).isEmpty());
}

void TestZonedTime::overMidnightAndAcrossTheStart()
{
    // From Friday 17:00 to Monday 08:00, in a window that begins on Sunday.
    const Interval window{at("2026-05-10T00:00:00Z"), at("2026-05-12T00:00:00Z")};
    const IntervalSet weekend = occurrences({{5, 17 * 3'600, 63 * 3'600}}, zoneNamed(QStringLiteral("UTC")), window);
    QCOMPARE(weekend, IntervalSet({{window.start, at("2026-05-11T08:00:00Z")}}));
}

QTEST_APPLESS_MAIN(TestZonedTime)
#include "tst_zonedtime.moc"
