// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/controls/controlcase.h"

#include "core/controls/criticalservices.h"

#include <QTest>

using namespace pdsi;
using B = InventoryBuilder;
using C = ResourceClass;
using S = CollectionState;
using R = ReasonCode;

class TestServiceControls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void responseAutomation_data();
    void responseAutomation() { checkCase(10); }
    void patterns();
    void integrationScope_data();
    void integrationScope() { checkCase(16); }
    void dependencyMapping_data();
    void dependencyMapping() { checkCase(21); }
    void acknowledgementTimeout_data();
    void acknowledgementTimeout() { checkCase(22); }
    void autoResolveTimeout_data();
    void autoResolveTimeout() { checkCase(23); }
    void changeEventUse_data();
    void changeEventUse() { checkCase(25); }
};

namespace {

Parameters critical(const char *value)
{
    Parameters p;
    p.criticalServices = str(value);
    return p;
}

/// One service with this urgency rule and no automation: failing means it counts as critical.
Build urgency(const char *type, const char *urgency, const char *during = "", const char *outside = "")
{
    return [=](B &b) {
        UrgencyRule &rule = b.service(str("PS1")).urgencyRule;
        rule.type = str(type);
        rule.urgency = str(urgency);
        rule.duringUrgency = str(during);
        rule.outsideUrgency = str(outside);
    };
}

Build triggered(const std::function<void(B &)> &change)
{
    return [change](B &b) {
        b.service(str("PS1"));
        b.workflow(str("PIW1"));
        b.trigger(str("T1"), str("PIW1"), list({"PS0", "PS1"}));
        change(b);
    };
}

Build integrated(const std::function<void(Integration &)> &change, const char *type)
{
    return [change, type](B &b) {
        Integration i = B::integration(str("PI1"), str(type));
        change(i);
        b.service(str("PS1")).integrations->push_back(i);
    };
}

} // namespace

