"""A domain's tables are written by that domain alone; the order door is the one exception."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from tools.house import Fault, House, Source

WRITE = re.compile(
    r"\b(?:INSERT\s+INTO|DELETE\s+FROM|TRUNCATE(?:\s+TABLE)?|COPY|MERGE\s+INTO|"
    r"(?<!FOR )(?<!FOR NO KEY )UPDATE(?:\s+ONLY)?)\s+\"?([a-z_][a-z0-9_]*)\"?",
    re.I,
)
THE_ORDER_DOOR = "src/tijara/domains/orders/migrations/place_orders_"
"""The versions of the one SQL function that writes hold, stock, order, first posting and outbox."""


def faults(house: House, owner_of: Mapping[str, str]) -> Iterator[Fault]:
    """`owner_of` maps each table to its app ("orders", "outbox")."""
    for source in [*house.sources(".py", "src"), *house.sources(".sql", "src")]:
        if source.is_test or str(source.path).startswith(THE_ORDER_DOOR):
            continue
        for line, table in tables_in(source, WRITE):
            owner = owner_of.get(table.lower())
            if owner and owner != app_of(source.path):
                yield source.fault(line, f"writes {table}, which is for {owner} alone to write")


def tables_in(source: Source, pattern: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """(line, table) wherever SQL in the file matches the pattern."""
    if source.path.suffix == ".sql":
        texts = [(1, source.text)]
    else:
        texts = [
            (node.lineno, node.value)
            for node in source.nodes
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
    for first, text in texts:
        for found in pattern.finditer(text):
            yield first + text.count("\n", 0, found.start()), found.group(1)


def app_of(path: Path) -> str:
    """src/tijara/domains/orders/… -> orders; src/tijara/platform/outbox/… -> outbox."""
    return path.parts[3] if len(path.parts) > 3 else ""
