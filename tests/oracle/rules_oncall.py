# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Controls about policies, schedules and who is on call: 5 to 9, 18."""

from datetime import timedelta

from rules_people import reachable
from verdict import (DELETED, LIVE, ON_CALL_CLASSES, SCHEDULE_CLASSES, UNKNOWN, all_seen, covered_by, first_reason, liveness,
                     not_rendered, overlap, policy_in_use, render_reason, schedule_in_use, target_state, uncovered)


def has_policy(facts, service):
    if service.policy is None:
        return False
    policy = facts.policies.get(service.policy.id)
    if policy is None:
        return False if all_seen(facts, "escalation_policies") else None
    return bool(policy.rules)


def services_have_policy(facts, verdicts):
    for service in facts.services.values():
        if not service.active:
            verdicts.add("notApplicable", "service", service.id)
        else:
            verdicts.decide("service", service.id, has_policy(facts, service), "escalation_policies")
    verdicts.unread("services", "escalation_policies")
    verdicts.nothing_else()


def enough_levels(facts, policy):
    """At least two rules with live targets and different sets of them."""
    certain, possible = set(), set()
    for rule in policy.rules:
        states = {("user" if target.type == "user" else "schedule", target.id): target_state(facts, target)
                  for target in rule}
        certain.add(frozenset(key for key, state in states.items() if state == LIVE))
        possible.add(frozenset(key for key, state in states.items() if state != DELETED))
    if len(certain - {frozenset()}) >= 2:
        return True
    return False if len(possible - {frozenset()}) < 2 else None


def for_policies_in_use(facts, verdicts, judge):
    for policy in facts.policies.values():
        used = policy_in_use(facts, policy.id)
        if used is None:
            verdicts.decide("escalation_policy", policy.id, None, "services")
        elif not used:
            verdicts.add("notApplicable", "escalation_policy", policy.id)
        else:
            verdicts.decide("escalation_policy", policy.id, judge(facts, policy), *SCHEDULE_CLASSES, "users")


def several_levels(facts, verdicts):
    for_policies_in_use(facts, verdicts, enough_levels)
    verdicts.unread(*ON_CALL_CLASSES)
    verdicts.nothing_else()


def reaches_someone(facts, target):
    """Whether a target of the last rule reaches somebody within the window."""
    state = target_state(facts, target)
    if target.type == "user" or state != LIVE:
        return {LIVE: True, DELETED: False, UNKNOWN: None}[state]
    schedule = facts.schedules[target.id]
    if covered_by(facts, schedule, (LIVE,)):
        return True
    if covered_by(facts, schedule, (UNKNOWN,)) or not_rendered(facts, schedule):
        return None
    return False


def last_rule_reaches(facts, policy):
    if not policy.rules:
        return False
    reached = [reaches_someone(facts, target) for target in policy.rules[-1]]
    if True in reached:
        return True
    return None if None in reached else False


def ends_in_notification(facts, verdicts):
    for_policies_in_use(facts, verdicts, last_rule_reaches)
    verdicts.unread(*ON_CALL_CLASSES)
    verdicts.nothing_else()


def used_schedules(facts, verdicts):
    """Schedules in use; the others get their outcome here."""
    for schedule in facts.schedules.values():
        used = schedule_in_use(facts, schedule.id)
        if used:
            yield schedule
        elif used is None:
            verdicts.decide("schedule", schedule.id, None, "escalation_policies", "services")
        else:
            verdicts.add("notApplicable", "schedule", schedule.id)


def coverage(facts, verdicts):
    least = timedelta(seconds=facts.number("minGapSeconds"))
    for schedule in used_schedules(facts, verdicts):
        open_stretches = not_rendered(facts, schedule)
        known = covered_by(facts, schedule, (LIVE,))
        perhaps = covered_by(facts, schedule, (UNKNOWN,))
        certain = uncovered(facts.window, known + perhaps + open_stretches)
        possible = uncovered(facts.window, known)
        if any(end - start >= least for start, end in certain):
            verdicts.add("fail", "schedule", schedule.id, gaps=certain)
        elif open_stretches:
            verdicts.add("notDetermined", "schedule", schedule.id, render_reason(facts, schedule))
        elif any(end - start >= least for start, end in possible):
            verdicts.add("notDetermined", "schedule", schedule.id, first_reason(facts, "users"))
        else:
            verdicts.add("pass", "schedule", schedule.id)
    verdicts.unread(*ON_CALL_CLASSES)
    verdicts.nothing_else()


def participants(facts, verdicts):
    wanted = facts.number("minParticipants")
    for schedule in used_schedules(facts, verdicts):
        if schedule.layers is None:
            verdicts.add("notDetermined", "schedule", schedule.id, render_reason(facts, schedule))
            continue
        refs = [ref for layer in schedule.layers if layer.end is None or layer.end > facts.now for ref in layer.users]
        live = {ref.id for ref in refs if liveness(facts, ref) == LIVE}
        unknown = {ref.id for ref in refs if liveness(facts, ref) == UNKNOWN}
        if len(live) >= wanted or len(live | unknown) < wanted:
            verdicts.decide("schedule", schedule.id, len(live) >= wanted)
        else:
            verdicts.decide("schedule", schedule.id, None, "users")
    verdicts.unread(*ON_CALL_CLASSES)
    verdicts.nothing_else()


def on_call_refs(facts):
    """(kind, id of what names them, reference, counts for the on-call set) over all policies and schedules in use."""
    for policy in facts.policies.values():
        if policy_in_use(facts, policy.id):
            for rule in policy.rules:
                for target in rule:
                    if target.type == "user":
                        yield "escalation_policy", policy.id, target, True
    for schedule in facts.schedules.values():
        if schedule_in_use(facts, schedule.id):
            for layer in schedule.layers or []:
                for ref in layer.users:
                    yield "schedule", schedule.id, ref, False
            for entry in schedule.entries:
                if entry[2] and overlap(entry, facts.window):
                    yield "schedule", schedule.id, entry[2], True


def reachable_on_call(facts, verdicts):
    on_call, unknown, naming_deleted, needed = {}, set(), {}, list(ON_CALL_CLASSES)
    for kind, resource_id, ref, counts in on_call_refs(facts):
        state = liveness(facts, ref)
        in_layer_or_rule = kind == "escalation_policy" or not counts
        if state == DELETED and in_layer_or_rule:
            naming_deleted[(kind, resource_id)] = True
        elif state == LIVE and counts:
            on_call[ref.id] = facts.users[ref.id]
        elif state == UNKNOWN and counts:
            unknown.add(ref.id)
    for user_id in sorted(unknown):
        verdicts.decide("user", user_id, None, "users")
    for user in on_call.values():
        verdict = reachable(user)
        verdicts.decide("user", user.id, verdict, "contact_methods", "users")
        if verdict is None:
            needed = [*ON_CALL_CLASSES, "contact_methods"]
    for kind, resource_id in naming_deleted:
        verdicts.add("fail", kind, resource_id)
    for schedule in facts.schedules.values():
        if schedule_in_use(facts, schedule.id) and not_rendered(facts, schedule):
            verdicts.add("notDetermined", "schedule", schedule.id, render_reason(facts, schedule))
    verdicts.unread(*needed)
    verdicts.nothing_else()


RULES = {5: services_have_policy, 6: several_levels, 7: ends_in_notification, 8: coverage, 9: participants,
         18: reachable_on_call}
