// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/controls/controlcase.h"

#include <QTest>

using namespace pdsi;
using B = InventoryBuilder;
using C = ResourceClass;
using S = CollectionState;
using R = ReasonCode;

class TestAccountControls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void urgencyVariety_data();
    void urgencyVariety() { checkCase(19); }
    void priorityUse_data();
    void priorityUse() { checkCase(20); }
    void analyticsAccess_data();
    void analyticsAccess() { checkCase(24); }
    void analyticsEvidence();
};

namespace {

Build services(int n, const std::function<void(B &)> &change = {})
{
    return [n, change](B &b) {
        for (int i = 0; i < n; ++i)
            b.service(str("PS") + QString::number(i));
        if (change)
            change(b);
    };
}

Build prioritised(const std::function<void(B &)> &more)
{
    return [more](B &b) {
        b.priority(str("P1"));
        if (more)
            more(b);
    };
}

} // namespace

void TestAccountControls::urgencyVariety_data()
{
    addColumns();
    const QStringList pass = list({"pass account:lumen"}), fail = list({"fail account:lumen"});
    const QStringList none = list({"notApplicable account:lumen"});
    addCase("all high", services(3), fail);
    addCase("too few", services(2), none);
    addCase("too few active", services(3, [](B &b) { b.rows().services[0].status = str("disabled"); }), none);
    addCase("one low", services(3, [](B &b) { b.rows().services[2].urgencyRule.urgency = str("low"); }), pass);
    addCase("one by severity",
            services(3, [](B &b) { b.rows().services[2].urgencyRule.urgency = str("severity_based"); }), pass);
    addCase("support hours tell apart",
            services(3,
                     [](B &b) {
                         b.rows().services[2].urgencyRule = {str("use_support_hours"), {}, str("high"), str("high")};
                     }),
            pass);
    addCase("only a disabled one is low",
            services(4,
                     [](B &b) {
                         b.rows().services[2].urgencyRule.urgency = str("low");
                         b.rows().services[2].status = str("disabled");
                     }),
            fail);
    addCase("no urgencies", services(5, [](B &b) { b.rows().abilities.removeAll(str("urgencies")); }), none);
    addCase("abilities unread", services(5, [](B &b) { b.lose(C::Abilities, S::Failed, R::Failed); }),
            list({"notDetermined/failed account:lumen", "notDetermined/failed ability:*"}));
    addCase("services partial", services(5, [](B &b) { b.setState(C::Services, S::Partial, R::Cap); }),
            list({"notDetermined/cap account:lumen", "notDetermined/cap service:*"}));
    Parameters one;
    one.minServicesForUrgency = 1;
    addCase("one is enough", services(1), fail, one);
}

void TestAccountControls::priorityUse_data()
{
    addColumns();
    const QStringList pass = list({"pass account:lumen"}), fail = list({"fail account:lumen"});
    addCase("used once", prioritised([](B &b) {
                b.incident(str("Q1"), 5, str("P1"));
                b.incident(str("Q2"), 9);
            }),
            pass);
    addCase("never used", prioritised([](B &b) { b.incident(str("Q1"), 5); }), fail);
    addCase("no incident", prioritised({}), list({"manual account:lumen"}));
    addCase("only older incidents", prioritised([](B &b) { b.incident(str("Q1"), 31 * secondsPerDay, str("P1")); }),
            list({"manual account:lumen"}));
    addCase("at the edge of the look-back",
            prioritised([](B &b) { b.incident(str("Q1"), 30 * secondsPerDay, str("P1")); }), pass);
    addCase("used only before the newest thousand", prioritised([](B &b) {
                for (int i = 0; i < 1000; ++i)
                    b.incident(str("Q") + QString::number(i), i);
                b.incident(str("QOLD"), 5000, str("P1"));
            }),
            fail);
    addCase(
        "none defined", [](B &b) { b.incident(str("Q1"), 5); }, fail);
    addCase(
        "switched off",
        [](B &b) {
            b.lose(C::Priorities, S::Unavailable, R::Plan);
            b.answer(C::Priorities, 404, RequestResult::Missing);
        },
        fail);
    addCase(
        "denied", [](B &b) { b.lose(C::Priorities, S::Denied, R::Permission); },
        list({"notDetermined/permission account:lumen", "notDetermined/permission priority:*"}));
    addCase("incidents partial", prioritised([](B &b) {
                b.incident(str("Q1"), 5, str("P1"));
                b.setState(C::Incidents, S::Partial, R::Partial);
            }),
            list({"notDetermined/partial account:lumen", "notDetermined/partial incident:*"}));
    addCase(
        "none defined, incidents unread", [](B &b) { b.lose(C::Incidents, S::Failed, R::Failed); }, fail);
}

void TestAccountControls::analyticsAccess_data()
{
    addColumns();
    const Build offered = [](B &b) { b.rows().abilities.append(str("advanced_analytics_v2")); };
    addCase("offered", offered, list({"manual account:lumen"}));
    addCase(
        "not offered", [](B &) {}, list({"notApplicable account:lumen"}));
    addCase(
        "abilities unread", [](B &b) { b.lose(C::Abilities, S::Denied, R::Permission); },
        list({"notDetermined/permission account:lumen", "notDetermined/permission ability:*"}));
    addCase(
        "users partial",
        [offered](B &b) {
            offered(b);
            b.setState(C::Users, S::Partial, R::Partial);
        },
        list({"notDetermined/partial account:lumen", "notDetermined/partial user:*"}));
}

void TestAccountControls::analyticsEvidence()
{
    B b;
    b.rows().abilities.append(str("analytics"));
    for (const char *role : {"user", "owner", "observer", "read_only_user", "admin", "limited_user"})
        b.user(str("PU-") + str(role), str(role));
    const Outcome o = judged(24, *b.build()).constFirst();
    QStringList pointers;
    for (const Evidence &e : o.evidence)
        pointers.append(e.pointer);
    QCOMPARE(pointers, list({"/abilities", "/users/1/name", "/users/2/name", "/users/3/name", "/users/4/name"}));
    QVERIFY(o.message.contains(str("1 admin, 1 limited_user, 1 observer, 1 owner, 1 read_only_user, 1 user")));
}

QTEST_APPLESS_MAIN(TestAccountControls)
#include "tst_accountcontrols.moc"
