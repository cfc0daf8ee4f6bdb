// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/timeline/opentimeline.h"
#include "ui/timeline/timelinetips.h"
#include "ui/timeline/timelinewords.h"

#include <QAction>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>

using namespace pdsi;

using Kind = TimelineItem::Kind;

class TestTimelineView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wheelZoomsAroundThePointer();
    void wheelScrollsAndPans();
    void dragPans();
    void pinchZooms();
    void overviewMovesTheView();
    void presetsShowThatMuch();
    void gapsByKey();
    void arrowsWalk();
    void clickTellsEverybody();
    void selectionElsewhereIsFollowed();
    void instantElsewhereIsFollowed();
    void rangeByDragAndZoomToIt();
    void searchHighlights();
    void groupingKeepsThePlace();
    void zonesSwitch();
    void exportIsAPictureOfItsOwn();
    void nothingOpenSaysSo();
};

#define READY(bench)              \
    OpenTimeline bench;           \
    QTRY_VERIFY((bench).isReady())

void TestTimelineView::wheelZoomsAroundThePointer()
{
    READY(bench);
    bench.action("showWeek")->trigger();
    const QPoint at(700, 150);
    const double before = bench.instantAt(at), zoom = bench.canvas().scale().secondsPerPixel;
    bench.wheel(at, {0, 240}, Qt::ControlModifier);
    QVERIFY(bench.canvas().scale().secondsPerPixel < zoom);
    QVERIFY(std::abs(bench.instantAt(at) - before) < 1);
    bench.wheel(at, {0, -240}, Qt::ControlModifier);
    QVERIFY(std::abs(bench.canvas().scale().secondsPerPixel - zoom) < 0.001);
    QVERIFY(std::abs(bench.instantAt(at) - before) < 1);
}

void TestTimelineView::wheelScrollsAndPans()
{
    READY(bench);
    bench.action("showWeek")->trigger();
    const TimelineScale before = bench.canvas().scale();
    bench.wheel({700, 150}, {0, -120}, Qt::NoModifier);
    QVERIFY(bench.canvas().verticalScrollBar()->value() > 0);
    QCOMPARE(bench.canvas().scale(), before);
    bench.wheel({700, 150}, {0, -120}, Qt::ShiftModifier);
    QVERIFY(bench.canvas().scale().start > before.start);
    QCOMPARE(bench.canvas().scale().secondsPerPixel, before.secondsPerPixel);
    bench.wheel({700, 150}, {120, 0}, Qt::NoModifier);
    QCOMPARE(bench.canvas().scale(), before);
}

void TestTimelineView::dragPans()
{
    READY(bench);
    bench.action("showWeek")->trigger();
    QWidget *viewport = bench.canvas().viewport();
    const double held = bench.instantAt({800, 150});
    QTest::mousePress(viewport, Qt::LeftButton, {}, {800, 150});
    QTest::mouseMove(viewport, {760, 150});
    QTest::mouseMove(viewport, {700, 150});
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, {700, 150});
    QVERIFY(std::abs(bench.instantAt({700, 150}) - held) < 1);
    QVERIFY(!bench.selection.instant()); // a drag is no click
}

void TestTimelineView::pinchZooms()
{
    READY(bench);
    bench.action("showWeek")->trigger();
    const QPointF at(640, 150);
    const double before = bench.instantAt(at.toPoint()), zoom = bench.canvas().scale().secondsPerPixel;
    QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, at, at,
                              bench.canvas().viewport()->mapToGlobal(at), 0.5, {});
    QCoreApplication::sendEvent(bench.canvas().viewport(), &pinch);
    QVERIFY(std::abs(bench.canvas().scale().secondsPerPixel - zoom / 1.5) < 0.001);
    QVERIFY(std::abs(bench.instantAt(at.toPoint()) - before) < 1);
}

void TestTimelineView::overviewMovesTheView()
{
    READY(bench);
    bench.action("showDay")->trigger();
    const QRectF overview = bench.canvas().scene().overviewArea();
    const QPoint at(int(overview.left() + overview.width() * 0.75), int(overview.center().y()));
    QTest::mouseClick(bench.canvas().viewport(), Qt::LeftButton, {}, at);
    const Interval window = bench.source.coverage()->window(), visible = bench.canvas().scale().visible();
    const double middle = double(visible.start + visible.end) / 2;
    QVERIFY(std::abs(middle - (double(window.start) + 0.75 * double(window.seconds()))) < 3600);
    QVERIFY(!bench.selection.instant());
}

