// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/controls/controlcase.h"

#include <QTest>

using namespace pdsi;
using B = InventoryBuilder;
using C = ResourceClass;
using S = CollectionState;
using R = ReasonCode;

namespace {

constexpr Instant month = 30 * secondsPerDay;
constexpr Instant hour = 3600;

/// PSCH1 on the first level of a policy in use, with PU2 as second level when wanted.
Build onCall(const std::function<void(B &, Schedule &)> &fill, bool secondLevel = false)
{
    return [fill, secondLevel](B &b) {
        b.user(str("PU1"));
        b.user(str("PU2"));
        b.policy(str("PEP1"),
                 secondLevel ? QList<QStringList>{list({"PSCH1"}), list({"PU2"})}
                             : QList<QStringList>{list({"PSCH1"})});
        b.service(str("PS1"), str("PEP1"));
        fill(b, b.schedule(str("PSCH1"), list({"PU1", "PU2"})));
    };
}

Build onCall(const std::function<void(Schedule &)> &fill)
{
    return onCall([fill](B &, Schedule &s) { fill(s); });
}

void coverAll(Schedule &s) { B::entry(s, 0, month, QStringLiteral("PU1")); }

struct GapText {
    static QString of(const Outcome &o)
    {
        QStringList parts;
        for (const Gap &gap : o.gaps)
            parts.append(
                QStringLiteral("%1-%2 %3")
                    .arg(QString::number(gap.start - B::now), QString::number(gap.end - B::now), gap.coveredBy));
        return parts.join(QStringLiteral("; "));
    }
};

} // namespace

class TestOnCallControls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coverage_data();
    void coverage() { checkCase(8); }
    void gaps_data();
    void gaps();
    void participants_data();
    void participants() { checkCase(9); }
    void reachability_data();
    void reachability() { checkCase(18); }
};

