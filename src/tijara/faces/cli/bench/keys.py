"""Tables without their keys and indexes while they are filled by the million.

What is laid into a table is held to each of its keys and put into each of its indexes, one row at a
time; afterwards the server makes them of all rows at once, and finds whatever would break one. What
was taken away is written down before: where the filling breaks off, the next one makes it.
"""

import json
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path

import psycopg
from psycopg.sql import SQL, Identifier

Connect = Callable[[], AbstractContextManager[psycopg.Connection]]
"""To the database of these tables, as their owner."""

REFERENCES, KEYS, INDEXES = "references", "keys", "indexes"
CONSTRAINTS = """
    SELECT CASE contype WHEN 'f' THEN 'references' ELSE 'keys' END, conrelid::regclass::text,
           conname::text, pg_get_constraintdef(oid)
    FROM pg_constraint
    WHERE contype IN ('p', 'u', 'f')
      AND (conrelid::regclass::text = ANY(%(tables)s)
           OR (contype = 'f' AND confrelid::regclass::text = ANY(%(tables)s)))
    ORDER BY 1 DESC
"""
PLAIN = """
    SELECT 'indexes', tablename::text, indexname::text, indexdef FROM pg_indexes i
    WHERE tablename = ANY(%(tables)s)
      AND NOT EXISTS (SELECT FROM pg_constraint WHERE conname = i.indexname)
"""
MEMORY = "SET maintenance_work_mem = '1GB'"


def drop(
    connect: Connect, tables: Sequence[str], told: Path, *, only_reading: bool = False
) -> None:
    """References first, then the keys that they lean on, then what only makes reading quick; or
    this alone, where rows are held to their keys while they are laid."""
    with connect() as connection:
        there = {"tables": list(tables)}
        found = connection.execute(PLAIN, there).fetchall()
        if only_reading:
            found = [one for one in found if not one[3].startswith("CREATE UNIQUE")]
        else:
            found = connection.execute(CONSTRAINTS, there).fetchall() + found
        wanted = json.loads(told.read_text()) if told.exists() else []
        wanted += [list(one) for one in found if list(one) not in wanted]
        told.write_text(json.dumps(wanted))
        for kind, table, name, _ in sorted(found, key=lambda one: one[0] != REFERENCES):
            taken = (
                "DROP INDEX {name}"
                if kind == INDEXES
                else "ALTER TABLE {table} DROP CONSTRAINT {name}"
            )
            connection.execute(SQL(taken).format(table=Identifier(table), name=Identifier(name)))


def make(connect: Connect, told: Path) -> None:
    """Tables side by side, the largest first; references when all keys stand."""
    wanted = json.loads(told.read_text())
    with connect() as connection:
        size = dict(connection.execute("SELECT relname, relpages FROM pg_class").fetchall())
    lists: dict[str, list] = {}
    for one in sorted(wanted, key=lambda one: one[0] != KEYS):
        lists.setdefault("" if one[0] == REFERENCES else one[1], []).append(one)
    references = lists.pop("", [])
    largest_first = sorted(lists, key=lambda table: -size.get(table, 0))
    with ThreadPoolExecutor(os.cpu_count()) as hands:
        list(hands.map(lambda table: _make_all(connect, lists[table]), largest_first))
    _make_all(connect, references)
    told.unlink()


def _make_all(connect: Connect, wanted: list) -> None:
    """What stands already is left."""
    with connect() as connection:
        connection.execute(MEMORY)
        for kind, table, name, definition in wanted:
            if _stands(connection, kind, name):
                continue
            if kind == INDEXES:
                connection.execute(definition)
            else:
                added = SQL("ALTER TABLE {} ADD CONSTRAINT {} ").format(
                    Identifier(table), Identifier(name)
                )
                connection.execute(added + SQL(definition))


def _stands(connection: psycopg.Connection, kind: str, name: str) -> bool:
    asked = (
        "SELECT 1 FROM pg_class WHERE relname = %s AND relkind = 'i'"
        if kind == INDEXES
        else "SELECT 1 FROM pg_constraint WHERE conname = %s"
    )
    return connection.execute(asked, [name]).fetchone() is not None
