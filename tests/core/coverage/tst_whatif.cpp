// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/accountcoverage.h"
#include "core/coverage/pagingpath.h"

#include "core/snapshot/snapshotarchive.h"
#include "tests/support/inventorybuilder.h"

#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

namespace {

constexpr Instant now = InventoryBuilder::now;
constexpr Instant hour = 3'600;

/// Ada and Bob take turns on PSCH1, Bob alone is on PSCH2; policies over both and over people.
InventoryBuilder madeAccount()
{
    InventoryBuilder builder;
    for (const QString &id : {u"PADA"_s, u"PBOB"_s, u"PCID"_s})
        builder.user(id);
    Schedule &shared = builder.schedule(u"PSCH1"_s, {u"PADA"_s, u"PBOB"_s});
    for (int turn = 0; turn < 4; ++turn)
        builder.entry(shared, turn * 12 * hour, (turn + 1) * 12 * hour, turn % 2 ? u"PBOB"_s : u"PADA"_s);
    builder.entry(builder.schedule(u"PSCH2"_s, {u"PBOB"_s}), 0, 40 * hour, u"PBOB"_s);
    builder.schedule(u"PSCH3"_s, {u"PBOB"_s}).finalEntries.reset(); // nobody knows
    builder.policy(u"PE1"_s, {{u"PSCH1"_s}, {u"PSCH2"_s, u"PADA"_s}});
    builder.policy(u"PE2"_s, {{u"PSCH2"_s}, {u"PCID"_s}});
    builder.policy(u"PE3"_s, {{u"PSCH3"_s}});
    for (int i = 1; i <= 3; ++i)
        builder.service(u"PS%1"_s.arg(i), u"PE%1"_s.arg(i));
    return builder;
}

CoverageOptions optionsOf(const WhatIf &whatIf = {})
{
    CoverageOptions options;
    options.window = {now, now + 48 * hour};
    options.whatIf = whatIf;
    return options;
}

/// The account as it would be read when these schedules had nobody, and these people were gone.
std::shared_ptr<const Inventory> edited(InventoryBuilder builder, const WhatIf &whatIf)
{
    Inventory &rows = builder.rows();
    const auto isGone = [&](const QString &id) { return whatIf.awayPeople.contains(id); };
    for (Schedule &schedule : rows.schedules) {
        if (whatIf.removedSchedules.contains(schedule.id)) {
            schedule.layers.clear();
            schedule.finalEntries = std::vector<ScheduleEntry>();
        }
        if (schedule.finalEntries) {
            for (ScheduleEntry &entry : *schedule.finalEntries)
                entry.userDeleted = entry.userDeleted || isGone(entry.userId);
        }
    }
    for (EscalationPolicy &policy : rows.policies) {
        for (EscalationRule &rule : policy.rules) {
            for (Reference &target : rule.targets)
                target.deleted = target.deleted || isGone(target.id);
        }
    }
    return builder.build();
}

bool same(const CoveredPerson &a, const CoveredPerson &b)
{
    return a.id == b.id && a.name == b.name && a.loadSeconds == b.loadSeconds && a.scheduledSeconds == b.scheduledSeconds
        && a.shifts == b.shifts && a.schedules == b.schedules && a.directPolicies == b.directPolicies
        && a.overlaps == b.overlaps && a.soleCover == b.soleCover && a.servicesAtRisk == b.servicesAtRisk;
}

/// Everything but the options, and how live the people who are away are.
void compare(const AccountCoverage &one, const AccountCoverage &other)
{
    for (size_t i = 0; i < one.schedules.size(); ++i) {
        QCOMPARE(one.schedules[i].bars, other.schedules[i].bars);
        QCOMPARE(one.schedules[i].coverage, other.schedules[i].coverage);
        QCOMPARE(one.schedules[i].gaps, other.schedules[i].gaps);
    }
    for (size_t i = 0; i < one.policies.size(); ++i) {
        QCOMPARE(one.policies[i].stretches, other.policies[i].stretches);
        QCOMPARE(one.policies[i].effective, other.policies[i].effective);
        QCOMPARE(one.policies[i].gaps, other.policies[i].gaps);
        QCOMPARE(one.policies[i].levels.size(), other.policies[i].levels.size());
        for (size_t level = 0; level < one.policies[i].levels.size(); ++level)
            QCOMPARE(one.policies[i].levels[level].people, other.policies[i].levels[level].people);
    }
    for (size_t i = 0; i < one.services.size(); ++i)
        QCOMPARE(one.services[i].gaps, other.services[i].gaps);
    QCOMPARE(one.people.size(), other.people.size());
    for (size_t i = 0; i < one.people.size(); ++i)
        QVERIFY2(same(one.people[i], other.people[i]), qPrintable(one.people[i].name));
}

} // namespace