void TestOnCallControls::coverage_data()
{
    addColumns();
    const QStringList pass = list({"pass schedule:PSCH1"}), fail = list({"fail schedule:PSCH1"});
    addCase("one entry", onCall(coverAll), pass);
    addCase("touching, overlapping and out of order", onCall([](Schedule &s) {
                B::entry(s, 20 * hour, month + 5, str("PU1"));
                B::entry(s, -hour, 10 * hour, str("PU2"));
                B::entry(s, 10 * hour, 21 * hour, str("PU1"));
            }),
            pass);
    addCase("59 seconds", onCall([](Schedule &s) {
                B::entry(s, 0, hour, str("PU1"));
                B::entry(s, hour + 59, month, str("PU2"));
            }),
            pass);
    addCase("60 seconds", onCall([](Schedule &s) {
                B::entry(s, 0, hour, str("PU1"));
                B::entry(s, hour + 60, month, str("PU2"));
            }),
            fail);
    addCase("many short gaps", onCall([](Schedule &s) {
                for (int i = 0; i < 24 * 30; ++i)
                    B::entry(s, i * hour, (i + 1) * hour - 30, str("PU1"));
            }),
            pass);
    addCase("last minute of the window", onCall([](Schedule &s) { B::entry(s, 0, month - 60, str("PU1")); }), fail);
    addCase("nobody's entry", onCall([](Schedule &s) {
                B::entry(s, 0, 5 * hour, str("PU1"));
                B::entry(s, 5 * hour, 6 * hour, QString());
                B::entry(s, 6 * hour, month, str("PU1"));
            }),
            fail);
    addCase("a deleted user's entry", onCall([](Schedule &s) { B::entry(s, 0, month, str("PU9")); }), fail);
    addCase("deleted by its reference", onCall([](Schedule &s) {
                coverAll(s);
                s.finalEntries->front().userDeleted = true;
            }),
            fail);
    addCase("rendered empty", onCall([](Schedule &) {}), fail);
    addCase("no layers", onCall([](Schedule &s) { s.layers.clear(); }), fail);
    addCase("no layers and never rendered", onCall([](Schedule &s) {
                s.layers.clear();
                s.finalEntries.reset();
            }),
            fail);
    addCase("no layers, rendered for another time", onCall([](Schedule &s) {
                s.layers.clear();
                s.renderedFrom -= 90 * secondsPerDay;
                s.renderedUntil -= 90 * secondsPerDay;
            }),
            fail);
    addCase("only overrides, rendered too short", onCall([](Schedule &s) {
                s.layers.clear();
                B::entry(s, 0, 9 * secondsPerDay, str("PU1"));
                s.renderedUntil = B::now + 9 * secondsPerDay;
            }),
            list({"notDetermined/notCollected schedule:PSCH1"}));
    addCase("only overrides", onCall([](Schedule &s) {
                s.layers.clear();
                coverAll(s);
            }),
            pass);
    addCase("never rendered", onCall([](Schedule &s) { s.finalEntries.reset(); }),
            list({"notDetermined/failed schedule:PSCH1"}));
    addCase("layers unknown and never rendered", onCall([](Schedule &s) {
                s.layers.clear();
                s.layersKnown = false;
                s.finalEntries.reset();
            }),
            list({"notDetermined/failed schedule:PSCH1"}));
    addCase("rendered too short", onCall([](Schedule &s) {
                B::entry(s, 0, 9 * secondsPerDay, str("PU1"));
                s.renderedUntil = B::now + 9 * secondsPerDay;
            }),
            list({"notDetermined/notCollected schedule:PSCH1"}));
    addCase("rendered too short, with a gap", onCall([](Schedule &s) {
                B::entry(s, 0, 8 * secondsPerDay, str("PU1"));
                s.renderedUntil = B::now + 9 * secondsPerDay;
            }),
            fail);
    addCase("rendered for another time", onCall([](Schedule &s) {
                s.renderedFrom -= 90 * secondsPerDay;
                s.renderedUntil -= 90 * secondsPerDay;
            }),
            list({"notDetermined/notCollected schedule:PSCH1"}));
    addCase("a user who may exist", onCall([](B &b, Schedule &s) {
                B::entry(s, 0, month, str("PU9"));
                b.setState(C::Users, S::Partial, R::Cap);
            }),
            list({"notDetermined/cap schedule:PSCH1", "notDetermined/cap user:*"}));
    addCase("a user who may exist, and a gap", onCall([](B &b, Schedule &s) {
                B::entry(s, 60, month, str("PU9"));
                b.setState(C::Users, S::Partial, R::Cap);
            }),
            list({"fail schedule:PSCH1", "notDetermined/cap user:*"}));
    addCase(
        "not in use", [](B &b) { b.schedule(str("PSCH1")); }, list({"notApplicable schedule:PSCH1"}));
    addCase("policies unread", onCall([](B &b, Schedule &) { b.lose(C::EscalationPolicies, S::Failed, R::Failed); }),
            list({"notDetermined/failed schedule:PSCH1", "notDetermined/failed escalation_policy:*"}));
    addCase("services unread", onCall([](B &b, Schedule &) { b.lose(C::Services, S::Denied, R::Permission); }),
            list({"notDetermined/permission schedule:PSCH1", "notDetermined/permission service:*"}));
    addCase(
        "services unread, but in no policy",
        [](B &b) {
            b.schedule(str("PSCH1"));
            b.lose(C::Services, S::Denied, R::Permission);
        },
        list({"notApplicable schedule:PSCH1", "notDetermined/permission service:*"}));
    addCase("limited key", onCall([](B &b, Schedule &s) {
                coverAll(s);
                b.rows().keyScope = KeyScope::Limited;
            }),
            list({"pass schedule:PSCH1", "notDetermined/permission schedule:*"}));
    Parameters shortWindow;
    shortWindow.scheduleCoverageDays = 1;
    addCase("gap after the window", onCall([](Schedule &s) { B::entry(s, 0, secondsPerDay, str("PU1")); }), pass,
            shortWindow);
}

