# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file says whose it is and under which licence: in itself, or (data without comments) in a
`FILE.license` beside it or a `REUSE.toml` above it."""
import fnmatch
import tomllib

from lintlib import Violation, run

LICENCE = "GPL-3.0-or-later"
DATA_OF_OTHERS = {LICENCE, "CC0-1.0"}  # what a REUSE.toml may say of files that others wrote
HEAD = 15
EXEMPT = {"LICENSE"}
TEXT_MARK = "SPDX-License-Identifier: "
OWNER_MARK = "SPDX-FileCopyrightText: "


def says(text):
    lines = text.splitlines()[:HEAD]
    return any(OWNER_MARK in line for line in lines) and any(TEXT_MARK + LICENCE in line for line in lines)


def annotated(tree, path):
    """A REUSE.toml in a folder above speaks for the files its patterns name, relative to that folder."""
    parts = path.split("/")
    for depth in range(len(parts)):
        folder = "".join(part + "/" for part in parts[:depth])
        if folder + "REUSE.toml" not in tree.paths:
            continue
        for annotation in tomllib.loads(tree.text(folder + "REUSE.toml")).get("annotations", []):
            patterns = annotation["path"] if isinstance(annotation["path"], list) else [annotation["path"]]
            if (annotation.get("SPDX-License-Identifier") in DATA_OF_OTHERS and annotation.get("SPDX-FileCopyrightText")
                    and any(fnmatch.fnmatchcase(path[len(folder):], p) for p in patterns)):
                return True
    return False


def check(tree):
    found = []
    for path in tree.paths:
        if path in EXEMPT or path.endswith(".license") or says(tree.text(path)):
            continue
        beside = path + ".license"
        if not (beside in tree.paths and says(tree.text(beside))) and not annotated(tree, path):
            found.append(Violation(path, 1, f"no SPDX lines ({OWNER_MARK.strip()} and {TEXT_MARK}{LICENCE}) here, "
                                            "in FILE.license, or in a REUSE.toml"))
    return found


NONE = [f"no SPDX lines ({OWNER_MARK.strip()} and {TEXT_MARK}{LICENCE}) here, in FILE.license, or in a REUSE.toml"]
GOOD = f"// {OWNER_MARK}x\n// {TEXT_MARK}{LICENCE}\n"
TOML = GOOD.replace("//", "#") + """version = 1
[[annotations]]
path = "*.json"
SPDX-FileCopyrightText = "x"
SPDX-License-Identifier = "GPL-3.0-or-later"
"""
BAD = [
    ({"a.cpp": "int main() {}\n"}, NONE),
    ({"a.cpp": f"// {OWNER_MARK}x\n"}, NONE),
    ({"a.cpp": GOOD.replace(LICENCE, "MIT")}, NONE),
    ({"data/a.csv": "1\n", "data/REUSE.toml": TOML}, NONE),
    ({"a.json": "{}\n", "data/REUSE.toml": TOML}, NONE),
    ({"data/a.json": "{}\n", "data/REUSE.toml": TOML.replace('r = "GPL-3.0-or-later"', 'r = "MIT"')}, NONE),
    ({"data/a.json": "{}\n", "data/REUSE.toml": TOML.replace('r = "GPL-3.0-or-later"', 'r = "CC0-1.0"')}, []),
    ({"a.cpp": GOOD, "data/a.json": "{}\n", "data/REUSE.toml": TOML, "b.png": "x", "b.png.license": GOOD}, []),
]

if __name__ == "__main__":
    run(check, BAD, lambda tree: len(tree.paths), at_least=20)
