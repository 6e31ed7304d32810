"""How much the server has read: tests hold reads to it, since times hang on the machine."""

from collections import Counter

from django.db import connection

READ = """
    SELECT relname::text, coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)
    FROM pg_stat_xact_user_tables
"""


def rows_read() -> Counter[str]:
    """Rows of each table that were read in this transaction so far."""
    with connection.cursor() as cursor:
        cursor.execute(READ)
        return Counter(dict(cursor.fetchall()))
