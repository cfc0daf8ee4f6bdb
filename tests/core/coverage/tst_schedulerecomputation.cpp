// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/schedulerecomputation.h"

#include "core/coverage/zonedtime.h"
#include "tests/support/inventorybuilder.h"
#include "tests/support/prng.h"

#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 3'600;

Instant at(const char *text) { return *parseInstant(QString::fromLatin1(text)); }

ScheduleLayer layer(Instant virtualStart, qint64 turn, const char *users, std::vector<RecurringTime> restrictions = {})
{
    ScheduleLayer made;
    made.start = made.virtualStart = virtualStart;
    made.turnSeconds = turn;
    made.restrictions = std::move(restrictions);
    for (const char *user = users; *user; ++user)
        made.users.push_back(InventoryBuilder::reference(QString(QLatin1Char(*user)), u"user"_s));
    return made;
}

ScheduleEntry entry(Instant start, Instant end, const char *user)
{
    ScheduleEntry made;
    made.start = start;
    made.end = end;
    made.userId = QLatin1String(user);
    return made;
}

Schedule schedule(const char *zone, std::vector<ScheduleLayer> layers, Interval rendered)
{
    Schedule made;
    made.timeZone = QLatin1String(zone);
    made.layers = std::move(layers);
    made.layersKnown = true;
    made.finalEntries = std::vector<ScheduleEntry>();
    made.overrides = std::vector<ScheduleEntry>();
    made.renderedFrom = rendered.start;
    made.renderedUntil = rendered.end;
    return made;
}

/// "A 2026-03-07T14:00:00Z-2026-03-08T13:00:00Z" a line.
QStringList lines(const std::vector<RecomputedEntry> &entries)
{
    QStringList result;
    for (const RecomputedEntry &one : entries)
        result.append(u"%1 %2-%3"_s.arg(one.userId, formatInstant(one.start), formatInstant(one.end)));
    return result;
}

/// The recomputed entries as PagerDuty would have rendered them.
std::vector<ScheduleEntry> asRendered(const std::vector<RecomputedEntry> &entries)
{
    std::vector<ScheduleEntry> result;
    for (const RecomputedEntry &one : entries) {
        result.push_back(entry(one.start, one.end, ""));
        result.back().userId = one.userId;
    }
    return result;
}

} // namespace

class TestScheduleRecomputation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handOffsOnChangeDays_data();
    void handOffsOnChangeDays();
    void layersAndOverridesLieOverEachOther();
    void layersEndAndBegin();
    void orderOfLayersIsTheOneThatAgrees();
    void differencesToTheSecond();
    void refusals_data();
    void refusals();
    void layersThatDoNotMatterMayBeOdd();
    void randomSchedulesShiftWithTime();
    void randomSchedulesChangeHandsByTheClock();
};

