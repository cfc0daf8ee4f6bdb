// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/coverage/gappyaccount.h"
#include "ui/coverage/coveragetable.h"
#include "ui/coverage/differencespane.h"
#include "ui/coverage/gaplistview.h"
#include "ui/coverage/gapspane.h"
#include "ui/coverage/pagebrowser.h"
#include "ui/coverage/pagingview.h"
#include "ui/coverage/peoplepane.h"
#include "ui/coverage/servicechooser.h"
#include "ui/models/coveragesource.h"
#include "ui/shell/selection.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

namespace {

/// Both docks over the sample account.
struct Docks {
    Selection selection;
    CoverageSource source;
    GapListView gaps{selection, source};
    PagingView paging{selection, source};

    explicit Docks(const JudgedSnapshot &audit = {})
    {
        gaps.resize(900, 300);
        paging.resize(380, 600);
        if (!audit)
            return;
        selection.setAudit(audit);
        source.setAudit(audit);
    }
    const AccountCoverage &coverage() const { return *source.coverage(); }
    GapListModel &model() { return *gaps.gaps()->model(); }
    CoverageTable &table() { return *gaps.gaps()->table(); }
    GapListEntry current() { return model().entry(table().currentIndex().row()); }
    template<typename Control>
    Control *control(const char *name)
    {
        auto *found = gaps.findChild<Control *>(QLatin1String(name));
        return found ? found : paging.findChild<Control *>(QLatin1String(name));
    }
    void trigger(const char *name) { control<QAction>(name)->trigger(); }
};

int firstRowOf(GapListModel &model, GapSubject subject)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.entry(row).subject == subject)
            return row;
    }
    return -1;
}

} // namespace

class TestCoverageDocks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void nothingOpen();
    void gapMovesTheSelection();
    void selectionMovesTheGap();
    void filteredGapIsNoLongerCurrent();
    void sortingAndFilteringPointAtNothing();
    void copyAndExport();
    void exportAsksForAFile();
    void peopleBothWays();
    void differencesAreWorkedOutWhenSeen();
    void pagingFollowsThePlace();
    void choosingAService();
    void typingAService();
    void theInstantIsShared();
    void instantInAnotherZone();
    void changesOfWhoIsOnCall();
    void linksMoveTheSelection();
    void pathIsCopiedAsText();
    void anotherAccountReplacesAll();
    void everythingHasAName();

private:
    JudgedSnapshot m_audit;
};

#define OPEN_SAMPLE \
    Docks docks(m_audit); \
    QTRY_VERIFY(docks.source.coverage())

void TestCoverageDocks::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const auto judged = judgeSample();
    QVERIFY(judged.ok());
    m_audit = judged.value();
}

void TestCoverageDocks::nothingOpen()
{
    Docks docks;
    docks.gaps.show();
    docks.paging.show();
    QCOMPARE(docks.control<QLabel>("gapsEmpty")->text(), u"No snapshot is open."_s);
    QVERIFY(docks.control<QLabel>("gapsEmpty")->isVisible());
    QVERIFY(docks.paging.page()->toPlainText().contains(u"No snapshot is open."_s));
    for (QAction *action : docks.gaps.actions() + docks.paging.actions())
        action->trigger(); // none of them stumbles
    QVERIFY(!docks.gaps.findChild<QFileDialog *>());
    docks.trigger("gaps.list");
    docks.selection.setAudit(m_audit);
    docks.source.setAudit(m_audit);
    QCOMPARE(docks.control<QLabel>("gapsEmpty")->text(), u"Working out who is on call..."_s);
    QTRY_VERIFY(docks.table().isVisible());
}

void TestCoverageDocks::gapMovesTheSelection()
{
    OPEN_SAMPLE;
    QVERIFY(docks.selection.place().isEmpty()); // opening points at nothing
    for (const GapSubject subject : {GapSubject::Schedule, GapSubject::Service}) {
        const int row = firstRowOf(docks.model(), subject);
        const GapListEntry gap = docks.model().entry(row);
        docks.table().setCurrentIndex(docks.model().index(row, 0));
        const bool isSchedule = subject == GapSubject::Schedule;
        const auto index = static_cast<size_t>(gap.index);
        QCOMPARE(docks.selection.place().resourceKind, isSchedule ? u"schedule"_s : u"service"_s);
        QCOMPARE(docks.selection.place().resourceId,
                 isSchedule ? docks.coverage().schedules[index].id : docks.coverage().services[index].id);
        QCOMPARE(docks.selection.range(), (Interval{gap.start, gap.end}));
        QCOMPARE(docks.selection.instant(), gap.start);
        QCOMPARE(docks.current(), gap); // and it stays where the analyst put it
    }
    QSignalSpy detail(&docks.selection, &Selection::detailRequested);
    Q_EMIT docks.table().activated(docks.table().currentIndex());
    QCOMPARE(detail.count(), 1);
}

