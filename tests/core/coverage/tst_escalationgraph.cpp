// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/coverage/graphcase.h"

#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

class TestEscalationGraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholePathOfAPolicy();
    void whoIsOnCallNowAndNext();
    void contactMethods();
    void loops();
    void service();
    void person();
    void personWithoutATurn();
    void team();
    void account();
    void businessServices();
    void unknownIdsAreEmpty();
    void orderDoesNotDependOnTheAnswer();
};

void TestEscalationGraph::wholePathOfAPolicy()
{
    const EscalationGraph graph = GraphCase().graph();
    QCOMPARE(nodeKeys(graph), QStringList({u"service:PS1"_s, u"policy:PE1"_s, u"level:PE1/0"_s, u"level:PE1/1"_s,
                                       u"schedule:PSCH1"_s, u"person:PADA"_s, u"person:PBOB"_s, u"person:PCID"_s}));
    QCOMPARE(edgeLines(graph), QStringList({
        u"level:PE1/0 escalates 10 level:PE1/1"_s, u"level:PE1/0 targets schedule:PSCH1"_s,
        u"level:PE1/1 targets person:PCID"_s, u"policy:PE1 escalates 0 level:PE1/0"_s,
        u"schedule:PSCH1 next person:PBOB"_s, u"schedule:PSCH1 now person:PADA"_s, u"service:PS1 uses policy:PE1"_s}));
    QCOMPARE(nodeOf(graph, u"level:PE1/1"_s).level, 1);
    QCOMPARE(nodeOf(graph, u"level:PE1/1"_s).id, u"PE1"_s);
    QVERIFY(nodeOf(graph, u"person:PADA"_s).onCallNow);
    QVERIFY(!nodeOf(graph, u"person:PBOB"_s).onCallNow);
    QVERIFY(nodeOf(graph, u"person:PCID"_s).onCallNow);
}

void TestEscalationGraph::whoIsOnCallNowAndNext()
{
    GraphCase c;
    const GraphNode first = nodeOf(c.at(graphHour), u"schedule:PSCH1"_s);
    QCOMPARE(first.onCallNames, QStringList{u"PADA"_s});
    QCOMPARE(first.nextName, u"PBOB"_s);
    QCOMPARE(first.nextAt, std::optional<Instant>(graphNow + 12 * graphHour));
    const GraphNode second = nodeOf(c.at(12 * graphHour), u"schedule:PSCH1"_s);
    QCOMPARE(second.onCallNames, QStringList{u"PBOB"_s});
    QCOMPARE(second.nextAt, std::optional<Instant>(graphNow + 24 * graphHour));
    const GraphNode last = nodeOf(c.at(47 * graphHour), u"schedule:PSCH1"_s);
    QCOMPARE(last.nextName, QString());
    QVERIFY(!last.nextAt);
    // The same person after a break is next; a hand-over to oneself is none.
    c.schedule().finalEntries->clear();
    for (const auto &[from, until] : {std::pair(0, 2), std::pair(2, 4), std::pair(6, 8)})
        c.builder.entry(c.schedule(), from * graphHour, until * graphHour, u"PADA"_s);
    const EscalationGraph graph = c.at(graphHour);
    QCOMPARE(nodeOf(graph, u"schedule:PSCH1"_s).nextAt, std::optional<Instant>(graphNow + 6 * graphHour));
    QVERIFY(edgeLines(graph).contains(u"schedule:PSCH1 next person:PADA"_s));
    QVERIFY(edgeLines(graph).contains(u"schedule:PSCH1 now person:PADA"_s));
}