/// Made by hand: daily hand-off at 09:00 on the wall over a day with a clock change, two people.
void TestScheduleRecomputation::handOffsOnChangeDays_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<Instant>("first");
    QTest::addColumn<qint64>("turn");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const char *zone, const char *first, qint64 turn, const QStringList &expected) {
        QTest::newRow(name) << QString::fromLatin1(zone) << at(first) << turn << expected;
    };
    row("New York, spring", "America/New_York", "2026-03-06T14:00:00Z", 24 * hour,
        {u"A 2026-03-06T14:00:00Z-2026-03-07T14:00:00Z"_s, u"B 2026-03-07T14:00:00Z-2026-03-08T13:00:00Z"_s,
         u"A 2026-03-08T13:00:00Z-2026-03-09T13:00:00Z"_s, u"B 2026-03-09T13:00:00Z-2026-03-09T14:00:00Z"_s});
    row("New York by its Rails name, autumn", "Eastern Time (US & Canada)", "2026-10-30T13:00:00Z", 24 * hour,
        {u"A 2026-10-30T13:00:00Z-2026-10-31T13:00:00Z"_s, u"B 2026-10-31T13:00:00Z-2026-11-01T14:00:00Z"_s,
         u"A 2026-11-01T14:00:00Z-2026-11-02T13:00:00Z"_s});
    row("London, spring, half days keep their length", "Europe/London", "2026-03-28T09:00:00Z", 12 * hour,
        {u"A 2026-03-28T09:00:00Z-2026-03-28T21:00:00Z"_s, u"B 2026-03-28T21:00:00Z-2026-03-29T09:00:00Z"_s,
         u"A 2026-03-29T09:00:00Z-2026-03-29T21:00:00Z"_s, u"B 2026-03-29T21:00:00Z-2026-03-30T09:00:00Z"_s,
         u"A 2026-03-30T09:00:00Z-2026-03-30T21:00:00Z"_s, u"B 2026-03-30T21:00:00Z-2026-03-31T09:00:00Z"_s});
    row("Lord Howe, autumn", "Australia/Lord_Howe", "2026-04-02T22:00:00Z", 24 * hour,
        {u"A 2026-04-02T22:00:00Z-2026-04-03T22:00:00Z"_s, u"B 2026-04-03T22:00:00Z-2026-04-04T22:30:00Z"_s,
         u"A 2026-04-04T22:30:00Z-2026-04-05T22:00:00Z"_s});
    row("Tokyo", "Asia/Tokyo", "2026-03-07T00:00:00Z", 24 * hour,
        {u"A 2026-03-07T00:00:00Z-2026-03-08T00:00:00Z"_s, u"B 2026-03-08T00:00:00Z-2026-03-09T00:00:00Z"_s,
         u"A 2026-03-09T00:00:00Z-2026-03-10T00:00:00Z"_s});
    row("Istanbul, the autumn without a change", "Istanbul", "2016-10-29T06:00:00Z", 24 * hour,
        {u"A 2016-10-29T06:00:00Z-2016-10-30T06:00:00Z"_s, u"B 2016-10-30T06:00:00Z-2016-10-31T06:00:00Z"_s,
         u"A 2016-10-31T06:00:00Z-2016-11-01T06:00:00Z"_s});
    row("Sao Paulo, the last change", "America/Sao_Paulo", "2019-02-15T11:00:00Z", 24 * hour,
        {u"A 2019-02-15T11:00:00Z-2019-02-16T11:00:00Z"_s, u"B 2019-02-16T11:00:00Z-2019-02-17T12:00:00Z"_s,
         u"A 2019-02-17T12:00:00Z-2019-02-18T11:00:00Z"_s});
}

void TestScheduleRecomputation::handOffsOnChangeDays()
{
    QFETCH(QString, zone);
    QFETCH(Instant, first);
    QFETCH(qint64, turn);
    QFETCH(QStringList, expected);
    const Interval window{first, first + 3 * secondsPerDay};
    const Schedule made = schedule(zone.toLatin1().constData(), {layer(first, turn, "AB")}, window);
    QCOMPARE(lines(recompute(made, window).entries), expected);
    Schedule early = made; // the rotation began weeks ago: the same people, the same hours
    const auto turns = 28 * secondsPerDay / turn;
    const QTimeZone timeZone = zoneNamed(zone);
    early.layers[0].start = early.layers[0].virtualStart = turn < secondsPerDay
        ? first - turns * turn
        : instantOfWallClock(dateAt(first, timeZone).addDays(-28), secondOfDayAt(first, timeZone), timeZone);
    QCOMPARE(lines(recompute(early, window).entries), expected);
}

