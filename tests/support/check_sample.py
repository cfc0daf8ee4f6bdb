#!/usr/bin/env python3
# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that the bundled sample is what its generator makes now, and that no planted secret is in it.

check_sample.py MAKE_SAMPLE SAMPLE.pdsnap. Compares contents, not bytes: zlib versions compress differently.
"""

import pathlib
import subprocess
import sys
import tempfile
import zipfile


def contents(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def main(generator, sample):
    with tempfile.TemporaryDirectory() as directory:
        fresh = pathlib.Path(directory) / "sample.pdsnap"
        subprocess.run([generator, fresh], check=True)
        made = contents(fresh)
    bundled = contents(sample)
    differing = sorted(name for name in made.keys() | bundled.keys() if made.get(name) != bundled.get(name))
    leaking = sorted(name for name, body in bundled.items() if b"PLANTED-SECRET" in body)
    for name in leaking:
        print(f"{name}: a planted secret survived")
    if differing:
        print(f"differs from the generator, run packaging/make-sample: {', '.join(differing[:5])}")
    return 1 if differing or leaking else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