void TestServiceControls::responseAutomation_data()
{
    addColumns();
    const QStringList pass = list({"pass service:PS1"}), fail = list({"fail service:PS1"});
    const QStringList none = list({"notApplicable account:lumen"});
    addCase("always high", urgency("constant", "high"), fail);
    addCase("always low", urgency("constant", "low"), none);
    addCase("by severity", urgency("constant", "severity_based"), fail);
    addCase("by severity, as a type", urgency("severity_based", ""), fail);
    addCase("high in support hours", urgency("use_support_hours", "", "high", "low"), fail);
    addCase("by severity outside support hours", urgency("use_support_hours", "", "low", "severity_based"), fail);
    addCase("low in and outside support hours", urgency("use_support_hours", "high", "low", "low"), none);
    addCase("no urgency rule", urgency("", ""), none);
    addCase(
        "disabled", [](B &b) { b.service(str("PS1")).status = str("disabled"); }, none);
    addCase(
        "no service", [](B &) {}, none);
    addCase("lists it", triggered([](B &) {}), pass);
    addCase("lists others", triggered([](B &b) { b.rows().triggers[0].serviceIds.removeLast(); }), fail);
    addCase("for all services", triggered([](B &b) {
                b.rows().triggers[0].serviceIds.clear();
                b.rows().triggers[0].allServices = true;
            }),
            pass);
    addCase("trigger switched off", triggered([](B &b) { b.rows().triggers[0].disabled = true; }), fail);
    addCase("workflow switched off", triggered([](B &b) { b.rows().workflows[0].enabled = false; }), fail);
    addCase("workflow says nothing", triggered([](B &b) { b.rows().workflows[0].enabled.reset(); }), pass);
    addCase("one off, one on", triggered([](B &b) {
                b.rows().triggers[0].disabled = true;
                b.trigger(str("T2"), str("PIW1"), list({"PS1"})).triggerType = str("manual");
            }),
            pass);
    addCase(
        "response play", [](B &b) { b.service(str("PS1")).hasResponsePlay = true; }, pass);
    addCase("workflows unread", triggered([](B &b) { b.lose(C::IncidentWorkflows, S::Denied, R::Permission); }),
            list({"notDetermined/permission service:PS1", "notDetermined/permission incident_workflow:*"}));
    addCase("triggers unread", triggered([](B &b) { b.lose(C::WorkflowTriggers, S::Unavailable, R::Plan); }),
            list({"notDetermined/plan service:PS1", "notDetermined/plan workflow_trigger:*"}));
    addCase(
        "triggers unread, response play",
        [](B &b) {
            b.service(str("PS1")).hasResponsePlay = true;
            b.lose(C::WorkflowTriggers, S::Unavailable, R::Plan);
        },
        list({"pass service:PS1", "notDetermined/plan workflow_trigger:*"}));
    addCase(
        "services unread", [](B &b) { b.setState(C::Services, S::Failed, R::Failed); },
        list({"notDetermined/failed service:*"}));
    const Build low = [](B &b) {
        for (const char *id : {"PS1", "PS2", "PS3"})
            b.service(str(id)).urgencyRule.urgency = str("low");
        b.rows().services[1].name = str("Pay Gate");
        b.rows().services[2].status = str("disabled");
    };
    addCase("by id", low, list({"fail service:PS1"}), critical("PS1,PS3"));
    addCase("by name pattern", low, list({"fail service:PS2"}), critical("nothing, pay?g*"));
    addCase("by nothing that exists", low, none, critical("PS9"));
    const Build lowUnread = [low](B &b) {
        low(b);
        b.lose(C::WorkflowTriggers, S::Unavailable, R::Plan);
        b.lose(C::IncidentWorkflows, S::Denied, R::Permission);
    };
    addCase("no critical service, workflows unread", lowUnread, none);
    addCase("no critical service seen, not all services and no workflows read",
            [lowUnread](B &b) {
                lowUnread(b);
                b.setState(C::Services, S::Partial, R::Partial);
            },
            list({"notDetermined/partial service:*", "notDetermined/plan workflow_trigger:*",
                  "notDetermined/permission incident_workflow:*"}));
    const Build business = [low](B &b) {
        low(b);
        b.businessService(str("PBS1"));
        b.dependency(str("PS1"), str("PBS1"));
        b.dependency(str("PS2"), str("PS1"));
    };
    addCase("supports a business service", business, list({"fail service:PS1"}), critical("supports-business-service"));
    addCase(
        "supports perhaps",
        [low](B &b) {
            low(b);
            b.setState(C::BusinessDependencies, S::Partial, R::Partial);
        },
        list({"notDetermined/partial service_dependency:*"}), critical("supports-business-service"));
}

void TestServiceControls::patterns()
{
    QVERIFY(matchesPattern(u"Pay Gate", u"pay*") && matchesPattern(u"Pay Gate", u"*GATE")
            && matchesPattern(u"ab", u"a?"));
    QVERIFY(matchesPattern(u"", u"*") && matchesPattern(u"", u"") && matchesPattern(u"aXbXc", u"a*b*c"));
    QVERIFY(!matchesPattern(u"Pay Gate", u"pay") && !matchesPattern(u"abc", u"a?") && !matchesPattern(u"a", u""));
    QVERIFY(matchesPattern(u"pay.(gate)/1", u"pay.(*)/?") && !matchesPattern(u"paygate", u"pay.*"));
    QVERIFY(!matchesPattern(QString(2000, u'a'), QStringLiteral("a*a*a*a*a*a*a*a*b")));
}

