# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The contract checks object to what they must: on an archive and a table written here."""
import json
import tempfile
import unittest
import zipfile
from pathlib import Path

import requestlog

TABLE = {"endpoints": [
    {"method": "GET", "path": "/users", "pagination": "offset", "total_param": True, "query": ["query"], "include": ["teams"]},
    {"method": "GET", "path": "/users/{id}", "pagination": "none", "total_param": False, "query": [], "include": []},
    {"method": "GET", "path": "/users/me", "pagination": "none", "total_param": False, "query": [], "include": ["teams"]},
]}


def request(path, status=200, result="answered", rows=()):
    return {"method": "GET", "path": path, "status": status, "result": result, "unreadableRows": list(rows)}


class ContractChecks(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        (self.folder / "table.json").write_text(json.dumps(TABLE), encoding="utf-8")
        self.endpoints = requestlog.Endpoints(self.folder / "table.json")

    def test_archive_is_read(self):
        archive = self.folder / "a.pdsnap"
        with zipfile.ZipFile(archive, "w") as file:
            file.writestr("manifest.json", '{"formatVersion": 1}')
            file.writestr("requests.jsonl", json.dumps(request("/users")) + "\n")
        manifest, log = requestlog.read(archive)
        self.assertEqual(manifest["formatVersion"], 1)
        self.assertEqual(requestlog.undocumented_requests(self.endpoints, log), [])

    def test_documented_requests_pass(self):
        for path in ("/users?include[]=teams&limit=100&offset=0&total=true&query=a", "/users/me?include[]=teams", "/users/P1"):
            self.assertEqual(self.endpoints.objections("GET", path), [], path)

    def test_undocumented_requests_do_not(self):
        for path, what in (("/user", "no such endpoint"), ("/users?include[]=secrets", "include[]=secrets"),
                           ("/users?since=2026-01-01T00:00:00Z", "parameter since"), ("/users/P1?limit=100", "parameter limit"),
                           ("/users/P1?include[]=teams", "include[]=teams")):
            self.assertIn(what, "".join(self.endpoints.objections("GET", path)), path)
        self.assertIn("no such endpoint", self.endpoints.objections("POST", "/users")[0])

    def test_answers(self):
        self.assertEqual(requestlog.misunderstood_answers([request("/users")]), [])
        for bad in (request("/users", 422, "refused"), request("/users", 200, "unreadable"), request("/users", rows=[0])):
            self.assertEqual(len(requestlog.misunderstood_answers([bad])), 1, bad)


if __name__ == "__main__":
    unittest.main()
