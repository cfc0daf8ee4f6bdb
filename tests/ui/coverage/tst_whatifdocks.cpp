// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/reporting.h"
#include "tests/ui/coverage/docks.h"
#include "ui/coverage/peoplepane.h"
#include "ui/models/whatifwords.h"
#include "ui/parts/whatifbanner.h"
#include "ui/timeline/timelineview.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

namespace {

/// All docks that show coverage.
struct SupposingDocks : Docks {
    explicit SupposingDocks(const JudgedSnapshot &audit) : Docks(audit) { timeline.resize(900, 400); }

    QList<WhatIfBanner *> banners()
    {
        return gaps.findChildren<WhatIfBanner *>() + paging.findChildren<WhatIfBanner *>()
            + timeline.findChildren<WhatIfBanner *>();
    }
    bool bannersSay(const QString &text)
    {
        const QList<WhatIfBanner *> all = banners();
        return all.size() == 3 && std::all_of(all.begin(), all.end(), [&](const WhatIfBanner *banner) {
            return banner->text() == text && banner->isHidden() == text.isEmpty();
        });
    }
    bool isSettled() { return !source.isComputing() && source.coverage() && source.coverage()->options.whatIf == source.whatIf(); }

    TimelineView timeline{selection, source};
};

} // namespace

/// What analysts do with what-ifs, from the first to the way back.
class TestWhatIfDocks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aPersonAwayAndBack();
    void aScheduleRemoved();
    void actionsFollowTheSelection();
    void anotherAuditForgetsIt();
    void filesNeverHoldIt();
    void thePictureSaysIt();
    void words();

private:
    const CoveredPerson &busiest(const AccountCoverage &coverage) const
    {
        return coverage.people[size_t(busiestPeopleFirst(coverage).front())];
    }
    JudgedSnapshot m_audit;
};

void TestWhatIfDocks::initTestCase()
{
    const auto judged = judgeSample();
    QVERIFY(judged.ok());
    m_audit = judged.value();
}

void TestWhatIfDocks::aPersonAwayAndBack()
{
    SupposingDocks docks(m_audit);
    QTRY_VERIFY(docks.source.coverage());
    QVERIFY(docks.bannersSay({}));
    const auto real = docks.source.coverage();
    const CoveredPerson person = busiest(*real);
    docks.trigger("gaps.people");
    docks.gaps.people()->table()->setCurrentIndex(docks.gaps.people()->table()->model()->index(0, 0));
    QCOMPARE(docks.selection.place().resourceId, person.id);
    const int before = docks.model().rowCount();
    docks.trigger("gaps.personAway");
    QVERIFY(docks.bannersSay(u"What if: %1 is away. Nothing is changed in PagerDuty."_s.arg(person.name)));
    QTRY_VERIFY(docks.isSettled());
    QVERIFY(docks.model().rowCount() > before);
    QVERIFY(docks.control<QAction>("gaps.personAway")->isChecked());
    // Reset on any of the banners ends it everywhere.
    docks.paging.findChild<QPushButton *>(u"whatIfReset"_s)->click();
    QTRY_VERIFY(docks.isSettled());
    QVERIFY(docks.bannersSay({}));
    QCOMPARE(docks.model().rowCount(), before);
    QVERIFY(docks.source.coverage()->options == real->options);
    for (size_t i = 0; i < real->services.size(); ++i)
        QCOMPARE(docks.source.coverage()->services[i].gaps, real->services[i].gaps);
}

void TestWhatIfDocks::aScheduleRemoved()
{
    SupposingDocks docks(m_audit);
    QTRY_VERIFY(docks.source.coverage());
    const CoveredSchedule schedule = docks.coverage().schedules[size_t(worstSchedulesFirst(docks.coverage()).front())];
    docks.selection.selectResource(u"schedule"_s, schedule.id);
    docks.trigger("gaps.scheduleRemoved");
    QVERIFY(docks.bannersSay(u"What if: %1 is removed. Nothing is changed in PagerDuty."_s.arg(schedule.name)));
    QTRY_VERIFY(docks.isSettled());
    const int index = docks.coverage().scheduleIndex(schedule.id);
    QVERIFY(docks.coverage().schedules[size_t(index)].coverage.live.isEmpty());
    // The same action takes it back.
    docks.trigger("gaps.scheduleRemoved");
    QTRY_VERIFY(docks.isSettled());
    QCOMPARE(docks.coverage().schedules[size_t(index)].coverage, schedule.coverage);
    QVERIFY(docks.bannersSay({}));
}

