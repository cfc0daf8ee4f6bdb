// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/timeline/timelinefixture.h"
#include "ui/timeline/recomputedschedules.h"
#include "ui/timeline/timelinelabels.h"
#include "ui/timeline/timelinetips.h"
#include "ui/timeline/timelinewords.h"

#include <QSignalSpy>
#include <QTest>

using namespace pdsi;

using Kind = TimelineItem::Kind;

class TestTimelineTips : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tipsTellWhoUntilWhenAndWhy();
    void handoffsTellFromWhomToWhom();
    void layersAreFoundByRecomputing();
    void differencesFromTheRulesAreTold();
    void hostileNamesAreEscaped();
};

namespace {

constexpr Instant day = TimelineFixture::day;
constexpr Instant now = TimelineFixture::now;

/// A schedule whose only layer names PANA and PBEN in turn, two days each, rendered as it should be but for `stranger`
/// on the fifth day.
int addRotation(TimelineFixture &fixture, const QString &stranger)
{
    Schedule &schedule = fixture.builder.schedule(QStringLiteral("PSCH7"), {QStringLiteral("PANA"), QStringLiteral("PBEN")});
    schedule.timeZone = QStringLiteral("Europe/Berlin");
    schedule.renderedUntil = now + 10 * day;
    schedule.overrides.emplace();
    ScheduleLayer &layer = schedule.layers.front();
    layer.name = QStringLiteral("Two <days>");
    layer.start = layer.virtualStart = now;
    layer.turnSeconds = 2 * day;
    layer.restrictions.emplace();
    for (int i = 0; i < 10; ++i)
        InventoryBuilder::entry(schedule, i * day, (i + 1) * day, i == 4 ? stranger : i / 2 % 2 == 0 ? QStringLiteral("PANA") : QStringLiteral("PBEN"));
    fixture.finish();
    return fixture.layout(TimelineGrouping::Schedule).rowOf(QStringLiteral("schedule"), QStringLiteral("PSCH7"));
}

} // namespace

void TestTimelineTips::tipsTellWhoUntilWhenAndWhy()
{
    TimelineFixture fixture;
    fixture.builder.rows().users[0].timeZone = QStringLiteral("America/New_York");
    fixture.finish();
    const TimelineLayout layout = fixture.layout(TimelineGrouping::Service);
    RecomputedSchedules recomputed;
    recomputed.setData(fixture.data);
    const TimelineTips tips(layout, QTimeZone("Europe/Berlin"), recomputed);
    const QStringList bar = tips.forItem({Kind::Bar, 3, 0}, now);
    QCOMPARE(bar.at(0), QStringLiteral("PANA Lindqvist"));
    QCOMPARE(bar.at(1), QStringLiteral("First line"));
    QCOMPARE(bar.at(2), QStringLiteral("Mon 2 Mar 2026 13:30 to Wed 4 Mar 2026 13:30 CET"));
    QVERIFY(bar.contains(QStringLiteral("For this person: Mon 2 Mar 2026 07:30 to Wed 4 Mar 2026 07:30 EST")));
    const QStringList gap = tips.forItem({Kind::Gap, 3, 1}, now);
    QCOMPARE(gap.at(0), QStringLiteral("Nobody on call, 12 h"));
    QVERIFY(gap.contains(QStringLiteral("Both lines: nobody for 12 h")));
    QVERIFY(tips.forItem({Kind::Gap, 3, 0}, now).contains(QStringLiteral("Both lines: level 2 answers")));
    QVERIFY(tips.forItem({Kind::Gap, 2, 0}, now).contains(QStringLiteral("Level 2 is paged instead.")));
    QVERIFY(tips.forItem({Kind::Row, 0, -1}, now).contains(QStringLiteral("1 gap, 5 d")));
    QCOMPARE(tips.handoffAt(3, now + 3 * day, 60), -1); // from nobody
    const QString spoken = spokenName(layout, {Kind::Gap, 3, 1}, QTimeZone("Europe/Berlin"));
    QCOMPARE(spoken, QStringLiteral("Gap on First line, from Sun 8 Mar 2026 13:30 to Mon 9 Mar 2026 01:30 CET, 12 hours. "
                                    "Nobody is paged for all or some of it: no other level covers the whole gap."));
}

