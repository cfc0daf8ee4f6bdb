# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints a JSON report as a table of controls for a terminal."""
import json
import sys

WORDS = {"pass": "pass", "fail": "FAIL", "notDetermined": "not determined", "manual": "manual",
         "notApplicable": "not applicable", "error": "ERROR"}


def main(path):
    with open(path, encoding="utf-8") as file:
        report = json.load(file)
    print(f"{'':>4} {'control':<44} {'severity':<9} {'status':<15} findings")
    for control in report["controls"]:
        open_findings = control["counts"]["fail"] - control["waived"]
        print(f"{control['id']:>4} {control['title'][:44]:<44} {control['severity']:<9} "
              f"{WORDS.get(control['status'], control['status']):<15} {open_findings or ''}")
    score = report["summary"]["score"]["overall"]
    print(f"\nscore {'-' if score is None else round(score)} of 100, as of {report['assessment']['asOf']}")


if __name__ == "__main__":
    main(sys.argv[1])
