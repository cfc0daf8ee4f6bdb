# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every catalogue has a finished translation of every string of ui/ and app/gui/ and of nothing else, and what a
translation must share with its source it does: placeholders, file patterns, blanks at the ends, an access key.

What strings there are lupdate says, on a copy: PDSI_LUPDATE names the program."""
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

SKIP = 77
FOLDERS = ("ui", "app/gui")
PLACEHOLDER = re.compile(r"%L?\d+|%n")
PATTERN = re.compile(r"\(\*(?:\.[^)]*)?\)|;;")
ACCESS_KEY = re.compile(r"&(\w)")
# lupdate files the strings of such a class under its name, where nobody looks them up. A namespace is fine (lower case).
LOST = re.compile(r"^(\S+?):(\d+): Class '((?:\w+::)*[A-Z]\w*)' lacks Q_OBJECT macro", re.MULTILINE)


def messages(ts):
    """(context, source, comment) -> translation, None when it is not finished."""
    found = {}
    for context in ElementTree.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            done = translation is not None and translation.get("type") is None and translation.text
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment"))
            found[key] = translation.text if done else None
    return found


def disagreements(source, translation):
    """What the two must have in common and have not."""
    for what, pick in (("placeholders", lambda text: Counter(PLACEHOLDER.findall(text))),
                       ("file patterns", PATTERN.findall),
                       ("blanks at the ends", lambda text: (text[:1].isspace(), text[-1:].isspace())),
                       ("an access key", lambda text: len(ACCESS_KEY.findall(text)))):
        if pick(source) != pick(translation):
            yield what


def judge(catalogue, wanted):
    """Complaints about a catalogue, given the one that lupdate makes of it and the sources."""
    for key in wanted.keys() - catalogue.keys():
        yield f"not in the catalogue: {key[0]}: {key[1]!r}"
    for key in catalogue.keys() - wanted.keys():
        yield f"no source says this any more: {key[0]}: {key[1]!r}"
    for key in wanted.keys() & catalogue.keys():
        if catalogue[key] is None:
            yield f"not translated: {key[0]}: {key[1]!r}"
            continue
        for what in disagreements(key[1], catalogue[key]):
            yield f"{what} differ: {key[0]}: {key[1]!r} - {catalogue[key]!r}"


def updated(lupdate, root, ts):
    """The catalogue as lupdate would leave it, and the classes whose strings would be lost."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / ts.name
        copy.write_bytes(ts.read_bytes())
        result = subprocess.run([lupdate, "-locations", "none", "-no-obsolete", "-I", str(root),
                                 *(str(root / folder) for folder in FOLDERS), "-ts", str(copy)],
                                capture_output=True, text=True, check=True)
        lost = [f"{Path(path).relative_to(root)}:{line}: {name} needs Q_OBJECT or Q_DECLARE_TR_FUNCTIONS"
                for path, line, name in LOST.findall(result.stderr + result.stdout)]
        return messages(copy), lost


GOOD_TS = """<TS version="2.1" language="de"><context><name>pdsi::A</name>
<message><source>&amp;Open %1</source><translation>%1 &amp;auf</translation></message>
<message><source>No</source><translation type="unfinished"></translation></message>
</context></TS>"""
SOURCE = """#include <QObject>
namespace pdsi {
class A : public QObject { Q_OBJECT public: QString a() { return tr("&Open %1") + tr("No") + tr("More"); } };
class B { QString b() { return tr("lost"); } };
}
"""


def prove(lupdate):
    """A lint that objects to nothing must be one that can."""
    bad = [("%1 of %2", "%2 von %1", 0), ("%1 of %2", "%1 von %1", 1), ("A (*.svg);;B (*.png)", "A (*.svg)", 1),
           (" a", "a", 1), ("&Open", "Auf", 1), ("Save && go %1", "Los", 1), ("a", "b", 0)]
    for source, translation, expected in bad:
        assert len(list(disagreements(source, translation))) == expected, (source, translation)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in FOLDERS:
            (root / name).mkdir(parents=True)
        (root / "ui/a.cpp").write_text(SOURCE)
        ts = root / "pdsi_de.ts"
        ts.write_text(GOOD_TS)
        wanted, lost = updated(lupdate, root, ts)
        assert len(lost) == 1 and "pdsi::B" in lost[0], lost
        complaints = sorted(text.split(":")[0] for text in judge(messages(ts), wanted))
        assert complaints == ["not in the catalogue", "not in the catalogue", "not translated"], complaints


def main(root):
    lupdate = os.environ.get("PDSI_LUPDATE")
    if not lupdate:
        print("skipped: Qt's lupdate is not installed")
        sys.exit(SKIP)
    prove(lupdate)
    catalogues = sorted((root / "translations").glob("pdsi_*.ts"))
    complaints = [] if catalogues else ["translations/ has no catalogue"]
    for ts in catalogues:
        wanted, lost = updated(lupdate, root, ts)
        if len(wanted) < 1000:
            complaints.append(f"lupdate sees {len(wanted)} strings only: this lint is blind")
        complaints += lost + [f"{ts.relative_to(root)}: {text}" for text in sorted(judge(messages(ts), wanted))]
    print("\n".join(complaints))
    print(f"{len(catalogues)} catalogues, {len(complaints)} violations")
    if complaints:
        print("cmake --build --preset ci --target update-translations brings new strings into the catalogues")
    sys.exit(1 if complaints else 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