void TestTimelineTips::handoffsTellFromWhomToWhom()
{
    TimelineFixture fixture;
    const int row = addRotation(fixture, QStringLiteral("PANA"));
    const TimelineLayout layout = fixture.layout(TimelineGrouping::Schedule);
    RecomputedSchedules recomputed;
    recomputed.setData(fixture.data);
    const TimelineTips tips(layout, QTimeZone("Europe/Berlin"), recomputed);
    const int bar = tips.handoffAt(row, now + 2 * day - 40, 60);
    QVERIFY(bar >= 0);
    QCOMPARE(layout.bars(row)[size_t(bar)].start, now + 2 * day);
    QCOMPARE(tips.forHandoff(row, bar), (QStringList{QStringLiteral("Handoff"), QStringLiteral("Wed 4 Mar 2026 13:30 CET"),
                                                     QStringLiteral("From PANA Lindqvist to PBEN Lindqvist"), QStringLiteral("PSCH7")}));
    QCOMPARE(tips.handoffAt(row, now + 2 * day - 90, 60), -1);
    QCOMPARE(tips.handoffAt(row, now + day, 60), -1); // PANA goes on
}

void TestTimelineTips::layersAreFoundByRecomputing()
{
    TimelineFixture fixture;
    const int row = addRotation(fixture, QStringLiteral("PANA"));
    const TimelineLayout layout = fixture.layout(TimelineGrouping::Schedule);
    RecomputedSchedules recomputed;
    recomputed.setData(fixture.data);
    const TimelineTips tips(layout, QTimeZone::utc(), recomputed);
    CoverageBar bar = layout.bars(row).front();
    bar.layer = -1; // the answer does not say
    bar.source = EntrySource::NotSaid;
    QCOMPARE(tips.sourceWords(row, bar), QStringLiteral("Layer: Two <days>"));
    bar.source = EntrySource::Override;
    QCOMPARE(tips.sourceWords(row, bar), QStringLiteral("Override"));
    QVERIFY(recomputed.differences(layout.row(row).index));
    QVERIFY(recomputed.differences(layout.row(row).index)->empty());
}

void TestTimelineTips::differencesFromTheRulesAreTold()
{
    TimelineFixture fixture;
    const int row = addRotation(fixture, QStringLiteral("PCLEO"));
    const TimelineLayout layout = fixture.layout(TimelineGrouping::Schedule);
    const int schedule = layout.row(row).index;
    RecomputedSchedules recomputed;
    recomputed.setData(fixture.data);
    QVERIFY(!recomputed.differences(schedule));
    QSignalSpy found(&recomputed, &RecomputedSchedules::differencesFound);
    recomputed.want({0, schedule}); // the first one cannot be recomputed
    QTRY_COMPARE(found.count(), 1);
    QVERIFY(!recomputed.differences(0));
    QCOMPARE(*recomputed.differences(schedule), (std::vector<Interval>{{now + 4 * day, now + 5 * day}}));
    const TimelineTips tips(layout, QTimeZone::utc(), recomputed);
    QVERIFY(tips.forItem({Kind::Row, row, -1}, now)
                .contains(QStringLiteral("For 1 d PagerDuty rendered something else than the schedule's rules give.")));
    const TimelineItem item = layout.itemAt(450, layout.rowTop(row) + 10, TimelineScale::showing({now, now + 10 * day}, 1000));
    QVERIFY(tips.forItem(item, now + 4 * day + 60)
                .contains(QStringLiteral("PagerDuty rendered PCLEO Lindqvist; by the schedule's rules it is PANA Lindqvist.")));
}

void TestTimelineTips::hostileNamesAreEscaped()
{
    const QString html = TimelineTips::asHtml({QStringLiteral("<img src=x>"), QStringLiteral("a & b")});
    QCOMPARE(html, QStringLiteral("<b>&lt;img src=x&gt;</b><br>a &amp; b"));
    QVERIFY(!TimelineLabels::forms(QStringLiteral("a\u202Eb\nc")).first().contains(QChar(0x202E)));
}

QTEST_GUILESS_MAIN(TestTimelineTips)
#include "tst_timelinetips.moc"
