// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/controls/controlcase.h"

#include <QTest>

#include <algorithm>

using namespace pdsi;
using B = InventoryBuilder;
using C = ResourceClass;
using S = CollectionState;
using R = ReasonCode;

/// What holds for every control at once.
class TestUnreadClasses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void registry();
    void healthyAccountPasses();
    void unreadClassNeverPasses_data();
    void unreadClassNeverPasses();
    void partialViewNeverPassesOnAll();
    void sameInputsSameOutcomes();
};

namespace {

/// Passes every control that can pass.
void healthy(B &b)
{
    b.user(str("PU1"), str("owner"));
    b.user(str("PU2"));
    b.user(str("PU3"));
    for (const char *id : {"PSCH1", "PSCH2"}) {
        Schedule &s = b.schedule(str(id), list({"PU1", "PU2"}));
        B::entry(s, 0, 30 * secondsPerDay, str("PU1"));
    }
    b.rows().schedules[1].generation = ScheduleGeneration::ShiftBased;
    b.policy(str("PEP1"), {list({"PSCH1"}), list({"PSCH2"}), list({"PU3"})});
    for (const char *id : {"PS1", "PS2", "PS3"})
        b.service(str(id), str("PEP1")).integrations->push_back(B::integration(str("PI-") + str(id)));
    b.rows().services[2].urgencyRule.urgency = str("low");
    b.businessService(str("PBS1"));
    b.dependency(str("PS1"), str("PBS1"));
    b.dependency(str("PS2"), str("PBS1"));
    b.dependency(str("PS3"), str("PS2"));
    b.rows().dependenciesReadFor = {str("PBS1"), str("PS3")};
    b.webhook(str("PWH1"), str("https://hooks.example.test"));
    b.extension(str("PEXT1"), str("https://legacy.example.test"), str("Chat"));
    b.priority(str("P1"));
    b.incident(str("Q1"), 60, str("P1"));
    b.changeEvent(str("E1"), 60, list({"PS1", "PS2", "PS3"}));
    b.workflow(str("PIW1"));
    b.trigger(str("T1"), str("PIW1"), {}).allServices = true;
    b.audit(&Inventory::auditHistory, 350 * secondsPerDay);
}

/// Fails every control that can fail, in as many ways as fit.
void poorly(B &b)
{
    for (const char *id : {"PU1", "PU2", "PU3"}) {
        User &u = b.user(str(id), str("owner"));
        u.teamIds = QStringList();
        u.contactMethods->pop_back();
    }
    b.schedule(str("PSCH1"), list({"PU1", "PU9"}));
    B::entry(b.rows().schedules[0], 0, 3600, str("PU1"));
    Schedule &v3 = b.schedule(str("PSCH2"), list({"PU2"}));
    B::entry(v3, 100, 9999, str("PU2"));
    v3.generation = ScheduleGeneration::ShiftBased;
    b.policy(str("PEP1"), {list({"PSCH1"}), list({"PSCH2"}), list({"PU9"})});
    b.policy(str("PEP2"), {list({"PU3"}), list({"PU3", "PSCH9"})});
    b.policy(str("PEP3"));
    for (const char *policy : {"PEP1", "PEP2", "PEP3", "PEP9"}) {
        Service &s = b.service(str("PS-") + str(policy), str(policy));
        s.acknowledgementTimeout.reset();
        s.autoResolveTimeout = 0;
        Integration shared = B::integration(str("PI-") + str(policy));
        shared.keyDigest = str("aa");
        s.integrations->push_back(shared);
        b.rows().dependenciesReadFor.insert(s.id);
    }
    b.businessService(str("PBS1"));
    b.webhook(str("PWH1"), str("http://hooks.example.test"));
    b.extension(str("PEXT1"), str("http://legacy.example.test"), str("Generic V2 Webhook"));
    b.priority(str("P1"));
    b.incident(str("Q1"), 60);
    b.workflow(str("PIW1")).enabled = false;
    b.trigger(str("T1"), str("PIW1"), {}).allServices = true;
    b.audit(&Inventory::auditTokensRecent, 60, str("PKEY1"), str("a1b2"));
    b.audit(&Inventory::auditTokensOld, 100 * secondsPerDay, str("PKEY1"), str("a1b2"));
}

QSet<QString> failures(const QList<Outcome> &outcomes)
{
    QSet<QString> failed;
    for (const Outcome &o : outcomes) {
        if (o.status == OutcomeStatus::Fail)
            failed.insert(o.resource.kind + QLatin1Char(' ') + o.resource.id);
    }
    return failed;
}

QSet<QString> passes(const QList<Outcome> &outcomes)
{
    QSet<QString> passed;
    for (const Outcome &o : outcomes) {
        if (o.status == OutcomeStatus::Pass)
            passed.insert(o.resource.kind + QLatin1Char(' ') + o.resource.id);
    }
    return passed;
}

/// Classes a control depends on, those it asks about only in some accounts included.
QList<C> dependenciesOf(const Control &control)
{
    QList<C> all = control.dependencies;
    if (control.id == 10)
        all << C::WorkflowTriggers << C::IncidentWorkflows;
    if (control.id == 11 || control.id == 12)
        all << C::AuditRecent << C::AuditHistory;
    if (control.id == 20)
        all << C::Priorities << C::Incidents;
    if (control.id == 21)
        all << C::ServiceDependencies;
    return all;
}

} // namespace

