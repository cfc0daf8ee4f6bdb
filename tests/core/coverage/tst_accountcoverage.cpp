// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/accountcoverage.h"

#include "tests/support/inventorybuilder.h"
#include "tests/support/prng.h"

#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

namespace {

constexpr Instant now = InventoryBuilder::now; // Monday 2026-03-02 12:30 UTC
constexpr Instant hour = 3'600;

/// A day from now, gaps of a minute count.
CoverageOptions oneDay()
{
    CoverageOptions options;
    options.window = {now, now + 24 * hour};
    return options;
}

/// "nobody 0-60" a line, in seconds from now; "(...)" when it does not count, "caught2" for level 2.
QStringList lines(const std::vector<CoverageGap> &gaps)
{
    static const QStringList names{u"nobody"_s, u"caught"_s, u"unknown"_s, u"off"_s, u"maintenance"_s, u"disabled"_s};
    QStringList result;
    for (const CoverageGap &gap : gaps) {
        const QString level = gap.kind == GapKind::CaughtByLevel ? QString::number(gap.level + 1) : QString();
        const QString text = u"%1%2 %3-%4"_s.arg(names.at(int(gap.kind)), level).arg(gap.start - now).arg(gap.end - now);
        result.append(gap.counted ? text : u'(' + text + u')');
    }
    return result;
}

QString secondsList(const std::vector<Instant> &instants)
{
    QStringList result;
    for (const Instant at : instants)
        result.append(QString::number(at - now));
    return result.join(u' ');
}

} // namespace

class TestAccountCoverage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void barsAreCutNamedAndOrdered();
    void sourcesOfBars();
    void gapsOfASchedule();
    void offHoursInTheSchedulesZone();
    void whatWasNotReadIsNeitherCoveredNorAGap();
    void levelOneEmptyIsNotNobody();
    void intendedGapsOfAPolicy();
    void policiesThatReachNobody();
    void disabledServicesAndMaintenance();
    void servicesWithoutAPolicy();
    void bothGenerationsInOnePopulation();
    void worstFirst();
    void optionsOfASnapshot();
    void randomAccountsHoldTogether();
};

void TestAccountCoverage::barsAreCutNamedAndOrdered()
{
    InventoryBuilder builder;
    builder.user(u"PU1"_s).name = u"Ada"_s;
    Schedule &schedule = builder.schedule(u"PSCH1"_s, {u"PU1"_s});
    builder.entry(schedule, 10 * hour, 90 * hour, u"PU1"_s);
    builder.entry(schedule, -hour, 2 * hour, u"PGONE"_s);
    builder.entry(schedule, 5 * hour, 5 * hour, u"PU1"_s);
    builder.entry(schedule, 2 * hour, 3 * hour, {});
    const auto coverage = computeCoverage(*builder.build(), oneDay());
    const CoveredSchedule &row = coverage->schedules.at(0);
    QCOMPARE(row.bars.size(), size_t(3));
    QCOMPARE(secondsList({row.bars[0].start, row.bars[0].end, row.bars[2].start, row.bars[2].end}), u"0 7200 36000 86400"_s);
    QCOMPARE(coverage->people.at(size_t(row.bars[2].person)).name, u"Ada"_s);
    QCOMPARE(row.bars[2].liveness, Liveness::Live);
    QCOMPARE(coverage->people.at(size_t(row.bars[0].person)).id, u"PGONE"_s);
    QCOMPARE(row.bars[0].liveness, Liveness::Nobody);
    QCOMPARE(row.bars[1].person, -1);
    QCOMPARE(coverage->scheduleIndex(u"PSCH1"_s), 0);
    QCOMPARE(coverage->personIndex(u"PGONE"_s), row.bars[0].person);
    QCOMPARE(coverage->serviceIndex(u"PSCH1"_s), -1);
}

