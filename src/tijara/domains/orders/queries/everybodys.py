"""The orders of all sellers in lists, for staff: quick however many there are.

As in `lists`, only the keys of a page are looked for, along an index of that order; a number is
found by its beginning, a phone by its end, a name by any part of it, each by an index of its own.
"""

from datetime import datetime
from uuid import UUID

from django.db import connection
from psycopg.sql import SQL, Composable, Composed

from tijara.kit.arabic import ascii_digits
from tijara.kit.page import Cursor, Page, keyset_page, start_of
from tijara.kit.recent import Recent

from ..shapes import OPEN, OrderRow, OrderState, OrdersWanted
from .lists import BESIDE, BETWEEN_DIGITS, CONDITIONS, WILD, conditions, key_of, row_of, ways
from .sales import COUNTED

FOUND = SQL("SELECT seller_id, id, placed_at FROM orders_order o WHERE {which}{narrowed}")
STATES = SQL(" AND o.state = ANY(%(states)s)")
SELLER = SQL(" AND o.seller_id = %(seller)s")
ROWS = SQL("""
    SELECT o.seller_id, o.id, o.number, o.state, o.placed_at, o.recipient, o.address ->> 'city',
           l.pieces, o.total_minor, o.currency, o.payment_method, l.picture, o.promised_to,
           l.name_ar, l.name_en, o.buyer_id, o.checkout_id
    FROM (SELECT DISTINCT seller_id, id, placed_at FROM ({keys}) f
          ORDER BY {found} LIMIT %(limit)s OFFSET %(offset)s) k
    JOIN orders_order o ON o.seller_id = k.seller_id AND o.id = k.id
    CROSS JOIN LATERAL (
        SELECT sum(quantity)::int AS pieces, (array_agg(picture ORDER BY position))[1] AS picture,
               (array_agg(name_ar ORDER BY position))[1] AS name_ar,
               (array_agg(name_en ORDER BY position))[1] AS name_en
        FROM orders_line WHERE seller_id = o.seller_id AND order_id = o.id) l
    ORDER BY {sort}
""")
ALL = SQL("true")
SORTS = {False: SQL("{k}.placed_at DESC, {k}.id DESC"), True: SQL("{k}.placed_at, {k}.id")}
"""The newest first; backwards, before the end of a page."""
IN_ORDER = SQL(" ORDER BY {sort} LIMIT %(reach)s")
COUNTS = """
    SELECT state, count(*) FROM orders_order WHERE state = ANY(%(open)s) GROUP BY state
    UNION ALL
    SELECT wanted.state, (SELECT count(*) FROM (
        SELECT FROM orders_order WHERE state = wanted.state LIMIT %(most)s) o)
    FROM unnest(%(ended)s::text[]) AS wanted (state)
"""
NOT_CONFIRMED = """
    SELECT count(*) FROM (
        SELECT 1 FROM orders_order WHERE state = 'placed' AND placed_at < %s LIMIT %s) o
"""
NUMBERED = "SELECT seller_id, id FROM orders_order WHERE number LIKE %s || '%%' LIMIT %s"
SECONDS = 10
ALL_OF_THEM = OrdersWanted()


def all_orders(
    wanted: OrdersWanted = ALL_OF_THEM,
    *,
    seller_id: UUID | None = None,
    page: int = 1,
    size: int = 30,
    beside: Cursor | None = None,
) -> Page[OrderRow]:
    """The newest first, from a row on or from the page with that number. `text` is the start of a
    number, a part of a name, the end of a phone."""
    text = ascii_digits(wanted.text.translate(WILD).strip())
    offset = start_of(page, size, beside)
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
    sql = _asked(wanted, seller_id, text, beside)
    if beside:
        given |= {"beside_at": beside.at, "beside_id": beside.id}
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        rows = [row_of(*row) for row in cursor.fetchall()]
    return keyset_page(rows, page, size, beside=beside, key=key_of)


def keys_by_number(start: str, *, most: int) -> list[tuple[UUID, UUID]]:
    """(seller id, order id) of orders whose number begins so, in no order."""
    with connection.cursor() as cursor:
        cursor.execute(NUMBERED, [ascii_digits(start.translate(WILD)).upper(), most])
        return cursor.fetchall()


def counts_of_all() -> dict[OrderState, int]:
    """Of all sellers, by state; some seconds old at most. What has come to an end, which only
    grows, is counted up to COUNTED."""
    return _counts.get()


def not_confirmed(before: datetime) -> int:
    """Orders that their stores have left unanswered since before a moment; up to COUNTED."""
    with connection.cursor() as cursor:
        cursor.execute(NOT_CONFIRMED, [before, COUNTED])
        return cursor.fetchone()[0]


def _asked(
    wanted: OrdersWanted, seller_id: UUID | None, text: str, beside: Cursor | None
) -> Composed:
    is_back = beside is not None and beside.is_end
    sort = SORTS[is_back]
    narrowed: list[Composable] = [BESIDE[is_back]] if beside else []
    narrowed += [SELLER] if seller_id else []
    narrowed += [STATES] if wanted.states else []
    narrowed += conditions(wanted)
    asked = ways(text) if text else [ALL]
    keys = [
        SQL("({one}{sort})").format(
            one=FOUND.format(which=way, narrowed=SQL("").join(narrowed)),
            sort=IN_ORDER.format(sort=sort.format(k=SQL("o"))),
        )
        for way in asked
    ]
    whole = {"keys": SQL(" UNION ALL ").join(keys), "sort": sort.format(k=SQL("k"))}
    return ROWS.format(found=sort.format(k=SQL("f")), **whole)


def _count() -> dict[OrderState, int]:
    still = [str(one) for one in (OrderState.PENDING, *OPEN)]
    ended = [str(one) for one in OrderState if one not in still]
    with connection.cursor() as cursor:
        cursor.execute(COUNTS, {"open": still, "ended": ended, "most": COUNTED})
        counts = dict(cursor.fetchall())
    return {state: counts.get(state, 0) for state in OrderState}


_counts = Recent(_count, SECONDS)