void TestCoverageDocks::selectionMovesTheGap()
{
    OPEN_SAMPLE;
    const int schedule = docks.coverage().scheduleIndex(u"PHFS10"_s); // five minutes every morning
    QVERIFY(schedule >= 0);
    const CoverageGap third = docks.coverage().schedules[static_cast<size_t>(schedule)].gaps.at(2);
    docks.selection.selectResource(u"schedule"_s, u"PHFS10"_s); // a finding about it
    QCOMPARE(docks.current().index, schedule);
    QVERIFY(!docks.selection.range()); // following points at nothing new
    docks.selection.setRange(Interval{third.start, third.end}); // the timeline
    QCOMPARE(docks.current().start, third.start);
    QCOMPARE(docks.table().chosenRows().size(), 1);
    docks.selection.goBack();
    docks.selection.selectResource(u"user"_s, u"nobody"_s);
    QVERIFY(docks.table().chosenRows().isEmpty());
}

void TestCoverageDocks::filteredGapIsNoLongerCurrent()
{
    OPEN_SAMPLE;
    docks.table().setCurrentIndex(docks.model().index(firstRowOf(docks.model(), GapSubject::Schedule), 0));
    const GapListEntry gap = docks.current();
    docks.control<QComboBox>("gapsSubject")->setCurrentIndex(2); // services only
    QVERIFY(docks.table().chosenRows().isEmpty());
    QCOMPARE(docks.selection.range(), (Interval{gap.start, gap.end}));
    docks.trigger("gaps.clearFilter");
    QCOMPARE(docks.current(), gap);
}

void TestCoverageDocks::sortingAndFilteringPointAtNothing()
{
    OPEN_SAMPLE;
    docks.gaps.show();
    const int all = docks.model().rowCount();
    docks.control<QLineEdit>("gapsText")->setText(u"payments"_s);
    QVERIFY(docks.model().rowCount() > 0 && docks.model().rowCount() < all);
    docks.table().sortByColumn(GapListModel::LengthColumn, Qt::AscendingOrder);
    QCOMPARE(docks.model().entry(0).seconds(), 5 * 60);
    QVERIFY(docks.selection.place().isEmpty());
    QVERIFY(docks.control<QLabel>("gapsSummary")->text().startsWith(u"%1 listed. %2 gaps"_s.arg(docks.model().rowCount()).arg(all)));
    docks.control<QLineEdit>("gapsText")->setText(u"no such gap"_s);
    QCOMPARE(docks.control<QLabel>("gapsEmpty")->text(), u"No gap passes the filter."_s);
    QVERIFY(docks.control<QLabel>("gapsEmpty")->isVisible());
}

void TestCoverageDocks::copyAndExport()
{
    OPEN_SAMPLE;
    docks.table().selectRow(0);
    docks.trigger("gaps.copy");
    QCOMPARE(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')), 2);
    docks.trigger("gaps.copyCsv");
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"kind,caught_by_level,"_s));
    QTemporaryDir folder;
    const QString path = folder.filePath(u"gaps.csv"_s);
    QSignalSpy exported(docks.gaps.gaps(), &GapsPane::exported);
    docks.gaps.gaps()->exportTo(path);
    QTRY_COMPARE(exported.count(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count("\r\n"), 1 + docks.model().rowCount());
}

void TestCoverageDocks::exportAsksForAFile()
{
    OPEN_SAMPLE;
    docks.trigger("gaps.exportCsv");
    auto *dialog = docks.gaps.findChild<QFileDialog *>(u"gapsExport"_s);
    QVERIFY(dialog && dialog->isVisible());
    QTemporaryDir folder;
    QSignalSpy exported(docks.gaps.gaps(), &GapsPane::exported);
    Q_EMIT dialog->fileSelected(folder.filePath(u"missing/gaps.csv"_s));
    QTRY_COMPARE(exported.count(), 1);
    QVERIFY(!exported.first().at(1).toString().isEmpty());
    dialog->close();
}

