"""Nothing grows beyond what one can read in one go."""

import ast
from collections.abc import Iterator

from tools.house import Fault, House, Source

FILE_LINES = 400
FUNCTION_LINES = 60
CLASS_LINES = 200
CLASS_METHODS = 15
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
HOLDING = (ast.stmt, ast.ExceptHandler, ast.match_case)
WRITTEN = (".html", ".css", ".js", ".sql")


def faults(house: House) -> Iterator[Fault]:
    for folder in ("src", "tests", "tools"):
        for source in house.python(folder):
            yield from _file_faults(source)
            yield from _python_faults(source)
        for suffix in WRITTEN:
            for source in house.sources(suffix, folder):
                yield from _file_faults(source)


def _file_faults(source: Source) -> Iterator[Fault]:
    lines = source.text.count("\n")
    if lines > FILE_LINES:
        yield source.fault(FILE_LINES, f"{lines} lines: make it a package of the same name")


def _python_faults(source: Source) -> Iterator[Fault]:
    for node in _statements(source.tree):
        if isinstance(node, FUNCTIONS) and _lines(node) > FUNCTION_LINES:
            yield source.fault(node, f"{node.name} has {_lines(node)} lines")
        if isinstance(node, ast.ClassDef):
            methods = sum(isinstance(one, FUNCTIONS) for one in node.body)
            if _lines(node) > CLASS_LINES:
                yield source.fault(node, f"{node.name} has {_lines(node)} lines")
            if methods > CLASS_METHODS:
                yield source.fault(node, f"{node.name} has {methods} methods")


def _statements(above: ast.AST) -> Iterator[ast.AST]:
    """However deep: only they hold functions and classes, and expressions are most of a tree."""
    for node in ast.iter_child_nodes(above):
        if isinstance(node, HOLDING):
            yield node
            yield from _statements(node)


def _lines(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1
