# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An account of the coverage oracle: every answer is a question about one instant, asked at every instant that matters."""

from coverage_clock import on_call_by_rules, layer_bounds, recurring_bounds, recurs_at, zone_changes

LIVE, UNKNOWN, NOBODY = "live", "unknown", "nobody"


def runs(instants, end, value_at):
    """[start, end, value] of every stretch in which `value_at` stays the same."""
    found = []
    for instant in instants:
        value = value_at(instant)
        if not found or found[-1][2] != value:
            found.append([instant, end, value])
            if len(found) > 1:
                found[-2][1] = instant
    return found


class Account:
    def __init__(self, data):
        self.data = data
        self.window = tuple(data["window"])
        self.users = {user["id"]: user for user in data["users"]}
        self.schedules = {schedule["id"]: schedule for schedule in data["schedules"]}
        self.policies = {policy["id"]: policy for policy in data["policies"]}
        self.services = {service["id"]: service for service in data["services"]}
        self.instants = self.clip(self.all_bounds())
        self.memory = {}

    def clip(self, bounds):
        start, end = self.window
        return sorted({start, *(bound for bound in bounds if start < bound < end)})

    def all_bounds(self):
        for schedule in self.data["schedules"]:
            yield from schedule["rendered"]
            yield from recurring_bounds(schedule["zone"], schedule["offHours"], self.window)
            for start, end, *_ in schedule["final"]:
                yield from (start, end)
        for start, end, _ in self.data["maintenance"]:
            yield from (start, end or self.window[1])

    # ---- schedules by their rules ----

    def recomputed(self, schedule, first_wins):
        rendered = (max(self.window[0], schedule["rendered"][0]), min(self.window[1], schedule["rendered"][1]))
        zone = schedule["zone"]
        bounds = {bound for entry in schedule["overrides"] + schedule["final"] for bound in entry[:2]}
        for layer in schedule["layers"]:
            bounds.update(layer_bounds(zone, layer, rendered))
        bounds.update(zone_changes(zone, rendered), range(rendered[0], rendered[1], 3_600))
        instants = sorted(bound for bound in {rendered[0], *bounds} if rendered[0] <= bound < rendered[1])
        ours = {instant: on_call_by_rules(schedule, instant, first_wins) for instant in instants}
        entries = [[start, end, *who] for start, end, who in runs(instants, rendered[1], ours.get) if who[0]]

        def disagreement(instant):
            user = ours[instant][0]
            named = [entry[2] for entry in schedule["final"] if entry[0] <= instant < entry[1] and entry[2]]
            others = [name for name in named if name != user]
            if not others and bool(named) == (user is not None):
                return None
            return (others or named or [None])[0], user

        differences = [[start, end, *who] for start, end, who in runs(instants, rendered[1], disagreement) if who]
        return entries, differences

    # ---- people ----

    def user_state(self, user):
        if user in self.users:
            return LIVE
        return NOBODY if self.data["complete"]["users"] else UNKNOWN

    # ---- one schedule, one instant ----

    def unread(self, schedule, instant):
        if not schedule["shiftBased"] and not schedule["layers"] and not schedule["final"]:
            return not self.window[0] <= instant < self.window[1]
        start, end = schedule["rendered"]
        return not max(start, self.window[0]) <= instant < min(end, self.window[1])

    def on_schedule(self, schedule, instant):
        """{user: state} of everybody who is or may be on call, and whether nobody knows."""
        if self.unread(schedule, instant):
            return {}, True
        people = {}
        for start, end, user, deleted in schedule["final"]:
            if start <= instant < end and user and not deleted:
                state = self.user_state(user)
                if state != NOBODY:
                    people[user] = state
        return people, False

    def schedule_state(self, schedule, instant):
        people, unread = self.on_schedule(schedule, instant)
        if LIVE in people.values():
            return LIVE
        return UNKNOWN if people or unread else NOBODY

    def off_hours(self, schedule, instant):
        return bool(schedule["offHours"]) and recurs_at(schedule["zone"], schedule["offHours"], instant)

    def schedule_kind(self, schedule, instant):
        state = self.schedule_state(schedule, instant)
        if state == LIVE:
            return None
        if state == UNKNOWN:
            return "unknown", -1
        return ("offHours" if self.off_hours(schedule, instant) else "nobody"), -1

    # ---- one level, one instant ----

    def on_level(self, rule, instant):
        """People, and whether somebody else may be there."""
        people, unread = {}, False
        for kind, target in rule["targets"]:
            if kind == "user":
                state = self.user_state(target)
                if state != NOBODY:
                    people.setdefault(target, state)
            elif target in self.schedules:
                more, hidden = self.on_schedule(self.schedules[target], instant)
                unread = unread or hidden
                for user, state in more.items():
                    people.setdefault(user, state)
            else:
                unread = unread or not self.data["complete"]["schedules"]
        return people, unread

    def level_state(self, rule, instant):
        people, unread = self.on_level(rule, instant)
        if LIVE in people.values():
            return LIVE
        return UNKNOWN if people or unread else NOBODY

    def level_states(self, policy, instant):
        key = policy["id"], instant
        if key not in self.memory:
            self.memory[key] = [self.level_state(rule, instant) for rule in policy["rules"]]
        return self.memory[key]

    # ---- one policy, one instant ----

    def answering(self, policy, instant):
        states = self.level_states(policy, instant)
        if LIVE in states:
            return states.index(LIVE)
        return -2 if UNKNOWN in states else -1

    def schedules_of(self, rules):
        return [self.schedules[target] for rule in rules for kind, target in rule["targets"]
                if kind != "user" and target in self.schedules]

    def all_off(self, rules, instant):
        schedules = self.schedules_of(rules)
        return bool(schedules) and all(self.off_hours(schedule, instant) for schedule in schedules)

    def policy_kind(self, policy, instant):
        level = self.answering(policy, instant)
        if level == -2:
            return "unknown", -1
        if level == -1:
            return ("offHours" if self.all_off(policy["rules"], instant) else "nobody"), -1
        if level == 0 or self.level_states(policy, instant)[0] != NOBODY:
            return None
        return ("offHours" if self.all_off(policy["rules"][:1], instant) else "caught"), level

    # ---- one service, one instant ----

    def in_maintenance(self, service, instant):
        return any(service["id"] in ids and start <= instant and (end is None or instant < end)
                   for start, end, ids in self.data["maintenance"])

    def service_kind(self, service, instant):
        policy = self.policies.get(service["policy"])
        if policy:
            kind = self.policy_kind(policy, instant)
        else:
            missing = service["policy"] and not self.data["complete"]["policies"]
            kind = ("unknown" if missing else "nobody"), -1
        if kind is None:
            return None
        if service["disabled"]:
            return "disabled", kind[1]
        return ("maintenance", kind[1]) if self.in_maintenance(service, instant) else kind

    def gaps(self, kind_at):
        return [[start, end, *kind, kind[0] in ("nobody", "caught") and end - start >= self.data["minGap"]]
                for start, end, kind in runs(self.instants, self.window[1], kind_at) if kind]