void TestServiceControls::integrationScope_data()
{
    addColumns();
    const QStringList pass = list({"pass integration:PI1"}), fail = list({"fail integration:PI1"});
    const char *mail = "generic_email_inbound_integration", *v2 = "events_api_v2_inbound_integration";
    const auto plain = [](Integration &) {};
    addCase("events api v2", integrated(plain, v2), pass);
    addCase("events api v1", integrated(plain, "generic_events_api_inbound_integration"), fail);
    addCase("mail without a mode", integrated(plain, mail), fail);
    const auto mode = [](const char *value, const QStringList &senders) {
        return [=](Integration &i) {
            i.emailFilterMode = str(value);
            i.fromEmailModes = senders;
        };
    };
    addCase("all mail", integrated(mode("all-email", list({"match"})), mail), fail);
    addCase("rules without a filter", integrated(mode("or-rules-email", {}), mail), fail);
    addCase("every filter takes any sender", integrated(mode("or-rules-email", list({"always", "always"})), mail),
            fail);
    addCase("one filter limits the sender", integrated(mode("and-rules-email", list({"always", "match"})), mail), pass);
    addCase("no mail, so no filter", integrated(mode("all-email", {}), v2), pass);
    const auto shared = [](const char *first, const char *second, bool disabled) {
        return [=](B &b) {
            Integration one = B::integration(str("PI1")), two = B::integration(str("PI2"));
            one.keyDigest = str(first);
            two.keyDigest = str(second);
            b.service(str("PS1")).integrations->push_back(one);
            b.service(str("PS2")).integrations->push_back(two);
            if (disabled)
                b.rows().services[1].status = str("disabled");
        };
    };
    addCase("same key on two services", shared("aa", "aa", false),
            list({"fail integration:PI1", "fail integration:PI2"}));
    addCase("same key on a disabled service", shared("aa", "aa", true), fail);
    addCase("other keys", shared("aa", "bb", false), list({"pass integration:PI1", "pass integration:PI2"}));
    addCase("no keys sent", shared("", "", false), list({"pass integration:PI1", "pass integration:PI2"}));
    addCase(
        "same key twice on one service",
        [](B &b) {
            Integration one = B::integration(str("PI1"));
            one.keyDigest = str("aa");
            b.service(str("PS1")).integrations = std::vector{one, one};
        },
        list({"pass integration:PI1", "pass integration:PI1"}));
    addCase("none", [](B &b) { b.service(str("PS1")); }, {});
    addCase(
        "unread",
        [](B &b) {
            b.service(str("PS1")).integrations.reset();
            b.setState(C::Integrations, S::Denied, R::Permission);
        },
        list({"notDetermined/permission service:PS1"}));
    addCase("of a disabled service",
            [](B &b) {
                Service &s = b.service(str("PS1"));
                s.integrations->push_back(B::integration(str("PI1"), str("generic_events_api_inbound_integration")));
                s.status = str("disabled");
            },
            {});
}

void TestServiceControls::dependencyMapping_data()
{
    addColumns();
    const auto account = [](const Build &more) {
        return [more](B &b) {
            b.businessService(str("PBS1"));
            b.service(str("PS1"));
            if (more)
                more(b);
        };
    };
    const auto asked = [](B &b) { b.rows().dependenciesReadFor.insert(str("PS1")); };
    Parameters business;
    business.dependencyDepth = str("business");
    addCase("supports", account([](B &b) { b.dependency(str("PS1"), str("PBS1")); }), list({"pass service:PS1"}));
    addCase("depends", account([](B &b) { b.dependency(str("PS9"), str("PS1")); }), list({"pass service:PS1"}));
    addCase("in no edge", account(asked), list({"fail service:PS1"}));
    addCase("a business service of the same id", account([asked](B &b) {
                asked(b);
                b.dependency(str("PS9"), str("PBS1"));
                b.rows().dependencies[0].dependentId = str("PS1");
            }),
            list({"fail service:PS1"}));
    addCase(
        "no business service", [](B &b) { b.service(str("PS1")); }, list({"fail account:lumen"}));
    addCase(
        "business services unread",
        [](B &b) {
            b.service(str("PS1"));
            b.setState(C::BusinessServices, S::Denied, R::Permission);
        },
        list({"notDetermined/permission service:PS1", "notDetermined/permission business_service:*"}));
    addCase("own request failed", account([](B &b) { b.setState(C::ServiceDependencies, S::Partial, R::Partial); }),
            list({"notDetermined/partial service:PS1", "notDetermined/partial service_dependency:*"}));
    addCase("asked, but business edges are partial", account([asked](B &b) {
                asked(b);
                b.setState(C::BusinessDependencies, S::Partial, R::Partial);
            }),
            list({"notDetermined/partial service:PS1", "notDetermined/partial service_dependency:*"}));
    const Build notAsked = [](B &b) { b.setState(C::ServiceDependencies, S::NotCollected, R::NotCollected); };
    addCase("business depth", account(notAsked), list({"notDetermined/notCollected service:PS1"}), business);
    addCase("business depth, all mapped", account([notAsked](B &b) {
                notAsked(b);
                b.dependency(str("PS1"), str("PBS1"));
            }),
            list({"pass service:PS1"}), business);
    addCase("disabled", account([](B &b) { b.rows().services[0].status = str("disabled"); }), {});
}