void TestEscalationGraph::contactMethods()
{
    GraphCase c;
    c.methods = true;
    NotificationRule later = c.user(2).notificationRules->front();
    later.startDelayMinutes = 5;
    c.user(2).notificationRules->push_back(later); // the same method again: the first time counts
    later.contactMethodId = u"PCID-mail"_s;
    c.user(2).notificationRules->push_back(later);
    later.urgency = u"low"_s;
    c.user(0).notificationRules->push_back(later);
    const EscalationGraph graph = c.graph();
    QCOMPARE(edgeLines(graph).filter(u"person:PCID"_s).filter(u"pagedBy"_s),
             QStringList({u"person:PCID pagedBy 0 contact:PCID/PCID-phone"_s, u"person:PCID pagedBy 5 contact:PCID/PCID-mail"_s}));
    QCOMPARE(nodeOf(graph, u"contact:PCID/PCID-mail"_s).contactType, u"email_contact_method"_s);
    QCOMPARE(nodeOf(graph, u"contact:PCID/PCID-mail"_s).id, u"PCID"_s);
    QCOMPARE(edgeLines(graph).filter(u"person:PADA pagedBy"_s).size(), 1);
}

void TestEscalationGraph::loops()
{
    GraphCase c;
    c.policy().numLoops = 3;
    const EscalationGraph graph = c.graph();
    QCOMPARE(nodeOf(graph, u"policy:PE1"_s).loops, 3);
    QVERIFY(edgeLines(graph).contains(u"level:PE1/1 loops x3 20 level:PE1/0"_s));
    QVERIFY(edgeLines(GraphCase().graph()).filter(u"loops"_s).isEmpty());
}

void TestEscalationGraph::service()
{
    GraphCase c;
    c.builder.service(u"PS2"_s, u"PE1"_s);
    c.builder.service(u"PS3"_s);
    QCOMPARE(nodeKeys(c.graph(GraphScopeKind::Service, u"PS1"_s)).filter(u"service:"_s), QStringList{u"service:PS1"_s});
    QCOMPARE(nodeKeys(c.graph()).filter(u"service:"_s), QStringList({u"service:PS1"_s, u"service:PS2"_s}));
    const EscalationGraph none = c.graph(GraphScopeKind::Service, u"PS3"_s);
    QCOMPARE(markLines(none), QStringList{u"service:PS3 missingPolicy 5 service:PS3"_s});
    QCOMPARE(none.nodes.size(), size_t(1));
}

void TestEscalationGraph::person()
{
    GraphCase c;
    c.builder.policy(u"PE2"_s, {{u"PADA"_s}, {u"PBOB"_s}, {u"PADA"_s}});
    c.builder.service(u"PS2"_s, u"PE2"_s);
    const EscalationGraph graph = c.graph(GraphScopeKind::Person, u"PBOB"_s);
    QCOMPARE(edgeLines(graph), QStringList({
        u"level:PE1/0 targets schedule:PSCH1"_s, u"level:PE2/0 escalates 0 level:PE2/1"_s,
        u"level:PE2/1 targets person:PBOB"_s, u"policy:PE1 escalates 0 level:PE1/0"_s,
        u"policy:PE2 escalates 0 level:PE2/0"_s, u"schedule:PSCH1 next person:PBOB"_s,
        u"service:PS1 uses policy:PE1"_s, u"service:PS2 uses policy:PE2"_s}));
    QCOMPARE(nodeKeys(graph).filter(u"person:"_s), QStringList{u"person:PBOB"_s});
    const auto next = std::find_if(graph.edges.begin(), graph.edges.end(),
                                   [](const GraphEdge &edge) { return edge.kind == GraphEdgeKind::OnCallNext; });
    QCOMPARE(next->begins, std::optional<Instant>(graphNow + 12 * graphHour));
}

void TestEscalationGraph::personWithoutATurn()
{
    GraphCase c;
    for (ScheduleEntry &entry : *c.schedule().finalEntries)
        entry.userId = u"PADA"_s;
    QVERIFY(edgeLines(c.graph(GraphScopeKind::Person, u"PBOB"_s)).contains(u"schedule:PSCH1 targets person:PBOB"_s));
    // A layer that has ended leads nowhere.
    c.schedule().layers[0].end = graphNow - graphHour;
    QCOMPARE(nodeKeys(c.graph(GraphScopeKind::Person, u"PBOB"_s)), QStringList{u"person:PBOB"_s});
}

