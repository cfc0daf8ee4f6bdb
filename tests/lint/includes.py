# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Data moves down the list of stages; includes only look up it. The table is the design."""
import functools
import os
import re
from pathlib import Path

from lintlib import Violation, run

INVENTORY = ("core/snapshot/inventory.h", "core/snapshot/resources.h", "core/snapshot/resourcerow.h",
             "core/snapshot/oncallresources.h", "core/snapshot/eventresources.h")
STAGES = ("base", "account", "collector", "snapshot", "coverage", "controls", "assessment", "report", "session")
CORE = tuple(f"core/{stage}/" for stage in STAGES)

# folder -> (what it may include beside itself: folders or single files, Qt modules, other libraries).
# The longest folder that matches counts.
TABLE = {
    "core/base/": ((), ("Core",), ("openssl",)),
    "core/account/": (("core/base/",), ("Core", "Network"), ("qt6keychain",)),
    "core/collector/": (("core/base/", "core/account/"), ("Core", "Network"), ()),
    # Inventory re-runs the collector's shape check: archives may come from anywhere.
    "core/snapshot/": (("core/base/", "core/collector/collectedpage.h", "core/collector/pageshape.h"), ("Core", "Sql"), ("zip", "zstd")),
    "core/coverage/": (("core/base/", *INVENTORY), ("Core",), ()),
    "core/controls/": (("core/base/", *INVENTORY, "core/coverage/", "resources/"), ("Core",), ()),
    "core/assessment/": (("core/base/", "core/snapshot/", "core/controls/"), ("Core", "Concurrent"), ()),
    # A report draws policies from the inventory; a bundle holds the whole snapshot. Workbooks are read back as ZIP files.
    "core/report/": (("core/base/", "core/snapshot/", "core/coverage/", "core/controls/", "core/assessment/", "resources/"),
                     ("Core",), ("xlsxwriter",)),
    "core/report/pdf/": (("core/base/", "core/snapshot/", "core/coverage/", "core/controls/", "core/assessment/",
                          "core/report/"), ("Core", "Gui"), ("qpdf",)),
    "core/report/bundle/": (("core/base/", "core/snapshot/", "core/coverage/", "core/controls/", "core/assessment/",
                             "core/report/"), ("Core",), ("openssl",)),
    # Asks time stamp authorities.
    "core/session/": ((*CORE, "resources/"), ("Core", "Network", "Concurrent"), ()),
    # Large tables are indexed, ordered and searched in workers.
    "ui/models/": (CORE, ("Core", "Gui", "Concurrent"), ()),
    "ui/theme/": (CORE, ("Core", "Gui"), ()),
    # Small widgets that several docks have in common.
    "ui/parts/": ((*CORE, "ui/models/", "ui/theme/", "ui/shell/selection.h"), ("Core", "Gui", "Widgets", "Concurrent"), ()),
    "ui/dashboard/": ((*CORE, "ui/models/", "ui/theme/", "ui/parts/", "ui/shell/selection.h"),
                      ("Core", "Gui", "Widgets", "Charts", "PrintSupport", "Svg"), ()),
    # Docks never know each other: what they share is models, theme, parts and the one selection.
    "ui/": ((*CORE, "resources/", "ui/models/", "ui/theme/", "ui/parts/", "ui/shell/selection.h"),
            ("Core", "Gui", "Widgets", "Charts", "Svg", "SvgWidgets"), ()),
    # Graphs are worked out and laid out in workers.
    "ui/graph/": ((*CORE, "ui/models/", "ui/theme/", "ui/parts/", "ui/shell/selection.h"),
                  ("Core", "Gui", "Widgets", "Concurrent", "Svg"), ()),
    # Raw answers are coloured by KDE Syntax Highlighting where it is installed.
    "ui/evidence/": ((*CORE, "resources/", "ui/models/", "ui/theme/", "ui/parts/", "ui/shell/selection.h"),
                     ("Core", "Gui", "Widgets", "Concurrent"), ("ksyntaxhighlighting",)),
    # Reports and bundles are made in workers.
    "ui/dialogs/": ((*CORE, "resources/", "ui/models/", "ui/theme/", "ui/parts/", "ui/shell/selection.h"),
                    ("Core", "Gui", "Widgets", "Concurrent"), ()),
    # The shell places the docks and opens the dialogs.
    "ui/shell/": ((*CORE, "resources/", "ui/"), ("Core", "Gui", "Widgets", "Charts", "Svg", "SvgWidgets", "Concurrent"), ()),
    # Pages need fonts, so QtGui, but no display.
    "app/cli/": ((*CORE, "app/", "resources/"), ("Core", "Network", "Gui"), ()),
    "app/": ((*CORE, "ui/", "app/", "resources/", "translations/"), ("Core", "Network", "Gui", "Widgets", "Charts", "Svg", "Concurrent"), ()),
}
# Class of a module that a stage must not use although it may use the module.
FORBIDDEN_HEADERS = {"QSettings": "core/"}
SYSTEM = re.compile(r"(sys/[a-z]+|unistd|fcntl|signal|pwd|termios|poll|errno|stdlib)\.h")
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')
LIBRARY = re.compile(r"(?P<dir>openssl|qt6keychain|ksyntaxhighlighting|qpdf|xlsxwriter)/|(?P<file>zip|zstd|xlsxwriter)(_errors)?\.h$"
                     r"|(?P<version>ksyntaxhighlighting)_version\.h$", re.IGNORECASE)


