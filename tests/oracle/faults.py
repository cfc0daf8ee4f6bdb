# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong in the fault runs, which controls depend on it, and what no fault may ever do."""

KINDS = {
    "status=500": "500", "status=402": "402", "status=403": "403", "status=404": "404", "reset": "reset",
    "truncated": "truncated", "html": "html", "invalid-json": "invalid JSON", "invalid-utf8": "invalid UTF-8",
    "empty-body": "empty body", "bare-rate-limit": "429 without headers",
}
ON_CALL = {5, 6, 7, 8, 9, 18}

# Pattern of the fake -> (classes that suffer, controls whose verdict reads them).
ENDPOINTS = {
    "/users/me": (["sign_in"], {2, 3}),
    "/abilities": (["abilities"], {1, 4, 19, 24}),
    "/users": (["users"], {2, 3, 4, 17, 18} | (ON_CALL - {5})),
    "/teams": (["teams"], set()),
    "/services": (["services"], {10, 16, 19, 21, 22, 23, 25} | ON_CALL),
    "/escalation_policies": (["escalation_policies"], ON_CALL),
    "/schedules": (["schedules"], ON_CALL - {5}),
    "/v3/schedules": (["schedules_v3"], ON_CALL - {5}),
    "/v3/schedules/*": (["schedules_v3"], {7, 8, 9, 18}),
    "/oncalls": (["oncalls"], set()),
    "/business_services": (["business_services"], {21}),
    "/service_dependencies/business_services/*": (["business_service_dependencies"], {21}),
    "/service_dependencies/technical_services/*": (["service_dependencies"], {21}),
    "/webhook_subscriptions": (["webhook_subscriptions"], {14, 15}),
    "/extensions": (["extensions"], {14, 15}),
    "/extension_schemas": (["extension_schemas"], set()),
    "/priorities": (["priorities"], {20}),
    "/incidents": (["incidents"], {20}),
    "/change_events": (["change_events"], {25}),
    "/incident_workflows": (["incident_workflows"], {10}),
    "/incident_workflows/triggers": (["incident_workflow_triggers"], {10}),
    "/audit/records": (["audit_records_recent", "audit_records_history", "audit_records_api_token_recent",
                        "audit_records_api_token_old"], {11, 12, 13}),
    "/addons": (["addons"], set()),
    "/session_configurations": (["session_configurations"], set()),
    "/standards/scores/technical_services": (["standards_scores"], set()),
    "/users/*/oauth_delegations": (["oauth_delegations"], set()),
}
# A field that the rules read, per list.
WRONG_FIELDS = {
    "/abilities": ["abilities:object", "abilities:null"],
    "/users": ["users:object", "users:null", "role:number", "teams:string", "contact_methods:object",
               "notification_rules:bool", "id:number", "id:missing", "role:number:0"],
    "/services": ["services:string", "status:number", "escalation_policy:string", "acknowledgement_timeout:string",
                  "integrations:object", "incident_urgency_rule:array", "id:null:0"],
    "/escalation_policies": ["escalation_policies:null", "escalation_rules:string", "escalation_rules:null",
                             "id:missing:0"],
    "/schedules": ["schedules:object", "schedule_layers:string", "final_schedule:array",
                   "final_schedule.rendered_schedule_entries:string", "final_schedule.rendered_schedule_entries:null"],
    "/v3/schedules": ["schedules:null", "id:number"],
    "/v3/schedules/*": ["schedule:string", "rotations:string", "final_schedule:null",
                        "final_schedule.computed_shift_assignments:object"],
    "/business_services": ["business_services:object", "id:number:0"],
    "/service_dependencies/business_services/*": ["relationships:object", "supporting_service:string"],
    "/webhook_subscriptions": ["webhook_subscriptions:null", "delivery_method:string", "delivery_method.url:number"],
    "/extensions": ["extensions:string", "endpoint_url:array"],
    "/priorities": ["priorities:null", "priorities:object"],
    "/incidents": ["incidents:string", "priority:string", "created_at:number"],
    "/change_events": ["change_events:object", "services:string", "timestamp:bool"],
    "/incident_workflows": ["incident_workflows:null", "is_enabled:string"],
    "/incident_workflows/triggers": ["triggers:object", "services:string", "is_subscribed_to_all_services:string"],
    "/audit/records": ["records:object", "records:null", "execution_time:number", "method:string", "actors:object"],
}
# The rules name these: nothing else may newly fail.
NAMED_FAILURES = {("status=402", "/audit/records"): {11, 12}, ("status=402", "/priorities"): {20},
                  ("status=404", "/priorities"): {20}}
# Answered by another way of asking: every verdict stays what it was.
HARMLESS = ["no-includes@/users", "no-includes@/services", "no-final-schedule@/schedules", "no-total@*",
            "duplicate@*", "status=500@*#3x1", "reset@*#5x2", "bare-rate-limit@*#4x1", "status=403@/users?*include*"]


def all_faults():
    """(kind, pattern) of every fault of the matrix."""
    faults = [(kind, pattern) for kind in KINDS for pattern in ENDPOINTS]
    return faults + [("wrong-type=" + field, pattern) for pattern, fields in WRONG_FIELDS.items() for field in fields]


def keyed(report):
    """(control, kind, id) -> set of statuses, resources only."""
    found = {}
    for outcome in report["outcomes"]:
        key = (outcome["controlId"], outcome["resource"]["kind"], outcome["resource"]["id"])
        if key[2] != "*":
            found.setdefault(key, set()).add(outcome["status"])
    return found


def invented(healthy, faulty, kind, pattern):
    """What a faulty run claims that the healthy one did not, as readable lines."""
    lines = []
    before, after = keyed(healthy), keyed(faulty)
    may_fail = NAMED_FAILURES.get((kind, pattern), set())
    for key, statuses in sorted(after.items()):
        new = statuses - before.get(key, set())
        if "pass" in new:
            lines.append(f"became pass: {key}")
        if "fail" in new and key[0] not in may_fail:
            lines.append(f"newly fails: {key}")
        if "error" in new:
            lines.append(f"became error: {key}")
    states = {row["kind"]: row["state"] for row in faulty["collection"]["resources"]}
    classes, dependents = ENDPOINTS[pattern]
    spoilt = [name for name in classes if states[name] != "complete"]
    status_before = {control["id"]: control["status"] for control in healthy["controls"]}
    for control in faulty["controls"]:
        status, earlier = control["status"], status_before[control["id"]]
        if spoilt and control["id"] in dependents and status == "pass":
            lines.append(f"control {control['id']} passes although {spoilt} is not complete")
        if status != earlier and status in ("pass", "notApplicable", "manual", "error"):
            lines.append(f"control {control['id']}: {earlier} became {status}")
        if status == "fail" and earlier != "fail" and control["id"] not in may_fail:
            lines.append(f"control {control['id']} newly fails")
    return lines
