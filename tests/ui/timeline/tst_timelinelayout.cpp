// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/zonedtime.h"
#include "tests/support/prng.h"
#include "tests/ui/timeline/timelinefixture.h"
#include "ui/theme/persontheme.h"
#include "ui/theme/timelinetheme.h"
#include "ui/timeline/timelinelabels.h"
#include "ui/timeline/timelinenavigation.h"
#include "ui/timeline/timelineoverview.h"
#include "ui/timeline/timelinesearch.h"
#include "ui/timeline/timelinestate.h"
#include "ui/timeline/timelinewords.h"

#include <QSet>
#include <QTest>

#include <cmath>

using namespace pdsi;

using Kind = TimelineItem::Kind;

class TestTimelineLayout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void servicesAreGroupedWorstFirst();
    void gapsOfASchedulesRowAreWhatItsPolicyMakesOfThem();
    void everyGroupingShowsEverySchedule();
    void onlyRowsWithGaps();
    void rowsLieBelowEachOther();
    void visibleBarsAreFoundByTime();
    void hitsWhatIsThere();
    void tinyGapsStayVisibleAndHittable();
    void overlappingShiftsGetLanes();
    void keysWalkOverBarsAndGaps();
    void gapsAreVisitedInOrder();
    void overviewCountsRows();
    void searchFindsPeopleAndRows();
    void zonesComeFromTheSchedules();
    void coloursAreStableAndReadable();
    void namesAreShortenedToFit();
    void stateSurvives();
};

namespace {

constexpr Instant day = TimelineFixture::day;
constexpr Instant now = TimelineFixture::now;

QStringList names(const TimelineLayout &layout)
{
    QStringList result;
    for (const TimelineRow &row : layout.rows())
        result << QString(row.group >= 0 ? 1 : 0, QLatin1Char(' ')) + rowName(layout.data(), row);
    return result;
}

double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &color) {
        const auto part = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
    };
    const double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
    return std::max(x, y) / std::min(x, y);
}

} // namespace

void TestTimelineLayout::servicesAreGroupedWorstFirst()
{
    const TimelineFixture fixture;
    const TimelineLayout layout = fixture.layout(TimelineGrouping::Service);
    const QStringList expected{QStringLiteral("Archive"), QStringLiteral(" Second line"), QStringLiteral("Shop"), QStringLiteral(" First line"),
                               QStringLiteral(" Second line")};
    QCOMPARE(names(layout), expected);
    QVERIFY(layout.row(0).heading && !layout.row(1).heading);
    QCOMPARE(layout.row(4).group, 2);
    QCOMPARE(int(layout.row(4).level), 1);
    // Shop: on day 2 level 2 answers; on day 6 nobody does.
    const std::span<const CoverageGap> gaps = layout.gaps(2);
    QCOMPARE(gaps.size(), size_t(2));
    QCOMPARE(gaps[0], (CoverageGap{now + 2 * day, now + 3 * day, GapKind::CaughtByLevel, 1, true}));
    QCOMPARE(gaps[1], (CoverageGap{now + 6 * day, now + 6 * day + day / 2, GapKind::Nobody, -1, true}));
    QCOMPARE(layout.row(0).summary.kind, GapKind::Nobody);
    QCOMPARE(layout.row(0).summary.longest, 5 * day);
    QCOMPARE(summaryWords(layout.row(0).summary), QStringLiteral("1 gap, 5 d"));
}

void TestTimelineLayout::gapsOfASchedulesRowAreWhatItsPolicyMakesOfThem()
{
    const TimelineFixture fixture;
    const TimelineLayout services = fixture.layout(TimelineGrouping::Service), schedules = fixture.layout(TimelineGrouping::Schedule);
    const int below = services.rowOf(QStringLiteral("schedule"), QStringLiteral("PSCH2")); // of Archive
    QCOMPARE(services.gaps(below).front().kind, GapKind::Nobody);
    // Below Shop the same gap is partly nobody's too (day 6), while the first one of PSCH1 is caught.
    QCOMPARE(services.gaps(3).front().kind, GapKind::CaughtByLevel);
    QCOMPARE(int(services.gaps(3).front().level), 1);
    QCOMPARE(names(schedules).first(), QStringLiteral("Second line"));
    QCOMPARE(schedules.row(0).summary.kind, GapKind::Nobody);
}

