# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the fake account and the command line program, each in folders of its own."""

import json
import os
import subprocess
from pathlib import Path

NOW = "2026-10-19T08:00:00Z"
API_KEY = "oracleoraclekey00123"
RUN_TIMEOUT = 180
LISTENING = "listening on "


def pause(process, seconds=0.01):
    """Lets a running process go on for a moment."""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        pass


class Programs:
    def __init__(self, bin_folder, work_folder):
        self.fake = str(Path(bin_folder) / "fake-pagerduty")
        self.inspector = str(Path(bin_folder) / "pagerduty-sec-inspector")
        self.work = Path(work_folder)


class FakeAccount:
    """A running fake-pagerduty; use as a context manager."""

    def __init__(self, programs, account, faults=(), latency_ms=0, name="account"):
        self.log = programs.work / f"{name}.requests"
        self.model = programs.work / f"{name}.json"
        common = [programs.fake, "--account", account, "--now", NOW]
        subprocess.run([*common, "--dump", str(self.model)], check=True)
        command = [*common, "--port", "0", "--key", API_KEY, "--latency", str(latency_ms), "--log"]
        for fault in faults:
            command += ["--fault", fault]
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=subprocess.DEVNULL)
        self.url = self.address()

    def address(self):
        """`http://127.0.0.1:PORT`, as soon as the fake says so."""
        while self.process.poll() is None:
            lines = self.lines()
            if lines and lines[0].startswith(LISTENING):
                return lines[0].removeprefix(LISTENING)
            pause(self.process)
        raise RuntimeError(f"fake-pagerduty ended with {self.process.returncode}")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def lines(self):
        return self.log.read_text(encoding="utf-8", errors="replace").split("\n")[:-1]

    def asked(self):
        """Targets (path with query) in the order they were asked."""
        return [line.split()[-1] for line in self.lines()[1:] if line.strip()]


class Run:
    """One run of the command line program. `home` keeps its data; the same home can be used again."""

    def __init__(self, programs, name, arguments, home=None):
        self.home = home or programs.work / f"{name}.home"
        self.home.mkdir(exist_ok=True)
        self.report_path = programs.work / f"{name}.report.json"
        self.command = [programs.inspector, "--format", "json", "--output", str(self.report_path), "--now", NOW,
                        "--progress", "never", *arguments]
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(self.home), "PAGERDUTY_API_KEY": API_KEY,
                            "XDG_DATA_HOME": str(self.home / "data"), "XDG_CONFIG_HOME": str(self.home / "config"),
                            "XDG_CACHE_HOME": str(self.home / "cache"), "QT_LOGGING_TO_CONSOLE": "1", "LC_ALL": "C.UTF-8"}
        for name_kept in ("ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"):
            if name_kept in os.environ:
                self.environment[name_kept] = os.environ[name_kept]
        self.code, self.errors = None, ""

    def start(self):
        return subprocess.Popen(self.command, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                text=True, errors="replace")

    def finish(self):
        try:
            done = subprocess.run(self.command, env=self.environment, capture_output=True, text=True,
                                  errors="replace", timeout=RUN_TIMEOUT, check=False)
            self.code, self.errors = done.returncode, done.stderr + done.stdout
        except subprocess.TimeoutExpired:
            self.errors = f"still running after {RUN_TIMEOUT} s"
        return self

    def report(self):
        with open(self.report_path, encoding="utf-8") as file:
            return json.load(file)


def collect(programs, fake, name, *arguments):
    """Audits the fake account. (run, path of the archive)."""
    archive = programs.work / f"{name}.pdsnap"
    run = Run(programs, name, ["--base-url", fake.url, "--fresh", "--save-snapshot", str(archive), *arguments]).finish()
    return run, archive
