"""What a migration that has not been applied would lock, and for how long: read from its SQL and
from how large its tables are now. The market goes on selling while a schema changes, if nothing
waits for a lock and the code that still runs finds what it knows.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

LARGE = 50_000
"""Rows from which a table is not read through within a moment."""
ROWS = "SELECT relname, greatest(reltuples, 0)::bigint FROM pg_class WHERE relkind IN ('r', 'p')"
TABLE = r'(?:ONLY )?"?(?:public"?\.)?"?(?P<table>\w+)"?'


class Harm(StrEnum):
    """What it does to those who use the table meanwhile."""

    WRITES_WAIT = "writes wait while an index is built: build it CONCURRENTLY"
    ALL_WAIT = "all wait while each row is read: add it NOT VALID, then VALIDATE"
    REWRITTEN = "all wait while the table is written anew: add another column, fill it, then swap"
    ROWS_CHANGE = "rows are changed in one commit: do it in steps, from a job"
    OLD_CODE = "code that still runs asks for what is gone: take it away one version later"


@dataclass(frozen=True, slots=True)
class Risk:
    """`rows`: about how many the table has. Of a small table only `OLD_CODE` is one."""

    table: str
    harm: Harm
    rows: int


@dataclass(frozen=True, slots=True)
class Pending:
    """A migration that waits to be applied."""

    name: str
    risks: tuple[Risk, ...]


KNOWN = (
    (re.compile(rf"CREATE (?:UNIQUE )?INDEX (?!CONCURRENTLY).*? ON {TABLE}", re.S),
     Harm.WRITES_WAIT),
    (re.compile(rf"ALTER TABLE {TABLE} .*ADD CONSTRAINT .*(?:UNIQUE|PRIMARY KEY) \(", re.S),
     Harm.WRITES_WAIT),
    (re.compile(rf"ALTER TABLE {TABLE} .*ADD CONSTRAINT (?!.*NOT VALID)"
                r"(?!.*(?:UNIQUE|PRIMARY KEY) \()", re.S), Harm.ALL_WAIT),
    (re.compile(rf"ALTER TABLE {TABLE} .*SET NOT NULL", re.S), Harm.ALL_WAIT),
    (re.compile(rf"ALTER TABLE {TABLE} .*ALTER COLUMN \S+ TYPE ", re.S), Harm.REWRITTEN),
    (re.compile(rf"ALTER TABLE {TABLE} .*(?:DROP COLUMN|RENAME)", re.S), Harm.OLD_CODE),
    (re.compile(rf"DROP TABLE (?:IF EXISTS )?{TABLE}", re.S), Harm.OLD_CODE),
    (re.compile(rf"(?:UPDATE|DELETE FROM) {TABLE}", re.S), Harm.ROWS_CHANGE),
)  # fmt: skip
MADE = re.compile(rf"CREATE TABLE (?:IF NOT EXISTS )?{TABLE}")


def pending(large: int = LARGE) -> list[Pending]:
    """Those that `migrate` would apply, in its order, with what each risks on this database."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    with connection.cursor() as cursor:
        cursor.execute(ROWS)
        rows = dict(cursor.fetchall())
    return [
        Pending(
            f"{migration.app_label}.{migration.name}",
            tuple(risks_of(executor.loader.collect_sql([(migration, is_back)]), rows, large)),
        )
        for migration, is_back in plan
    ]


def risks_of(statements: Iterable[str], rows: dict[str, int], large: int = LARGE) -> Iterator[Risk]:
    """`rows`: of the tables that there are. What a migration makes itself is empty."""
    for statement in statements:
        if statement.startswith("--") or MADE.match(statement):
            continue
        for pattern, harm in KNOWN:
            if (found := pattern.match(statement)) and found["table"] in rows:
                many = rows[found["table"]]
                if many >= large or harm is Harm.OLD_CODE:
                    yield Risk(found["table"], harm, many)
