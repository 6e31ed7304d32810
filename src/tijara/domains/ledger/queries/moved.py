"""What journals moved by day, over all sellers: from sums of a quarter of an hour each, kept up to
a posting of an hour ago, and the postings since.

A quarter, because midnight is the begin of one in every time zone; and each by when its journal
happened, which may be long before it was written."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection
from psycopg.sql import SQL

from tijara.kit.money import Money

from ..shapes import DayOfJournals
from .quarters import moved_by_quarter
from .sums import with_moved

YOUNG = moved_by_quarter(
    SQL("id > %(mark)s"),
    SQL("j.kind = ANY(%(kinds)s) AND j.occurred_at >= %(since)s AND j.occurred_at < %(until)s"),
)
BY_DAY = SQL("""
    SELECT kind, (begins_at AT TIME ZONE %(zone)s)::date AS day, currency, sum(times)::int,
           sum(minor)::bigint
    FROM (
        SELECT kind, currency, begins_at, times, minor FROM ledger_moved_bucket
        WHERE kind = ANY(%(kinds)s) AND begins_at >= %(since)s AND begins_at < %(until)s
        UNION ALL {young}
    ) b GROUP BY 1, 2, 3 ORDER BY 2
""").format(young=YOUNG)


def moved_by_day(
    kinds: Sequence[str], *, since: datetime, until: datetime, zone: str
) -> list[DayOfJournals]:
    """Of all sellers, each kind and currency by itself; a day without any is absent. Both moments
    are the begin of a quarter of an hour, as midnight is everywhere."""
    given = {"kinds": list(kinds), "since": since, "until": until, "zone": zone}

    def ask(mark: UUID) -> list[DayOfJournals]:
        with connection.cursor() as cursor:
            cursor.execute(BY_DAY, given | {"mark": mark})
            return [
                DayOfJournals(kind, day, times, Money(total, currency))
                for kind, day, currency, times, total in cursor.fetchall()
            ]

    return with_moved(ask)
