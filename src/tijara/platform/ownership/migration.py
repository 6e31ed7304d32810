"""Bring the database to the code's schema, as the owner, settle how tables are tidied up, and grant
the application its part.

While a market sells: of several machines that begin at once one migrates and the others wait; and a
migration that would have to wait for a table lets go again, because all who come after it would
wait behind it. An index that is built CONCURRENTLY waits as long as it must.
"""

import io
import time

from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.backends.utils import CursorWrapper
from psycopg.errors import LockNotAvailable

from .building import patient_indexes
from .grants import grant_to
from .vacuuming import settle_vacuum

ONE_AT_A_TIME = "SELECT pg_try_advisory_lock(hashtextextended('tijara migrate', 0))"
"""Asked again and again: who waits inside a statement is himself waited for by an index that is
built CONCURRENTLY, and neither would ever end."""
LET_GO = "SELECT pg_advisory_unlock(hashtextextended('tijara migrate', 0))"
WAITS_FOR_A_TABLE = "SELECT set_config('lock_timeout', %s, false)"
WAITS_AS_LONG = "SET lock_timeout = 0"
PATIENCE = "2s"
TRIES, PAUSE = 30, 1.0


def migrate(
    application: str, *, tries: int = TRIES, pause: float = PAUSE, patience: str = PATIENCE
) -> list[str]:
    """The names of the migrations that were applied. Raises `OperationalError` where a table was in
    use at every try, each as long as `patience`; what was applied before stays applied."""
    with connection.cursor() as cursor:
        _wait_for_turn(cursor, pause)
        try:
            before = _applied()
            cursor.execute(WAITS_FOR_A_TABLE, [patience])
            _apply(tries, pause)
            cursor.execute(WAITS_AS_LONG)
            settle_vacuum()
            grant_to(application)
        finally:
            cursor.execute(LET_GO)
    return sorted(_applied() - before)


def _wait_for_turn(cursor: CursorWrapper, pause: float) -> None:
    while True:
        cursor.execute(ONE_AT_A_TIME)
        if cursor.fetchone()[0]:
            return
        time.sleep(pause)


def _apply(tries: int, pause: float) -> None:
    for left in reversed(range(tries)):
        try:
            with patient_indexes():
                call_command("migrate", interactive=False, verbosity=0, stdout=io.StringIO())
            return
        except OperationalError as error:
            if not left or not isinstance(error.__cause__, LockNotAvailable):
                raise
            time.sleep(pause)


def _applied() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('django_migrations') IS NOT NULL")
        if not cursor.fetchone()[0]:
            return set()
        cursor.execute("SELECT app || '.' || name FROM django_migrations")
        return {row[0] for row in cursor.fetchall()}