void TestTimelineView::presetsShowThatMuch()
{
    READY(bench);
    const std::pair<const char *, double> presets[] = {{"showDay", 1}, {"showWeek", 7}};
    for (const auto &[name, days] : presets) {
        bench.action(name)->trigger();
        QVERIFY(std::abs(double(bench.canvas().scale().visible().seconds()) / secondsPerDay - days) < 0.1);
    }
    const Interval window = bench.source.coverage()->window();
    for (const char *name : {"showMonth", "showQuarter", "showAll"}) { // the sample has a month
        bench.action(name)->trigger();
        const Interval visible = bench.canvas().scale().visible();
        QVERIFY(visible.start <= window.start + 3600 && visible.end >= window.end - 3600);
    }
}

void TestTimelineView::gapsByKey()
{
    READY(bench);
    const int count = bench.canvas().gaps().size();
    QVERIFY(count > 10);
    Instant last = 0;
    for (int i = 0; i < count; ++i) {
        bench.key(Qt::Key_N);
        const TimelineItem current = bench.canvas().current();
        QCOMPARE(current.kind, Kind::Gap);
        const Interval extent = bench.layout().extent(current);
        QVERIFY(extent.start >= last);
        last = extent.start;
        QCOMPARE(bench.selection.range(), std::optional(extent));
        QVERIFY(bench.canvas().scene().rowsArea().intersects(bench.canvas().rectOf(current)));
        QVERIFY(bench.canvas().rectOf(current).width() >= 13 && bench.canvas().rectOf(current).height() > 10);
    }
    QCOMPARE(bench.view->findChild<QLabel *>(QStringLiteral("timelinePosition"))->text(), QStringLiteral("Gap %1 of %1").arg(count));
    const TimelineItem end = bench.canvas().current();
    bench.key(Qt::Key_P);
    QVERIFY(bench.canvas().current() != end);
    bench.key(Qt::Key_N);
    QCOMPARE(bench.canvas().current(), end);
    bench.key(Qt::Key_W);
    QCOMPARE(bench.canvas().current(), bench.canvas().gaps().worst());
    QTest::keyClick(&bench.canvas(), Qt::Key_N, Qt::ShiftModifier);
    QCOMPARE(bench.layout().gaps(bench.canvas().current().row)[size_t(bench.canvas().current().index)].kind, GapKind::Nobody);
}

void TestTimelineView::arrowsWalk()
{
    READY(bench);
    bench.view->setGrouping(TimelineGrouping::Schedule);
    bench.canvas().setCurrent({Kind::Row, 0, -1}, TimelineCanvas::Reveal::Pan);
    bench.key(Qt::Key_Home);
    const std::vector<TimelineItem> items = itemsInRow(bench.layout(), 0);
    for (const TimelineItem &item : items) {
        QCOMPARE(bench.canvas().current(), item);
        QVERIFY(!bench.canvas().rectOf(item).isEmpty()); // in sight
        bench.key(Qt::Key_Right);
    }
    QCOMPARE(bench.canvas().current(), items.back());
    const Instant at = bench.layout().extent(items.back()).start;
    bench.key(Qt::Key_Down);
    QCOMPARE(bench.canvas().current().row, 1);
    QVERIFY(bench.layout().extent(bench.canvas().current()).end > at);
    QVERIFY(!bench.selection.range()); // walking selects nothing
    bench.key(Qt::Key_Return);
    QCOMPARE(bench.selection.place().resourceId, idOf(bench.layout().data(), bench.layout().row(1)));
    QVERIFY(!bench.view->findChild<QLabel *>(QStringLiteral("timelineDetail"))->text().isEmpty());
}

