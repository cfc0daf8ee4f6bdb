# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Outcomes, how they roll up, and the sets the rules share (live users, what is in use)."""

from facts import Ref

WORST_FIRST = ["error", "fail", "notDetermined", "manual", "pass"]
CLASS_ID = "*"
CONTROL_COUNT = 25


class Verdicts:
    """Collects the outcomes of one control."""

    def __init__(self, facts, control_id):
        self.facts = facts
        self.control_id = control_id
        self.outcomes = []

    def add(self, status, kind, resource_id, reason=None, gaps=None):
        self.outcomes.append({"controlId": self.control_id, "status": status, "reason": reason, "kind": kind,
                              "id": resource_id, "gaps": gaps or []})

    def account(self, status, reason=None):
        self.add(status, "account", "account", reason)

    def unread(self, *class_names):
        """One notDetermined outcome for each class that was not read to its end."""
        for name in class_names:
            read = self.facts.read(name)
            if not read.complete:
                self.add("notDetermined", name, CLASS_ID, read.reason)

    def decide(self, kind, resource_id, verdict, *class_names):
        """True passes, False fails, None is open because of one of the classes."""
        if verdict is None:
            self.add("notDetermined", kind, resource_id, first_reason(self.facts, *class_names))
        else:
            self.add("pass" if verdict else "fail", kind, resource_id)

    def nothing_else(self):
        """A pass of all that was seen rests on the absence of more: a key that may not see everything cannot give it."""
        if self.facts.scope != "account" and control_status(self.outcomes) == "pass":
            self.add("notDetermined", "account", CLASS_ID, self.facts.scope_reason)


def first_reason(facts, *class_names):
    for name in class_names:
        if not facts.read(name).complete:
            return facts.read(name).reason
    return "failed" if facts.scope == "account" else facts.scope_reason


def all_seen(facts, *class_names):
    """Whether what is missing from these lists does not exist."""
    return facts.scope == "account" and all(facts.read(name).complete for name in class_names)


def control_status(outcomes):
    seen = {outcome["status"] for outcome in outcomes}
    return next((status for status in WORST_FIRST if status in seen), "notApplicable")


LIVE, DELETED, UNKNOWN = "live", "deleted", "unknown"
SCHEDULE_CLASSES = ("schedules", "schedules_v3")
ON_CALL_CLASSES = ("services", "escalation_policies", "users", *SCHEDULE_CLASSES)


def liveness(facts, ref: Ref):
    """A user reference: live, deleted, or unknown because the users list is not complete."""
    if ref.deleted:
        return DELETED
    if ref.id in facts.users:
        return LIVE
    return DELETED if all_seen(facts, "users") else UNKNOWN


def target_state(facts, ref: Ref):
    """A target of an escalation rule: live when it is a live user or a schedule that exists."""
    if ref.type == "user":
        return liveness(facts, ref)
    if ref.deleted:
        return DELETED
    if ref.id in facts.schedules:
        return LIVE
    return DELETED if all_seen(facts, *SCHEDULE_CLASSES) else UNKNOWN


def policy_in_use(facts, policy_id):
    if any(service.active and service.policy and service.policy.id == policy_id
           for service in facts.services.values()):
        return True
    return False if facts.read("services").complete else None


def schedule_in_use(facts, schedule_id):
    answers = [policy_in_use(facts, policy.id) for policy in facts.policies.values()
               if any(target.type != "user" and target.id == schedule_id for rule in policy.rules for target in rule)]
    if True in answers:
        return True
    return None if None in answers or not facts.read("escalation_policies").complete else False


def overlap(entry, window):
    """The part of an entry inside the window, or None."""
    start, end = max(entry[0], window[0]), min(entry[1], window[1])
    return (start, end) if start < end else None


def uncovered(window, stretches):
    """Window minus the union of the stretches."""
    gaps, reached = [], window[0]
    for start, end in sorted(stretches):
        if start > reached:
            gaps.append((reached, min(start, window[1])))
        reached = max(reached, end)
        if reached >= window[1]:
            break
    if reached < window[1]:
        gaps.append((reached, window[1]))
    return [gap for gap in gaps if gap[0] < gap[1]]


def covered_by(facts, schedule, states):
    """Stretches of the window in which somebody in one of the states is on call."""
    stretches = []
    for entry in schedule.entries:
        if entry[2] and liveness(facts, entry[2]) in states:
            inside = overlap(entry, facts.window)
            if inside:
                stretches.append(inside)
    return stretches


def not_rendered(facts, schedule):
    """Stretches of the window nobody rendered. A schedule without layers needs no rendering."""
    if schedule.layers == [] and schedule.read:
        return []
    inside = [overlap(stretch, facts.window) for stretch in schedule.rendered]
    return uncovered(facts.window, [stretch for stretch in inside if stretch])


def render_reason(facts, schedule):
    """Why a stretch is not rendered: its answer was never read, or it came back null."""
    name = "schedules_v3" if schedule.shift_based else "schedules"
    if not facts.read(name).complete:
        return facts.read(name).reason
    return "notCollected" if schedule.rendered else "failed"
