"""SQL too looks only down: a domain reads its own tables and those of domains below; pages none."""

import re
from collections.abc import Iterator, Mapping

from tools.house import Fault, House

from .table_writes import app_of, tables_in

READ = re.compile(r"\b(?:FROM|JOIN|USING)\s+(?:ONLY\s+|LATERAL\s+)?\"?([a-z_][a-z0-9_]*)\"?", re.I)
MEASURED = ("src/tijara/faces/cli/bench", "src/tijara/faces/cli/evals")
"""A measuring instrument may look at what it measures."""


def faults(
    house: House, owner_of: Mapping[str, str], heights: Mapping[str, int]
) -> Iterator[Fault]:
    """`owner_of` maps each table to its app; `heights` each domain to its storey."""
    for source in [*house.sources(".py", "src"), *house.sources(".sql", "src")]:
        if source.is_test or str(source.path).startswith(MEASURED):
            continue
        for line, table in tables_in(source, READ):
            owner, reader = owner_of.get(table.lower(), ""), source.domain or ""
            if owner not in heights or owner == app_of(source.path):
                continue
            if heights[owner] >= heights.get(reader, min(heights.values())):
                yield source.fault(line, f"reads {table} of {owner}, which is not below")