void TestScheduleRecomputation::layersAndOverridesLieOverEachOther()
{
    const Instant monday = at("2026-05-04T00:00:00Z");
    const Interval window{monday, monday + secondsPerDay};
    const auto offices = layer(monday, 7 * secondsPerDay, "B", {{0, 9 * int(hour), 8 * int(hour)}});
    Schedule made = schedule("UTC", {offices, layer(monday, 7 * secondsPerDay, "A")}, window);
    made.overrides = {{entry(monday + 16 * hour, monday + 18 * hour, "C"), entry(monday - hour, monday + hour, "C")}};
    const RecomputedSchedule result = recompute(made, window, LayerOrder::FirstWins);
    QCOMPARE(lines(result.entries),
             QStringList({u"C 2026-05-04T00:00:00Z-2026-05-04T01:00:00Z"_s, u"A 2026-05-04T01:00:00Z-2026-05-04T09:00:00Z"_s,
                          u"B 2026-05-04T09:00:00Z-2026-05-04T16:00:00Z"_s, u"C 2026-05-04T16:00:00Z-2026-05-04T18:00:00Z"_s,
                          u"A 2026-05-04T18:00:00Z-2026-05-05T00:00:00Z"_s}));
    QCOMPARE(result.entries[0].layer, qint16(-1));
    QCOMPARE(result.entries[1].layer, qint16(1));
    QCOMPARE(result.entries[2].layer, qint16(0));
}

void TestScheduleRecomputation::layersEndAndBegin()
{
    const Instant monday = at("2026-05-04T00:00:00Z");
    const Interval window{monday, monday + secondsPerDay};
    ScheduleLayer ending = layer(monday - 7 * secondsPerDay, secondsPerDay, "AB");
    ending.end = monday + 6 * hour;
    ScheduleLayer beginning = layer(monday + 8 * hour, 6 * hour, "CD");
    beginning.virtualStart = monday + 20 * hour; // turns are counted back from here
    const Schedule made = schedule("UTC", {ending, beginning}, window);
    QCOMPARE(lines(recompute(made, window).entries),
             QStringList({u"B 2026-05-04T00:00:00Z-2026-05-04T06:00:00Z"_s, u"C 2026-05-04T08:00:00Z-2026-05-04T14:00:00Z"_s,
                          u"D 2026-05-04T14:00:00Z-2026-05-04T20:00:00Z"_s, u"C 2026-05-04T20:00:00Z-2026-05-05T00:00:00Z"_s}));
}

void TestScheduleRecomputation::orderOfLayersIsTheOneThatAgrees()
{
    const Instant monday = at("2026-05-04T00:00:00Z");
    const Interval window{monday, monday + secondsPerDay};
    Schedule made = schedule("UTC", {layer(monday, secondsPerDay, "A"), layer(monday, secondsPerDay, "B")}, window);
    made.finalEntries = {{entry(window.start, window.end, "B")}};
    RecomputedSchedule result = recompute(made, window);
    QCOMPARE(result.order, LayerOrder::LastWins);
    QVERIFY(result.differences.empty());
    made.finalEntries = {{entry(window.start, window.end, "A")}};
    result = recompute(made, window);
    QCOMPARE(result.order, LayerOrder::FirstWins);
    QVERIFY(result.differences.empty());
    made.finalEntries = {{entry(window.start, window.end, "C")}}; // neither
    result = recompute(made, window);
    QCOMPARE(result.order, LayerOrder::FirstWins);
    QCOMPARE(result.differingSeconds(), qint64(secondsPerDay));
}

