// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/graph/opengraph.h"
#include "ui/graph/graphwords.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace pdsi;
using namespace Qt::StringLiterals;

/// What an analyst does with the escalation graph of the sample account.
class TestGraphView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptyWithoutAudit();
    void choosesAPolicy();
    void clickOnAMarkSelectsItsFinding();
    void nodesSelectTheirResource();
    void followsFindingsAndResources();
    void personShowsEveryPath();
    void walksThroughWhatIsWrong();
    void wholeAccountOpensOnClick();
    void instantChangesWhoIsOnCall();
    void searches();
    void contactMethodsAndDependencies();
    void stateIsKept();
    void exportsFiles();
    void menuByKeyboard();
    void whatIfAndBack();
    void closingForgets();
};

#define OPEN_SAMPLE(opened) \
    OpenGraph opened; \
    opened.openSample(); \
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000)

#define SHOW(opened, kind, which) \
    opened.view->setScope(GraphScopeKind::kind, which); \
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000); \
    QCOMPARE(opened.graph().scope.id, QString(which))

void TestGraphView::emptyWithoutAudit()
{
    OpenGraph opened;
    QVERIFY(opened.canvas().scene().emptyText.contains(u"No snapshot is open"_s));
    QVERIFY(!opened.action("fit")->isEnabled());
    opened.openSample();
    QVERIFY(opened.canvas().scene().emptyText.contains(u"Working out"_s));
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
    QVERIFY(opened.action("fit")->isEnabled());
}

void TestGraphView::choosesAPolicy()
{
    OPEN_SAMPLE(opened);
    auto *kind = opened.view->findChild<QComboBox *>(u"graphScopeKind"_s);
    auto *item = opened.view->findChild<QComboBox *>(u"graphScopeItem"_s);
    kind->setCurrentIndex(kind->findData(int(GraphScopeKind::Policy)));
    Q_EMIT kind->activated(kind->currentIndex());
    item->setCurrentIndex(item->findText(u"Warehouse"_s));
    Q_EMIT item->activated(item->currentIndex());
    QCOMPARE(opened.view->scope().id, u"PHFE04"_s);
    QCOMPARE(opened.selection.place().resourceId, u"PHFE04"_s);
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
    QVERIFY(opened.node(u"policy:PHFE04"_s) >= 0);
    QVERIFY(opened.node(u"level:PHFE04/2"_s) >= 0);
    QVERIFY(opened.label("graphHeader").startsWith(u"Policy Warehouse"_s));
    QVERIFY(opened.label("graphHeader").contains(u"UTC, when the snapshot was taken"_s));
    QCOMPARE(opened.canvas().current().node, opened.node(u"policy:PHFE04"_s));
    item->setEditText(u"no such policy"_s); // gives way
    Q_EMIT item->lineEdit()->editingFinished();
    QCOMPARE(item->currentText(), u"Warehouse"_s);
}

void TestGraphView::clickOnAMarkSelectsItsFinding()
{
    OPEN_SAMPLE(opened);
    SHOW(opened, Policy, u"PHFE14"_s); // one level only
    const GraphItem mark = opened.marked(GraphMarkKind::SingleLevel);
    QVERIFY(mark.node >= 0);
    opened.click(mark.node, mark.mark);
    QCOMPARE(opened.selection.place().controlId, 6);
    QCOMPARE(opened.selection.place().resourceId, u"PHFE14"_s);
    QVERIFY(opened.selection.place().outcome >= 0);
    QCOMPARE(opened.selection.audit().assessment->outcomes.at(opened.selection.place().outcome).status, OutcomeStatus::Fail);
    QCOMPARE(opened.canvas().current(), mark);
}

void TestGraphView::nodesSelectTheirResource()
{
    OPEN_SAMPLE(opened);
    SHOW(opened, Policy, u"PHFE04"_s);
    const struct { QString key, kind, id; } nodes[] = {{u"schedule:PHFS06"_s, u"schedule"_s, u"PHFS06"_s},
                                                       {u"level:PHFE04/1"_s, u"escalation_policy"_s, u"PHFE04"_s},
                                                       {u"service:PHFS106"_s, u"service"_s, u"PHFS106"_s}};
    for (const auto &[key, kind, id] : nodes) {
        const int node = opened.node(key);
        QVERIFY2(node >= 0, qPrintable(key));
        opened.canvas().setCurrent({node, -1});
        QTest::mouseClick(&opened.canvas(), Qt::LeftButton, {}, opened.canvas().rectOf({node, -1}).topLeft() + QPoint(12, 12));
        QCOMPARE(opened.selection.place().resourceKind, kind);
        QCOMPARE(opened.selection.place().resourceId, id);
        QCOMPARE(opened.canvas().current().node, node);
        QCOMPARE(opened.view->scope().id, u"PHFE04"_s); // it stays where the analyst is
    }
    QSignalSpy detail(&opened.selection, &Selection::detailRequested);
    opened.key(Qt::Key_Return);
    QCOMPARE(detail.count(), 1);
}

