#!/usr/bin/env python3
# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Judges an account model, past collector and archive, so that a collection that loses something is noticed.

raw_judge.py MODEL.json [--now ISO] [--set NAME=VALUE]...   prints {"controls": [...], "outcomes": [...]}
"""

import json

from facts import (DEFAULT_PARAMETERS, Facts, Read, add_schedule, as_dict, edge_rows, instant, policy_row, service_row,
                   set_parameter, user_row)
from judge import run

# Class -> path asked, and whether a 404 there means that the plan lacks the feature.
PATHS = {
    "sign_in": ("users/me", False),
    "abilities": ("abilities", False),
    "users": ("users", False),
    "contact_methods": ("users", False),
    "notification_rules": ("users", False),
    "teams": ("teams", False),
    "team_members": ("teams", False),
    "services": ("services", False),
    "integrations": ("services", False),
    "escalation_policies": ("escalation_policies", False),
    "schedules": ("schedules", False),
    "schedules_v3": ("v3/schedules", True),
    "business_services": ("business_services", False),
    "business_service_dependencies": ("service_dependencies/business_services", False),
    "service_dependencies": ("service_dependencies/technical_services", False),
    "webhook_subscriptions": ("webhook_subscriptions", False),
    "extensions": ("extensions", False),
    "extension_schemas": ("extension_schemas", False),
    "priorities": ("priorities", True),
    "incidents": ("incidents", False),
    "change_events": ("change_events", False),
    "incident_workflows": ("incident_workflows", True),
    "incident_workflow_triggers": ("incident_workflows/triggers", True),
    "audit_records_recent": ("audit/records", True),
    "audit_records_history": ("audit/records", True),
    "audit_records_api_token_recent": ("audit/records", True),
    "audit_records_api_token_old": ("audit/records", True),
}


def read_of(path, plan_feature, statuses):
    for prefix, status in statuses.items():
        if path == prefix or path.startswith(prefix + "/"):
            if status == 402 or (status in (404, 410) and plan_feature):
                reason = "plan"
            else:
                reason = "permission" if status in (401, 403) else "failed"
            return Read(False, reason, status == 402, status == 404, anything=False)
    return Read()


def by_id(rows):
    seen = {}
    for row in rows:
        seen.setdefault(row["id"], row)
    return seen


def load_model(path, now=None, assignments=()):
    with open(path, encoding="utf-8") as file:
        model = json.load(file)
    parameters = dict(DEFAULT_PARAMETERS)
    for assignment in assignments:
        set_parameter(parameters, assignment)
    facts = Facts(now or instant(model["now"]), parameters)
    facts.reads = {name: read_of(*where, model.get("statuses") or {}) for name, where in PATHS.items()}
    role = as_dict(model.get("me")).get("role")
    if not facts.reads["sign_in"].complete:
        facts.scope, facts.scope_reason = "unknown", facts.reads["sign_in"].reason
    elif role is not None and role not in ("owner", "admin"):
        facts.scope = "limited"

    def rows(list_name, class_name=None):
        if not facts.reads[class_name or list_name].complete:
            return {}
        return by_id(model["lists"].get(list_name, []))

    fill_people(facts, rows, model)
    fill_services(facts, rows, model)
    fill_lists(facts, rows)
    return facts


def fill_people(facts, rows, model):
    facts.abilities = model["abilities"] if facts.reads["abilities"].complete else []
    facts.users = {user_id: user_row(row) for user_id, row in rows("users").items()}
    facts.teams = list(rows("teams").values())
    facts.policies = {policy_id: policy_row(row) for policy_id, row in rows("escalation_policies").items()}
    for row in rows("schedules").values():
        add_schedule(facts.schedules, row, *facts.window, shift_based=False)
    for row in rows("schedules_v3").values():
        add_schedule(facts.schedules, row, *facts.window, shift_based=True)


def fill_services(facts, rows, model):
    for service_id, row in rows("services").items():
        keys = {position: as_dict(each).get("integration_key")
                for position, each in enumerate(row.get("integrations") or [])}
        facts.services[service_id] = service_row(row, keys)
    facts.business_services = list(rows("business_services"))
    edges = edge_rows(model["lists"].get("dependencies", []))
    if facts.reads["business_service_dependencies"].complete:
        business = set(facts.business_services)
        facts.edges += [edge for edge in edges if edge[0].id in business or edge[1].id in business]
    asked = facts.reads["business_services"].complete and facts.number("dependencyDepth") == "full"
    if asked and facts.reads["service_dependencies"].complete:
        facts.edges += edges
        facts.edges_read_for |= set(facts.services)


def fill_lists(facts, rows):
    facts.webhooks = list(rows("webhook_subscriptions").values())
    facts.extensions = list(rows("extensions").values())
    facts.extension_schemas = rows("extension_schemas")
    facts.priorities = list(rows("priorities").values())
    facts.incidents = list(rows("incidents").values())
    facts.change_events = list(rows("change_events").values())
    facts.workflows = rows("incident_workflows")
    facts.triggers = list(rows("triggers", "incident_workflow_triggers").values())
    records = list(rows("audit_records", "audit_records_recent").values())
    facts.audit_recent = facts.audit_history = facts.tokens_recent = facts.tokens_old = records


if __name__ == "__main__":
    run(load_model, __doc__)