void TestCoverageDocks::peopleBothWays()
{
    OPEN_SAMPLE;
    CoverageTable &people = *docks.gaps.people()->table();
    QVERIFY(people.model()->rowCount() > 10);
    people.setCurrentIndex(people.model()->index(2, 0));
    const QString name = people.model()->index(2, 0).data().toString();
    QCOMPARE(docks.selection.place().resourceKind, u"user"_s);
    QVERIFY(docks.gaps.people()->detail()->toPlainText().trimmed().startsWith(name));
    QVERIFY(docks.gaps.people()->detail()->toPlainText().contains(u"lose cover"_s));
    people.setCurrentIndex(people.model()->index(0, 0));
    docks.selection.goBack();
    QCOMPARE(people.currentIndex().row(), 2);
    docks.control<QLineEdit>("peopleText")->setText(name);
    QCOMPARE(people.model()->rowCount(), 1);
}

void TestCoverageDocks::differencesAreWorkedOutWhenSeen()
{
    OPEN_SAMPLE;
    docks.gaps.show();
    auto *summary = docks.control<QLabel>("differencesSummary");
    QVERIFY(!summary->text().contains(u"agree"_s));
    docks.trigger("gaps.differences");
    QTRY_VERIFY2(summary->text().contains(u"17 agree with what PagerDuty rendered, 0 differ, 3 were not recomputed"_s),
                 qPrintable(summary->text()));
    CoverageTable &table = *docks.gaps.differences()->table();
    table.setCurrentIndex(table.model()->index(0, 0));
    QVERIFY(docks.selection.place().resourceId.startsWith(u"PHFV"_s)); // shift-based
    QVERIFY(!docks.selection.range());
    docks.trigger("gaps.copy");
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"Not recomputed"_s));
}

void TestCoverageDocks::pagingFollowsThePlace()
{
    OPEN_SAMPLE;
    const QString worst = docks.coverage().services[static_cast<size_t>(worstServicesFirst(docks.coverage()).front())].id;
    QCOMPARE(docks.paging.serviceId(), worst);
    const CoveredService &service = docks.coverage().services.at(3);
    docks.selection.selectResource(u"service"_s, service.id);
    QCOMPARE(docks.paging.serviceId(), service.id);
    QCOMPARE(docks.control<ServiceChooser>("pagingService")->currentText(), service.name);
    const CoveredPolicy &policy = docks.coverage().policies[static_cast<size_t>(service.policy)];
    docks.selection.selectResource(u"escalation_policy"_s, policy.id);
    QCOMPARE(docks.paging.serviceId(), service.id); // it is about this service too
    const CoveredSchedule &schedule = docks.coverage().schedules.at(7);
    const int first = docks.coverage().policies[static_cast<size_t>(schedule.policies.front())].services.front();
    docks.selection.selectResource(u"schedule"_s, schedule.id);
    QCOMPARE(docks.paging.serviceId(), docks.coverage().services[static_cast<size_t>(first)].id);
    const QString before = docks.paging.serviceId();
    docks.selection.selectResource(u"user"_s, docks.coverage().people.front().id);
    docks.selection.selectResource(u"service"_s, u"no such service"_s);
    QCOMPARE(docks.paging.serviceId(), before);
}

void TestCoverageDocks::choosingAService()
{
    OPEN_SAMPLE;
    auto *chooser = docks.control<ServiceChooser>("pagingService");
    QCOMPARE(chooser->count(), static_cast<int>(docks.coverage().services.size()));
    chooser->setCurrentIndex(5);
    Q_EMIT chooser->activated(5);
    QCOMPARE(docks.selection.place().resourceKind, u"service"_s);
    QCOMPARE(docks.selection.place().resourceId, chooser->itemData(5).toString());
    QCOMPARE(docks.paging.serviceId(), chooser->itemData(5).toString());
    QVERIFY(docks.paging.page()->toPlainText().trimmed().startsWith(chooser->itemText(5)));
    QTRY_VERIFY(!docks.paging.page()->toPlainText().contains(u"Being worked out"_s)); // the worst case follows
}

