"""Nobody writes a state by its name: what comes next is a move of the process that it lives by."""

import ast
from collections.abc import Iterator

from tools.house import Fault, House

STATE, WORDS = "state", "State"
SAID = "a state is written by its name: make a move of its process"


def faults(house: House) -> Iterator[Fault]:
    """In actions: `row.state = CaseState.OPEN`, `rows.update(state=CaseState.OPEN)`."""
    for source in house.python():
        if source.is_test or source.room != "actions":
            continue
        for node in source.nodes:
            if isinstance(node, ast.Assign) and _assigns(node) or _updates(node):
                yield source.fault(node, SAID)


def _assigns(node: ast.Assign) -> bool:
    return any(
        isinstance(place, ast.Attribute) and place.attr == STATE and _is_word(value)
        for target in node.targets
        for place, value in _pairs(target, node.value)
    )


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        yield from zip(target.elts, value.elts, strict=False)
    else:
        yield target, value


def _updates(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "update"
        and any(one.arg == STATE and _is_word(one.value) for one in node.keywords)
    )


def _is_word(value: ast.expr) -> bool:
    return (
        isinstance(value, ast.Attribute)
        and isinstance(value.value, ast.Name)
        and value.value.id.endswith(WORDS)
    )