void TestGraphView::followsFindingsAndResources()
{
    OPEN_SAMPLE(opened);
    SHOW(opened, Policy, u"PHFE04"_s);
    const auto &outcomes = opened.selection.audit().assessment->outcomes;
    const auto found = std::find_if(outcomes.begin(), outcomes.end(), [](const AssessedOutcome &outcome) {
        return outcome.controlId == 6 && outcome.resource.id == u"PHFE14" && outcome.status == OutcomeStatus::Fail;
    });
    QVERIFY(found != outcomes.end());
    opened.selection.selectOutcome(found - outcomes.begin());
    QCOMPARE(opened.view->scope().id, u"PHFE14"_s);
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
    QTRY_COMPARE(opened.canvas().current(), opened.marked(GraphMarkKind::SingleLevel));
    opened.selection.selectResource(u"schedule"_s, u"PHFS06"_s);
    QTRY_COMPARE(opened.view->scope().id, u"PHFE04"_s); // the policy that holds it
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady() && opened.canvas().current().node >= 0, 20'000);
    QCOMPARE(opened.canvas().current().node, opened.node(u"schedule:PHFS06"_s));
    opened.selection.selectResource(u"service"_s, u"PHFS106"_s); // is in sight already
    QCOMPARE(opened.view->scope().id, u"PHFE04"_s);
    QCOMPARE(opened.canvas().current().node, opened.node(u"service:PHFS106"_s));
    opened.selection.selectResource(u"webhook_subscription"_s, u"PNONE"_s); // nothing of the graph
    QCOMPARE(opened.view->scope().id, u"PHFE04"_s);
}

void TestGraphView::personShowsEveryPath()
{
    OPEN_SAMPLE(opened);
    SHOW(opened, Policy, u"PHFE04"_s);
    const auto &nodes = opened.graph().nodes;
    const auto person = std::find_if(nodes.begin(), nodes.end(), [](const GraphNode &node) { return node.kind == GraphNodeKind::Person; });
    QVERIFY(person != nodes.end());
    const QString key = person->key, id = person->id;
    const int node = int(person - nodes.begin());
    opened.canvas().setCurrent({node, -1});
    opened.action("open")->trigger();
    QCOMPARE(opened.view->scope().kind, GraphScopeKind::Person);
    QCOMPARE(opened.view->scope().id, id);
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
    QVERIFY(opened.node(key) >= 0);
    QVERIFY(opened.label("graphHeader").startsWith(u"Every path that ends at"_s));
}

void TestGraphView::walksThroughWhatIsWrong()
{
    OPEN_SAMPLE(opened);
    SHOW(opened, Policy, u"PHFE14"_s);
    int marks = 0;
    for (const GraphNode &node : opened.graph().nodes)
        marks += int(node.marks.size());
    QVERIFY(marks > 0);
    opened.canvas().setCurrent({});
    QSet<QPair<int, int>> seen;
    for (int i = 0; i < marks; ++i) {
        opened.action("nextMark")->trigger();
        const GraphItem at = opened.canvas().current();
        QVERIFY(at.mark >= 0);
        const GraphMark &mark = opened.graph().nodes[size_t(at.node)].marks[size_t(at.mark)];
        QCOMPARE(opened.selection.place().resourceId, mark.resourceId);
        seen.insert({at.node, at.mark});
    }
    QCOMPARE(seen.size(), marks);
    const GraphItem last = opened.canvas().current();
    opened.action("nextMark")->trigger();
    opened.action("previousMark")->trigger();
    QCOMPARE(opened.canvas().current(), last);
}

