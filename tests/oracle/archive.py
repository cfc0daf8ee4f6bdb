# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a snapshot archive into Facts: what was answered, row by row, and how far each class came."""

import json
import zipfile
from datetime import timezone
from urllib.parse import parse_qs, urlsplit

from facts import (DEFAULT_PARAMETERS, Facts, Read, add_schedule, as_dict, as_list, edge_rows, full, instant,
                   policy_row, service_row, user_row, Schedule)

PRIVILEGED = ("owner", "admin")


class Archive:
    """The judged part of an archive: superseded requests are left out, bodies are parsed on demand."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.manifest = json.loads(archive.read("manifest.json"))
            names = set(archive.namelist())
            lines = archive.read("requests.jsonl").decode("utf-8").split("\n")
            self.requests = [json.loads(line) for line in lines if line.strip()]
            self.bodies = {request["id"]: parsed(archive.read(body_name(request)))
                           for request in self.requests if body_name(request) in names}
        self.requests = [request for request in self.requests if not request.get("superseded")]

    def answered(self, class_name):
        """(request, body) of every judged answer of a class, in log order."""
        for request in self.requests:
            body = self.bodies.get(request["id"])
            if request["resource"] == class_name and request["result"] == "answered" and isinstance(body, dict):
                yield request, body

    def rows(self, class_name, key):
        """(request, position, row) over all pages, unreadable rows left out."""
        for request, body in self.answered(class_name):
            skipped = set(request.get("unreadableRows") or [])
            for position, row in enumerate(as_list(body.get(key))):
                if position not in skipped and isinstance(row, dict):
                    yield request, position, row

    def distinct(self, class_name, key):
        """Rows by id, first seen wins."""
        seen = {}
        for _, _, row in self.rows(class_name, key):
            if isinstance(row.get("id"), str):
                seen.setdefault(row["id"], row)
        return seen


def body_name(request):
    return f"requests/{request['id']:06d}.json"


def parsed(data):
    try:
        return json.loads(data)
    except ValueError:
        return None


def class_reads(archive):
    reads = {}
    for state in archive.manifest["collection"]["resources"]:
        own = [request for request in archive.requests if request["resource"] == state["kind"]]
        reads[state["kind"]] = Read(
            complete=state["state"] == "complete",
            reason=state["reason"],
            payment_required=any(request["status"] == 402 for request in own),
            missing=any(request["status"] == 404 for request in own),
            anything=any(request["result"] == "answered" for request in own),
        )
    return reads


def key_scope(archive):
    """(scope, reason when it is not the whole account) from the answer of /users/me."""
    for request in archive.requests:
        if request["resource"] == "sign_in":
            if request["result"] == "refused":
                return "account", None
            body = as_dict(archive.bodies.get(request["id"]))
            role = as_dict(body.get("user")).get("role")
            if request["result"] == "answered" and isinstance(role, str):
                return ("account", None) if role in PRIVILEGED else ("limited", "permission")
    return "unknown", "failed"


def read_people(archive, facts):
    for _, body in archive.answered("abilities"):
        facts.abilities = [each for each in as_list(body.get("abilities")) if isinstance(each, str)]
    for user_id, row in archive.distinct("users", "users").items():
        facts.users[user_id] = user_row(row)
    for name, member in (("contact_methods", "contact_methods"), ("notification_rules", "rules")):
        for request, body in archive.answered(name):
            user = facts.users.get(request["subject"])
            if user and getattr(user, member) is None and isinstance(body.get(name), list):
                setattr(user, member, full(body[name]))
    facts.teams = list(archive.distinct("teams", "teams").values())
    for _, _, row in archive.rows("team_members", "members"):
        facts.team_member_ids.add(as_dict(row.get("user")).get("id"))


def key_marks(request, position):
    """Integration position -> digest of the key that was taken out, for one row of a services page."""
    marks, prefix = {}, f"/services/{position}/integrations/"
    for removed in request.get("removed") or []:
        if removed["pointer"].startswith(prefix) and removed["pointer"].endswith("/integration_key"):
            marks[int(removed["pointer"][len(prefix):].split("/")[0])] = removed["digest"]
    return marks


def read_services(archive, facts):
    for request, position, row in archive.rows("services", "services"):
        if isinstance(row.get("id"), str) and row["id"] not in facts.services:
            facts.services[row["id"]] = service_row(row, key_marks(request, position))
    details = {}
    for request, body in archive.answered("integrations"):
        row = as_dict(body.get("integration"))
        digests = [removed["digest"] for removed in request.get("removed") or []
                   if removed["pointer"] == "/integration/integration_key"]
        details[(request["subject"], row.get("id"))] = (row, digests[0] if digests else None)
    for service in facts.services.values():
        for position, integration in enumerate(service.integrations or []):
            if not integration.read and (service.id, integration.id) in details:
                row, mark = details[(service.id, integration.id)]
                whole = service_row({"id": service.id, "integrations": [row]}, {0: mark})
                service.integrations[position] = whole.integrations[0]


def window_of(request):
    query = parse_qs(urlsplit(request["path"]).query)
    return instant(query.get("since", [None])[0]), instant(query.get("until", [None])[0])


def read_schedules(archive, facts):
    for policy_id, row in archive.distinct("escalation_policies", "escalation_policies").items():
        if isinstance(row.get("escalation_rules"), list):  # the documented shape always has them
            facts.policies[policy_id] = policy_row(row)
    for request, _, row in archive.rows("schedules", "schedules"):
        if isinstance(row.get("id"), str):
            add_schedule(facts.schedules, row, *window_of(request), shift_based=False)
    for schedule_id in archive.distinct("schedules_v3", "schedules"):
        facts.schedules.setdefault(schedule_id, Schedule(schedule_id, shift_based=True, read=False))
    for name, shift_based in (("schedules", False), ("schedules_v3", True)):
        for request, body in archive.answered(name):
            row = body.get("schedule")
            if isinstance(row, dict) and isinstance(row.get("id"), str):
                add_schedule(facts.schedules, row, *window_of(request), shift_based=shift_based)


def read_mapping(archive, facts):
    facts.business_services = list(archive.distinct("business_services", "business_services"))
    for name in ("business_service_dependencies", "service_dependencies"):
        for request, body in archive.answered(name):
            skipped = set(request.get("unreadableRows") or [])
            facts.edges += edge_rows([row for position, row in enumerate(as_list(body.get("relationships")))
                                      if position not in skipped])
            facts.edges_read_for.add(request["subject"])


def read_lists(archive, facts):
    def values(name, key=None):
        return list(archive.distinct(name, key or name).values())

    facts.webhooks = values("webhook_subscriptions")
    facts.extensions = values("extensions")
    facts.extension_schemas = archive.distinct("extension_schemas", "extension_schemas")
    facts.priorities = values("priorities")
    facts.incidents = values("incidents")
    facts.change_events = values("change_events")
    facts.workflows = archive.distinct("incident_workflows", "incident_workflows")
    facts.triggers = values("incident_workflow_triggers", "triggers")
    facts.audit_recent = values("audit_records_recent", "records")
    facts.audit_history = values("audit_records_history", "records")
    facts.tokens_recent = values("audit_records_api_token_recent", "records")
    facts.tokens_old = values("audit_records_api_token_old", "records")


def load_archive(path, now=None, change_parameters=lambda parameters: None):
    archive = Archive(path)
    parameters = {**DEFAULT_PARAMETERS, **archive.manifest["parameters"]}
    change_parameters(parameters)
    as_of = now or instant(archive.manifest["snapshot"]["asOf"])
    facts = Facts(as_of.astimezone(timezone.utc), parameters, class_reads(archive))
    facts.scope, facts.scope_reason = key_scope(archive)
    for read in (read_people, read_services, read_schedules, read_mapping, read_lists):
        read(archive, facts)
    return facts
