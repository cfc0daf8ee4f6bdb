# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Archives of random accounts full of odd cases, some with classes that were not read to their end."""

import random
from datetime import timedelta, timezone

from handmade import NOW, Account, utc

ROLES = ["owner", "admin", "user", "limited_user", "limited_user", "observer", "restricted_access", "read_only_user",
         "read_only_limited_user", "wizard"]
METHODS = ["email", "phone", "sms", "whatsapp", "push_notification", "pigeon"]
CORE = {"users", "teams", "services", "escalation_policies", "schedules", "business_services", "webhook_subscriptions",
        "extensions", "incidents", "change_events", "abilities"}
DEGRADABLE = ["abilities", "users", "services", "escalation_policies", "schedules", "schedules_v3", "business_services",
              "webhook_subscriptions", "extensions", "priorities", "incidents", "change_events", "incident_workflows",
              "incident_workflow_triggers", "audit_records_recent", "audit_records_history",
              "audit_records_api_token_recent", "audit_records_api_token_old"]


class OddAccount(Account):
    def __init__(self, seed):
        super().__init__()
        self.random = random.Random(seed)
        self.answers = {}
        self.days = self.parameters["scheduleCoverageDays"] = self.random.choice([7, 30, 30, 45, 90])
        self.user_ids = [f"PU{each:03}" for each in range(self.random.randint(1, 25))]
        self.schedule_ids = [f"PS{each:03}" for each in range(self.random.randint(0, 8))]
        self.shift_ids = [f"PV{each:03}" for each in range(self.random.randint(0, 4))]
        self.policy_ids = [f"PE{each:03}" for each in range(self.random.randint(0, 8))]
        self.service_ids = [f"PSV{each:03}" for each in range(self.random.randint(0, 12))]
        self.all_high = self.maybe(0.2)
        self.fill_people()
        self.fill_schedules()
        self.fill_services()
        self.fill_lists()
        self.fill_audit()
        self.degrade()

    def maybe(self, chance=0.5):
        return self.random.random() < chance

    def some(self, rows, most):
        return self.random.sample(rows, min(len(rows), self.random.randint(0, most)))

    def moment(self, earliest=-5, latest=95):
        return NOW + timedelta(seconds=self.random.randint(earliest * 86400, latest * 86400))

    def written(self, moment):
        """The same instant, written with one offset or another."""
        if self.maybe(0.6):
            return utc(moment)
        return moment.astimezone(timezone(timedelta(minutes=self.random.choice([-420, 60, 120, 345])))).isoformat()

    def user_ref(self):
        """A live user, a user that is gone, or one that carries deleted_at."""
        choice = self.random.random()
        if choice < 0.8:
            return {"id": self.random.choice(self.user_ids), "type": self.random.choice(["user_reference", "user"])}
        if choice < 0.9:
            return {"id": f"PGONE{self.random.randint(1, 3)}", "type": "user_reference"}
        return {"id": self.random.choice(self.user_ids + ["PGONE4"]), "type": "user_reference",
                "deleted_at": "2026-01-01T00:00:00Z"}

    def fill_people(self):
        users = []
        for user_id in self.user_ids:
            methods = []
            for number in range(self.random.randint(0, 4)):
                method = {"id": f"{user_id}M{number}", "type": self.random.choice(METHODS) + "_contact_method"}
                for flag in ("enabled", "blacklisted"):
                    if self.maybe(0.6):
                        method[flag] = self.random.choice([True, False, None])
                methods.append(method)
            rules = [{"id": f"{user_id}R{number}", "type": "assignment_notification_rule",
                      "urgency": self.random.choice(["high", "high", "low"]), "start_delay_in_minutes": 0,
                      "contact_method": self.random.choice([{"id": each["id"], "type": each["type"]} for each in methods]
                                                           + [{"id": "PGONE", "type": "sms_contact_method"}])}
                     for number in range(self.random.randint(0, 3))]
            users.append({"id": user_id, "type": "user", "name": f"User {user_id}", "role": self.random.choice(ROLES),
                          "email": f"{user_id.lower()}@example.test", "contact_methods": methods,
                          "notification_rules": rules, "invitation_sent": False, "created_via_sso": self.maybe(),
                          "teams": self.some([{"id": "PTEAM", "type": "team", "name": "Team"}], 2)})
        self.lists["users"] = users
        self.abilities = self.some(["sso", "teams", "urgencies", "analytics_recommendations", "advanced_reports"], 9)
        if self.maybe(0.7) and "teams" not in self.abilities:
            self.abilities.append("teams")
        if self.maybe(0.2):
            self.me = (200, {"user": dict(self.random.choice(users))})

    def stretches(self):
        """Covered stretches of the window: touching, overlapping, with gaps around the least length, in any order."""
        found, reached = [], NOW - timedelta(hours=self.random.randint(-30, 30))
        end = NOW + timedelta(days=self.days)
        while reached < end and len(found) < 120:
            length = timedelta(hours=self.random.choice([1, 8, 12, 24, 168, 400]))
            found.append((reached, reached + length))
            reached += length + timedelta(seconds=self.random.choice(
                [0, 0, 0, 0, 0, 0, 1, 59, 60, 61, -3600, 7200 if self.maybe(0.2) else 0]))
        self.random.shuffle(found)
        return found if self.maybe(0.9) else found[:len(found) // 2]

    def fill_schedules(self):
        rows = []
        for schedule_id in self.schedule_ids:
            mostly = {"id": self.random.choice(self.user_ids), "type": "user_reference"}
            entries = [{"start": self.written(start), "end": self.written(end),
                        "user": mostly if self.maybe(0.93) else self.user_ref()} for start, end in self.stretches()]
            layers = [{"id": f"{schedule_id}L{number}", "name": f"Layer {number}", "start": utc(self.moment(-400, -9)),
                       "end": self.random.choice([None, None, utc(NOW), utc(self.moment(-9, 9))]),
                       "users": [{"user": self.user_ref()} for _ in range(self.random.randint(0, 3))],
                       "restrictions": []} for number in range(self.random.randint(0, 3))]
            if not layers:
                entries = []
            row = {"id": schedule_id, "type": "schedule", "name": schedule_id, "time_zone": "Europe/Berlin",
                   "schedule_layers": layers,
                   "final_schedule": {"name": "Final Schedule", "rendered_schedule_entries": entries,
                                      "rendered_coverage_percentage": 50.0}}
            if layers and self.maybe(0.08):
                row["final_schedule"] = self.random.choice([
                    None, {"rendered_schedule_entries": [], "rendered_coverage_percentage": None}])
            rows.append(row)
        self.lists["schedules"] = rows
        self.lists["schedules_v3"] = [{"id": each, "type": "schedule_v3_reference", "summary": each}
                                      for each in self.shift_ids]
        for schedule_id in self.shift_ids:
            self.answers[("schedules_v3", schedule_id)] = {"schedule": self.shift_schedule(schedule_id)}

    def member(self, chance_empty=0.06):
        if self.maybe(chance_empty):
            return {"type": "empty_member"}
        return {"type": "user_member", "user_id": self.random.choice(self.user_ids + ["PGONE1"])}

    def shift_schedule(self, schedule_id):
        assignments = [{"type": "computed_shift_assignment", "start_time": self.written(start),
                        "end_time": self.written(end), "member": self.member()} for start, end in self.stretches()]
        rotations = [{"id": f"{schedule_id}R{number}", "type": "schedule_rotation", "events": [
            {"id": f"{schedule_id}E{number}", "type": "schedule_event", "effective_since": utc(self.moment(-400, -9)),
             "effective_until": None, "assignment_strategy": {
                 "type": "rotating_member_assignment_strategy",
                 "members": [self.member() for _ in range(self.random.randint(0, 3))]}}]}
            for number in range(self.random.randint(0, 2))]
        return {"id": schedule_id, "type": "schedule_v3", "name": schedule_id, "time_zone": "Europe/Berlin",
                "rotations": rotations, "final_schedule": {
                    "type": "final_schedule", "rendered_coverage_percentage": 50.0,
                    "computed_shift_assignments": assignments if rotations else []}}

    def target(self):
        choice = self.random.random()
        if choice < 0.35 or not (self.schedule_ids or self.shift_ids):
            return self.user_ref()
        if choice < 0.42:
            return {"id": "PSGONE", "type": "schedule_reference"}
        chosen = self.random.choice(self.schedule_ids + self.shift_ids)
        return {"id": chosen, "type": "schedule_reference" if chosen in self.schedule_ids else "schedule_v3_reference"}

    def integration(self, number, position):
        kind = self.random.choice(["events_api_v2", "events_api_v2", "generic_email", "generic_events_api", "nagios"])
        row = {"id": f"PI{number}X{position}", "type": kind + "_inbound_integration", "name": kind, "vendor": None}
        if kind == "generic_email":
            row["email_filter_mode"] = self.random.choice(["all-email", "or-rules-email", "and-rules-email", None])
            row["email_filters"] = [{"from_email_mode": self.random.choice(["always", "match", "no-match"]),
                                     "subject_mode": "always"} for _ in range(self.random.randint(1, 2))]
        return row

    def urgency_rule(self):
        if self.all_high:
            return {"type": "constant", "urgency": "high"}

        def part(name):
            return {"type": "constant", "urgency": self.random.choice([name, "low", "high", "severity_based"])}

        return self.random.choice([part("high"), part("high"), part("low"), None, {
            "type": "use_support_hours", "during_support_hours": part("high"), "outside_support_hours": part("low")}])

    def fill_services(self):
        self.lists["escalation_policies"] = [
            {"id": policy_id, "type": "escalation_policy", "name": policy_id, "num_loops": 1, "escalation_rules": [
                {"id": f"{policy_id}R{level}", "escalation_delay_in_minutes": 5,
                 "targets": [self.target() for _ in range(self.random.randint(1, 3))]}
                for level in range(self.random.choice([0, 1, 2, 2, 3]))]} for policy_id in self.policy_ids]
        rows, self.removed["services"] = [], []
        for number, service_id in enumerate(self.service_ids):
            policy_ref = {"id": self.random.choice(self.policy_ids + ["PEGONE"]), "type": "escalation_policy_reference"}
            rows.append({
                "id": service_id, "type": "service", "name": service_id.lower(),
                "status": self.random.choice(["active", "active", "warning", "maintenance", "disabled"]),
                "escalation_policy": policy_ref if self.maybe(0.92) else None, "response_play": None,
                "acknowledgement_timeout": self.random.choice([1800, 0, None]),
                "auto_resolve_timeout": self.random.choice([14400, 0, None]), "teams": [],
                "incident_urgency_rule": self.urgency_rule(),
                "integrations": [self.integration(number, position) for position in range(self.random.randint(0, 3))]})
            if self.maybe(0.1):
                rows[-1]["response_play"] = {"id": "PRP", "type": "response_play_reference"}
            for position in range(len(rows[-1]["integrations"])):
                mark = "ab" * 32 if self.maybe(0.1) else f"{number:02}{position:02}" * 16
                self.removed["services"].append(
                    {"pointer": f"/services/{number}/integrations/{position}/integration_key", "digest": mark})
        self.lists["services"] = rows

    def service_refs(self, most):
        return [{"id": each, "type": "service_reference"} for each in self.some(self.service_ids, most)]

    def fill_lists(self):
        urls = ["https://a.example.test/x", "http://b.example.test", "HTTPS://c.example.test", "ftp://d", "nonsense", None]
        self.lists["webhook_subscriptions"] = [
            {"id": f"PWH{each}", "type": "webhook_subscription", "active": self.maybe(0.8), "delivery_method": {
                "id": f"PDM{each}", "type": "http_delivery_method", "url": self.random.choice(urls[:5])}}
            for each in range(self.random.randint(0, 3))]
        schemas = [{"id": "PJFWPEP", "summary": "Generic V2 Webhook"}, {"id": "PF9KMXH"}, {"id": "PSLACK", "summary": "Slack"},
                   {"id": "PODD", "summary": "Generic V1 Webhook"}]
        self.lists["extensions"] = [
            {"id": f"PX{each}", "type": "extension", "name": f"x{each}", "endpoint_url": self.random.choice(urls),
             "extension_schema": self.random.choice(schemas)} for each in range(self.random.randint(0, 3))]
        self.lists["priorities"] = self.some([{"id": "PP1", "type": "priority", "name": "P1"}], 2)
        self.lists["incidents"] = [
            {"id": f"Q{each}", "type": "incident", "created_at": utc(self.moment(-30, 0)), "status": "resolved",
             "priority": self.random.choice([None, None, {"id": "PP1", "type": "priority"}])}
            for each in range(self.random.choice([0, 1, 2, 6]))]
        self.lists["change_events"] = [
            {"id": f"C{each}", "type": "change_event", "timestamp": utc(self.moment(-30, 0)), "services": self.service_refs(3)}
            for each in range(self.random.randint(0, 8))]
        self.lists["incident_workflows"] = [{"id": f"PW{each}", "type": "incident_workflow", "name": "w",
                                             "is_enabled": self.random.choice([True, True, False])} for each in range(3)]
        self.lists["incident_workflow_triggers"] = [
            {"id": f"T{each}", "type": "workflow_trigger", "trigger_type": self.random.choice(["conditional", "manual"]),
             "is_subscribed_to_all_services": self.maybe(0.1), "services": self.service_refs(3),
             "workflow": {"id": f"PW{self.random.randint(0, 2)}", "type": "workflow_reference"},
             "is_disabled": self.random.choice([True, False, False, None])} for each in range(self.random.randint(0, 4))]
        self.fill_mapping()

    def fill_mapping(self):
        business = [f"PB{each}" for each in range(self.random.randint(0, 3))]
        self.lists["business_services"] = [{"id": each, "type": "business_service", "name": each} for each in business]
        named = set()
        for number, each in enumerate(business):
            edges = [{"id": f"D{number}X{service_id}", "type": "service_dependency",
                      "supporting_service": {"id": service_id, "type": "technical_service_reference"},
                      "dependent_service": {"id": each, "type": "business_service_reference"}}
                     for service_id in self.some(self.service_ids, 4)]
            named |= {edge["supporting_service"]["id"] for edge in edges}
            self.answers[("business_service_dependencies", each)] = {"relationships": edges}
        self.parameters["dependencyDepth"] = self.random.choice(["full", "full", "business"])
        if not business or self.parameters["dependencyDepth"] == "business":
            self.states["service_dependencies"] = ("notCollected", "notCollected")
            return
        for service_id in self.service_ids:
            if service_id not in named:
                others = [each for each in self.service_ids if each != service_id] if self.maybe(0.3) else []
                edges = [{"id": f"D{service_id}{other}", "type": "service_dependency",
                          "supporting_service": {"id": service_id, "type": "technical_service_reference"},
                          "dependent_service": {"id": other, "type": "technical_service"}} for other in others[:1]]
                self.answers[("service_dependencies", service_id)] = {"relationships": edges}

    def record(self, number, days):
        token = self.random.choice([("PK1", "aaaa"), ("PK1", "bbbb"), ("PK2", "aaaa"), (None, "cccc"), ("PK3", None)])
        actors = [{"id": token[0], "type": "api_key_reference"}] if token[0] else None
        return {"id": f"A{number}", "execution_time": utc(NOW - timedelta(days=days)), "actors": actors, "action": "update",
                "method": {"type": "api_token", "truncated_token": token[1]}, "root_resource": {"id": "PX", "type": "team"}}

    def fill_audit(self):
        span = {"audit_records_recent": (0, 31, 1), "audit_records_history": (32, 365, 2),
                "audit_records_api_token_recent": (0, 31, 3), "audit_records_api_token_old": (90, 121, 3)}
        for position, (name, (newest, oldest, most)) in enumerate(span.items()):
            self.lists[name] = [self.record(f"{position}X{each}", self.random.uniform(newest + 0.1, oldest - 0.1))
                                for each in range(self.random.randint(0, most))]

    def degrade(self):
        """Some classes were denied, failed or cut short; what their rows say is lost."""
        for name in self.some(DEGRADABLE, 3) if self.maybe(0.5) else []:
            state = self.random.choice([("denied", "permission", 403), ("failed", "failed", 500),
                                        ("partial", "partial", 200), ("partial", "cap", 200), ("unavailable", "plan", 402)])
            if name in CORE and state[0] == "unavailable" or name == "abilities" and state[0] == "partial":
                state = ("failed", "failed", 500)
            self.states[name], self.statuses[name] = state[:2], state[2]
            if name in self.lists:
                keep = self.random.randint(0, len(self.lists[name])) if state[0] == "partial" else 0
                self.lists[name] = self.lists[name][:keep]
            if state[0] != "partial":
                self.answers = {key: body for key, body in self.answers.items() if key[0] != name}
            if name == "business_services" and state[0] != "partial":
                self.answers = {key: body for key, body in self.answers.items() if "dependencies" not in key[0]}
