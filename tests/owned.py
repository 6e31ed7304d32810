"""What a statement says of owners: the owned tables that it reads or writes without naming whose
rows it means. On a cluster such a statement asks every node.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import sqlglot
from django.apps import apps
from django.db import connection
from sqlglot import exp

from tijara.kit import recent
from tijara.platform.ownership.checks import ownership_of
from tijara.platform.postgres import replica

OWNED = {
    model._meta.db_table: model._meta.get_field(ownership_of(model)).column
    for model in apps.get_models()
    if ownership_of(model) not in ("reference", "local")
}
"""The owner's column of each owned table."""
GIVEN = re.compile(r"%\(\w+\)s|%[sbt]")
WRITES = re.compile(
    r"\b(INSERT INTO|MERGE INTO|UPDATE \S+ (AS \S+ )?SET|DELETE FROM|FOR (NO KEY )?UPDATE"
    r"|FOR (KEY )?SHARE|LOCK TABLE|CREATE TEMP|nextval|pg_notify)\b"
)
ENDS = ("SAVEPOINT", "RELEASE", "ROLLBACK", "SET ")
COMPARED = (exp.Where, exp.Having, exp.Join, exp.Merge)


@contextmanager
def asked_of_everybody() -> Iterator[dict[str, str]]:
    """What is asked without an owner meanwhile: the tables of each such statement, by its text.

    What a process keeps for some seconds may be asked of all (`kit/recent`): it is asked for once
    in that time, however many pages are read.
    """
    found: dict[str, str] = {}

    def watch(execute, sql, params, many, context):
        text = sql if isinstance(sql, str) else sql.as_string(connection.connection)
        if (tables := unowned(text)) and not _is_kept():
            found[text] = ", ".join(sorted(tables))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield found


@contextmanager
def written_by_pages() -> Iterator[list[str]]:
    """What pages that may be read from a replica write meanwhile: there each of them is refused,
    and drawn once more."""
    found: list[str] = []

    def watch(execute, sql, params, many, context):
        text = sql if isinstance(sql, str) else sql.as_string(connection.connection)
        if WRITES.search(text) and _is_within(replica.__file__):
            found.append(text)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield found


def _is_kept() -> bool:
    return _is_within(recent.__file__)


def _is_within(file: str) -> bool:
    frame = sys._getframe()
    while frame and frame.f_code.co_filename != file:
        frame = frame.f_back
    return frame is not None


@cache
def unowned(statement: str) -> frozenset[str]:
    """The owned tables of which a statement doesn't say whose rows it means."""
    if statement.startswith(ENDS):
        return frozenset()
    tree = sqlglot.parse_one(GIVEN.sub("$1", statement).replace("%%", "%"), dialect="postgres")
    return frozenset(_unowned(tree))


def _unowned(tree: exp.Expression) -> Iterator[str]:
    for table in tree.find_all(exp.Table):
        column = OWNED.get(table.name)
        if column and not _is_said(table, column):
            yield table.name


def _is_said(table: exp.Table, column: str) -> bool:
    """Whether the part of the statement in which the table stands compares its owner's column."""
    around = table.find_ancestor(exp.Select, exp.Update, exp.Delete, exp.Insert)
    if isinstance(around, exp.Insert):
        return _takes(around, column)
    name = table.alias_or_name
    return any(
        one.name == column and one.table in (name, "")
        for one in around.find_all(exp.Column, exp.Identifier)
        if isinstance(one, exp.Column) and one.find_ancestor(*COMPARED)
    ) or any(column in _shared(join) for join in around.find_all(exp.Join))


def _takes(insert: exp.Insert, column: str) -> bool:
    into = insert.this
    return isinstance(into, exp.Schema) and column in {one.name for one in into.expressions}


def _shared(join: exp.Join) -> set[str]:
    return {one.name for one in join.args.get("using") or ()}
