// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/csvtable.h"
#include "tests/ui/findings/shownfindings.h"
#include "ui/findings/findingsactions.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>

using namespace pdsi;
using namespace Qt::StringLiterals;
using Shown = made::ShownFindings;

class TestFindingsTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void placeGoesBothWays()
    {
        Shown shown;
        QSignalSpy detail(&shown.selection, &Selection::detailRequested);
        shown.select(u"S1"_s);
        QCOMPARE(shown.selection.place().resourceId, u"S1"_s);
        QTest::keyClick(shown.view.table(), Qt::Key_Return);
        QCOMPARE(detail.count(), 1);
        const qsizetype manual = 0; // control 1 comes first in the report
        shown.selection.selectOutcome(manual);
        QCOMPARE(shown.view.table()->currentOutcome(), manual);
        QCOMPARE(shown.selectedIds(), u"A1"_s);
        shown.selection.goBack();
        QCOMPARE(shown.selectedIds(), u"S1"_s);
        shown.filter(u"kind:account"_s);
        QCOMPARE(shown.selection.place().resourceId, u"S1"_s); // a filter moves nobody
        shown.filter({});
        QCOMPARE(shown.selectedIds(), u"S1"_s);
    }

    void selectionOutlivesFilterAndOrder()
    {
        Shown shown;
        shown.select(u"U1"_s);
        shown.select(u"S2"_s, true);
        shown.select(u"V1"_s, true);
        QCOMPARE(shown.label(u"findingsResult"_s), u"All 6 outcomes, 3 selected"_s);
        shown.view.model()->setSort({{FindingColumn::ResourceId, Qt::DescendingOrder}});
        shown.settle();
        QCOMPARE(shown.selectedIds(), u"V1 U1 S2"_s);
        shown.filter(u"status:fail"_s);
        QCOMPARE(shown.selectedIds(), u"U1 S2"_s);
        shown.action(u"selectAll"_s)->trigger();
        QCOMPARE(shown.selectedIds(), u"U2 U1 S2 S1"_s);
        shown.filter({});
        QCOMPARE(shown.selectedIds(), u"U2 U1 S2 S1"_s);
    }

    /// Rows of another account are other rows, whatever their number.
    void selectionEndsWithTheAssessment()
    {
        Shown shown;
        shown.action(u"selectAll"_s)->trigger();
        shown.selection.setAudit({nullptr, made::findingsOf({made::findingOf(8, OutcomeStatus::Fail, u"schedule"_s, u"S9"_s, u"New"_s)})});
        QVERIFY(shown.label(u"findingsResult"_s).isEmpty());
        shown.settle();
        QCOMPARE(shown.ids(), u"S9"_s);
        QCOMPARE(shown.selectedIds(), QString());
        QVERIFY(!shown.action(u"copy"_s)->isEnabled());
    }

    void clickBringsThePlaceBack()
    {
        Shown shown;
        shown.select(u"S1"_s);
        shown.selection.selectResource(u"user"_s, u"U1"_s);
        shown.select(u"S1"_s);
        QCOMPARE(shown.selection.place().resourceId, u"S1"_s);
    }

    void headersSort()
    {
        Shown shown;
        QHeaderView *header = shown.view.table()->horizontalHeader();
        const auto click = [&](FindingColumn column, Qt::KeyboardModifiers keys) {
            const QPoint at(header->sectionViewportPosition(int(column)) + 20, header->height() / 2);
            QTest::mouseClick(header->viewport(), Qt::LeftButton, keys, at);
            shown.settle();
        };
        click(FindingColumn::Kind, {});
        QCOMPARE(shown.view.model()->sorting(), (FindingSort{{FindingColumn::Kind, Qt::AscendingOrder}}));
        click(FindingColumn::Name, Qt::ShiftModifier);
        click(FindingColumn::Name, Qt::ShiftModifier);
        QCOMPARE(shown.view.model()->sorting(), (FindingSort{{FindingColumn::Kind, Qt::AscendingOrder}, {FindingColumn::Name, Qt::DescendingOrder}}));
        QCOMPARE(shown.ids(), u"A1 S2 S1 V1 U2 U1"_s);
        click(FindingColumn::Kind, {});
        click(FindingColumn::Kind, {});
        QCOMPARE(shown.view.model()->sorting(), (FindingSort{{FindingColumn::Kind, Qt::DescendingOrder}}));
        shown.action(u"sortWorstFirst"_s)->trigger();
        shown.settle();
        QCOMPARE(shown.ids(), u"U1 U2 S1 S2 A1 V1"_s);
    }

    void copiesWhatIsSelected()
    {
        Shown shown;
        QVERIFY(!shown.action(u"copy"_s)->isEnabled());
        shown.select(u"U2"_s);
        shown.select(u"S1"_s, true);
        QSignalSpy changed(QApplication::clipboard(), &QClipboard::dataChanged);
        shown.action(u"copyCsv"_s)->trigger();
        QTRY_COMPARE(changed.count(), 1);
        const QMimeData *data = QApplication::clipboard()->mimeData();
        QVERIFY(data->hasFormat(u"text/csv"_s));
        const QList<QStringList> table = readCsv(data->text());
        QCOMPARE(table.size(), 3);
        QCOMPARE(table.first().size(), shown.view.table()->visibleColumns().size());
        QCOMPARE(table.at(1).at(int(FindingColumn::Name)), u"'=cmd|' /C calc'!A0"_s);
        QCOMPARE(table.at(2).at(int(FindingColumn::Name)), u"Night watch"_s);
        QTest::keyClick(shown.view.table(), Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(changed.count(), 2);
        QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 3);
    }

    void onlyHttpsIsOpened()
    {
        Shown shown;
        QList<QUrl> opened;
        shown.view.findingsActions()->setAddressOpener([&opened](const QUrl &url) { opened << url; });
        for (const QString &bad : {u"U1"_s, u"U2"_s}) {
            shown.select(bad);
            QVERIFY(!shown.action(u"open"_s)->isEnabled());
            QVERIFY(!shown.action(u"copyLink"_s)->isEnabled());
        }
        shown.select(u"S1"_s);
        shown.action(u"open"_s)->trigger();
        QCOMPARE(opened, QList<QUrl>{QUrl(u"https://harbour.pagerduty.com/schedules/S1"_s)});
        shown.select(u"U2"_s, true);
        shown.select(u"S2"_s, true);
        shown.action(u"copyLink"_s)->trigger();
        QCOMPARE(QApplication::clipboard()->text(), u"https://harbour.pagerduty.com/schedules/S1\nhttps://harbour.pagerduty.com/schedules/S2"_s);
    }

    void contextMenuNarrows_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("ids");
        QTest::newRow("control") << u"onlyControl"_s << u"hours control:8"_s << u"S2"_s;
        QTest::newRow("resource") << u"onlyResource"_s << u"hours id:S2"_s << u"S2"_s;
        QTest::newRow("kind") << u"onlyKind"_s << u"hours kind:schedule"_s << u"S2"_s;
        QTest::newRow("status") << u"onlyStatus"_s << u"hours status:fail"_s << u"S2"_s;
        QTest::newRow("without control") << u"withoutControl"_s << u"hours -control:8"_s << u""_s;
        QTest::newRow("without resource") << u"withoutResource"_s << u"hours -id:S2"_s << u""_s;
    }

    void contextMenuNarrows()
    {
        QFETCH(const QString, action);
        Shown shown;
        shown.filter(u"hours"_s);
        shown.select(u"S2"_s);
        Q_EMIT shown.view.table()->customContextMenuRequested(QPoint(10, 10));
        auto *menu = shown.view.findChild<QMenu *>(u"findingsMenu"_s);
        QVERIFY(menu && menu->isVisible());
        QAction *chosen = shown.action(action);
        QVERIFY(menu->actions().contains(chosen));
        // By keyboard: a menu takes a click for the end of the one that opened it until the pointer has moved.
        menu->setActiveAction(chosen);
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_VERIFY(!shown.view.findChild<QMenu *>(u"findingsMenu"_s));
        shown.settle();
        QTEST(shown.view.searchField()->text(), "words");
        QTEST(shown.ids(), "ids");
    }

    void columnsAreChosen()
    {
        Shown shown;
        shown.action(u"columns"_s)->trigger();
        auto *menu = shown.view.findChild<QMenu *>(u"findingsColumns"_s);
        QVERIFY(menu && menu->isVisible());
        QCOMPARE(menu->actions().first()->text(), u"Status"_s);
        menu->actions().at(int(FindingColumn::Message))->trigger();
        menu->actions().at(int(FindingColumn::Frameworks))->trigger();
        QVERIFY(!shown.view.table()->visibleColumns().contains(FindingColumn::Message));
        QVERIFY(shown.view.table()->visibleColumns().contains(FindingColumn::Frameworks));
        menu->close();
    }

    void stateComesBack()
    {
        QByteArray state;
        {
            Shown shown;
            shown.view.table()->setColumnHidden(int(FindingColumn::Waived), true);
            shown.view.table()->horizontalHeader()->moveSection(0, 3);
            shown.view.model()->setSort({{FindingColumn::Name, Qt::DescendingOrder}});
            QTest::keyClicks(shown.view.searchField(), u"night"_s);
            QTest::keyClick(shown.view.searchField(), Qt::Key_Return);
            shown.settle();
            shown.view.table()->setColumnWidth(int(FindingColumn::Name), 333); // last: until somebody drags, widths follow the window
            state = shown.view.saveState();
        }
        Shown shown;
        QVERIFY(shown.view.restoreState(state));
        shown.settle();
        QVERIFY(shown.view.table()->isColumnHidden(int(FindingColumn::Waived)));
        QCOMPARE(shown.view.table()->columnWidth(int(FindingColumn::Name)), 333);
        QCOMPARE(shown.view.table()->visibleColumns().at(3), FindingColumn::Status);
        QCOMPARE(shown.view.model()->sorting(), (FindingSort{{FindingColumn::Name, Qt::DescendingOrder}}));
        QCOMPARE(shown.view.searchField()->recent(), QStringList{u"night"_s});
        shown.view.resize(700, 500);
        QCOMPARE(shown.view.table()->columnWidth(int(FindingColumn::Name)), 333);
        shown.action(u"recent"_s)->trigger();
        auto *menu = shown.view.findChild<QMenu *>(u"findingsRecent"_s);
        menu->actions().first()->trigger();
        menu->close();
        QCOMPARE(shown.selection.filter().text(), u"night"_s);
    }

    void brokenStateChangesNothing()
    {
        Shown shown;
        const QByteArray before = shown.view.saveState();
        for (qsizetype cut = 0; cut < before.size(); cut += 7)
            shown.view.restoreState(before.left(cut));
        QVERIFY(!shown.view.restoreState("nonsense"));
        QVERIFY(!shown.view.restoreState({}));
        QCOMPARE(shown.view.saveState(), before);
    }
};

QTEST_MAIN(TestFindingsTable)
#include "tst_findingstable.moc"
