# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop entry and the AppStream metainfo are valid and speak of the same application."""
import configparser
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

APPLICATION = "io.github.pdsecinspector.Workbench"
SKIP = 77


def validate(command):
    if not shutil.which(command[0]):
        print(f"skipped: {command[0]} is not installed")
        return None
    result = subprocess.run(command, capture_output=True, text=True)
    print(result.stdout + result.stderr, end="")
    return result.returncode == 0


def main(root):
    packaging = Path(root) / "packaging"
    entry = packaging / f"{APPLICATION}.desktop"
    metainfo = packaging / f"{APPLICATION}.metainfo.xml"

    desktop = configparser.ConfigParser(interpolation=None)
    desktop.optionxform = str
    desktop.read(entry, encoding="utf-8")
    component = ElementTree.parse(metainfo).getroot()
    assert component.findtext("id") == APPLICATION
    assert component.findtext("launchable") == entry.name
    assert desktop["Desktop Entry"]["Icon"] == APPLICATION
    assert desktop["Desktop Entry"]["Name"] == component.findtext("name")
    assert (Path(root) / "resources/icons" / f"{APPLICATION}.svg").is_file()

    # The project has no page of its own to name yet; releases that miss one are told so, older ones know no such tag.
    appstream = ["appstreamcli", "validate", "--no-net"]
    judged = [validate(["desktop-file-validate", str(entry)]),
              validate([*appstream, str(metainfo)])
              or validate([*appstream, "--override=url-homepage-missing=info", str(metainfo)])]
    if False in judged:
        sys.exit(1)
    if None in judged:
        sys.exit(SKIP)


if __name__ == "__main__":
    main(sys.argv[1])
