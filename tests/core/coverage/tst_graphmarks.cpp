// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/coverage/graphcase.h"

#include <QTest>

#include <functional>

using namespace pdsi;
using namespace Qt::StringLiterals;

class TestGraphMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soundAccountHasNoMarks();
    void marks_data();
    void marks();
    void whatCouldNotBeReadIsNeverAFault();
    void outsideTheWindowNothingIsKnown();
    void unusedPoliciesNameNoFinding();
    void whatIf();
};

void TestGraphMarks::soundAccountHasNoMarks()
{
    GraphCase c;
    c.methods = true;
    QCOMPARE(markLines(c.graph()), QStringList());
    QCOMPARE(markLines(c.graph(GraphScopeKind::Account, {})), QStringList());
}

void TestGraphMarks::marks_data()
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

void TestGraphMarks::marks()
{
    QFETCH(const std::function<void(GraphCase &)>, edit);
    QFETCH(const QStringList, expected);
    GraphCase c;
    edit(c);
    QCOMPARE(markLines(c.graph()), expected);
}

void TestGraphMarks::whatCouldNotBeReadIsNeverAFault()
{
    GraphCase c;
    c.builder.lose(ResourceClass::Users, CollectionState::Denied, ReasonCode::Permission);
    c.builder.lose(ResourceClass::Schedules, CollectionState::Denied, ReasonCode::Permission);
    QCOMPARE(markLines(c.graph()),
             QStringList({u"policy:PE1 notReadable 0 escalation_policy:PE1"_s,
                          u"level:PE1/0 notReadable 0 escalation_policy:PE1"_s,
                          u"level:PE1/1 notReadable 0 escalation_policy:PE1"_s,
                          u"schedule:PSCH1 notReadable 0 escalation_policy:PE1"_s,
                          u"person:PCID notReadable 18 user:PCID"_s}));
    GraphCase unrendered;
    unrendered.schedule().finalEntries.reset();
    QCOMPARE(markLines(unrendered.graph()),
             QStringList({u"level:PE1/0 notReadable 0 escalation_policy:PE1"_s,
                          u"schedule:PSCH1 notReadable 8 schedule:PSCH1"_s}));
    GraphCase unreadMethods;
    unreadMethods.user(2).contactMethods.reset();
    QCOMPARE(markLines(unreadMethods.graph()), QStringList{u"person:PCID notReadable 18 user:PCID"_s});
    GraphCase noPolicies;
    noPolicies.builder.lose(ResourceClass::EscalationPolicies, CollectionState::Denied, ReasonCode::Permission);
    QCOMPARE(markLines(noPolicies.graph(GraphScopeKind::Service, u"PS1"_s)),
             QStringList{u"service:PS1 notReadable 5 service:PS1"_s});
}

void TestGraphMarks::outsideTheWindowNothingIsKnown()
{
    QCOMPARE(markLines(GraphCase().at(60 * graphHour)),
             QStringList({u"level:PE1/0 notReadable 0 escalation_policy:PE1"_s,
                          u"schedule:PSCH1 notReadable 0 schedule:PSCH1"_s}));
}

void TestGraphMarks::unusedPoliciesNameNoFinding()
{
    GraphCase c;
    c.builder.rows().services.front().status = u"disabled"_s;
    c.policy().rules.pop_back();
    QCOMPARE(markLines(c.graph()), QStringList{u"policy:PE1 singleLevel 0 escalation_policy:PE1"_s});
    QVERIFY(nodeOf(c.graph(), u"service:PS1"_s).disabled);
}

void TestGraphMarks::whatIf()
{
    GraphCase c;
    c.options.whatIf.awayPeople = {u"PCID"_s};
    c.options.whatIf.removedSchedules = {u"PSCH1"_s};
    const EscalationGraph graph = c.graph();
    QVERIFY(nodeOf(graph, u"person:PCID"_s).changed && !nodeOf(graph, u"person:PCID"_s).onCallNow);
    QVERIFY(nodeOf(graph, u"schedule:PSCH1"_s).changed);
    QVERIFY(nodeOf(graph, u"schedule:PSCH1"_s).onCallNames.isEmpty());
    // Nothing that the real account does not have names a finding.
    QCOMPARE(markLines(graph), QStringList({u"policy:PE1 nobodyNow 0 escalation_policy:PE1"_s,
                                          u"level:PE1/0 skipped 0 escalation_policy:PE1"_s,
                                          u"level:PE1/1 skipped 0 escalation_policy:PE1"_s,
                                          u"schedule:PSCH1 empty 0 schedule:PSCH1"_s}));
}

Q_DECLARE_METATYPE(std::function<void(pdsi::GraphCase &)>)
QTEST_GUILESS_MAIN(TestGraphMarks)
#include "tst_graphmarks.moc"
