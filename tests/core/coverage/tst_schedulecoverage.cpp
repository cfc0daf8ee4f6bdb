// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/schedulecoverage.h"

#include <QTest>

using namespace pdsi;

namespace {

constexpr Interval window{1000, 2000};

ScheduleEntry entry(Instant start, Instant end, const char *user)
{
    ScheduleEntry made;
    made.start = start;
    made.end = end;
    made.userId = QString::fromLatin1(user);
    return made;
}

/// `live...` is live, `unknown...` is unknown, all others are nobody.
Liveness byName(const ScheduleEntry &e)
{
    if (e.userId.startsWith(QLatin1String("live")))
        return Liveness::Live;
    return e.userId.startsWith(QLatin1String("unknown")) ? Liveness::Unknown : Liveness::Nobody;
}

IntervalSet set(std::vector<Interval> intervals) { return IntervalSet(std::move(intervals)); }

Coverage covered(const std::vector<ScheduleEntry> &entries) { return scheduleCoverage(entries, window, byName); }

} // namespace

class TestScheduleCoverage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entriesAreCutToTheWindow();
    void whoIsLiveCounts();
    void offsetsMeanTheSameInstant();
    void dstChangeLeavesNoGap();
    void oneSecondGapIsSeen();
    void levels();
};

void TestScheduleCoverage::entriesAreCutToTheWindow()
{
    QCOMPARE(covered({entry(0, 1200, "live1"), entry(1900, 9000, "live2")}).live, set({{1000, 1200}, {1900, 2000}}));
    QVERIFY(covered({entry(0, 1000, "live1"), entry(2000, 9000, "live1"), entry(1500, 1400, "live1")}).live.isEmpty());
    QVERIFY(covered({}).live.isEmpty());
    QVERIFY(scheduleCoverage({entry(0, 9000, "live1")}, {2000, 1000}, byName).live.isEmpty());
}

void TestScheduleCoverage::whoIsLiveCounts()
{
    const Coverage c = covered(
        {entry(1500, 1800, "unknown1"), entry(1000, 1600, "live1"), entry(1800, 1900, ""), entry(1900, 2000, "gone")});
    QCOMPARE(c.live, set({{1000, 1600}}));
    QCOMPARE(c.unknown, set({{1500, 1800}}));
    QCOMPARE(c.possible(), set({{1000, 1800}}));
}

void TestScheduleCoverage::offsetsMeanTheSameInstant()
{
    const auto at = [](const char *text) { return *parseInstant(QString::fromLatin1(text)); };
    const Interval day{at("2026-03-02T00:00:00Z"), at("2026-03-03T00:00:00Z")};
    const Coverage c =
        scheduleCoverage({entry(at("2026-03-02T13:00:00+01:00"), at("2026-03-03T01:00:00+01:00"), "live1"),
                          entry(at("2026-03-01T19:00:00-05:00"), at("2026-03-02T07:00:00-0500"), "live2")},
                         day, byName);
    QVERIFY(c.live.complementIn(day).isEmpty());
}

void TestScheduleCoverage::dstChangeLeavesNoGap()
{
    // New York springs forward on 2026-03-08: daily hand-offs at 09:00 local time, one of them after 23 hours.
    const auto at = [](const char *text) { return *parseInstant(QString::fromLatin1(text)); };
    const Interval days{at("2026-03-07T14:00:00Z"), at("2026-03-09T13:00:00Z")};
    const Coverage c =
        scheduleCoverage({entry(at("2026-03-07T09:00:00-05:00"), at("2026-03-08T09:00:00-04:00"), "live1"),
                          entry(at("2026-03-08T09:00:00-04:00"), at("2026-03-09T09:00:00-04:00"), "live2")},
                         days, byName);
    QCOMPARE(c.live.seconds(), qint64(47 * 3600));
    QVERIFY(c.live.complementIn(days).isEmpty());
}

void TestScheduleCoverage::oneSecondGapIsSeen()
{
    const Coverage c = covered({entry(1501, 2000, "live2"), entry(1000, 1500, "live1")});
    QCOMPARE(c.live.complementIn(window), set({{1500, 1501}}));
}

void TestScheduleCoverage::levels()
{
    const auto target = [](const char *id) {
        Reference reference;
        reference.id = QString::fromLatin1(id);
        return reference;
    };
    std::vector<EscalationRule> rules(3);
    rules[0].targets = {target("early"), target("late")};
    rules[1].targets = {target("perhaps")};
    const auto levels = levelCoverages(rules, [](const Reference &reference) -> Coverage {
        if (reference.id == QLatin1String("early"))
            return {set({{1000, 1300}}), {}};
        if (reference.id == QLatin1String("late"))
            return {set({{1600, 2000}}), {}};
        return {{}, set({{1200, 1700}})};
    });
    QCOMPARE(levels.size(), size_t(3));
    QCOMPARE(levels[0].live, set({{1000, 1300}, {1600, 2000}}));
    QVERIFY(levels[0].unknown.isEmpty() && levels[1].live.isEmpty() && levels[2].possible().isEmpty());
    const Coverage all = effectiveCoverage(levels);
    QCOMPARE(all.live, levels[0].live);
    QVERIFY(all.possible().complementIn(window).isEmpty());
}

QTEST_APPLESS_MAIN(TestScheduleCoverage)
#include "tst_schedulecoverage.moc"
