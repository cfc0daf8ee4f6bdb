# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree works on any machine: no package mirror, no registry and no folder of one machine is written in it."""
import re

from lintlib import Violation, run

BINARY = (".png", ".ico", ".pdsnap", ".zip", ".gz", ".qm", ".jar")
THIS = "tests/lint/places.py"
RULES = [
    ("package mirror", re.compile(r"\b(?:deb|ftp|security|snapshot|archive)\.(?:debian|ubuntu)\.(?:org|com)\b|^\s*deb(?:-src)?\s+(?:\[[^]]*\]\s*)?https?:")),
    ("package registry", re.compile(r"\bregistry\.[a-z0-9-]+\.[a-z]+|\bpypi\.org\b|[\"']?resolved[\"']?\s*:\s*[\"']https?:|^\s*(?:@[\w-]+:)?registry\s*=|_authToken|//[^/\s]*:_auth", re.IGNORECASE)),
    ("folder of one machine", re.compile(r"(?<![\w.$}~-])/(?:home/\w+|root/\w+|Users/\w+|work/\w+|mnt/\w+|workspace\b)|(?<![\w.-])/tmp/(?![\w-]*XXXX)\w+")),
]


def check(tree):
    found = []
    for path in tree.paths:
        if path == THIS or path.endswith(BINARY):
            continue
        for number, line in enumerate(tree.lines(path), 1):
            found += [Violation(path, number, rule) for rule, pattern in RULES if pattern.search(line)]
    return found


BAD = [
    ({"a.sh": "mmdebstrap trixie root http://deb.debian.org/debian\n"}, ["package mirror"]),
    ({"a.list": "deb [trusted=yes] https://mirror.example/debian trixie main\n"}, ["package mirror"]),
    ({"package-lock.json": '"resolved": "https://npm.example/x.tgz",\n'}, ["package registry"]),
    ({".npmrc": "registry=https://npm.example/\n"}, ["package registry"]),
    ({"a.md": "see /home/jane/inspector\n"}, ["folder of one machine"]),
    ({"a.cpp": 'open("/tmp/report.json");\n'}, ["folder of one machine"]),
    ({"a.cpp": 'get("/teams/work/members"); "$HOME/work/x"; mktemp /tmp/pdsi-XXXXXX\n'}, []),
]

if __name__ == "__main__":
    run(check, BAD, lambda tree: len(tree.paths), at_least=20)