void TestGraphView::wholeAccountOpensOnClick()
{
    OPEN_SAMPLE(opened);
    opened.action("account")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady() && opened.graph().scope.kind == GraphScopeKind::Account, 20'000);
    QVERIFY(opened.canvas().camera().seen(opened.canvas().size()).contains(opened.canvas().scene().drawing()));
    const int node = opened.node(u"policy:PHFE07"_s);
    QVERIFY(node >= 0);
    opened.click(node);
    QCOMPARE(opened.view->scope().kind, GraphScopeKind::Policy);
    QCOMPARE(opened.view->scope().id, u"PHFE07"_s);
    QCOMPARE(opened.selection.place().resourceId, u"PHFE07"_s);
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
    opened.action("account")->trigger(); // and by keyboard
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady() && opened.graph().scope.kind == GraphScopeKind::Account, 20'000);
    opened.canvas().setCurrent({opened.node(u"service:PHFS116"_s), -1});
    opened.key(Qt::Key_Return);
    QCOMPARE(opened.view->scope().kind, GraphScopeKind::Service);
    QCOMPARE(opened.view->scope().id, u"PHFS116"_s);
}

void TestGraphView::instantChangesWhoIsOnCall()
{
    OPEN_SAMPLE(opened);
    SHOW(opened, Policy, u"PHFE04"_s);
    const auto names = [&] { return opened.graph().nodes[size_t(opened.node(u"schedule:PHFS06"_s))].onCallNames; };
    const QStringList before = names();
    const auto next = opened.graph().nodes[size_t(opened.node(u"schedule:PHFS06"_s))].nextAt;
    QVERIFY(next);
    opened.selection.setInstant(*next + 60);
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady() && opened.graph().at == *next + 60, 20'000);
    QVERIFY(names() != before);
    QVERIFY(opened.label("graphHeader").contains(graphInstant(*next + 60)));
    QVERIFY(!opened.label("graphHeader").contains(u"snapshot"_s));
    opened.selection.setInstant(std::nullopt);
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady() && names() == before, 20'000);
}

void TestGraphView::searches()
{
    OPEN_SAMPLE(opened);
    SHOW(opened, Policy, u"PHFE04"_s);
    auto *search = opened.view->findChild<QLineEdit *>(u"graphSearch"_s);
    opened.action("search")->trigger();
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, u"level"_s);
    QCOMPARE(std::count(opened.canvas().scene().matches.begin(), opened.canvas().scene().matches.end(), true), 4); // three and the policy's "3 levels"
    QVERIFY(opened.label("graphDetail").startsWith(u"4 found"_s));
    QSet<int> seen;
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(search, Qt::Key_Return);
        seen.insert(opened.canvas().current().node);
    }
    QCOMPARE(seen.size(), 4);
    QVERIFY(seen.contains(opened.node(u"level:PHFE04/0"_s)));
    const int last = opened.canvas().current().node;
    opened.action("nextMatch")->trigger();
    opened.action("previousMatch")->trigger();
    QCOMPARE(opened.canvas().current().node, last);
    search->clear();
    QVERIFY(opened.canvas().scene().matches.empty());
}

void TestGraphView::contactMethodsAndDependencies()
{
    OPEN_SAMPLE(opened);
    SHOW(opened, Service, u"PHFS116"_s);
    const auto count = [&](GraphNodeKind kind) {
        return std::count_if(opened.graph().nodes.begin(), opened.graph().nodes.end(), [kind](const GraphNode &node) { return node.kind == kind; });
    };
    QVERIFY(count(GraphNodeKind::ContactMethod) > 0);
    opened.action("contactMethods")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady() && !opened.graph().scope.contactMethods, 20'000);
    QCOMPARE(count(GraphNodeKind::ContactMethod), 0);
    QCOMPARE(count(GraphNodeKind::BusinessService), 0);
    opened.action("businessServices")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady() && opened.graph().scope.businessServices, 20'000);
    QVERIFY(count(GraphNodeKind::BusinessService) > 0);
}

void TestGraphView::stateIsKept()
{
    OpenGraph first, second;
    first.action("contactMethods")->trigger();
    first.action("businessServices")->trigger();
    QVERIFY(second.view->restoreState(first.view->saveState()));
    QVERIFY(!second.view->scope().contactMethods);
    QVERIFY(second.view->scope().businessServices);
    QVERIFY(second.action("businessServices")->isChecked());
    QVERIFY(!second.view->restoreState("nonsense"));
}

