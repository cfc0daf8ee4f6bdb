#!/usr/bin/env python3
# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the verdicts of a JSON report with those of a judge. Exit 1 on any difference.

compare.py REPORT.json JUDGED.json
"""

import argparse
import json
import sys
from collections import Counter

COVERAGE_CONTROL = 8
WITHOUT_COMMON_IDS = ("api_token",)  # the rules give tokens no id of their own


def seconds(text):
    return text[:19]


def rows(outcomes):
    """(outcomes on whole classes, outcomes on resources with what is compared of them)."""
    classes, resources = set(), Counter()
    for outcome in outcomes:
        resource = outcome.get("resource") or outcome
        kind, resource_id = resource["kind"], resource["id"]
        reason = outcome.get("reason") if outcome["status"] == "notDetermined" else None
        on_class = resource_id == "*" or (kind == "account" and outcome["status"] == "notDetermined")
        if on_class:
            classes.add((outcome["controlId"], outcome["status"], reason or ""))
            continue
        if kind == "account":
            resource_id = "account"
        if kind in WITHOUT_COMMON_IDS:
            resource_id = ""
        gaps = ()
        if outcome["controlId"] == COVERAGE_CONTROL:
            gaps = tuple(sorted(gap_times(gap) for gap in outcome.get("gaps") or []))
        resources[(outcome["controlId"], kind, resource_id, outcome["status"], reason or "", gaps)] += 1
    return classes, resources


def gap_times(gap):
    start, end = (gap["start"], gap["end"]) if isinstance(gap, dict) else gap
    return seconds(start), seconds(end)


def shown(row):
    control_id, kind, resource_id, status, reason, gaps = row
    text = f"control {control_id} {kind} {resource_id or '(any)'}: {status}{' ' + reason if reason else ''}"
    if gaps:
        text += " gaps " + ", ".join(f"{start}..{end}" for start, end in gaps[:5])
        text += f" and {len(gaps) - 5} more" if len(gaps) > 5 else ""
    return text


def differences(report, judged, names=("report", "judge")):
    """Readable lines, empty when both say the same."""
    lines = []
    statuses = [{control["id"]: control["status"] for control in each["controls"]} for each in (report, judged)]
    for control_id in sorted(set(statuses[0]) | set(statuses[1])):
        first, second = (each.get(control_id, "absent") for each in statuses)
        if first != second:
            lines.append(f"control {control_id} status: {names[0]} {first}, {names[1]} {second}")
    classes, resources = zip(rows(report["outcomes"]), rows(judged["outcomes"]))
    for name, only in ((names[0], classes[0] - classes[1]), (names[1], classes[1] - classes[0])):
        lines += [f"only {name}: control {row[0]} whole class: {row[1]} {row[2]}" for row in sorted(only)]
    for name, only in ((names[0], resources[0] - resources[1]), (names[1], resources[1] - resources[0])):
        lines += [f"only {name}: {shown(row)}" + (f" x{count}" if count > 1 else "")
                  for row, count in sorted(only.items())]
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("report")
    parser.add_argument("judged")
    arguments = parser.parse_args()
    with open(arguments.report, encoding="utf-8") as first, open(arguments.judged, encoding="utf-8") as second:
        lines = differences(json.load(first), json.load(second))
    print("\n".join(lines) if lines else "same verdicts")
    sys.exit(1 if lines else 0)


if __name__ == "__main__":
    main()
