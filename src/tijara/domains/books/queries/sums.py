"""What was debited and credited to each account: whole months are read as months."""

from collections.abc import Iterable
from datetime import date

from django.db import connection
from psycopg.sql import SQL

from ..rules import EVER, cut
from ..shapes import BookKey, Moved
from .keys import given, narrowed

SUMS = SQL("""
    SELECT account, sum(debit)::bigint, sum(credit)::bigint FROM (
        SELECT account, debit_minor AS debit, credit_minor AS credit FROM books_month
        WHERE {narrowed} AND month >= %(first)s AND month < %(after)s
        UNION ALL
        SELECT account, greatest(amount_minor, 0), greatest(-amount_minor, 0) FROM books_line
        WHERE {narrowed} AND booked_on >= %(since)s AND booked_on < %(head)s {only}
        UNION ALL
        SELECT account, greatest(amount_minor, 0), greatest(-amount_minor, 0) FROM books_line
        WHERE {narrowed} AND booked_on >= %(tail)s AND booked_on < %(until)s {only}) AS moved
    {where} GROUP BY account
""")
ONLY = SQL("AND account = ANY(%(accounts)s)")


def sums(
    key: BookKey, since: date, until: date, accounts: Iterable[str] | None = None
) -> dict[str, Moved]:
    """By account, from one day to before another; of some accounts only."""
    parts = cut(since, until)
    asked = given(
        key,
        since=parts.since,
        head=parts.head,
        first=parts.first,
        after=parts.after,
        tail=parts.tail,
        until=parts.until,
        accounts=None if accounts is None else list(accounts),
    )
    only = SQL("") if accounts is None else ONLY
    where = SQL("") if accounts is None else SQL("WHERE account = ANY(%(accounts)s)")
    with connection.cursor() as cursor:
        cursor.execute(SUMS.format(narrowed=narrowed(key), only=only, where=where), asked)
        return {account: Moved(debit, credit) for account, debit, credit in cursor.fetchall()}


def sums_until(key: BookKey, until: date) -> dict[str, Moved]:
    """All that was ever moved before a day."""
    return sums(key, EVER, until)
