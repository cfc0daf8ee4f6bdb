// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/zonedtime.h"
#include "tests/support/prng.h"
#include "ui/timeline/timelineticks.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace pdsi;

class TestTimelineTicks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void labelsNeverCollide_data();
    void labelsNeverCollide();
    void tagsComeFirst();
    void dayLinesAreAtMidnight();
    void hoursFollowTheClocksWhenTheyChange();
    void clockChangesAreTold();
    void weekendsFollowTheZone();
    void scaleKeepsTheInstantUnderThePointer();
    void scaleStaysInTheWindow();
    void revealingZoomsOnlyWhenNeeded();
};

namespace {

double widthOf(const QString &text) { return 7.0 * double(text.size()); }

Instant at(const char *text) { return *parseInstant(QString::fromLatin1(text)); }

struct Label {
    double from, to;
};

std::vector<Label> labels(const std::vector<TimelineTick> &row)
{
    std::vector<Label> found;
    for (const TimelineTick &tick : row) {
        if (!tick.label.isEmpty())
            found.push_back({tick.labelX, tick.labelX + tick.labelWidth});
    }
    return found;
}

void compareApart(std::vector<Label> row, double width)
{
    std::sort(row.begin(), row.end(), [](const Label &a, const Label &b) { return a.from < b.from; });
    for (size_t i = 0; i < row.size(); ++i) {
        QVERIFY2(row[i].from >= 0 && row[i].to <= width, qPrintable(QString::number(row[i].from)));
        if (i > 0)
            QVERIFY2(row[i].from >= row[i - 1].to + 2, qPrintable(QStringLiteral("%1 after %2").arg(row[i].from).arg(row[i - 1].to)));
    }
}

} // namespace

void TestTimelineTicks::labelsNeverCollide_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone : {"UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Sao_Paulo",
                             "Pacific/Apia", "Asia/Beirut", "Africa/Casablanca"})
        QTest::newRow(zone) << QByteArray(zone);
}

void TestTimelineTicks::labelsNeverCollide()
{
    QFETCH(QByteArray, zone);
    const QTimeZone where(zone);
    QVERIFY(where.isValid());
    Prng prng(7);
    for (int round = 0; round < 400; ++round) {
        TimelineScale scale;
        scale.width = 200 + prng.below(1800);
        scale.secondsPerPixel = std::pow(10.0, 0.4 + prng.below(500) / 100.0); // 2.5 s to 3 days a pixel
        scale.start = double(at("2011-12-01T00:00:00Z")) + double(prng.below(16 * 365)) * 86'400 + prng.below(86'400);
        const Interval visible = scale.visible();
        std::vector<AxisTag> tags;
        for (int i = prng.below(4); i > 0; --i)
            tags.push_back({AxisTag::Kind::Now, visible.start + Instant(visible.seconds() * prng.below(100) / 100), QStringLiteral("collected"), 0, 0, 0});
        const TimelineTicks ticks = TimelineTicks::compute(scale, where, widthOf, tags);
        compareApart(labels(ticks.lower), scale.width);
        std::vector<Label> upper = labels(ticks.upper);
        for (const AxisTag &tag : ticks.tags) {
            if (!tag.label.isEmpty())
                upper.push_back({tag.labelX, tag.labelX + tag.labelWidth});
        }
        compareApart(upper, scale.width);
        QVERIFY2(scale.width < 600 || !labels(ticks.lower).empty(), "an axis without any label");
        for (size_t i = 1; i < ticks.lower.size(); ++i)
            QVERIFY(ticks.lower[i].at > ticks.lower[i - 1].at);
    }
}

void TestTimelineTicks::tagsComeFirst()
{
    TimelineScale scale = TimelineScale::showing({at("2026-10-01T00:00:00Z"), at("2026-11-01T00:00:00Z")}, 900);
    const std::vector<AxisTag> tags{{AxisTag::Kind::Cursor, at("2026-10-01T00:00:00Z"), QStringLiteral("cursor"), 0, 0, 0},
                                    {AxisTag::Kind::Now, at("2026-10-01T06:00:00Z"), QStringLiteral("now"), 0, 0, 0}};
    const TimelineTicks ticks = TimelineTicks::compute(scale, QTimeZone::utc(), widthOf, tags);
    QCOMPARE(ticks.tags.at(0).label, QStringLiteral("cursor"));
    QVERIFY(ticks.tags.at(1).label.isEmpty()); // its line stays
    QCOMPARE(ticks.upper.at(0).label, QStringLiteral("October 2026"));
    QVERIFY(ticks.upper.at(0).labelX > ticks.tags.at(0).labelX + ticks.tags.at(0).labelWidth);
}

void TestTimelineTicks::dayLinesAreAtMidnight()
{
    const QTimeZone berlin("Europe/Berlin");
    const TimelineScale scale = TimelineScale::showing({at("2026-10-20T00:00:00Z"), at("2026-10-30T00:00:00Z")}, 600);
    const TimelineTicks ticks = TimelineTicks::compute(scale, berlin, widthOf);
    int days = 0;
    for (const TimelineTick &tick : ticks.lower) {
        QCOMPARE(secondOfDayAt(tick.at, berlin), 0);
        QCOMPARE(tick.x, scale.xOf(tick.at));
        ++days;
    }
    QVERIFY(days >= 10);
    const auto day = [&](const char *label) {
        return std::find_if(ticks.lower.begin(), ticks.lower.end(), [&](const TimelineTick &tick) { return tick.label == QLatin1String(label); });
    };
    QVERIFY(day("Sun 25") != ticks.lower.end());
    QCOMPARE(std::next(day("Sun 25"))->at - day("Sun 25")->at, 25 * 3600); // the clocks go back
}