void TestServiceControls::acknowledgementTimeout_data()
{
    addColumns();
    addCase(
        "set", [](B &b) { b.service(str("PS1")).acknowledgementTimeout = 1; }, list({"pass service:PS1"}));
    addCase(
        "zero", [](B &b) { b.service(str("PS1")).acknowledgementTimeout = 0; }, list({"fail service:PS1"}));
    addCase(
        "null", [](B &b) { b.service(str("PS1")).acknowledgementTimeout.reset(); }, list({"fail service:PS1"}));
    addCase("disabled", [](B &b) { b.service(str("PS1")).status = str("disabled"); }, {});
    addCase(
        "partial",
        [](B &b) {
            b.service(str("PS1"));
            b.setState(C::Services, S::Partial, R::Cap);
        },
        list({"pass service:PS1", "notDetermined/cap service:*"}));
}

void TestServiceControls::autoResolveTimeout_data()
{
    addColumns();
    addCase(
        "set", [](B &b) { b.service(str("PS1")).autoResolveTimeout = 1; }, list({"pass service:PS1"}));
    addCase(
        "zero", [](B &b) { b.service(str("PS1")).autoResolveTimeout = 0; }, list({"fail service:PS1"}));
    addCase(
        "null", [](B &b) { b.service(str("PS1")).autoResolveTimeout.reset(); }, list({"fail service:PS1"}));
    addCase(
        "limited key",
        [](B &b) {
            b.service(str("PS1"));
            b.rows().keyScope = KeyScope::Limited;
        },
        list({"pass service:PS1", "notDetermined/permission service:*"}));
}

void TestServiceControls::changeEventUse_data()
{
    addColumns();
    const auto event = [](Instant age) {
        return [age](B &b) {
            b.service(str("PS1"));
            b.changeEvent(str("E1"), age, list({"PS0", "PS1"}));
        };
    };
    addCase("now", event(0), list({"pass service:PS1"}));
    addCase("30 days ago", event(30 * secondsPerDay), list({"pass service:PS1"}));
    addCase("a second earlier", event(30 * secondsPerDay + 1), list({"fail service:PS1"}));
    addCase("in the future", event(-1), list({"fail service:PS1"}));
    addCase(
        "none", [](B &b) { b.service(str("PS1")); }, list({"fail service:PS1"}));
    addCase(
        "seen, though not all were read",
        [event](B &b) {
            event(9)(b);
            b.setState(C::ChangeEvents, S::Partial, R::Partial);
        },
        list({"pass service:PS1", "notDetermined/partial change_event:*"}));
    addCase(
        "not seen, and not all were read",
        [](B &b) {
            b.service(str("PS1"));
            b.setState(C::ChangeEvents, S::Denied, R::Permission);
        },
        list({"notDetermined/permission service:PS1", "notDetermined/permission change_event:*"}));
    addCase("disabled", [](B &b) { b.service(str("PS1")).status = str("disabled"); }, {});
}

QTEST_APPLESS_MAIN(TestServiceControls)
#include "tst_servicecontrols.moc"
