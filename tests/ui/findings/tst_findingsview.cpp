// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/findings/shownfindings.h"
#include "ui/findings/searchhelp.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QCompleter>
#include <QPushButton>
#include <QSignalSpy>

using namespace pdsi;
using namespace Qt::StringLiterals;
using Shown = made::ShownFindings;

class TestFindingsView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void nothingOpen()
    {
        Selection selection;
        FindingsView view(selection);
        view.show();
        QVERIFY(view.findChild<QLabel *>(u"findingsMessage"_s)->text().contains(u"Nothing is open"_s));
        QVERIFY(!view.findChild<QPushButton *>(u"findingsClear"_s)->isVisible());
        for (QAction *action : view.actions())
            action->trigger(); // whatever is pressed, nothing is there to fail on
        for (QWidget *popup : QApplication::topLevelWidgets()) {
            if (popup != &view)
                popup->close();
        }
    }

    void emptyAssessment()
    {
        Shown shown(std::make_shared<const Assessment>());
        QVERIFY(shown.label(u"findingsMessage"_s).contains(u"no outcomes"_s));
        QVERIFY(!shown.sees(u"findingsClear"_s));
    }

    /// Typing narrows, chips count and press, clearing brings all back.
    void typesAndClears()
    {
        Shown shown;
        QCOMPARE(shown.ids(), u"U1 U2 S1 S2 A1 V1"_s);
        QCOMPARE(shown.label(u"findingsResult"_s), u"All 6 outcomes"_s);
        QCOMPARE(shown.chip(u"fail"_s)->text(), u"Fail 4"_s);
        QVERIFY(!shown.chip(u"error"_s)->isVisible());
        shown.action(u"search"_s)->trigger();
        QTest::keyClicks(shown.view.searchField(), u"status:fail kind:schedule "_s);
        shown.settle();
        QCOMPARE(shown.ids(), u"S1 S2"_s);
        QCOMPARE(shown.selection.filter().text(), u"status:fail kind:schedule "_s);
        QCOMPARE(shown.label(u"findingsResult"_s), u"2 of 6 outcomes"_s);
        QVERIFY(shown.chip(u"fail"_s)->isChecked());
        QCOMPARE(shown.chip(u"fail"_s)->text(), u"Fail 2"_s);
        QCOMPARE(shown.chip(u"pass"_s)->text(), u"Pass 0"_s);
        QTest::keyClick(shown.view.searchField(), Qt::Key_Escape);
        shown.settle();
        QCOMPARE(shown.ids(), u"U1 U2 S1 S2 A1 V1"_s);
        QTest::keyClick(shown.view.searchField(), Qt::Key_Z, Qt::ControlModifier);
        shown.settle();
        QCOMPARE(shown.view.searchField()->text(), u"status:fail kind:schedule "_s); // clearing is undone like typing
        QTest::keyClick(shown.view.searchField(), Qt::Key_Escape);
        QTest::keyClick(shown.view.searchField(), Qt::Key_Escape);
        QCOMPARE(shown.view.focusWidget(), shown.view.table());
    }

    void chipsAreTheFilter()
    {
        Shown shown;
        shown.filter(u"-kind:user"_s);
        shown.chip(u"fail"_s)->click();
        shown.chip(u"manual"_s)->click();
        shown.settle();
        QCOMPARE(shown.view.searchField()->text(), u"-kind:user status:fail,manual"_s);
        QCOMPARE(shown.ids(), u"S1 S2 A1"_s);
        shown.chip(u"fail"_s)->click();
        shown.settle();
        QCOMPARE(shown.ids(), u"A1"_s);
        shown.view.searchField()->undo();
        shown.settle();
        QCOMPARE(shown.ids(), u"S1 S2 A1"_s);
        QVERIFY(shown.chip(u"fail"_s)->isChecked());
    }

    void nothingMatches()
    {
        Shown shown;
        shown.filter(u"zzz"_s);
        QVERIFY(shown.label(u"findingsMessage"_s).contains(u"No outcome matches"_s));
        QVERIFY(shown.sees(u"findingsClear"_s));
        QVERIFY(!shown.view.table()->isVisible());
        shown.view.findChild<QPushButton *>(u"findingsClear"_s)->click();
        shown.settle();
        QCOMPARE(shown.view.model()->rowCount(), 6);
        QVERIFY(shown.view.table()->isVisible());
    }

    void problemsAreSaid()
    {
        Shown shown;
        QVERIFY(!shown.sees(u"findingsProblems"_s));
        shown.filter(u"status:foo <b>:x"_s);
        QVERIFY(shown.sees(u"findingsProblems"_s));
        QVERIFY(shown.label(u"findingsProblems"_s).contains(u"There is no status \"foo\""_s));
        QCOMPARE(shown.view.findChild<QLabel *>(u"findingsProblems"_s)->textFormat(), Qt::PlainText);
        QVERIFY(shown.label(u"findingsMessage"_s).contains(u"cannot be answered"_s));
        shown.filter({});
        QVERIFY(!shown.sees(u"findingsProblems"_s));
    }

    void completesWords()
    {
        Shown shown;
        SearchField *field = shown.view.searchField();
        field->setFocus();
        QTest::keyClicks(field, u"sev"_s);
        auto *completer = field->findChild<QCompleter *>();
        QTRY_VERIFY(completer->popup()->isVisible());
        QTest::keyClick(completer->popup(), Qt::Key_Down);
        QTest::keyClick(completer->popup(), Qt::Key_Return);
        QCOMPARE(field->text(), u"severity:"_s);
        QTRY_COMPARE(completer->completionModel()->rowCount(), 4); // on to its values
        QTest::keyClick(completer->popup(), Qt::Key_Down);
        QTest::keyClick(completer->popup(), Qt::Key_Down);
        QTest::keyClick(completer->popup(), Qt::Key_Return);
        QCOMPARE(field->text(), u"severity:high"_s);
        field->undo();
        QCOMPARE(field->text(), u"sev"_s); // what was typed
    }

    void helpTypesForYou()
    {
        Shown shown;
        shown.filter(u"night"_s);
        shown.view.searchField()->end(false);
        shown.action(u"searchHelp"_s)->trigger();
        auto *help = shown.view.findChild<SearchHelp *>();
        QVERIFY(help->isVisible());
        Q_EMIT help->findChild<QLabel *>()->linkActivated(u"status:"_s);
        QCOMPARE(shown.view.searchField()->text(), u"night status:"_s);
        QVERIFY(!help->isVisible());
    }

    void tabGoesFromTopToBottom()
    {
        Shown shown;
        QList<int> tops;
        QWidget *widget = shown.view.searchField();
        do {
            if (widget->isVisible() && widget->focusPolicy() & Qt::TabFocus && !widget->window()->windowFlags().testFlag(Qt::Popup))
                tops << widget->mapTo(&shown.view, QPoint()).y();
            widget = widget->nextInFocusChain();
        } while (widget != shown.view.searchField());
        QVERIFY(tops.size() >= 7); // field, two buttons, three chips, table
        QVERIFY2(std::is_sorted(tops.begin(), tops.end()), "the table must come last");
    }

    void everythingHasAName()
    {
        QAccessible::setActive(true);
        Shown shown;
        for (const QWidget *widget : shown.view.findChildren<QWidget *>()) {
            const bool control = widget->inherits("QAbstractButton") || widget->inherits("QLineEdit") || widget->inherits("QTableView");
            if (!control || !widget->isVisible() || widget->parentWidget()->inherits("QLineEdit"))
                continue;
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
        QStringList names;
        for (const QAction *action : shown.view.actions()) {
            QVERIFY(action->objectName().startsWith(u"findings."_s) && !action->text().isEmpty());
            QCOMPARE(action->shortcutContext(), Qt::WidgetWithChildrenShortcut);
            QVERIFY(!names.contains(action->objectName()));
            names << action->objectName();
        }
    }

    void hostileNamesFit()
    {
        Shown shown;
        shown.view.grab();
        shown.filter(u"id:U1"_s);
        const QModelIndex name = shown.view.model()->index(0, int(FindingColumn::Name));
        QVERIFY(name.data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;bold"_s));
        QVERIFY(shown.view.table()->rowHeight(0) < shown.view.fontMetrics().height() * 2);
    }
};

QTEST_MAIN(TestFindingsView)
#include "tst_findingsview.moc"
