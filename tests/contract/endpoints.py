# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every path and query name in the request log of an archive is one the vendor documents.
usage: endpoints.py ARCHIVE ENDPOINTS.json ; exits 77 (skipped) when either is absent."""
import sys
from pathlib import Path

import requestlog


def main(archive, table):
    for path in (archive, table):
        if not Path(path).is_file():
            print(f"skipped: {Path(path).name} is not here")
            return 77
    _, log = requestlog.read(archive)
    wrong = requestlog.undocumented_requests(requestlog.Endpoints(table), log)
    print(f"{len(log)} requests, {len(wrong)} objections", *wrong, sep="\n")
    return 1 if wrong or not log else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