void TestTimelineView::clickTellsEverybody()
{
    READY(bench);
    bench.action("showWeek")->trigger();
    const TimelineItem gap = bench.someGap();
    bench.canvas().setCurrent(gap, TimelineCanvas::Reveal::Zoom);
    bench.canvas().setCurrent({}, TimelineCanvas::Reveal::No);
    const QPoint at = bench.pointAt(gap);
    QTest::mouseClick(bench.canvas().viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(bench.canvas().current(), gap);
    const TimelineRow &row = bench.layout().row(gap.row);
    QCOMPARE(bench.selection.place().resourceKind, QStringLiteral("service"));
    QCOMPARE(bench.selection.place().resourceId, idOf(bench.layout().data(), row));
    QCOMPARE(bench.selection.range(), std::optional(bench.layout().extent(gap)));
    QVERIFY(bench.selection.instant());
    QCOMPARE(*bench.selection.instant() % 60, 0);
    QVERIFY(std::abs(double(*bench.selection.instant()) - bench.instantAt(at)) <= 60);
    // A click on a name selects the resource and no time.
    const QSignalSpy instants(&bench.selection, &Selection::instantChanged);
    QTest::mouseClick(bench.canvas().viewport(), Qt::LeftButton, {}, {60, int(bench.canvas().scene().rowsArea().top()) + 8});
    QCOMPARE(bench.canvas().current().kind, Kind::Row);
    QVERIFY(!bench.selection.range());
    QCOMPARE(instants.count(), 0);
}

void TestTimelineView::selectionElsewhereIsFollowed()
{
    READY(bench);
    bench.view->setGrouping(TimelineGrouping::Schedule);
    bench.action("showDay")->trigger();
    // A gap of the last row that has one: out of sight before.
    TimelineItem last;
    for (int row = 0; row < bench.layout().rowCount(); ++row) {
        if (!bench.layout().gaps(row).empty())
            last = {Kind::Gap, row, int(bench.layout().gaps(row).size()) - 1};
    }
    QVERIFY(last.row > 0);
    bench.selection.selectResource(QStringLiteral("schedule"), idOf(bench.layout().data(), bench.layout().row(last.row)));
    QCOMPARE(bench.canvas().current(), (TimelineItem{Kind::Row, last.row, -1}));
    bench.selection.setRange(bench.layout().extent(last));
    QCOMPARE(bench.canvas().current(), last);
    QVERIFY(bench.canvas().rectOf(last).width() >= 13);
    QVERIFY(bench.canvas().visibleRows().first <= last.row && bench.canvas().visibleRows().last > last.row);
    // A service stands in no row of its own here: its first schedule does.
    const CoveredService &service = bench.source.coverage()->services[size_t(worstServicesFirst(*bench.source.coverage())[1])];
    bench.selection.selectResource(QStringLiteral("service"), service.id);
    const int schedule = bench.source.coverage()->policies[size_t(service.policy)].levels.front().schedules.front();
    QCOMPARE(bench.layout().row(bench.canvas().current().row).index, schedule);
}

void TestTimelineView::instantElsewhereIsFollowed()
{
    READY(bench);
    bench.action("showDay")->trigger();
    const Instant late = bench.source.coverage()->window().end - 3 * secondsPerDay;
    bench.selection.setInstant(late);
    QCOMPARE(bench.canvas().scene().cursor, std::optional(late));
    QVERIFY(bench.canvas().scale().visible().start < late && bench.canvas().scale().visible().end > late);
}

void TestTimelineView::rangeByDragAndZoomToIt()
{
    READY(bench);
    bench.action("showWeek")->trigger();
    QWidget *viewport = bench.canvas().viewport();
    const double from = bench.instantAt({600, 20}), to = bench.instantAt({800, 20});
    QTest::mousePress(viewport, Qt::LeftButton, {}, {600, 20}); // on the axis
    QTest::mouseMove(viewport, {700, 20});
    QTest::mouseMove(viewport, {800, 20});
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, {800, 20});
    QVERIFY(bench.selection.range());
    QVERIFY(std::abs(double(bench.selection.range()->start) - from) <= 60 && std::abs(double(bench.selection.range()->end) - to) <= 60);
    bench.key(Qt::Key_Z);
    const Interval visible = bench.canvas().scale().visible();
    QVERIFY(visible.start <= bench.selection.range()->start && visible.end >= bench.selection.range()->end);
    QVERIFY(double(visible.seconds()) < 1.2 * double(bench.selection.range()->seconds()));
}

void TestTimelineView::searchHighlights()
{
    READY(bench);
    QTest::keyClick(&bench.canvas(), Qt::Key_F, Qt::ControlModifier);
    auto *field = bench.view->findChild<QLineEdit *>(QStringLiteral("timelineSearch"));
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("Wen Li")); // "n" is a letter here, not the next gap
    QCOMPARE(field->text(), QStringLiteral("Wen Li"));
    QVERIFY(bench.canvas().search().rowsFound() > 0);
    QTest::keyClick(field, Qt::Key_Return);
    const TimelineItem found = bench.canvas().current();
    QVERIFY(bench.canvas().search().rowHasMatch(found.row));
    const QImage searching = bench.canvas().grab().toImage();
    field->clear();
    QVERIFY(searching != bench.canvas().grab().toImage());
    QVERIFY(!bench.canvas().search().isActive());
}

