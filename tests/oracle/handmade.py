# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Snapshot archives made by hand for the tests of the judge: a small account in which every control can pass does."""

import hashlib
import json
import zipfile
from datetime import datetime, timedelta, timezone

from facts import DEFAULT_PARAMETERS, instant

CHUNK_DAYS = 31
RESULTS = {200: "answered", 400: "refused", 402: "planGated", 403: "denied", 404: "missing", 500: "failed"}
LIST_KEYS = {"incident_workflow_triggers": "triggers", "schedules_v3": "schedules"}
LIST_PATHS = {"incident_workflow_triggers": "incident_workflows/triggers", "schedules_v3": "v3/schedules",
              **{f"audit_records_{each}": "audit/records" for each in ("recent", "history", "api_token_recent",
                                                                       "api_token_old")}}
DETAIL_PATHS = {"schedules_v3": "v3/schedules", "team_members": "teams",
                "business_service_dependencies": "service_dependencies/business_services",
                "service_dependencies": "service_dependencies/technical_services"}
CLASSES = ("sign_in abilities users contact_methods notification_rules teams team_members services integrations "
           "escalation_policies schedules schedules_v3 oncalls business_services business_service_dependencies "
           "service_dependencies webhook_subscriptions extensions extension_schemas addons tags vendors priorities "
           "incidents log_entries change_events incident_workflows incident_workflow_triggers maintenance_windows "
           "licenses session_configurations ip_allow_lists standards_scores audit_records_recent audit_records_history "
           "audit_records_api_token_recent audit_records_api_token_old oauth_delegations analytics").split()

NOW = datetime(2026, 10, 19, 8, tzinfo=timezone.utc)
LOGGED = "2026-10-19T08:00:00.000Z"


def utc(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def at(**ago):
    """An instant before now, as text."""
    return utc(NOW - timedelta(**ago))


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

    def log(self):
        """(request-log rows, bodies by file name)."""
        requests, bodies = [], {}

        def add(name, request_path, body, status=200, subject=None):
            number = len(requests) + 1
            text = json.dumps(body)
            requests.append({
                "id": number, "resource": name, "subject": subject, "method": "GET", "path": request_path,
                "sentAt": LOGGED, "receivedAt": LOGGED, "status": status, "bytes": len(text), "sha256": digest(text),
                "serverRequestId": None, "attempts": 1, "result": RESULTS[status], "superseded": False,
                "unreadableRows": self.unreadable.get(name, []), "removed": self.removed.get(name, [])})
            bodies[f"requests/{number:06d}.json"] = text

        add("sign_in", "/users/me", self.me[1], self.me[0])
        add("abilities", "/abilities", {"abilities": self.abilities}, self.statuses.get("abilities", 200))
        for name, rows in self.lists.items():
            key = "records" if name.startswith("audit") else LIST_KEYS.get(name, name)
            for number, query in enumerate(self.windows() if name == "schedules" else ["limit=100&offset=0&total=true"]):
                body = {key: self.rendered(rows, number) if name == "schedules" else rows, "more": False}
                add(name, f"/{LIST_PATHS.get(name, name)}?{query}", body, self.statuses.get(name, 200))
        for (name, subject), body in self.answers.items():
            for number, query in enumerate(self.windows() if name == "schedules_v3" else [""]):
                add(name, f"/{DETAIL_PATHS.get(name, name)}/{subject}?{query}", self.shifts(body, number), subject=subject)
        return requests, bodies

    def chunks(self):
        """The coverage window in stretches of at most 31 days."""
        days = self.parameters["scheduleCoverageDays"]
        return [(NOW + timedelta(days=start), NOW + timedelta(days=min(days, start + CHUNK_DAYS)))
                for start in range(0, days, CHUNK_DAYS)]

    def windows(self):
        return [f"since={utc(since)}&until={utc(until)}&time_zone=UTC" for since, until in self.chunks()]

    def rendered(self, rows, number):
        return [clipped(row, ("rendered_schedule_entries", "start", "end"), *self.chunks()[number]) for row in rows]

    def shifts(self, body, number):
        if "schedule" not in body:
            return body
        shape = ("computed_shift_assignments", "start_time", "end_time")
        return {"schedule": clipped(body["schedule"], shape, *self.chunks()[number])}

    def save(self, path):
        requests, bodies = self.log()
        states = [{"kind": name, "state": self.states.get(name, ("complete", None))[0],
                   "reason": self.states.get(name, ("complete", None))[1], "received": 0, "reportedTotal": None,
                   "pages": 1, "duplicatesDropped": 0} for name in CLASSES]
        files = {"requests.jsonl": "".join(json.dumps(request) + "\n" for request in requests), **bodies}
        manifest = {
            "formatVersion": 1, "tool": {"name": "pagerduty-sec-inspector", "version": "1.0"},
            "snapshot": {"id": "6f1c1d0e-0000-4000-8000-000000000001", "asOf": at(), "startedAt": LOGGED,
                         "finishedAt": LOGGED, "includesAnalytics": False},
            "account": {"baseUrl": "https://api.pagerduty.com", "signIn": "api-key", "keyHint": None, "requester": None},
            "parameters": self.parameters,
            "collection": {"requests": len(requests), "retries": 0, "rateLimitedWaits": 0, "bytes": 0,
                           "resources": states},
            "files": {name: digest(text) for name, text in files.items()}}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("manifest.json", json.dumps(manifest))
            for name, text in files.items():
                archive.writestr(name, text)


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def clipped(row, shape, since, until):
    """The schedule as it is answered for one stretch: entries outside are gone, others cut at its ends."""
    key, start_key, end_key = shape
    final = row.get("final_schedule")
    if not isinstance(final, dict) or not isinstance(final.get(key), list):
        return row
    entries = []
    for each in final[key]:
        start, end = instant(each[start_key]), instant(each[end_key])
        if end <= since or start >= until:
            continue
        cut = {start_key: utc(since)} if start < since else {}
        cut |= {end_key: utc(until)} if end > until else {}
        entries.append({**each, **cut})
    return {**row, "final_schedule": {**final, key: entries}}
