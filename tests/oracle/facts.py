# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an account looks like to the rules: plain rows, and how far each class of resources was read.

Every loader (archive, account model) fills a Facts; the rules see nothing else.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

DEFAULT_PARAMETERS = {
    "scheduleCoverageDays": 30,
    "minAdmins": 2,
    "maxAdminPercent": 10,
    "minGapSeconds": 60,
    "minParticipants": 2,
    "criticalServices": "",
    "auditRetentionDays": 365,
    "apiKeyMaxAgeDays": 90,
    "minServicesForUrgency": 3,
    "incidentLookbackDays": 30,
    "changeEventLookbackDays": 30,
    "dependencyDepth": "full",
}


def set_parameter(parameters, assignment):
    """Applies NAME=VALUE; the name may be camelCase or kebab-case."""
    name, separator, value = assignment.partition("=")
    folded = name.replace("-", "").replace("_", "").lower()
    for known, default in DEFAULT_PARAMETERS.items():
        if separator and known.lower() == folded:
            parameters[known] = int(value) if isinstance(default, int) else value.strip()
            return
    raise ValueError(f"unknown parameter: {assignment}")


def instant(text):
    """ISO 8601 to an aware UTC datetime; None when it is not one. A time without an offset is UTC."""
    if not isinstance(text, str):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=timezone.utc)
    return moment.astimezone(timezone.utc)


def bare(type_name):
    """PagerDuty's type string without `_reference`."""
    text = type_name if isinstance(type_name, str) else ""
    return text.removesuffix("_reference")


def as_dict(value):
    return value if isinstance(value, dict) else {}


def as_list(value):
    return value if isinstance(value, list) else []


def text_of(value):
    return value if isinstance(value, str) else ""


@dataclass
class Read:
    """How far a class was read."""

    complete: bool = True
    reason: str | None = None
    payment_required: bool = False  # a 402 was the answer
    missing: bool = False  # a 404 was the answer
    anything: bool = True  # at least one page was answered


@dataclass
class Ref:
    """A reference to a user, schedule, ..."""

    id: str
    type: str = ""
    deleted: bool = False


def reference(value):
    row = as_dict(value)
    if not isinstance(row.get("id"), str):
        return None
    return Ref(row["id"], bare(row.get("type")), row.get("deleted_at") is not None)


@dataclass
class User:
    id: str
    role: str
    teams: list | None  # None = not read
    contact_methods: list | None
    rules: list | None


@dataclass
class Integration:
    id: str
    type: str
    read: bool  # False: only a reference was seen
    key: str | None = None  # equal keys have equal marks
    filter_mode: str | None = None
    filters: list = field(default_factory=list)


@dataclass
class Service:
    id: str
    name: str
    status: str
    policy: Ref | None
    acknowledgement_timeout: float
    auto_resolve_timeout: float
    urgency_rule: dict
    response_play: bool
    integrations: list | None

    @property
    def active(self):
        return self.status != "disabled"


@dataclass
class Policy:
    id: str
    rules: list  # of lists of Ref


@dataclass
class Layer:
    end: datetime | None
    users: list  # of Ref


@dataclass
class Schedule:
    id: str
    shift_based: bool = False
    layers: list | None = None  # None = not in the answer
    entries: list = field(default_factory=list)  # (start, end, Ref or None)
    rendered: list = field(default_factory=list)  # (since, until) that the entries speak for
    read: bool = True  # False: listed, its own answer was never read


@dataclass
class Facts:
    now: datetime
    parameters: dict
    reads: dict = field(default_factory=dict)
    scope: str = "account"  # account, limited, unknown
    scope_reason: str = "permission"
    abilities: list = field(default_factory=list)
    users: dict = field(default_factory=dict)
    team_member_ids: set = field(default_factory=set)
    teams: list = field(default_factory=list)
    services: dict = field(default_factory=dict)
    policies: dict = field(default_factory=dict)
    schedules: dict = field(default_factory=dict)
    business_services: list = field(default_factory=list)
    edges: list = field(default_factory=list)  # (supporting Ref, dependent Ref)
    edges_read_for: set = field(default_factory=set)
    webhooks: list = field(default_factory=list)
    extensions: list = field(default_factory=list)
    extension_schemas: dict = field(default_factory=dict)
    priorities: list = field(default_factory=list)
    incidents: list = field(default_factory=list)
    change_events: list = field(default_factory=list)
    workflows: dict = field(default_factory=dict)
    triggers: list = field(default_factory=list)
    audit_recent: list = field(default_factory=list)
    audit_history: list = field(default_factory=list)
    tokens_recent: list = field(default_factory=list)
    tokens_old: list = field(default_factory=list)

    def read(self, name):
        return self.reads.get(name) or Read(False, "notCollected", anything=False)

    def number(self, name):
        return self.parameters[name]

    def days_ago(self, days):
        return self.now - timedelta(days=days)

    @property
    def window(self):
        return self.now, self.now + timedelta(days=self.number("scheduleCoverageDays"))


