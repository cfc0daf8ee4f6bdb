# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Load, overlaps and single points of failure, counted stretch by stretch."""

from coverage_account import LIVE, runs


def measured(account, user):
    schedules = account.data["schedules"]
    end = account.window[1]

    def duties(instant):
        return tuple(index for index, schedule in enumerate(schedules) if user in account.on_schedule(schedule, instant)[0])

    stretches = runs(account.instants, end, duties)
    load = sum(stop - start for start, stop, on in stretches if on)
    scheduled = sum((stop - start) * len(on) for start, stop, on in stretches)
    shifts, overlaps = 0, []
    for first in range(len(schedules)):
        alone = runs(account.instants, end, lambda at, index=first: index in duties(at))
        shifts += sum(1 for run in alone if run[2])
        for second in range(first + 1, len(schedules)):
            both = runs(account.instants, end, lambda at, pair=(first, second): set(pair) <= set(duties(at)))
            overlaps += [[start, stop, first, second] for start, stop, on in both if on]
    return {"id": user, "load": load, "scheduled": scheduled, "shifts": shifts, "overlaps": sorted(overlaps)}


def alone_on(account, policy, instant):
    """The only person on call on any level; None when there is nobody, somebody else, or perhaps somebody else."""
    everybody = {}
    for rule in policy["rules"]:
        people, unread = account.on_level(rule, instant)
        if unread:
            return None
        everybody.update(people)
    return next(iter(everybody)) if list(everybody.values()) == [LIVE] else None


def sole_cover(account):
    """{user: [[policy index, seconds, first], ...]} and {user: [service index, ...]}."""
    covers, risks = {}, {}
    for index, policy in enumerate(account.data["policies"]):
        services = [number for number, service in enumerate(account.data["services"])
                    if service["policy"] == policy["id"] and not service["disabled"]]
        if not services:
            continue
        for start, end, user in runs(account.instants, account.window[1], lambda at, one=policy: alone_on(account, one, at)):
            if user is None or end - start < account.data["minGap"]:
                continue
            rows = covers.setdefault(user, [])
            if not rows or rows[-1][0] != index:
                rows.append([index, 0, start])
                risks.setdefault(user, []).extend(services)
            rows[-1][1] += end - start
    return covers, risks
