"""The orders of all sellers in lists, for staff: quick however many there are.

As in `lists`, only the keys of a page are looked for, along an index of that order; a number is
found by its beginning, a phone by its end, a name by any part of it, each by an index of its own.
"""

from datetime import datetime
from uuid import UUID

from django.db import connection
from psycopg.sql import SQL, Composed

from tijara.kit.arabic import ascii_digits
from tijara.kit.money import Money
from tijara.kit.page import Page
from tijara.kit.recent import Recent

from ..shapes import DayOfSales, OrderRow, OrderState, OrdersWanted
from .lists import BETWEEN_DIGITS, CONDITIONS, WILD, row_of, ways
from .sales import COUNTED, NEVER

FOUND = SQL("SELECT seller_id, id, placed_at FROM orders_order o WHERE {which}{narrowed}")
STATES = SQL(" AND o.state = ANY(%(states)s)")
SELLER = SQL(" AND o.seller_id = %(seller)s")
ROWS = SQL("""
    SELECT o.seller_id, o.id, o.number, o.state, o.placed_at, o.recipient, o.address ->> 'city',
           l.pieces, o.total_minor, o.currency, o.payment_method, l.picture, o.promised_to,
           l.name_ar, l.name_en, o.buyer_id, o.checkout_id
    FROM (SELECT DISTINCT seller_id, id, placed_at FROM ({keys}) f
          ORDER BY placed_at DESC, id DESC LIMIT %(limit)s OFFSET %(offset)s) k
    JOIN orders_order o ON o.seller_id = k.seller_id AND o.id = k.id
    CROSS JOIN LATERAL (
        SELECT sum(quantity)::int AS pieces, (array_agg(picture ORDER BY position))[1] AS picture,
               (array_agg(name_ar ORDER BY position))[1] AS name_ar,
               (array_agg(name_en ORDER BY position))[1] AS name_en
        FROM orders_line WHERE seller_id = o.seller_id AND order_id = o.id) l
    ORDER BY k.placed_at DESC, k.id DESC
""")
ALL = SQL("true")
IN_ORDER = SQL(" ORDER BY o.placed_at DESC, o.id DESC LIMIT %(reach)s")
COUNTS = "SELECT state, count(*) FROM orders_order GROUP BY state"
DAYS = """
    SELECT (placed_at AT TIME ZONE %(zone)s)::date AS day, count(*), sum(total_minor)::bigint,
           currency
    FROM orders_order
    WHERE placed_at >= %(since)s AND placed_at < %(until)s
      AND state NOT IN ('pending', 'cancelled', 'refused', 'refunded')
    GROUP BY day, currency ORDER BY day
"""
NOT_CONFIRMED = """
    SELECT count(*) FROM (
        SELECT 1 FROM orders_order WHERE state = 'placed' AND placed_at < %s LIMIT %s) o
"""
SECONDS = 10
ALL_OF_THEM = OrdersWanted()


def all_orders(
    wanted: OrdersWanted = ALL_OF_THEM,
    *,
    seller_id: UUID | None = None,
    page: int = 1,
    size: int = 30,
) -> Page[OrderRow]:
    """The newest first. `text` is the start of a number, a part of a name, the end of a phone."""
    text = ascii_digits(wanted.text.translate(WILD).strip())
    offset = (page - 1) * size
    given = {
        "seller": seller_id,
        "states": [str(state) for state in wanted.states],
        "number": text.upper(),
        "phone": text.translate(BETWEEN_DIGITS).lstrip("0"),
        "name": text,
        "limit": size + 1,
        "offset": offset,
        "reach": size + 1 + offset,
        **{name: getattr(wanted, name) for name in CONDITIONS},
    }
    with connection.cursor() as cursor:
        cursor.execute(ROWS.format(keys=_keys(wanted, seller_id, text)), given)
        rows = [row_of(*row) for row in cursor.fetchall()]
    return Page(rows[:size], page, size, has_next=len(rows) > size)


def counts_of_all() -> dict[OrderState, int]:
    """Of all sellers, by state; some seconds old at most."""
    return _counts.get()


def sales_of_all(*, since: datetime, zone: str, until: datetime = NEVER) -> list[DayOfSales]:
    """Of all sellers by day, of each currency by itself; a day without orders is absent."""
    with connection.cursor() as cursor:
        cursor.execute(DAYS, {"since": since, "until": until, "zone": zone})
        return [
            DayOfSales(day, orders, Money(total, currency))
            for day, orders, total, currency in cursor.fetchall()
        ]


def not_confirmed(before: datetime) -> int:
    """Orders that their stores have left unanswered since before a moment; up to COUNTED."""
    with connection.cursor() as cursor:
        cursor.execute(NOT_CONFIRMED, [before, COUNTED])
        return cursor.fetchone()[0]


def _keys(wanted: OrdersWanted, seller_id: UUID | None, text: str) -> Composed:
    narrowed = [SELLER] if seller_id else []
    narrowed += [STATES] if wanted.states else []
    narrowed += [condition for name, condition in CONDITIONS.items() if getattr(wanted, name)]
    asked = ways(text) if text else [ALL]
    keys = [
        SQL("({one}{sort})").format(
            one=FOUND.format(which=way, narrowed=SQL("").join(narrowed)), sort=IN_ORDER
        )
        for way in asked
    ]
    return SQL(" UNION ALL ").join(keys)


def _count() -> dict[OrderState, int]:
    with connection.cursor() as cursor:
        cursor.execute(COUNTS)
        counts = dict(cursor.fetchall())
    return {state: counts.get(state, 0) for state in OrderState}


_counts = Recent(_count, SECONDS)