def user_row(row):
    def listed(name):
        return row[name] if isinstance(row.get(name), list) else None

    return User(row["id"], text_of(row.get("role")), listed("teams"), full(listed("contact_methods")),
                full(listed("notification_rules")))


def full(rows):
    """A list of bare references says nothing about their fields."""
    if rows is None or any(text_of(as_dict(row).get("type")).endswith("_reference") for row in rows):
        return None
    return rows


def integration_row(row, key=None):
    unread = text_of(row.get("type")).endswith("_reference")
    return Integration(row["id"], bare(row.get("type")), not unread, key, row.get("email_filter_mode"),
                       as_list(row.get("email_filters")))


def service_row(row, keys):
    """`keys`: integration position in the row -> mark that is equal for equal keys."""
    integrations = None
    if isinstance(row.get("integrations"), list):
        integrations = [integration_row(each, keys.get(position))
                        for position, each in enumerate(row["integrations"]) if isinstance(as_dict(each).get("id"), str)]
    return Service(
        id=row["id"],
        name=text_of(row.get("name")) or text_of(row.get("summary")),
        status=text_of(row.get("status")),
        policy=reference(row.get("escalation_policy")),
        acknowledgement_timeout=row.get("acknowledgement_timeout") or 0,
        auto_resolve_timeout=row.get("auto_resolve_timeout") or 0,
        urgency_rule=as_dict(row.get("incident_urgency_rule")),
        response_play=row.get("response_play") is not None,
        integrations=integrations,
    )


def policy_row(row):
    rules = []
    for rule in as_list(row.get("escalation_rules")):
        targets = [reference(target) for target in as_list(as_dict(rule).get("targets"))]
        rules.append([target for target in targets if target])
    return Policy(row["id"], rules)


def layered_layers(row):
    """Layers of a layer-based schedule, None when the answer has none of them."""
    if not isinstance(row.get("schedule_layers"), list):
        return None
    layers = []
    for layer in row["schedule_layers"]:
        users = [reference(as_dict(slot).get("user")) for slot in as_list(as_dict(layer).get("users"))]
        layers.append(Layer(instant(as_dict(layer).get("end")), [user for user in users if user]))
    return layers


def rotation_layers(row):
    """Rotations of a shift-based schedule as layers without an end."""
    if not isinstance(row.get("rotations"), list):
        return None
    layers = []
    for rotation in row["rotations"]:
        for event in as_list(as_dict(rotation).get("events")):
            strategy = as_dict(as_dict(event).get("assignment_strategy"))
            members = [member_ref(member) for member in as_list(strategy.get("members"))]
            layers.append(Layer(None, [member for member in members if member]))
    return layers


def member_ref(member):
    row = as_dict(member)
    if row.get("type") == "empty_member" or not isinstance(row.get("user_id"), str):
        return None
    return Ref(row["user_id"], "user", row.get("deleted_at") is not None)


def layered_entries(row):
    """Rendered final entries; None when the answer was not rendered."""
    final = as_dict(row.get("final_schedule"))
    rows = final.get("rendered_schedule_entries")
    if not isinstance(rows, list):
        return None
    if not rows and "rendered_coverage_percentage" in final and final["rendered_coverage_percentage"] is None:
        return None
    return [(instant(each.get("start")), instant(each.get("end")), reference(each.get("user")))
            for each in map(as_dict, rows)]


def shift_entries(row):
    final = as_dict(row.get("final_schedule"))
    rows = final.get("computed_shift_assignments")
    if not isinstance(rows, list):
        return None
    if not rows and "rendered_coverage_percentage" in final and final["rendered_coverage_percentage"] is None:
        return None
    return [(instant(each.get("start_time")), instant(each.get("end_time")), member_ref(each.get("member")))
            for each in map(as_dict, rows)]


def add_schedule(schedules, row, since, until, shift_based):
    """Adds one rendering [since, until) of a schedule; a second rendering of the same stretch is a duplicate."""
    schedule = schedules.get(row["id"])
    if schedule is None or (not schedule.read and schedule.shift_based == shift_based):
        schedule = schedules[row["id"]] = Schedule(row["id"], shift_based)
    if any(known == (since, until) for known in schedule.rendered):
        return
    if schedule.layers is None:
        schedule.layers = rotation_layers(row) if shift_based else layered_layers(row)
    entries = shift_entries(row) if shift_based else layered_entries(row)
    if entries is None or since is None or until is None:
        return
    schedule.entries += [entry for entry in entries if entry[0] and entry[1]]
    schedule.rendered.append((since, until))


def edge_rows(relationships):
    edges = []
    for row in map(as_dict, as_list(relationships)):
        supporting, dependent = reference(row.get("supporting_service")), reference(row.get("dependent_service"))
        if supporting and dependent:
            edges.append((supporting, dependent))
    return edges
