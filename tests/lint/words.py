# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One meaning a word: no class that only manages, helps or handles; no `switch` on a control's id."""
import re

from lintlib import Violation, code_of, run

SUFFIX = r"(?:Manager|Helpers?|Utils?|Handler|Processor)"
CLASS = re.compile(r"^\s*(?:class|struct|namespace)\s+(?:\[\[\w+\]\]\s*)?(\w*?" + SUFFIX + r")\b(?!\s*;)", re.IGNORECASE)
FILE = re.compile(r"(?:^|/)\w*(?:manager|helpers?|utils?|handler|processor)\.(?:cpp|h|py)$")
SWITCH = re.compile(r"\bswitch\s*\([^{]*?(?:\bcontrolId\b|\bcontrol_id\b|\b(?:control|info|result)(?:\.|->)(?:info\.)?id\b)")


def check(tree):
    found = []
    for path in tree.under("core", "ui", "app", "tests", suffixes=(".cpp", ".h", ".py")):
        if FILE.search(path):
            found.append(Violation(path, 1, "file named after a suffix that says nothing"))
        if path.endswith(".py"):
            continue
        for number, line in enumerate(code_of(tree.text(path)).split("\n"), 1):
            match = CLASS.match(line)
            if match:
                found.append(Violation(path, number, f"suffix that says nothing ({match.group(1)})"))
            if SWITCH.search(line):
                found.append(Violation(path, number, "switch on a control id: controls are registered data"))
    return found


BAD = [
    ({"core/a.h": "class SnapshotManager {\n};\n"}, ["suffix that says nothing (SnapshotManager)"]),
    ({"core/a.h": "namespace stringutils {\n}\nclass QSignalManager;\n"}, ["suffix that says nothing (stringutils)"]),
    ({"tests/requesthandler.cpp": "\n"}, ["file named after a suffix that says nothing"]),
    ({"core/a.cpp": "switch (outcome.controlId) {\n", "ui/b.cpp": "switch (m_info.kind) {\n"},
     ["switch on a control id: controls are registered data"]),
    ({"core/a.cpp": "switch (control.info.id) {\n"}, ["switch on a control id: controls are registered data"]),
]

if __name__ == "__main__":
    run(check, BAD, lambda tree: len(tree.under("core", "ui", "app", "tests")), at_least=20)
