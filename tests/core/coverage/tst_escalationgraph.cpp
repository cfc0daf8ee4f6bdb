// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/escalationgraph.h"

#include "tests/support/inventorybuilder.h"

#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

namespace {

constexpr Instant now = InventoryBuilder::now; // Monday 2026-03-02 12:30 UTC
constexpr Instant hour = 3'600;

/// One service; level 1 a schedule that Ada and Bob share in turns of 12 hours, level 2 Cid; 10 and 20 minutes.
struct GraphCase {
    GraphCase()
    {
        for (const QString &id : {u"PADA"_s, u"PBOB"_s, u"PCID"_s})
            builder.user(id);
        Schedule &schedule = builder.schedule(u"PSCH1"_s, {u"PADA"_s, u"PBOB"_s});
        for (int turn = 0; turn < 4; ++turn)
            builder.entry(schedule, turn * 12 * hour, (turn + 1) * 12 * hour, turn % 2 ? u"PBOB"_s : u"PADA"_s);
        EscalationPolicy &policy = builder.policy(u"PE1"_s, {{u"PSCH1"_s}, {u"PCID"_s}});
        policy.rules[0].delayMinutes = 10;
        policy.rules[1].delayMinutes = 20;
        builder.service(u"PS1"_s, u"PE1"_s);
        options.window = {now, now + 48 * hour};
    }
    EscalationPolicy &policy() { return builder.rows().policies.front(); }
    Schedule &schedule() { return builder.rows().schedules.front(); }
    User &user(size_t index) { return builder.rows().users[index]; }

    EscalationGraph graph(GraphScopeKind kind = GraphScopeKind::Policy, const QString &id = u"PE1"_s,
                          Instant after = 0) const
    {
        GraphScope scope;
        scope.kind = kind;
        scope.id = id;
        scope.businessServices = business;
        scope.contactMethods = methods;
        const auto inventory = builder.build();
        return escalationGraph(*inventory, *computeCoverage(*inventory, options), scope, now + after);
    }
    EscalationGraph at(Instant after) const { return graph(GraphScopeKind::Policy, u"PE1"_s, after); }

    InventoryBuilder builder;
    CoverageOptions options;
    bool business = false;
    bool methods = false;
};

constexpr std::array edgeNames{"dependsOn", "uses", "escalates", "targets", "now", "next", "pagedBy", "loops"};
constexpr std::array markNames{"missingPolicy", "singleLevel", "samePerson", "nobodyNow", "skipped",
                               "empty",         "deadEnd",     "unreachable", "notReadable"};

/// `policy:PE1 escalates 0 level:PE1/0`.
QStringList edges(const EscalationGraph &graph)
{
    QStringList lines;
    for (const GraphEdge &edge : graph.edges) {
        const QString minutes = edge.minutes < 0 ? QString() : QString::number(edge.minutes) + u' ';
        const QString count = edge.count ? u"x%1 "_s.arg(edge.count) : QString();
        lines.append(graph.nodes[size_t(edge.from)].key + u' ' + QLatin1String(edgeNames[size_t(edge.kind)]) + u' '
                     + count + minutes + graph.nodes[size_t(edge.to)].key);
    }
    lines.sort();
    return lines;
}

/// `policy:PE1 singleLevel 6 escalation_policy:PE1`.
QStringList marks(const EscalationGraph &graph)
{
    QStringList lines;
    for (const GraphNode &node : graph.nodes) {
        for (const GraphMark &mark : node.marks)
            lines.append(u"%1 %2 %3 %4:%5"_s.arg(node.key, QLatin1String(markNames[size_t(mark.kind)]))
                             .arg(mark.controlId).arg(mark.resourceKind, mark.resourceId));
    }
    return lines;
}

const GraphNode &nodeOf(const EscalationGraph &graph, const QString &key)
{
    static const GraphNode none;
    const int index = graph.indexOf(key);
    return index < 0 ? none : graph.nodes[size_t(index)];
}

QStringList keys(const EscalationGraph &graph)
{
    QStringList all;
    for (const GraphNode &node : graph.nodes)
        all.append(node.key);
    return all;
}

} // namespace

class TestEscalationGraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholePathOfAPolicy();
    void whoIsOnCallNowAndNext();
    void contactMethods();
    void loops();
    void soundAccountHasNoMarks();
    void marks_data();
    void marks();
    void whatCouldNotBeReadIsNeverAFault();
    void outsideTheWindowNothingIsKnown();
    void unusedPoliciesNameNoFinding();
    void service();
    void person();
    void personWithoutATurn();
    void team();
    void account();
    void businessServices();
    void unknownIdsAreEmpty();
    void orderDoesNotDependOnTheAnswer();
    void whatIf();
};

void TestEscalationGraph::wholePathOfAPolicy()
{
    const EscalationGraph graph = GraphCase().graph();
    QCOMPARE(keys(graph), QStringList({u"service:PS1"_s, u"policy:PE1"_s, u"level:PE1/0"_s, u"level:PE1/1"_s,
                                       u"schedule:PSCH1"_s, u"person:PADA"_s, u"person:PBOB"_s, u"person:PCID"_s}));
    QCOMPARE(edges(graph), QStringList({
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
    const GraphNode first = nodeOf(c.at(hour), u"schedule:PSCH1"_s);
    QCOMPARE(first.onCallNames, QStringList{u"PADA"_s});
    QCOMPARE(first.nextName, u"PBOB"_s);
    QCOMPARE(first.nextAt, std::optional<Instant>(now + 12 * hour));
    const GraphNode second = nodeOf(c.at(12 * hour), u"schedule:PSCH1"_s);
    QCOMPARE(second.onCallNames, QStringList{u"PBOB"_s});
    QCOMPARE(second.nextAt, std::optional<Instant>(now + 24 * hour));
    const GraphNode last = nodeOf(c.at(47 * hour), u"schedule:PSCH1"_s);
    QCOMPARE(last.nextName, QString());
    QVERIFY(!last.nextAt);
    // The same person after a break is next; a hand-over to oneself is none.
    c.schedule().finalEntries->clear();
    for (const auto &[from, until] : {std::pair(0, 2), std::pair(2, 4), std::pair(6, 8)})
        c.builder.entry(c.schedule(), from * hour, until * hour, u"PADA"_s);
    const EscalationGraph graph = c.at(hour);
    QCOMPARE(nodeOf(graph, u"schedule:PSCH1"_s).nextAt, std::optional<Instant>(now + 6 * hour));
    QVERIFY(edges(graph).contains(u"schedule:PSCH1 next person:PADA"_s));
    QVERIFY(edges(graph).contains(u"schedule:PSCH1 now person:PADA"_s));
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
    QCOMPARE(edges(graph).filter(u"person:PCID"_s).filter(u"pagedBy"_s),
             QStringList({u"person:PCID pagedBy 0 contact:PCID/PCID-phone"_s, u"person:PCID pagedBy 5 contact:PCID/PCID-mail"_s}));
    QCOMPARE(nodeOf(graph, u"contact:PCID/PCID-mail"_s).contactType, u"email_contact_method"_s);
    QCOMPARE(nodeOf(graph, u"contact:PCID/PCID-mail"_s).id, u"PCID"_s);
    QCOMPARE(edges(graph).filter(u"person:PADA pagedBy"_s).size(), 1);
}

void TestEscalationGraph::loops()
{
    GraphCase c;
    c.policy().numLoops = 3;
    const EscalationGraph graph = c.graph();
    QCOMPARE(nodeOf(graph, u"policy:PE1"_s).loops, 3);
    QVERIFY(edges(graph).contains(u"level:PE1/1 loops x3 20 level:PE1/0"_s));
    QVERIFY(edges(GraphCase().graph()).filter(u"loops"_s).isEmpty());
}

void TestEscalationGraph::soundAccountHasNoMarks()
{
    GraphCase c;
    c.methods = true;
    QCOMPARE(::marks(c.graph()), QStringList());
    QCOMPARE(::marks(c.graph(GraphScopeKind::Account, {})), QStringList());
}

void TestEscalationGraph::marks_data()
{
    QTest::addColumn<std::function<void(GraphCase &)>>("edit");
    QTest::addColumn<QStringList>("expected");
    const auto add = [](const char *name, const std::function<void(GraphCase &)> &edit, const QStringList &expected) {
        QTest::newRow(name) << edit << expected;
    };
    add("one level", [](GraphCase &c) { c.policy().rules.pop_back(); },
        {u"policy:PE1 singleLevel 6 escalation_policy:PE1"_s});
    add("the same schedule twice", [](GraphCase &c) { c.policy().rules[1].targets = c.policy().rules[0].targets; },
        {u"policy:PE1 singleLevel 6 escalation_policy:PE1"_s});
    add("no level", [](GraphCase &c) { c.policy().rules.clear(); },
        {u"policy:PE1 nobodyNow 7 escalation_policy:PE1"_s, u"policy:PE1 singleLevel 6 escalation_policy:PE1"_s});
    add("deleted user", [](GraphCase &c) { c.policy().rules[1].targets[0].deleted = true; },
        {u"policy:PE1 singleLevel 6 escalation_policy:PE1"_s, u"level:PE1/1 skipped 7 escalation_policy:PE1"_s,
         u"person:PCID deadEnd 18 escalation_policy:PE1"_s});
    add("missing schedule", [](GraphCase &c) { c.policy().rules[0].targets[0].id = u"PSCHGONE"_s; },
        {u"policy:PE1 singleLevel 6 escalation_policy:PE1"_s, u"level:PE1/0 skipped 0 escalation_policy:PE1"_s,
         u"schedule:PSCHGONE deadEnd 6 escalation_policy:PE1"_s});
    add("empty at the instant", [](GraphCase &c) { c.schedule().finalEntries->erase(c.schedule().finalEntries->begin()); },
        {u"level:PE1/0 skipped 0 escalation_policy:PE1"_s, u"schedule:PSCH1 empty 8 schedule:PSCH1"_s});
    add("nobody on any level", [](GraphCase &c) {
            c.schedule().finalEntries->erase(c.schedule().finalEntries->begin());
            c.policy().rules[1].targets = c.policy().rules[0].targets;
        },
        {u"policy:PE1 nobodyNow 8 schedule:PSCH1"_s, u"policy:PE1 singleLevel 6 escalation_policy:PE1"_s,
         u"level:PE1/0 skipped 0 escalation_policy:PE1"_s, u"level:PE1/1 skipped 0 escalation_policy:PE1"_s,
         u"schedule:PSCH1 empty 8 schedule:PSCH1"_s});
    add("one person on every level", [](GraphCase &c) {
            for (ScheduleEntry &entry : *c.schedule().finalEntries)
                entry.userId = u"PCID"_s;
            c.schedule().layers[0].users = {InventoryBuilder::reference(u"PCID"_s, u"user"_s)};
        },
        {u"policy:PE1 samePerson 0 escalation_policy:PE1"_s});
    add("by e-mail only", [](GraphCase &c) { c.user(2).contactMethods->pop_back(); },
        {u"person:PCID unreachable 18 user:PCID"_s});
    add("no rule", [](GraphCase &c) { c.user(2).notificationRules->clear(); },
        {u"person:PCID unreachable 17 user:PCID"_s});
    add("a stakeholder without a rule", [](GraphCase &c) {
            c.user(2).notificationRules->clear();
            c.user(2).role = u"read_only_user"_s;
        },
        {u"person:PCID unreachable 0 user:PCID"_s});
}

void TestEscalationGraph::marks()
{
    QFETCH(const std::function<void(GraphCase &)>, edit);
    QFETCH(const QStringList, expected);
    GraphCase c;
    edit(c);
    QCOMPARE(::marks(c.graph()), expected);
}

void TestEscalationGraph::whatCouldNotBeReadIsNeverAFault()
{
    GraphCase c;
    c.builder.lose(ResourceClass::Users, CollectionState::Denied, ReasonCode::Permission);
    c.builder.lose(ResourceClass::Schedules, CollectionState::Denied, ReasonCode::Permission);
    QCOMPARE(::marks(c.graph()),
             QStringList({u"policy:PE1 notReadable 0 escalation_policy:PE1"_s,
                          u"level:PE1/0 notReadable 0 escalation_policy:PE1"_s,
                          u"level:PE1/1 notReadable 0 escalation_policy:PE1"_s,
                          u"schedule:PSCH1 notReadable 0 escalation_policy:PE1"_s,
                          u"person:PCID notReadable 18 user:PCID"_s}));
    GraphCase unrendered;
    unrendered.schedule().finalEntries.reset();
    QCOMPARE(::marks(unrendered.graph()),
             QStringList({u"level:PE1/0 notReadable 0 escalation_policy:PE1"_s,
                          u"schedule:PSCH1 notReadable 8 schedule:PSCH1"_s}));
    GraphCase unreadMethods;
    unreadMethods.user(2).contactMethods.reset();
    QCOMPARE(::marks(unreadMethods.graph()), QStringList{u"person:PCID notReadable 18 user:PCID"_s});
    GraphCase noPolicies;
    noPolicies.builder.lose(ResourceClass::EscalationPolicies, CollectionState::Denied, ReasonCode::Permission);
    QCOMPARE(::marks(noPolicies.graph(GraphScopeKind::Service, u"PS1"_s)),
             QStringList{u"service:PS1 notReadable 5 service:PS1"_s});
}

void TestEscalationGraph::outsideTheWindowNothingIsKnown()
{
    QCOMPARE(::marks(GraphCase().at(60 * hour)),
             QStringList({u"level:PE1/0 notReadable 0 escalation_policy:PE1"_s,
                          u"schedule:PSCH1 notReadable 0 schedule:PSCH1"_s}));
}

void TestEscalationGraph::unusedPoliciesNameNoFinding()
{
    GraphCase c;
    c.builder.rows().services.front().status = u"disabled"_s;
    c.policy().rules.pop_back();
    QCOMPARE(::marks(c.graph()), QStringList{u"policy:PE1 singleLevel 0 escalation_policy:PE1"_s});
    QVERIFY(nodeOf(c.graph(), u"service:PS1"_s).disabled);
}

void TestEscalationGraph::service()
{
    GraphCase c;
    c.builder.service(u"PS2"_s, u"PE1"_s);
    c.builder.service(u"PS3"_s);
    QCOMPARE(keys(c.graph(GraphScopeKind::Service, u"PS1"_s)).filter(u"service:"_s), QStringList{u"service:PS1"_s});
    QCOMPARE(keys(c.graph()).filter(u"service:"_s), QStringList({u"service:PS1"_s, u"service:PS2"_s}));
    const EscalationGraph none = c.graph(GraphScopeKind::Service, u"PS3"_s);
    QCOMPARE(::marks(none), QStringList{u"service:PS3 missingPolicy 5 service:PS3"_s});
    QCOMPARE(none.nodes.size(), size_t(1));
}

void TestEscalationGraph::person()
{
    GraphCase c;
    c.builder.policy(u"PE2"_s, {{u"PADA"_s}, {u"PBOB"_s}, {u"PADA"_s}});
    c.builder.service(u"PS2"_s, u"PE2"_s);
    const EscalationGraph graph = c.graph(GraphScopeKind::Person, u"PBOB"_s);
    QCOMPARE(edges(graph), QStringList({
        u"level:PE1/0 targets schedule:PSCH1"_s, u"level:PE2/0 escalates 0 level:PE2/1"_s,
        u"level:PE2/1 targets person:PBOB"_s, u"policy:PE1 escalates 0 level:PE1/0"_s,
        u"policy:PE2 escalates 0 level:PE2/0"_s, u"schedule:PSCH1 next person:PBOB"_s,
        u"service:PS1 uses policy:PE1"_s, u"service:PS2 uses policy:PE2"_s}));
    QCOMPARE(keys(graph).filter(u"person:"_s), QStringList{u"person:PBOB"_s});
    const auto next = std::find_if(graph.edges.begin(), graph.edges.end(),
                                   [](const GraphEdge &edge) { return edge.kind == GraphEdgeKind::OnCallNext; });
    QCOMPARE(next->begins, std::optional<Instant>(now + 12 * hour));
}

void TestEscalationGraph::personWithoutATurn()
{
    GraphCase c;
    for (ScheduleEntry &entry : *c.schedule().finalEntries)
        entry.userId = u"PADA"_s;
    QVERIFY(edges(c.graph(GraphScopeKind::Person, u"PBOB"_s)).contains(u"schedule:PSCH1 targets person:PBOB"_s));
    // A layer that has ended leads nowhere.
    c.schedule().layers[0].end = now - hour;
    QCOMPARE(keys(c.graph(GraphScopeKind::Person, u"PBOB"_s)), QStringList{u"person:PBOB"_s});
}

void TestEscalationGraph::team()
{
    GraphCase c;
    c.builder.rows().services.front().teamIds = {u"PT1"_s};
    c.builder.policy(u"PE2"_s, {{u"PADA"_s}}).teamIds = {u"PT1"_s};
    c.builder.policy(u"PE3"_s, {{u"PADA"_s}});
    c.builder.service(u"PS2"_s, u"PE2"_s);
    c.builder.service(u"PS3"_s, u"PE3"_s);
    const QStringList shown = keys(c.graph(GraphScopeKind::Team, u"PT1"_s));
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
    QCOMPARE(keys(graph), QStringList({u"service:PS1"_s, u"policy:PE1"_s, u"schedule:PSCH1"_s, u"schedule:PSCH2"_s}));
    QCOMPARE(edges(graph), QStringList({u"policy:PE1 targets schedule:PSCH1"_s, u"service:PS1 uses policy:PE1"_s}));
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
    QVERIFY(edges(c.graph()).filter(u"dependsOn"_s).isEmpty());
    c.business = true;
    QCOMPARE(edges(c.graph()).filter(u"dependsOn"_s),
             QStringList({u"business:PBS1 dependsOn business:PBS2"_s, u"business:PBS1 dependsOn service:PS2"_s,
                          u"business:PBS2 dependsOn business:PBS1"_s, u"service:PS2 dependsOn service:PS1"_s}));
    QVERIFY(!keys(c.graph()).contains(u"business:PBS3"_s));
}

void TestEscalationGraph::unknownIdsAreEmpty()
{
    for (const GraphScopeKind kind :
         {GraphScopeKind::Policy, GraphScopeKind::Service, GraphScopeKind::Person, GraphScopeKind::Team}) {
        const EscalationGraph graph = GraphCase().graph(kind, u"PNONE"_s);
        QVERIFY(graph.nodes.empty() && graph.edges.empty());
        QCOMPARE(graph.at, now);
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

void TestEscalationGraph::whatIf()
{
    GraphCase c;
    c.options.whatIf.awayPeople = {u"PCID"_s};
    c.options.whatIf.removedSchedules = {u"PSCH1"_s};
    const EscalationGraph graph = c.graph();
    QVERIFY(nodeOf(graph, u"person:PCID"_s).changed && !nodeOf(graph, u"person:PCID"_s).onCallNow);
    QVERIFY(nodeOf(graph, u"schedule:PSCH1"_s).changed);
    QVERIFY(nodeOf(graph, u"schedule:PSCH1"_s).onCallNames.isEmpty());
    // Nothing that the real account does not have names a finding.
    QCOMPARE(::marks(graph), QStringList({u"policy:PE1 nobodyNow 0 escalation_policy:PE1"_s,
                                          u"level:PE1/0 skipped 0 escalation_policy:PE1"_s,
                                          u"level:PE1/1 skipped 0 escalation_policy:PE1"_s,
                                          u"schedule:PSCH1 empty 0 schedule:PSCH1"_s}));
}

Q_DECLARE_METATYPE(std::function<void(GraphCase &)>)
QTEST_GUILESS_MAIN(TestEscalationGraph)
#include "tst_escalationgraph.moc"
