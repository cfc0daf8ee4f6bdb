# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks the workbench's accessibility tree as a screen reader sees it, through AT-SPI: every control has a name and a
role, the views are there, and an action can be carried out. usage: walk.py WORKBENCH

Runs itself again under Xvfb and a D-Bus session of its own. Exit 77: something it needs is not installed."""
import os
import shutil
import subprocess
import sys
import tempfile
import time

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
NEEDS_NAME = {"push button", "toggle button", "check box", "radio button", "combo box", "text", "table", "tree", "tree table",
              "list", "list box", "spin button", "slider", "page tab", "menu item", "menu", "check menu item", "entry", "document frame",
              "progress bar"}
# Holding thousands of cells: their own name counts, the cells are the model's text.
NOT_ENTERED = {"table", "tree table", "tree", "list", "list box"}
VIEWS = ["Control results", "Details", "Dashboard", "Inventory", "Raw evidence", "Collection"]
PATIENCE = 60


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def outer(workbench):
    for tool in ("xvfb-run", "dbus-run-session"):
        if not shutil.which(tool):
            skip(f"{tool} is not here")
    if not os.path.exists(LAUNCHER):
        skip("at-spi2-core is not here")
    python = "/usr/bin/python3"
    if subprocess.run([python, "-c", "import pyatspi"], capture_output=True, check=False).returncode != 0:
        skip("python3-pyatspi is not here")
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, HOME=home, XDG_CONFIG_HOME=home + "/config", XDG_DATA_HOME=home + "/data",
                           XDG_RUNTIME_DIR=home, TMPDIR=home, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", PDSI_WALK="inner")
        # The keyboard library reads strings from the X server in a way that strict checks object to; what the killed
        # program would leak is nobody's business.
        environment["ASAN_OPTIONS"] = "strict_string_checks=0:detect_leaks=0"
        for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS"):
            environment.pop(name, None)
        command = ["xvfb-run", "-a", "-s", "-screen 0 1280x900x24", "dbus-run-session", "--", python, os.path.abspath(__file__), workbench]
        sys.exit(subprocess.run(command, env=environment, check=False).returncode)


def wait_for(what, condition):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        found = condition()
        if found:
            return found
        time.sleep(0.2)
    raise SystemExit(f"waited in vain for {what}")


def children(node):
    for index in range(node.childCount):
        child = node.getChildAtIndex(index)
        if child is not None:
            yield child


def walk(node, path=()):
    here = (*path, f"{node.getRoleName()} \"{node.name}\"")
    yield node, here
    if node.getRoleName() not in NOT_ENTERED:
        for child in children(node):
            yield from walk(child, here)


def inner(workbench):
    import pyatspi
    launcher = subprocess.Popen([LAUNCHER, "--launch-immediately"])
    time.sleep(1)  # it must be there before the program asks for it
    program = subprocess.Popen([workbench, "--sample"])
    try:
        desktop = pyatspi.Registry.getDesktop(0)
        application = wait_for("the workbench in the accessibility tree",
                               lambda: next((a for a in children(desktop) if a.get_process_id() == program.pid and a.childCount), None))

        def texts():
            return [node.name for node, _ in walk(application)]
        wait_for("the sample account", lambda: any("Harbour" in (name or "") or "harbour" in (name or "") for name in texts()))
        nodes = list(walk(application))
        nameless = [" > ".join(path[-3:]) for node, path in nodes
                    if node.getRoleName() in NEEDS_NAME and not node.name and node.getState().contains(pyatspi.STATE_SHOWING)]
        # The grips of splitters and windows have a role that AT-SPI has no word for.
        roleless = [" > ".join(path[-3:]) for node, path in nodes if node.getRoleName() in ("invalid", "unknown")
                    and not path[-2].startswith(("split pane", "status bar"))]
        names = {node.name for node, _ in nodes}
        missing = [view for view in VIEWS if view not in names]
        print(f"{len(nodes)} accessible objects, {len(nameless)} nameless, {len(roleless)} without role, views missing: {missing}")
        for line in nameless + roleless:
            print("  " + line)
        # An action through the tree alone: the palette opens and is there.
        palette = next(node for node, _ in nodes if node.getRoleName() in ("push button", "button") and "palette" in node.name.lower())
        # Without a window manager a window may lose the focus at once, and the palette closes then: ask again.
        def palette_is_open():
            palette.queryAction().doAction(0)
            return "Search actions" in texts() or (time.sleep(0.5) or "Search actions" in texts())
        wait_for("the command palette", palette_is_open)
        return 1 if nameless or roleless or missing or len(nodes) < 100 else 0
    finally:
        program.terminate()
        launcher.terminate()


if __name__ == "__main__":
    if os.environ.get("PDSI_WALK") == "inner":
        sys.exit(inner(sys.argv[1]))
    outer(sys.argv[1])