void TestTimelineLayout::everyGroupingShowsEverySchedule()
{
    TimelineFixture fixture;
    Team team;
    team.id = QStringLiteral("PTEAM1");
    team.name = QStringLiteral("Web");
    fixture.builder.rows().teams.push_back(team);
    fixture.builder.rows().policies[1].teamIds = {team.id};
    fixture.finish();
    for (const TimelineGrouping grouping : {TimelineGrouping::Service, TimelineGrouping::Policy, TimelineGrouping::Team, TimelineGrouping::Schedule}) {
        const TimelineLayout layout = fixture.layout(grouping);
        QVERIFY(layout.rowOf(QStringLiteral("schedule"), QStringLiteral("PSCH1")) >= 0);
        QVERIFY(layout.rowOf(QStringLiteral("schedule"), QStringLiteral("PSCH2")) >= 0);
    }
    const QStringList expected{QStringLiteral("Web"), QStringLiteral(" Second line"), QStringLiteral("Without a team"), QStringLiteral(" First line")};
    QCOMPARE(names(fixture.layout(TimelineGrouping::Team)), expected);
}

void TestTimelineLayout::onlyRowsWithGaps()
{
    TimelineFixture fixture;
    Schedule &always = fixture.builder.schedule(QStringLiteral("PSCH3"), {QStringLiteral("PANA")});
    always.renderedUntil = now + 10 * day;
    InventoryBuilder::entry(always, 0, 10 * day, QStringLiteral("PANA"));
    fixture.builder.policy(QStringLiteral("PEP3"), {{QStringLiteral("PSCH3")}});
    fixture.builder.service(QStringLiteral("PSRV3"), QStringLiteral("PEP3"));
    fixture.finish();
    QCOMPARE(fixture.layout(TimelineGrouping::Schedule).rowCount(), 3);
    QCOMPARE(fixture.layout(TimelineGrouping::Schedule, true).rowCount(), 2);
    QCOMPARE(fixture.layout(TimelineGrouping::Service).rowCount(), 7);
    QCOMPARE(fixture.layout(TimelineGrouping::Service, true).rowCount(), 5); // what answers for them stays
}

void TestTimelineLayout::rowsLieBelowEachOther()
{
    const TimelineFixture fixture;
    const TimelineLayout layout = fixture.layout(TimelineGrouping::Service);
    for (int row = 0; row < layout.rowCount(); ++row) {
        QCOMPARE(layout.rowAt(layout.rowTop(row)), row);
        QCOMPARE(layout.rowAt(layout.rowTop(row + 1) - 1), row);
    }
    QCOMPARE(layout.rowAt(-1), -1);
    QCOMPARE(layout.rowAt(layout.height()), -1);
    QCOMPARE(layout.rowsIn(layout.rowTop(1) + 1, layout.rowTop(3)), (IndexRange{1, 3}));
    QCOMPARE(layout.rowsIn(-500, 5), (IndexRange{0, 1}));
    QCOMPARE(layout.rowsIn(layout.height(), layout.height() + 9), IndexRange());
}

void TestTimelineLayout::visibleBarsAreFoundByTime()
{
    TimelineFixture fixture;
    Prng prng(11);
    Schedule &busy = fixture.builder.schedule(QStringLiteral("PSCH4"), {QStringLiteral("PANA")});
    busy.renderedUntil = now + 10 * day;
    for (int i = 0; i < 300; ++i) { // overlapping ones too
        const Instant start = prng.below(int(10 * day - 10));
        InventoryBuilder::entry(busy, start, std::min<Instant>(10 * day, start + 60 + prng.below(int(day))), QStringLiteral("PANA"));
    }
    fixture.finish();
    const TimelineLayout layout = fixture.layout(TimelineGrouping::Schedule);
    for (int round = 0; round < 300; ++round) {
        const int row = prng.below(layout.rowCount());
        const Instant from = now + prng.below(int(10 * day)), to = from + 1 + prng.below(int(day));
        const IndexRange found = layout.barsIn(row, {from, to});
        const std::span<const CoverageBar> bars = layout.bars(row);
        for (int i = 0; i < int(bars.size()); ++i) {
            const bool touches = bars[size_t(i)].end > from && bars[size_t(i)].start < to;
            QVERIFY(!touches || (i >= found.first && i < found.last));
        }
        const IndexRange gaps = layout.gapsIn(row, {from, to});
        for (int i = 0; i < int(layout.gaps(row).size()); ++i) {
            const CoverageGap &gap = layout.gaps(row)[size_t(i)];
            QCOMPARE(i >= gaps.first && i < gaps.last, gap.end > from && gap.start < to);
        }
    }
}

