# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a `.pdsnap`, and judges its request log against what the vendor documents."""
import json
import re
import zipfile
from urllib.parse import parse_qsl, urlsplit

PAGING = {"offset": {"limit", "offset", "total"}, "cursor": {"limit", "cursor"}}


def read(archive):
    """(manifest, request log)"""
    with zipfile.ZipFile(archive) as file:
        manifest = json.loads(file.read("manifest.json"))
        log = [json.loads(line) for line in file.read("requests.jsonl").splitlines() if line.strip()]
    return manifest, log


class Endpoints:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            rows = json.load(file)["endpoints"]
        self._rows = [(re.compile("".join("[^/]+" if part.startswith("{") else re.escape(part)
                                          for part in re.split(r"(\{[^}]+\})", row["path"]))), row) for row in rows]

    def of(self, method, path):
        """The documented endpoint, a literal path before one with placeholders."""
        matches = [row for pattern, row in self._rows if row["method"] == method and pattern.fullmatch(path)]
        return min(matches, key=lambda row: row["path"].count("{"), default=None)

    def objections(self, method, target):
        """What is wrong with sending `target` (path and query); an empty list when nothing is."""
        parts = urlsplit(target)
        row = self.of(method, parts.path)
        if not row:
            return [f"{method} {parts.path}: no such endpoint"]
        known = set(row["query"]) | PAGING.get(row["pagination"], set())
        if row["pagination"] == "offset" and not row["total_param"]:
            known.discard("total")
        wrong = []
        for name, value in parse_qsl(parts.query, keep_blank_values=True):
            if name == "include[]":
                if value not in row["include"]:
                    wrong.append(f"{row['path']}: include[]={value} is not documented")
            elif name not in known:
                wrong.append(f"{row['path']}: query parameter {name} is not documented")
        return wrong


def undocumented_requests(endpoints, log):
    return sorted({text for request in log for text in endpoints.objections(request["method"], request["path"])})


def misunderstood_answers(log):
    """Requests that were refused, and answers that were not understood."""
    wrong = []
    for request in log:
        where = f"{request['method']} {request['path']}"
        if not 200 <= request["status"] < 300:
            wrong.append(f"{where}: refused with {request['status']}")
        elif request["result"] != "answered":
            wrong.append(f"{where}: the example answer is {request['result']}")
        elif request["unreadableRows"]:
            wrong.append(f"{where}: rows {request['unreadableRows']} of the example answer are not understood")
    return wrong
