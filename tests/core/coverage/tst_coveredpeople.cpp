// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/accountcoverage.h"

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

class TestCoveredPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loadAndOverlaps();
    void whoLeftCarriesNoLoad();
    void singlePointsOfFailure();
};

void TestCoveredPeople::loadAndOverlaps()
{
    InventoryBuilder builder;
    builder.user(u"PU1"_s);
    builder.user(u"PU2"_s);
    Schedule &first = builder.schedule(u"PSCH1"_s, {u"PU1"_s});
    builder.entry(first, 0, 4 * hour, u"PU1"_s);
    builder.entry(first, 4 * hour, 8 * hour, u"PU1"_s); // the same shift goes on
    builder.entry(first, 20 * hour, 22 * hour, u"PU1"_s);
    Schedule &second = builder.schedule(u"PSCH2"_s, {u"PU1"_s});
    builder.entry(second, 6 * hour, 10 * hour, u"PU1"_s);
    const auto coverage = computeCoverage(*builder.build(), oneDay());
    const CoveredPerson &person = coverage->people.at(0);
    QCOMPARE(person.loadSeconds, qint64(12 * hour));
    QCOMPARE(person.scheduledSeconds, qint64(14 * hour));
    QCOMPARE(person.shifts, 3);
    QCOMPARE(person.schedules, (std::vector<int>{0, 1}));
    QCOMPARE(person.overlaps, std::vector({PersonOverlap{now + 6 * hour, now + 8 * hour, 0, 1}}));
    QCOMPARE(busiestPeopleFirst(*coverage), std::vector<int>{0}); // the other one is never on call
}

void TestCoveredPeople::whoLeftCarriesNoLoad()
{
    InventoryBuilder builder;
    builder.user(u"PU1"_s);
    Schedule &schedule = builder.schedule(u"PSCH1"_s, {u"PU1"_s});
    builder.entry(schedule, 0, 4 * hour, u"PGONE"_s);
    builder.entry(schedule, 4 * hour, 24 * hour, u"PU1"_s);
    schedule.finalEntries->back().userDeleted = true; // says the reference, whatever the list says
    builder.policy(u"PE1"_s, {{u"PSCH1"_s}});
    builder.service(u"PS1"_s, u"PE1"_s);
    const auto coverage = computeCoverage(*builder.build(), oneDay());
    QCOMPARE(coverage->people.size(), size_t(2));
    for (const CoveredPerson &person : coverage->people)
        QVERIFY(person.loadSeconds == 0 && person.schedules.empty() && person.soleCover.empty());
    QVERIFY(busiestPeopleFirst(*coverage).empty());
}

void TestCoveredPeople::singlePointsOfFailure()
{
    InventoryBuilder builder;
    for (const auto &id : {u"PU1"_s, u"PU2"_s, u"PU3"_s})
        builder.user(id);
    Schedule &schedule = builder.schedule(u"PSCH1"_s, {u"PU1"_s});
    builder.entry(schedule, 0, 6 * hour, u"PU1"_s);
    builder.entry(schedule, 6 * hour, 24 * hour, u"PU2"_s);
    builder.policy(u"PE1"_s, {{u"PSCH1"_s}}); // each alone in turn
    builder.policy(u"PE2"_s, {{u"PSCH1"_s}, {u"PU2"_s}}); // the second is there at all times
    builder.policy(u"PE3"_s, {{u"PSCH1"_s}, {u"PU2"_s, u"PU3"_s}}); // never anybody alone
    builder.policy(u"PE4"_s, {{u"PU3"_s}}); // no active service
    for (int i = 1; i <= 4; ++i)
        builder.service(u"PS%1"_s.arg(i), u"PE%1"_s.arg(i)).status = i == 4 ? u"disabled"_s : u"active"_s;
    const auto coverage = computeCoverage(*builder.build(), oneDay());
    QCOMPARE(coverage->people.at(0).soleCover, std::vector({SoleCover{0, 6 * hour, now}}));
    QCOMPARE(coverage->people.at(0).servicesAtRisk, std::vector<int>{0});
    QCOMPARE(coverage->people.at(1).soleCover,
             std::vector({SoleCover{0, 18 * hour, now + 6 * hour}, SoleCover{1, 18 * hour, now + 6 * hour}}));
    QCOMPARE(coverage->people.at(1).servicesAtRisk, (std::vector<int>{0, 1}));
    QVERIFY(coverage->people.at(2).soleCover.empty());
    QCOMPARE(busiestPeopleFirst(*coverage), (std::vector<int>{1, 0, 2}));
    schedule.finalEntries->clear();
    schedule.renderedUntil = schedule.renderedFrom; // who else is there is not known: nobody is certainly alone
    QVERIFY(computeCoverage(*builder.build(), oneDay())->people.at(1).soleCover.empty());
}

QTEST_APPLESS_MAIN(TestCoveredPeople)
#include "tst_coveredpeople.moc"