void TestTimelineTicks::hoursFollowTheClocksWhenTheyChange()
{
    const QTimeZone berlin("Europe/Berlin");
    for (const char *noon : {"2026-03-29T10:00:00Z", "2026-10-25T11:00:00Z"}) {
        const TimelineScale scale = TimelineScale::showing({at(noon) - 14 * 3600, at(noon) + 14 * 3600}, 1400);
        for (const TimelineTick &tick : TimelineTicks::compute(scale, berlin, widthOf).lower) {
            const int second = secondOfDayAt(tick.at, berlin);
            QCOMPARE(second % 3600, 0);
            if (!tick.label.isEmpty())
                QCOMPARE(tick.label, QTime(0, 0).addSecs(second).toString(QStringLiteral("HH:mm")));
        }
    }
}

void TestTimelineTicks::clockChangesAreTold()
{
    const QTimeZone berlin("Europe/Berlin");
    const std::vector<ClockChange> year = clockChanges(berlin, {at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z")});
    const std::vector<ClockChange> expected{{at("2026-03-29T01:00:00Z"), 3600}, {at("2026-10-25T01:00:00Z"), -3600}};
    QCOMPARE(year.size(), expected.size());
    QVERIFY(year == expected);
    QVERIFY(clockChanges(QTimeZone::utc(), {at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z")}).empty());
    const TimelineScale scale = TimelineScale::showing({at("2026-10-20T00:00:00Z"), at("2026-10-30T00:00:00Z")}, 1000);
    const TimelineTicks ticks = TimelineTicks::compute(scale, berlin, widthOf);
    QCOMPARE(ticks.tags.size(), size_t(1));
    QCOMPARE(ticks.tags.front().kind, AxisTag::Kind::ClockChange);
    QCOMPARE(ticks.tags.front().label, QStringLiteral("DST \u22121 h"));
}

void TestTimelineTicks::weekendsFollowTheZone()
{
    const Interval week{at("2026-10-21T00:00:00Z"), at("2026-10-28T00:00:00Z")};
    const std::vector<Interval> berlin = weekends(QTimeZone("Europe/Berlin"), week);
    QCOMPARE(berlin.size(), size_t(1));
    QCOMPARE(berlin.front(), (Interval{at("2026-10-23T22:00:00Z"), at("2026-10-25T23:00:00Z")})); // 49 hours
    QCOMPARE(weekends(QTimeZone("Asia/Tokyo"), week).front().start, at("2026-10-23T15:00:00Z"));
    // One that began before and one that ends after.
    QCOMPARE(weekends(QTimeZone::utc(), {at("2026-10-25T12:00:00Z"), at("2026-10-31T12:00:00Z")}).size(), size_t(2));
}

void TestTimelineTicks::scaleKeepsTheInstantUnderThePointer()
{
    const TimelineScale scale = TimelineScale::showing({0, 86'400 * 30}, 1200);
    for (const double factor : {0.5, 1.25, 7.0}) {
        const TimelineScale zoomed = scale.zoomed(factor, 731);
        QVERIFY(std::abs(zoomed.instantAt(731) - scale.instantAt(731)) < 0.001);
        QCOMPARE(zoomed.secondsPerPixel, scale.secondsPerPixel / factor);
    }
    QCOMPARE(scale.zoomed(1e9, 10).secondsPerPixel, TimelineScale::finest);
}

void TestTimelineTicks::scaleStaysInTheWindow()
{
    const Interval window{1'000'000, 1'000'000 + 86'400 * 30};
    const TimelineScale start = TimelineScale::showing({window.start, window.start + 86'400}, 1000);
    QVERIFY(start.panned(-1e6).within(window).start >= double(window.start) - double(window.seconds()) * 0.03);
    QVERIFY(start.panned(1e9).within(window).instantAt(1000) <= double(window.end) + double(window.seconds()) * 0.03);
    const TimelineScale out = start.zoomed(1e-6, 0).within(window);
    QVERIFY(out.visible().start <= window.start && out.visible().end >= window.end);
    QVERIFY(out.secondsPerPixel * 1000 < double(window.seconds()) * 1.1);
}

void TestTimelineTicks::revealingZoomsOnlyWhenNeeded()
{
    const TimelineScale scale = TimelineScale::showing({0, 100'000}, 1000);
    const TimelineScale panned = scale.revealing({150'000, 160'000}, 14);
    QCOMPARE(panned.secondsPerPixel, scale.secondsPerPixel);
    QVERIFY(panned.xOf(150'000) >= 0 && panned.xOf(160'000) <= 1000);
    QCOMPARE(scale.revealing({50'000, 60'000}, 14), scale);      // in sight already
    const TimelineScale close = scale.revealing({50'000, 50'300}, 14); // 3 pixels
    QVERIFY(std::abs(close.pixels(300) - 14) < 0.01);
    const TimelineScale far = scale.revealing({0, 1'000'000}, 14);
    QVERIFY(far.pixels(1'000'000) <= 1000 && far.xOf(0) >= 0);
    QCOMPARE(scale.reaching({-500'000, 900'000}), scale);        // all of it is on it
}

QTEST_APPLESS_MAIN(TestTimelineTicks)
#include "tst_timelineticks.moc"