void TestTimelineLayout::hitsWhatIsThere()
{
    const TimelineFixture fixture;
    const TimelineLayout layout = fixture.layout(TimelineGrouping::Schedule);
    const int row = layout.rowOf(QStringLiteral("schedule"), QStringLiteral("PSCH1"));
    const TimelineScale scale = TimelineScale::showing({now, now + 10 * day}, 1000);
    const int middle = layout.rowTop(row) + layout.rowHeight(row) / 2;
    QCOMPARE(layout.itemAt(100, middle, scale), (TimelineItem{Kind::Bar, row, 0}));
    QCOMPARE(layout.itemAt(250, middle, scale), (TimelineItem{Kind::Gap, row, 0}));
    QCOMPARE(layout.itemAt(500, middle, scale), (TimelineItem{Kind::Bar, row, 1}));
    QCOMPARE(layout.itemAt(500, layout.height() + 5, scale), TimelineItem());
    QCOMPARE(layout.extent({Kind::Gap, row, 0}), (Interval{now + 2 * day, now + 3 * day}));
    QCOMPARE(layout.barRect(row, 0, scale).left(), 0.0);
    QCOMPARE(layout.barRect(row, 0, scale).right(), 200.0);
}

void TestTimelineLayout::tinyGapsStayVisibleAndHittable()
{
    TimelineFixture fixture;
    Schedule &row5 = fixture.builder.schedule(QStringLiteral("PSCH5"), {QStringLiteral("PANA")});
    row5.renderedUntil = now + 10 * day;
    InventoryBuilder::entry(row5, 0, 4 * day, QStringLiteral("PANA"));
    InventoryBuilder::entry(row5, 4 * day + 300, 10 * day, QStringLiteral("PANA"));
    fixture.finish();
    const TimelineLayout layout = fixture.layout(TimelineGrouping::Schedule);
    const int row = layout.rowOf(QStringLiteral("schedule"), QStringLiteral("PSCH5"));
    const TimelineScale quarter = TimelineScale::showing({now - 40 * day, now + 50 * day}, 1000);
    const QRectF rect = layout.gapRect(row, 0, quarter);
    QVERIFY(rect.width() >= TimelineMetrics::narrowestGap);
    QCOMPARE(layout.itemAt(rect.left() - 1, layout.rowTop(row) + 5, quarter).kind, Kind::Gap);
    QCOMPARE(layout.itemAt(rect.left() - 20, layout.rowTop(row) + 12, quarter).kind, Kind::Bar);
}

void TestTimelineLayout::overlappingShiftsGetLanes()
{
    TimelineFixture fixture;
    Schedule &shifts = fixture.builder.schedule(QStringLiteral("PSCH6"), {QStringLiteral("PANA")});
    shifts.generation = ScheduleGeneration::ShiftBased;
    shifts.renderedUntil = now + 10 * day;
    InventoryBuilder::entry(shifts, 0, 5 * day, QStringLiteral("PANA"));
    InventoryBuilder::entry(shifts, day, 2 * day, QStringLiteral("PBEN"));
    InventoryBuilder::entry(shifts, 5 * day, 10 * day, QStringLiteral("PBEN"));
    fixture.finish();
    const TimelineLayout layout = fixture.layout(TimelineGrouping::Schedule);
    const int row = layout.rowOf(QStringLiteral("schedule"), QStringLiteral("PSCH6"));
    QCOMPARE(fixture.data->laneCount(layout.row(row).index), 2);
    const TimelineScale scale = TimelineScale::showing({now, now + 10 * day}, 1000);
    QVERIFY(!layout.barRect(row, 0, scale).intersects(layout.barRect(row, 1, scale)));
    QCOMPARE(layout.barRect(row, 2, scale).top(), layout.barRect(row, 0, scale).top());
    QVERIFY(layout.rowHeight(row) >= 2 * layout.metrics().laneHeight());
}

