// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/coverage/docks.h"
#include "ui/coverage/differencespane.h"
#include "ui/coverage/peoplepane.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

namespace {

int firstRowOf(GapListModel &model, GapSubject subject)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.entry(row).subject == subject)
            return row;
    }
    return -1;
}

} // namespace

class TestGapListView : public QObject
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
    void anotherAccountReplacesAll();
    void everythingHasAName();

private:
    JudgedSnapshot m_audit;
};

#define OPEN_SAMPLE \
    Docks docks(m_audit); \
    QTRY_VERIFY(docks.source.coverage())

void TestGapListView::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const auto judged = judgeSample();
    QVERIFY(judged.ok());
    m_audit = judged.value();
}

void TestGapListView::nothingOpen()
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

void TestGapListView::gapMovesTheSelection()
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

void TestGapListView::selectionMovesTheGap()
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

void TestGapListView::filteredGapIsNoLongerCurrent()
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

void TestGapListView::sortingAndFilteringPointAtNothing()
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

void TestGapListView::copyAndExport()
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

void TestGapListView::exportAsksForAFile()
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

void TestGapListView::peopleBothWays()
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

void TestGapListView::differencesAreWorkedOutWhenSeen()
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

void TestGapListView::anotherAccountReplacesAll()
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

void TestGapListView::everythingHasAName()
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

QTEST_MAIN(TestGapListView)
#include "tst_gaplistview.moc"
