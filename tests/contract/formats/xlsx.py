# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Workbooks as ZIP and XML, read without the library that wrote them; then, where LibreOffice is installed, by it.
The sample is drawn again from the words on the cover."""
import csv
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SHEETS = ["Cover", "Findings", "Controls", "Population", "Gaps", "Not determined", "Sample", "Requests"]
failures = []


def check(condition, what):
    if not condition:
        failures.append(what)
        print("FAIL:", what)


def column(reference):
    number = 0
    for letter in re.match(r"[A-Z]+", reference)[0]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def unescaped(text):
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), text)


class Sheet:
    def __init__(self, xml):
        self.root = ET.fromstring(xml)
        self.rows = []
        for row in self.root.iter(MAIN + "row"):
            cells = {}
            for cell in row.iter(MAIN + "c"):
                text = "".join(t.text or "" for t in cell.iter(MAIN + "t"))
                value = cell.find(MAIN + "v")
                cells[column(cell.get("r"))] = unescaped(text) if cell.get("t") == "inlineStr" else getattr(value, "text", None)
            self.rows.append(cells)

    def table(self):
        """Rows below the header, as dictionaries by column title."""
        top = int(self.root.find(f".//{MAIN}pane").get("ySplit"))
        titles = self.rows[top - 1]
        return [{titles[c]: row.get(c) for c in titles} for row in self.rows[top:]]


def read(path):
    with zipfile.ZipFile(path) as book:
        check(book.testzip() is None, f"{path.name}: a damaged entry")
        for entry in book.infolist():
            check(entry.date_time[:3] == (1980, 1, 1), f"{path.name}: {entry.filename} says when it was written")
        names = [s.get("name") for s in ET.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet")]
        sheets = {name: Sheet(book.read(f"xl/worksheets/sheet{i}.xml")) for i, name in enumerate(names, 1)}
        properties = book.read("docProps/core.xml").decode()
        for name in book.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(book.read(name))
    return names, sheets, properties


def judge_layout(name, sheets):
    for title, sheet in sheets.items():
        root, where = sheet.root, f"{name} {title}"
        check(root.find(f".//{MAIN}f") is None, f"{where}: a formula")
        check(root.find(f".//{MAIN}pane").get("state") == "frozen", f"{where}: the header is not frozen")
        check((root.find(f"{MAIN}autoFilter") is not None) == (title != "Cover"), f"{where}: filters")
        setup = root.find(f"{MAIN}pageSetup")
        check(setup.get("orientation") == "landscape" and setup.get("fitToHeight") == "0", f"{where}: print set-up")
        check(root.find(f".//{MAIN}oddFooter").text.endswith("Page &P of &N"), f"{where}: no page numbers")
        for row in sheet.rows:
            for text in row.values():
                check(len((text or "").encode("utf-16-le")) // 2 <= 32767, f"{where}: a cell too long")
                check(not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", text or ""), f"{where}: a control character")


def judge_inputs(name, sheet, rows):
    kinds = sorted(v.get("type") for v in sheet.root.iter(MAIN + "dataValidation"))
    check(kinds == (["date", "list", "textLength", "textLength"] if rows else []), f"{name}: inputs are checked as {kinds}")
    for row in rows:
        check(all(row[c] is None for c in ("Tested by", "Date", "Conclusion", "Note")), f"{name}: an input is not empty")


def judge_options(name, sheets, options):
    cover = {row.get(0): row.get(1) for row in sheets["Cover"].rows}
    check(cover["Scope"] == (options["scope"] or "every finding"), f"{name}: scope {cover['Scope']}")
    check(cover["Made by"] == (options["operator"] or "not said"), f"{name}: made by {cover['Made by']}")
    check(cover["Redacted"].startswith("YES") == options["redacted"], f"{name}: redacted {cover['Redacted']}")
    for title, sheet in sheets.items():
        header = sheet.root.find(f".//{MAIN}oddHeader").text
        check(("REDACTED" in header) == options["redacted"], f"{name} {title}: header {header}")


def judge_sample(name, sheets, findings):
    cover = {row.get(0): row.get(1) for row in sheets["Cover"].rows}
    lead = {row.get(0): row.get(1) for row in sheets["Sample"].rows[:3]}
    population = sorted(f["Fingerprint"] for f in findings)
    digest = hashlib.sha256("".join(p + "\n" for p in population).encode()).hexdigest()
    check(lead["Population"] == digest == cover["Digest of the population"], f"{name}: digest of the population")
    tickets = sorted((hashlib.sha256(f"{lead['Seed']}\n{digest}\n{p}".encode()).hexdigest(), p) for p in population)
    drawn = [(row["Ticket"], row["Fingerprint"]) for row in sheets["Sample"].table()]
    check(drawn == tickets[:25], f"{name}: the sample drawn again is another one")
    check(lead["Sample"] == f"{min(25, len(population))} of {len(population)} findings", f"{name}: {lead['Sample']}")


def judge(path):
    report = json.loads(path.with_suffix(".json").read_text())
    names, sheets, properties = read(path)
    check(names == SHEETS, f"{path.name}: sheets {names}")
    judge_layout(path.name, sheets)
    check(f">{report['assessment']['assessedAt']}</dcterms:created>" in properties, f"{path.name}: created at another time")
    with path.with_suffix(".csv").open(encoding="utf-8-sig", newline="") as table:
        failing = [row["fingerprint"] for row in csv.DictReader(table) if row["status"] == "fail"]
    findings = sheets["Findings"].table()
    check([f["Fingerprint"] for f in findings] == failing, f"{path.name}: findings differ")
    judge_options(path.name, sheets, report["report"])
    judge_inputs(f"{path.name} Findings", sheets["Findings"], findings)
    judge_inputs(f"{path.name} Sample", sheets["Sample"], sheets["Sample"].table())
    open_ones = [o for o in report["outcomes"] if o["status"] in ("notDetermined", "manual", "error")]
    check(len(sheets["Not determined"].table()) == len(open_ones), f"{path.name}: open questions differ")
    check(len(sheets["Controls"].table()) == len(report["controls"]), f"{path.name}: controls differ")
    population = sheets["Population"].table()
    check({p["Class"]: int(p["Received"]) for p in population}
          == {r["kind"]: r["received"] for r in report["collection"]["resources"]},
          f"{path.name}: population differs")
    gaps = sum(len(o["gaps"]) for o in report["outcomes"] if not report["report"]["scope"] or o["fingerprint"] in failing)
    # A report with the coverage of an account lists the gaps of services too.
    listed = len(sheets["Gaps"].table())
    check(listed > gaps if path.stem == "sample" else listed == gaps, f"{path.name}: gaps differ")
    requests = sheets["Requests"].table()
    check([r["SHA-256 as received"] or None for r in requests] == [r["sha256"] for r in report["requests"]],
          f"{path.name}: requests differ")
    judge_sample(path.name, sheets, findings)


def judge_with_office(path, office):
    """LibreOffice converts the sheet of findings; what it read is what was written."""
    _, sheets, _ = read(path)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2', "--outdir", folder, str(path)],
                       check=True, timeout=200, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       env={**os.environ, "HOME": folder})
        made = list(Path(folder).glob("*.csv"))
        check(len(made) == 1, f"{path.name}: LibreOffice made {len(made)} files")
        if made:
            rows = list(csv.reader(made[0].read_text(encoding="utf-8").splitlines()))
            written = [[f["Resource"] or "", f["Fingerprint"]] for f in sheets["Findings"].table()]
            check([[r[5], r[-1]] for r in rows[1:]] == written, f"{path.name}: LibreOffice reads other findings")


def main():
    folder = Path(sys.argv[2])
    for path in sorted(folder.glob("*.xlsx")):
        if path.stem != "split":
            judge(path)
    office = shutil.which("soffice")
    if office:
        for name in ("small", "hostile"):
            judge_with_office(folder / f"{name}.xlsx", office)
    else:
        print("LibreOffice is not installed: not opened there")
    print("PASS" if not failures else f"{len(failures)} failures")
    sys.exit(1 if failures else 0)


main()
