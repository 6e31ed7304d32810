"""What a proof's statement has found."""

from django.db import connection
from psycopg.sql import SQL

from tijara.platform.audits import Findings


def find(seen: SQL) -> Findings:
    """`seen` gives (what, whether it is as it should be)."""
    found = SQL("""
        SELECT count(*), coalesce(array_agg(what) FILTER (WHERE fine IS NOT TRUE), '{{}}')
        FROM ({seen}) AS seen (what, fine)
    """)
    with connection.cursor() as cursor:
        cursor.execute(found.format(seen=seen))
        return Findings(*cursor.fetchone())
