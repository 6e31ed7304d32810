"""What a migration that has not been applied would lock, and for how long: read from its SQL and
from how large its tables are now. The market goes on selling while a schema changes, if nothing
waits for a lock and the code that still runs finds what it knows.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.db import connection
from django.db.migrations import Migration
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
    HELD = "all wait until it lets go of the table: do it while nobody buys"
    ROWS_CHANGE = "rows are changed in one commit: do it in steps, from a job"
    CODE = "code of its own in one commit, which can't be read here: do it in steps, by itself"
    OLD_CODE = "code that still runs asks for what is gone: take it away one version later"
    OLD_WRITES = "code that still runs can't write a row without it: give it a db_default"


@dataclass(frozen=True, slots=True)
class Risk:
    """`rows`: about how many the table has. A small table is one only for code that still runs.
    `table` is empty where it can't be known."""

    table: str
    harm: Harm
    rows: int


@dataclass(frozen=True, slots=True)
class Pending:
    """A migration that waits to be applied."""

    name: str
    risks: tuple[Risk, ...]


def _about(pattern: str, harm: Harm) -> tuple[re.Pattern[str], Harm]:
    return re.compile(pattern, re.S | re.I), harm


ALTERS = rf"ALTER TABLE (?:IF EXISTS )?{TABLE} "
KNOWN = (
    _about(rf"CREATE (?:UNIQUE )?INDEX (?!CONCURRENTLY).*? ON {TABLE}", Harm.WRITES_WAIT),
    _about(rf"CREATE (?:OR REPLACE )?(?:CONSTRAINT )?TRIGGER .*? ON {TABLE}", Harm.HELD),
    _about(rf"(?:LOCK(?: TABLE)?|CLUSTER|VACUUM \(?FULL\b[^\"\w]*) {TABLE}", Harm.HELD),
    _about(ALTERS + r".*ADD CONSTRAINT .*(?:UNIQUE|PRIMARY KEY|EXCLUDE)\b(?! USING INDEX)",
           Harm.WRITES_WAIT),
    _about(ALTERS + r".*ADD CONSTRAINT (?!.*NOT VALID)(?!.*(?:UNIQUE|PRIMARY KEY|EXCLUDE)\b)",
           Harm.ALL_WAIT),
    _about(ALTERS + r".*SET NOT NULL", Harm.ALL_WAIT),
    _about(ALTERS + r".*ALTER COLUMN \S+ (?:SET DATA )?TYPE ", Harm.REWRITTEN),
    _about(ALTERS + r".*ADD COLUMN .*\b(?:STORED|SERIAL|BIGSERIAL|IDENTITY)\b", Harm.REWRITTEN),
    _about(ALTERS + r".*ADD COLUMN .*\bDEFAULT [^,;]*\b(?:random|gen_random_uuid|uuidv7"
                    r"|clock_timestamp|nextval)\(", Harm.REWRITTEN),
    _about(ALTERS + r".*(?:DROP COLUMN|RENAME)", Harm.OLD_CODE),
    _about(ALTERS + r"ADD COLUMN (?!.*\bDEFAULT\b).*\bNOT NULL\b", Harm.OLD_WRITES),
    _about(rf"DROP TABLE (?:IF EXISTS )?{TABLE}", Harm.OLD_CODE),
    _about(rf"(?:WITH\b.*?)?\b(?:UPDATE|DELETE FROM) {TABLE}", Harm.ROWS_CHANGE),
    _about(rf"INSERT INTO .*?\bSELECT\b.*?\bFROM {TABLE}", Harm.ROWS_CHANGE),
)  # fmt: skip
MADE = re.compile(rf"CREATE TABLE (?:IF NOT EXISTS )?{TABLE}", re.I)
ADDED = re.compile(ALTERS + r'ADD COLUMN "?(?P<column>\w+)"? .*\bNOT NULL\b', re.S | re.I)
BARED = re.compile(ALTERS + r'ALTER COLUMN "?(?P<column>\w+)"? DROP DEFAULT', re.S | re.I)
BLOCK = re.compile(r"DO\b", re.I)
UNREADABLE = "-- THIS OPERATION CANNOT BE WRITTEN AS SQL"
NO_STATEMENT = re.compile(
    r"(?P<comment>--[^\n]*|/\*.*?\*/)|\$(?P<tag>\w*)\$.*?\$(?P=tag)\$|'(?:[^']|'')*'", re.S
)
"""What stands in a statement and is none: comments, bodies of functions, texts."""
FOR_OLD_CODE = (Harm.OLD_CODE, Harm.OLD_WRITES)


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
            tuple(_risks(executor, migration, is_back, rows, large)),
        )
        for migration, is_back in plan
    ]


def _risks(
    executor: MigrationExecutor,
    migration: Migration,
    is_back: bool,
    rows: dict[str, int],
    large: int,
) -> Iterator[Risk]:
    """What is not atomic commits in steps of its own."""
    told = executor.loader.collect_sql([(migration, is_back)])
    if migration.atomic and UNREADABLE in told:
        yield Risk("", Harm.CODE, 0)
    yield from risks_of(told, rows, large)


def risks_of(statements: Iterable[str], rows: dict[str, int], large: int = LARGE) -> Iterator[Risk]:
    """`rows`: of the tables that there are. What a migration makes itself is empty. A text may hold
    several statements."""
    filled: set[tuple[str, str]] = set()
    for statement in (one for text in statements for one in _single(text)):
        for table, harm in _harms(statement):
            many = rows.get(table, 0)
            if harm in FOR_OLD_CODE and table in rows or harm is Harm.CODE or many >= large:
                yield Risk(table, harm, many)
        if added := ADDED.match(statement):
            filled.add((added["table"], added["column"]))
        bared = BARED.match(statement)
        if bared and (bared["table"], bared["column"]) in filled and bared["table"] in rows:
            yield Risk(bared["table"], Harm.OLD_WRITES, rows[bared["table"]])


def _harms(statement: str) -> Iterator[tuple[str, Harm]]:
    """With the table, whatever there is of it."""
    if BLOCK.match(statement):
        yield "", Harm.CODE
    for pattern, harm in () if MADE.match(statement) else KNOWN:
        if found := pattern.match(statement):
            yield found["table"], harm


def _single(text: str) -> Iterator[str]:
    bare = NO_STATEMENT.sub(lambda found: " " if found["comment"] else "''", text)
    for one in bare.split(";"):
        if statement := " ".join(one.split()):
            yield statement