void TestTimelineLayout::keysWalkOverBarsAndGaps()
{
    const TimelineFixture fixture;
    const TimelineLayout layout = fixture.layout(TimelineGrouping::Schedule);
    const int row = layout.rowOf(QStringLiteral("schedule"), QStringLiteral("PSCH1"));
    const std::vector<TimelineItem> expected{{Kind::Bar, row, 0}, {Kind::Gap, row, 0}, {Kind::Bar, row, 1}, {Kind::Gap, row, 1}, {Kind::Bar, row, 2}};
    QCOMPARE(itemsInRow(layout, row), expected);
    TimelineItem at = expected.front();
    for (size_t i = 1; i < expected.size(); ++i) {
        at = neighbour(layout, at, 1, now);
        QCOMPARE(at, expected[i]);
    }
    QCOMPARE(neighbour(layout, at, 1, now), at);
    QCOMPARE(neighbour(layout, {Kind::Row, row, -1}, 1, now + 2 * day + 5), expected[1]);
    QCOMPARE(itemNear(layout, row, now - 99 * day), expected.front());
}

void TestTimelineLayout::gapsAreVisitedInOrder()
{
    const TimelineFixture fixture;
    const TimelineLayout layout = fixture.layout(TimelineGrouping::Service);
    const GapSequence gaps(layout);
    QCOMPARE(gaps.size(), 3); // the services' own: not again those of their schedules
    QCOMPARE(gaps.sizeOfWorst(), 2);
    const TimelineItem caught{Kind::Gap, 2, 0}, archive{Kind::Gap, 0, 0}, shop{Kind::Gap, 2, 1};
    QCOMPARE(gaps.after({}, now, false), caught);
    QCOMPARE(gaps.after(caught, now, false), archive);
    QCOMPARE(gaps.after(archive, now, false), shop);
    QCOMPARE(gaps.after(shop, now, false), caught); // begins anew
    QCOMPARE(gaps.before(caught, now, false), shop);
    QCOMPARE(gaps.after(shop, now, true), archive); // where nobody is paged
    QCOMPARE(gaps.before({}, now + 6 * day, false), archive);
    QCOMPARE(gaps.worst(), archive);
    QCOMPARE(gaps.positionOf(shop), std::optional<int>(2));
    QCOMPARE(GapSequence(fixture.layout(TimelineGrouping::Schedule)).size(), 3);
    QCOMPARE(GapSequence().worst(), TimelineItem());
}

void TestTimelineLayout::overviewCountsRows()
{
    const TimelineFixture fixture;
    const TimelineOverview overview(fixture.layout(TimelineGrouping::Service), 100);
    // Ten columns a day. Archive: nobody from day 5; Shop: caught on day 2, nobody in the first half of day 6.
    const std::vector<TimelineOverview::Mark> expected{{50, 60, GapKind::Nobody, 0, 0.5}, {60, 65, GapKind::Nobody, 0, 1},
                                                       {65, 100, GapKind::Nobody, 0, 0.5}, {20, 30, GapKind::CaughtByLevel, 0, 0.5}};
    QCOMPARE(overview.marks(), expected);
    QVERIFY(TimelineOverview(TimelineLayout(), 100).marks().empty());
}

void TestTimelineLayout::searchFindsPeopleAndRows()
{
    const TimelineFixture fixture;
    const TimelineLayout layout = fixture.layout(TimelineGrouping::Service);
    const TimelineSearch person(layout, QStringLiteral(" pben "));
    QVERIFY(person.isActive());
    QCOMPARE(person.rowsFound(), 1);
    QVERIFY(person.rowHasMatch(3) && !person.rowMatches(3) && !person.rowHasMatch(4));
    QVERIFY(person.personMatches(fixture.data->coverage().personIndex(QStringLiteral("PBEN"))));
    QVERIFY(!person.personMatches(fixture.data->coverage().personIndex(QStringLiteral("PANA"))));
    QCOMPARE(TimelineSearch(layout, QStringLiteral("second")).rowsFound(), 2);
    QVERIFY(!TimelineSearch(layout, QStringLiteral("  ")).isActive());
    QCOMPARE(TimelineSearch(layout, QStringLiteral("nowhere")).rowsFound(), 0);
}

