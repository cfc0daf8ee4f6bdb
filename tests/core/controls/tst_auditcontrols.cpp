// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/controls/controlcase.h"

#include <QTest>

using namespace pdsi;
using B = InventoryBuilder;
using C = ResourceClass;
using S = CollectionState;
using R = ReasonCode;

class TestAuditControls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void auditLogging_data();
    void auditLogging() { checkCase(11); }
    void auditRetention_data();
    void auditRetention() { checkCase(12); }
    void apiKeyRotation_data();
    void apiKeyRotation() { checkCase(13); }
    void tokenIsNamed();
};

namespace {

constexpr Instant day = secondsPerDay;

Build recentAndOld(Instant recentAge, Instant oldAge, const char *actor = "PKEY1", const char *token = "a1b2")
{
    return [=](B &b) {
        b.audit(&Inventory::auditTokensRecent, recentAge, str(actor), str(token));
        b.audit(&Inventory::auditTokensOld, oldAge, str(actor), str(token));
    };
}

} // namespace

void TestAuditControls::auditLogging_data()
{
    addColumns();
    const QStringList pass = list({"pass account:lumen"}), fail = list({"fail account:lumen"});
    addCase(
        "recent", [](B &b) { b.audit(&Inventory::auditRecent, day); }, pass);
    addCase(
        "31 days ago", [](B &b) { b.audit(&Inventory::auditRecent, 31 * day); }, pass);
    addCase(
        "only older", [](B &b) { b.audit(&Inventory::auditHistory, 200 * day); }, pass);
    addCase(
        "older than a year", [](B &b) { b.audit(&Inventory::auditHistory, 366 * day); }, fail);
    addCase(
        "none at all", [](B &) {}, fail);
    addCase(
        "plan keeps none",
        [](B &b) {
            b.lose(C::AuditRecent, S::Unavailable, R::Plan);
            b.answer(C::AuditRecent, 402, RequestResult::PlanGated);
        },
        fail);
    addCase(
        "not there",
        [](B &b) {
            b.lose(C::AuditRecent, S::Unavailable, R::Plan);
            b.answer(C::AuditRecent, 404, RequestResult::Missing);
        },
        list({"notDetermined/plan account:lumen", "notDetermined/plan audit_record:*"}));
    addCase(
        "denied", [](B &b) { b.lose(C::AuditRecent, S::Denied, R::Permission); },
        list({"notDetermined/permission account:lumen", "notDetermined/permission audit_record:*"}));
    addCase(
        "none recent, older unread", [](B &b) { b.lose(C::AuditHistory, S::Failed, R::Failed); },
        list({"notDetermined/failed account:lumen", "notDetermined/failed audit_record:*"}));
    addCase(
        "recent, older unread",
        [](B &b) {
            b.audit(&Inventory::auditRecent, day);
            b.setState(C::AuditHistory, S::Failed, R::Failed);
        },
        pass);
}

void TestAuditControls::auditRetention_data()
{
    addColumns();
    const QStringList pass = list({"pass account:lumen"}), manual = list({"manual account:lumen"});
    const auto days = [](int n) {
        Parameters p;
        p.auditRetentionDays = n;
        return p;
    };
    const auto history = [](Instant age) { return [age](B &b) { b.audit(&Inventory::auditHistory, age); }; };
    addCase("a year old", history(365 * day), pass);
    addCase("just old enough", history(334 * day), pass);
    addCase("a second too young", history(334 * day - 1), manual);
    addCase("older than required", history(365 * day + 1), manual);
    addCase(
        "none", [](B &) {}, manual);
    addCase("90 days required", history(60 * day), pass, days(90));
    addCase(
        "20 days required, seen among the recent", [](B &b) { b.audit(&Inventory::auditRecent, 5 * day); }, pass,
        days(20));
    addCase("two years required", history(365 * day), manual, days(730));
    addCase(
        "plan keeps none",
        [](B &b) {
            b.lose(C::AuditHistory, S::Unavailable, R::Plan);
            b.answer(C::AuditHistory, 402, RequestResult::PlanGated);
        },
        list({"fail account:lumen"}));
    addCase(
        "denied", [](B &b) { b.lose(C::AuditHistory, S::Denied, R::Permission); },
        list({"notDetermined/permission account:lumen", "notDetermined/permission audit_record:*"}));
    addCase(
        "seen, but probes failed",
        [history](B &b) {
            history(350 * day)(b);
            b.setState(C::AuditHistory, S::Partial, R::Partial);
        },
        list({"notDetermined/partial account:lumen", "notDetermined/partial audit_record:*"}));
}

void TestAuditControls::apiKeyRotation_data()
{
    addColumns();
    const char *account = "notDetermined/notExposed account:lumen";
    const QStringList old = list({"fail api_token:PKEY1:a1b2", account});
    const QStringList unknown = list({"notDetermined/notExposed api_token:PKEY1:a1b2", account});
    addCase("in both windows", recentAndOld(day, 100 * day), old);
    addCase("at the edges", recentAndOld(31 * day, 90 * day), old);
    addCase("at the other edges", recentAndOld(0, 121 * day), old);
    addCase("seen again too early", recentAndOld(31 * day + 1, 100 * day), unknown);
    addCase("first seen too late", recentAndOld(day, 90 * day - 1), unknown);
    addCase(
        "another actor",
        [](B &b) {
            b.audit(&Inventory::auditTokensRecent, day, str("PKEY1"), str("a1b2"));
            b.audit(&Inventory::auditTokensOld, 100 * day, str("PKEY2"), str("a1b2"));
        },
        list({"notDetermined/notExposed api_token:PKEY1:a1b2", "notDetermined/notExposed api_token:PKEY2:a1b2",
              account}));
    addCase(
        "another key",
        [](B &b) {
            b.audit(&Inventory::auditTokensRecent, day, str("PKEY1"), str("a1b2"));
            b.audit(&Inventory::auditTokensOld, 100 * day, str("PKEY1"), str("zzzz"));
        },
        list({"notDetermined/notExposed api_token:PKEY1:a1b2", "notDetermined/notExposed api_token:PKEY1:zzzz",
              account}));
    addCase("no actor", recentAndOld(day, 100 * day, ""), list({"notDetermined/notExposed api_token::a1b2", account}));
    addCase("no token", recentAndOld(day, 100 * day, "PKEY1", ""), list({account}));
    addCase(
        "another method",
        [](B &b) {
            recentAndOld(day, 100 * day)(b);
            b.rows().auditTokensOld[0].methodType = str("oauth");
        },
        unknown);
    addCase(
        "none seen", [](B &) {}, list({account}));
    addCase(
        "older unread",
        [](B &b) {
            recentAndOld(day, 100 * day)(b);
            b.lose(C::AuditTokensOld, S::Denied, R::Permission);
        },
        unknown + list({"notDetermined/permission audit_record:*"}));
    Parameters month;
    month.apiKeyMaxAgeDays = 30;
    addCase("30 days allowed", recentAndOld(day, 45 * day), old, month);
}

void TestAuditControls::tokenIsNamed()
{
    B b;
    recentAndOld(day, 100 * day)(b);
    b.rows().auditTokensRecent[0].actorName = str("deploy");
    const Outcome o = judged(13, *b.build()).constFirst();
    QCOMPARE(o.resource.name, str("deploy (key ending a1b2)"));
    QCOMPARE(o.evidence.size(), 2);
}

QTEST_APPLESS_MAIN(TestAuditControls)
#include "tst_auditcontrols.moc"