void TestEscalationGraph::team()
{
    GraphCase c;
    c.builder.rows().services.front().teamIds = {u"PT1"_s};
    c.builder.policy(u"PE2"_s, {{u"PADA"_s}}).teamIds = {u"PT1"_s};
    c.builder.policy(u"PE3"_s, {{u"PADA"_s}});
    c.builder.service(u"PS2"_s, u"PE2"_s);
    c.builder.service(u"PS3"_s, u"PE3"_s);
    const QStringList shown = nodeKeys(c.graph(GraphScopeKind::Team, u"PT1"_s));
    QCOMPARE(shown.mid(0, 4), QStringList({u"service:PS1"_s, u"service:PS2"_s, u"policy:PE1"_s, u"policy:PE2"_s}));
    QVERIFY(shown.contains(u"schedule:PSCH1"_s));
    QVERIFY(!shown.contains(u"policy:PE3"_s));
}

void TestEscalationGraph::account()
{
    GraphCase c;
    c.methods = true;
    c.builder.schedule(u"PSCH2"_s);
    c.policy().rules.push_back(c.policy().rules[0]); // one edge all the same
    const EscalationGraph graph = c.graph(GraphScopeKind::Account, {});
    QCOMPARE(nodeKeys(graph), QStringList({u"service:PS1"_s, u"policy:PE1"_s, u"schedule:PSCH1"_s, u"schedule:PSCH2"_s}));
    QCOMPARE(edgeLines(graph), QStringList({u"policy:PE1 targets schedule:PSCH1"_s, u"service:PS1 uses policy:PE1"_s}));
    QCOMPARE(nodeOf(graph, u"schedule:PSCH1"_s).onCallNames, QStringList{u"PADA"_s});
}

void TestEscalationGraph::businessServices()
{
    GraphCase c;
    c.builder.service(u"PS2"_s);
    c.builder.businessService(u"PBS1"_s);
    c.builder.businessService(u"PBS2"_s);
    c.builder.businessService(u"PBS3"_s);
    c.builder.dependency(u"PS1"_s, u"PS2"_s);
    c.builder.dependency(u"PS2"_s, u"PBS1"_s);
    c.builder.dependency(u"PBS1"_s, u"PBS2"_s);
    c.builder.dependency(u"PBS2"_s, u"PBS1"_s); // round and round
    QVERIFY(edgeLines(c.graph()).filter(u"dependsOn"_s).isEmpty());
    c.business = true;
    QCOMPARE(edgeLines(c.graph()).filter(u"dependsOn"_s),
             QStringList({u"business:PBS1 dependsOn business:PBS2"_s, u"business:PBS1 dependsOn service:PS2"_s,
                          u"business:PBS2 dependsOn business:PBS1"_s, u"service:PS2 dependsOn service:PS1"_s}));
    QVERIFY(!nodeKeys(c.graph()).contains(u"business:PBS3"_s));
}

void TestEscalationGraph::unknownIdsAreEmpty()
{
    for (const GraphScopeKind kind :
         {GraphScopeKind::Policy, GraphScopeKind::Service, GraphScopeKind::Person, GraphScopeKind::Team}) {
        const EscalationGraph graph = GraphCase().graph(kind, u"PNONE"_s);
        QVERIFY(graph.nodes.empty() && graph.edges.empty());
        QCOMPARE(graph.at, graphNow);
    }
}

void TestEscalationGraph::orderDoesNotDependOnTheAnswer()
{
    GraphCase c;
    c.methods = true;
    c.builder.service(u"PS0"_s, u"PE1"_s);
    c.builder.policy(u"PE0"_s, {{u"PBOB"_s}, {u"PSCH1"_s}});
    const EscalationGraph one = c.graph(GraphScopeKind::Person, u"PBOB"_s);
    const EscalationGraph all = c.graph(GraphScopeKind::Account, {});
    std::reverse(c.builder.rows().services.begin(), c.builder.rows().services.end());
    std::reverse(c.builder.rows().policies.begin(), c.builder.rows().policies.end());
    std::reverse(c.builder.rows().users.begin(), c.builder.rows().users.end());
    QVERIFY(c.graph(GraphScopeKind::Person, u"PBOB"_s) == one);
    QVERIFY(c.graph(GraphScopeKind::Account, {}) == all);
}

QTEST_GUILESS_MAIN(TestEscalationGraph)
#include "tst_escalationgraph.moc"
