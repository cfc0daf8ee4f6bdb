# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No nested event loop and no sleep: neither in the product nor in its tests. Tests wait for conditions
(QTRY_*, QSignalSpy::wait) and inject time."""
import re

from lintlib import Violation, code_of, run

RULES = [
    ("nested event loop", re.compile(r"\bQEventLoop\b(?!Locker)|\bprocessEvents\s*\(")),
    ("blocking wait", re.compile(r"\bwaitFor(?:BytesWritten|Connected|Disconnected|Done|Encrypted|Finished|NewConnection|Opened|ReadyRead|Result|Resume|Started)\s*\(")),
    ("sleep", re.compile(r"\b(?:[mu]?sleep|nanosleep|clock_nanosleep|sleep_for|sleep_until|qSleep)\s*\(")),
    ("fixed wait in a test", re.compile(r"\bqWait\s*\(")),
]
# QDialog::exec, QMenu::exec and the like run a loop of their own; the application's own is the only one.
EXEC = re.compile(r"(?:\b(?P<object>\w+)\s*)?(?:\.|->|::)\s*exec\s*\(")
APPLICATION = re.compile(r"(app|application|QCoreApplication|QGuiApplication|QApplication)$", re.IGNORECASE)

# (path, text in the line) -> why it must be so.
ALLOWED = {
}


def allowed(path, line):
    return any(path == where and what in line for (where, what) in ALLOWED)


def check(tree):
    found = []
    for path in tree.under("core", "ui", "app", "tests"):
        for number, line in enumerate(code_of(tree.text(path)).split("\n"), 1):
            if line.lstrip().startswith("#") or allowed(path, line):
                continue
            found += [Violation(path, number, rule) for rule, pattern in RULES if pattern.search(line)]
            if path.startswith(("ui/", "app/")):
                found += [Violation(path, number, "nested event loop") for match in EXEC.finditer(line)
                          if not APPLICATION.search(match["object"] or "")]
    return found


BAD = [
    ({"core/a.cpp": "QEventLoop loop;\n"}, ["nested event loop"]),
    ({"tests/a.cpp": "void f() { QCoreApplication::processEvents(); }\n"}, ["nested event loop"]),
    ({"core/a.cpp": "process.waitForFinished(-1);\n"}, ["blocking wait"]),
    ({"tests/a.cpp": "std::this_thread::sleep_for(1s); QThread::msleep(5); usleep(3); QTest::qSleep(2);\n"}, ["sleep"]),
    ({"tests/a.cpp": "QTest::qWait(100);\n"}, ["fixed wait in a test"]),
    ({"ui/a.cpp": "if (dialog.exec() == 1) {}\n", "app/a.cpp": "return app.exec();\n"}, ["nested event loop"]),
    ({"core/a.cpp": '// processEvents()\nauto s = "qWait(1)";\nquery.exec();\n', "tests/b.cpp": "QTRY_VERIFY(x); spy.wait(); QTest::qWaitFor(f);\n"}, []),
]

if __name__ == "__main__":
    run(check, BAD, lambda tree: len(tree.under("core", "ui", "app", "tests")), at_least=20)
