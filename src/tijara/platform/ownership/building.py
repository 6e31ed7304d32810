"""Indexes that are built while a market sells: an index CONCURRENTLY waits for those who were there
before it, as long as it takes; one that was broken off stands INVALID, is kept up and never used.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

BUILDS = re.compile(
    r'CREATE (?:UNIQUE )?INDEX CONCURRENTLY (?:IF NOT EXISTS )?"?(?P<name>\w+)"?', re.I
)
TAKES_AWAY = re.compile(r"DROP INDEX CONCURRENTLY", re.I)
STANDS = """
    SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(quote_ident(%s))
"""
NO_LIMIT = "SET lock_timeout = 0"
LIMIT = "SELECT set_config('lock_timeout', %s, false)"


@contextmanager
def patient_indexes() -> Iterator[None]:
    """Within it such a statement waits without a limit: nobody waits behind it. An index that
    stands already is not built again, and what was broken off is taken away first."""
    with connection.execute_wrapper(_patiently):
        yield


def _patiently(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    builds = BUILDS.match(sql)
    if not builds and not TAKES_AWAY.match(sql):
        return execute(sql, params, many, context)
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('lock_timeout')")
        limit = cursor.fetchone()[0]
        cursor.execute(NO_LIMIT)
        try:
            if builds and _is_there(cursor, builds["name"]):
                return None
            return execute(sql, params, many, context)
        finally:
            cursor.execute(LIMIT, [limit])


def _is_there(cursor: Any, name: str) -> bool:
    cursor.execute(STANDS, [name])
    found = cursor.fetchone()
    if found and not found[0]:
        cursor.execute(f"DROP INDEX CONCURRENTLY {connection.ops.quote_name(name)}")
    return bool(found and found[0])