void TestTimelineLayout::zonesComeFromTheSchedules()
{
    TimelineFixture fixture;
    QCOMPARE(fixture.data->accountZone().id(), QByteArray("Europe/Berlin"));
    fixture.builder.rows().schedules[0].timeZone = QStringLiteral("Nowhere/At all");
    fixture.builder.rows().schedules[1].timeZone = QStringLiteral("Eastern Time (US & Canada)");
    fixture.finish();
    QVERIFY(!fixture.data->zoneOf(0).isValid());
    QCOMPARE(fixture.data->accountZone().id(), QByteArray("America/New_York"));
    const Instant october = *parseInstant(u"2026-10-24T10:00:00Z");
    QCOMPARE(timelineStretch({october, october + 5 * 3600}, QTimeZone("Europe/Berlin")), QStringLiteral("Sat 24 Oct 2026 12:00 to 17:00 CEST"));
    QCOMPARE(timelineStretch({october, october + day}, QTimeZone("Europe/Berlin")), QStringLiteral("Sat 24 Oct 2026 12:00 CEST to Sun 25 Oct 2026 11:00 CET"));
    QCOMPARE(zoneWords(QTimeZone("Europe/Berlin"), {october, october + day}), QStringLiteral("Europe/Berlin (UTC+2/UTC+1)"));
    QCOMPARE(zoneWords(QTimeZone::utc(), {october, october + day}), QStringLiteral("UTC"));
    QCOMPARE(timelineDuration(100'800), QStringLiteral("1 d 4 h"));
    QCOMPARE(timelineDuration(300), QStringLiteral("5 min"));
    QCOMPARE(spokenDuration(14 * 3600), QStringLiteral("14 hours"));
}

void TestTimelineLayout::coloursAreStableAndReadable()
{
    QCOMPARE(PersonTheme::colourOf(QStringLiteral("PABC123")), 10); // in every run
    QSet<int> used;
    for (int i = 0; i < 300; ++i)
        used.insert(PersonTheme::colourOf(QStringLiteral("P%1").arg(i, 6, 10, QLatin1Char('0'))));
    QCOMPARE(used.size(), PersonTheme::colours);
    for (const bool dark : {false, true}) {
        const TimelineTheme theme = TimelineTheme::of(dark);
        for (int i = 0; i < PersonTheme::colours; ++i)
            QVERIFY2(contrast(PersonTheme::fill(i, dark), PersonTheme::ink(dark)) >= 4.5, qPrintable(PersonTheme::fill(i, dark).name()));
        for (const GapKind kind : {GapKind::Nobody, GapKind::CaughtByLevel, GapKind::Unknown, GapKind::OffHours, GapKind::Maintenance, GapKind::Disabled})
            QVERIFY2(contrast(theme.gap(kind).fill, theme.gap(kind).ink) >= 4.5, qPrintable(QString::number(int(kind))));
        for (const QColor &ink : {theme.text, theme.muted, theme.now, theme.cursor, theme.clockChange})
            QVERIFY2(contrast(ink, theme.header) >= 4.5, qPrintable(ink.name()));
        // The kinds that shout are told apart by their hatching too.
        QVERIFY(theme.gap(GapKind::Nobody).hatch != theme.gap(GapKind::CaughtByLevel).hatch);
        QVERIFY(theme.gap(GapKind::Unknown).hatch != theme.gap(GapKind::CaughtByLevel).hatch);
    }
}

void TestTimelineLayout::namesAreShortenedToFit()
{
    QCOMPARE(TimelineLabels::forms(QStringLiteral("Ana Mar\u00eda L\u00f3pez")),
             (QStringList{QStringLiteral("Ana Mar\u00eda L\u00f3pez"), QStringLiteral("Ana Mar\u00eda L."), QStringLiteral("Ana"), QStringLiteral("AL")}));
    QCOMPARE(TimelineLabels::forms(QStringLiteral("Cher")), (QStringList{QStringLiteral("Cher"), QStringLiteral("Ch")}));
    QVERIFY(TimelineLabels::forms(QString()).isEmpty());
}

void TestTimelineLayout::stateSurvives()
{
    TimelineState state;
    state.rows = {TimelineGrouping::Team, true};
    state.zone = TimelineZone::Utc;
    state.headerWidth = 300;
    state.offHours.insert(QStringLiteral("PSCH1"), {{0, 72'000, 43'200}, {6, 0, 86'400}});
    const auto back = TimelineState::fromJson(state.toJson());
    QVERIFY(back && *back == state);
    QVERIFY(!TimelineState::fromJson("nonsense"));
    const auto odd = TimelineState::fromJson(R"({"grouping":"moon","zone":7,"headerWidth":-4,"offHours":{"P":[[9,0,60],[1,0,0],"x"]}})");
    QVERIFY(odd && *odd == TimelineState());
}

QTEST_GUILESS_MAIN(TestTimelineLayout)
#include "tst_timelinelayout.moc"
