// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/controls/controlcase.h"

#include <QTest>

using namespace pdsi;
using B = InventoryBuilder;
using C = ResourceClass;
using S = CollectionState;
using R = ReasonCode;

class TestAccessControls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ssoEnforcement_data();
    void ssoEnforcement() { checkCase(1); }
    void leastPrivilege_data();
    void leastPrivilege() { checkCase(2); }
    void singleOwner_data();
    void singleOwner() { checkCase(3); }
    void teamBasedAccess_data();
    void teamBasedAccess() { checkCase(4); }
    void notificationRules_data();
    void notificationRules() { checkCase(17); }
    void evidenceNamesEveryPrivilegedUser();
};

namespace {

void addUsers(B &b, int n, const char *role, const char *prefix = "PU")
{
    for (int i = 0; i < n; ++i)
        b.user(str(prefix) + QString::number(i), str(role));
}

Parameters percent(int admins, int maxPercent)
{
    Parameters p;
    p.minAdmins = admins;
    p.maxAdminPercent = maxPercent;
    return p;
}

} // namespace

void TestAccessControls::ssoEnforcement_data()
{
    addColumns();
    addCase(
        "offered", [](B &b) { b.user(str("PU1")).createdViaSso = true; }, list({"manual account:lumen"}));
    addCase(
        "not offered",
        [](B &b) {
            b.rows().abilities = list({"teams", "sso_light"});
        },
        list({"fail account:lumen"}));
    addCase(
        "no ability at all", [](B &b) { b.rows().abilities.clear(); }, list({"fail account:lumen"}));
    addCase(
        "denied", [](B &b) { b.lose(C::Abilities, S::Denied, R::Permission); },
        list({"notDetermined/permission account:lumen", "notDetermined/permission ability:*"}));
    addCase(
        "account without a subdomain", [](B &b) { b.rows().subdomain.clear(); }, list({"manual account:account"}));
    addCase(
        "limited key", [](B &b) { b.rows().keyScope = KeyScope::Limited; }, list({"manual account:lumen"}));
}

void TestAccessControls::leastPrivilege_data()
{
    addColumns();
    addCase(
        "the minimum is always fine", [](B &b) { addUsers(b, 2, "admin"); }, list({"pass account:lumen"}));
    addCase(
        "one more than the minimum", [](B &b) { addUsers(b, 3, "admin"); }, list({"fail account:lumen"}));
    addCase(
        "share rounds up",
        [](B &b) {
            addUsers(b, 3, "admin");
            addUsers(b, 18, "user", "PV");
        },
        list({"pass account:lumen"}));
    addCase(
        "share just too small",
        [](B &b) {
            addUsers(b, 3, "owner");
            addUsers(b, 17, "user", "PV");
        },
        list({"fail account:lumen"}));
    addCase(
        "share exact",
        [](B &b) {
            addUsers(b, 3, "admin");
            addUsers(b, 27, "user", "PV");
        },
        list({"pass account:lumen"}));
    addCase(
        "nothing allowed", [](B &b) { addUsers(b, 1, "owner"); }, list({"fail account:lumen"}), percent(0, 0));
    addCase(
        "all allowed", [](B &b) { addUsers(b, 9, "admin"); }, list({"pass account:lumen"}), percent(0, 100));
    addCase(
        "partial",
        [](B &b) {
            addUsers(b, 3, "admin");
            b.setState(C::Users, S::Partial, R::Partial);
        },
        list({"notDetermined/partial account:lumen", "notDetermined/partial user:*"}));
    addCase(
        "partial, but certainly too many",
        [](B &b) {
            addUsers(b, 5, "admin");
            b.setState(C::Users, S::Partial, R::Cap);
            b.setReportedTotal(C::Users, 40);
        },
        list({"fail account:lumen", "notDetermined/cap user:*"}));
    addCase(
        "partial, and perhaps not too many",
        [](B &b) {
            addUsers(b, 4, "admin");
            b.setState(C::Users, S::Partial, R::Cap);
            b.setReportedTotal(C::Users, 40);
        },
        list({"notDetermined/cap account:lumen", "notDetermined/cap user:*"}));
    addCase(
        "limited key",
        [](B &b) {
            addUsers(b, 1, "admin");
            b.rows().keyScope = KeyScope::Limited;
        },
        list({"notDetermined/permission account:lumen"}));
    addCase(
        "unknown scope",
        [](B &b) {
            addUsers(b, 1, "admin");
            b.rows().keyScope = KeyScope::Unknown;
        },
        list({"notDetermined/failed account:lumen"}));
    addCase(
        "limited key, too many seen",
        [](B &b) {
            addUsers(b, 3, "admin");
            b.rows().keyScope = KeyScope::Limited;
        },
        list({"fail account:lumen"}));
}

