// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/gaplist.h"
#include "core/coverage/pagingpath.h"
#include "core/coverage/schedulerecomputation.h"
#include "core/snapshot/snapshotarchive.h"

#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

/// The sample account that users see first: what was collected is enough, and the engine finds what was put there.
class TestSampleCoverage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyLayeredScheduleRecomputesAsRendered();
    void maintenanceIsRead();
    void gapOfTheWeekBetweenTwoClockChanges();
    void nobodyAndAnotherLevelAreToldApart();

private:
    const CoveredService &service(const char *name) const;

    std::shared_ptr<const Inventory> m_inventory;
    std::shared_ptr<const AccountCoverage> m_coverage;
};

void TestSampleCoverage::initTestCase()
{
    const auto snapshot = openSnapshotArchive(qEnvironmentVariable("PDSI_SOURCE_DIR") + u"/resources/sample/sample.pdsnap"_s);
    QVERIFY(snapshot.ok());
    m_inventory = Inventory::load(*snapshot);
    m_coverage = computeCoverage(*m_inventory, coverageOptions(m_inventory->info()));
}

const CoveredService &TestSampleCoverage::service(const char *name) const
{
    static const CoveredService none;
    for (const CoveredService &row : m_coverage->services) {
        if (row.policy >= 0 && m_coverage->policies[size_t(row.policy)].name == QLatin1String(name) && !row.disabled)
            return row;
    }
    return none;
}

void TestSampleCoverage::everyLayeredScheduleRecomputesAsRendered()
{
    int recomputed = 0, shiftBased = 0;
    for (const Schedule &schedule : m_inventory->schedules) {
        const RecomputedSchedule result = recompute(schedule, m_coverage->window());
        if (schedule.generation == ScheduleGeneration::ShiftBased) {
            QCOMPARE(result.notRecomputed, std::optional(NotRecomputed::ShiftBased));
            ++shiftBased;
            continue;
        }
        QVERIFY2(!result.notRecomputed, qPrintable(schedule.name));
        QVERIFY2(result.differences.empty(), qPrintable(schedule.name));
        QCOMPARE(result.compared, m_coverage->window());
        ++recomputed;
    }
    QVERIFY(recomputed >= 17 && shiftBased >= 3);
}

void TestSampleCoverage::maintenanceIsRead()
{
    int inMaintenance = 0;
    for (const CoveredService &row : m_coverage->services)
        inMaintenance += row.maintenance.isEmpty() ? 0 : 1;
    QCOMPARE(inMaintenance, 1);
    QCOMPARE(m_inventory->maintenanceWindows.size(), size_t(1));
}

/// Europe hands over to the Americas at 19:00 in Amsterdam, which is an hour early in the week between the changes.
void TestSampleCoverage::gapOfTheWeekBetweenTwoClockChanges()
{
    const CoveredService &row = service("Fleet Follow the Sun");
    QVERIFY(!row.gaps.empty());
    for (const CoverageGap &gap : row.gaps) {
        QCOMPARE(gap.seconds(), qint64(3'600));
        QCOMPARE(gap.kind, GapKind::Nobody);
        QVERIFY(gap.start >= *parseInstant(u"2026-10-25T01:00:00Z") && gap.end <= *parseInstant(u"2026-11-01T13:00:00Z"));
    }
    const PagingPath path = pagingPathAt(*m_inventory, *m_coverage, row.id, row.gaps.front().start);
    QCOMPARE(path.end, PagingEnd::NobodyOnCall);
}

void TestSampleCoverage::nobodyAndAnotherLevelAreToldApart()
{
    QVERIFY(gapSeconds(service("Customs").gaps, GapKind::Nobody) > 0); // both levels are the same schedule
    const CoveredService &payments = service("Payments");
    QVERIFY(gapSeconds(payments.gaps, GapKind::CaughtByLevel) > 0); // five minutes a day, level 2 is there
    QCOMPARE(gapSeconds(payments.gaps, GapKind::Nobody), qint64(0));
    bool listed = false;
    for (const GapListEntry &entry : gapList(*m_coverage)) {
        listed = listed || (entry.subject == GapSubject::Schedule && entry.kind == GapKind::CaughtByLevel
                            && m_coverage->schedules[size_t(entry.index)].name == u"Payments Primary"_s);
    }
    QVERIFY(listed);
}

QTEST_APPLESS_MAIN(TestSampleCoverage)
#include "tst_samplecoverage.moc"
