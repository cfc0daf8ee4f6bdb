#!/usr/bin/env python3
# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the program against generated accounts and holds its verdicts against the independent judge.

run_oracle.py --bin FOLDER [--seeds 1-25]            verdicts equal, from the archive and from the account's own truth
run_oracle.py --bin FOLDER --archives 1-200          verdicts equal on archives of odd and half-read accounts
run_oracle.py --bin FOLDER --faults [--sample N]     no fault invents a verdict
run_oracle.py --bin FOLDER --seal                    no secret is kept, nobody else can read, a killed run resumes
"""

import argparse
import random
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import seal
from archive import load_archive
from compare import differences
from faults import HARMLESS, all_faults, invented
from judge import judge, printable
from oddaccount import OddAccount
from programs import NOW, FakeAccount, Programs, Run, collect
from raw_judge import load_model
from facts import instant, set_parameter

AUDITED = (0, 4)  # the audit ran; 4 says that something could not be read
VARIED = ("scheduleCoverageDays=45", "minGapSeconds=1", "minParticipants=3", "apiKeyMaxAgeDays=40", "maxAdminPercent=30",
          "auditRetentionDays=120", "dependencyDepth=business", "criticalServices=supports-business-service",
          "minServicesForUrgency=1", "changeEventLookbackDays=7", "incidentLookbackDays=3", "auditRetentionDays=400")


def settings(seed):
    """Every third seed runs with other parameters than the defaults."""
    return random.Random(seed).sample(VARIED, 2) if seed % 3 == 0 else []


def check_seed(programs, seed):
    lines, changed = [], settings(seed)
    if len({each.split("=")[0] for each in changed}) < len(changed):
        changed = changed[:1]
    flags = [part for each in changed for part in ("--set", each)]

    def change(parameters):
        for each in changed:
            set_parameter(parameters, each)

    with FakeAccount(programs, f"random:{seed}", name=f"seed{seed}") as fake:
        run, archive = collect(programs, fake, f"seed{seed}", *flags)
        if run.code not in AUDITED:
            return [f"exit {run.code}: {run.errors.strip()}"]
        report = run.report()
        judged = {"archive judge": judge(load_archive(archive)),
                  "account judge": judge(load_model(fake.model, instant(NOW), changed))}
        again = Run(programs, f"seed{seed}.again", ["--snapshot", str(archive), *flags]).finish()
    for name, verdicts in judged.items():
        lines += differences(report, printable(verdicts), ("report", name))
    if again.code not in AUDITED:
        return lines + [f"--snapshot: exit {again.code}: {again.errors.strip()}"]
    for member in ("controls", "outcomes"):
        if again.report()[member] != report[member]:
            lines.append(f"{member} of the archive differ from those of the live report")
    return lines


def check_archive(programs, seed):
    archive = programs.work / f"odd{seed}.pdsnap"
    OddAccount(seed).save(archive)
    run = Run(programs, f"odd{seed}", ["--snapshot", str(archive)]).finish()
    if run.code not in AUDITED:
        return [f"exit {run.code}: {run.errors.strip()[-300:]}"]
    return differences(run.report(), printable(judge(load_archive(archive))))


def check_fault(programs, account, healthy, number, kind, pattern):
    name = f"fault{number}"
    with FakeAccount(programs, account, [f"{kind}@{pattern}"], name=name) as fake:
        run, archive = collect(programs, fake, name)
    if run.code not in AUDITED:
        return [f"exit {run.code}: {run.errors.strip()[-300:]}"]
    lines = invented(healthy, run.report(), kind, pattern)
    judged = printable(judge(load_archive(archive)))
    theirs = {control["id"]: control["status"] for control in run.report()["controls"]}
    lines += [f"control {each['id']} status: report {theirs[each['id']]}, archive judge {each['status']}"
              for each in judged["controls"] if not as_careful(theirs[each["id"]], each["status"])]
    return lines


def as_careful(reported, judged):
    """Where something was not read, the program may hold back, or keep a failure of the healthy run, where the judge
    does otherwise; new failures are looked for apart."""
    return reported == judged or (reported in ("notDetermined", "fail") and judged != "error")


def check_harmless(programs, account, healthy, number, fault):
    name = f"harmless{number}"
    with FakeAccount(programs, account, [fault], name=name) as fake:
        run, _ = collect(programs, fake, name)
    if run.code not in AUDITED:
        return [f"exit {run.code}: {run.errors.strip()[-300:]}"]
    return differences(run.report(), healthy, ("faulty", "healthy"))


def run_faults(programs, arguments):
    account = arguments.account or "sample"
    with FakeAccount(programs, account, name="healthy") as fake:
        run, _ = collect(programs, fake, "healthy")
        healthy = run.report()
    faults, harmless = all_faults(), list(HARMLESS)
    if arguments.sample:
        chooser = random.Random(arguments.sample_seed)
        faults, harmless = chooser.sample(faults, arguments.sample), chooser.sample(harmless, 2)
    if arguments.only:
        faults = [fault for fault in faults if arguments.only in "@".join(fault)]
        harmless = [fault for fault in harmless if arguments.only in fault]
    with ThreadPoolExecutor(arguments.jobs) as pool:
        runs = [(f"{kind}@{pattern}", pool.submit(check_fault, programs, account, healthy, number, kind, pattern))
                for number, (kind, pattern) in enumerate(faults)]
        runs += [(fault, pool.submit(check_harmless, programs, account, healthy, number, fault))
                 for number, fault in enumerate(harmless)]
        return report_all(runs)


def report_all(runs):
    bad = 0
    for name, future in runs:
        lines = future.result()
        bad += bool(lines)
        for line in lines:
            print(f"{name}: {line}", flush=True)
    print(f"{len(runs)} runs, {bad} with differences")
    return bad == 0


def seeds_of(text):
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True, help="folder of the built programs")
    parser.add_argument("--seeds", default="1-25")
    parser.add_argument("--archives", help="seeds of odd archives, e.g. 1-200")
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("--seal", action="store_true")
    parser.add_argument("--account", help="account of the fault and seal runs")
    parser.add_argument("--sample", type=int, default=0, help="run this many faults instead of all")
    parser.add_argument("--sample-seed", type=int, default=1)
    parser.add_argument("--only", help="only faults whose text holds this")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", help="work in this folder and leave it there")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        programs = Programs(arguments.bin, arguments.keep or folder)
        programs.work.mkdir(exist_ok=True)
        if arguments.seal:
            good = report_all(seal.checks(programs, arguments.account))
        elif arguments.faults:
            good = run_faults(programs, arguments)
        else:
            check, seeds = (check_archive, arguments.archives) if arguments.archives else (check_seed, arguments.seeds)
            with ThreadPoolExecutor(arguments.jobs) as pool:
                good = report_all([(f"seed {seed}", pool.submit(check, programs, seed)) for seed in seeds_of(seeds)])
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
