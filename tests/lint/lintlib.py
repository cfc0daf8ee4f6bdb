# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lints share: the files of the tree, C++ without comments and strings, and one way to report.

A lint is a module with `check(tree) -> list of Violation` and `BAD`, a list of (files, expected rules):
trees that must be objected to. `run` proves the lint on those first, so that a lint that finds nothing is
one that looked.
"""
import argparse
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

SKIPPED_FOLDERS = {".git", "build", "node_modules", "__pycache__"}
CPP = (".cpp", ".h")


@dataclass(frozen=True)
class Violation:
    path: str
    line: int
    rule: str


class Tree:
    """Files by path relative to the root; read on demand, or given (for self-tests)."""

    def __init__(self, root=None, files=None):
        self._root = Path(root) if root else None
        self._files = dict(files or {})
        self.paths = sorted(self._files) if root is None else sorted(_paths_of(self._root))

    def bytes(self, path):
        if path not in self._files:
            self._files[path] = (self._root / path).read_bytes()
        content = self._files[path]
        return content.encode() if isinstance(content, str) else content

    def text(self, path):
        return self.bytes(path).decode("utf-8", "replace")

    def lines(self, path):
        return self.text(path).splitlines()

    def under(self, *folders, suffixes=CPP):
        return [p for p in self.paths if p.endswith(suffixes) and p.startswith(tuple(f + "/" for f in folders))]


def _paths_of(root):
    try:
        listed = subprocess.run(["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                                check=True, capture_output=True).stdout.decode().split("\0")
        return [p for p in listed if p and (root / p).is_file()]
    except (OSError, subprocess.CalledProcessError):
        pass  # an exported tree
    found = []
    for folder, subfolders, files in os.walk(root):
        subfolders[:] = [s for s in subfolders if s not in SKIPPED_FOLDERS]
        found += [str((Path(folder) / f).relative_to(root)) for f in files]
    return found


_TOKENS = re.compile(
    r'R"(?P<delimiter>[^()\\\s]{0,16})\((?:.|\n)*?\)(?P=delimiter)"'
    r'|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])*'"
    r"|//[^\n]*"
    r"|/\*(?:.|\n)*?\*/")


def code_of(text):
    """C++ source in which comments are blank and literals empty; lines keep their numbers."""
    def blank(match):
        token = match.group(0)
        newlines = "\n" * token.count("\n")
        return '""' + newlines if token[0] in "\"'R" else newlines
    return _TOKENS.sub(blank, text)


def _prove(check, bad):
    for number, (files, expected) in enumerate(bad):
        found = sorted({v.rule for v in check(Tree(files=files))})
        if found != sorted(set(expected)):
            sys.exit(f"self-test {number}: expected {sorted(set(expected))}, found {found}")


def run(check, bad, describe, at_least=1):
    """Command line of every lint. `describe` counts what was looked at, so that an empty tree fails."""
    parser = argparse.ArgumentParser()
    parser.add_argument("root")
    tree = Tree(parser.parse_args().root)
    _prove(check, bad)
    looked_at = describe(tree)
    if looked_at < at_least:
        sys.exit(f"looked at {looked_at} files only: this lint is blind")
    violations = check(tree)
    for v in violations:
        print(f"{v.path}:{v.line}: {v.rule}")
    print(f"{looked_at} files, {len(violations)} violations")
    sys.exit(1 if violations else 0)
