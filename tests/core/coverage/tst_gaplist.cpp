// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/gaplist.h"

#include "core/coverage/oncalltimeline.h"
#include "tests/support/inventorybuilder.h"

#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

namespace {

constexpr Instant now = InventoryBuilder::now;
constexpr Instant hour = 3'600;

CoverageOptions oneDay()
{
    CoverageOptions options;
    options.window = {now, now + 24 * hour};
    return options;
}

} // namespace

class TestGapList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatBecomesOfAGapOfASchedule();
    void everyGapOfSchedulesAndServices();
    void whoCatchesAnInterval();
    void whoIsOnCallWhen();
};

/// Schedule 1 is covered for the first 12 hours; the policies differ in what catches the rest.
void TestGapList::whatBecomesOfAGapOfASchedule()
{
    InventoryBuilder builder;
    builder.user(u"PU1"_s);
    builder.entry(builder.schedule(u"PSCH1"_s, {u"PU1"_s}), 0, 12 * hour, u"PU1"_s);
    builder.entry(builder.schedule(u"PSCH2"_s, {u"PU1"_s}), 0, 24 * hour, u"PU1"_s);
    builder.schedule(u"PSCH3"_s, {u"PU1"_s}).finalEntries.reset();
    const auto first = [&] { return gapList(*computeCoverage(*builder.build(), oneDay())).at(1); };
    QCOMPARE(first().kind, GapKind::Nobody); // no policy uses it
    builder.policy(u"PE1"_s, {{u"PSCH1"_s, u"PSCH2"_s}});
    QCOMPARE(first(), (GapListEntry{now + 12 * hour, now + 24 * hour, 0, GapSubject::Schedule, GapKind::CaughtByLevel, 0, true}));
    builder.policy(u"PE2"_s, {{u"PSCH1"_s}, {u"PU1"_s}});
    QCOMPARE(first().level, qint8(1));
    builder.policy(u"PE3"_s, {{u"PSCH1"_s}, {u"PSCH3"_s}});
    QCOMPARE(first().kind, GapKind::Unknown);
    QVERIFY(!first().counted);
    builder.policy(u"PE4"_s, {{u"PSCH1"_s}});
    QCOMPARE(first().kind, GapKind::Nobody);
    QVERIFY(first().counted);
    QCOMPARE(policiesAffected(*computeCoverage(*builder.build(), oneDay()), first()), (std::vector<int>{0, 1, 2, 3}));
}

void TestGapList::everyGapOfSchedulesAndServices()
{
    InventoryBuilder builder;
    builder.user(u"PU1"_s);
    builder.entry(builder.schedule(u"PSCH1"_s, {u"PU1"_s}), hour, 23 * hour, u"PU1"_s);
    builder.policy(u"PE1"_s, {{u"PSCH1"_s}});
    builder.service(u"PS1"_s, u"PE1"_s);
    builder.service(u"PS2"_s, u"PE1"_s).status = u"disabled"_s;
    builder.service(u"PS3"_s);
    const auto coverage = computeCoverage(*builder.build(), oneDay());
    const std::vector<GapListEntry> list = gapList(*coverage);
    using S = GapSubject;
    using K = GapKind;
    const Instant end = now + 24 * hour;
    const std::vector<GapListEntry> expected{{now, now + hour, 0, S::Schedule, K::Nobody, -1, true},
                                             {now, now + hour, 0, S::Service, K::Nobody, -1, true},
                                             {now, now + hour, 1, S::Service, K::Disabled, -1, false},
                                             {now, end, 2, S::Service, K::Nobody, -1, true},
                                             {end - hour, end, 0, S::Schedule, K::Nobody, -1, true},
                                             {end - hour, end, 0, S::Service, K::Nobody, -1, true},
                                             {end - hour, end, 1, S::Service, K::Disabled, -1, false}};
    QCOMPARE(list, expected);
    QCOMPARE(policiesAffected(*coverage, list[1]), std::vector<int>{0});
    QVERIFY(policiesAffected(*coverage, list[3]).empty());
}

void TestGapList::whoCatchesAnInterval()
{
    CoveredPolicy policy;
    policy.stretches = {{0, 10, 1}, {10, 20, nobodyLevel}, {20, 30, 0}, {30, 40, unknownLevel}, {40, 50, 1}};
    const PolicyCatch all = caughtBy(policy, 7, {5, 45});
    QCOMPARE(all, (PolicyCatch{7, {0, 1}, 10, 10}));
    QCOMPARE(caughtBy(policy, 7, {12, 13}), (PolicyCatch{7, {}, 1, 0}));
    QCOMPARE(caughtBy(policy, 7, {50, 60}), (PolicyCatch{7, {}, 0, 0}));
}

void TestGapList::whoIsOnCallWhen()
{
    InventoryBuilder builder;
    builder.setState(ResourceClass::Users, CollectionState::Partial, ReasonCode::Partial);
    builder.user(u"PU1"_s);
    Schedule &schedule = builder.schedule(u"PSCH1"_s);
    builder.entry(schedule, 0, 4 * hour, u"PU1"_s);
    builder.entry(schedule, 2 * hour, 6 * hour, u"PHIDDEN"_s);
    schedule.renderedUntil = now + 8 * hour;
    const auto coverage = computeCoverage(*builder.build(), oneDay());
    const OnCallTimeline timeline(coverage->schedules.at(0), coverage->window());
    const OnCallPerson known{0, Liveness::Live}, hidden{coverage->personIndex(u"PHIDDEN"_s), Liveness::Unknown};
    QCOMPARE(timeline.at(now), (OnCallStretch{now, now + 2 * hour, {known}, false}));
    QCOMPARE(timeline.at(now + 2 * hour), (OnCallStretch{now + 2 * hour, now + 4 * hour, {known, hidden}, false}));
    QCOMPARE(timeline.at(now + 5 * hour).people, std::vector{hidden});
    QCOMPARE(timeline.at(now + 7 * hour), (OnCallStretch{now + 6 * hour, now + 8 * hour, {}, false}));
    QVERIFY(timeline.at(now + 8 * hour).unread && timeline.at(now - 1).unread && timeline.at(now + 24 * hour).unread);
}

QTEST_APPLESS_MAIN(TestGapList)
#include "tst_gaplist.moc"
