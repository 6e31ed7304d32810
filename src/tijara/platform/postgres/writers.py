"""Up to which moment nobody writes any more: for whoever carries sums on."""

from datetime import datetime, timedelta

from django.db import connection

from tijara.kit.clock import now

BEFORE_A_WRITE = timedelta(minutes=15)
"""An id or a moment is taken that long before its transaction begins to write, at most; clocks
differ, too."""
OLDEST_WRITER = """
    SELECT min(xact_start) FROM pg_stat_activity
    WHERE datname = current_database() AND backend_xid IS NOT NULL AND pid <> pg_backend_pid()
"""


def settled(behind: timedelta) -> datetime:
    """So long ago, or earlier: what was written with an earlier moment is committed, but for what
    a clock has told that is set to the past."""
    with connection.cursor() as cursor:
        cursor.execute(OLDEST_WRITER)
        oldest = cursor.fetchone()[0]
    moment = now() - behind
    return min(moment, oldest - BEFORE_A_WRITE) if oldest else moment
