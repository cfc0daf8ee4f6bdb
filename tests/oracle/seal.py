# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a run leaves behind: no secret, nothing others may read, and enough to go on after a kill."""

import io
import signal
import stat
import zipfile
import zlib
from concurrent.futures import Future

from compare import differences
from programs import API_KEY, FakeAccount, Run, pause

MARKS = (b"PLANTED-SECRET", API_KEY.encode())
PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
FORMATS = ("json", "csv", "html", "sarif")
LEAST_ASKED = 12
CONCURRENCY = 4


def holds_mark(data):
    """The first mark in the bytes, or in what a ZIP among them holds."""
    found = [mark for mark in MARKS if mark in data or mark.decode().encode("utf-16-le") in data]
    if found:
        return found[0].decode()
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                inner = holds_mark(archive.read(name))
                if inner:
                    return f"{inner} in {name}"
    return None


def inflated(data):
    """Whatever zlib streams the file holds, e.g. compressed bodies in a database."""
    pieces, at = [], 0
    while (at := data.find(b"\x78", at)) >= 0:
        if data[at + 1:at + 2] in (b"\x01", b"\x5e", b"\x9c", b"\xda"):
            try:
                pieces.append(zlib.decompressobj().decompress(data[at:]))
            except zlib.error:
                pass
        at += 1
    return b"\n".join(pieces)


def leaks(paths):
    lines = []
    for path in paths:
        data = path.read_bytes()
        mark = holds_mark(data)
        if not mark and b"SQLite" in data[:16] or path.name.endswith("-wal"):
            mark = mark or holds_mark(inflated(data))
        if mark:
            lines.append(f"{path.name}: holds {mark}")
    return lines


def open_to_others(paths):
    lines = []
    for path in paths:
        mode = stat.S_IMODE(path.stat().st_mode)
        if path.is_dir() and mode & ~PRIVATE_FOLDER:
            lines.append(f"{path}: mode {mode:o}")
        elif path.is_file() and mode != PRIVATE_FILE:
            lines.append(f"{path}: mode {mode:o}")
    return lines


def check_secrets(programs, account):
    lines = []
    with FakeAccount(programs, account, name="seal") as fake:
        if not any(mark in fake.model.read_bytes() for mark in MARKS[:1]):
            lines.append("the account has no planted secret: nothing was tested")
        home = programs.work / "seal.home"
        for number, style in enumerate(FORMATS):
            snapshot = programs.work / f"seal{number}.pdsnap"
            run = Run(programs, "seal", ["--base-url", fake.url, "--fresh", "--verbose", "--include-analytics",
                                         "--save-snapshot", str(snapshot)], home)
            run.report_path = programs.work / f"seal.report.{style}"
            run.command[run.command.index("--format") + 1] = style
            run.command[run.command.index("--output") + 1] = str(run.report_path)
            run.finish()
            if run.code not in (0, 4):
                lines.append(f"{style}: exit {run.code}: {run.errors[-300:]}")
                continue
            for mark in MARKS:
                if mark.decode() in run.errors:
                    lines.append(f"stderr of the {style} run holds {mark.decode()}")
            lines += leaks([run.report_path, snapshot]) + open_to_others([run.report_path, snapshot])
    kept = [path for path in home.rglob("*") if path.is_file()]
    if not kept:
        lines.append("no data was kept: nothing was tested")
    data = [path for path in home.rglob("*") if path.is_file() or "pdsec" in path.name or "PagerDuty" in path.name]
    return lines + leaks(kept) + open_to_others([path for path in data if path.is_file()])


def kill_when_asked(process, fake, count):
    """kill -9 as soon as the account was asked so often. False when the run was faster."""
    while process.poll() is None:
        if len(fake.asked()) >= count:
            process.send_signal(signal.SIGKILL)
            process.communicate()
            return True
        pause(process)
    process.communicate()
    return False


def check_resume(programs, account, count):
    name = f"resume{count}"
    with FakeAccount(programs, account, latency_ms=60, name=name) as fake:
        run = Run(programs, name, ["--base-url", fake.url, "--concurrency", str(CONCURRENCY)])
        if not kill_when_asked(run.start(), fake, count):
            return [f"finished before it was asked {count} times"]
        before = fake.asked()
        run.finish()
        after = fake.asked()[len(before):]
        if run.code not in (0, 4):
            return [f"second run: exit {run.code}: {run.errors[-300:]}"]
        healthy = Run(programs, name + ".whole", ["--base-url", fake.url, "--fresh"]).finish().report()
    again = sorted(set(before) & set(after))
    lines = []
    if len(again) > CONCURRENCY:
        lines.append(f"{len(again)} of {len(before)} requests asked again: {again}")
    late = [target for target in again if target in before[:-CONCURRENCY]]
    if late:
        lines.append(f"asked again although answered: {late}")
    lines += differences(run.report(), healthy, ("resumed", "whole"))
    return lines + leaks(path for path in run.home.rglob("*") if path.is_file())


def checks(programs, account):
    """(name, finished future) of each check."""
    account = account or "sample"
    found = [("secrets", check_secrets, (programs, account))]
    found += [(f"killed after {count}", check_resume, (programs, account, count)) for count in (1, LEAST_ASKED, 25, 40)]
    runs = []
    for name, check, arguments in found:
        future = Future()
        future.set_result(check(*arguments))
        runs.append((name, future))
    return runs
