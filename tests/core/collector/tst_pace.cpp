// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collector/pace.h"

#include <QTest>

using namespace pdsi;

class TestPace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsSaidTooEarly();
    void steadyPace();
    void onlyTheLatestSecondsCount();
    void growingPlanIsUnknown();
    void standingStillIsNotSlowness();
    void allowance_data();
    void allowance();
};

namespace {

/// Ten answers a second for `seconds`, of 1,000 planned.
Pace steady(int seconds)
{
    Pace pace;
    for (int i = 0; i <= seconds * 10; ++i)
        pace.note(i * 100, i, 1'000, true);
    return pace;
}

} // namespace

void TestPace::nothingIsSaidTooEarly()
{
    QCOMPARE(Pace().leftMs({}), -1);
    Pace few;
    few.note(0, 0, 100, true);
    few.note(5'000, Pace::fewestAnswers - 1, 100, true);
    QCOMPARE(few.leftMs({}), -1);
    Pace quick;
    quick.note(0, 0, 100, true);
    quick.note(Pace::shortestMs - 1, 50, 100, true);
    QCOMPARE(quick.leftMs({}), -1);
}

void TestPace::steadyPace()
{
    QCOMPARE(steady(5).leftMs({}), 95'000);
    Pace done;
    done.note(0, 0, 50, true);
    done.note(2'000, 50, 50, true);
    QCOMPARE(done.leftMs({}), 0);
}

void TestPace::onlyTheLatestSecondsCount()
{
    Pace pace;
    for (int i = 0; i <= 100; ++i) // slow at first: one a second
        pace.note(i * 1'000, i, 1'000, true);
    for (int i = 1; i <= 110; ++i) // then ten a second
        pace.note(100'000 + i * 100, 100 + i, 1'000, true);
    QCOMPARE(pace.leftMs({}), 79'000);
}

void TestPace::growingPlanIsUnknown()
{
    Pace pace = steady(5);
    pace.note(5'100, 51, 2'000, true);
    QCOMPARE(pace.leftMs({}), -1);
    for (int i = 52; i <= 70; ++i)
        pace.note(i * 100, i, 2'000, true);
    QCOMPARE(pace.leftMs({}), 193'000);
}

void TestPace::standingStillIsNotSlowness()
{
    Pace pace = steady(5);
    pace.note(5'000, 50, 1'000, false);
    pace.note(605'000, 50, 1'000, true);
    QCOMPARE(pace.leftMs({}), 95'000);
}

void TestPace::allowance_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("remaining");
    QTest::addColumn<int>("resetMs");
    QTest::addColumn<int>("waitMs");
    QTest::addColumn<int>("left");
    // 950 are open, 100 ms each.
    QTest::newRow("enough") << 960 << 950 << 30'000 << 0 << 95'000;
    QTest::newRow("spent, the rest fits the next window") << 960 << 0 << 30'000 << 30'000 << 30'000 + 95'000;
    QTest::newRow("spending takes longer than the window") << 960 << 900 << 30'000 << 0 << 95'000;
    QTest::newRow("several windows") << 400 << 150 << 30'000 << 0 << 30'000 + 60'000 + 40'000;
    QTest::newRow("refused without a word") << -1 << -1 << -1 << 4'000 << 99'000;
    QTest::newRow("no reset told") << 960 << 10 << -1 << 0 << -1;
    QTest::newRow("no limit told") << -1 << 10 << 30'000 << 0 << -1;
}

void TestPace::allowance()
{
    QFETCH(int, limit);
    QFETCH(int, remaining);
    QFETCH(int, resetMs);
    QFETCH(int, waitMs);
    QFETCH(int, left);
    QCOMPARE(steady(5).leftMs({limit, remaining, resetMs, waitMs}), left);
}

QTEST_GUILESS_MAIN(TestPace)
#include "tst_pace.moc"