void TestCoverageDocks::typingAService()
{
    OPEN_SAMPLE;
    docks.paging.show();
    auto *chooser = docks.control<ServiceChooser>("pagingService");
    const QString before = chooser->currentText();
    QTest::keyClicks(chooser->lineEdit(), u"nothing like this"_s);
    QTest::keyClick(chooser->lineEdit(), Qt::Key_Return);
    QCOMPARE(chooser->currentText(), before);
    chooser->lineEdit()->selectAll();
    QTest::keyClicks(chooser->lineEdit(), chooser->itemText(2).toUpper());
    QTest::keyClick(chooser->lineEdit(), Qt::Key_Return);
    QCOMPARE(docks.paging.serviceId(), chooser->itemData(2).toString());
    QCOMPARE(chooser->currentText(), chooser->itemText(2));
}

void TestCoverageDocks::theInstantIsShared()
{
    OPEN_SAMPLE;
    QCOMPARE(docks.paging.instant(), m_audit.assessment->asOf);
    docks.selection.selectResource(u"service"_s, docks.paging.serviceId());
    docks.control<QComboBox>("pagingZone")->setCurrentIndex(1); // UTC
    docks.selection.setInstant(*parseInstant(u"2026-10-22T11:00:00Z")); // a click on the timeline
    auto *when = docks.control<QDateTimeEdit>("pagingInstant");
    QCOMPARE(when->text(), u"2026-10-22 11:00"_s);
    QVERIFY(docks.paging.page()->toPlainText().contains(u"Incident on Thu 22 Oct 2026, 11:00 UTC"_s));
    when->setDateTime(when->dateTime().addSecs(90 * 60)); // typed
    QCOMPARE(docks.selection.instant(), *parseInstant(u"2026-10-22T12:30:00Z"));
    docks.trigger("paging.snapshotTime");
    QVERIFY(!docks.selection.instant());
    QCOMPARE(docks.paging.instant(), m_audit.assessment->asOf);
}

void TestCoverageDocks::instantInAnotherZone()
{
    OPEN_SAMPLE;
    docks.selection.selectResource(u"schedule"_s, u"PHFS01"_s); // Amsterdam
    docks.control<QComboBox>("pagingZone")->setCurrentIndex(0);
    const Instant second = *parseInstant(u"2026-10-25T01:30:00Z"); // the second 02:30 of that night
    docks.selection.setInstant(second);
    auto *when = docks.control<QDateTimeEdit>("pagingInstant");
    QCOMPARE(when->text(), u"2026-10-25 02:30"_s);
    QCOMPARE(docks.selection.instant(), second); // showing it changes nothing
    QVERIFY(docks.paging.page()->toPlainText().contains(u"Incident on Sun 25 Oct 2026, 02:30 CET (2026-10-25 01:30 UTC)"_s));
    when->setDateTime(when->dateTime().addSecs(60 * 60));
    QCOMPARE(docks.selection.instant(), *parseInstant(u"2026-10-25T02:30:00Z"));
}

void TestCoverageDocks::changesOfWhoIsOnCall()
{
    OPEN_SAMPLE;
    docks.selection.selectResource(u"schedule"_s, u"PHFS10"_s);
    docks.selection.setInstant(docks.coverage().window().start);
    QVERIFY(!docks.control<QAction>("paging.previousChange")->isEnabled());
    docks.trigger("paging.nextChange");
    const Instant first = *docks.selection.instant();
    QVERIFY(first > docks.coverage().window().start);
    docks.trigger("paging.nextChange");
    QVERIFY(*docks.selection.instant() > first);
    docks.trigger("paging.previousChange");
    QCOMPARE(docks.selection.instant(), first);
    docks.selection.setInstant(docks.coverage().window().end);
    QVERIFY(!docks.control<QAction>("paging.nextChange")->isEnabled());
}