void TestGraphView::exportsFiles()
{
    OPEN_SAMPLE(opened);
    SHOW(opened, Policy, u"PHFE04"_s);
    QTemporaryDir folder;
    const auto read = [&](const QString &name) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QList<Result<Done>> exported;
    connect(opened.view, &GraphView::exported, this, [&exported](const QString &, const Result<Done> &result) { exported << result; });
    for (const QString &name : {u"a.svg"_s, u"a.png"_s, u"a.pdf"_s, u"a.DOT"_s}) {
        exported.clear();
        QVERIFY(opened.view->exportTo(folder.filePath(name)));
        QVERIFY(!opened.action("export")->isEnabled());
        QVERIFY(!opened.view->exportTo(folder.filePath(u"second.svg"_s))); // one at a time
        QTRY_COMPARE(exported.count(), 1);
        QVERIFY(exported.first().ok());
        QVERIFY(opened.action("export")->isEnabled());
    }
    const QByteArray svg = read(u"a.svg"_s);
    QVERIFY(svg.contains("<title>Escalation graph: policy Warehouse</title>"));
    QVERIFY(svg.contains("Warehouse Primary"));
    QVERIFY(!svg.contains("<image"));
    QVERIFY(read(u"a.pdf"_s).startsWith("%PDF-"));
    QVERIFY(read(u"a.DOT"_s).contains("\"policy:PHFE04\""));
    const QImage png(folder.filePath(u"a.png"_s));
    QCOMPARE(png.text(u"Title"_s), u"Escalation graph: policy Warehouse"_s);
    QVERIFY(png.width() > 800);
    QVERIFY(!opened.view->exportTo(folder.filePath(u"a.txt"_s)));
    exported.clear();
    QVERIFY(opened.view->exportTo(folder.filePath(u"none/a.svg"_s)));
    QTRY_COMPARE(exported.count(), 1);
    QVERIFY(!exported.first().ok());
    QTRY_VERIFY(opened.view->findChild<QMessageBox *>());
    opened.action("export")->trigger();
    auto *dialog = opened.view->findChild<QFileDialog *>(u"graphExportDialog"_s);
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(folder.filePath(u"b.svg"_s));
    QTRY_VERIFY(QFile::exists(folder.filePath(u"b.svg"_s)));
}

void TestGraphView::menuByKeyboard()
{
    OPEN_SAMPLE(opened);
    SHOW(opened, Policy, u"PHFE04"_s);
    opened.canvas().setCurrent({opened.node(u"service:PHFS106"_s), -1});
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(&opened.canvas(), &event);
    auto *menu = opened.view->findChild<QMenu *>(u"graphMenu"_s);
    QVERIFY(menu);
    QVERIFY(menu->actions().contains(opened.action("open")));
    opened.action("open")->trigger();
    menu->close();
    QCOMPARE(opened.view->scope().kind, GraphScopeKind::Service);
}

void TestGraphView::whatIfAndBack()
{
    OPEN_SAMPLE(opened);
    SHOW(opened, Policy, u"PHFE04"_s);
    const auto schedule = [&]() -> const GraphNode & { return opened.graph().nodes[size_t(opened.node(u"schedule:PHFS06"_s))]; };
    const QStringList before = schedule().onCallNames;
    QVERIFY(!before.isEmpty() && !schedule().changed);
    opened.canvas().setCurrent({opened.node(u"schedule:PHFS06"_s), -1});
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(&opened.canvas(), &event);
    auto *menu = opened.view->findChild<QMenu *>(u"graphMenu"_s);
    QVERIFY(menu && menu->actions().contains(opened.action("scheduleRemoved")));
    QVERIFY(!menu->actions().contains(opened.action("personAway")));
    opened.action("scheduleRemoved")->trigger();
    menu->close();
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady() && schedule().changed, 20'000);
    QVERIFY(schedule().onCallNames.isEmpty());
    QVERIFY(graphLines(opened.graph(), opened.node(u"schedule:PHFS06"_s)).contains(u"What if: removed"_s));
    QVERIFY(opened.view->findChild<QWidget *>(u"whatIfBanner"_s)->isVisible());
    opened.action("resetWhatIf")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(opened.isReady() && !schedule().changed, 20'000);
    QCOMPARE(schedule().onCallNames, before);
    QVERIFY(!opened.view->findChild<QWidget *>(u"whatIfBanner"_s)->isVisible());
}

void TestGraphView::closingForgets()
{
    OPEN_SAMPLE(opened);
    opened.selection.setAudit({});
    opened.source.setAudit({});
    QTRY_VERIFY(opened.canvas().count() == 0);
    QVERIFY(opened.canvas().scene().emptyText.contains(u"No snapshot is open"_s));
    QVERIFY(opened.label("graphHeader").isEmpty());
}

QTEST_MAIN(TestGraphView)
#include "tst_graphview.moc"