void TestScheduleRecomputation::differencesToTheSecond()
{
    const Instant monday = at("2026-05-04T00:00:00Z");
    const Interval window{monday, monday + secondsPerDay};
    Schedule made = schedule("UTC", {layer(monday, 12 * hour, "AB")}, window);
    made.finalEntries = {{entry(monday + 12 * hour, window.end, "B"), entry(monday, monday + 12 * hour - 1, "A")}};
    QCOMPARE(recompute(made, window).differences,
             std::vector({RenderingDifference{monday + 12 * hour - 1, monday + 12 * hour, {}, u"A"_s}}));
    made.finalEntries = {{entry(monday, monday + 12 * hour, "A"), entry(monday + 6 * hour, window.end, "B")}};
    QCOMPARE(recompute(made, window).differences,
             std::vector({RenderingDifference{monday + 6 * hour, monday + 12 * hour, u"B"_s, u"A"_s}}));
    made.layers.clear();
    made.finalEntries = {{entry(monday - hour, monday + 1, "A"), entry(monday + 5, monday + 5, "A")}};
    QCOMPARE(recompute(made, window).differences, std::vector({RenderingDifference{monday, monday + 1, u"A"_s, {}}}));
    made.renderedFrom = monday + 1; // only what was rendered is compared
    const RecomputedSchedule later = recompute(made, window);
    QVERIFY(later.differences.empty());
    QCOMPARE(later.compared, (Interval{monday + 1, window.end}));
}