void TestAccessControls::singleOwner_data()
{
    addColumns();
    addCase(
        "one",
        [](B &b) {
            b.user(str("PU1"), str("owner"));
            addUsers(b, 3, "admin", "PA");
        },
        list({"pass user:PU1"}));
    addCase(
        "two", [](B &b) { addUsers(b, 2, "owner"); }, list({"fail user:PU0", "fail user:PU1"}));
    addCase(
        "none", [](B &b) { addUsers(b, 2, "admin"); }, list({"notDetermined/permission account:lumen"}));
    addCase(
        "one of a partial list",
        [](B &b) {
            addUsers(b, 1, "owner");
            b.setState(C::Users, S::Partial, R::Partial);
        },
        list({"notDetermined/partial user:PU0", "notDetermined/partial user:*"}));
    addCase(
        "two of a partial list",
        [](B &b) {
            addUsers(b, 2, "owner");
            b.setState(C::Users, S::Partial, R::Partial);
        },
        list({"fail user:PU0", "fail user:PU1", "notDetermined/partial user:*"}));
    addCase(
        "limited key",
        [](B &b) {
            addUsers(b, 1, "owner");
            b.rows().keyScope = KeyScope::Limited;
        },
        list({"notDetermined/permission user:PU0"}));
    addCase(
        "denied", [](B &b) { b.setState(C::Users, S::Denied, R::Permission); },
        list({"notDetermined/permission account:lumen", "notDetermined/permission user:*"}));
}

void TestAccessControls::teamBasedAccess_data()
{
    addColumns();
    addCase(
        "every responder role",
        [](B &b) {
            for (const char *role : {"owner", "admin", "user", "limited_user", "observer", "restricted_access"})
                b.user(str(role), str(role));
        },
        list({"pass user:owner", "pass user:admin", "pass user:user", "pass user:limited_user", "pass user:observer",
              "pass user:restricted_access"}));
    addCase(
        "in no team", [](B &b) { b.user(str("PU1")).teamIds = QStringList(); }, list({"fail user:PU1"}));
    addCase(
        "stakeholders and roles nobody heard of",
        [](B &b) {
            for (const char *role : {"read_only_user", "read_only_limited_user", "wizard", ""})
                b.user(str("P-") + str(role), str(role)).teamIds = QStringList();
        },
        list({"notApplicable user:P-read_only_user", "notApplicable user:P-read_only_limited_user",
              "notApplicable user:P-wizard", "notApplicable user:P-"}));
    addCase(
        "plan without teams",
        [](B &b) {
            addUsers(b, 3, "user");
            b.rows().abilities.removeAll(str("teams"));
        },
        list({"fail account:lumen"}));
    addCase(
        "teams of one not read",
        [](B &b) {
            b.user(str("PU1")).teamIds.reset();
            b.user(str("PU2"));
            b.setState(C::TeamMembers, S::Denied, R::Permission);
        },
        list({"notDetermined/permission user:PU1", "pass user:PU2", "notDetermined/permission team:*"}));
    addCase(
        "members need not be read when users carry teams",
        [](B &b) {
            b.user(str("PU2"));
            b.setState(C::TeamMembers, S::NotCollected, R::NotCollected);
        },
        list({"pass user:PU2"}));
    addCase(
        "abilities unreadable, teams seen",
        [](B &b) {
            b.user(str("PU1"));
            b.user(str("PU2")).teamIds = QStringList();
            b.lose(C::Abilities, S::Failed, R::Failed);
        },
        list({"pass user:PU1", "fail user:PU2", "notDetermined/failed ability:*"}));
    addCase(
        "abilities unreadable, no team seen",
        [](B &b) {
            b.user(str("PU2")).teamIds = QStringList();
            b.lose(C::Abilities, S::Failed, R::Failed);
        },
        list({"notDetermined/failed ability:*"}));
    addCase("nobody", [](B &) {}, {});
    addCase(
        "limited key",
        [](B &b) {
            b.user(str("PU1"));
            b.rows().keyScope = KeyScope::Limited;
        },
        list({"pass user:PU1", "notDetermined/permission user:*"}));
}

