# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Snapshot archives made by hand for the tests of the judge: a small account in which every control can pass does."""

import json
import zipfile
from datetime import datetime, timedelta, timezone

from facts import DEFAULT_PARAMETERS
from raw_judge import PATHS

NOW = datetime(2026, 10, 19, 8, tzinfo=timezone.utc)


def at(**ago):
    """An instant before now, as text."""
    return (NOW - timedelta(**ago)).strftime("%Y-%m-%dT%H:%M:%SZ")


def user(user_id, role="limited_user", **fields):
    return {"id": user_id, "type": "user", "role": role, "teams": [{"id": "PTEAM", "type": "team"}],
            "contact_methods": [{"id": "PCM" + user_id, "type": "sms_contact_method", "enabled": True}],
            "notification_rules": [{"id": "PNR" + user_id, "urgency": "high",
                                    "contact_method": {"id": "PCM" + user_id, "type": "sms_contact_method"}}],
            **fields}


def user_ref(user_id, **fields):
    return {"id": user_id, "type": "user_reference", **fields}


def entry(user_id, start, end):
    return {"start": start, "end": end, "user": user_ref(user_id)}


def schedule(schedule_id, entries, users=("PU1", "PU2")):
    return {"id": schedule_id, "type": "schedule",
            "schedule_layers": [{"id": "PL1", "end": None, "users": [{"user": user_ref(each)} for each in users]}],
            "final_schedule": {"rendered_schedule_entries": entries, "rendered_coverage_percentage": 1.0}}


def shift_schedule(schedule_id, entries, users=("PU1", "PU2")):
    def member(user_id):
        return {"type": "user_member", "user_id": user_id} if user_id else {"type": "empty_member"}

    assignments = [{"start_time": start, "end_time": end, "member": member(who)} for who, start, end in entries]
    event = {"id": "EV", "assignment_strategy": {"members": [member(each) for each in users]}}
    return {"id": schedule_id, "type": "schedule_v3", "rotations": [{"id": "RO", "events": [event]}],
            "final_schedule": {"computed_shift_assignments": assignments}}


def service(service_id, **fields):
    return {"id": service_id, "type": "service", "name": service_id.lower(), "status": "active",
            "escalation_policy": {"id": "PEP", "type": "escalation_policy_reference"},
            "acknowledgement_timeout": 1800, "auto_resolve_timeout": 14400, "response_play": None,
            "incident_urgency_rule": {"type": "constant", "urgency": "high"},
            "integrations": [{"id": "PIN" + service_id, "type": "events_api_v2_inbound_integration"}], **fields}


def token_record(record_id, days, actor="PKEY", token="a1b2"):
    return {"id": record_id, "execution_time": at(days=days), "actors": [{"id": actor, "type": "api_key_reference"}],
            "method": {"type": "api_token", "truncated_token": token}}


def policy(*rules):
    return {"id": "PEP", "type": "escalation_policy", "escalation_rules": [
        {"id": f"PER{level}", "targets": list(targets)} for level, targets in enumerate(rules)]}


SCHEDULE_REF = {"id": "PSC", "type": "schedule_reference"}


