# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the real program against the vendor's OpenAPI document, served by Stoplight Prism: Prism refuses what
the document does not allow and answers with the document's own examples.

Prism keeps no state and the document contradicts itself in places; `ERRATA` lists each correction to the
copy that is served, and why. Exits 77 (skipped) when the document or Prism is absent.
"""
import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import requestlog

SKIP = 77
UNUSED_KEY = "x" * 16 + "0000"


def single_vendor(document):
    """GET /vendors/{id} declares one vendor; its example is a list that holds one."""
    for example in examples(document, "/vendors/{id}", "get"):
        if isinstance(example.get("vendor"), list):
            example["vendor"] = example["vendor"][0]


def sso_flag(document):
    """created_via_sso is a boolean; the example of GET /users/me has the text "true," there."""
    for example in examples(document, "/users/me", "get"):
        if isinstance(example.get("user", {}).get("created_via_sso"), str):
            example["user"]["created_via_sso"] = True


def change_event_times(document):
    """since and until of /change_events carry the text YYYY-MM-DDThh:mm:ssZ as a regular expression,
    which no time matches."""
    for name in ("change_since", "change_until"):
        document["components"]["parameters"][name]["schema"].pop("pattern", None)


def last_pages(document):
    """Example pages that announce a next page would announce it for ever."""
    for path in document["paths"]:
        for example in examples(document, path, "get"):
            if example.get("more") is True:
                example["more"] = False
            if example.get("next_cursor"):
                example["next_cursor"] = None


ERRATA = [single_vendor, sso_flag, change_event_times, last_pages]

def examples(document, path, method):
    """The example bodies of the successful answers of an operation."""
    for status, response in document["paths"][path].get(method, {}).get("responses", {}).items():
        if not status.startswith("2"):
            continue
        if "$ref" in response:
            response = document["components"]["responses"][response["$ref"].rsplit("/", 1)[1]]
        content = response.get("content", {}).get("application/json", {})
        bodies = [content.get("example")] + [e.get("value") for e in content.get("examples", {}).values()]
        yield from (body for body in bodies if isinstance(body, dict))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_listening(process, port, seconds=60):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return True
        except OSError:
            time.sleep(0.1)
    return False


def audit(program, port, folder):
    """Collects from Prism and returns the archive."""
    archive = folder / "contract.pdsnap"
    environment = {**os.environ, "PAGERDUTY_API_KEY": UNUSED_KEY, "HOME": str(folder), "TZ": "UTC",
                   "XDG_DATA_HOME": str(folder / "data"), "XDG_CONFIG_HOME": str(folder / "config")}
    result = subprocess.run(
        [program, "--base-url", f"http://127.0.0.1:{port}", "--fresh", "--include-analytics", "--progress", "never",
         "--save-snapshot", str(archive), "--output", str(folder / "report.json")],
        env=environment, capture_output=True, text=True, timeout=180)
    print(result.stdout + result.stderr, end="")
    if result.returncode not in (0, 4):
        raise SystemExit(f"the program ended with {result.returncode}")
    return archive


def judge(archive, table, server_log):
    manifest, log = requestlog.read(archive)
    wrong = requestlog.undocumented_requests(requestlog.Endpoints(table), log)
    wrong += requestlog.misunderstood_answers(log)
    wrong += sorted({line.split("Violation: ")[1].strip() for line in server_log.splitlines() if "Violation: request" in line})
    states = {row["kind"]: row["state"] for row in manifest["collection"]["resources"]}
    print(f"{len(log)} requests to {len({r['resource'] for r in log})} kinds; states: {states}")
    print(*wrong, sep="\n")
    return wrong or not log


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--contract", required=True, type=Path)
    parser.add_argument("--node-modules", required=True, type=Path)
    arguments = parser.parse_args()
    prism = arguments.node_modules / ".bin" / "prism"
    openapi = arguments.contract / "pagerduty-openapi.json"
    for needed, there in ((openapi.name, openapi.is_file()), ("prism (npm ci)", prism.exists()), ("node", shutil.which("node"))):
        if not there:
            print(f"skipped: {needed} is not here")
            return SKIP

    document = json.loads(openapi.read_text(encoding="utf-8"))
    for erratum in ERRATA:
        erratum(document)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "openapi.json").write_text(json.dumps(document), encoding="utf-8")
        port = free_port()
        with open(folder / "prism.log", "w", encoding="utf-8") as server_log:
            server = subprocess.Popen([str(prism), "mock", "-h", "127.0.0.1", "-p", str(port), str(folder / "openapi.json")],
                                      stdout=server_log, stderr=subprocess.STDOUT)
        try:
            if not wait_until_listening(server, port):
                raise SystemExit("Prism did not start: " + (folder / "prism.log").read_text(encoding="utf-8")[-2000:])
            archive = audit(arguments.program, port, folder)
        finally:
            server.terminate()
            server.wait()
        log = (folder / "prism.log").read_text(encoding="utf-8", errors="replace")
        return 1 if judge(archive, arguments.contract / "pagerduty-endpoints.json", log) else 0


if __name__ == "__main__":
    sys.exit(main())
