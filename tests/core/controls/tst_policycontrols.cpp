// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/controls/controlcase.h"

#include <QTest>

using namespace pdsi;
using B = InventoryBuilder;
using C = ResourceClass;
using S = CollectionState;
using R = ReasonCode;

class TestPolicyControls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servicePolicy_data();
    void servicePolicy() { checkCase(5); }
    void multipleLevels_data();
    void multipleLevels() { checkCase(6); }
    void endsInNotification_data();
    void endsInNotification() { checkCase(7); }
};

namespace {

/// Users PU1 and PU2, a schedule of both, and a policy in use with these rules.
Build policy(const QList<QStringList> &rules, const Build &more = {})
{
    return [rules, more](B &b) {
        b.user(str("PU1"));
        b.user(str("PU2"));
        B::entry(b.schedule(str("PSCH1"), list({"PU1", "PU2"})), 3600, 7200, str("PU1"));
        b.policy(str("PEP1"), rules);
        b.service(str("PS1"), str("PEP1"));
        if (more)
            more(b);
    };
}

QList<QStringList> rules(std::initializer_list<QStringList> all) { return all; }

} // namespace

void TestPolicyControls::servicePolicy_data()
{
    addColumns();
    addCase("with rules", policy(rules({list({"PU1"})})), list({"pass service:PS1"}));
    addCase("without rules", policy({}), list({"fail service:PS1"}));
    addCase(
        "none", [](B &b) { b.service(str("PS1")); }, list({"fail service:PS1"}));
    addCase(
        "disabled", [](B &b) { b.service(str("PS1")).status = str("disabled"); }, list({"notApplicable service:PS1"}));
    addCase(
        "in maintenance counts", [](B &b) { b.service(str("PS1")).status = str("maintenance"); },
        list({"fail service:PS1"}));
    addCase(
        "does not exist", [](B &b) { b.service(str("PS1"), str("PEP9")); }, list({"fail service:PS1"}));
    addCase(
        "not among the policies read",
        [](B &b) {
            b.service(str("PS1"), str("PEP9"));
            b.setState(C::EscalationPolicies, S::Partial, R::Cap);
        },
        list({"notDetermined/cap service:PS1", "notDetermined/cap escalation_policy:*"}));
    addCase(
        "perhaps hidden",
        [](B &b) {
            b.service(str("PS1"), str("PEP9"));
            b.rows().keyScope = KeyScope::Limited;
        },
        list({"notDetermined/permission service:PS1"}));
    addCase("scope of the key unknown",
            policy(rules({list({"PU1"})}), [](B &b) { b.rows().keyScope = KeyScope::Unknown; }),
            list({"pass service:PS1", "notDetermined/failed service:*"}));
}

void TestPolicyControls::multipleLevels_data()
{
    addColumns();
    addCase("two users", policy(rules({list({"PU1"}), list({"PU2"})})), list({"pass escalation_policy:PEP1"}));
    addCase("a schedule, then a user", policy(rules({list({"PSCH1"}), list({"PU1"})})),
            list({"pass escalation_policy:PEP1"}));
    addCase("one level", policy(rules({list({"PU1", "PU2"})})), list({"fail escalation_policy:PEP1"}));
    addCase("the same people in another order", policy(rules({list({"PU1", "PU2"}), list({"PU2", "PU1"})})),
            list({"fail escalation_policy:PEP1"}));
    addCase("one more person is another set", policy(rules({list({"PU1"}), list({"PU1", "PU2"})})),
            list({"pass escalation_policy:PEP1"}));
    addCase("the second level is deleted", policy(rules({list({"PU1"}), list({"PU9"})})),
            list({"fail escalation_policy:PEP1"}));
    addCase("a deleted target makes no difference", policy(rules({list({"PU1"}), list({"PU1", "PU9"})})),
            list({"fail escalation_policy:PEP1"}));
    addCase("deleted by its reference",
            policy(rules({list({"PU1"}), list({"PU2"})}),
                   [](B &b) { b.rows().policies[0].rules[1].targets[0].deleted = true; }),
            list({"fail escalation_policy:PEP1"}));
    addCase("a missing schedule is no level", policy(rules({list({"PU1"}), list({"PSCH9"})})),
            list({"fail escalation_policy:PEP1"}));
    addCase("no rule", policy({}), list({"fail escalation_policy:PEP1"}));
    addCase("a shift-based schedule is the same schedule",
            policy(rules({list({"PSCH1"}), list({"PSCH1"})}),
                   [](B &b) { b.rows().policies[0].rules[1].targets[0].type = str("schedule_v3"); }),
            list({"fail escalation_policy:PEP1"}));
    addCase(
        "not in use", [](B &b) { b.policy(str("PEP1")); }, list({"notApplicable escalation_policy:PEP1"}));
    addCase("only a disabled service", policy({}, [](B &b) { b.rows().services[0].status = str("disabled"); }),
            list({"notApplicable escalation_policy:PEP1"}));
    addCase(
        "use unknown",
        [](B &b) {
            b.policy(str("PEP1"));
            b.setState(C::Services, S::Failed, R::Failed);
        },
        list({"notDetermined/failed escalation_policy:PEP1", "notDetermined/failed service:*"}));
    addCase("unknown second level",
            policy(rules({list({"PU1"}), list({"PU9"})}), [](B &b) { b.setState(C::Users, S::Partial, R::Partial); }),
            list({"notDetermined/partial escalation_policy:PEP1", "notDetermined/partial user:*"}));
    addCase("unknown, but fails either way",
            policy(rules({list({"PU9"}), list({"PU9"})}), [](B &b) { b.setState(C::Users, S::Partial, R::Partial); }),
            list({"fail escalation_policy:PEP1", "notDetermined/partial user:*"}));
    addCase("unknown, but passes either way",
            policy(rules({list({"PU1"}), list({"PU2", "PU9"})}),
                   [](B &b) { b.setState(C::Users, S::Partial, R::Partial); }),
            list({"pass escalation_policy:PEP1", "notDetermined/partial user:*"}));
    addCase("schedules unread",
            policy(rules({list({"PU1"}), list({"PSCH9"})}),
                   [](B &b) { b.setState(C::SchedulesV3, S::Denied, R::Permission); }),
            list({"notDetermined/permission escalation_policy:PEP1", "notDetermined/permission schedule:*"}));
    addCase("limited key",
            policy(rules({list({"PU1"}), list({"PU9"})}), [](B &b) { b.rows().keyScope = KeyScope::Limited; }),
            list({"notDetermined/permission escalation_policy:PEP1"}));
}