void TestOnCallControls::gaps_data()
{
    QTest::addColumn<Build>("build");
    QTest::addColumn<QString>("expected");
    QTest::newRow("every gap, short ones too") << onCall([](Schedule &s) {
        B::entry(s, 200, month, str("PU1"));
        B::entry(s, 10, 100, str("PU1"));
    }) << str("0-10 ; 100-200 ");
    QTest::newRow("another level catches it")
        << onCall([](B &, Schedule &s) { B::entry(s, 100, month, str("PU1")); }, true) << str("0-100 level 2");
    QTest::newRow("another target of the same level") << onCall([](B &b, Schedule &s) {
        B::entry(s, 100, month, str("PU1"));
        b.rows().policies[0].rules[0].targets.push_back(B::reference(str("PU2"), str("user"), str("/x")));
    }) << str("0-100 level 1");
    const auto threeLevels = [](Instant from, Instant until) {
        return onCall([from, until](B &b, Schedule &s) {
            B::entry(s, 0, hour, str("PU1"));
            B::entry(s, 3 * hour, month, str("PU1"));
            EscalationPolicy &p = b.rows().policies[0];
            p.rules.push_back({{}, 0, {B::reference(str("PSCH2"), str("schedule"))}, {}});
            p.rules.push_back({{}, 0, {B::reference(str("PSCH3"), str("schedule"))}, {}});
            B::entry(b.schedule(str("PSCH2")), hour, 2 * hour, str("PU2"));
            B::entry(b.schedule(str("PSCH3")), from, until, str("PU1"));
        });
    };
    QTest::newRow("two levels together") << threeLevels(2 * hour, 3 * hour) << str("3600-10800 levels 2, 3");
    QTest::newRow("a second is missing") << threeLevels(2 * hour + 1, 3 * hour) << str("3600-10800 ");
    QTest::newRow("the lowest that covers it whole") << threeLevels(0, 4 * hour) << str("3600-10800 level 3");
    QTest::newRow("nobody in one of two policies") << onCall(
        [](B &b, Schedule &s) {
            B::entry(s, 100, month, str("PU1"));
            b.policy(str("PEP2"), {list({"PSCH1"})});
            b.service(str("PS2"), str("PEP2"));
        },
        true) << str("0-100 ");
    QTest::newRow("a policy not in use does not matter") << onCall(
        [](B &b, Schedule &s) {
            B::entry(s, 100, month, str("PU1"));
            b.policy(str("PEP2"), {list({"PSCH1"})});
        },
        true) << str("0-100 level 2");
    QTest::newRow("caught differently in two policies") << onCall(
        [](B &b, Schedule &s) {
            B::entry(s, 100, month, str("PU1"));
            b.policy(str("PEP2"), {list({"PU1"}), list({"PSCH1"})});
            b.service(str("PS2"), str("PEP2"));
        },
        true) << str("0-100 level 2 of PEP1, level 1 of PEP2");
    QTest::newRow("a level that may exist") << onCall(
        [](B &b, Schedule &s) {
            B::entry(s, 100, month, str("PU1"));
            b.rows().policies[0].rules[1].targets[0].id = str("PU9");
            b.setState(C::Users, S::Partial, R::Partial);
        },
        true) << str("0-100 level 2 (not confirmed)");
    QTest::newRow("never on call at all") << onCall([](Schedule &) {}) << str("0-2592000 ");
    QTest::newRow("no layers, rendered too short") << onCall([](Schedule &s) {
        s.layers.clear();
        s.renderedUntil = B::now + 9 * secondsPerDay;
    }) << str("0-2592000 ");
}

void TestOnCallControls::gaps()
{
    QFETCH(const Build, build);
    QFETCH(const QString, expected);
    B b;
    build(b);
    const auto outcomes = judged(8, *b.build());
    const auto found = std::find_if(outcomes.begin(), outcomes.end(),
                                    [](const Outcome &o) { return o.resource.id == QLatin1String("PSCH1"); });
    QVERIFY(found != outcomes.end());
    QCOMPARE(GapText::of(*found), expected);
    QVERIFY(found->evidence.front().pointer.endsWith(QLatin1String("/final_schedule")));
}

void TestOnCallControls::participants_data()
{
    addColumns();
    const QStringList pass = list({"pass schedule:PSCH1"}), fail = list({"fail schedule:PSCH1"});
    addCase("two", onCall([](Schedule &) {}), pass);
    addCase("one", onCall([](Schedule &s) { s.layers[0].users.pop_back(); }), fail);
    addCase("the same one twice", onCall([](Schedule &s) { s.layers[0].users[1] = s.layers[0].users[0]; }), fail);
    addCase("over two layers", onCall([](Schedule &s) {
                s.layers.push_back(s.layers[0]);
                s.layers[0].users.pop_back();
            }),
            pass);
    addCase("the second layer has ended", onCall([](Schedule &s) {
                s.layers.push_back(s.layers[0]);
                s.layers[0].users.pop_back();
                s.layers[1].end = B::now;
            }),
            fail);
    addCase("the second layer ends in a second", onCall([](Schedule &s) { s.layers[0].end = B::now + 1; }), pass);
    addCase("rotations do not end", onCall([](Schedule &s) {
                s.generation = ScheduleGeneration::ShiftBased;
                s.layers[0].end = B::now - 5;
            }),
            pass);
    addCase("one is deleted", onCall([](Schedule &s) { s.layers[0].users[1].deleted = true; }), fail);
    addCase("one does not exist", onCall([](Schedule &s) { s.layers[0].users[1].id = str("PU9"); }), fail);
    addCase("nobody", onCall([](Schedule &s) { s.layers.clear(); }), fail);
    addCase("layers unknown", onCall([](Schedule &s) {
                s.layers.clear();
                s.layersKnown = false;
            }),
            list({"notDetermined/failed schedule:PSCH1"}));
    addCase("one may exist", onCall([](B &b, Schedule &s) {
                s.layers[0].users[1].id = str("PU9");
                b.setState(C::Users, S::Partial, R::Partial);
            }),
            list({"notDetermined/partial schedule:PSCH1", "notDetermined/partial user:*"}));
    addCase(
        "not in use", [](B &b) { b.schedule(str("PSCH1")); }, list({"notApplicable schedule:PSCH1"}));
    Parameters three;
    three.minParticipants = 3;
    addCase("two of three", onCall([](Schedule &) {}), fail, three);
}

