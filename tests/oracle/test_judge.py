#!/usr/bin/env python3
# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The judge against archives made by hand: each control passes, fails and stays open where its rule says so."""

import os
import tempfile
import unittest

from archive import load_archive
from compare import differences
from facts import set_parameter
from handmade import (SCHEDULE_REF, Account, at, entry, policy, schedule, service, shift_schedule, token_record, user,
                      user_ref)
from judge import judge, printable
from raw_judge import load_model

DENIED = ("denied", "permission")
PARTIAL = ("partial", "partial")
FAILED = ("failed", "failed")
PLAN = ("unavailable", "plan")


def judged(account, *assignments):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "account.pdsnap")
        account.save(path)
        facts = load_archive(path, change_parameters=lambda parameters: [set_parameter(parameters, each)
                                                                          for each in assignments])
        return printable(judge(facts))


class JudgeTest(unittest.TestCase):
    def setUp(self):
        self.account = Account()
        self.lists = self.account.lists

    def status(self, control_id, *assignments):
        return judged(self.account, *assignments)["controls"][control_id - 1]["status"]

    def outcomes(self, control_id, *assignments):
        return [(each["status"], each["reason"], each["kind"], each["id"])
                for each in judged(self.account, *assignments)["outcomes"] if each["controlId"] == control_id]

    def expect(self, control_id, status, *assignments):
        self.assertEqual(self.status(control_id, *assignments), status)

    def expect_open(self, control_id, class_name, state, reason):
        self.account.states[class_name] = state
        self.assertIn(("notDetermined", reason, class_name, "*"), self.outcomes(control_id))
        self.expect(control_id, "notDetermined")

    def test_healthy_account(self):
        statuses = {each["id"]: each["status"] for each in judged(self.account)["controls"]}
        expected = {each: "pass" for each in range(1, 26)} | {1: "manual", 13: "notDetermined", 24: "manual"}
        self.assertEqual(statuses, expected)

    def test_differences_are_seen(self):
        healthy = judged(self.account)
        self.assertEqual(differences(healthy, healthy), [])
        self.lists["services"][0]["acknowledgement_timeout"] = None
        self.assertIn("control 22 status: report fail, judge pass", differences(judged(self.account), healthy))

    def test_account_model(self):
        self.account.answers[("schedules_v3", "PS3")] = {"schedule": shift_schedule("PS3", [("PU1", at(), at(days=-9))])}
        self.lists["schedules_v3"] = [{"id": "PS3", "type": "schedule_v3_reference"}]
        self.lists["escalation_policies"][0]["escalation_rules"][0]["targets"].append(
            {"id": "PS3", "type": "schedule_v3_reference"})
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "account.json")
            self.account.save_model(path)
            self.assertEqual(differences(printable(judge(load_model(path))), judged(self.account)), [])
            self.assertEqual(self.status(8), "fail")

    def test_1_sso(self):
        self.account.abilities = ["teams"]
        self.expect(1, "fail")
        self.expect_open_account(1, "abilities")

    def expect_open_account(self, control_id, class_name):
        self.account.statuses[class_name] = 403
        self.expect_open(control_id, class_name, DENIED, "permission")

    def test_2_least_privilege(self):
        self.lists["users"] += [user("PA1", "admin"), user("PA2", "admin")]
        self.expect(2, "fail")
        self.expect(2, "pass", "maxAdminPercent=50")
        self.expect_open(2, "users", PARTIAL, "partial")

    def test_2_limited_key(self):
        self.account.me = (200, {"user": user("PU1", "limited_user")})
        self.assertEqual(self.outcomes(2), [("notDetermined", "permission", "account", "account")])

    def test_3_owner(self):
        self.lists["users"].append(user("POWN2", "owner"))
        self.assertEqual([each[0] for each in self.outcomes(3)], ["fail", "fail"])
        self.lists["users"] = [user("PU1"), user("PU2")]
        self.assertEqual(self.outcomes(3), [("notDetermined", "permission", "account", "account")])

    def test_3_owner_on_a_partial_list(self):
        self.expect_open(3, "users", PARTIAL, "partial")
        self.assertNotIn("pass", [each[0] for each in self.outcomes(3)])

    def test_4_teams(self):
        self.assertIn(("notApplicable", None, "user", "PSTK"), self.outcomes(4))
        self.lists["users"][1]["teams"] = []
        self.assertIn(("fail", None, "user", "PU1"), self.outcomes(4))
        self.account.abilities = ["sso"]
        self.assertEqual(self.outcomes(4), [("fail", None, "account", "account")])

    def test_4_members_of_teams(self):
        for each in self.lists["users"]:
            del each["teams"]
        self.account.answers[("team_members", "PTEAM")] = {"members": [{"user": user_ref("PU1")}]}
        outcomes = self.outcomes(4)
        self.assertIn(("pass", None, "user", "PU1"), outcomes)
        self.assertIn(("fail", None, "user", "PU2"), outcomes)
        self.account.states["team_members"] = DENIED
        self.assertIn(("notDetermined", "permission", "user", "PU2"), self.outcomes(4))

    def test_5_policy(self):
        self.assertIn(("notApplicable", None, "service", "POFF"), self.outcomes(5))
        self.lists["services"][0]["escalation_policy"] = None
        self.lists["services"][1]["escalation_policy"] = {"id": "PGONE"}
        outcomes = self.outcomes(5)
        self.assertIn(("fail", None, "service", "PSV1"), outcomes)
        self.assertIn(("fail", None, "service", "PSV2"), outcomes)
        self.account.states["escalation_policies"] = PARTIAL
        self.assertIn(("notDetermined", "partial", "service", "PSV2"), self.outcomes(5))

    def test_5_policy_without_rules(self):
        self.lists["escalation_policies"] = [policy()]
        self.expect(5, "fail")

    def test_6_levels(self):
        for rules, status in ((([SCHEDULE_REF],), "fail"), (([SCHEDULE_REF], [SCHEDULE_REF]), "fail"),
                              (([SCHEDULE_REF], [user_ref("PGONE")]), "fail"),
                              (([SCHEDULE_REF], [SCHEDULE_REF, user_ref("PGONE")]), "fail"),
                              (([user_ref("PU1")], [user_ref("PU1", deleted_at=at(days=9))]), "fail"),
                              (([user_ref("PU1")], [user_ref("PU1"), user_ref("PU2")]), "pass")):
            self.lists["escalation_policies"] = [policy(*rules)]
            self.expect(6, status)
        self.expect_open(6, "users", PARTIAL, "partial")

    def test_6_unused_policy(self):
        self.lists["escalation_policies"].append({**policy(), "id": "PFREE"})
        self.assertIn(("notApplicable", None, "escalation_policy", "PFREE"), self.outcomes(6))

    def test_7_last_rule(self):
        self.lists["escalation_policies"] = [policy([user_ref("PU1")], [SCHEDULE_REF])]
        self.expect(7, "pass")
        self.lists["schedules"] = [schedule("PSC", [])]
        self.expect(7, "fail")
        self.lists["schedules"][0]["final_schedule"]["rendered_coverage_percentage"] = None
        self.assertIn(("notDetermined", "failed", "escalation_policy", "PEP"), self.outcomes(7))

    def gaps(self):
        return [each["gaps"] for each in judged(self.account)["outcomes"] if each["controlId"] == 8][0]

    def test_8_gaps(self):
        end = at(days=-30)
        self.lists["schedules"] = [schedule("PSC", [entry("PU2", "2026-10-25T02:00:00+01:00", end),
                                                    entry("PU1", at(), "2026-10-25T01:59:00+01:00")])]
        self.assertEqual(self.gaps(), [["2026-10-25T00:59:00Z", "2026-10-25T01:00:00Z"]])
        self.expect(8, "fail")
        self.expect(8, "pass", "min-gap-seconds=61")
        self.lists["schedules"] = [schedule("PSC", [entry("PU1", at(), at(days=-10)), entry("PGONE", at(days=-10), end)])]
        self.assertEqual(self.gaps(), [[at(days=-10), end]])

    def test_8_not_rendered(self):
        del self.lists["schedules"][0]["final_schedule"]
        self.assertIn(("notDetermined", "failed", "schedule", "PSC"), self.outcomes(8))
        self.lists["schedules"][0]["schedule_layers"] = []
        self.assertEqual(self.gaps(), [[at(), at(days=-30)]])

    def test_8_unknown_users(self):
        self.account.states["users"] = PARTIAL
        self.lists["users"] = [user("PU1")]
        self.assertIn(("notDetermined", "partial", "schedule", "PSC"), self.outcomes(8))

    def test_8_shift_based(self):
        self.lists["schedules"] = []
        self.lists["schedules_v3"] = [{"id": "PSC", "type": "schedule_v3_reference"}]
        shifts = [("PU1", at(), at(days=-20)), (None, at(days=-20), at(days=-21)), ("PU2", at(days=-21), at(days=-31))]
        self.account.answers[("schedules_v3", "PSC")] = {"schedule": shift_schedule("PSC", shifts)}
        self.assertEqual(self.gaps(), [[at(days=-20), at(days=-21)]])
        self.expect(9, "pass")
        del self.account.answers[("schedules_v3", "PSC")]
        self.account.states["schedules_v3"] = PARTIAL
        self.assertIn(("notDetermined", "partial", "schedule", "PSC"), self.outcomes(8))

    def test_9_participants(self):
        self.lists["schedules"][0]["schedule_layers"].append({"end": at(), "users": [{"user": user_ref("POWN")}]})
        self.expect(9, "fail", "minParticipants=3")
        self.expect(9, "pass")
        self.lists["schedules"][0]["schedule_layers"][0]["end"] = at()
        self.expect(9, "fail")
        self.expect_open_after_clear(9)

    def expect_open_after_clear(self, control_id):
        self.account = Account()
        self.expect_open(control_id, "schedules_v3", FAILED, "failed")

    def test_10_automation(self):
        self.assertNotIn("PSV2", [each[3] for each in self.outcomes(10)])
        self.lists["incident_workflows"][0]["is_enabled"] = False
        self.expect(10, "fail")
        self.lists["services"][0]["response_play"] = {"id": "PRP"}
        self.assertIn(("pass", None, "service", "PSV1"), self.outcomes(10))
        self.expect(10, "notApplicable", "criticalServices=PNONE")
        self.account.states["incident_workflow_triggers"] = PLAN
        self.lists["incident_workflow_triggers"] = []
        self.assertIn(("notDetermined", "plan", "service", "PSV3"), self.outcomes(10))

    def test_10_configured(self):
        self.assertEqual([each[3] for each in self.outcomes(10, "criticalServices=psv?,PSV1")], ["PSV1", "PSV2", "PSV3"])
        self.assertEqual(len(self.outcomes(10, "criticalServices=supports-business-service")), 3)

    def test_11_audit(self):
        self.lists["audit_records_recent"] = []
        self.expect(11, "pass")
        self.lists["audit_records_history"] = []
        self.expect(11, "fail")
        self.expect_open(11, "audit_records_recent", DENIED, "permission")
        self.account.statuses["audit_records_recent"] = 402
        self.expect(11, "fail")

    def test_12_retention(self):
        self.expect(12, "manual", "auditRetentionDays=400")
        self.lists["audit_records_history"] = [token_record("A2", 300)]
        self.expect(12, "manual")
        self.expect_open_first(12, "audit_records_history", DENIED)
        self.account.statuses["audit_records_history"] = 402
        self.expect(12, "fail")

    def expect_open_first(self, control_id, class_name, state):
        self.account.states[class_name] = state
        self.expect(control_id, "notDetermined")

    def test_13_tokens(self):
        self.assertIn(("notDetermined", "notExposed", "account", "account"), self.outcomes(13))
        self.lists["audit_records_api_token_old"] = [token_record("A3", 100)]
        self.assertIn(("fail", None, "api_token", "PKEY/a1b2"), self.outcomes(13))
        self.lists["audit_records_api_token_old"] = []
        self.account.states["audit_records_api_token_old"] = DENIED
        self.assertIn(("notDetermined", "permission", "audit_records_api_token_old", "*"), self.outcomes(13))

    def test_14_https(self):
        self.lists["extensions"] = [{"id": "PX1", "endpoint_url": "http://legacy.example.test"},
                                    {"id": "PX2", "endpoint_url": None}, {"id": "PX3", "endpoint_url": "HTTPS://a.test"}]
        self.assertEqual([each[0] for each in self.outcomes(14)], ["pass", "fail", "notApplicable", "pass"])
        self.lists["webhook_subscriptions"][0]["delivery_method"] = {"type": "other_delivery_method"}
        self.lists["extensions"] = []
        self.expect(14, "notApplicable")
        self.expect_open(14, "extensions", DENIED, "permission")

    def test_15_signatures(self):
        self.lists["extensions"] = [{"id": "PX1", "extension_schema": {"id": "PJFWPEP"}},
                                    {"id": "PX2", "extension_schema": {"id": "PSOME", "summary": "Generic V1 Webhook"}},
                                    {"id": "PX3", "extension_schema": {"id": "PSLACK", "summary": "Slack V2"}}]
        self.assertEqual([each[0] for each in self.outcomes(15)], ["pass", "fail", "fail", "notApplicable"])
        self.lists["extensions"] = []
        self.expect_open(15, "webhook_subscriptions", FAILED, "failed")

    def email(self, mode, *senders):
        self.lists["services"][0]["integrations"][0] = {
            "id": "PIN", "type": "generic_email_inbound_integration", "email_filter_mode": mode,
            "email_filters": [{"from_email_mode": each} for each in senders]}

    def test_16_integrations(self):
        for mode, senders, status in (("all-email", ["match"], "fail"), (None, [], "fail"),
                                      ("or-rules-email", ["always", "always"], "fail"),
                                      ("or-rules-email", ["always", "match"], "pass")):
            self.email(mode, *senders)
            self.expect(16, status)
        self.lists["services"][1]["integrations"][0]["type"] = "generic_events_api_inbound_integration"
        self.expect(16, "fail")
        self.account = Account()
        self.expect_open(16, "services", PARTIAL, "partial")

    def test_16_same_key_on_two_services(self):
        self.account.removed["services"] = [
            {"pointer": f"/services/{each}/integrations/0/integration_key", "digest": "aa" if each < 2 else "bb"}
            for each in range(3)]
        self.assertEqual([each[0] for each in self.outcomes(16)], ["fail", "fail", "pass"])

    def test_17_notification_rules(self):
        method = self.lists["users"][1]["contact_methods"][0]
        method["type"] = "email_contact_method"
        self.expect(17, "pass")
        method["blacklisted"] = True
        self.expect(17, "fail")
        self.lists["users"][1]["contact_methods"] = [{"id": "PCMX", "type": "sms_contact_method_reference"}]
        self.account.states["contact_methods"] = DENIED
        self.assertIn(("notDetermined", "permission", "user", "PU1"), self.outcomes(17))

    def test_18_reachable(self):
        self.assertEqual({each[3] for each in self.outcomes(18)}, {"PU1", "PU2"})
        self.lists["users"][1]["contact_methods"][0]["type"] = "email_contact_method"
        self.assertIn(("fail", None, "user", "PU1"), self.outcomes(18))
        self.lists["schedules"][0]["schedule_layers"][0]["users"].append({"user": user_ref("PGONE")})
        self.assertIn(("fail", None, "schedule", "PSC"), self.outcomes(18))
        self.account = Account()
        self.expect_open(18, "schedules", PARTIAL, "partial")

    def test_19_urgency(self):
        self.lists["services"][1]["incident_urgency_rule"] = {"type": "constant", "urgency": "high"}
        self.expect(19, "fail")
        self.expect(19, "notApplicable", "minServicesForUrgency=4")
        self.account.states["services"] = PARTIAL
        self.expect(19, "notDetermined")
        self.account.abilities = []
        self.expect(19, "notApplicable")

    def test_20_priorities(self):
        self.lists["incidents"][0]["priority"] = None
        self.expect(20, "fail")
        self.lists["incidents"] = []
        self.expect(20, "manual")
        self.expect_open_first(20, "incidents", DENIED)
        self.lists["priorities"] = []
        self.expect(20, "fail")
        self.account.states["priorities"] = DENIED
        self.expect(20, "notDetermined")
        self.account.statuses["priorities"] = 402
        self.expect(20, "fail")

    def test_21_dependencies(self):
        del self.account.answers[("business_service_dependencies", "PBS")]["relationships"][2]
        self.account.answers[("service_dependencies", "PSV3")] = {"relationships": []}
        self.assertIn(("fail", None, "service", "PSV3"), self.outcomes(21))
        del self.account.answers[("service_dependencies", "PSV3")]
        self.assertIn(("notDetermined", "notCollected", "service", "PSV3"), self.outcomes(21, "dependencyDepth=business"))
        self.lists["business_services"] = []
        self.assertEqual(self.outcomes(21), [("fail", None, "account", "account")])

    def test_22_23_timeouts(self):
        self.lists["services"].append(service("PSV4", acknowledgement_timeout=0, auto_resolve_timeout=None))
        for control_id in (22, 23):
            self.assertIn(("fail", None, "service", "PSV4"), self.outcomes(control_id))
        self.lists["services"].pop()
        for control_id in (22, 23):
            self.expect_open(control_id, "services", FAILED, "failed")

    def test_24_analytics(self):
        self.account.abilities = ["sso"]
        self.expect(24, "notApplicable")
        self.expect_open_account(24, "abilities")

    def test_25_change_events(self):
        self.lists["change_events"].pop()
        self.assertIn(("fail", None, "service", "PSV3"), self.outcomes(25))
        self.lists["change_events"].append({"id": "C9", "timestamp": at(days=31), "services": [{"id": "PSV3"}]})
        self.expect(25, "fail")
        self.expect(25, "pass", "change-event-lookback-days=40")
        self.account.states["change_events"] = PARTIAL
        self.assertIn(("notDetermined", "partial", "service", "PSV3"), self.outcomes(25))

    def test_unreadable_rows_and_duplicates(self):
        self.lists["services"] += [service("PSV9", auto_resolve_timeout=0), service("PSV1", auto_resolve_timeout=0)]
        self.account.unreadable["services"] = [4]
        self.expect(23, "pass")


if __name__ == "__main__":
    unittest.main()
