// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/timeline/opentimeline.h"
#include "ui/timeline/offhoursdialog.h"

#include <QLabel>
#include <QPushButton>

using namespace pdsi;

class TestTimelineOffHours : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dialogKeepsTimes();
    void dialogAddsAndRemoves();
    void offHoursCanBeUndone();
};

void TestTimelineOffHours::dialogKeepsTimes()
{
    const std::vector<RecurringTime> times{{0, 72'000, 43'200}, {6, 0, 86'400}, {3, 60, 3'540}};
    const OffHoursDialog dialog(QStringLiteral("<b>Night</b>"), QStringLiteral("Europe/Berlin"), times);
    QCOMPARE(dialog.times(), times);
    QCOMPARE(dialog.findChild<QLabel *>()->textFormat(), Qt::PlainText);
}

void TestTimelineOffHours::dialogAddsAndRemoves()
{
    OffHoursDialog dialog(QStringLiteral("Night"), QStringLiteral("UTC"), {{1, 0, 3'600}});
    dialog.findChild<QPushButton *>(QStringLiteral("offHoursAdd"))->click();
    QCOMPARE(dialog.times().size(), size_t(2));
    auto *remove = dialog.findChild<QPushButton *>(QStringLiteral("offHoursRemove"));
    remove->click(); // the one just added
    QCOMPARE(dialog.times(), (std::vector<RecurringTime>{{1, 0, 3'600}}));
    remove->click();
    remove->click();
    QVERIFY(dialog.times().empty());
}

void TestTimelineOffHours::offHoursCanBeUndone()
{
    OpenTimeline bench;
    QTRY_VERIFY(bench.isReady());
    bench.view->setGrouping(TimelineGrouping::Schedule);
    const int schedule = bench.layout().row(0).index; // Customs Office Hours: nobody at night
    const QString id = bench.source.coverage()->schedules[size_t(schedule)].id;
    const int counted = bench.layout().row(0).summary.gaps;
    bench.canvas().setCurrent({TimelineItem::Kind::Row, 0, -1}, TimelineCanvas::Reveal::Pan);
    bench.action("offHours")->trigger();
    auto *dialog = bench.view->findChild<OffHoursDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->findChild<QPushButton *>(QStringLiteral("offHoursAdd"))->click();
    QCOMPARE(dialog->times(), (std::vector<RecurringTime>{{0, 20 * 3600, 12 * 3600}}));
    dialog->accept();
    QVERIFY(bench.source.offHours().contains(id));
    const auto gapsNow = [&] { return bench.source.coverage()->schedules[size_t(schedule)].gaps; };
    const auto hasOffHours = [&] {
        const auto gaps = gapsNow();
        return std::any_of(gaps.begin(), gaps.end(), [](const CoverageGap &gap) { return gap.kind == GapKind::OffHours; });
    };
    QTRY_VERIFY(hasOffHours());
    const QByteArray saved = bench.view->saveState();
    bench.action("undo")->trigger();
    QTRY_VERIFY(!hasOffHours());
    QVERIFY(bench.source.offHours().isEmpty());
    QTRY_COMPARE(bench.layout().row(0).summary.gaps, counted);
    QVERIFY(bench.view->restoreState(saved));
    QTRY_VERIFY(hasOffHours());
}

QTEST_MAIN(TestTimelineOffHours)
#include "tst_timelineoffhours.moc"
