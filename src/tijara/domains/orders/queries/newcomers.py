"""Buyers who have bought for the first time."""

from datetime import date, datetime

from django.db import connection

FIRST_DAYS = """
    SELECT (first AT TIME ZONE %(zone)s)::date AS day, count(*)
    FROM (SELECT buyer_id, min(placed_at) AS first FROM orders_order
          WHERE placed_at < %(until)s
            AND state NOT IN ('pending', 'cancelled', 'refused', 'refunded')
          GROUP BY buyer_id) b
    WHERE first >= %(since)s GROUP BY day ORDER BY day
"""


def new_buyers_by_day(*, since: datetime, until: datetime, zone: str) -> list[tuple[date, int]]:
    """Over all sellers, by the day of the first order that stands; a day without any is absent. A
    buyer's first order may be anywhere, so all of them up to `until` are read."""
    with connection.cursor() as cursor:
        cursor.execute(FIRST_DAYS, {"since": since, "until": until, "zone": zone})
        return [(day, number) for day, number in cursor.fetchall()]
