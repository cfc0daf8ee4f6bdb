#!/usr/bin/env python3
# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Judges a snapshot archive straight from the rules, sharing no code with the program under test.

judge.py FILE.pdsnap [--now ISO] [--set NAME=VALUE]...   prints {"controls": [...], "outcomes": [...]}
"""

import argparse
import json
import sys

from archive import load_archive
from facts import instant, set_parameter
from rules_audit import RULES as AUDIT
from rules_oncall import RULES as ON_CALL
from rules_people import RULES as PEOPLE
from rules_services import RULES as SERVICES
from verdict import CONTROL_COUNT, Verdicts, control_status

RULES = {**PEOPLE, **ON_CALL, **SERVICES, **AUDIT}


def judge(facts):
    controls, outcomes = [], []
    for control_id in range(1, CONTROL_COUNT + 1):
        verdicts = Verdicts(facts, control_id)
        RULES[control_id](facts, verdicts)
        controls.append({"id": control_id, "status": control_status(verdicts.outcomes)})
        outcomes += verdicts.outcomes
    return {"controls": controls, "outcomes": outcomes}


def utc(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def printable(judged):
    for outcome in judged["outcomes"]:
        outcome["gaps"] = [[utc(start), utc(end)] for start, end in outcome["gaps"]]
    return judged


def run(load, description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("file")
    parser.add_argument("--now", help="judge as of this instant instead of the recorded one")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE")
    arguments = parser.parse_args()
    facts = load(arguments.file, instant(arguments.now), arguments.set)
    json.dump(printable(judge(facts)), sys.stdout, indent=1)
    print()


def load(path, now, assignments):
    def change(parameters):
        for assignment in assignments:
            set_parameter(parameters, assignment)

    return load_archive(path, now, change)


if __name__ == "__main__":
    run(load, __doc__)