void TestUnreadClasses::registry()
{
    const auto &all = registeredControls();
    QCOMPARE(all.size(), 25);
    for (int i = 0; i < all.size(); ++i) {
        QCOMPARE(all[i].id, i + 1);
        QVERIFY(all[i].evaluate);
    }
}

void TestUnreadClasses::healthyAccountPasses()
{
    B good, bad;
    healthy(good);
    poorly(bad);
    const auto goodAccount = good.build(), badAccount = bad.build();
    for (const Control &control : registeredControls()) {
        const bool neverPasses = control.id == 1 || control.id == 13 || control.id == 24;
        const bool neverFails = control.id == 1 || control.id == 12 || control.id == 24 || control.id == 11;
        if (!neverPasses)
            QCOMPARE(
                verdicts(judged(control.id, *goodAccount)).filter(QRegularExpression(str("^(fail|notDet|manual)"))),
                {});
        if (!neverPasses)
            QCOMPARE(rolledUp(judged(control.id, *goodAccount)), OutcomeStatus::Pass);
        if (!neverFails || control.id == 11)
            QCOMPARE(rolledUp(judged(control.id, *badAccount)), OutcomeStatus::Fail);
    }
}

void TestUnreadClasses::unreadClassNeverPasses_data()
{
    QTest::addColumn<int>("control");
    QTest::addColumn<int>("unread");
    for (const Control &control : registeredControls()) {
        for (const C c : dependenciesOf(control))
            QTest::addRow("%d without %s", control.id, qPrintable(resourceClassName(c)))
                << control.id << static_cast<int>(c);
    }
}

void TestUnreadClasses::unreadClassNeverPasses()
{
    QFETCH(const int, control);
    QFETCH(const int, unread);
    const auto c = static_cast<C>(unread);
    const std::pair<S, R> states[] = {{S::Failed, R::Failed}, {S::Denied, R::Permission}, {S::Partial, R::Partial}};
    for (const auto &fill : {healthy, poorly}) {
        B whole;
        fill(whole);
        const auto before = judged(control, *whole.build());
        for (const auto &[state, reason] : states) {
            for (const bool rowsToo : {false, true}) {
                B b;
                fill(b);
                rowsToo ? b.lose(c, state, reason) : b.setState(c, state, reason);
                const auto after = judged(control, *b.build());
                const auto message = verdicts(after).join(QLatin1Char('\n'));
                QVERIFY2(rolledUp(after) != OutcomeStatus::Pass && rolledUp(after) != OutcomeStatus::NotApplicable,
                         qPrintable(message));
                QVERIFY2(failures(before).contains(failures(after)), qPrintable(message));
                QVERIFY2(passes(before).contains(passes(after)), qPrintable(message));
                const auto starred = std::count_if(after.begin(), after.end(), [&](const Outcome &o) {
                    return o.resource.id == QLatin1String("*") && o.reason == reason;
                });
                QCOMPARE(starred, 1);
            }
        }
    }
}

void TestUnreadClasses::partialViewNeverPassesOnAll()
{
    for (const KeyScope scope : {KeyScope::Limited, KeyScope::Unknown}) {
        B b;
        healthy(b);
        b.rows().keyScope = scope;
        const auto account = b.build();
        for (const Control &control : registeredControls()) {
            const auto outcomes = judged(control.id, *account);
            const bool mayPass = control.id == 11 || control.id == 12 || control.id == 19 || control.id == 20;
            QCOMPARE(rolledUp(outcomes) == OutcomeStatus::Pass, mayPass);
            QVERIFY(failures(outcomes).isEmpty());
        }
    }
}

void TestUnreadClasses::sameInputsSameOutcomes()
{
    B b;
    poorly(b);
    const auto account = b.build();
    for (const Control &control : registeredControls()) {
        const auto first = judged(control.id, *account), second = judged(control.id, *account);
        QCOMPARE(first.size(), second.size());
        for (int i = 0; i < first.size(); ++i) {
            QCOMPARE(first[i].message, second[i].message);
            QCOMPARE(first[i].resource.id, second[i].resource.id);
            QCOMPARE(first[i].evidence.size(), second[i].evidence.size());
        }
    }
}

QTEST_APPLESS_MAIN(TestUnreadClasses)
#include "tst_unreadclasses.moc"