void TestScheduleRecomputation::refusals_data()
{
    QTest::addColumn<std::function<void(Schedule &)>>("change");
    QTest::addColumn<NotRecomputed>("reason");
    const auto row = [](const char *name, NotRecomputed reason, std::function<void(Schedule &)> change) {
        QTest::newRow(name) << change << reason;
    };
    row("shifts", NotRecomputed::ShiftBased, [](Schedule &s) { s.generation = ScheduleGeneration::ShiftBased; });
    row("layers", NotRecomputed::LayersNotRead, [](Schedule &s) { s.layersKnown = false; });
    row("overrides", NotRecomputed::OverridesNotRead, [](Schedule &s) { s.overrides.reset(); });
    row("not rendered", NotRecomputed::NotRendered, [](Schedule &s) { s.finalEntries.reset(); });
    row("another time", NotRecomputed::NotRendered, [](Schedule &s) { s.renderedUntil = s.renderedFrom; });
    row("zone", NotRecomputed::UnknownZone, [](Schedule &s) { s.timeZone = u"Middle Earth"_s; });
    row("no zone", NotRecomputed::UnknownZone, [](Schedule &s) { s.timeZone.clear(); });
    row("start", NotRecomputed::UnreadableLayer, [](Schedule &s) { s.layers[0].start.reset(); });
    row("virtual start", NotRecomputed::UnreadableLayer, [](Schedule &s) { s.layers[0].virtualStart.reset(); });
    row("no turn", NotRecomputed::UnreadableLayer, [](Schedule &s) { s.layers[0].turnSeconds.reset(); });
    row("endless turns", NotRecomputed::UnreadableLayer, [](Schedule &s) { s.layers[0].turnSeconds = qint64{1} << 53; });
    row("millions of turns", NotRecomputed::UnreadableLayer, [](Schedule &s) { s.layers[0].turnSeconds = 1; });
    row("negative turn", NotRecomputed::UnreadableLayer, [](Schedule &s) { s.layers[0].turnSeconds = -3'600; });
    row("restrictions", NotRecomputed::UnreadableLayer, [](Schedule &s) { s.layers[0].restrictions.reset(); });
    row("two overrides at once", NotRecomputed::OverlappingOverrides, [](Schedule &s) {
        s.overrides = {{entry(s.renderedFrom + 60, s.renderedFrom + 120, "A"), entry(s.renderedFrom, s.renderedFrom + 61, "B")}};
    });
}

void TestScheduleRecomputation::refusals()
{
    QFETCH(std::function<void(Schedule &)>, change);
    QFETCH(NotRecomputed, reason);
    const Instant monday = at("2026-05-04T00:00:00Z");
    const Interval window{monday, monday + secondsPerDay};
    Schedule made = schedule("UTC", {layer(monday, secondsPerDay, "A")}, window);
    QVERIFY(!recompute(made, window).notRecomputed);
    change(made);
    const RecomputedSchedule result = recompute(made, window);
    QCOMPARE(result.notRecomputed, std::optional(reason));
    QVERIFY(result.entries.empty() && result.differences.empty());
}

void TestScheduleRecomputation::layersThatDoNotMatterMayBeOdd()
{
    const Instant monday = at("2026-05-04T00:00:00Z");
    const Interval window{monday, monday + secondsPerDay};
    ScheduleLayer ended, empty;
    ended.end = monday;
    ended.users.push_back(InventoryBuilder::reference(u"A"_s, u"user"_s));
    const Schedule made = schedule("UTC", {ended, empty}, window);
    QVERIFY(!recompute(made, window).notRecomputed);
    QVERIFY(recompute(made, window).entries.empty());
}

void TestScheduleRecomputation::randomSchedulesShiftWithTime()
{
    constexpr Instant by = 3 * 7 * secondsPerDay; // keeps the days of the week
    Prng prng(77);
    for (int run = 0; run < 300; ++run) {
        const Instant start = at("2026-05-04T00:00:00Z") + prng.below(100'000);
        const Interval window{start, start + 10 * secondsPerDay};
        const qint64 turn = prng.pick({hour, 12 * hour, 24 * hour, 25 * hour, 7 * 24 * hour});
        std::vector<RecurringTime> hours;
        if (prng.chance(60))
            hours = {{prng.below(8), prng.below(86'400), prng.between(1, 86'400)}};
        Schedule made = schedule(prng.chance(50) ? "UTC" : "Asia/Tokyo",
                                 {layer(start - prng.below(10'000'000), turn, "ABC", hours),
                                  layer(start - prng.below(10'000'000), 5 * hour, "DE")}, window);
        made.overrides = {{entry(start + 1'000, start + 1'000 + prng.below(100'000), "F")}};
        const RecomputedSchedule before = recompute(made, window, LayerOrder::FirstWins);
        for (ScheduleLayer &one : made.layers) {
            one.start = *one.start + by;
            one.virtualStart = *one.virtualStart + by;
        }
        made.overrides->front().start += by;
        made.overrides->front().end += by;
        made.renderedFrom += by;
        made.renderedUntil += by;
        RecomputedSchedule after = recompute(made, {window.start + by, window.end + by}, LayerOrder::FirstWins);
        for (RecomputedEntry &one : after.entries) {
            one.start -= by;
            one.end -= by;
        }
        QCOMPARE(after.entries, before.entries);
        // An open layer at the bottom leaves no gap, and what was rendered like this does not differ.
        std::vector<Interval> covered;
        for (const RecomputedEntry &one : before.entries)
            covered.push_back({one.start, one.end});
        QCOMPARE(IntervalSet(covered), IntervalSet({window}));
    }
}

void TestScheduleRecomputation::randomSchedulesChangeHandsByTheClock()
{
    Prng prng(78);
    const std::initializer_list<const char *> zones{"America/New_York", "Europe/London", "Australia/Lord_Howe", "Asia/Tokyo"};
    for (int run = 0; run < 300; ++run) {
        const char *zone = prng.pick(zones);
        const QTimeZone timeZone = zoneNamed(QLatin1String(zone));
        const int second = 4 * int(hour) + prng.below(19 * int(hour)); // no clock is changed at these hours
        const Instant first = instantOfWallClock(QDate(2026, 1, 1).addDays(prng.below(300)), second, timeZone);
        const Interval window{first, first + 60 * secondsPerDay};
        Schedule made = schedule(zone, {layer(first, prng.between(1, 9) * secondsPerDay, "AB")}, window);
        const RecomputedSchedule result = recompute(made, window);
        QVERIFY(result.entries.size() > 5);
        for (const RecomputedEntry &one : result.entries)
            QCOMPARE(secondOfDayAt(one.start, timeZone), second);
        made.finalEntries = asRendered(result.entries);
        QVERIFY(recompute(made, window).differences.empty());
    }
}

QTEST_APPLESS_MAIN(TestScheduleRecomputation)
#include "tst_schedulerecomputation.moc"
