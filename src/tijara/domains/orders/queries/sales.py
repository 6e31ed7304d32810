"""How a seller's orders stand and how they sell: bounded counts, days, best sellers."""

from datetime import UTC, date, datetime
from uuid import UUID

from django.db import connection

from tijara.kit.money import Money

from ..shapes import BestSeller, DayOfSales, OrderState, StateCount

COUNTED = 1000
"""Beyond this nobody counts on: a list says that there are more."""
NEWEST = 2000
NEVER = datetime.max.replace(tzinfo=UTC)
STANDING = """
    SELECT wanted.state, counted.number, counted.first, counted.due
    FROM unnest(%(states)s::text[]) AS wanted (state)
    CROSS JOIN LATERAL (
        SELECT count(*) AS number, min(o.placed_at) AS first, min(o.promised_to) AS due
        FROM (SELECT placed_at, promised_to FROM orders_order
              WHERE seller_id = %(seller)s AND state = wanted.state
              ORDER BY placed_at LIMIT %(most)s) o) counted
"""
LATE = """
    SELECT count(*) FROM (
        SELECT 1 FROM orders_order
        WHERE seller_id = %s AND promised_to < %s
          AND state IN ('placed', 'confirmed', 'packed', 'shipped') LIMIT %s) o
"""
DAYS = """
    SELECT (placed_at AT TIME ZONE %(zone)s)::date AS day, count(*), sum(total_minor)::bigint,
           min(currency)
    FROM orders_order
    WHERE seller_id = %(seller)s AND placed_at >= %(since)s AND placed_at < %(until)s
      AND state NOT IN ('pending', 'cancelled', 'refused', 'refunded')
    GROUP BY day ORDER BY day
"""
BEST = """
    SELECT l.product_id, min(l.name_ar), min(l.name_en), min(l.picture),
           sum(l.quantity)::int AS units
    FROM (SELECT id FROM orders_order
          WHERE seller_id = %(seller)s AND placed_at >= %(since)s AND placed_at < %(until)s
            AND state NOT IN ('pending', 'cancelled', 'refused', 'refunded')
          ORDER BY placed_at DESC LIMIT %(newest)s) o
    JOIN orders_line l ON l.seller_id = %(seller)s AND l.order_id = o.id
    GROUP BY l.product_id ORDER BY units DESC, l.product_id LIMIT %(most)s
"""


def standing_orders(seller_id: UUID) -> dict[OrderState, StateCount]:
    """Every state's orders, each counted up to COUNTED."""
    given = {"seller": seller_id, "states": [str(one) for one in OrderState], "most": COUNTED}
    with connection.cursor() as cursor:
        cursor.execute(STANDING, given)
        return {OrderState(state): StateCount(*rest) for state, *rest in cursor.fetchall()}


def late_orders(seller_id: UUID, today: date) -> int:
    """How many should have arrived before today and have not; counted up to COUNTED."""
    with connection.cursor() as cursor:
        cursor.execute(LATE, [seller_id, today, COUNTED])
        return cursor.fetchone()[0]


def sales_by_day(
    seller_id: UUID, *, since: datetime, zone: str, until: datetime = NEVER
) -> list[DayOfSales]:
    """Days of the market's time; a day without orders is absent."""
    given = {"seller": seller_id, "since": since, "until": until, "zone": zone}
    with connection.cursor() as cursor:
        cursor.execute(DAYS, given)
        return [
            DayOfSales(day, orders, Money(total, currency))
            for day, orders, total, currency in cursor.fetchall()
        ]


def best_sellers(
    seller_id: UUID, *, since: datetime, until: datetime = NEVER, most: int = 5
) -> list[BestSeller]:
    """By units, of the orders since a moment; of the newest of them, where they are very many."""
    given = {"seller": seller_id, "since": since, "until": until, "newest": NEWEST, "most": most}
    with connection.cursor() as cursor:
        cursor.execute(BEST, given)
        return [BestSeller(*row) for row in cursor.fetchall()]