void TestCoverageDocks::linksMoveTheSelection()
{
    OPEN_SAMPLE;
    docks.selection.selectResource(u"schedule"_s, u"PHFS08"_s); // office hours only
    PageBrowser &page = *docks.paging.page();
    QTRY_VERIFY(page.toPlainText().contains(u"Nobody is reached"_s));
    const QString service = docks.paging.serviceId();
    const auto &links = page.page().links();
    const auto nobody = std::find_if(links.begin(), links.end(), [](const PageLink &link) { return link.range.has_value(); });
    QVERIFY(nobody != links.end());
    const PageLink expected = *nobody;
    Q_EMIT page.anchorClicked(QUrl(TextPage::address(static_cast<int>(nobody - links.begin()))));
    QCOMPARE(docks.selection.range(), expected.range);
    QCOMPARE(docks.selection.instant(), expected.instant);
    QCOMPARE(docks.selection.place().resourceId, service);
    QVERIFY(page.toPlainText().contains(u"Nobody is on call on any level"_s)); // the path of that time
    QCOMPARE(docks.current().start, expected.range->start); // and the gap list stands on it
    Q_EMIT page.anchorClicked(QUrl(u"https://evil.test"_s));
    Q_EMIT page.anchorClicked(QUrl(TextPage::address(100'000)));
    QCOMPARE(docks.selection.place().resourceId, service);
}

void TestCoverageDocks::pathIsCopiedAsText()
{
    OPEN_SAMPLE;
    QTRY_VERIFY(!docks.paging.page()->toPlainText().contains(u"Being worked out"_s));
    docks.trigger("paging.copy");
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.contains(u"Incident on "_s));
    QVERIFY(text.contains(u"\nWorst case in 30 d"_s));
    QVERIFY(!text.contains(QLatin1Char('<')));
}

void TestCoverageDocks::anotherAccountReplacesAll()
{
    OPEN_SAMPLE;
    docks.table().setCurrentIndex(docks.model().index(0, 0));
    const InventoryBuilder account = gappyAccount();
    auto assessment = std::make_shared<Assessment>(*m_audit.assessment);
    assessment->asOf = InventoryBuilder::now;
    const JudgedSnapshot other{account.build(), assessment};
    docks.selection.setAudit(other);
    docks.source.setAudit(other);
    QVERIFY(docks.model().rowCount() == 0); // nothing of the old account while the new one is worked out
    QVERIFY(docks.paging.serviceId().isEmpty());
    QTRY_VERIFY(docks.model().rowCount() > 0);
    QVERIFY(docks.coverage().serviceIndex(docks.paging.serviceId()) >= 0);
    docks.selection.setAudit({});
    docks.source.setAudit({});
    QCOMPARE(docks.model().rowCount(), 0);
    QVERIFY(docks.paging.page()->toPlainText().contains(u"No snapshot is open."_s));
}

void TestCoverageDocks::everythingHasAName()
{
    QAccessible::setActive(true);
    OPEN_SAMPLE;
    docks.gaps.show();
    docks.paging.show();
    auto *tabs = docks.control<QTabWidget>("gapsTabs");
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        for (QWidget *widget : docks.gaps.findChildren<QWidget *>() + docks.paging.findChildren<QWidget *>()) {
            bool isControl = false;
            for (const char *kind : {"QAbstractItemView", "QTextEdit", "QDockWidget", "QComboBox", "QLineEdit", "QAbstractSpinBox",
                                     "QAbstractButton", "QTabBar", "QProgressBar"})
                isControl = isControl || widget->inherits(kind);
            const bool isPart = qobject_cast<QLineEdit *>(widget) && (qobject_cast<QComboBox *>(widget->parentWidget())
                                                                     || qobject_cast<QAbstractSpinBox *>(widget->parentWidget()));
            const QString name = widget->objectName();
            if (!isControl || isPart || widget->inherits("QHeaderView") || name.startsWith(u"qt_"_s) || !widget->isVisible()
                || widget->inherits("QTableCornerButton") || qobject_cast<QLineEdit *>(widget->parentWidget()))
                continue;
            const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(),
                     qPrintable(QLatin1String(widget->metaObject()->className()) + u' ' + name));
        }
    }
    for (QAction *action : docks.gaps.actions() + docks.paging.actions()) {
        QVERIFY(!action->text().isEmpty());
        QVERIFY(action->objectName().startsWith(u"gaps."_s) || action->objectName().startsWith(u"paging."_s));
    }
}

QTEST_MAIN(TestCoverageDocks)
#include "tst_coveragedocks.moc"