void TestAccountCoverage::sourcesOfBars()
{
    InventoryBuilder builder;
    builder.user(u"PU1"_s);
    Schedule &layered = builder.schedule(u"PSCH1"_s, {u"PU1"_s});
    for (int i = 0; i < 3; ++i)
        builder.entry(layered, i * hour, (i + 1) * hour, u"PU1"_s);
    layered.overrides = std::vector{layered.finalEntries->at(1)};
    layered.overrides->front().end += 60; // reaches into the third
    Schedule &shifts = builder.schedule(u"PSCH2"_s);
    shifts.generation = ScheduleGeneration::ShiftBased;
    builder.entry(shifts, 0, hour, u"PU1"_s);
    shifts.finalEntries->front().entrySource = EntrySource::CustomShift;
    const auto coverage = computeCoverage(*builder.build(), oneDay());
    const std::vector<CoverageBar> &bars = coverage->schedules.at(0).bars;
    QCOMPARE(bars.at(0).source, EntrySource::Rotation);
    QCOMPARE(bars.at(0).layer, qint16(0));
    QCOMPARE(bars.at(1).source, EntrySource::Override);
    QCOMPARE(bars.at(1).layer, qint16(-1));
    QCOMPARE(bars.at(2).source, EntrySource::NotSaid);
    QCOMPARE(coverage->schedules.at(1).bars.at(0).source, EntrySource::CustomShift);
}

void TestAccountCoverage::gapsOfASchedule()
{
    InventoryBuilder builder;
    builder.user(u"PU1"_s);
    Schedule &schedule = builder.schedule(u"PSCH1"_s, {u"PU1"_s});
    builder.entry(schedule, 60, hour, u"PU1"_s);
    builder.entry(schedule, hour + 59, 23 * hour, u"PU1"_s);
    const auto inventory = builder.build();
    QCOMPARE(lines(computeCoverage(*inventory, oneDay())->schedules.at(0).gaps),
             QStringList({u"nobody 0-60"_s, u"(nobody 3600-3659)"_s, u"nobody 82800-86400"_s}));
    CoverageOptions strict = oneDay();
    strict.minGapSeconds = 59;
    QCOMPARE(gapSeconds(computeCoverage(*inventory, strict)->schedules.at(0).gaps, GapKind::Nobody), qint64(60 + 59 + 3600));
    QCOMPARE(gapSeconds(computeCoverage(*inventory, oneDay())->schedules.at(0).gaps, GapKind::Nobody), qint64(60 + 3600));
}