void TestAccessControls::notificationRules_data()
{
    addColumns();
    addCase(
        "by phone", [](B &b) { b.user(str("PU1")); }, list({"pass user:PU1"}));
    addCase(
        "by e-mail will do",
        [](B &b) {
            User &u = b.user(str("PU1"));
            u.notificationRules->front().contactMethodId = u.contactMethods->front().id;
        },
        list({"pass user:PU1"}));
    addCase(
        "only low urgency", [](B &b) { b.user(str("PU1")).notificationRules->front().urgency = str("low"); },
        list({"fail user:PU1"}));
    addCase(
        "no rule", [](B &b) { b.user(str("PU1")).notificationRules->clear(); }, list({"fail user:PU1"}));
    addCase(
        "contact method gone", [](B &b) { b.user(str("PU1")).contactMethods->pop_back(); }, list({"fail user:PU1"}));
    addCase(
        "rule without a contact method",
        [](B &b) { b.user(str("PU1")).notificationRules->front().contactMethodId.clear(); }, list({"fail user:PU1"}));
    addCase(
        "switched off", [](B &b) { b.user(str("PU1")).contactMethods->back().enabled = false; },
        list({"fail user:PU1"}));
    addCase(
        "blacklisted", [](B &b) { b.user(str("PU1")).contactMethods->back().blacklisted = true; },
        list({"fail user:PU1"}));
    addCase(
        "the second rule works",
        [](B &b) {
            User &u = b.user(str("PU1"));
            u.contactMethods->back().blacklisted = true;
            NotificationRule second = u.notificationRules->front();
            second.contactMethodId = u.contactMethods->front().id;
            u.notificationRules->push_back(second);
        },
        list({"pass user:PU1"}));
    addCase("stakeholders are not asked",
            [](B &b) { b.user(str("PU1"), str("read_only_user")).notificationRules->clear(); }, {});
    addCase(
        "rules not read",
        [](B &b) {
            b.user(str("PU1")).notificationRules.reset();
            b.setState(C::NotificationRules, S::Denied, R::Permission);
        },
        list({"notDetermined/permission user:PU1"}));
    addCase(
        "contact methods not read",
        [](B &b) {
            b.user(str("PU1")).contactMethods.reset();
            b.setState(C::ContactMethods, S::Partial, R::Partial);
        },
        list({"notDetermined/partial user:PU1"}));
}

void TestAccessControls::evidenceNamesEveryPrivilegedUser()
{
    B b;
    b.user(str("PU0"), str("user"));
    b.user(str("PU1"), str("admin"));
    b.user(str("PU2"), str("owner"));
    const auto outcomes = judged(2, *b.build());
    QCOMPARE(outcomes.size(), 1);
    QCOMPARE(outcomes[0].evidence.size(), 2);
    QCOMPARE(outcomes[0].evidence[0].pointer, str("/users/1/role"));
    QCOMPARE(outcomes[0].evidence[1].pointer, str("/users/2/role"));
}

QTEST_APPLESS_MAIN(TestAccessControls)
#include "tst_accesscontrols.moc"