void TestPolicyControls::endsInNotification_data()
{
    addColumns();
    addCase("a user", policy(rules({list({"PU9"}), list({"PU1"})})), list({"pass escalation_policy:PEP1"}));
    addCase("a schedule covered once", policy(rules({list({"PSCH1"})})), list({"pass escalation_policy:PEP1"}));
    addCase("only the last level counts", policy(rules({list({"PU1"}), list({"PU9"})})),
            list({"fail escalation_policy:PEP1"}));
    addCase("no rule", policy({}), list({"fail escalation_policy:PEP1"}));
    addCase("no target", policy(rules({list({"PU1"}), QStringList()})), list({"fail escalation_policy:PEP1"}));
    addCase("missing schedule", policy(rules({list({"PSCH9"})})), list({"fail escalation_policy:PEP1"}));
    addCase("empty schedule", policy(rules({list({"PSCH2"})}), [](B &b) { b.schedule(str("PSCH2")); }),
            list({"fail escalation_policy:PEP1"}));
    addCase("schedule of a deleted user",
            policy(rules({list({"PSCH2"})}), [](B &b) { B::entry(b.schedule(str("PSCH2")), 0, 99, str("PU9")); }),
            list({"fail escalation_policy:PEP1"}));
    addCase("covered only before the window",
            policy(rules({list({"PSCH2"})}), [](B &b) { B::entry(b.schedule(str("PSCH2")), -500, 0, str("PU1")); }),
            list({"fail escalation_policy:PEP1"}));
    addCase("schedule of a user who may exist",
            policy(rules({list({"PSCH2"})}),
                   [](B &b) {
                       B::entry(b.schedule(str("PSCH2")), 0, 99, str("PU9"));
                       b.setState(C::Users, S::Partial, R::Partial);
                   }),
            list({"notDetermined/partial escalation_policy:PEP1", "notDetermined/partial user:*"}));
    addCase("never rendered",
            policy(rules({list({"PSCH2"})}), [](B &b) { b.schedule(str("PSCH2")).finalEntries.reset(); }),
            list({"notDetermined/failed escalation_policy:PEP1"}));
    addCase("never rendered and without layers",
            policy(rules({list({"PSCH2"})}),
                   [](B &b) {
                       Schedule &s = b.schedule(str("PSCH2"));
                       s.finalEntries.reset();
                       s.layers.clear();
                   }),
            list({"fail escalation_policy:PEP1"}));
    addCase("rendered too short and empty",
            policy(rules({list({"PSCH2"})}),
                   [](B &b) { b.schedule(str("PSCH2")).renderedUntil = B::now + 5 * secondsPerDay; }),
            list({"notDetermined/notCollected escalation_policy:PEP1"}));
    addCase("never rendered beside a live user",
            policy(rules({list({"PSCH2", "PU1"})}), [](B &b) { b.schedule(str("PSCH2")).finalEntries.reset(); }),
            list({"pass escalation_policy:PEP1"}));
}

QTEST_APPLESS_MAIN(TestPolicyControls)
#include "tst_policycontrols.moc"
