# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Small pieces: functions of at most 60 lines, nine in ten at most 40; files 400, headers 150.
A function counts from the first line of its signature to its closing brace. Tables of test data
(`*_data`) are data, not functions."""
import re

from lintlib import Violation, code_of, run

FUNCTION_MAX, FUNCTION_P90, FILE_MAX, HEADER_MAX = 60, 40, 400, 150
PREPROCESSOR = re.compile(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.MULTILINE)
SCOPE = re.compile(r"(^|\s)(namespace|class|struct|union|enum|extern)\b(?![^{]*\))")
NAME = re.compile(r"([~\w]+|operator\s*[^\s\w(]+|operator\s*\(\s*\))\s*\($")


def name_in(statement):
    depth = 0
    for index, character in enumerate(statement):
        if character == "(":
            match = NAME.search(statement[:index + 1])
            if match and depth == 0:
                return match.group(1)
            depth += 1
        elif character == ")":
            depth -= 1
    return "?"


def is_function(statement):
    """Whether `statement {` opens the body of a function: it has a parameter list and is no initialiser."""
    if "(" not in statement or SCOPE.search(statement):
        return False
    bare, nested = re.sub(r"operator\s*[^\s\w(]+", "", statement), 1
    while nested:
        bare, nested = re.subn(r"\([^()]*\)", "", bare)
    return not re.search(r"(?<![=!<>+\-*/|&^])=(?!=)", bare)


def in_initialiser_list(statement):
    """`A::A() : m_b` before a `{` opens the initialiser of m_b, not a body."""
    return re.search(r"\)\s*(noexcept\s*)?:(?!:)[^;]*[\w>]$", statement.rstrip()) is not None


def matching_brace(code, start):
    depth = 0
    for index in range(start, len(code)):
        depth += {"{": 1, "}": -1}.get(code[index], 0)
        if depth == 0:
            return index
    return len(code) - 1


def functions(text):
    """(name, first line, lines) of every function with a body."""
    code = PREPROCESSOR.sub(lambda m: "\n" * m.group(0).count("\n"), code_of(text))
    found, start, index = [], 0, 0
    while index < len(code):
        character = code[index]
        if character in ";}":
            start = index + 1
        elif character == "{":
            statement = code[start:index]
            if SCOPE.search(statement) and not re.search(r"\benum\b", statement):
                start = index + 1
            elif is_function(statement) and not in_initialiser_list(statement):
                end = matching_brace(code, index)
                access = re.match(r"(?:\s*(?:(?:public|protected|private)(?:\s+Q_SLOTS)?|Q_SIGNALS)\s*:(?!:)|\s*Q_OBJECT\b)*\s*", statement)
                first = code.count("\n", 0, start + access.end())
                found.append((name_in(statement), first + 1, code.count("\n", 0, end) - first + 1))
                index, start = end, end + 1
            else:
                index = matching_brace(code, index)
        index += 1
    return found


def percentile90(lengths):
    ordered = sorted(lengths)
    return ordered[max(0, -(-9 * len(ordered) // 10) - 1)] if ordered else 0


def check(tree):
    found = []
    product = []
    for path in tree.under("core", "ui", "app", "tests"):
        limit = HEADER_MAX if path.endswith(".h") else FILE_MAX
        lines = len(tree.lines(path))
        if lines > limit:
            found.append(Violation(path, limit + 1, f"{'header' if limit == HEADER_MAX else 'file'} over {limit} lines"))
        for name, line, length in functions(tree.text(path)):
            if name.endswith("_data"):
                continue
            if not path.startswith("tests/"):
                product.append((length, path, line))
            if length > FUNCTION_MAX:
                found.append(Violation(path, line, f"function over {FUNCTION_MAX} lines ({name}: {length})"))
    if percentile90([length for length, _, _ in product]) > FUNCTION_P90:
        _, path, line = max(product)
        found.append(Violation(path, line, f"more than one function in ten is over {FUNCTION_P90} lines (the longest is here)"))
    return found


def long_function(head, lines):
    return head + "\n{\n" + "    f();\n" * (lines - 3) + "}\n"


def _prove_functions():
    sample = ("class A : public B\n{\npublic:\n    A(int a)\n        : m_a(a), m_b{1}, m_c(b(2))\n    {\n    }\n"
              "    int m_b{3};\n    int get() const { return m_b; }\n};\nenum class E : int { One, Two };\n"
              "static const QHash<int, int> table = {\n    {1, f(2)},\n};\nnamespace x {\nint g(std::function<int()> f = {})\n{\n"
              "    if (f) { return 1; }\n    auto l = [] { return 2; };\n    return l();\n}\nbool operator==(A a, A b) { return true; }\n}\n")
    got = functions(sample)
    expected = [("A", 4, 4), ("get", 9, 1), ("g", 16, 6), ("operator==", 22, 1)]
    if got != expected:
        raise SystemExit(f"self-test: functions found {got}, expected {expected}")


BAD = [
    ({"core/a.cpp": long_function("void C::f(int x)", 61)}, ["function over 60 lines (f: 61)", "more than one function in ten is over 40 lines (the longest is here)"]),
    ({"core/a.cpp": long_function("void f()", 60) + "void g() {}\n" * 9, "tests/t.cpp": long_function("void T::f_data()", 90)}, []),
    ({"ui/a.h": "int x;\n" * 151}, ["header over 150 lines"]),
    ({"ui/a.cpp": "int x;\n" * 401}, ["file over 400 lines"]),
]

if __name__ == "__main__":
    _prove_functions()
    run(check, BAD, lambda tree: sum(bool(functions(tree.text(p))) for p in tree.under("core", "ui", "app")), at_least=10)