@functools.cache
def qt_modules():
    """Header -> module, from the installed headers, so that no class is forgotten."""
    root = Path(os.environ.get("PDSI_QT_HEADERS", "/usr/include/x86_64-linux-gnu/qt6"))
    modules = {}
    for folder in sorted(root.glob("Qt[A-Z]*")):
        for header in os.listdir(folder):
            modules.setdefault(header, folder.name[2:])
    if "QWidget" not in modules and "QObject" not in modules:
        raise SystemExit(f"no Qt headers under {root}: set PDSI_QT_HEADERS")
    return modules


def own_row(path):
    return max((folder for folder in TABLE if path.startswith(folder)), key=len, default=None)


def own_folder(path, row):
    """ui/findings/x.cpp owns ui/findings/, a stage owns its whole folder."""
    return "/".join(path.split("/")[:2]) + "/" if row == "ui/" else row


def judge(path, row, quoted, angled):
    includes, modules, libraries = TABLE[row]
    if quoted:
        if quoted.endswith(".moc") or (quoted.startswith("ui_") and row.startswith("ui")):
            return None
        if "/" not in quoted:
            return f'include "{quoted}" by its path from the root of the tree'
        allowed = (own_folder(path, row), *includes)
        if any(quoted == a or (a.endswith("/") and quoted.startswith(a)) for a in allowed):
            return None
        return f'{own_folder(path, row)} may not include "{quoted}"'
    name = angled.split("/")[-1]
    if name in FORBIDDEN_HEADERS and path.startswith(FORBIDDEN_HEADERS[name]):
        return f"{FORBIDDEN_HEADERS[name]} may not use {name}"
    library = LIBRARY.match(angled)
    if library:
        used = (library["dir"] or library["file"] or library["version"]).lower()
        return None if used in libraries else f"{own_folder(path, row)} may not use the library {used}"
    module = angled.split("/")[0][2:] if re.match(r"Qt[A-Z]\w+/", angled) else qt_modules().get(angled)
    if module:
        return None if module in modules else f"{own_folder(path, row)} may not use Qt {module} (<{angled}>)"
    if re.fullmatch(r"[a-z_]+", angled) or SYSTEM.fullmatch(angled):
        return None
    return f"unknown library <{angled}>: no stage may use it"


def check(tree):
    found = []
    for path in tree.under("core", "ui", "app"):
        row = own_row(path)
        for number, line in enumerate(tree.lines(path), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            rule = judge(path, row, *match.groups()) if row else f"{path} belongs to no stage of the design"
            if rule:
                found.append(Violation(path, number, rule))
    return found


BAD = [
    ({"core/base/a.h": '#include "core/snapshot/inventory.h"\n'}, ['core/base/ may not include "core/snapshot/inventory.h"']),
    ({"core/controls/checks/a.cpp": '#include "core/snapshot/snapshotstore.h"\n#include "core/snapshot/inventory.h"\n'},
     ['core/controls/ may not include "core/snapshot/snapshotstore.h"']),
    ({"core/snapshot/a.cpp": '#include "core/collector/collector.h"\n#include "core/collector/collectedpage.h"\n'},
     ['core/snapshot/ may not include "core/collector/collector.h"']),
    ({"core/report/a.cpp": "#include <QPainter>\n", "core/report/pdf/a.cpp": "#include <QPainter>\n"},
     ["core/report/ may not use Qt Gui (<QPainter>)"]),
    ({"core/session/a.cpp": "#include <QtWidgets/QLabel>\n#include <QSettings>\n"},
     ["core/session/ may not use Qt Widgets (<QtWidgets/QLabel>)", "core/ may not use QSettings"]),
    ({"core/coverage/a.cpp": "#include <QNetworkReply>\n#include <zip.h>\n#include <vector>\n"},
     ["core/coverage/ may not use Qt Network (<QNetworkReply>)", "core/coverage/ may not use the library zip"]),
    ({"ui/models/a.h": "#include <QWidget>\n"}, ["ui/models/ may not use Qt Widgets (<QWidget>)"]),
    ({"ui/parts/a.cpp": '#include "ui/coverage/b.h"\n#include "ui/models/c.h"\n#include <QWidget>\n',
      "ui/findings/a.cpp": '#include "ui/parts/b.h"\n'}, ['ui/parts/ may not include "ui/coverage/b.h"']),
    ({"ui/findings/a.cpp": "#include <KSyntaxHighlighting/Repository>\n", "ui/evidence/a.cpp": "#include <KSyntaxHighlighting/Repository>\n"},
     ["ui/findings/ may not use the library ksyntaxhighlighting"]),
    ({"ui/findings/a.cpp": '#include "ui/evidence/b.h"\n#include "ui/findings/c.h"\n', "ui/shell/a.cpp": '#include "ui/evidence/b.h"\n'},
     ['ui/findings/ may not include "ui/evidence/b.h"']),
    ({"app/cli/a.cpp": '#include "ui/shell/mainwindow.h"\n#include "main.h"\n#include <boost/any.hpp>\n'},
     ['app/cli/ may not include "ui/shell/mainwindow.h"', 'include "main.h" by its path from the root of the tree',
      "unknown library <boost/any.hpp>: no stage may use it"]),
    ({"core/other/a.cpp": "#include <vector>\n"}, ["core/other/a.cpp belongs to no stage of the design"]),
]

if __name__ == "__main__":
    run(check, BAD, lambda tree: len(tree.under("core", "ui", "app")), at_least=20)