void TestOnCallControls::reachability_data()
{
    addColumns();
    const QStringList pass = list({"pass user:PU1"}), fail = list({"fail user:PU1"});
    const auto phone = [](const std::function<void(ContactMethod &)> &change) {
        return onCall([change](B &b, Schedule &s) {
            coverAll(s);
            change(b.rows().users[0].contactMethods->back());
        });
    };
    addCase("phone", onCall(coverAll), pass);
    for (const char *type : {"sms_contact_method", "whatsapp_contact_method", "push_notification_contact_method"})
        addCase(type, phone([type](ContactMethod &m) { m.type = str(type); }), pass);
    addCase("e-mail only", phone([](ContactMethod &m) { m.type = str("email_contact_method"); }), fail);
    addCase("switched off", phone([](ContactMethod &m) { m.enabled = false; }), fail);
    addCase("blacklisted", phone([](ContactMethod &m) { m.blacklisted = true; }), fail);
    addCase("said to be fine", phone([](ContactMethod &m) {
                m.enabled = true;
                m.blacklisted = false;
            }),
            pass);
    addCase("direct target", onCall([](B &, Schedule &s) { coverAll(s); }, true),
            list({"pass user:PU1", "pass user:PU2"}));
    addCase("touches the end of the window only", onCall([](Schedule &s) {
                coverAll(s);
                B::entry(s, month, month + 9, str("PU2"));
                B::entry(s, -9, 0, str("PU2"));
            }),
            pass);
    addCase("one second inside", onCall([](Schedule &s) { B::entry(s, month - 1, month + 9, str("PU1")); }), pass);
    addCase("contact methods unread", onCall([](B &b, Schedule &s) {
                coverAll(s);
                b.rows().users[0].contactMethods.reset();
                b.setState(C::ContactMethods, S::Denied, R::Permission);
            }),
            list({"notDetermined/permission user:PU1"}));
    addCase("deleted in a layer", onCall([](Schedule &s) {
                coverAll(s);
                s.layers[0].users[1].deleted = true;
            }),
            list({"pass user:PU1", "fail schedule:PSCH1"}));
    addCase("deleted in a layer that ended", onCall([](Schedule &s) {
                coverAll(s);
                s.layers[0].end = B::now - 9;
                s.layers[0].users[1].id = str("PU9");
            }),
            list({"pass user:PU1", "fail schedule:PSCH1"}));
    addCase("deleted in a rule",
            onCall(
                [](B &b, Schedule &s) {
                    coverAll(s);
                    b.rows().policies[0].rules[1].targets[0].id = str("PU9");
                },
                true),
            list({"pass user:PU1", "fail escalation_policy:PEP1"}));
    addCase("deleted in a policy not in use", [](B &b) { b.policy(str("PEP1"), {list({"PU9"})}); }, {});
    addCase("on call, but perhaps not there", onCall([](B &b, Schedule &s) {
                B::entry(s, 0, 9, str("PU9"));
                b.setState(C::Users, S::Partial, R::Partial);
            }),
            list({"notDetermined/partial user:PU9", "notDetermined/partial user:*"}));
    addCase("never rendered", onCall([](Schedule &s) { s.finalEntries.reset(); }),
            list({"notDetermined/failed schedule:PSCH1"}));
    addCase("nobody on call", [](B &b) { b.user(str("PU1")); }, {});
    addCase("limited key", onCall([](B &b, Schedule &s) {
                coverAll(s);
                b.rows().keyScope = KeyScope::Limited;
            }),
            list({"pass user:PU1", "notDetermined/permission user:*"}));
}

QTEST_APPLESS_MAIN(TestOnCallControls)
#include "tst_oncallcontrols.moc"