class Account:
    """What the archive will say. `lists`: class -> rows; `answers`: (class, subject) -> body; `states` override."""

    def __init__(self):
        self.parameters = dict(DEFAULT_PARAMETERS)
        self.states = {}
        self.statuses = {}
        self.removed = {}
        self.unreadable = {}
        self.me = (400, {"error": "account-level"})
        self.abilities = ["sso", "teams", "urgencies", "analytics_recommendations"]
        users = [user("POWN", "owner"), user("PU1"), user("PU2"), user("PSTK", "read_only_user")]
        self.lists = {
            "users": users, "teams": [{"id": "PTEAM"}],
            "services": [service("PSV1"), service("PSV2", incident_urgency_rule={"type": "constant", "urgency": "low"}),
                         service("PSV3"), service("POFF", status="disabled")],
            "escalation_policies": [policy([SCHEDULE_REF], [user_ref("PU1")])],
            "schedules": [schedule("PSC", [entry("PU1", at(days=1), "2026-11-01T10:00:00+02:00"),
                                           entry("PU2", "2026-11-01T08:00:00Z", at(days=-40))])],
            "schedules_v3": [], "business_services": [{"id": "PBS"}],
            "webhook_subscriptions": [{"id": "PWH", "delivery_method": {
                "type": "http_delivery_method", "url": "https://hooks.example.test/pd"}}],
            "extensions": [], "extension_schemas": [], "priorities": [{"id": "PP1"}],
            "incidents": [{"id": "Q1", "created_at": at(days=3), "priority": {"id": "PP1"}}],
            "change_events": [{"id": f"C{each}", "timestamp": at(days=2), "services": [{"id": f"PSV{each}"}]}
                              for each in (1, 2, 3)],
            "incident_workflows": [{"id": "PIW", "is_enabled": True}],
            "incident_workflow_triggers": [{"id": "T1", "is_subscribed_to_all_services": True, "services": [],
                                            "workflow": {"id": "PIW"}}],
            "audit_records_recent": [token_record("A1", 2)], "audit_records_history": [token_record("A2", 350)],
            "audit_records_api_token_recent": [token_record("A1", 2)],
            "audit_records_api_token_old": [token_record("A3", 100, token="ffff")],
        }
        edges = [{"id": f"D{each}", "supporting_service": {"id": f"PSV{each}", "type": "technical_service_reference"},
                  "dependent_service": {"id": "PBS", "type": "business_service_reference"}} for each in (1, 2, 3)]
        self.answers = {("business_service_dependencies", "PBS"): {"relationships": edges}}

    def save_model(self, path):
        """The same account as the fake account would dump it."""
        lists = {name: rows for name, rows in self.lists.items() if not name.startswith("audit")}
        lists["triggers"] = lists.pop("incident_workflow_triggers")
        lists["audit_records"] = [row for name, rows in self.lists.items() if name.startswith("audit") for row in rows]
        lists["dependencies"] = [row for (name, _), body in self.answers.items() if "dependencies" in name
                                 for row in body["relationships"]]
        lists["schedules_v3"] = [body["schedule"] for (name, _), body in self.answers.items() if name == "schedules_v3"]
        model = {"now": at(), "me": self.me[1].get("user"), "abilities": self.abilities, "lists": lists, "statuses": {}}
        with open(path, "w", encoding="utf-8") as file:
            json.dump(model, file)

    def save(self, path):
        requests, bodies = [], {}

        def log(name, request_path, body, status=200, subject=None):
            number = len(requests) + 1
            result = {200: "answered", 400: "refused", 402: "planGated", 403: "denied", 404: "missing"}[status]
            requests.append({"id": number, "resource": name, "subject": subject, "method": "GET", "path": request_path,
                             "status": status, "result": result, "superseded": False,
                             "unreadableRows": self.unreadable.get(name, []), "removed": self.removed.get(name, [])})
            bodies[f"requests/{number:06d}.json"] = json.dumps(body)

        keys = {"incident_workflow_triggers": "triggers", "schedules_v3": "schedules"}
        window = f"?since={at()}&until={at(days=-self.parameters['scheduleCoverageDays'])}&time_zone=UTC"
        log("sign_in", "/users/me", self.me[1], self.me[0])
        log("abilities", "/abilities", {"abilities": self.abilities}, self.statuses.get("abilities", 200))
        for name, rows in self.lists.items():
            key = "records" if name.startswith("audit") else keys.get(name, name)
            query = window if name == "schedules" else "?limit=100&offset=0"
            log(name, f"/{name}{query}", {key: rows}, self.statuses.get(name, 200))
        for (name, subject), body in self.answers.items():
            log(name, f"/{name}/{subject}{window if 'v3' in name else ''}", body, subject=subject)
        states = [{"kind": name, "state": self.states.get(name, ("complete", None))[0],
                   "reason": self.states.get(name, ("complete", None))[1]} for name in PATHS]
        manifest = {"formatVersion": 1, "snapshot": {"asOf": at()}, "parameters": self.parameters,
                    "collection": {"resources": states}}
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("manifest.json", json.dumps(manifest))
            archive.writestr("requests.jsonl", "".join(json.dumps(request) + "\n" for request in requests))
            for name, body in bodies.items():
                archive.writestr(name, body)