void TestTimelineView::groupingKeepsThePlace()
{
    READY(bench);
    const QString schedule = bench.source.coverage()->schedules[3].id;
    bench.view->setGrouping(TimelineGrouping::Schedule);
    bench.selection.selectResource(QStringLiteral("schedule"), schedule);
    for (const char *name : {"groupByPolicy", "groupByTeam", "groupBySchedule"}) {
        bench.action(name)->trigger();
        QVERIFY(bench.action(name)->isChecked());
        const TimelineItem current = bench.canvas().current();
        QVERIFY(current.row >= 0);
        QCOMPARE(idOf(bench.layout().data(), bench.layout().row(current.row)), schedule);
    }
    const int all = bench.layout().rowCount();
    bench.action("onlyGaps")->trigger();
    QVERIFY(bench.layout().rowCount() < all && bench.layout().rowCount() > 0);
    for (const TimelineRow &row : bench.layout().rows())
        QVERIFY(row.summary.gaps > 0);
}

void TestTimelineView::zonesSwitch()
{
    READY(bench);
    bench.view->setGrouping(TimelineGrouping::Schedule);
    QCOMPARE(bench.canvas().zone().id(), QByteArray("Europe/Amsterdam")); // of most schedules
    bench.action("zoneUtc")->trigger();
    QCOMPARE(bench.canvas().zone(), QTimeZone::utc());
    bench.action("zoneSchedule")->trigger();
    const AccountCoverage &coverage = *bench.source.coverage();
    for (const CoveredSchedule &schedule : coverage.schedules) {
        bench.selection.selectResource(QStringLiteral("schedule"), schedule.id);
        QCOMPARE(bench.canvas().zone(), bench.layout().data().zoneOf(coverage.scheduleIndex(schedule.id)));
    }
    bench.action("zoneMine")->trigger();
    QCOMPARE(bench.canvas().zone(), QTimeZone::systemTimeZone());
    const QByteArray saved = bench.view->saveState();
    bench.action("zoneAccount")->trigger();
    QVERIFY(bench.view->restoreState(saved));
    QVERIFY(bench.action("zoneMine")->isChecked());
    QVERIFY(!bench.view->restoreState("broken"));
}

void TestTimelineView::exportIsAPictureOfItsOwn()
{
    READY(bench);
    bench.canvas().setCurrent(bench.someGap(), TimelineCanvas::Reveal::Zoom);
    QTemporaryDir folder;
    const QString svg = folder.filePath(QStringLiteral("a.svg")), png = folder.filePath(QStringLiteral("a.png"));
    QVERIFY(bench.view->exportTo(svg));
    QVERIFY(bench.view->exportTo(png));
    QVERIFY(QSvgRenderer(svg).isValid());
    QFile file(svg);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QString text;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::Characters)
            text += xml.text();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    for (const char *said : {"On-call coverage of harbour-finch", "Europe/Amsterdam (UTC+2/UTC+1)", "Collected Mon 19 Oct 2026 10:00 CEST",
                             "Nobody on call", "Control Tower Primary", "Femke"})
        QVERIFY2(text.contains(QLatin1String(said)), said);
    QVERIFY(!text.contains(QStringLiteral("<image")));
    const QImage image(png);
    QVERIFY(image.width() >= 1280 && image.height() > 1000); // every row, not only those in sight
    QCOMPARE(image.text(QStringLiteral("Title")), QStringLiteral("On-call coverage of harbour-finch"));
    bench.action("export")->trigger();
    auto *dialog = bench.view->findChild<QFileDialog *>(QStringLiteral("timelineExportDialog"));
    QVERIFY(dialog && dialog->isVisible());
    dialog->reject();
    QVERIFY(!bench.view->exportTo(folder.filePath(QStringLiteral("missing/a.svg"))));
}

void TestTimelineView::nothingOpenSaysSo()
{
    Selection selection;
    CoverageSource source;
    TimelineView view(selection, source);
    view.resize(900, 300);
    view.show();
    QVERIFY(view.canvas().scene().emptyText.contains(QStringLiteral("No snapshot is open")));
    for (QAction *action : view.actions()) { // none of them minds
        if (action->objectName() != QLatin1String("timeline.offHours"))
            action->trigger();
        QVERIFY2(action->objectName().startsWith(QStringLiteral("timeline.")) && !action->text().isEmpty(), qPrintable(action->objectName()));
    }
    QVERIFY(!view.exportTo(QStringLiteral("nowhere.svg")));
    QVERIFY(!view.canvas().grab().isNull());
    QTest::keyClick(&view.canvas(), Qt::Key_Right);
    QTest::mouseClick(view.canvas().viewport(), Qt::LeftButton, {}, {400, 100});
    QVERIFY(!selection.instant());
}

QTEST_MAIN(TestTimelineView)
#include "tst_timelineview.moc"
