"""Work that only one process may do at a time: for longer than a transaction, or until its end."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

TAKE = "SELECT pg_try_advisory_lock(hashtextextended(%s, 0))"
LET_GO = "SELECT pg_advisory_unlock(hashtextextended(%s, 0))"
QUEUE = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"


@contextmanager
def locked(name: str) -> Iterator[bool]:
    """Whether the lock is ours; nobody waits. It goes with the connection: so a process that is
    killed leaves none behind. What is locked must still guard its writes, should a connection
    break under a process that lives on.
    """
    with connection.cursor() as cursor:
        cursor.execute(TAKE, [name])
        is_mine = cursor.fetchone()[0]
    try:
        yield is_mine
    finally:
        if is_mine and connection.connection and not connection.connection.closed:
            with connection.cursor() as cursor:
                cursor.execute(LET_GO, [name])


def one_at_a_time(name: str) -> None:
    """Who comes second waits until the first has committed, and then sees what he did."""
    with connection.cursor() as cursor:
        cursor.execute(QUEUE, [name])
