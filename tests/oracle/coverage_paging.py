# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is paged, followed minute by minute of the policy; and the worst case by trying every instant that may differ."""

from coverage_account import LIVE, NOBODY, UNKNOWN, runs
from coverage_clock import recurring_bounds, recurs_at

DIRECT = {"phone_contact_method", "sms_contact_method", "whatsapp_contact_method", "push_notification_contact_method"}
NAMED = {"high": "high", "low": "low", "severity_based": "bySeverity"}


def support_times(service):
    _, days, start, end = service["supportHours"]
    length = end - start if end > start else end - start + 86_400
    return [(day, start, length) for day in days]


def urgency_at(service, instant):
    kind, urgency, during, outside = service["urgency"]
    if kind == "constant":
        return NAMED.get(urgency, "notKnown")
    if kind != "use_support_hours" or not service["supportHours"]:
        return "notKnown"
    inside = recurs_at(service["supportHours"][0], support_times(service), instant)
    return NAMED.get(during if inside else outside, "notKnown")


def notifications(user, urgency, minutes, final):
    """[delay, type, usable, direct, fires] in order; None when they were not read."""
    if user is None or user["rules"] is None:
        return None
    methods = {row[0]: row for row in user["methods"]}
    steps = []
    for wanted, delay, method_id in user["rules"]:
        if wanted != urgency:
            continue
        _, kind, enabled, blacklisted = methods.get(method_id, (None, "", False, False))
        usable = method_id in methods and enabled is not False and blacklisted is not True
        fires = usable and (final or delay == 0 or delay < minutes)
        steps.append([delay, kind, usable, kind in DIRECT, fires])
    return sorted(steps, key=lambda step: step[0])


class Incident:
    """One incident that nobody acknowledges."""

    def __init__(self, account, service, instant):
        self.account, self.service, self.at = account, service, instant
        self.policy = account.policies.get(service["policy"])
        self.urgency = urgency_at(service, instant)
        self.end, self.certain, self.notice, self.human, self.steps = None, True, None, None, []
        self.run()

    def run(self):
        account, service = self.account, self.service
        if service["disabled"]:
            self.end = "disabled"
        elif account.in_maintenance(service, self.at):
            self.end = "maintenance"
        elif self.policy is None:
            unknown = service["policy"] and not account.data["complete"]["policies"]
            self.end, self.certain = ("unknown", False) if unknown else ("noPolicy", True)
        else:
            states = account.level_states(self.policy, self.at)
            if all(state == NOBODY for state in states):
                self.end = "nobody"
            else:
                self.follow()
                if LIVE not in states:
                    self.end = "unknown"

    def follow(self):
        rules, passes = self.policy["rules"], 1 + self.policy["loops"]
        stops = [(turn, level) for turn in range(passes) for level in range(len(rules))]
        after = 0
        for number, (turn, level) in enumerate(stops):
            state = self.account.level_states(self.policy, self.at + after)[level]
            step = {"at": [turn, level, after], "skipped": state == NOBODY, "unknown": state == UNKNOWN, "people": []}
            self.steps.append(step)
            if state == NOBODY:
                continue
            later = after + rules[level]["delay"] * 60
            # The next pass comes by every level again, so looking one whole round ahead is enough.
            ahead = {other for _, other in stops[number + 1:]}
            states = self.account.level_states(self.policy, self.at + later)
            final = self.urgency == "low" or all(states[other] == NOBODY for other in ahead)
            self.page(step, rules[level], after, final, state)
            if final:
                self.end = "lowUrgency" if self.urgency == "low" else "stays"
                return
            after = later

    def page(self, step, rule, after, final, state):
        people, _ = self.account.on_level(rule, self.at + after)
        notices, humans, doubts = [], [], state == UNKNOWN
        for user, live in people.items():
            steps = notifications(self.account.users.get(user), "low" if self.urgency == "low" else "high",
                                  rule["delay"], final)
            step["people"].append({"id": user, "live": live == LIVE, "rulesKnown": steps is not None,
                                   "steps": steps or []})
            fired = [one for one in steps or [] if one[4]]
            certain = live == LIVE
            notices.append(min((after + one[0] * 60 for one in fired), default=None) if certain else None)
            humans.append(min((after + one[0] * 60 for one in fired if one[3]), default=None) if certain else None)
            doubts = doubts or not certain or steps is None
        if self.notice is None:
            self.notice = first_of(notices, rule["roundRobin"])
        if self.human is None:
            self.human = first_of(humans, rule["roundRobin"])
            if self.human is None and doubts:
                self.certain = False


def first_of(times, round_robin):
    told = [time for time in times if time is not None]
    if round_robin:
        return max(told) if told and len(told) == len(times) else None
    return min(told, default=None)


def reachable_delays(policy):
    """Every time after the trigger at which some level may be looked at."""
    times = {0}
    for _ in range(1 + policy["loops"]):
        for rule in policy["rules"]:
            times |= {time + rule["delay"] * 60 for time in times}
    return times


def worst(account, service):
    policy = account.policies.get(service["policy"])
    bounds = set(account.instants) | {account.window[1]}
    shifted = {bound - delay for bound in bounds for delay in (reachable_delays(policy) if policy else {0})}
    if service["supportHours"]:
        shifted |= set(recurring_bounds(service["supportHours"][0], support_times(service), account.window))

    def outcome(instant):
        incident = Incident(account, service, instant)
        if incident.end in ("disabled", "maintenance"):
            return "notPaging"
        if not incident.certain:
            return "unknown"
        return "nobody" if incident.human is None else incident.human

    found = runs(account.clip(shifted), account.window[1], outcome)
    result = {kind: [run[:2] for run in found if run[2] == kind] for kind in ("nobody", "unknown", "notPaging")}
    reached = [run for run in found if isinstance(run[2], int)]
    longest = max((run[2] for run in reached), default=None)
    result["longest"] = longest
    result["when"] = next((run[:2] for run in reached if run[2] == longest), [0, 0])
    return result