void TestAccountCoverage::offHoursInTheSchedulesZone()
{
    InventoryBuilder builder;
    Schedule &schedule = builder.schedule(u"PSCH1"_s, {u"PU1"_s});
    schedule.timeZone = u"Eastern Time (US & Canada)"_s; // now is 07:30 there
    builder.schedule(u"PSCH2"_s).timeZone = u"Nowhere"_s;
    CoverageOptions options = oneDay();
    options.offHours.insert(u"PSCH1"_s, {{0, 17 * int(hour), 16 * int(hour)}}); // from 17:00 to 09:00
    options.offHours.insert(u"PSCH2"_s, {{0, 0, 86'400}}); // cannot be placed: everything counts
    const auto coverage = computeCoverage(*builder.build(), options);
    QCOMPARE(lines(coverage->schedules.at(0).gaps),
             QStringList({u"(off 0-5400)"_s, u"nobody 5400-34200"_s, u"(off 34200-86400)"_s}));
    QCOMPARE(lines(coverage->schedules.at(1).gaps), QStringList({u"nobody 0-86400"_s}));
}

void TestAccountCoverage::whatWasNotReadIsNeitherCoveredNorAGap()
{
    InventoryBuilder builder;
    builder.setState(ResourceClass::Users, CollectionState::Partial, ReasonCode::Partial);
    builder.user(u"PU1"_s);
    Schedule &schedule = builder.schedule(u"PSCH1"_s, {u"PU1"_s});
    builder.entry(schedule, 0, hour, u"PU1"_s);
    builder.entry(schedule, hour, 2 * hour, u"PHIDDEN"_s); // perhaps on a page that was not read
    schedule.renderedUntil = now + 3 * hour;
    builder.schedule(u"PSCH2"_s, {u"PU1"_s}).finalEntries.reset();
    builder.policy(u"PE1"_s, {{u"PSCH1"_s}, {u"PSCH2"_s}});
    builder.service(u"PS1"_s, u"PE1"_s);
    const auto coverage = computeCoverage(*builder.build(), oneDay());
    QCOMPARE(lines(coverage->schedules.at(0).gaps),
             QStringList({u"(unknown 3600-7200)"_s, u"nobody 7200-10800"_s, u"(unknown 10800-86400)"_s}));
    QCOMPARE(lines(coverage->schedules.at(1).gaps), QStringList({u"(unknown 0-86400)"_s}));
    QCOMPARE(lines(coverage->services.at(0).gaps), QStringList({u"(unknown 3600-86400)"_s}));
    QCOMPARE(coverage->schedules.at(0).bars.at(1).liveness, Liveness::Unknown);
}

void TestAccountCoverage::levelOneEmptyIsNotNobody()
{
    InventoryBuilder builder;
    builder.user(u"PU1"_s);
    for (int i = 1; i <= 3; ++i) {
        Schedule &schedule = builder.schedule(u"PSCH%1"_s.arg(i), {u"PU1"_s});
        builder.entry(schedule, 0, (4 + 4 * i) * hour, u"PU1"_s); // until 8, 12, 16
    }
    EscalationPolicy &policy = builder.policy(u"PE1"_s, {{u"PSCH1"_s}, {u"PSCH2"_s}, {u"PSCH3"_s}});
    policy.rules[1].delayMinutes = 20;
    policy.numLoops = 4'000;
    builder.service(u"PS1"_s, u"PE1"_s);
    const auto coverage = computeCoverage(*builder.build(), oneDay());
    const CoveredPolicy &row = coverage->policies.at(0);
    QCOMPARE(lines(row.gaps), QStringList({u"caught2 28800-43200"_s, u"caught3 43200-57600"_s, u"nobody 57600-86400"_s}));
    QCOMPARE(row.gaps, coverage->services.at(0).gaps);
    QCOMPARE(row.stretches.size(), size_t(4));
    QCOMPARE(row.stretches.at(0).level, qint8(0));
    QCOMPARE(row.stretches.at(3), (LevelStretch{now + 16 * hour, now + 24 * hour, nobodyLevel}));
    QCOMPARE(row.effective.live, IntervalSet({{now, now + 16 * hour}}));
    QCOMPARE(row.levels.at(1).delayMinutes, 20);
    QVERIFY(row.loops < 1'000); // nobody is sent round for ever
    QCOMPARE(row.services, std::vector<int>{0});
    QCOMPARE(coverage->schedules.at(2).policies, std::vector<int>{0});
    QVERIFY(coverage->schedules.at(2).inUse);
}

void TestAccountCoverage::intendedGapsOfAPolicy()
{
    InventoryBuilder builder;
    builder.user(u"PU1"_s);
    builder.schedule(u"PSCH1"_s, {u"PU1"_s}).timeZone = u"UTC"_s;
    Schedule &second = builder.schedule(u"PSCH2"_s, {u"PU1"_s});
    second.timeZone = u"UTC"_s;
    builder.entry(second, 0, 6 * hour, u"PU1"_s);
    builder.policy(u"PE1"_s, {{u"PSCH1"_s}, {u"PSCH2"_s}});
    CoverageOptions options = oneDay();
    const int half = 12 * int(hour) + 1'800; // now, by the clock
    options.offHours.insert(u"PSCH1"_s, {{0, half, 8 * int(hour)}});
    const auto inventory = builder.build();
    // Level 1 is off for eight hours: nothing it should have caught. But level 2 was never meant to be off.
    QCOMPARE(lines(computeCoverage(*inventory, options)->policies.at(0).gaps),
             QStringList({u"(off 0-21600)"_s, u"nobody 21600-86400"_s}));
    options.offHours.insert(u"PSCH2"_s, {{0, half, 10 * int(hour)}});
    QCOMPARE(lines(computeCoverage(*inventory, options)->policies.at(0).gaps),
             QStringList({u"(off 0-21600)"_s, u"(off 21600-28800)"_s, u"nobody 28800-86400"_s}));
}

void TestAccountCoverage::policiesThatReachNobody()
{
    InventoryBuilder builder;
    builder.user(u"PU1"_s);
    builder.policy(u"PE1"_s);
    builder.policy(u"PE2"_s, {{u"PGONE"_s, u"PSCHGONE"_s}});
    builder.policy(u"PE3"_s, {{u"PGONE"_s}, {u"PU1"_s}});
    const auto coverage = computeCoverage(*builder.build(), oneDay());
    QCOMPARE(lines(coverage->policies.at(0).gaps), QStringList({u"nobody 0-86400"_s}));
    QCOMPARE(lines(coverage->policies.at(1).gaps), QStringList({u"nobody 0-86400"_s}));
    QCOMPARE(lines(coverage->policies.at(2).gaps), QStringList({u"caught2 0-86400"_s}));
    QCOMPARE(coverage->people.at(0).directPolicies, std::vector<int>{2});
}

void TestAccountCoverage::disabledServicesAndMaintenance()
{
    InventoryBuilder builder;
    builder.user(u"PU1"_s);
    Schedule &schedule = builder.schedule(u"PSCH1"_s, {u"PU1"_s});
    builder.entry(schedule, 10 * hour, 24 * hour, u"PU1"_s);
    builder.policy(u"PE1"_s, {{u"PSCH1"_s}});
    builder.service(u"PS1"_s, u"PE1"_s);
    builder.service(u"PS2"_s, u"PE1"_s).status = u"disabled"_s;
    MaintenanceWindow window;
    window.start = now + 4 * hour;
    window.end = now + 12 * hour;
    window.serviceIds = {u"PS1"_s, u"PS2"_s, u"PS9"_s};
    builder.rows().maintenanceWindows = {window};
    const auto coverage = computeCoverage(*builder.build(), oneDay());
    const CoveredService &active = coverage->services.at(0);
    QCOMPARE(lines(active.gaps), QStringList({u"nobody 0-14400"_s, u"(maintenance 14400-36000)"_s}));
    QCOMPARE(active.maintenance, IntervalSet({{now + 4 * hour, now + 12 * hour}}));
    QVERIFY(active.maintenanceKnown && !active.disabled);
    QVERIFY(coverage->services.at(1).disabled);
    QCOMPARE(lines(coverage->services.at(1).gaps), QStringList({u"(disabled 0-36000)"_s}));
    window.end.reset(); // without an end it lasts
    builder.rows().maintenanceWindows = {window};
    builder.setState(ResourceClass::MaintenanceWindows, CollectionState::Denied, ReasonCode::Permission);
    const auto endless = computeCoverage(*builder.build(), oneDay());
    QCOMPARE(endless->services.at(0).maintenance, IntervalSet({{now + 4 * hour, now + 24 * hour}}));
    QVERIFY(!endless->services.at(0).maintenanceKnown);
}

void TestAccountCoverage::servicesWithoutAPolicy()
{
    InventoryBuilder builder;
    builder.service(u"PS1"_s);
    builder.service(u"PS2"_s, u"PEGONE"_s);
    QCOMPARE(lines(computeCoverage(*builder.build(), oneDay())->services.at(0).gaps), QStringList({u"nobody 0-86400"_s}));
    QCOMPARE(lines(computeCoverage(*builder.build(), oneDay())->services.at(1).gaps), QStringList({u"nobody 0-86400"_s}));
    builder.setState(ResourceClass::EscalationPolicies, CollectionState::Partial, ReasonCode::Cap);
    const auto partial = computeCoverage(*builder.build(), oneDay());
    QCOMPARE(lines(partial->services.at(0).gaps), QStringList({u"nobody 0-86400"_s}));
    QCOMPARE(lines(partial->services.at(1).gaps), QStringList({u"(unknown 0-86400)"_s}));
    QCOMPARE(partial->services.at(1).policy, -1);
}

void TestAccountCoverage::bothGenerationsInOnePopulation()
{
    InventoryBuilder builder;
    builder.user(u"PU1"_s);
    builder.user(u"PU2"_s);
    Schedule &layers = builder.schedule(u"PSCH1"_s, {u"PU1"_s});
    builder.entry(layers, 0, 12 * hour, u"PU1"_s);
    Schedule &shifts = builder.schedule(u"PSCH2"_s);
    shifts.generation = ScheduleGeneration::ShiftBased;
    builder.entry(shifts, 10 * hour, 20 * hour, u"PU1"_s);
    builder.entry(shifts, 12 * hour, 16 * hour, u"PU2"_s); // shifts may overlap
    builder.entry(shifts, 20 * hour, 24 * hour, {}); // and name nobody
    EscalationPolicy &policy = builder.policy(u"PE1"_s, {{u"PSCH1"_s, u"PSCH2"_s}});
    policy.rules[0].targets[1].type = u"schedule_v3"_s;
    builder.service(u"PS1"_s, u"PE1"_s);
    const auto coverage = computeCoverage(*builder.build(), oneDay());
    QCOMPARE(lines(coverage->services.at(0).gaps), QStringList({u"nobody 72000-86400"_s}));
    QCOMPARE(coverage->policies.at(0).levels.at(0).schedules, (std::vector<int>{0, 1}));
    QCOMPARE(coverage->schedules.at(1).bars.size(), size_t(3));
}

void TestAccountCoverage::worstFirst()
{
    InventoryBuilder builder;
    builder.user(u"PU1"_s);
    const auto add = [&](const char *name, Instant until, bool enabled = true) {
        const QString number = QString::number(builder.rows().schedules.size());
        Schedule &schedule = builder.schedule(u"PSCH"_s + number, {u"PU1"_s});
        schedule.name = QLatin1String(name);
        builder.entry(schedule, 0, until, u"PU1"_s);
        builder.policy(u"PE"_s + number, {{schedule.id}}).name = QLatin1String(name);
        Service &service = builder.service(u"PS"_s + number, u"PE"_s + number);
        service.name = QLatin1String(name);
        if (!enabled)
            service.status = u"disabled"_s;
    };
    add("covered b", 24 * hour);
    add("worse", 2 * hour);
    add("covered a", 24 * hour);
    add("bad", 20 * hour);
    add("disabled", 0, false);
    const auto coverage = computeCoverage(*builder.build(), oneDay());
    QCOMPARE(worstServicesFirst(*coverage), (std::vector<int>{1, 3, 2, 0, 4}));
    QCOMPARE(worstSchedulesFirst(*coverage), (std::vector<int>{1, 3, 2, 0, 4}));
    QCOMPARE(worstPoliciesFirst(*coverage), (std::vector<int>{4, 1, 3, 2, 0})); // a policy is not disabled
}

void TestAccountCoverage::optionsOfASnapshot()
{
    SnapshotInfo info;
    info.asOf = now;
    info.parameters.scheduleCoverageDays = 90;
    info.parameters.minGapSeconds = 300;
    const CoverageOptions options = coverageOptions(info);
    QCOMPARE(options.window, (Interval{now, now + 90 * secondsPerDay}));
    QCOMPARE(options.minGapSeconds, 300);
}

/// What must hold whatever the account: stretches and gaps fit together, and the union of the levels is the whole.
void TestAccountCoverage::randomAccountsHoldTogether()
{
    Prng prng(4);
    for (int run = 0; run < 200; ++run) {
        InventoryBuilder builder;
        builder.user(u"PU1"_s);
        for (int i = 0; i < 4; ++i) {
            Schedule &schedule = builder.schedule(u"PSCH%1"_s.arg(i), {u"PU1"_s});
            for (int n = prng.below(8); n > 0; --n) {
                const Instant from = prng.below(24 * int(hour));
                builder.entry(schedule, from, from + prng.below(6 * int(hour)), prng.chance(80) ? u"PU1"_s : u"PGONE"_s);
            }
            if (prng.chance(20))
                schedule.renderedUntil = now + prng.below(30 * int(hour));
        }
        builder.policy(u"PE1"_s, {{u"PSCH0"_s, u"PSCH1"_s}, {u"PSCH2"_s}, {u"PSCH3"_s}});
        const auto coverage = computeCoverage(*builder.build(), oneDay());
        const CoveredPolicy &policy = coverage->policies.at(0);
        IntervalSet live, possible;
        for (const CoveredLevel &level : policy.levels) {
            live = live.united(level.coverage.live);
            possible = possible.united(level.coverage.possible());
        }
        QCOMPARE(policy.effective.live, live);
        Instant reached = now;
        std::vector<Interval> answered, nobody;
        for (const LevelStretch &stretch : policy.stretches) {
            QCOMPARE(stretch.start, reached);
            QVERIFY(stretch.start < stretch.end);
            reached = stretch.end;
            if (stretch.level >= 0)
                answered.push_back({stretch.start, stretch.end});
            else if (stretch.level == nobodyLevel)
                nobody.push_back({stretch.start, stretch.end});
        }
        QCOMPARE(reached, now + 24 * hour);
        QCOMPARE(IntervalSet(answered), live);
        QCOMPARE(IntervalSet(nobody), possible.complementIn(coverage->window()));
    }
}

QTEST_APPLESS_MAIN(TestAccountCoverage)
#include "tst_accountcoverage.moc"
