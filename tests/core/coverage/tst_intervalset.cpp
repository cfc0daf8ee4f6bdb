// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/intervalset.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace pdsi;

namespace pdsi {
char *toString(const IntervalSet &set)
{
    QStringList parts;
    for (const Interval &interval : set.intervals())
        parts.append(QStringLiteral("[%1,%2)").arg(interval.start).arg(interval.end));
    return qstrdup(qPrintable(parts.join(QLatin1Char(' '))));
}
} // namespace pdsi

namespace {

using Pairs = QList<QPair<int, int>>;

constexpr Interval window{0, 200};

/// Some intervals, a few of them empty or inverted.
std::vector<Interval> randomIntervals(QRandomGenerator &random)
{
    std::vector<Interval> intervals;
    for (int n = random.bounded(12); n > 0; --n) {
        const Instant start = random.bounded(-20, 210);
        intervals.push_back({start, start + random.bounded(-3, 40)});
    }
    return intervals;
}

std::vector<Interval> shifted(std::vector<Interval> intervals, Instant by)
{
    for (Interval &interval : intervals)
        interval = {interval.start + by, interval.end + by};
    return intervals;
}

/// The slow truth: is this second in any of them?
bool inAny(const std::vector<Interval> &intervals, Instant instant)
{
    return std::any_of(intervals.begin(), intervals.end(),
                       [&](const Interval &i) { return i.start <= instant && instant < i.end; });
}

bool isCanonical(const IntervalSet &set)
{
    const auto &all = set.intervals();
    for (size_t i = 0; i < all.size(); ++i) {
        if (all[i].end <= all[i].start || (i > 0 && all[i].start <= all[i - 1].end))
            return false;
    }
    return true;
}

} // namespace

class TestIntervalSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void construction_data();
    void construction();
    void lookups();
    void complement();
    void randomProperties();
    void manyEntries();
};

void TestIntervalSet::construction_data()
{
    QTest::addColumn<Pairs>("given");
    QTest::addColumn<Pairs>("expected");
    using L = Pairs;
    QTest::newRow("nothing") << L{} << L{};
    QTest::newRow("one") << L{{1, 5}} << L{{1, 5}};
    QTest::newRow("touching") << L{{1, 5}, {5, 9}} << L{{1, 9}};
    QTest::newRow("one second apart") << L{{1, 5}, {6, 9}} << L{{1, 5}, {6, 9}};
    QTest::newRow("overlapping") << L{{1, 7}, {5, 9}} << L{{1, 9}};
    QTest::newRow("inside another") << L{{1, 9}, {3, 4}} << L{{1, 9}};
    QTest::newRow("twice the same") << L{{1, 9}, {1, 9}} << L{{1, 9}};
    QTest::newRow("out of order") << L{{10, 12}, {1, 2}, {5, 6}} << L{{1, 2}, {5, 6}, {10, 12}};
    QTest::newRow("empty") << L{{3, 3}} << L{};
    QTest::newRow("inverted") << L{{9, 1}, {2, 3}} << L{{2, 3}};
    QTest::newRow("empty one does not join") << L{{1, 3}, {3, 3}, {4, 5}} << L{{1, 3}, {4, 5}};
    QTest::newRow("before the epoch") << L{{-5, -1}, {-1, 2}} << L{{-5, 2}};
}

void TestIntervalSet::construction()
{
    QFETCH(const Pairs, given);
    QFETCH(const Pairs, expected);
    std::vector<Interval> from, to;
    for (const auto &[start, end] : given)
        from.push_back({start, end});
    for (const auto &[start, end] : expected)
        to.push_back({start, end});
    QVERIFY(IntervalSet(from).intervals() == to);
}