class TestWhatIf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asIfEditedOut_data();
    void asIfEditedOut();
    void sampleAccount();
    void nothingMeansTheAccountAsItIs();
    void pagingFollows();
    void removedSchedulesAreCertainlyEmpty();
};

void TestWhatIf::asIfEditedOut_data()
{
    QTest::addColumn<QSet<QString>>("away");
    QTest::addColumn<QSet<QString>>("removed");
    QTest::newRow("a person on schedules") << QSet<QString>{u"PBOB"_s} << QSet<QString>{};
    QTest::newRow("a direct target") << QSet<QString>{u"PCID"_s} << QSet<QString>{};
    QTest::newRow("a schedule") << QSet<QString>{} << QSet<QString>{u"PSCH2"_s};
    QTest::newRow("everything") << QSet<QString>{u"PADA"_s, u"PBOB"_s, u"PCID"_s} << QSet<QString>{u"PSCH1"_s, u"PSCH3"_s};
    QTest::newRow("ids nobody has") << QSet<QString>{u"PNONE"_s} << QSet<QString>{u"PNONE"_s};
}

void TestWhatIf::asIfEditedOut()
{
    QFETCH(const QSet<QString>, away);
    QFETCH(const QSet<QString>, removed);
    const WhatIf whatIf{away, removed};
    const auto supposed = computeCoverage(*madeAccount().build(), optionsOf(whatIf));
    const auto real = computeCoverage(*edited(madeAccount(), whatIf), optionsOf());
    compare(*supposed, *real);
    QCOMPARE(supposed->options.whatIf, whatIf);
}

void TestWhatIf::sampleAccount()
{
    const auto snapshot = openSnapshotArchive(qEnvironmentVariable("PDSI_SOURCE_DIR") + u"/resources/sample/sample.pdsnap"_s);
    QVERIFY(snapshot.ok());
    const auto inventory = Inventory::load(*snapshot);
    const auto before = computeCoverage(*inventory, coverageOptions(inventory->info()));
    const CoveredPerson &busiest = before->people[size_t(busiestPeopleFirst(*before).front())];
    QVERIFY(!busiest.servicesAtRisk.empty());
    CoverageOptions options = coverageOptions(inventory->info());
    options.whatIf.awayPeople = {busiest.id};
    const auto supposed = computeCoverage(*inventory, options);
    for (const int service : busiest.servicesAtRisk)
        QVERIFY(gapSeconds(supposed->services[size_t(service)].gaps, GapKind::Nobody)
                > gapSeconds(before->services[size_t(service)].gaps, GapKind::Nobody));
    options.whatIf = {};
    compare(*computeCoverage(*inventory, options), *before);
}

void TestWhatIf::nothingMeansTheAccountAsItIs()
{
    QVERIFY(WhatIf().isEmpty());
    QVERIFY(!(WhatIf{{u"PADA"_s}, {}}).isEmpty() && !(WhatIf{{}, {u"PSCH1"_s}}).isEmpty());
    QVERIFY(optionsOf() == optionsOf(WhatIf()));
    QVERIFY(!(optionsOf() == optionsOf(WhatIf{{u"PADA"_s}, {}})));
}

void TestWhatIf::pagingFollows()
{
    const auto inventory = madeAccount().build();
    const auto path = [&](const WhatIf &whatIf, const QString &service) {
        return pagingPathAt(*inventory, *computeCoverage(*inventory, optionsOf(whatIf)), service, now);
    };
    QCOMPARE(path({}, u"PS1"_s).steps.front().people.front().person, 0);
    const PagingPath away = path({{u"PADA"_s}, {}}, u"PS1"_s);
    QVERIFY(away.steps.front().skipped);
    QCOMPARE(away.steps[1].people.size(), size_t(1)); // only Bob, by PSCH2
    QCOMPARE(path({{}, {u"PSCH2"_s}}, u"PS2"_s).steps.front().skipped, true);
    const PagingPath nobody = path({{u"PCID"_s}, {u"PSCH2"_s}}, u"PS2"_s);
    QCOMPARE(nobody.end, PagingEnd::NobodyOnCall);
    QVERIFY(nobody.certain);
}

void TestWhatIf::removedSchedulesAreCertainlyEmpty()
{
    const auto inventory = madeAccount().build();
    const auto real = computeCoverage(*inventory, optionsOf());
    QCOMPARE(real->policies[2].gaps.front().kind, GapKind::Unknown);
    const auto supposed = computeCoverage(*inventory, optionsOf({{}, {u"PSCH3"_s}}));
    QCOMPARE(supposed->policies[2].gaps.size(), size_t(1));
    QCOMPARE(supposed->policies[2].gaps.front().kind, GapKind::Nobody);
    QCOMPARE(supposed->policies[2].gaps.front().seconds(), 48 * hour);
    QVERIFY(supposed->policies[2].gaps.front().counted);
}

QTEST_GUILESS_MAIN(TestWhatIf)
#include "tst_whatif.moc"