void TestWhatIfDocks::actionsFollowTheSelection()
{
    SupposingDocks docks(m_audit);
    QAction *away = docks.control<QAction>("gaps.personAway"), *removed = docks.control<QAction>("gaps.scheduleRemoved");
    QAction *reset = docks.control<QAction>("gaps.resetWhatIf");
    QVERIFY(!away->isEnabled() && !removed->isEnabled() && !reset->isEnabled());
    QTRY_VERIFY(docks.source.coverage());
    docks.selection.selectResource(u"user"_s, docks.coverage().people[0].id);
    QVERIFY(away->isEnabled() && !removed->isEnabled());
    away->trigger();
    QVERIFY(away->isChecked() && reset->isEnabled());
    docks.selection.selectResource(u"user"_s, docks.coverage().people[1].id);
    QVERIFY(!away->isChecked());
    docks.selection.selectResource(u"schedule"_s, docks.coverage().schedules[0].id);
    QVERIFY(!away->isEnabled() && removed->isEnabled());
    removed->trigger();
    QCOMPARE(docks.source.whatIf(), (WhatIf{{docks.coverage().people[0].id}, {docks.coverage().schedules[0].id}}));
    reset->trigger();
    QVERIFY(docks.source.whatIf().isEmpty() && !removed->isChecked());
}

void TestWhatIfDocks::anotherAuditForgetsIt()
{
    SupposingDocks docks(m_audit);
    QTRY_VERIFY(docks.source.coverage());
    docks.source.setWhatIf({{docks.coverage().people[0].id}, {}});
    QSignalSpy changed(&docks.source, &CoverageSource::whatIfChanged);
    docks.source.setAudit(m_audit);
    QCOMPARE(changed.count(), 1);
    QVERIFY(docks.bannersSay({}));
    QTRY_VERIFY(docks.source.coverage());
    QVERIFY(docks.coverage().options.whatIf.isEmpty());
    docks.source.setAudit({});
    docks.source.setWhatIf({{u"PNONE"_s}, {}}); // nothing is open: nothing to suppose
    QVERIFY(docks.source.whatIf().isEmpty());
}

void TestWhatIfDocks::filesNeverHoldIt()
{
    SupposingDocks docks(m_audit);
    QTRY_VERIFY(docks.source.coverage());
    docks.source.setWhatIf({{busiest(docks.coverage()).id}, {}});
    QTRY_VERIFY(docks.isSettled());
    QVERIFY(!docks.control<QAction>("gaps.copyCsv")->isEnabled());
    QVERIFY(!docks.control<QAction>("gaps.exportCsv")->isEnabled());
    const QString said = docks.source.whatIfText();
    docks.table().selectRow(0);
    docks.trigger("gaps.copy");
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(said + u'\n'));
    docks.trigger("paging.copy");
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(said + u'\n'));
    QVERIFY(makeReport(m_audit).coverage()->options.whatIf.isEmpty());
    docks.source.setWhatIf({});
    QTRY_VERIFY(docks.isSettled());
    QVERIFY(docks.control<QAction>("gaps.copyCsv")->isEnabled());
    docks.trigger("paging.copy");
    QVERIFY(!QGuiApplication::clipboard()->text().contains(u"What if"_s));
}

void TestWhatIfDocks::thePictureSaysIt()
{
    SupposingDocks docks(m_audit);
    QTRY_VERIFY(docks.source.coverage());
    const QTemporaryDir folder;
    const auto picture = [&](const QString &name) {
        if (!docks.timeline.exportTo(folder.filePath(name)))
            return QString();
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    QVERIFY(picture(u"real.svg"_s).contains(u"<title>On-call coverage of"_s));
    QVERIFY(!picture(u"real.svg"_s).contains(u"What if"_s));
    docks.source.setWhatIf({{busiest(docks.coverage()).id}, {}});
    QTRY_VERIFY(docks.isSettled());
    const QString supposed = picture(u"supposed.svg"_s);
    const QString title = supposed.mid(supposed.indexOf(u"<title>"_s), supposed.indexOf(u"</title>"_s) - supposed.indexOf(u"<title>"_s));
    QVERIFY2(title.contains(docks.source.whatIfText()), qPrintable(title));
}

void TestWhatIfDocks::words()
{
    const Inventory &inventory = *m_audit.inventory;
    QCOMPARE(whatIfWords(inventory, {}), QString());
    QCOMPARE(whatIfWords(inventory, {{u"P%2"_s}, {u"PB\n<b>"_s, u"PA"_s}}),
             u"What if: P%2 is away, PA is removed, PB <b> is removed. Nothing is changed in PagerDuty."_s);
    WhatIf many;
    for (int i = 0; i < 9; ++i)
        many = withPersonAway(many, u"P%1"_s.arg(i), true);
    QVERIFY(whatIfWords(inventory, many).contains(u"P4 is away, 4 more people are away."_s));
    QCOMPARE(withPersonAway(withPersonAway({}, u"PA"_s, true), u"PA"_s, false), WhatIf());
    QCOMPARE(withScheduleRemoved(withScheduleRemoved({}, u"PA"_s, true), u"PA"_s, false), WhatIf());
}

QTEST_MAIN(TestWhatIfDocks)
#include "tst_whatifdocks.moc"