void TestIntervalSet::lookups()
{
    const IntervalSet set(std::vector<Interval>{{0, 10}, {20, 30}});
    QCOMPARE(set.seconds(), qint64(20));
    QVERIFY(set.contains(0) && set.contains(9) && set.contains(20) && set.contains(29));
    QVERIFY(!set.contains(-1) && !set.contains(10) && !set.contains(19) && !set.contains(30));
    QVERIFY(set.covers({0, 10}) && set.covers({22, 25}) && set.covers({15, 15}));
    QVERIFY(!set.covers({0, 11}) && !set.covers({5, 25}) && !set.covers({10, 20}));
    QVERIFY(set.touches({9, 15}) && set.touches({5, 25}) && set.touches({29, 40}));
    QVERIFY(!set.touches({10, 20}) && !set.touches({30, 40}) && !set.touches({5, 5}));
    QVERIFY(IntervalSet().isEmpty() && !IntervalSet().contains(0));
}

void TestIntervalSet::complement()
{
    const IntervalSet set(std::vector<Interval>{{-5, 1}, {2, 50}, {60, 300}});
    QCOMPARE(set.complementIn(window), IntervalSet(std::vector<Interval>{{1, 2}, {50, 60}}));
    QCOMPARE(IntervalSet().complementIn(window), IntervalSet({window}));
    QVERIFY(IntervalSet({window}).complementIn(window).isEmpty());
    QVERIFY(set.complementIn({7, 7}).isEmpty());
    QVERIFY(set.complementIn({9, 3}).isEmpty());
    QCOMPARE(IntervalSet(std::vector<Interval>{{0, 199}}).complementIn(window),
             IntervalSet(std::vector<Interval>{{199, 200}}));
}

void TestIntervalSet::randomProperties()
{
    QRandomGenerator random(20260302);
    for (int round = 0; round < 400; ++round) {
        const auto left = randomIntervals(random), right = randomIntervals(random);
        const IntervalSet a(left), b(right);
        const IntervalSet either = a.united(b), both = a.intersected(b), rest = a.complementIn(window), minus = a.without(b);
        QVERIFY(isCanonical(a) && isCanonical(either) && isCanonical(both) && isCanonical(rest));
        for (Instant at = -30; at < 260; ++at) {
            const bool inA = inAny(left, at), inB = inAny(right, at);
            QCOMPARE(a.contains(at), inA);
            QCOMPARE(either.contains(at), inA || inB);
            QCOMPARE(both.contains(at), inA && inB);
            QCOMPARE(minus.contains(at), inA && !inB);
            QCOMPARE(rest.contains(at), !inA && at >= window.start && at < window.end);
        }
        QCOMPARE(either, b.united(a));
        QCOMPARE(minus.united(both), a);
        QVERIFY(minus.intersected(b).isEmpty());
        QCOMPARE(rest.united(a).intersected(IntervalSet({window})), IntervalSet({window}));
        QCOMPARE(rest.seconds() + a.intersected(IntervalSet({window})).seconds(), window.seconds());
        constexpr Instant by = 1'771'111'111;
        QCOMPARE(IntervalSet(shifted(left, by)), IntervalSet(shifted(a.intervals(), by)));
        QCOMPARE(IntervalSet(shifted(left, by)).complementIn({window.start + by, window.end + by}),
                 IntervalSet(shifted(rest.intervals(), by)));
    }
}

void TestIntervalSet::manyEntries()
{
    std::vector<Interval> entries;
    for (Instant i = 0; i < 200'000; ++i)
        entries.push_back({(i * 7919 % 200'000) * 60, (i * 7919 % 200'000) * 60 + 59});
    QElapsedTimer timer;
    timer.start();
    const IntervalSet set(std::move(entries));
    const IntervalSet gaps = set.complementIn({0, 200'000 * 60});
    QVERIFY2(timer.elapsed() < 5'000, "sorting and sweeping must not be quadratic");
    QCOMPARE(gaps.intervals().size(), size_t(200'000));
    QCOMPARE(gaps.seconds(), qint64(200'000));
}

QTEST_APPLESS_MAIN(TestIntervalSet)
#include "tst_intervalset.moc"
