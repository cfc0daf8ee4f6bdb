#!/usr/bin/env python3
# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Works out coverage, recomputed schedules and paging paths of random accounts by asking about single instants, and
compares them to the second with what the engine made of the same accounts by interval algebra."""

import argparse
import json
import subprocess
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

from coverage_account import Account, runs
from coverage_paging import Incident, worst
from coverage_people import measured, sole_cover

SCHEDULES_PER_ACCOUNT = 5


class Comparison:
    def __init__(self, seed):
        self.seed, self.counts, self.errors = seed, Counter(), []

    def same(self, what, ours, theirs):
        self.counts[what.split()[0]] += 1
        if ours != theirs:
            self.errors.append(f"seed {self.seed}: {what}\n  oracle {ours}\n  engine {theirs}")


def overlapping(schedule, window):
    start, end = max(schedule["rendered"][0], window[0]), min(schedule["rendered"][1], window[1])
    cut = sorted((max(entry[0], start), min(entry[1], end)) for entry in schedule["overrides"])
    cut = [entry for entry in cut if entry[0] < entry[1]]
    return any(after[0] < before[1] for before, after in zip(cut, cut[1:]))


def compare_recomputed(comparison, account, result):
    for schedule, theirs in zip(account.data["schedules"], result["recomputed"]):
        name = schedule["id"]
        if schedule["shiftBased"] or overlapping(schedule, account.window):
            comparison.same(f"refusal {name}", "shiftBased" if schedule["shiftBased"] else "overlap", theirs["not"])
            continue
        comparison.same(f"refusal {name}", None, theirs["not"])
        first, last = account.recomputed(schedule, True), account.recomputed(schedule, False)
        wrong = [sum(end - start for start, end, *_ in answer[1]) for answer in (first, last)]
        entries, differences = last if wrong[1] < wrong[0] else first
        comparison.same(f"entries {name}", entries, theirs["entries"])
        comparison.same(f"difference-lists {name}", differences, theirs["differences"])
        comparison.same(f"order {name}", wrong[1] >= wrong[0], theirs["firstWins"])


def compare_gaps(comparison, account, result):
    data = account.data
    for row, theirs in zip(data["schedules"], result["schedules"]):
        comparison.same(f"schedule-gaps {row['id']}", account.gaps(lambda at, one=row: account.schedule_kind(one, at)), theirs)
    for row, theirs in zip(data["policies"], result["policies"]):
        stretches = runs(account.instants, account.window[1], lambda at, one=row: account.answering(one, at))
        comparison.same(f"stretches {row['id']}", stretches, theirs["stretches"])
        comparison.same(f"policy-gaps {row['id']}", account.gaps(lambda at, one=row: account.policy_kind(one, at)),
                        theirs["gaps"])
    for row, theirs in zip(data["services"], result["services"]):
        comparison.same(f"service-gaps {row['id']}", account.gaps(lambda at, one=row: account.service_kind(one, at)), theirs)


def judged_schedule_gap(account, schedule, gap):
    """The worst of what becomes of it on the policies that use the schedule."""
    start, end, kind, level, counted = gap
    using = [policy for policy in account.data["policies"] if schedule in account.schedules_of(policy["rules"])]
    if kind != "nobody" or not using:
        return gap
    inside = [start] + [at for at in account.instants if start < at < end]
    answers = {account.answering(policy, at) for policy in using for at in inside}
    if -1 in answers:
        return gap
    if -2 in answers:
        return [start, end, "unknown", -1, False]
    return [start, end, "caught", max(answers), counted]


def compare_gap_list(comparison, account, result):
    rows = []
    for index, schedule in enumerate(account.data["schedules"]):
        for gap in account.gaps(lambda at, one=schedule: account.schedule_kind(one, at)):
            gap = judged_schedule_gap(account, schedule, gap)
            rows.append([*gap[:2], 0, index, *gap[2:]])
    for index, service in enumerate(account.data["services"]):
        rows += [[*gap[:2], 1, index, *gap[2:]]
                 for gap in account.gaps(lambda at, one=service: account.service_kind(one, at))]
    comparison.same("gap-list", sorted(rows, key=lambda row: (row[0], row[2], row[3])), result["gapList"])


def compare_people(comparison, account, result):
    covers, risks = sole_cover(account)
    for theirs in result["people"]:
        ours = measured(account, theirs["id"])
        ours["sole"], ours["atRisk"] = covers.get(theirs["id"], []), sorted(risks.get(theirs["id"], []))
        theirs["overlaps"] = sorted(theirs["overlaps"])
        comparison.same(f"person {theirs['id']}", ours, theirs)


def compare_paths(comparison, account, result):
    for theirs in result["paths"]:
        service = account.services[theirs["service"]]
        path = Incident(account, service, theirs["at"])
        for step in path.steps + theirs["steps"]:
            step["people"].sort(key=lambda person: person["id"])
        ours = {"service": service["id"], "at": path.at, "end": path.end, "urgency": path.urgency, "certain": path.certain,
                "notice": path.notice, "human": path.human, "steps": path.steps}
        comparison.same(f"path {service['id']} {path.at}", ours, theirs)
    for service, theirs in zip(account.data["services"], result["worst"]):
        comparison.same(f"worst {service['id']}", worst(account, service), theirs)


def compare(line):
    document = json.loads(line)
    comparison = Comparison(document["seed"])
    account, result = Account(document["input"]), document["result"]
    for part in (compare_recomputed, compare_gaps, compare_gap_list, compare_people, compare_paths):
        part(comparison, account, result)
    return comparison


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True, help="export-coverage")
    parser.add_argument("--schedules", type=int, default=1_000, help="how many random schedules")
    parser.add_argument("--first", type=int, default=1, help="first seed; an account has %d schedules" % SCHEDULES_PER_ACCOUNT)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    accounts = -(-options.schedules // SCHEDULES_PER_ACCOUNT)
    exported = subprocess.run([options.program, str(options.first), str(options.first + accounts - 1)],
                              check=True, capture_output=True, text=True).stdout.splitlines()
    if len(exported) != accounts:
        sys.exit(f"{accounts} accounts were asked for, {len(exported)} came")
    counts, errors = Counter(), []
    with ProcessPoolExecutor(options.jobs) as pool:
        for comparison in pool.map(compare, exported, chunksize=4):
            counts += comparison.counts
            errors += comparison.errors
    for error in errors[:20]:
        print(error)
    print(f"{accounts * SCHEDULES_PER_ACCOUNT} schedules in {accounts} accounts: "
          + ", ".join(f"{count} {what}" for what, count in sorted(counts.items())))
    print(f"{len(errors)} mismatches")
    return 1 if errors or not counts["entries"] or not counts["path"] else 0


if __name__ == "__main__":
    sys.exit(main())
